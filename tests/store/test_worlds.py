"""No reader can tell from any answer of the store what is hidden from it, or that there is anything hidden at all.

Property: for random events, profiles, groups and grants, every answer to a reader is the same whether what it may not see exists
or not, and whatever it says. Answers: pages of queries with guesses, top-level resources, traces, holdings, bodies, events by id.
"""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from query_events import CLASSES, ITEMS, URIS, MasterData, some_event, some_query
from worlds import OWNERS, READERS, build, empty, second_world, some_world

from store import Mirror, Reader, Record
from store.mirror.event_queries import event_page
from store.mirror.holdings import holdings
from store.mirror.tracing import Direction, trace
from store.mirror.vocabulary import Resource, vocabulary
from store.record.bodies import sealed_after, visible_event_by_id, visible_events
from store.record.standing import reader_of
from traceability.querying import Query, query_of, resolved

QUERIES = 12
EVENTS = 8
NAMESPACES = {"ex": "https://ex.org/", "cbvmda": "urn:epcglobal:cbv:mda:"}


def answers(record: Record, mirror: Mirror, reader: Reader, queries: list[Query]) -> dict[str, Any]:
    """Return everything that the store tells a reader, as far as it goes into answers."""
    told: dict[str, Any] = {}
    commitments = [number.to_bytes(32, "big") for number in range(1, EVENTS + 1)]
    told["bodies"] = {
        commitment: (event.body, event.event_id, event.event_hash, event.whole)
        for commitment, event in visible_events(record, commitments, reader).items()
    }
    for uri in [*(f"urn:uuid:{number}" for number in range(3)), *URIS]:
        told[f"event {uri}"] = [(event.body, event.commitment) for event in visible_event_by_id(record, uri, reader)]
    for number, query in enumerate(queries):
        told[f"query {number} {query.to_json()}"] = list(_pages(mirror, query, reader))
    for resource in Resource:
        told[resource] = (vocabulary(mirror, resource, reader), vocabulary(mirror, resource, reader, limit=1))
    for thing in (*ITEMS, *CLASSES):
        for direction in Direction:
            told[f"trace {direction} {thing}"] = trace(mirror, thing, direction, reader)
    for owner in OWNERS:
        found = [holdings(mirror, owner, reader), holdings(mirror, owner, reader, limit=2)]
        told[f"holdings {owner}"] = [[(item.identifier, item.since) for item in each] for each in found]
    return told


def _pages(mirror: Mirror, query: Query, reader: Reader) -> Any:
    place = None
    for _ in range(EVENTS + 1):
        page = event_page(mirror, query, reader, limit=2, after=place)
        yield [event.commitment for event in page.events]
        place = page.next
        if place is None:
            return


@pytest.fixture
def now() -> datetime:
    return datetime.now().astimezone()


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_answers_are_the_same_whatever_is_hidden(record: Record, mirror: Mirror, now: datetime, seed: int) -> None:
    source = random.Random(seed)
    told, grants = some_world(source, [some_event(source, number) for number in range(EVENTS)])
    asked = [resolved(query_of(some_query(source), namespaces=NAMESPACES), MasterData()) for _ in range(QUERIES)]
    firm = source.choice(READERS)

    empty(record, mirror)
    build(record, mirror, told, grants, now)
    reader = reader_of(record, firm)
    first = answers(record, mirror, reader, asked)
    other = second_world(told, sealed_after(record, 0, 1000), reader)
    empty(record, mirror)
    build(record, mirror, other, grants, now)
    second = answers(record, mirror, reader_of(record, firm), asked)

    for question, answer in first.items():
        assert (firm, question, answer) == (firm, question, second[question])


def test_the_worlds_hold_something_to_see_and_something_to_hide(record: Record, mirror: Mirror, now: datetime) -> None:
    """A guard of the test above: readers differ in what they see, and second worlds differ from first ones."""
    source = random.Random(1)
    told, grants = some_world(source, [some_event(source, number) for number in range(EVENTS)])
    build(record, mirror, told, grants, now)
    sealed = sealed_after(record, 0, 1000)

    seen = {firm: len(answers(record, mirror, reader_of(record, firm), [])["bodies"]) for firm in READERS}
    others = {firm: second_world(told, sealed, reader_of(record, firm)) for firm in READERS}

    assert 0 < seen[None] < EVENTS
    assert len(set(seen.values())) >= 3
    assert all(others[firm] != told for firm in READERS if firm not in OWNERS)
