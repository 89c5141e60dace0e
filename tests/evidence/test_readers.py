"""Who may read, after capture: bundles, traces and queries follow grants, groups and profiles; what was issued is not given again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert, select

from chain.connection import Connection
from chain.errors import Retryable
from evidence.bundles import bundle_of
from indexer.audit import audit
from indexer.following import Indexer
from store.mirror.audiences import audiences
from store.mirror.event_queries import event_page
from store.mirror.tracing import Direction, trace
from store.reader import ANONYMOUS, PRIVATE, Disclosure, Reader
from store.record.disclosure_log import Hand
from store.record.grants import GrantOrder, change_profile, make_grant, revoke_grant
from store.record.groups import add_member, make_group, remove_member
from store.record.standing import reader_of
from store.selection import Selection
from traceability.identifiers import parse
from traceability.querying import Query

if TYPE_CHECKING:
    from conftest import House

MAKER, SUPPLIER, BANK = 1, 2, 4
CLASS = "https://id.gs1.org/01/06901234000788"
_numbers = count(1)


@pytest.fixture
def thing() -> str:
    """Return a name of this test's own."""
    return f"{CLASS}/21/R{next(_numbers)}"


@pytest.fixture
def away(house: House) -> Iterator[Connection]:
    """Return a connection to a node that is not there."""
    with Connection(house.connection.network.with_rpc_url("http://127.0.0.1:9"), timeout=0.2, attempts=1) as connection:
        yield connection


def hand() -> Hand:
    return Hand(MAKER, "test", datetime.now(UTC))


def now(house: House, organisation: int | None) -> Reader:
    return reader_of(house.record, organisation)


def found(house: House, reader: Reader) -> set[bytes]:
    return {event.commitment for event in event_page(house.mirror, Query(), reader, limit=1000).events}


def opened(house: House, thing: str, reader: Reader) -> set[bytes]:
    return set(house.bundle(thing, reader).events)


def test_a_grant_opens_events_in_queries_traces_and_bundles_and_closes_them_again(house: House, thing: str) -> None:
    private = Disclosure(PRIVATE)
    commitment = house.created(MAKER, thing, disclosure=private)
    order = GrantOrder(Selection(things=(thing,)), organisations=(SUPPLIER,))

    before = commitment in found(house, now(house, SUPPLIER)), commitment in opened(house, thing, now(house, SUPPLIER))
    made = make_grant(house.record, hand(), order)
    house.settle()
    granted = commitment in found(house, now(house, SUPPLIER)), commitment in opened(house, thing, now(house, SUPPLIER))
    others = commitment in found(house, now(house, BANK)), commitment in opened(house, thing, ANONYMOUS)
    revoke_grant(house.record, hand(), made.id)
    # Nothing was told to the mirror yet: the grant's end is asked for with the question.
    after = commitment in found(house, now(house, SUPPLIER)), commitment in opened(house, thing, now(house, SUPPLIER))
    house.settle()

    assert [(False, False), (True, True), (False, False), (False, False)] == [before, granted, others, after]
    assert commitment in found(house, Reader(MAKER))


def test_a_member_of_a_group_traces_what_the_group_is_shown(house: House, thing: str) -> None:
    name, part = f"group-{next(_numbers)}", f"{thing}-PART"
    make_group(house.record, hand(), name)
    profile = Disclosure(PRIVATE, groups=(name,))
    house.capture(
        MAKER,
        house.event("AssociationEvent", "assembling", action="ADD", parentID=thing, childEPCs=[part]),
        disclosure=profile,
    )

    def parts(reader: Reader) -> list[str]:
        return [each.identifier for each in trace(house.mirror, thing, Direction.ORIGINS, reader).things]

    outside = parts(now(house, SUPPLIER))
    add_member(house.record, hand(), name, SUPPLIER)
    inside = parts(now(house, SUPPLIER))
    remove_member(house.record, hand(), name, SUPPLIER)

    assert [thing] == outside
    assert [thing, part] == inside
    assert [thing] == parts(now(house, SUPPLIER))


def test_a_changed_profile_is_followed_both_ways(house: House, thing: str) -> None:
    commitment = house.created(MAKER, thing)
    selection = Selection(events=(commitment,))

    public = commitment in found(house, ANONYMOUS)
    change_profile(house.record, hand(), selection, Disclosure(PRIVATE, readers=(SUPPLIER,)))
    closed = commitment in opened(house, thing, ANONYMOUS)
    house.settle()
    private = [commitment in found(house, now(house, each)) for each in (None, SUPPLIER, BANK)]
    change_profile(house.record, hand(), selection, Disclosure())
    house.settle()

    assert (True, False, [False, True, False]) == (public, closed, private)
    assert commitment in found(house, ANONYMOUS)


