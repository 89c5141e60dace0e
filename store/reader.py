"""Who is asking: every query of the store takes a reader and answers with what that reader may see."""

from dataclasses import dataclass

ANYONE = "public"
"""Disclosure: the body is shown to everyone, hidden pointers excepted."""

MEMBERS = "members"
"""Disclosure: the body is shown to every admitted organisation, hidden pointers excepted."""

PRIVATE = "private"
"""Disclosure: the body is shown to its owner and to the listed readers only."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A firm that asks, or anyone when `organisation` is None."""

    organisation: int | None = None
    """The number of the organisation on the chain."""

    roles: frozenset[str] = frozenset()
    """Roles of the account (`capture`, `query`, `administer`, `operate`); none of them opens another firm's body."""

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody in particular asks."""
        return self.organisation is None


ANONYMOUS = Reader()
"""The consumer with a phone: no account."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What the owner of a body shows to whom."""

    visibility: str = ANYONE
    """`public`, `members` or `private`."""

    readers: tuple[int, ...] = ()
    """Organisations that see the whole body, hidden pointers included."""

    hidden: tuple[str, ...] = ()
    """RFC 6901 pointers (with `*` for every item of a list) that only the owner and the readers see."""


OPEN = Disclosure()
"""Everything to everyone."""
