"""A PostgreSQL cluster for the time of a measurement, with the server's own settings, durability included."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def programs() -> Path | None:
    """Return the folder of `initdb` and `postgres`, or None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return installed[-1].parent if installed else None


@contextmanager
def cluster(server: Path) -> Iterator[str]:
    """Run a cluster on a Unix socket and yield the address of its database; afterwards nothing of it is left."""
    folder = Path(tempfile.mkdtemp(prefix="suyuan-pg-", dir="/tmp"))
    user: dict[str, Any] = {}
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        account = next(found for name in ("postgres", "nobody") if (found := _account(name)) is not None)
        os.chown(folder, account.pw_uid, account.pw_gid)
        user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    environment = os.environ | {"HOME": str(folder), "LC_ALL": "C"}
    data = folder / "data"
    command = [server / "initdb", "-D", data, "-U", "suyuan", "--auth=trust", "-E", "UTF8"]
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment, **user)
    process = subprocess.Popen(
        [server / "postgres", "-D", data, "-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, env=environment, **user,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 30
        while subprocess.run([server / "pg_isready", "-q", "-h", folder], check=False).returncode:
            if time.monotonic() > deadline or process.poll() is not None:
                raise TimeoutError("PostgreSQL")
            time.sleep(0.1)
        yield f"postgresql+psycopg://suyuan@/postgres?host={folder}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _account(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None
