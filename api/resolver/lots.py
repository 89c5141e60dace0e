"""The lot of an item whose address does not name it, as the event by which its holder made it says (CBV 2.0 §9.2).

Only what the reader may see counts: which lot an item is of may be its owner's secret.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from api.resolver.questions import Question, question_of
from api.rooms import Rooms
from store.mirror.event_queries import event_page
from store.reader import Reader
from store.record.bodies import visible_events
from traceability.identifiers import Identifier, IdentifierInvalid, Level, lot_of
from traceability.life.happening import LOT_NUMBER_POINTERS
from traceability.linking.anchors import Anchor
from traceability.querying import query_of

_MOST_EVENTS: Final = 10
"""Events of an item's making that are looked at: there is one, and its corrections."""
_NAMES: Final = tuple(pointer.removeprefix("/ilmd/") for pointer in LOT_NUMBER_POINTERS)


def with_lot(rooms: Rooms, question: Question, reader: Reader) -> Question:
    """Return a question with the level of the item's lot, where its address lacks it and the reader may know it."""
    identifier = question.identifier
    is_item = identifier.level is Level.ITEM and identifier.kind in ("sgtin", "upui")
    if not is_item or any(anchor.identifier.level is Level.LOT for anchor in question.anchors):
        return question
    lot = known_lot(rooms, question, reader)
    if lot is None:
        return question
    return question_of(rooms, (question.anchors[0], Anchor(lot.canonical, lot), *question.anchors[1:]))


def known_lot(rooms: Rooms, question: Question, reader: Reader) -> Identifier | None:
    """Return the one lot of an item that the holder's events name; several are a contradiction, which the verdict tells."""
    making = query_of(
        {"MATCH_epc": [question.identifier.canonical], "EQ_action": ["ADD"], "eventType": ["ObjectEvent"]}
    )
    page = event_page(rooms.mirror, making, reader, limit=_MOST_EVENTS)
    own = [event.commitment for event in page.events if event.organisation == question.holder]
    numbers = {
        number
        for event in visible_events(rooms.record, own, reader).values()
        for number in _lot_numbers(msgspec.json.decode(event.body))
    }
    if len(numbers) != 1:
        return None
    try:
        return lot_of(question.identifier, numbers.pop())
    except IdentifierInvalid:
        return None


def _lot_numbers(body: Any) -> list[str]:
    ilmd = body.get("ilmd") if isinstance(body, dict) else None
    values = [ilmd[name] for name in _NAMES if name in ilmd] if isinstance(ilmd, dict) else []
    return [value for value in values if isinstance(value, str)]
