"""What a thing rests on: lot, class, components, inputs, what is packed in it, and the packages that held it at the time.

"Not recalled" can be said of a thing only when the state of all of these is known. The search is that of
traceability/verdict/README.md §3.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from traceability.commitment import Thing
from traceability.identifiers import Identifier, IdentifierInvalid, Level, Prefix, class_of, lot_of, parse
from traceability.ledger.keys import prefix_key, rest_hash, thing_key
from traceability.ledger.meta import Flag, Kind, State
from traceability.ledger.records import Grant, GrantStatus, StateRecord
from traceability.life.corrections import Corrections, corrections_of
from traceability.life.lines import Line
from traceability.life.links import Links, emptied_at, links_of
from traceability.life.naming import Named

MOST_VISITS = 256
"""The number of things that are looked at for one question."""

MARKING = frozenset({State.RECALLED, State.QUARANTINED})
"""The states that a thing takes over from what it rests on."""


class Why(Enum):
    """Why one thing rests on another."""

    SELF = "self"
    ALIAS = "alias"
    LOT = "lot"
    CLASS = "class"
    COMPONENT = "component"
    INPUT = "input"
    CONTENT = "content"
    PACKAGE = "package"


class NotTold(Exception):
    """Something that the search needs was not shown; the reason is a code of traceability/verdict/README.md."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"not told: {reason}")


class Sources(Protocol):
    """Where the search reads. Each method raises `NotTold` where it cannot answer."""

    def grant(self, prefix: Prefix) -> Grant | None:
        """Return the grant of a prefix."""

    def partner_mask(self, prefix: Prefix, organisation: int) -> int:
        """Return the rights that the holder of a prefix gave one organisation."""

    def state(self, thing: Thing) -> StateRecord:
        """Return the state of a thing."""

    def lines(self, thing: Thing) -> Sequence[Line]:
        """Return all lines of a thing, none where its head is empty; `NotTold` unless they lead to its head."""


@dataclass(frozen=True, slots=True)
class Resting:
    """One thing that was looked at, and what its state says."""

    id: str
    """Its canonical form, or the text by which an event names it."""
    why: Why
    of: str | None
    """The thing through which it was found."""
    thing: Thing | None
    """None where it is under no granted prefix."""
    state: State
    """The state that counts for the question: ACTIVE where nothing marks."""
    since: int
    """Since when, seconds since 1970; 0 where the state was never changed or is not known."""
    gap: str | None
    """Why its state is not known."""
    horizon: int | None
    """Until when its lines count for the question, seconds since 1970; None where all do."""


@dataclass(slots=True)
class Foundation:
    """All that a thing rests on."""

    rests_on: list[Resting] = field(default_factory=list)
    """In the order of the search, the thing itself first."""
    gaps: list[tuple[str, str]] = field(default_factory=list)
    """Why there may be more: code and id, in the order found."""


@dataclass(frozen=True, slots=True)
class _Visit:
    id: str
    thing: Thing | None
    why: Why
    of: str | None
    until: int | None
    """Lines recorded later are not looked at; None: all are."""
    start: int | None
    """From when a package held the thing."""
    end: int | None
    """Until when a package held the thing, None: it still does."""
    closed_by: bytes | None = None
    """The commitment of the event that took it out at `end`."""

    @property
    def identity(self) -> tuple[object, ...]:
        return (self.thing.key if self.thing else self.id, self.why, self.until, self.start, self.end, self.closed_by)

    @property
    def horizon(self) -> int | None:
        """The last moment of the thing that counts."""
        return _earlier(self.until, self.end)


def thing_under(identifier: Identifier, length: int) -> Thing:
    """Return a thing with its key under a prefix of that length."""
    prefix, rest = identifier.halves(length)
    return Thing(length, thing_key(prefix_key(prefix.scheme, prefix.text), rest_hash(rest)), identifier.canonical)


def prefix_of(thing: Thing) -> Prefix:
    """Return the prefix under which a thing stands."""
    return parse(thing.canonical).halves(thing.prefix_length)[0]


