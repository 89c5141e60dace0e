"""The place of an event in an order: where a page ends, and the next one goes on whatever was written meanwhile."""

from dataclasses import dataclass

from store.errors import PageTokenInvalid


@dataclass(frozen=True, slots=True)
class Place:
    """The keys by which events are ordered, of one event; they never change, so that a page follows exactly on the last."""

    event_time: int
    """Microseconds since 1970."""
    position: int
    key: bytes | None = None
    """Key of the extension by which events are ordered; None for those that lack it, which come last."""

    def to_text(self) -> str:
        """Return the place as text, for a page token."""
        return f"{self.event_time}.{self.position}.{'' if self.key is None else self.key.hex()}"

    @classmethod
    def from_text(cls, text: str) -> "Place":
        """Return the place that a text says.

        Raises:
            PageTokenInvalid: it says none.
        """
        try:
            time, position, key = text.split(".")
            found = cls(int(time), int(position), bytes.fromhex(key) if key else None)
        except ValueError:
            raise PageTokenInvalid(text) from None
        if max(abs(found.event_time), abs(found.position)) >= 1 << 63:
            raise PageTokenInvalid(text)
        return found
