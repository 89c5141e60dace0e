"""From a body to its projection: columns for queries, names in their roles, edges between things, custody.

Source: EPCIS 2.0, clause 7.4 (event types); docs/formats.md, sections 2 and 4 (kinds, normal form, statements).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from store.access import Access
from store.columns import indexed, microseconds_of
from store.disclosure import without_hidden
from store.mirror.projection import (
    CustodyChange,
    Edge,
    NamedIdentifier,
    NameRole,
    Projection,
    Relation,
    Shown,
    Term,
)
from store.mirror.shapes import LONGEST
from store.record.bodies import SealedEvent
from traceability.epcis import Event
from traceability.ledger.meta import Kind
from traceability.querying.facts import Fact, further_facts_of
from traceability.querying.keys import text_key

VERSION = 3
"""Version of this code: when it rises, the mirror is rebuilt."""

LISTS = {
    "epcList": NameRole.SUBJECT,
    "childEPCs": NameRole.CHILD,
    "inputEPCList": NameRole.INPUT,
    "outputEPCList": NameRole.OUTPUT,
}
QUANTITIES = {
    "quantityList": NameRole.SUBJECT_CLASS,
    "childQuantityList": NameRole.CHILD_CLASS,
    "inputQuantityList": NameRole.INPUT_CLASS,
    "outputQuantityList": NameRole.OUTPUT_CLASS,
}

SCALARS = {
    "type": "/type",
    "action": "/action",
    "bizStep": "/bizStep",
    "disposition": "/disposition",
    "readPoint": "/readPoint/id",
    "bizLocation": "/bizLocation/id",
}
"""Fields that have a column, with the pointer to their value."""

CHILDREN = (NameRole.CHILD, NameRole.CHILD_CLASS)
INPUTS = (NameRole.INPUT, NameRole.INPUT_CLASS)
OUTPUTS = (NameRole.OUTPUT, NameRole.OUTPUT_CLASS)

LINKS = {
    Kind.PACK: (Relation.CONTAINED, Relation.LOT_CONTAINED, False),
    Kind.UNPACK: (Relation.CONTAINED, Relation.LOT_CONTAINED, True),
    Kind.ASSOCIATE: (Relation.BUILT_IN, Relation.LOT_BUILT_IN, False),
    Kind.DISSOCIATE: (Relation.BUILT_IN, Relation.LOT_BUILT_IN, True),
}
"""Relation of single things, relation of lots and classes, and whether the kind ends them."""

TAKING = frozenset(
    {"accepting", "arriving", "collecting", "holding", "receiving", "stocking", "storing", "void_shipping"}
)
"""Business steps (CBV 2.0, clause 7.1) after which the author of an observation holds the thing."""

GIVING = frozenset({"departing", "dispensing", "retail_selling", "shipping"})
"""Business steps after which the author holds the thing no more."""

NOBODY = 0


_BY_ID, _BY_HASH = int(Shown.EVENT_ID), int(Shown.EVENT_HASH)


def projection_of(sealed: SealedEvent, position: int, recorded_at: int) -> Projection | None:
    """Return the projection of an event that the chain took at a position and time (seconds), or None once forgotten."""
    if sealed.body is None:
        return None
    event = Event.from_json(sealed.body)
    sights = Sights(sealed)
    named = _named(event.body, sights)
    tied = sights.of("/action")
    record_time = recorded_at * 1_000_000
    columns, terms = _columns(event, sealed.body, sealed.event_hash, sights)
    return Projection(
        position=position,
        commitment=sealed.commitment,
        organisation=sealed.organisation,
        kind=sealed.kind,
        event_type=columns["type"],
        action=columns["action"],
        event_time=microseconds_of(event.event_time) if "eventTime" in event.body else record_time,
        record_time=record_time,
        event_id=indexed(event.event_id),
        biz_step=columns["bizStep"],
        disposition=columns["disposition"],
        read_point=columns["readPoint"],
        biz_location=columns["bizLocation"],
        is_correction=sealed.kind == Kind.CORRECT,
        event_hash=sealed.event_hash,
        shown=_shown(event, sights),
        audience=sights.audience(sights.known),
        readers=sights.access.readers,
        names=tuple(NamedIdentifier(name.text, name.role, sights.audience(name.sight)) for name in named),
        edges=tuple(
            Edge(edge.part, edge.whole, edge.relation, edge.parts_them, sights.audience(edge.sight))
            for edge in _edges(event.body, sealed, named, tied, sights)
        ),
        custody=tuple(
            CustodyChange(change.text, change.organisation, sights.audience(change.sight))
            for change in _custody(event, sealed, named, sights)
        ),
        terms=terms,
        audiences=sights.access.audiences,
    )


class Sights:
    """Who may know what of one event; a view that hides its time or its type has nothing of it (both show in every answer)."""

    def __init__(self, sealed: SealedEvent) -> None:
        self.access: Access = sealed.access
        self.known = self.access.sight("/eventTime") & self.access.sight("/type")
        """The views that have the event at all."""
        self.complete = sum(1 << place for place, view in enumerate(self.access.views) if not view.hidden)
        """The views that have all of it, and so its hash."""
        self.is_divided = len(self.access.views) > 1

    def of(self, pointer: str) -> int:
        """Return the views that show what stands at a pointer."""
        return self.known & self.access.sight(pointer) if self.is_divided else self.known

    def audience(self, sight: int) -> int:
        """Return the number for rows of a sight."""
        return self.access.audience(sight)


def _columns(
    event: Event, body: str, event_hash: str | None, sights: Sights
) -> tuple[dict[str, str | None], tuple[Term, ...]]:
    """Return what the event's columns hold, and the terms: whatever has no column, or is not for all who know the event."""
    values: dict[str, str | None] = {
        "type": event.event_type,
        "action": event.action,
        "bizStep": event.biz_step,
        "disposition": event.disposition,
        "readPoint": event.read_point,
        "bizLocation": event.biz_location,
    }
    everyone = sights.audience(sights.known)
    terms: list[Term] = []
    for field, value in values.items():
        if value is None or (not sights.is_divided and len(value) <= LONGEST // 4):
            continue
        sight = sights.of(SCALARS[field])
        if sight != sights.known or len(value.encode()) > LONGEST:
            values[field] = None
            terms.append(Term(field, text_key(value), sights.audience(sight)))
    if not event.event_type:
        return values, tuple(terms)
    if not sights.is_divided:
        terms += [Term(field, key, everyone) for field, key in set(further_facts_of(event.body))]
    else:
        terms += [Term(*fact, sights.audience(sight)) for fact, sight in _further(event, body, sights).items()]
        identity, sight = event.event_id, sights.of("/eventID")
        if identity is None:
            identity, sight = event_hash, sights.complete
        if identity is not None and sight != sights.known:
            terms.append(Term("eventID", text_key(identity), sights.audience(sight)))
    return values, tuple(terms)


def _further(event: Event, body: str, sights: Sights) -> dict[Fact, int]:
    """Return the facts beyond the columns, each with the views that have it: what is left where hidden fields are taken out."""
    whole = set(further_facts_of(event.body))
    found = dict.fromkeys(whole, 0)
    for place, view in enumerate(sights.access.views):
        bit = 1 << place
        if not sights.known & bit:
            continue
        left = (
            whole & set(further_facts_of(Event.from_json(without_hidden(body, view.hidden)).body))
            if view.hidden
            else whole
        )
        for fact in left:
            found[fact] |= bit
    return found


def _shown(event: Event, sights: Sights) -> int:
    """Return which of id and hash everyone may ask for who knows the event: the hash tells of every field."""
    # Plain numbers: a flag of its own class is made anew by every operation, and this is done for every event.
    found = _BY_ID if sights.of("/eventID") == sights.known else 0
    if event.event_id is None and sights.complete == sights.known:
        found |= _BY_HASH
    return found


@dataclass(frozen=True, slots=True)
class Named:
    """An identifier that the event names, and the views that have it there."""

    text: str
    role: NameRole
    sight: int


@dataclass(frozen=True, slots=True)
class Tied:
    """An edge as `store.mirror.projection.Edge` has it, with the views that have it."""

    part: str | None
    whole: str
    relation: Relation
    parts_them: bool
    sight: int


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a thing after the event, with the views that have it."""

    text: str
    organisation: int
    sight: int


def _named(body: Mapping[str, Any], sights: Sights) -> tuple[Named, ...]:
    """Return each identifier once per role; one that stands both hidden and open is open.

    Else its absence would tell that what is hidden is the same.
    """
    found: dict[tuple[str, NameRole], int] = {}
    for pointer, text, role in _places(body):
        if indexed(text) is not None:
            found[text, role] = found.get((text, role), 0) | sights.of(pointer)
    return tuple(Named(text, role, sight) for (text, role), sight in found.items())


def _places(body: Mapping[str, Any]) -> Iterator[tuple[str, str, NameRole]]:
    for name, role in LISTS.items():
        for place, text in enumerate(body.get(name, ())):
            yield f"/{name}/{place}", str(text), role
    for name, role in QUANTITIES.items():
        for place, quantity in enumerate(body.get(name, ())):
            if "epcClass" in quantity:
                yield f"/{name}/{place}/epcClass", str(quantity["epcClass"]), role
    if "parentID" in body:
        yield "/parentID", str(body["parentID"]), NameRole.PARENT
    if "type" not in body:
        # A statement (a description, a "forgotten") names its subjects at these places.
        for name in ("id", "subject"):
            if isinstance(body.get(name), str):
                yield f"/{name}", body[name], NameRole.SUBJECT
        for place, text in enumerate(body.get("things", ())):
            yield f"/things/{place}", str(text), NameRole.SUBJECT


def _edges(
    body: Mapping[str, Any], sealed: SealedEvent, named: Sequence[Named], sight: int, sights: Sights
) -> Iterator[Tied]:
    kind = Kind(sealed.kind)
    if kind is Kind.TRANSFORM:
        yield from _transformed(body, sealed, named, sight, sights)
    if kind not in LINKS:
        return
    single, many, parts_them = LINKS[kind]
    children = [name for name in named if name.role in CHILDREN]
    for parent in (name for name in named if name.role is NameRole.PARENT):
        if parts_them and not children:
            yield Tied(None, parent.text, single, True, sight & parent.sight)
        for child in children:
            relation = single if child.role is NameRole.CHILD else many
            seen_by = sight & parent.sight & child.sight
            yield Tied(child.text, parent.text, relation, parts_them, seen_by)


def _transformed(
    body: Mapping[str, Any], sealed: SealedEvent, named: Sequence[Named], sight: int, sights: Sights
) -> Iterator[Tied]:
    """Tie inputs to outputs: directly, or through a knot where that is fewer edges or the transformation has an id.

    A transformation id may join several events (EPCIS 2.0 clause 7.4.6), of one organisation: nobody can add an input to
    another's transformation.
    """
    inputs = [name for name in named if name.role in INPUTS]
    outputs = [name for name in named if name.role in OUTPUTS]
    shared = body.get("transformationID")
    of_shared = sight & sights.of("/transformationID")
    if shared is not None and of_shared != sight:
        # Who may not know the id is not told either that it ties this event to others.
        yield from _transformed({**body, "transformationID": None}, sealed, named, sight & ~of_shared, sights)
        sight = of_shared
    if shared is None and min(len(inputs), len(outputs)) <= 1:
        for consumed in inputs:
            for made in outputs:
                seen_by = sight & consumed.sight & made.sight
                yield Tied(consumed.text, made.text, Relation.TRANSFORMED, False, seen_by)
        return
    knot = f"transformation:{sealed.organisation}:{indexed(shared) or sealed.commitment.hex()}"
    for consumed in inputs:
        yield Tied(consumed.text, knot, Relation.TRANSFORMED, False, sight & consumed.sight)
    for made in outputs:
        yield Tied(knot, made.text, Relation.TRANSFORMED, False, sight & made.sight)


def _custody(event: Event, sealed: SealedEvent, named: Sequence[Named], sights: Sights) -> Iterator[Held]:
    """Say who holds what after the event; what is packed or built in is held through its package or asset.

    A thing that is consumed and made by one event may be said of both ways: each counts for who may know its place.
    """
    step = event.biz_step
    seen_by = sights.of("/action") & sights.of("/bizStep")
    found: dict[tuple[str, int], int] = {}
    for name in named:
        holder = _holder(Kind(sealed.kind), name.role, step, sealed.organisation)
        if holder is not None:
            found[name.text, holder] = found.get((name.text, holder), 0) | (seen_by & name.sight)
    for (text, holder), sight in found.items():
        yield Held(text, holder, sight)


def _holder(kind: Kind, role: NameRole, step: str | None, author: int) -> int | None:
    """Return the holder of a thing after an event of a kind that names it in a role; None where that says nothing."""
    match kind, role:
        case (Kind.CREATE, NameRole.SUBJECT) | (Kind.TRANSFORM, NameRole.OUTPUT):
            return author
        case (Kind.END, NameRole.SUBJECT) | (Kind.TRANSFORM, NameRole.INPUT):
            return NOBODY
        case (Kind.PACK | Kind.ASSOCIATE, NameRole.PARENT) | (Kind.UNPACK | Kind.DISSOCIATE, NameRole.CHILD):
            return author
        case (Kind.PACK | Kind.ASSOCIATE, NameRole.CHILD):
            return NOBODY
        case (Kind.OBSERVE | Kind.TRANSACT, NameRole.SUBJECT | NameRole.PARENT):
            if step in TAKING:
                return author
            return NOBODY if step in GIVING else None
        case _:
            return None
