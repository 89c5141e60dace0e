"""Describing, recalling, forgetting, and tables."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from capture.documents import capture_document, capture_table
from capture.errors import EventsRefused, EventUnknown, MappingInvalid, StateUnknown
from capture.forgetting import forget_event
from capture.mapping import TableMapping, mapping_of
from capture.products import describe_product
from capture.reading import Form
from capture.saving import Behaviour
from capture.states import change_state, recall, state_named
from store import Mirror, Record
from store.record.bodies import sealed_events
from store.record.outbox import waiting
from store.record.payloads import AnchorEvent, RecordEvent
from store.record.products import descriptions_of
from traceability.identifiers import Identifier, parse
from traceability.ledger.meta import Kind, State

Build = Callable[..., Any]
LOT = parse("https://id.gs1.org/01/06901234000016/10/L1")
CLASS = parse("https://id.gs1.org/01/06901234000016")
ITEM = parse("https://id.gs1.org/01/06901234000016/21/A1")
NAMED = {"name": {"zh": "冰箱", "en": "Refrigerator"}}


def test_a_lot_is_recalled_in_one_step(record: Record, mirror: Mirror, asked: Build) -> None:
    job = recall(record, mirror, LOT, asked(), {"en": "The compressor may overheat."}, {"en": "Unplug it."})

    (promise,) = waiting(record, 1, 0, 10)
    assert isinstance(promise.payload, RecordEvent)
    assert (Kind.STATE, 4 | 2, State.RECALLED, 1) == (
        promise.payload.kind,
        promise.payload.flags,
        promise.payload.state,
        len(promise.payload.lines),
    )
    commitment = job.results[0].commitment
    assert commitment is not None
    body = json.loads(sealed_events(record, [commitment])[commitment].body or "")
    assert ("ObjectEvent", "recalled") == (body["type"], body["disposition"])
    assert {"en": "Unplug it."} == body["{https://suyuan.example/ns/}advice"]


@pytest.mark.parametrize("thing", [LOT, CLASS, ITEM, parse("https://id.gs1.org/00/169012340000000013")])
def test_every_level_of_thing_has_a_state(record: Record, mirror: Mirror, asked: Build, thing: Identifier) -> None:
    assert change_state(record, mirror, [thing], State.QUARANTINED, asked()).success


def test_another_firms_lot_is_not_recalled(record: Record, mirror: Mirror, asked: Build) -> None:
    with pytest.raises(EventsRefused) as refusal:
        change_state(
            record, mirror, [parse("https://id.gs1.org/01/06921111000014/10/X"), LOT], State.RECALLED, asked(2)
        )

    assert [("identifier-not-owned", "/things/1")] == [
        (problem.code, problem.pointer) for problem in refusal.value.problems
    ]


def test_a_state_is_one_that_exists() -> None:
    assert State.RECALLED is state_named("recalled")
    with pytest.raises(StateUnknown):
        state_named("unchanged")


def test_a_class_is_described_on_the_anchored_lane_and_shown(record: Record, mirror: Mirror, asked: Build) -> None:
    describe_product(record, mirror, CLASS, NAMED, asked())

    (promise,) = waiting(record, 1, 1, 10)
    assert isinstance(promise.payload, AnchorEvent)
    (found,) = descriptions_of(record, [CLASS.canonical])
    assert NAMED == json.loads(found.content)


def test_an_item_is_described_at_its_head(record: Record, mirror: Mirror, asked: Build) -> None:
    describe_product(record, mirror, ITEM, NAMED, asked())

    assert 1 == len(waiting(record, 1, 0, 10))


def test_only_the_holder_describes(record: Record, mirror: Mirror, asked: Build) -> None:
    with pytest.raises(EventsRefused) as refusal:
        describe_product(record, mirror, CLASS, NAMED, asked(2))

    assert "identifier-not-owned" == refusal.value.problems[0].code


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({}, "/name"),
        ({"name": "x"}, "/name"),
        (NAMED | {"colour": "red"}, "/colour"),
        (NAMED | {"picture": {"sha256": "zz"}}, "/picture/sha256"),
        (NAMED | {"contact": {"url": "javascript:alert(1)"}}, "/contact/url"),
        (NAMED | {"brand": 7}, "/brand"),
        ({"name": {"zh": ""}}, "/name/zh"),
    ],
)
def test_a_description_out_of_order_names_its_place(
    record: Record, mirror: Mirror, asked: Build, content: Any, place: str
) -> None:
    with pytest.raises(EventsRefused) as refusal:
        describe_product(record, mirror, CLASS, content, asked())

    assert place in {problem.pointer for problem in refusal.value.problems}


def test_forgetting_deletes_body_and_secret_and_leaves_a_signed_word(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    job = capture_document(record, mirror, document(item_event()), Form.JSON, asked())
    commitment = job.results[0].commitment
    assert commitment is not None

    forget_event(record, mirror, commitment, asked())

    gone = sealed_events(record, [commitment])[commitment]
    assert (None, None, None) == (gone.body, gone.secret, gone.event_hash)
    promise = waiting(record, 1, 0, 10)[1]
    assert isinstance(promise.payload, RecordEvent)
    assert (Kind.FORGET, 1) == (promise.payload.kind, len(promise.payload.lines))
    statement = json.loads(sealed_events(record, [promise.payload.commitment])[promise.payload.commitment].body or "")
    assert {"things": [ITEM.canonical], "commitment": "0x" + commitment.hex()} == statement
    with pytest.raises(EventUnknown):
        forget_event(record, mirror, commitment, asked())


def test_nobody_forgets_anothers_event(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    job = capture_document(record, mirror, document(item_event()), Form.JSON, asked())

    with pytest.raises(EventUnknown):
        forget_event(record, mirror, job.results[0].commitment or b"", asked(2))


CSV = "time,gtin,serial\n2026-05-01 08:00,06901234000016,A/1\n2026-05-01 08:05,06901234000016,A2\n"


def test_a_table_is_captured_through_its_mapping(
    record: Record, mirror: Mirror, asked: Build, simple_mapping: TableMapping
) -> None:
    job, _ = capture_table(record, mirror, CSV.encode(), simple_mapping, asked())

    assert ["accepted", "accepted"] == [result.status for result in job.results]


def test_a_wrong_row_is_named_by_row_and_column(
    record: Record, mirror: Mirror, asked: Build, simple_mapping: TableMapping
) -> None:
    wrong = CSV + "2026-05-01 08:05,06901234000017,A3\n"

    with pytest.raises(EventsRefused) as refusal:
        capture_table(record, mirror, wrong.encode(), simple_mapping, asked())

    assert "row 4, column 'gtin, serial'" == refusal.value.problems[0].pointer


def test_rows_that_cannot_be_read_do_not_hold_up_the_others(
    record: Record, mirror: Mirror, asked: Build, simple_mapping: TableMapping
) -> None:
    wrong = CSV + "yesterday,06901234000016,A3\n,,\n2026-05-01 08:05,06901234000016,\n"

    job, table = capture_table(record, mirror, wrong.encode(), simple_mapping, asked(behaviour=Behaviour.PROCEED))

    assert ["accepted", "accepted", "refused", "refused"] == [result.status for result in job.results]
    assert ["row 4, column 'time'", "row 6, column 'serial'"] == [problem.pointer for problem in table.problems]


def test_a_missing_column_is_named(record: Record, mirror: Mirror, asked: Build, simple_mapping: TableMapping) -> None:
    with pytest.raises(EventsRefused) as refusal:
        capture_table(record, mirror, b"time,gtin\n2026-05-01 08:00,06901234000016\n", simple_mapping, asked())

    assert "row 1, column 'serial'" == refusal.value.problems[0].pointer


def test_rows_of_one_group_are_one_event(record: Record, mirror: Mirror, asked: Build) -> None:
    mapping = mapping_of(
        '{"group": "box", "fields": {"type": {"value": "AggregationEvent"}, "action": {"value": "ADD"}, "parentID": {"column": "box"},'
        '"eventTime": {"column": "time"}, "childEPCs": {"column": "item"}}}'
    )
    rows = "".join(
        f"https://id.gs1.org/00/169012340000000013,2026-05-01T08:00:00Z,https://id.gs1.org/01/06901234000016/21/A{n}\n"
        for n in range(3)
    )

    job, table = capture_table(record, mirror, ("box,time,item\n" + rows).encode(), mapping, asked())

    assert 1 == len(job.results)
    (promise,) = waiting(record, 1, 0, 10)
    assert isinstance(promise.payload, RecordEvent)
    assert 4 == len(promise.payload.lines)
    assert "row 3, column 'item'" == table.place("/epcisBody/eventList/0/childEPCs/1")


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{",
        '{"fields": {}}',
        '{"fields": {"type": {"value": "ObjectEvent"}}}',
        '{"fields": {"type": {"value": "x", "column": "y"}, "eventTime": {"column": "t"}}}',
        '{"fields": {"type": {"value": "x"}, "eventTime": {"column": "t", "offset": "8"}}}',
        '{"fields": {"colour": {"value": "x"}, "type": {"value": "x"}, "eventTime": {"column": "t"}}}',
        '{"fields": {"type": 7, "eventTime": {"column": "t"}}}',
        '{"fields": {"type": {"value": "x"}, "eventTime": {"column": "t"}}, "delimiter": ";"}',
        "[" * 100000,
    ],
)
def test_a_mapping_out_of_order_is_refused(text: str) -> None:
    with pytest.raises(MappingInvalid):
        mapping_of(text)
