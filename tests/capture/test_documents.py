"""Capturing documents: both behaviours, duplicates by content, limits, rights, lanes."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from capture.disclosure import EVERYONE, disclosure_of
from capture.documents import Request, capture_document
from capture.errors import CaptureLimitExceeded, DocumentWithoutEvents, EventsRefused, OrganisationUnknown
from capture.lane import Lane
from capture.limits import Limits
from capture.reading import Form
from capture.saving import Behaviour
from store import Mirror, Reader, Record
from store.columns import table_of
from store.record.bodies import sealed_events, visible_events
from store.record.jobs import job_of
from store.record.outbox import counts, waiting
from store.record.payloads import AnchorEvent, RecordEvent
from store.record.progress import Progress
from store.record.tables import CaptureJobRow, EventRow
from traceability.epcis import DocumentInvalid

Build = Callable[..., Any]


def stored(record: Record) -> tuple[int, int, int]:
    """Return how many events, jobs and promises the record holds."""
    with record.reading() as connection:
        rows = [len(connection.execute(table_of(table).select()).all()) for table in (EventRow, CaptureJobRow)]
    return rows[0], rows[1], sum(counts(record).values())


def test_body_secret_job_and_promise_are_stored_together(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    job = capture_document(record, mirror, document(item_event()), Form.JSON, asked())

    (result,) = job.results
    assert "accepted" == result.status
    assert (1, 1, 1) == stored(record)
    (promise,) = waiting(record, 1, 0, 10)
    assert isinstance(promise.payload, RecordEvent)
    assert result.commitment == promise.payload.commitment
    assert 1 == len(promise.payload.lines)
    assert job.id == promise.job_id
    sealed = sealed_events(record, [result.commitment])[result.commitment]
    assert (1).to_bytes(32, "big") == sealed.secret


def test_the_job_can_be_read_back_by_its_owner_alone(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    job = capture_document(record, mirror, document(item_event()), Form.JSON, asked())

    kept = job_of(record, job.id, Reader(1))
    assert kept is not None
    assert Progress.WAITING is kept.results[0].progress
    assert job_of(record, job.id, Reader(2)) is None


def test_rollback_stores_nothing_and_names_every_place(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    wrong = item_event(epcList=["https://id.gs1.org/01/06901234000017/21/A"])
    late = item_event("B", eventTime="yesterday")

    with pytest.raises(EventsRefused) as refusal:
        capture_document(record, mirror, document(item_event(), wrong, late), Form.JSON, asked())

    places = {problem.pointer for problem in refusal.value.problems}
    assert {"/epcisBody/eventList/1/epcList/0", "/epcisBody/eventList/2/eventTime"} <= places
    assert all(problem.cure for problem in refusal.value.problems)
    assert (0, 0, 0) == stored(record)


def test_proceed_stores_what_is_in_order_and_the_job_says_what_is_not(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    wrong = item_event(epcList=["https://id.gs1.org/01/06901234000017/21/A"])
    data = document(item_event("A"), wrong, item_event("B"))

    job = capture_document(record, mirror, data, Form.JSON, asked(behaviour=Behaviour.PROCEED))

    assert ["accepted", "refused", "accepted"] == [result.status for result in job.results]
    assert not job.success
    assert (2, 1, 2) == stored(record)
    (problem,) = json.loads(job.results[1].problem or "")
    assert "/epcisBody/eventList/1/epcList/0" == problem["pointer"]
    assert "/problems/check-digit-wrong" == problem["type"]


def test_the_same_content_is_a_duplicate_and_stored_once(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    first = capture_document(record, mirror, document(item_event()), Form.JSON, asked())
    other_writing = item_event(epcList=["urn:epc:id:sgtin:6901234.000001.A1"], eventTime="2026-05-03T02:00:00Z")

    second = capture_document(record, mirror, document(other_writing, item_event("B")), Form.JSON, asked())

    assert ["duplicate", "accepted"] == [result.status for result in second.results]
    assert first.results[0].commitment == second.results[0].commitment
    assert second.success
    assert (2, 2, 2) == stored(record)


def test_a_number_in_another_writing_is_the_same_content(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    reading = {"sensorElementList": [{"sensorReport": [{"type": "Temperature", "value": 10, "uom": "CEL"}]}]}
    first = document(item_event(**reading))
    capture_document(record, mirror, first, Form.JSON, asked())

    second = capture_document(record, mirror, first.replace(b'"value": 10', b'"value": 10.0'), Form.JSON, asked())

    assert b'"value": 10,' in first
    assert ["duplicate"] == [result.status for result in second.results]


def test_content_that_stands_twice_in_one_document_is_stored_once(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    job = capture_document(record, mirror, document(item_event(), item_event()), Form.JSON, asked())

    assert ["accepted", "duplicate"] == [result.status for result in job.results]
    assert (1, 1, 1) == stored(record)


def test_another_firm_may_say_the_same(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    seen = item_event(action="OBSERVE", bizStep="shipping")
    capture_document(record, mirror, document(seen), Form.JSON, asked())

    job = capture_document(record, mirror, document(seen), Form.JSON, asked(2))

    assert "accepted" == job.results[0].status


def test_an_error_declaration_shares_the_event_id(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    wrong = item_event(action="OBSERVE", eventID="urn:uuid:11111111-1111-4111-8111-111111111111")
    declaration = wrong | {"errorDeclaration": {"declarationTime": "2026-05-04T00:00:00Z", "reason": "incorrect_data"}}

    job = capture_document(record, mirror, document(wrong, declaration), Form.JSON, asked())

    assert ["accepted", "accepted"] == [result.status for result in job.results]
    assert 1 == len({result.event_id for result in job.results})
    kinds = {event.kind for event in sealed_events(record, [result.commitment for result in job.results]).values()}  # type: ignore[misc]
    assert {1, 11} == kinds


@pytest.mark.parametrize(
    ("organisation", "epc", "action"),
    [
        (2, "https://id.gs1.org/01/06901234000016/21/A", "ADD"),
        (3, "https://id.gs1.org/01/06909999000012/21/A", "OBSERVE"),
    ],
)
def test_a_thing_under_anothers_prefix_is_refused_before_the_chain_is_asked(
    record: Record,
    mirror: Mirror,
    asked: Build,
    document: Build,
    item_event: Build,
    organisation: int,
    epc: str,
    action: str,
) -> None:
    with pytest.raises(EventsRefused) as refusal:
        capture_document(
            record, mirror, document(item_event(action=action, epcList=[epc])), Form.JSON, asked(organisation)
        )

    (problem,) = refusal.value.problems
    assert ("identifier-not-owned", "/epcisBody/eventList/0/epcList/0") == (problem.code, problem.pointer)
    assert (0, 0, 0) == stored(record)


def test_a_partner_may_write_what_the_holder_admits(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    seen = item_event(action="OBSERVE", epcList=["https://id.gs1.org/01/06909999000012/21/A"])

    assert capture_document(record, mirror, document(seen), Form.JSON, asked(2)).success


def test_an_event_without_a_thing_of_the_network_goes_to_the_anchored_lane(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    foreign = item_event(action="OBSERVE", epcList=["https://id.gs1.org/01/00614141777778/21/A"])

    capture_document(record, mirror, document(foreign), Form.JSON, asked())

    (promise,) = waiting(record, 1, 1, 10)
    assert isinstance(promise.payload, AnchorEvent)


def test_the_anchored_lane_is_taken_where_asked_and_allowed(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    capture_document(record, mirror, document(item_event()), Form.JSON, asked(lane=Lane.ANCHORED))
    closed = item_event(epcList=["https://id.gs1.org/01/06909999000012/21/A"])

    with pytest.raises(EventsRefused) as refusal:
        capture_document(record, mirror, document(closed), Form.JSON, asked(lane=Lane.ANCHORED))

    assert 1 == len(waiting(record, 1, 1, 10))
    assert "anchor-forbidden" == refusal.value.problems[0].code


@pytest.mark.parametrize(("organisation", "standing"), [(4, "suspended"), (77, "not known")])
def test_who_is_no_member_in_good_standing_captures_nothing(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build, organisation: int, standing: str
) -> None:
    with pytest.raises(OrganisationUnknown, match=standing):
        capture_document(record, mirror, document(item_event()), Form.JSON, asked(organisation))


def test_the_limits_hold(record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build) -> None:
    two = document(item_event("A"), item_event("B"))

    with pytest.raises(CaptureLimitExceeded):
        capture_document(record, mirror, two, Form.JSON, asked(limits=Limits(events=1)))
    with pytest.raises(CaptureLimitExceeded):
        capture_document(record, mirror, two, Form.JSON, asked(limits=Limits(bytes=100)))
    with pytest.raises(EventsRefused):
        capture_document(record, mirror, two, Form.JSON, asked(limits=Limits(things=0)))
    assert (0, 0, 0) == stored(record)


def test_a_document_without_events_is_refused(record: Record, mirror: Mirror, asked: Build, document: Build) -> None:
    with pytest.raises((DocumentWithoutEvents, DocumentInvalid)):
        capture_document(record, mirror, document(), Form.JSON, asked())


def test_private_is_the_default_and_sets_the_flag(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    private = capture_document(record, mirror, document(item_event("A")), Form.JSON, asked())
    shown = capture_document(record, mirror, document(item_event("B")), Form.JSON, asked(disclosure=EVERYONE))
    partly = capture_document(
        record,
        mirror,
        document(item_event("C")),
        Form.JSON,
        asked(disclosure=disclosure_of("public; readers=2; hide=/bizStep")),
    )

    commitments = [job.results[0].commitment for job in (private, shown, partly)]
    found = sealed_events(record, commitments)  # type: ignore[arg-type]
    assert [2, 0, 2] == [found[commitment].flags for commitment in commitments]  # type: ignore[index]
    seen = visible_events(record, commitments, Reader())  # type: ignore[arg-type]
    assert set(commitments[1:]) == set(seen)
    assert "bizStep" not in json.loads(seen[commitments[2]].body)  # type: ignore[index]
    assert "bizStep" in json.loads(visible_events(record, commitments, Reader(2))[commitments[2]].body)  # type: ignore[arg-type,index]


def test_a_dry_run_writes_nothing_and_tells_all(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    capture_document(record, mirror, document(item_event("A")), Form.JSON, asked())

    job = capture_document(record, mirror, document(item_event("A"), item_event("B")), Form.JSON, asked(dry_run=True))

    assert ["duplicate", "accepted"] == [result.status for result in job.results]
    assert (1, 1, 1) == stored(record)


def test_numbers_keep_their_written_text(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build, now: datetime
) -> None:
    data = document(item_event(**{"example:weight": 7})).replace(b'"example:weight": 7', b'"example:weight": 7.50')

    job = capture_document(record, mirror, data, Form.JSON, asked())

    commitment = job.results[0].commitment
    assert commitment is not None
    body = sealed_events(record, [commitment])[commitment].body
    assert body is not None
    assert "7.50" in body


def test_a_request_has_private_disclosure_by_default(now: datetime) -> None:
    assert "private" == Request(1, now).disclosure.visibility


@pytest.mark.parametrize(
    ("epc", "reason"),
    [
        ("https://id.gs1.org/8003/952012200000001004", "leading-zero"),
        ("https://id.gs1.org/01/06901234000016/21/A%4", "percent-encoding"),
        ("urn:epc:id:sgtin:6901234.000001", "serial-missing"),
        ("https://id.gs1.org/00/06901234", "length"),
    ],
)
def test_what_is_wrong_with_an_identifier_has_the_type_of_identifiers(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build, epc: str, reason: str
) -> None:
    with pytest.raises(EventsRefused) as refusal:
        capture_document(record, mirror, document(item_event(epcList=[epc])), Form.JSON, asked())

    (problem,) = refusal.value.problems
    assert ("identifier-invalid", reason) == (problem.code, problem.reason.partition(":")[0])
