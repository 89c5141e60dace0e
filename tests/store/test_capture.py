"""A capture commits whole or not at all; a reader gets what he may see of it, and is told nothing of the rest."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from store import ANONYMOUS, Disclosure, Reader, Record
from store.columns import table_of
from store.disclosure import is_hidden, without_hidden
from store.record import outbox
from store.record.bodies import (
    forget,
    forgotten_after,
    sealed_after,
    sealed_events,
    visible_event_by_id,
    visible_events,
)
from store.record.capture import ANCHORED, CapturedEvent, Description, known_contents, save_capture
from store.record.jobs import EventResult, NewJob, job_of, jobs_of
from store.record.outbox import Failure, fail_promises, waiting
from store.record.payloads import AnchorEvent, Line, RecordEvent
from store.record.products import descriptions_of
from store.record.progress import Progress
from store.record.tables import EventRow

OWNER, FRIEND, STRANGER = Reader(1), Reader(2), Reader(3)
BODY = '{"type":"ObjectEvent","bizStep":"shipping","epcList":["a","b"],"quantity":1.50}'


def word(number: int) -> bytes:
    return number.to_bytes(32, "big")


def event(number: int, **fields: object) -> CapturedEvent:
    plain = CapturedEvent(
        number, word(number), word(number), "ni:hash", f"urn:{number}", BODY, word(number + 1000), 2, 0, 0, 0, (Line(word(1), word(number)),)
    )  # fmt: skip
    return replace(plain, **fields)  # type: ignore[arg-type]  # fields by name


def save(
    record: Record, now: datetime, events: Sequence[CapturedEvent], job: str = "job", firm: int = 1
) -> tuple[EventResult, ...]:
    return save_capture(record, NewJob(job, firm, "proceed", True), events, [], now)


def test_a_capture_keeps_body_secret_and_promise_together(record: Record, now: datetime) -> None:
    save(record, now, [event(1), event(2, lane=ANCHORED, lines=())])

    sealed = sealed_events(record, [word(1), word(2), word(3)])
    assert {commitment: (kept.body, kept.secret) for commitment, kept in sealed.items()} == {
        word(1): (BODY, word(1001)),
        word(2): (BODY, word(1002)),
    }
    assert [row.payload for row in waiting(record, 1, 0, 9)] == [
        RecordEvent(word(1), 2, 0, 0, (Line(word(1), word(1)),))
    ]
    assert [row.payload for row in waiting(record, 1, 1, 9)] == [AnchorEvent(word(2), 2)]


def test_a_capture_that_fails_leaves_nothing(record: Record, now: datetime) -> None:
    save(record, now, [event(1)])

    with pytest.raises(Exception):  # noqa: B017  the job's number is taken: which error is the database's affair
        save(record, now, [event(2)])

    assert [kept.commitment for kept in sealed_after(record, 0, 10)] == [word(1)]
    assert len(waiting(record, 1, 0, 10)) == 1


def test_content_captured_before_is_a_duplicate_that_names_the_earlier_event(record: Record, now: datetime) -> None:
    save(record, now, [event(1)])

    results = save(record, now, [event(2, content_digest=word(1)), event(3), event(4, content_digest=word(3))], "again")

    assert [(result.status, result.commitment) for result in results] == [
        ("duplicate", word(1)),
        ("accepted", word(3)),
        ("duplicate", word(3)),
    ]
    assert len(sealed_after(record, 0, 10)) == 2
    assert known_contents(record, 1, [word(1), word(2)]) == {word(1): word(1)}


def test_two_firms_may_capture_the_same_content(record: Record, now: datetime) -> None:
    save(record, now, [event(1)])

    (result,) = save(record, now, [event(2, content_digest=word(1))], "other", firm=2)

    assert result.status == "accepted"


def test_results_are_in_the_order_of_the_document(record: Record, now: datetime) -> None:
    refused = [EventResult(1, "refused", problem='{"type":"x"}')]

    save_capture(record, NewJob("job", 1, "proceed", True), [event(2), event(0)], refused, now)

    job = job_of(record, "job", OWNER)
    assert job is not None
    assert [(result.index, result.status) for result in job.results] == [
        (0, "accepted"),
        (1, "refused"),
        (2, "accepted"),
    ]
    assert [result.progress for result in job.results] == [Progress.WAITING, None, Progress.WAITING]


def test_a_job_tells_why_the_chain_refused_an_event(record: Record, now: datetime) -> None:
    save(record, now, [event(1)])
    why = Failure("IdentifierNotOwned", "the prefix is another's")
    fail_promises(record, {waiting(record, 1, 0, 1)[0].id: why}, now)

    job = job_of(record, "job", OWNER)

    assert job is not None
    assert (job.results[0].progress, job.results[0].failure) == (Progress.FAILED, why)
    assert outbox.counts(record)[Progress.FAILED] == 1


@pytest.mark.parametrize("reader", [ANONYMOUS, FRIEND, STRANGER])
def test_a_job_is_there_for_its_own_firm_only(record: Record, now: datetime, reader: Reader) -> None:
    save(record, now, [event(1, disclosure=Disclosure("private", (2,)))])

    assert job_of(record, "job", reader) is None
    assert jobs_of(record, reader, 10) == ()
    assert [job.id for job in jobs_of(record, OWNER, 10)] == ["job"]


@pytest.mark.parametrize(
    ("visibility", "seen_by"),
    [
        ("public", [ANONYMOUS, STRANGER, FRIEND, OWNER]),
        ("members", [STRANGER, FRIEND, OWNER]),
        ("private", [FRIEND, OWNER]),
    ],
)
def test_a_body_is_shown_to_those_who_may_see_it(
    record: Record, now: datetime, visibility: str, seen_by: list[Reader]
) -> None:
    save(record, now, [event(1, disclosure=Disclosure(visibility, (2,)))])

    for reader in (ANONYMOUS, STRANGER, FRIEND, OWNER):
        assert (word(1) in visible_events(record, [word(1)], reader)) == (reader in seen_by)
        assert bool(visible_event_by_id(record, "urn:1", reader)) == (reader in seen_by)
        assert sealed_events(record, [word(1)])[word(1)].shows_to(reader) == (reader in seen_by)


def test_a_hidden_field_is_shown_to_owner_and_readers_only(record: Record, now: datetime) -> None:
    save(record, now, [event(1, disclosure=Disclosure("public", (2,), ("/bizStep", "/epcList/1")))])

    seen = {
        reader: visible_events(record, [word(1)], reader)[word(1)] for reader in (ANONYMOUS, STRANGER, FRIEND, OWNER)
    }

    short = {"type": "ObjectEvent", "epcList": ["a"], "quantity": 1.5}
    assert [json.loads(seen[reader].body) for reader in (ANONYMOUS, STRANGER)] == [short, short]
    assert [seen[reader].body for reader in (FRIEND, OWNER)] == [BODY, BODY]
    assert [seen[reader].whole for reader in (ANONYMOUS, STRANGER, FRIEND, OWNER)] == [False, False, True, True]


def test_the_hash_over_hidden_fields_is_hidden_too(record: Record, now: datetime) -> None:
    save(record, now, [event(1, disclosure=Disclosure("public", (), ("/bizStep",)))])

    assert visible_events(record, [word(1)], ANONYMOUS)[word(1)].event_hash is None
    assert visible_events(record, [word(1)], OWNER)[word(1)].event_hash == "ni:hash"


def test_nobody_finds_an_event_by_an_id_that_he_may_not_see(record: Record, now: datetime) -> None:
    save(record, now, [event(1, disclosure=Disclosure("public", (2,), ("/eventID",)))])

    assert [len(visible_event_by_id(record, "urn:1", reader)) for reader in (ANONYMOUS, STRANGER, FRIEND)] == [0, 0, 1]
    assert visible_events(record, [word(1)], ANONYMOUS)[word(1)].event_id is None


def test_forgetting_leaves_nothing_that_can_be_guessed_from(record: Record, now: datetime) -> None:
    save(
        record, now, [event(1, description=Description("class", "{}"), disclosure=Disclosure("private", (2,), ("/x",)))]
    )

    assert not forget(record, word(1), FRIEND, now)
    assert not forget(record, word(1), ANONYMOUS, now)
    assert forget(record, word(1), OWNER, now)
    assert not forget(record, word(1), OWNER, now)

    table = table_of(EventRow)
    with record.reading() as connection:
        row = connection.execute(select(table)).one()
    assert (row.body, row.secret, row.event_hash, row.event_id, row.hidden) == (None, None, None, None, "[]")
    assert row.content_digest == row.commitment
    assert visible_events(record, [word(1)], OWNER) == {}
    assert descriptions_of(record, ["class"]) == ()
    assert forgotten_after(record, 0, 10) == ((1, word(1)),)


def test_a_forgetting_commits_with_the_event_that_says_so(record: Record, now: datetime) -> None:
    save(record, now, [event(1)])
    save(record, now, [event(5)], "other", firm=2)

    save_capture(
        record, NewJob("forget", 1, "rollback", True), [event(2, kind=13)], [], now, forgotten=[word(1), word(5)]
    )

    assert {kept.commitment: kept.body is None for kept in sealed_after(record, 0, 10)} == {
        word(1): True,
        word(5): False,
        word(2): False,
    }


def test_the_newest_description_of_a_firm_counts(record: Record, now: datetime) -> None:
    save(record, now, [event(1, description=Description("class", '{"name":"old"}'))])
    save(record, now, [event(2, description=Description("class", '{"name":"new"}'))], "second")
    save(record, now, [event(3, description=Description("class", '{"name":"theirs"}'))], "third", firm=2)

    found = descriptions_of(record, ["class", "other"])

    assert [(said.organisation, json.loads(said.content)["name"]) for said in found] == [(1, "new"), (2, "theirs")]


@pytest.mark.parametrize(
    ("hidden", "left"),
    [
        (("/a",), {"b": [{"c": 1, "d": 2}, {"c": 3}], "e": {"f": "g"}}),
        (("/b/*/c",), {"a": 1.5, "b": [{"d": 2}], "e": {"f": "g"}}),
        (("/b/0", "/b/1/c"), {"a": 1.5, "e": {"f": "g"}}),
        (("/e/f",), {"a": 1.5, "b": [{"c": 1, "d": 2}, {"c": 3}]}),
        (("/b/7", "/x/y", "/a/b", "/e/*/z"), {"a": 1.5, "b": [{"c": 1, "d": 2}, {"c": 3}], "e": {"f": "g"}}),
        (("/*",), {}),
    ],
)
def test_hidden_pointers_take_out_just_what_they_name(hidden: tuple[str, ...], left: object) -> None:
    text = '{"a":1.5,"b":[{"c":1,"d":2},{"c":3}],"e":{"f":"g"}}'

    assert json.loads(without_hidden(text, hidden)) == left


def test_numbers_that_are_shown_keep_their_written_text() -> None:
    assert (
        without_hidden('{"a":1.50,"b":100000000000000000000000.10,"c":1}', ("/c",))
        == '{"a":1.50,"b":100000000000000000000000.10}'
    )


def test_what_lies_below_a_hidden_pointer_is_hidden() -> None:
    assert is_hidden("/a/0/b", ("/a/*",))
    assert is_hidden("/a~1b", ("/a~1b",))
    assert not is_hidden("/a", ("/a/0",))
