"""Access: who may know what of one event, as its owner says now; every row of the mirror gets its audience from here.

An owner's profile and the grants that came after it are a few *views*: a list of hidden pointers, and the subjects that see all
the rest. What is seen in several views at once is written as a bit mask of them, the *sight*. A row of the mirror may be known to
the subjects of the views in its sight.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from store.disclosure import is_hidden
from store.reader import ANYONE, EVERY_MEMBER, EVERYONE, MEMBERS, Reader

TO_ANYONE = 0
"""Audience: whoever asks."""

TO_MEMBERS = 1
"""Audience: every admitted organisation."""

TO_READERS = 2
"""Audience: every subject that the owner named for the event. Numbers above are audiences of their own."""


@dataclass(frozen=True, slots=True)
class GrantView:
    """What a grant opens of an event that it was made for."""

    subject: int
    hidden: tuple[str, ...]
    to_anyone: bool
    """Whether it reaches people without an account."""


@dataclass(frozen=True, slots=True)
class View:
    """A way in which some subjects see an event: all of it but the hidden pointers."""

    hidden: tuple[str, ...]
    subjects: frozenset[int]


@dataclass(slots=True)
class Access:
    """Who may know what of one event; events with the same profile and grants share one."""

    views: tuple[View, ...]
    """The first hides nothing: the owner and those whom it shows everything."""
    open_grants: frozenset[int]
    """Subjects of grants that reach people without an account."""
    everything: int = field(init=False)
    """The sight of what no view hides."""
    readers: tuple[int, ...] = field(init=False)
    """Every subject that the owner named, itself included; none where everything is for anyone."""
    _numbers: dict[int, int] = field(default_factory=dict)
    _audiences: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.everything = (1 << len(self.views)) - 1
        named = {subject for view in self.views for subject in view.subjects} - {EVERYONE, EVERY_MEMBER}
        is_open = any(EVERYONE in view.subjects and not view.hidden for view in self.views)
        self.readers = () if is_open else tuple(sorted(named))

    def sight(self, pointer: str) -> int:
        """Return the views that show what stands at a pointer."""
        if len(self.views) == 1:
            return 1
        return sum(1 << place for place, view in enumerate(self.views) if not is_hidden(pointer, view.hidden))

    def audience(self, sight: int) -> int:
        """Return the number for rows that may be known in the views of a sight."""
        number = self._numbers.get(sight)
        if number is None:
            number = self._numbers[sight] = self._audience(sight)
        return number

    @property
    def audiences(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """Return the audiences of their own that were given out, each with its subjects."""
        return tuple(sorted(self._audiences.items()))

    def views_for(self, reader: Reader) -> tuple[View, ...]:
        """Return the views that a reader has; none where it may not know of the event."""
        subjects = {EVERYONE, *reader.subjects}
        return tuple(view for view in self.views if view.subjects & subjects)

    def _audience(self, sight: int) -> int:
        subjects = {s for place, view in enumerate(self.views) if sight >> place & 1 for s in view.subjects}
        if EVERYONE in subjects:
            return TO_ANYONE
        if EVERY_MEMBER in subjects and not subjects & self.open_grants:
            return TO_MEMBERS
        if subjects == set(self.readers):
            return TO_READERS
        ordered = tuple(sorted(subjects))
        number = audience_number(ordered)
        self._audiences[number] = ordered
        return number


@lru_cache(maxsize=4096)
def access_of(
    owner: int,
    visibility: str,
    hidden: tuple[str, ...],
    readers: tuple[int, ...],
    grants: tuple[GrantView, ...] = (),
) -> Access:
    """Return the access of an event; `readers` are the organisations and groups that its owner named."""
    subjects: dict[tuple[str, ...], set[int]] = {(): {owner, *readers}}
    if visibility == ANYONE:
        subjects.setdefault(hidden, set()).add(EVERYONE)
    elif visibility == MEMBERS:
        subjects.setdefault(hidden, set()).add(EVERY_MEMBER)
    for grant in grants:
        subjects.setdefault(grant.hidden, set()).add(grant.subject)
    views = tuple(View(pointers, frozenset(named)) for pointers, named in subjects.items())
    return Access(views, frozenset(grant.subject for grant in grants if grant.to_anyone))


def audience_number(subjects: Iterable[int]) -> int:
    """Return the number of an audience of its own: it follows from its subjects, so that every mirror has the same."""
    text = ",".join(str(subject) for subject in sorted(subjects))
    # 62 random bits above the reserved numbers, and within a signed 64-bit column.
    return int.from_bytes(hashlib.sha256(f"suyuan/audience/1:{text}".encode()).digest()[:8], "big") >> 2 | 1 << 62
