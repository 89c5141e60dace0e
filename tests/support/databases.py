"""The databases of the tests: SQLite files, and a PostgreSQL cluster thrown away at the end where a server is installed."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from waiting import PATIENCE, awaited

INSTALL = "apt-get install postgresql"


def server_folder() -> Path | None:
    """Return the folder of `initdb` and `postgres`, the newest installed, or None."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return installed[-1].parent if installed else None


@contextmanager
def cluster(programs: Path) -> Iterator[Path]:
    """Run a PostgreSQL cluster without durability on a Unix socket; yield the socket's folder."""
    # The socket's path must stay below 108 bytes, so the folder lies in /tmp and not in pytest's.
    folder = Path(tempfile.mkdtemp(prefix="suyuan-pg-", dir="/tmp"))
    # PostgreSQL refuses to run as root.
    account = _account()
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    as_user = {} if account is None else {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    environment = os.environ | {"HOME": str(folder), "LC_ALL": "C"}
    data = folder / "data"
    try:
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "suyuan", "--auth=trust", "-E", "UTF8", "--no-sync"],
            check=True, capture_output=True, cwd=folder, env=environment, **as_user,
        )  # fmt: skip
        settings = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses="]
        settings += [f"unix_socket_directories={folder}", "max_connections=60", "shared_buffers=64MB"]
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, *(part for setting in settings for part in ("-c", setting))],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, env=environment, **as_user,
        )  # fmt: skip
        try:
            _await(programs, folder, server)
            yield folder
        finally:
            # SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create_database(programs: Path, folder: Path, name: str) -> str:
    """Create a database and return its address."""
    subprocess.run([programs / "createdb", "-h", folder, "-U", "suyuan", name], check=True, capture_output=True)
    return f"postgresql+psycopg://suyuan@/{name}?host={folder}"


def drop_database(programs: Path, folder: Path, name: str) -> None:
    """Drop a database."""
    subprocess.run(
        [programs / "dropdb", "-h", folder, "-U", "suyuan", "--force", name], check=True, capture_output=True
    )


def _account() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def _await(programs: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    def is_ready() -> bool:
        if server.poll() is not None:
            raise RuntimeError(f"PostgreSQL ended with code {server.returncode}")
        asked = [programs / "pg_isready", "-h", folder, "-U", "suyuan", "-t", "1"]
        return subprocess.run(asked, check=False, capture_output=True).returncode == 0

    awaited(is_ready, "PostgreSQL to start")