def test_the_mirror_is_what_a_new_one_would_be_after_grants_and_profiles(house: House, thing: str) -> None:
    first = house.created(MAKER, thing, disclosure=Disclosure(PRIVATE))
    second = house.observed(MAKER, thing, disclosure=Disclosure("public", (), ("/bizStep",)))
    made = make_grant(
        house.record, hand(), GrantOrder(Selection(events=(first, second)), (SUPPLIER,), hidden=("/epcList",))
    )
    make_grant(house.record, hand(), GrantOrder(Selection(events=(first,)), to_anyone=True, hidden=("/bizStep",)))
    house.settle()
    change_profile(house.record, hand(), Selection(events=(second,)), Disclosure("members"))
    revoke_grant(house.record, hand(), made.id)
    house.settle()

    assert [] == list(audit(house.connection, house.record, house.mirror))


def test_the_audit_names_an_audience_that_somebody_else_has_written_to(house: House, thing: str) -> None:
    commitment = house.created(MAKER, thing, disclosure=Disclosure(PRIVATE))
    make_grant(house.record, hand(), GrantOrder(Selection(events=(commitment,)), (SUPPLIER,), hidden=("/epcList",)))
    house.settle()
    with house.mirror.writing() as connection:
        number = connection.execute(select(audiences.c.audience)).scalars().first()
        connection.execute(insert(audiences), {"audience": number, "subject": BANK})

    found = [str(each) for each in audit(house.connection, house.record, house.mirror)]
    with house.mirror.writing() as connection:
        connection.execute(delete(audiences).where(audiences.c.audience == number, audiences.c.subject == BANK))

    assert [f"mirror.audiences {number}: its subjects are not those that give its number"] == found


def test_changes_that_came_before_the_mirror_was_made_are_in_it(house: House, thing: str) -> None:
    commitment = house.created(MAKER, thing, disclosure=Disclosure(PRIVATE))
    make_grant(house.record, hand(), GrantOrder(Selection(events=(commitment,)), (SUPPLIER,)))
    indexer = Indexer(house.connection, house.record, house.mirror)
    indexer.writer.clear()
    Indexer(house.connection, house.record, house.mirror).catch_up()

    assert commitment in found(house, now(house, SUPPLIER))


def test_an_issued_bundle_is_not_given_again_to_whoever_lost_a_grant(
    house: House, thing: str, away: Connection
) -> None:
    commitment = house.created(MAKER, thing, disclosure=Disclosure(PRIVATE))
    made = make_grant(house.record, hand(), GrantOrder(Selection(events=(commitment,)), (SUPPLIER,)))
    issued = house.bundle(thing, now(house, SUPPLIER))

    again = bundle_of(house.record, house.mirror, away, parse(thing), now(house, SUPPLIER))
    revoke_grant(house.record, hand(), made.id)

    assert commitment in issued.events
    assert issued == again
    with pytest.raises(Retryable):
        bundle_of(house.record, house.mirror, away, parse(thing), now(house, SUPPLIER))


def test_an_issued_bundle_is_not_given_again_once_its_event_was_taken_back(
    house: House, thing: str, away: Connection
) -> None:
    commitment = house.created(MAKER, thing)
    house.bundle(thing)

    change_profile(house.record, hand(), Selection(events=(commitment,)), Disclosure("public", (), ("/bizStep",)))

    with pytest.raises(Retryable):
        bundle_of(house.record, house.mirror, away, parse(thing), ANONYMOUS)


def test_a_bundle_opens_what_the_ways_to_see_an_event_show_together(house: House, thing: str) -> None:
    profile = Disclosure("public", (), ("/bizStep", "/action"))
    commitment = house.observed(MAKER, thing, disclosure=profile)
    make_grant(
        house.record,
        hand(),
        GrantOrder(Selection(events=(commitment,)), (SUPPLIER,), hidden=("/action", "/eventTime")),
    )

    def leaves(reader: Reader) -> set[str]:
        preimages = [preimage for _, preimage in house.bundle(thing, reader).events[commitment].leaves]
        names = {"bizStep": b"inspecting", "action": b"OBSERVE", "time": b"/eventTime\x03"}
        return {name for name, value in names.items() if any(value in preimage for preimage in preimages)}

    assert {"time"} == leaves(ANONYMOUS)
    assert {"time", "bizStep"} == leaves(now(house, SUPPLIER))
    assert {"time", "bizStep", "action"} == leaves(now(house, MAKER))
