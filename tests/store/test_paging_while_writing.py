"""Paging by key: what was there when the first page was read is read exactly once, whatever is written meanwhile.

Source: EPCIS 2.0, clause 12.4 (pagination).
"""

import random
import threading
from collections.abc import Sequence
from decimal import Decimal

import pytest

from store import ANONYMOUS, Mirror
from store.mirror.event_queries import event_page
from store.mirror.place import Place
from store.mirror.projecting import ProjectionWriter
from store.mirror.projection import Audience, Projection, Shown, Term
from traceability.querying import query_of
from traceability.querying.keys import number_key

FIELD = "{https://ex.org/}rank"
BEFORE, MEANWHILE, PORTION = 250, 450, 15


def projections(numbers: Sequence[int]) -> list[Projection]:
    """Return events whose times and ranks are strewn, so that new ones come before, between and behind old ones."""
    found = []
    for number in numbers:
        source = random.Random(number)
        found.append(
            Projection(
                position=number + 1, commitment=number.to_bytes(32, "big"), organisation=1, kind=1, event_type="ObjectEvent",
                action="OBSERVE", event_time=source.randrange(50), record_time=number, event_id=None,
                biz_step=source.choice(["shipping", "receiving"]), disposition=None, read_point=None, biz_location=None,
                is_correction=False, event_hash=None, shown=int(Shown.EVENT_ID), audience=Audience.ANYONE, readers=(), names=(),
                edges=(), custody=(), terms=(Term(FIELD, number_key(Decimal(source.randrange(7))), 0),) if number % 3 else (),
            )
        )  # fmt: skip
    return found


@pytest.mark.parametrize("order", ["eventTime", "recordTime", "https://ex.org/#rank"])
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_no_event_is_lost_or_doubled_while_another_writes(mirror: Mirror, order: str, direction: str) -> None:
    writer = ProjectionWriter()
    with mirror.writing() as connection:
        writer.write(connection, projections(range(BEFORE)))
    query = query_of({"orderBy": order, "orderDirection": direction, "EQ_bizStep": "shipping"})
    there = {event.position for event in event_page(mirror, query, ANONYMOUS, limit=1000).events}
    begun, failures = threading.Event(), []

    def write() -> None:
        try:
            for first in range(BEFORE, BEFORE + MEANWHILE, PORTION):
                with mirror.writing() as connection:
                    writer.write(connection, projections(range(first, first + PORTION)))
                begun.set()
        except Exception as failure:
            failures.append(failure)
            begun.set()

    thread = threading.Thread(target=write)
    walked: list[int] = []
    place: Place | None = None
    thread.start()
    begun.wait()
    while True:
        page = event_page(mirror, query, ANONYMOUS, limit=7, after=place)
        walked += [event.position for event in page.events]
        place = page.next
        if place is None:
            break
    thread.join()

    assert failures == []
    assert len(walked) == len(set(walked))
    assert there <= set(walked)
    assert len(there) > 100


def test_a_writer_between_two_pages_moves_nothing(mirror: Mirror) -> None:
    writer = ProjectionWriter()
    with mirror.writing() as connection:
        writer.write(connection, projections(range(40)))
    query = query_of({"orderBy": "eventTime"})
    whole = [event.position for event in event_page(mirror, query, ANONYMOUS, limit=1000).events]
    first = event_page(mirror, query, ANONYMOUS, limit=20)

    with mirror.writing() as connection:
        writer.write(connection, projections(range(40, 400)))
    rest: list[int] = []
    place = first.next
    while place is not None:
        page = event_page(mirror, query, ANONYMOUS, limit=20, after=place)
        rest += [event.position for event in page.events]
        place = page.next

    assert [event.position for event in first.events] == whole[:20]
    assert [position for position in rest if position <= 40] == whole[20:]
