"""What capture refuses and why: disclosures, lanes, mappings, values that cannot be committed to, statements, tables."""

from collections.abc import Callable
from typing import Any

import pytest

from capture.attesting import attest
from capture.disclosure import disclosure_of, disclosure_text
from capture.documents import capture_document, capture_table
from capture.errors import CaptureLimitExceeded, DisclosureInvalid, DocumentWithoutEvents, EventsRefused, LaneInvalid
from capture.lane import Lane, lane_of
from capture.limits import Limits
from capture.mapping import TableMapping, mapping_of
from capture.products import describe_product
from capture.reading import Form
from store import Mirror, Record
from store.record.statements import statements_of
from traceability.epcis import DocumentInvalid
from traceability.identifiers import parse

Build = Callable[..., Any]
ITEM = parse("https://id.gs1.org/01/06901234000016/21/A1")


@pytest.mark.parametrize(
    "text",
    [
        "public",
        "members",
        "private",
        "private; readers=2,5",
        "public; readers=7; hide=/ilmd,/readPoint/id",
        "public; hide=/sourceList/*/source",
    ],
)
def test_a_disclosure_is_read_back_from_its_own_text(text: str) -> None:
    assert text == disclosure_text(disclosure_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "everyone",
        "public;",
        "public; readers=x",
        "public; readers=0",
        "public; readers=4294967296",
        "public; hide=ilmd",
        "private; colour=red",
        "public; readers=" + ",".join(["1"] * 99),
        "x" * 9000,
    ],
)
def test_another_text_is_no_disclosure(text: str) -> None:
    with pytest.raises(DisclosureInvalid):
        disclosure_of(text)


def test_there_are_two_lanes() -> None:
    assert [Lane.HEADED, Lane.ANCHORED] == [lane_of("headed"), lane_of(" anchored ")]
    with pytest.raises(LaneInvalid):
        lane_of("fast")


@pytest.mark.parametrize("number", ["1e400", "12345678901234567890.5"])
def test_a_number_that_a_double_does_not_carry_is_named_within_an_extension(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build, number: str
) -> None:
    data = document(item_event(**{"example:n": {"a": 7}})).replace(b'"a": 7', f'"a": {number}'.encode())

    with pytest.raises(EventsRefused) as refusal:
        capture_document(record, mirror, data, Form.JSON, asked())

    (problem,) = refusal.value.problems
    assert "value-not-committable" == problem.code
    assert problem.pointer.startswith("/epcisBody/eventList/0/")


@pytest.mark.parametrize("data", [b'{"captureID": "x"}', b'{"type": "EPCISMasterDataDocument"}'])
def test_what_holds_no_events_is_not_captured(record: Record, mirror: Mirror, asked: Build, data: bytes) -> None:
    with pytest.raises((DocumentInvalid, DocumentWithoutEvents)):
        capture_document(record, mirror, data, Form.JSON, asked())


def test_a_statement_keeps_its_body_and_secret(record: Record, mirror: Mirror, asked: Build) -> None:
    made = attest(record, mirror, ITEM, '{"name":"s"}', {"grade": "A"}, asked(2), expires=0)

    kept = statements_of(record, [made.attestation_id])[made.attestation_id]
    assert ('{"grade":"A","subject":"https://id.gs1.org/01/06901234000016/21/A1"}', 2) == (kept.body, kept.organisation)


@pytest.mark.parametrize(
    ("subject", "statement", "place"),
    [
        (parse("https://id.gs1.org/01/00614141777778/21/A"), {"a": "b"}, "/subject"),
        (ITEM, {"a": 1.5}, "/statement/a"),
        (ITEM, {"a": None}, "/statement/a"),
    ],
)
def test_a_statement_out_of_order_names_its_place(
    record: Record, mirror: Mirror, asked: Build, subject: Any, statement: Any, place: str
) -> None:
    with pytest.raises(EventsRefused) as refusal:
        attest(record, mirror, subject, '{"name":"s"}', statement, asked(), expires=0)

    assert place == refusal.value.problems[0].pointer


