"""The mirror answers every parameter as reading all events one after the other would, for every reader, in order and page by page.

Source: EPCIS 2.0, clause 8.2.7.1. What is expected comes from the plain reading of `query_oracle`, on the bodies as each reader
sees them.
"""

import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from query_events import (
    ATTRIBUTES,
    CHILDREN,
    NAMES,
    RECORDED,
    Body,
    MasterData,
    as_parameters,
    shown,
    some_event,
    some_parameter,
    some_query,
    text_of,
)
from query_oracle import Known, meets, order_key

from indexer.projection import projection_of
from store import ANONYMOUS, Mirror, Reader
from store.bulk import insert_rows
from store.columns import table_of
from store.disclosure import without_hidden
from store.mirror import event_queries
from store.mirror.event_queries import event_page
from store.mirror.place import Place
from store.mirror.positions import first_position
from store.mirror.projecting import ProjectionWriter
from store.mirror.tables import MIRROR, BlockRow
from store.record.bodies import SealedEvent
from traceability.epcis import Event
from traceability.querying import query_of, resolved
from traceability.querying.query import Query

OWNER, FRIEND, STRANGER = Reader(7), Reader(8), Reader(9)
READERS = {"anyone": ANONYMOUS, "a member": STRANGER, "a friend": FRIEND, "the owner": OWNER}
POINTERS = (
    "/action", "/bizStep", "/disposition", "/readPoint", "/readPoint/id", "/bizLocation/id", "/epcList/0", "/childEPCs", "/parentID",
    "/eventID", "/quantityList/0/quantity", "/bizTransactionList/0", "/sourceList/0/source", "/errorDeclaration/reason",
    "/errorDeclaration", "/sensorElementList/0/sensorReport/0/value", "/sensorElementList/0/sensorMetadata", "/ilmd",
    "/{https:~1~1ex.org~1}a", "/{https:~1~1ex.org~1}b/*", "/readPoint/{https:~1~1ex.org~1}a", "/type", "/eventTime",
)  # fmt: skip

LIMITS: dict[str, dict[str, int]] = {
    "as they are": {},
    "followed": {
        "FEW": 0,
        "FEW_KEYS": 0,
        "MOST_KEYS": 0,
        "SORTABLE": 0,
        "MANY": 0,
        "FIRST_STRIDE": 2,
        "LONGEST_STRIDE": 3,
    },
    "turned": {
        "FEW": 1,
        "FEW_KEYS": 1,
        "SORTABLE": 4,
        "MANY": 3,
        "FIRST_STRIDE": 1,
        "LONGEST_STRIDE": 2,
        "PATIENCE": 2,
    },
}
"""Limits of the ways to look, so low that twelve events are many: rows are followed in strides, and the way changes underway."""


def some_sealed(source: random.Random, number: int) -> SealedEvent:
    """Return an event that its owner shows to somebody, with some fields hidden from most."""
    body: Body = some_event(source, number)
    if source.random() < 0.3:
        del body["eventID"]
    hidden = tuple(source.sample(POINTERS, source.choice([0, 0, 1, 2])))
    visibility = source.choice(["public", "public", "members", "private"])
    readers = frozenset({8} if source.random() < 0.5 else ())
    identity = body.get("eventID")
    return SealedEvent(
        number, number.to_bytes(32, "big"), 7, text_of(body), bytes(32), f"urn:uuid:{number % 3}", identity, 1, 0, 0, 0,
        visibility, hidden, readers, None,  # type: ignore[arg-type]  # the time of capture plays no part
    )  # fmt: skip


def written(mirror: Mirror, events: Sequence[SealedEvent]) -> None:
    """Project events into an emptied mirror, each in a block of its own, an hour after the one before."""
    with mirror.writing() as connection:
        for table in reversed(MIRROR.sorted_tables):
            connection.execute(table.delete())
        times = [RECORDED + timedelta(hours=number) for number in range(len(events))]
        rows = [(number, bytes(32), bytes(32), int(time.timestamp())) for number, time in enumerate(times)]
        insert_rows(connection, table_of(BlockRow), rows)
        projections = [
            projection_of(sealed, first_position(number), int(times[number].timestamp()))
            for number, sealed in enumerate(events)
        ]
        ProjectionWriter().write(connection, [found for found in projections if found is not None])


def seen(events: Sequence[SealedEvent], reader: Reader) -> dict[int, Known]:
    """Return what a reader sees of each event, by its number."""
    found = {}
    for number, sealed in enumerate(events):
        views = sealed.access.views_for(reader)
        if not views:
            continue
        hidden = min((view.hidden for view in views), key=len)
        body = Event.from_json(without_hidden(str(sealed.body), hidden) if hidden else str(sealed.body)).body
        if "type" not in body or "eventTime" not in body:
            continue
        if "eventID" not in body and not hidden:
            body = {**body, "eventID": sealed.event_hash}
        found[number] = Known(body, RECORDED + timedelta(hours=number), CHILDREN, ATTRIBUTES)
    return found


def expected_order(query: dict[str, Any], events: dict[int, Known]) -> list[int]:
    """Return the numbers of the events that meet a query, in its order."""
    met = [number for number, known in events.items() if meets(query, known)]
    by = query.get("orderBy", "eventTime")
    falls = query.get("orderDirection", "DESC") == "DESC"

    def key(number: int) -> Any:
        return order_key(by, events[number]), order_key("eventTime", events[number]), number

    having = sorted((number for number in met if order_key(by, events[number]) is not None), key=key, reverse=falls)
    lacking = [number for number in met if order_key(by, events[number]) is None]
    lacking.sort(key=lambda number: (order_key("eventTime", events[number]), number), reverse=True)
    return [*having, *lacking]


def answered(mirror: Mirror, query: Query, reader: Reader, size: int = 1000) -> list[int]:
    """Return the numbers of the events that a query finds, page by page."""
    found: list[int] = []
    place: Place | None = None
    while True:
        page = event_page(mirror, query, reader, limit=size, after=place)
        found += [int.from_bytes(event.commitment, "big") for event in page.events]
        place = page.next
        if place is None:
            return found


@pytest.mark.parametrize("who", READERS)
def test_every_parameter_answers_as_reading_all_events_would(mirror: Mirror, who: str) -> None:
    source = random.Random(who)
    events = [some_sealed(source, number) for number in range(60)]
    written(mirror, events)
    visible = seen(events, READERS[who])

    for name in NAMES:
        for _ in range(2):
            query = {name: some_parameter(source, name)}
            asked = resolved(query_of(as_parameters(query)), MasterData())

            assert expected_order(query, visible) == answered(mirror, asked, READERS[who]), shown(query)


@pytest.mark.parametrize("limits", LIMITS.values(), ids=LIMITS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32), st.sampled_from(sorted(READERS)))
def test_parameters_together_in_any_order_answer_as_reading_all_events_would(
    mirror: Mirror, monkeypatch: pytest.MonkeyPatch, limits: dict[str, int], seed: int, who: str
) -> None:
    for name, value in limits.items():
        monkeypatch.setattr(event_queries, name, value)
    source = random.Random(seed)
    events = [some_sealed(source, number) for number in range(12)]
    written(mirror, events)
    visible = seen(events, READERS[who])

    for _ in range(8):
        query = some_query(source)
        asked = resolved(query_of(as_parameters(query)), MasterData())
        expected = expected_order(query, visible)

        assert expected == answered(mirror, asked, READERS[who]), shown(query)
        assert expected == answered(mirror, asked, READERS[who], size=2), shown(query)
