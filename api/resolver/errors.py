"""What the resolver refuses beside what is refused everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from api.errors import ApiError, NotFound


class LinkNotFound(NotFound):
    """An identifier without a link of the type that was asked for."""

    def __init__(self, relation: str, known: Sequence[str]) -> None:
        super().__init__("link of type", relation)
        self.place = "linkType"
        self.cure = "ask for linkType=linkset, or for one of: " + ", ".join(known)


class IdentifierNotOwned(ApiError):
    """A link, or a delegation, of what is under somebody else's prefix; the contracts refuse events by the same name."""

    place = "/about"

    def __init__(self, reason: str, cure: str) -> None:
        self.cure = cure
        super().__init__(reason)


class PrefixNotGranted(ApiError):
    """A link of an identifier of which nobody holds a prefix."""

    place = "/about"

    def __init__(self, reason: str, cure: str) -> None:
        self.cure = cure
        super().__init__(reason)
