"""Settings of the command: read once from the environment, passed down as frozen values."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cli.errors import SettingInvalid


@dataclass(frozen=True, slots=True)
class Installation:
    """Where one installation keeps what it owns, and where it serves."""

    home: Path
    """`SUYUAN_HOME`: network.json, keystores/, record.db, mirror.db, chain/, logs/."""
    record_url: str
    """`SUYUAN_RECORD_URL`: SQLAlchemy address of the record; SQLite in the home folder unless set."""
    mirror_url: str
    """`SUYUAN_MIRROR_URL`: the same for the mirror."""
    passphrase_file: Path | None
    """`SUYUAN_PASSPHRASE_FILE`: file with the passphrase of the keystores; asked for at the terminal if not set."""
    rpc_url: str
    """`SUYUAN_RPC_URL`: the chain node; that of network.json unless set."""
    host: str
    port: int
    public_origin: str
    """`SUYUAN_PUBLIC_ORIGIN`: the address that labels encode."""

    @property
    def rpc_port(self) -> int:
        """Return the port of the chain node, where the embedded chain listens.

        Raises:
            SettingInvalid: the address names none.
        """
        try:
            port = urlsplit(self.rpc_url).port
        except ValueError:
            port = None
        if port is None:
            raise SettingInvalid("SUYUAN_RPC_URL", self.rpc_url, "write it with its port: http://127.0.0.1:8545")
        return port

    @property
    def network_file(self) -> Path:
        """Return the file with the root of trust."""
        return self.home / "network.json"

    @property
    def keystores(self) -> Path:
        """Return the folder of encrypted keys."""
        return self.home / "keystores"

    @property
    def chain_folder(self) -> Path:
        """Return the folder of the embedded chain's state."""
        return self.home / "chain"

    @property
    def logs(self) -> Path:
        """Return the folder of the child processes' output."""
        return self.home / "logs"

    def environment(self) -> dict[str, str]:
        """Return the environment that makes a child process see the same installation."""
        values = {
            "SUYUAN_HOME": str(self.home),
            "SUYUAN_RECORD_URL": self.record_url,
            "SUYUAN_MIRROR_URL": self.mirror_url,
            "SUYUAN_RPC_URL": self.rpc_url,
            "SUYUAN_HOST": self.host,
            "SUYUAN_PORT": str(self.port),
            "SUYUAN_PUBLIC_ORIGIN": self.public_origin,
        }
        if self.passphrase_file is not None:
            values["SUYUAN_PASSPHRASE_FILE"] = str(self.passphrase_file)
        return values


def installation_from(
    environment: Mapping[str, str], *, host: str | None = None, port: int | None = None, home: Path | None = None
) -> Installation:
    """Return the installation that the environment and the command line describe; the command line wins.

    Raises:
        SettingInvalid: a port is no number.
    """
    folder = (home or Path(environment.get("SUYUAN_HOME", ".suyuan"))).resolve()
    bound = host or environment.get("SUYUAN_HOST", "127.0.0.1")
    number = port if port is not None else _port(environment.get("SUYUAN_PORT", "8470"))
    passphrase = environment.get("SUYUAN_PASSPHRASE_FILE")
    return Installation(
        home=folder,
        record_url=environment.get("SUYUAN_RECORD_URL", f"sqlite:///{folder / 'record.db'}"),
        mirror_url=environment.get("SUYUAN_MIRROR_URL", f"sqlite:///{folder / 'mirror.db'}"),
        passphrase_file=Path(passphrase) if passphrase else None,
        rpc_url=environment.get("SUYUAN_RPC_URL") or _pinned_node(folder),
        host=bound,
        port=number,
        public_origin=environment.get("SUYUAN_PUBLIC_ORIGIN", f"http://{reachable_address(bound)}:{number}"),
    )


def _pinned_node(folder: Path) -> str:
    """Return the node that the installation was pinned with, the embedded chain's where nothing is pinned."""
    try:
        return str(json.loads((folder / "network.json").read_text(encoding="utf-8"))["rpcUrl"])
    except (OSError, ValueError, KeyError, TypeError):
        return "http://127.0.0.1:8545"


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingInvalid("SUYUAN_PORT", text, "write a number from 1 to 65535")
    return int(text)


def current() -> Installation:
    """Return the installation that this process's environment describes."""
    return installation_from(os.environ)


def reachable_address(host: str) -> str:
    """Return the address under which other devices of the local network reach a server bound to `host`."""
    if host not in ("0.0.0.0", "::", ""):  # noqa: S104 - recognised, not bound here.
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Connecting a datagram socket sends nothing: it only asks the kernel which of our addresses would be used.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def is_free(host: str, port: int) -> bool:
    """Return whether a server can listen on this address now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def answers(host: str, port: int) -> bool:
    """Return whether something listens on an address of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1" if host == "0.0.0.0" else host, port)) == 0  # noqa: S104 - compared.
