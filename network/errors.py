"""What this room refuses, one tree.

```
NetworkRefused
├── RequestInvalid       a request to join that is not in order, or not signed by its own keys
├── PlanInvalid          requests that cannot make one network, or a plan that was altered
├── FolderInvalid        a folder that does not start the node that it is asked for
├── EngineUnavailable    the engine, or what builds it, is not on this machine
├── EngineFailed         the engine ended, or did not come up
└── VoteRefused          a vote that the engine does not take
```
"""

from __future__ import annotations

from pathlib import Path


class NetworkRefused(Exception):
    """Base of what this room raises; the message names the place and the cure."""


class RequestInvalid(NetworkRefused):
    """A request to join that cannot be used."""

    def __init__(self, place: str, reason: str, cure: str) -> None:
        self.place = place
        self.reason = reason
        self.cure = cure
        super().__init__(f"{place}: {reason}. {cure}")


class PlanInvalid(NetworkRefused):
    """A plan of a network that cannot be used."""

    def __init__(self, place: str, reason: str, cure: str) -> None:
        self.place = place
        self.reason = reason
        self.cure = cure
        super().__init__(f"{place}: {reason}. {cure}")


class FolderInvalid(NetworkRefused):
    """A node's folder that lacks something, or belongs to another node."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        self.reason = reason
        super().__init__(f"{folder} {reason}")


class EngineUnavailable(NetworkRefused):
    """An engine that is not on this machine and cannot be built here."""

    def __init__(self, engine: str, cure: str) -> None:
        self.engine = engine
        self.cure = cure
        super().__init__(f"{engine} is not here. {cure}")


class EngineFailed(NetworkRefused):
    """An engine that ended or did not come up."""

    def __init__(self, engine: str, reason: str, log: Path) -> None:
        self.engine = engine
        self.reason = reason
        self.log = log
        super().__init__(f"{engine} {reason}; its own words are in {log}")


class VoteRefused(NetworkRefused):
    """A vote on a validator that the engine does not take."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the vote was not taken: {reason}")