def rests_on(subject: Thing, sources: Sources, aliases: Sequence[Thing] = ()) -> Foundation:
    """Return all that a thing rests on, with the state of each, and what is in the way of saying that this is all.

    `aliases` are the other codes by which both sides know the thing: it rests on them as on itself.
    """
    search = _Search(sources)
    search.enqueue(_Visit(subject.canonical, subject, Why.SELF, None, None, None, None))
    for alias in aliases:
        search.enqueue(_Visit(alias.canonical, alias, Why.ALIAS, subject.canonical, None, None, None))
    while search.queue:
        if len(search.foundation.rests_on) >= MOST_VISITS:
            search.foundation.gaps.append(("too_many", search.queue[0].id))
            break
        search.visit(search.queue.popleft())
    return search.foundation


class _Search:
    """The state of one search, breadth first."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.queue: deque[_Visit] = deque()
        self.seen: set[tuple[object, ...]] = set()
        self.foundation = Foundation()

    def enqueue(self, visit: _Visit) -> None:
        if visit.identity not in self.seen:
            self.seen.add(visit.identity)
            self.queue.append(visit)

    def gap(self, reason: str, at: str) -> str:
        self.foundation.gaps.append((reason, at))
        return reason

    def visit(self, visit: _Visit) -> None:
        def rest(state: State = State.ACTIVE, since: int = 0, gap: str | None = None) -> None:
            self.foundation.rests_on.append(
                Resting(visit.id, visit.why, visit.of, visit.thing, state, since, gap, visit.horizon)
            )

        thing = visit.thing
        if thing is None:
            rest(gap=self.gap("not_on_network", visit.id))
            return
        prefix = prefix_of(thing)
        try:
            grant = self.sources.grant(prefix)
        except NotTold as missing:
            rest(gap=self.gap(missing.reason, visit.id))
            return
        if grant is None or grant.status is not GrantStatus.GRANTED:
            rest(gap=self.gap("prefix_not_granted", visit.id))
            return
        try:
            rest(*self._mark(visit, thing))
        except NotTold as missing:
            rest(gap=self.gap(missing.reason, visit.id))
        self._unfold(visit, thing, prefix, grant)

    def _mark(self, visit: _Visit, thing: Thing) -> tuple[State, int]:
        record = self.sources.state(thing)
        if visit.why is not Why.PACKAGE:
            return (record.state, record.since) if record.state in MARKING else (State.ACTIVE, record.since)
        if record.state in (State.UNCHANGED, State.ACTIVE):
            return State.ACTIVE, record.since
        if record.state in MARKING and (visit.end is None or record.since < visit.end):
            return record.state, record.since
        try:
            lines = self.sources.lines(thing)
        except NotTold:
            raise NotTold("package_lines_needed") from None
        return _mark_while_inside(lines, visit)

    def _unfold(self, visit: _Visit, thing: Thing, prefix: Prefix, grant: Grant) -> None:
        identifier = parse(thing.canonical)
        if not identifier.has_head:
            return
        whole = visit.why in (Why.SELF, Why.ALIAS, Why.COMPONENT, Why.INPUT, Why.CONTENT)
        packages = visit.why is Why.PACKAGE
        is_part_lot = identifier.level is Level.LOT and visit.why in (Why.LOT, Why.COMPONENT)
        product_class = None if packages else _class_of(identifier)
        if not packages and product_class is None and class_of(identifier) is not None:
            self.gap("class_not_followed", visit.id)
        if product_class is not None:
            self._enqueue(visit, thing_under(product_class, thing.prefix_length), Why.CLASS)
        try:
            lines = self.sources.lines(thing)
        except NotTold as missing:
            self.gap(missing.reason, visit.id)
            return
        if not lines and identifier.level is not Level.LOT and visit.why is not Why.ALIAS:
            self.gap("never_recorded", visit.id)
        horizon = visit.horizon
        known = [line for line in lines if horizon is None or line.meta.time <= horizon]
        corrections = corrections_of(lines, grant.holder)
        links = links_of(thing, known, corrections, lambda line: self._counts(prefix, grant, line, visit.id))
        for reason in links.gaps:
            self.gap(reason, visit.id)
        if not packages:
            self._enqueue_makings(visit, thing, identifier, links)
        if whole and not is_part_lot:
            for component in links.current_components:
                self._enqueue_named(visit, component.named, Why.COMPONENT)
        if visit.why in (Why.SELF, Why.ALIAS, Why.CONTENT):
            if links.hides_contents:
                self.gap("contents_not_shown", visit.id)
            for content in links.contents:
                self._enqueue_named(visit, content, Why.CONTENT)
        if packages or (whole and not is_part_lot):
            self._enqueue_packages(visit, links)

    def _counts(self, prefix: Prefix, grant: Grant, line: Line, at: str) -> bool:
        """Return whether a line is by the holder or by a member that it admits."""
        organisation, right = line.meta.organisation, 1 << line.meta.kind
        if organisation == grant.holder or grant.everyone & right:
            return True
        try:
            return bool(self.sources.partner_mask(prefix, organisation) & right)
        except NotTold as missing:
            self.gap(missing.reason, at)
            return False

    def _enqueue_makings(self, visit: _Visit, thing: Thing, identifier: Identifier, links: Links) -> None:
        for making in links.made_of:
            if isinstance(making, str):
                lot = _lot_of(identifier, making)
                if lot is not None:
                    self._enqueue(visit, thing_under(lot, thing.prefix_length), Why.LOT)
            else:
                until = _earlier(visit.horizon, making.consumed_at)
                self._enqueue_named(visit, making.named, Why.INPUT, until=until)

    def _enqueue_packages(self, visit: _Visit, links: Links) -> None:
        for stay in links.containments:
            left, closed_by = stay.end, stay.closed_by
            if left is None and stay.package.thing is not None:
                emptied = self._emptied_at(stay.package.thing, stay.packed_by)
                if emptied is not None:
                    left, closed_by = emptied.meta.time, emptied.commitment
            start = stay.start if visit.start is None else max(stay.start, visit.start)
            end = _earlier(left, visit.horizon)
            if end is None or start <= end:
                closing = closed_by if end == left else None
                named, why = stay.package, Why.PACKAGE
                self.enqueue(_Visit(named.text, named.thing, why, visit.id, visit.horizon, start, end, closing))

    def _emptied_at(self, package: Thing, packed_by: bytes) -> Line | None:
        prefix = prefix_of(package)
        try:
            grant = self.sources.grant(prefix)
            if grant is None or grant.status is not GrantStatus.GRANTED:
                return None
            lines = self.sources.lines(package)
        except NotTold:
            return None
        corrections: Corrections = corrections_of(lines, grant.holder)
        return emptied_at(
            package, lines, corrections, packed_by, lambda line: self._counts(prefix, grant, line, package.canonical)
        )

    def _enqueue(self, visit: _Visit, thing: Thing, why: Why) -> None:
        self.enqueue(_Visit(thing.canonical, thing, why, visit.id, visit.horizon, None, None))

    def _enqueue_named(self, visit: _Visit, named: Named, why: Why, until: int | None = None) -> None:
        until = visit.horizon if until is None else until
        self.enqueue(_Visit(named.text, named.thing, why, visit.id, until, None, None))


def _mark_while_inside(lines: Sequence[Line], visit: _Visit) -> tuple[State, int]:
    """Return the mark that a package leaves on what it held, by its own changes of state.

    The package's lines tell the order of a recall and of taking the thing out even within one second.
    """
    changes = [line for line in lines if line.meta.flags & Flag.STATE and line.meta.kind is Kind.STATE]
    closing = next((line.position for line in lines if line.commitment == visit.closed_by), None)
    mark = (State.ACTIVE, 0)
    for number, line in enumerate(changes):
        time, state = line.meta.time, line.meta.state
        inside = line.position < closing if closing is not None else visit.end is None or time <= visit.end
        following = changes[number + 1].meta.time if number + 1 < len(changes) else None
        if state is State.ACTIVE:
            mark = (State.ACTIVE, time)
        elif state in MARKING and inside and (following is None or following >= (visit.start or 0)):
            mark = (state, time)
    return mark


def _class_of(identifier: Identifier) -> Identifier | None:
    return class_of(identifier) if identifier.kind in ("sgtin", "lgtin") else None


def _lot_of(identifier: Identifier, number: str) -> Identifier | None:
    """Return the lot of an item by its number, None where the item has no lots."""
    product_class = class_of(identifier) if identifier.kind == "sgtin" else None
    if product_class is None:
        return None
    try:
        return lot_of(product_class, number)
    except IdentifierInvalid:
        return None


def _earlier(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
