"""What passes between firms' nodes: openings are kept for whom they were opened to and no longer, requests come once."""

from datetime import datetime, timedelta

from sqlalchemy import text

from store import ANONYMOUS, Reader, Record
from store.record.bundles import IssuedBundle, audience_of, keep_bundle, newest_bundle
from store.record.fetched_openings import (
    FetchedOpening,
    drop_ended_openings,
    fetched_count,
    fetched_openings,
    note_answer,
)
from store.record.reader_changes import newest_change
from store.record.used_nonces import use_nonce

BANK, OTHER = Reader(3), Reader(4)
EVENT = b"\x07" * 32
LATER = timedelta(hours=1)


def _given(until: datetime | None = None, opening: str = "{}") -> FetchedOpening:
    return FetchedOpening(EVENT, 1, opening, until)


def test_an_opening_is_seen_by_whom_it_was_opened_to(record: Record, now: datetime) -> None:
    note_answer(record, 3, [_given()], [], now)

    assert {EVENT: _given()} == fetched_openings(record, [EVENT, b"\x08" * 32], BANK, now)
    assert {} == fetched_openings(record, [EVENT], OTHER, now)
    assert {} == fetched_openings(record, [EVENT], ANONYMOUS, now)
    assert (1, 0, 0) == tuple(fetched_count(record, reader, now) for reader in (BANK, OTHER, ANONYMOUS))


def test_a_newer_opening_takes_the_place_of_the_older(record: Record, now: datetime) -> None:
    note_answer(record, 3, [_given()], [], now)
    note_answer(record, 3, [_given(now + LATER, '{"size":3}')], [], now)

    assert {EVENT: _given(now + LATER, '{"size":3}')} == fetched_openings(record, [EVENT], BANK, now)


def test_an_opening_is_not_seen_from_the_end_of_its_grant_on(record: Record, now: datetime) -> None:
    note_answer(record, 3, [_given(now + LATER)], [], now)

    assert {} == fetched_openings(record, [EVENT], BANK, now + LATER)
    assert 0 == fetched_count(record, BANK, now + LATER)


def test_openings_whose_grant_has_ended_are_deleted_with_the_bundles_that_hold_them(
    record: Record, now: datetime
) -> None:
    note_answer(record, 3, [_given(now + LATER)], [], now)
    for reader in (BANK, OTHER):
        bundle = f'{{"events":["0x{EVENT.hex()}"]}}'
        keep_bundle(record, IssuedBundle(audience_of(reader), "thing", audience_of(reader), 1, bundle, now))

    before = drop_ended_openings(record, now)
    after = drop_ended_openings(record, now + LATER)

    assert (0, 1) == (before, after)
    assert newest_bundle(record, "thing", audience_of(BANK)) is None
    assert newest_bundle(record, "thing", audience_of(OTHER)) is not None
    with record.reading() as connection:
        assert 0 == connection.execute(text("SELECT count(*) FROM fetched_openings")).scalar_one()


def test_what_the_owner_shows_no_more_is_deleted_at_once(record: Record, now: datetime) -> None:
    note_answer(record, 3, [_given()], [], now)
    note_answer(record, 4, [_given()], [], now)
    change = newest_change(record)

    note_answer(record, 3, [], [EVENT], now)

    assert {} == fetched_openings(record, [EVENT], BANK, now)
    assert {EVENT: _given()} == fetched_openings(record, [EVENT], OTHER, now)
    assert newest_change(record) > change


def test_what_was_never_shown_changes_nothing(record: Record, now: datetime) -> None:
    change = newest_change(record)

    note_answer(record, 3, [], [EVENT], now)

    assert change == newest_change(record)


def test_a_request_comes_once_while_its_signature_holds(record: Record) -> None:
    signer, other = b"\x01" * 20, b"\x02" * 20

    assert use_nonce(record, signer, "nonce", 100, 50)
    assert not use_nonce(record, signer, "nonce", 100, 100)
    assert use_nonce(record, other, "nonce", 100, 50)
    assert use_nonce(record, signer, "another", 100, 50)
    assert use_nonce(record, signer, "nonce", 200, 101)