def test_a_product_under_nobodys_prefix_is_not_described(record: Record, mirror: Mirror, asked: Build) -> None:
    with pytest.raises(EventsRefused) as refusal:
        describe_product(record, mirror, parse("https://id.gs1.org/01/00614141777778"), {"name": {"en": "x"}}, asked())

    assert "prefix-not-granted" == refusal.value.problems[0].code


FIELDS = (
    '{"fields": {"type": {"value": "ObjectEvent"}, "action": {"value": "OBSERVE"}, "eventTime": {"column": "time"},'
    '"epcList": {"column": "epc"}, "quantityList/epcClass": {"column": "lot", "required": false},'
    '"quantityList/quantity": {"column": "n", "required": false}, "quantityList/uom": {"value": "KGM"},'
    '"readPoint": {"value": "https://id.gs1.org/414/6901234000009"}, "bizTransactionList/po": {"column": "po"},'
    '"sourceList/owning_party": {"value": "https://id.gs1.org/417/6901234000009"}, "bizStep": {"value": "shipping"}}}'
)
HEAD = "time;epc;lot;n;po\n"
A, B = (f"https://id.gs1.org/01/06901234000016/21/{serial}" for serial in "AB")


def test_every_kind_of_field_comes_from_a_table(record: Record, mirror: Mirror, asked: Build) -> None:
    mapping = mapping_of(FIELDS.replace('"fields"', '"separator": "|", "fields"', 1))
    row = f"2026-05-01T08:00:00+08:00;{A}|{B};https://id.gs1.org/01/06901234000016/10/L;1.50;urn:x:1\n"

    job, table = capture_table(record, mirror, (HEAD + row).encode("utf-8-sig"), mapping, asked())

    assert ["accepted"] == [result.status for result in job.results]
    assert b'"quantity":1.50' in table.document


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (f"2026-05-01T08:00:00;{A};;;urn:x:1\n", "row 2, column 'time'"),
        (f"2026-05-01T08:00:00Z;{A};https://id.gs1.org/01/06901234000016/10/L;many;urn:x:1\n", "row 2, column 'n'"),
        (f"2026-05-01T08:00:00Z;{A};;;\n", "row 2, column 'po'"),
        ('2026-05-01T08:00:00Z;"unclosed\n', "row 2"),
    ],
)
def test_a_cell_out_of_order_is_named(record: Record, mirror: Mirror, asked: Build, rows: str, place: str) -> None:
    with pytest.raises(EventsRefused) as refusal:
        capture_table(record, mirror, (HEAD + rows).encode(), mapping_of(FIELDS), asked())

    assert place == refusal.value.problems[0].pointer


def test_a_table_in_another_encoding_is_refused(
    record: Record, mirror: Mirror, asked: Build, simple_mapping: TableMapping
) -> None:
    with pytest.raises(EventsRefused) as refusal:
        capture_table(record, mirror, "time,gtin,serial\n2026,冰箱,1\n".encode("gb18030"), simple_mapping, asked())

    assert "row 2" == refusal.value.problems[0].pointer


def test_a_table_has_limits_too(record: Record, mirror: Mirror, asked: Build, simple_mapping: TableMapping) -> None:
    rows = "".join(f"2026-05-01 08:00,06901234000016,A{number}\n" for number in range(3))

    for limits in (Limits(events=2), Limits(bytes=20)):
        with pytest.raises(CaptureLimitExceeded):
            capture_table(record, mirror, ("time,gtin,serial\n" + rows).encode(), simple_mapping, asked(limits=limits))


def test_a_table_without_rows_holds_nothing(
    record: Record, mirror: Mirror, asked: Build, simple_mapping: TableMapping
) -> None:
    with pytest.raises(DocumentWithoutEvents):
        capture_table(record, mirror, b"time,gtin,serial\n", simple_mapping, asked())
