"""The CBV 2.0 event hash, bit for bit on the published set, and invariant where the set says so."""

from decimal import Decimal
from pathlib import Path

import pytest

from traceability.epcis import Document, Event, event_hash, prehash_string, read_json, read_xml

DOCUMENTS = [
    "ReferenceEventHashAlgorithm.jsonld",
    "ReferenceEventHashAlgorithm.xml",
    "ReferenceEventHashAlgorithm2.jsonld",
    "ReferenceEventHashAlgorithm2.xml",
    "ReferenceEventHashAlgorithm3.jsonld",
    "ReferenceEventHashAlgorithm3.xml",
    "SensorDataExamples.xml",
    "epcisDocWithVariousEventTypes.jsonld",
    "epcisDocWithVariousEventTypes.xml",
]


def read(path: Path) -> Document:
    return (read_xml if path.suffix == ".xml" else read_json)(path.read_bytes())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_published_hashes_are_met(standards: Path, name: str) -> None:
    path = standards / "event-hash" / name

    found = [event_hash(event) for event in read(path).events]

    assert path.with_suffix(".hashes").read_text().split() == found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_published_prehash_strings_are_met(standards: Path, name: str) -> None:
    path = standards / "event-hash" / name

    found = [prehash_string(event) for event in read(path).events]

    assert path.with_suffix(".prehashes").read_text().splitlines() == found


def test_all_writings_of_one_event_have_one_hash(standards: Path) -> None:
    for path in sorted((standards / "event-hash" / "expected-equal").iterdir()):
        events = read(path).events

        assert len(events) > 1
        assert len({event_hash(event) for event in events}) == 1, path.name


def event(**members: object) -> Event:
    body = {
        "type": "ObjectEvent",
        "eventTime": "2026-03-04T03:00:30Z",
        "eventTimeZoneOffset": "+08:00",
        "action": "OBSERVE",
    }
    return Event(body | members)


@pytest.mark.parametrize(
    ("written", "hashed"),
    [
        ("2026-03-04T03:00:30.1405Z", "2026-03-04T03:00:30.141Z"),
        ("2026-03-04T03:00:30.1404999Z", "2026-03-04T03:00:30.140Z"),
        ("2026-12-31T23:59:59.999999Z", "2027-01-01T00:00:00.000Z"),
        ("2026-03-04T03:00:30.1Z", "2026-03-04T03:00:30.100Z"),
    ],
)
def test_times_are_rounded_half_up_to_milliseconds(written: str, hashed: str) -> None:
    assert f"eventTime={hashed}" in prehash_string(event(eventTime=written))


@pytest.mark.parametrize(
    ("written", "hashed"),
    [("200", "200"), ("200.0", "200"), ("0.050", "0.05"), ("1e5", "100000"), ("-0.5", "-0.5"), ("1E+2", "100")],
)
def test_numbers_have_one_writing(written: str, hashed: str) -> None:
    quantity = {"epcClass": "https://id.gs1.org/01/06901234567892", "quantity": Decimal(written)}

    assert f"quantity={hashed}action" in prehash_string(event(quantityList=[quantity]))


def test_a_number_beyond_doubles_is_hashed_as_written() -> None:
    quantity = {"epcClass": "https://id.gs1.org/01/06901234567892", "quantity": Decimal("1E+400")}

    assert "quantity=1E+400action" in prehash_string(event(quantityList=[quantity]))
    assert "{u:}a=1e400" in prehash_string(event(**{"{u:}a": "1e400"}))


def test_texts_that_only_look_like_numbers_or_identifiers_stay_as_they_are() -> None:
    for text in ("1_000", "inf", "nan", "0x10", "1e400", "https://example.com/about", "urn:epc:id:sgtin:1.2.3", "+"):
        assert prehash_string(event(**{"{u:}a": f" {text} "})).endswith(f"{{u:}}a={text}")
    assert prehash_string(event(quantityList=[{"quantity": Decimal(5)}])).count("quantityElementquantity=5") == 1
    assert prehash_string(event(**{"{u:}a": "gs1:Speed"})).endswith("{u:}a=https://gs1.org/voc/Speed")


def test_long_texts_are_hashed_as_short_ones_are() -> None:
    assert prehash_string(event(**{"{u:}a": "0" * 300 + "7"})).endswith("{u:}a=7")


def test_what_is_no_part_of_the_fingerprint_leaves_it_alone() -> None:
    plain = event()

    for members in (
        {"eventID": "urn:uuid:1"},
        {"errorDeclaration": {"declarationTime": "2026-03-05T00:00:00Z"}},
        {"certificationInfo": ["https://example.com/c"]},
        {"{http://www.w3.org/2000/01/rdf-schema#}comment": "a note"},
    ):
        assert event_hash(plain) == event_hash(event(**members))


def test_every_other_change_changes_it() -> None:
    plain = event(epcList=["https://id.gs1.org/01/06901234567892/21/A"])
    others = [
        event(epcList=["https://id.gs1.org/01/06901234567892/21/B"]),
        event(epcList=["https://id.gs1.org/01/06901234567892/21/A"], bizStep="shipping"),
        event(epcList=["https://id.gs1.org/01/06901234567892/21/A"], action="ADD"),
        event(epcList=["https://id.gs1.org/01/06901234567892/21/A"], **{"{https://ns.example.com/}x": "1"}),
        event(epcList=["https://id.gs1.org/01/06901234567892/21/A"], **{"{https://ns.example.com/}x": True}),
        event(epcList=["https://id.gs1.org/01/06901234567892/21/A"], **{"{https://ns.example.com/}x": ""}),
        event(epcList=["https://id.gs1.org/01/06901234567892/21/A"], readPoint={"id": "hdl:88.118.8/gate"}),
    ]

    assert len({event_hash(one) for one in [plain, *others]}) == len(others) + 1


def test_the_order_of_lists_and_members_does_not_matter() -> None:
    one = event(**{"{n:}a": [{"b": "1", "c": ["3", "2"]}, "x"], "epcList": ["urn:uuid:1", "urn:uuid:2"]})
    other = event(**{"epcList": ["urn:uuid:2", "urn:uuid:1"], "{n:}a": ["x", {"c": ["2", "3"], "b": "1"}]})

    assert event_hash(one) == event_hash(other)
