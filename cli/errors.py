"""Errors of the command line.

CommandRefused
 ├─ PortTaken
 ├─ NotSetUp
 ├─ NoCouncil
 └─ SettingInvalid
"""

from __future__ import annotations

from pathlib import Path


class CommandRefused(Exception):
    """A command that cannot be carried out; the message names the place and the cure."""


class PortTaken(CommandRefused):
    """Another program listens where we should."""

    def __init__(self, host: str, port: int, option: str) -> None:
        self.host = host
        self.port = port
        super().__init__(
            f"port {port} on {host} is taken by another program. Stop it, or choose another port: {option}{port + 1}"
        )


class NotSetUp(CommandRefused):
    """The installation's folder holds no network yet."""

    def __init__(self, home: Path) -> None:
        self.home = home
        super().__init__(
            f"{home} holds no network.json. Run `suyuan init` (a new development network), or set SUYUAN_HOME to an installation."
        )


class NoCouncil(CommandRefused):
    """The network's authority is a key, not a council."""

    def __init__(self) -> None:
        super().__init__("no council governs this network: its authority is a key. `suyuan council found` changes that")


class SettingInvalid(CommandRefused):
    """A setting of the environment that cannot be used."""

    def __init__(self, name: str, given: str, cure: str) -> None:
        self.name = name
        self.given = given
        super().__init__(f"{name} is {given[:80]!r}: {cure}")
