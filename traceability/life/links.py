"""Links: what the lines of one thing say that it is made of and was held by (EPCIS 2.0 §7.4.3 to §7.4.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from traceability.commitment import Thing
from traceability.ledger.meta import Kind
from traceability.life.corrections import Corrections
from traceability.life.happening import Happening
from traceability.life.lines import Line, Standing
from traceability.life.naming import Named, Role

LINKING = frozenset({Kind.CREATE, Kind.PACK, Kind.UNPACK, Kind.TRANSFORM, Kind.ASSOCIATE, Kind.DISSOCIATE})
"""The kinds of lines that tell what a thing rests on."""


@dataclass(frozen=True, slots=True)
class Containment:
    """A stay of a thing in a package."""

    package: Named
    packed_by: bytes
    """The commitment of the event that put it in."""
    start: int
    """When it was put in, at the earliest: seconds since 1970."""
    end: int | None
    """When the ledger learnt that it was taken out, None while it is in."""
    closed_by: bytes | None = None
    """The commitment of the event that took it out."""


@dataclass(frozen=True, slots=True)
class Input:
    """Something that a thing was made from."""

    named: Named
    consumed_at: int
    """When the ledger learnt of it, seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Component:
    """Something that was built into a thing."""

    named: Named
    since: int
    """When the ledger learnt of it, seconds since 1970."""
    until: int | None
    """When the ledger learnt that it was taken out, None while it is in."""


@dataclass(slots=True)
class Links:
    """What the lines of one thing tie it to."""

    made_of: list[str | Input] = field(default_factory=list)
    """Lot numbers (text) and inputs, in the order of the lines."""
    components: list[Component] = field(default_factory=list)
    """All that was ever built in, in the order in which it was."""
    containments: list[Containment] = field(default_factory=list)
    """All stays in packages, in the order of packing."""
    contents: list[Named] = field(default_factory=list)
    """What is packed in it now, in the order of packing."""
    hides_contents: bool = False
    """Whether something was packed in it, or taken out, that is not shown."""
    gaps: list[str] = field(default_factory=list)
    """Why this may not be all, as codes of traceability/verdict/README.md, in the order found."""

    @property
    def current_components(self) -> tuple[Component, ...]:
        """Return what is still built in."""
        return tuple(component for component in self.components if component.until is None)


def links_of(thing: Thing, lines: Sequence[Line], corrections: Corrections, counts: Callable[[Line], bool]) -> Links:
    """Return the links of a thing; `counts` says whether a line is by the holder or a member that it admits."""
    links = Links()
    for line in lines:
        if line.meta.kind not in LINKING:
            continue
        if line.standing is not Standing.TOLD or line.happening is None:
            links.gaps.append("link_not_opened")
            continue
        if not corrections.stands(line.position):
            continue
        if line.position in corrections.doubtful:
            links.gaps.append("link_not_opened")
        if not counts(line):
            continue
        told = line.happening
        _follow(links, thing, told, told.roles_of(thing.key, thing.canonical))
    return links


def _follow(links: Links, thing: Thing, told: Happening, roles: tuple[Role, ...]) -> None:
    match told.kind:
        case Kind.CREATE:
            _follow_lot(links, told)
        case Kind.TRANSFORM if Role.OUTPUT in roles:
            _follow_lot(links, told)
            _follow_inputs(links, thing, told)
        case Kind.ASSOCIATE if Role.PARENT in roles:
            links.components += [Component(child, told.recorded_at, None) for child in told.named_as(Role.CHILD)]
            _note_kept_back(links, told, Role.CHILD)
        case Kind.DISSOCIATE if Role.PARENT in roles:
            _follow_removal(links, told)
        case Kind.PACK if Role.PARENT in roles:
            links.contents += told.named_as(Role.CHILD)
            links.hides_contents |= Role.CHILD in told.kept_back
        case Kind.UNPACK if Role.PARENT in roles:
            removed = {child.text for child in told.named_as(Role.CHILD)}
            everything = told.lacks(Role.CHILD)
            links.contents = [child for child in links.contents if not everything and child.text not in removed]
            links.hides_contents |= Role.CHILD in told.kept_back
        case Kind.PACK if Role.CHILD in roles:
            _follow_packing(links, told)
        case Kind.UNPACK if Role.CHILD in roles:
            _follow_unpacking(links, told)
        case _:
            pass


def _follow_lot(links: Links, told: Happening) -> None:
    if not told.has_lot_number:
        return
    lot_number = told.lot_number
    if lot_number is None:
        links.gaps.append("lot_not_opened")
    else:
        links.made_of.append(lot_number)


def _follow_inputs(links: Links, thing: Thing, told: Happening) -> None:
    links.made_of += [
        Input(named, told.recorded_at)
        for named in told.named_as(Role.INPUT)
        if named.thing is None or named.thing.key != thing.key
    ]
    _note_kept_back(links, told, Role.INPUT)
    if told.has_transformation_id:
        links.gaps.append("transformation_spans_events")


def _follow_removal(links: Links, told: Happening) -> None:
    _note_kept_back(links, told, Role.CHILD)
    # Without any child the event takes out all of them (EPCIS 2.0 §7.4.7).
    everything = told.lacks(Role.CHILD)
    removed = {child.text for child in told.named_as(Role.CHILD)}
    links.components = [
        Component(component.named, component.since, told.recorded_at)
        if component.until is None and (everything or component.named.text in removed)
        else component
        for component in links.components
    ]


def _follow_packing(links: Links, told: Happening) -> None:
    _note_kept_back(links, told, Role.PARENT)
    happened = told.recorded_at if told.event_time is None else min(told.event_time, told.recorded_at)
    links.containments += [
        Containment(parent, told.commitment, happened, None) for parent in told.named_as(Role.PARENT)
    ]


def _follow_unpacking(links: Links, told: Happening) -> None:
    _note_kept_back(links, told, Role.PARENT)
    if told.lacks(Role.PARENT):
        links.containments = _closed(links.containments, None, told)
    else:
        links.containments = _closed(links.containments, {parent.text for parent in told.named_as(Role.PARENT)}, told)


def _closed(containments: Iterable[Containment], packages: set[str] | None, by: Happening) -> list[Containment]:
    """Return the containments with the open ones in these packages (None: in any) ended by an event."""
    return [
        Containment(stay.package, stay.packed_by, stay.start, by.recorded_at, by.commitment)
        if stay.end is None and (packages is None or stay.package.text in packages)
        else stay
        for stay in containments
    ]


def emptied_at(
    package: Thing,
    lines: Sequence[Line],
    corrections: Corrections,
    packed_by: bytes,
    counts: Callable[[Line], bool],
) -> Line | None:
    """Return the line by which a package was unpacked whole after something was put in, None if it never was.

    A DELETE without children takes out all of them and has no line at theirs (EPCIS 2.0 §7.4.3).
    """
    packed = False
    for line in lines:
        if line.commitment == packed_by:
            packed = True
        elif (
            packed
            and line.meta.kind is Kind.UNPACK
            and line.happening is not None
            and corrections.stands(line.position)
            and line.position not in corrections.doubtful
            and counts(line)
            and line.happening.lacks(Role.CHILD)
            and Role.PARENT in line.happening.roles_of(package.key, package.canonical)
        ):
            return line
    return None


def _note_kept_back(links: Links, told: Happening, role: Role) -> None:
    if role in told.kept_back:
        links.gaps.append("link_not_opened")
