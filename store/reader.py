"""Who is asking: every query of the store takes a reader and answers with what that reader may see.

Whom an owner shows an event to is written as numbers, the *subjects*: an organisation, one of the owner's groups, or a grant
that was made after the event was captured. A reader holds the subjects that it is or belongs to at the moment when it asks.
"""

from dataclasses import dataclass

ANYONE = "public"
"""Disclosure: the body is shown to everyone, hidden pointers excepted."""

MEMBERS = "members"
"""Disclosure: the body is shown to every admitted organisation, hidden pointers excepted."""

PRIVATE = "private"
"""Disclosure: the body is shown to its owner and to the listed readers only."""

EVERYONE = -1
"""The subject that anyone is, with or without an account."""

EVERY_MEMBER = 0
"""The subject that every admitted organisation is; organisations themselves are subjects by their own number."""


def group_subject(group: int) -> int:
    """Return the subject that the members of a group are."""
    return -2 * group


def grant_subject(grant: int) -> int:
    """Return the subject that those are whom a grant reaches while it runs."""
    return -2 * grant - 1


def is_grant(subject: int) -> bool:
    """Whether a subject stands for a grant."""
    return subject < EVERYONE and subject % 2 == 1


def grant_of(subject: int) -> int:
    """Return the number of the grant that a subject stands for."""
    return (-subject - 1) // 2


@dataclass(frozen=True, slots=True)
class Reader:
    """A firm that asks, or anyone when `organisation` is None; `store.record.standing` adds where it belongs now."""

    organisation: int | None = None
    """The number of the organisation on the chain."""

    roles: frozenset[str] = frozenset()
    """Roles of the account (`capture`, `query`, `administer`, `operate`); none of them opens another firm's body."""

    standing: tuple[int, ...] = ()
    """Subjects of the groups that it is in, and of the running grants that reach it and hide nothing."""

    partial: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Subjects of the running grants that reach it, with the pointers that each of them hides."""

    @property
    def subjects(self) -> tuple[int, ...]:
        """Return everything that an owner may have named and that means this reader."""
        own = () if self.organisation is None else (EVERY_MEMBER, self.organisation)
        return (*own, *self.standing, *(subject for subject, _ in self.partial))

    @property
    def whole_subjects(self) -> tuple[int, ...]:
        """Return the subjects to whom an owner that names them shows every field."""
        return self.standing if self.organisation is None else (self.organisation, *self.standing)

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
    """RFC 6901 pointers (with `*` for every item of a list) that only the owner, the readers and the groups see."""

    groups: tuple[str, ...] = ()
    """Names of the owner's groups whose members see the whole body, as long as they are in them."""


OPEN = Disclosure()
"""Everything to everyone."""
