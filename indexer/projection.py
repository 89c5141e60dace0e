"""From a body to its projection: columns for queries, names in their roles, edges between things, custody.

Source: EPCIS 2.0, clause 7.4 (event types); docs/formats.md, sections 2 and 4 (kinds, normal form, statements).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from store.columns import indexed, microseconds_of
from store.disclosure import is_hidden
from store.mirror.projection import (
    Audience,
    CustodyChange,
    Edge,
    Hidden,
    NamedIdentifier,
    NameRole,
    Projection,
    Relation,
)
from store.reader import ANYONE, MEMBERS
from store.record.bodies import SealedEvent
from traceability.epcis import Event
from traceability.ledger.meta import Kind

VERSION = 1
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

COLUMNS = {
    "/action": Hidden.ACTION,
    "/eventTime": Hidden.EVENT_TIME,
    "/eventID": Hidden.EVENT_ID,
    "/bizStep": Hidden.BIZ_STEP,
    "/disposition": Hidden.DISPOSITION,
    "/readPoint/id": Hidden.READ_POINT,
    "/bizLocation/id": Hidden.BIZ_LOCATION,
    "/type": Hidden.EVENT_TYPE,
}

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


def projection_of(sealed: SealedEvent, position: int, recorded_at: int) -> Projection | None:
    """Return the projection of an event that the chain took at a position and time (seconds), or None once forgotten."""
    if sealed.body is None:
        return None
    event = Event.from_json(sealed.body)
    audience = _audience(sealed.visibility)
    hidden = _hidden_columns(sealed.hidden)
    # Order and type show in every answer: an event that hides them is kept from all but its readers.
    whole_only = hidden & (Hidden.EVENT_TIME | Hidden.EVENT_TYPE)
    row_audience = Audience.WHOLE if whole_only else audience
    named = _named(event.body, sealed.hidden, row_audience)
    tied = Audience.WHOLE if hidden & Hidden.ACTION else row_audience
    record_time = recorded_at * 1_000_000
    return Projection(
        position=position,
        commitment=sealed.commitment,
        organisation=sealed.organisation,
        kind=sealed.kind,
        event_type=event.event_type,
        action=event.action,
        event_time=microseconds_of(event.event_time) if "eventTime" in event.body else record_time,
        record_time=record_time,
        event_id=indexed(event.event_id),
        biz_step=indexed(event.biz_step),
        disposition=indexed(event.disposition),
        read_point=indexed(event.read_point),
        biz_location=indexed(event.biz_location),
        is_correction=sealed.kind == Kind.CORRECT,
        event_hash=sealed.event_hash,
        audience=row_audience,
        hidden=hidden,
        readers=sealed.access.readers,
        names=named,
        edges=tuple(_edges(event.body, sealed, named, tied)),
        custody=tuple(_custody(event, sealed, named, tied)),
    )


def _audience(visibility: str) -> Audience:
    if visibility == ANYONE:
        return Audience.ANYONE
    return Audience.MEMBERS if visibility == MEMBERS else Audience.WHOLE


def _hidden_columns(hidden: tuple[str, ...]) -> Hidden:
    found = Hidden.NONE
    for pointer, column in COLUMNS.items():
        if hidden and is_hidden(pointer, hidden):
            found |= column
    return found


def _named(body: Mapping[str, Any], hidden: tuple[str, ...], audience: Audience) -> tuple[NamedIdentifier, ...]:
    """Return each identifier once per role; where it stands both hidden and open, hidden wins."""
    found: dict[tuple[str, NameRole], Audience] = {}
    for pointer, text, role in _places(body):
        if indexed(text) is None:
            continue
        seen_by = Audience.WHOLE if hidden and is_hidden(pointer, hidden) else audience
        found[text, role] = max(seen_by, found.get((text, role), Audience.ANYONE))
    return tuple(NamedIdentifier(text, role, seen_by) for (text, role), seen_by in found.items())


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
    body: Mapping[str, Any], sealed: SealedEvent, named: Sequence[NamedIdentifier], audience: Audience
) -> Iterator[Edge]:
    kind = Kind(sealed.kind)
    if kind is Kind.TRANSFORM:
        yield from _transformed(body, sealed, named, audience)
    if kind not in LINKS:
        return
    single, many, parts_them = LINKS[kind]
    children = [name for name in named if name.role in CHILDREN]
    for parent in (name for name in named if name.role is NameRole.PARENT):
        if parts_them and not children:
            yield Edge(None, parent.text, single, True, max(audience, parent.audience))
        for child in children:
            relation = single if child.role is NameRole.CHILD else many
            seen_by = max(audience, parent.audience, child.audience)
            yield Edge(child.text, parent.text, relation, parts_them, seen_by)


def _transformed(
    body: Mapping[str, Any], sealed: SealedEvent, named: Sequence[NamedIdentifier], audience: Audience
) -> Iterator[Edge]:
    """Tie inputs to outputs: directly, or through a knot where that is fewer edges or the transformation has an id.

    A transformation id may join several events (EPCIS 2.0 clause 7.4.6), of one organisation: nobody can add an input to
    another's transformation.
    """
    inputs = [name for name in named if name.role in INPUTS]
    outputs = [name for name in named if name.role in OUTPUTS]
    shared = body.get("transformationID")
    if shared is None and min(len(inputs), len(outputs)) <= 1:
        for consumed in inputs:
            for made in outputs:
                seen_by = max(audience, consumed.audience, made.audience)
                yield Edge(consumed.text, made.text, Relation.TRANSFORMED, False, seen_by)
        return
    knot = f"transformation:{sealed.organisation}:{indexed(shared) or sealed.commitment.hex()}"
    for consumed in inputs:
        yield Edge(consumed.text, knot, Relation.TRANSFORMED, False, max(audience, consumed.audience))
    for made in outputs:
        yield Edge(knot, made.text, Relation.TRANSFORMED, False, max(audience, made.audience))


def _custody(
    event: Event, sealed: SealedEvent, named: Sequence[NamedIdentifier], audience: Audience
) -> Iterator[CustodyChange]:
    """Say who holds what after the event; what is packed or built in is held through its package or asset."""
    step = event.biz_step
    if sealed.hidden and is_hidden("/bizStep", sealed.hidden):
        audience = Audience.WHOLE
    found: dict[str, tuple[int, Audience]] = {}
    for name in named:
        holder = _holder(Kind(sealed.kind), name.role, step, sealed.organisation)
        if holder is not None:
            found[name.text] = (holder, max(audience, name.audience))
    for text, (holder, seen_by) in found.items():
        yield CustodyChange(text, holder, seen_by)


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
