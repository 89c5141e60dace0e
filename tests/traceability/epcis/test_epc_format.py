"""Identifiers and words of an answer in the writing that was asked for; the hash is one in all of them."""

import json
from pathlib import Path

import event_texts as given
import pytest

from traceability.epcis import (
    CbvXmlFormat,
    EpcFormat,
    Event,
    converted,
    event_hash,
    read_json,
    read_xml,
    write_json,
    write_xml,
)
from traceability.identifiers import Identifier

URN, LINK = "urn:epc:id:sgtin:6901234.056789.A1", "https://id.gs1.org/01/06901234567892/21/A1"
EXAMPLE_LINK = "https://trace.example.cn/01/06901234567892/21/A2"


def events() -> tuple[Event, ...]:
    return read_json(given.text(*given.ALL)).events


def seven(identifier: Identifier) -> int | None:
    return 7 if identifier.scheme == "gs1" else None


def test_digital_links_are_the_normal_form_itself() -> None:
    event = events()[0]

    assert event is converted(event, EpcFormat.ALWAYS_GS1_DIGITAL_LINK)
    assert event is converted(event, EpcFormat.NO_PREFERENCE)
    assert [LINK, "https://id.gs1.org/01/06901234567892/21/A2"] == event.body["epcList"]


def test_urns_are_written_where_the_company_prefix_is_known() -> None:
    known = converted(events()[0], EpcFormat.ALWAYS_EPC_URN, seven).body
    unknown = converted(events()[0], EpcFormat.ALWAYS_EPC_URN).body

    assert [URN, "urn:epc:id:sgtin:6901234.056789.A2"] == known["epcList"]
    assert ("urn:epc:id:sgln:6901234.00001.0", "hdl:88.118.8/hall-2") == (
        known["readPoint"]["id"],
        known["bizLocation"]["id"],
    )
    # The author wrote the first one as a URN, so that its prefix is known without any book.
    assert [URN, "https://id.gs1.org/01/06901234567892/21/A2"] == unknown["epcList"]


def test_nothing_is_translated_for_who_wants_the_author_s_own_writing() -> None:
    for event, written in zip(events(), given.ALL, strict=True):
        kept = Event.from_json(event.to_json(), json.dumps(event.writings))
        body = converted(kept, EpcFormat.NEVER_TRANSLATES).body

        for name in ("epcList", "parentID", "childEPCs", "inputEPCList", "outputEPCList", "readPoint", "bizLocation"):
            if name in written and name in {"readPoint", "bizLocation"}:
                assert written[name]["id"] == body[name]["id"]
            else:
                assert written.get(name) == body.get(name)
        assert event == read_json(write_json([Event(body)])).events[0]


def test_every_published_urn_is_kept_and_comes_back(standards: Path) -> None:
    cases = json.loads((standards / "event-hash" / "epc-urn-to-digital-link.json").read_text())["cases"]
    for case in cases:
        transactions = [{"bizTransaction": case["input"]}]
        event = read_json(given.text(given.TRANSACTION | {"bizTransactionList": transactions})).events[0]

        again = converted(event, EpcFormat.ALWAYS_EPC_URN)

        assert case["canonical_digital_link"] == event.body["bizTransactionList"][0]["bizTransaction"]
        assert case["input"] == again.body["bizTransactionList"][0]["bizTransaction"]
        assert event_hash(event) == event_hash(again)
        assert event == read_json(write_json([again])).events[0]

    assert len(cases) == 31


@pytest.mark.parametrize(
    ("wanted", "step"),
    [
        (CbvXmlFormat.NO_PREFERENCE, "urn:epcglobal:cbv:bizstep:commissioning"),
        (CbvXmlFormat.ALWAYS_URN, "urn:epcglobal:cbv:bizstep:commissioning"),
        (CbvXmlFormat.ALWAYS_WEB_URI, "https://ref.gs1.org/cbv/BizStep-commissioning"),
        (CbvXmlFormat.NEVER_TRANSLATES, "cbv:BizStep-commissioning"),
    ],
)
def test_xml_writes_words_as_it_was_asked_to(wanted: CbvXmlFormat, step: str) -> None:
    (event,) = read_json(given.text(given.OBJECT | {"bizStep": "cbv:BizStep-commissioning"})).events

    written = write_xml([event], cbv_format=wanted)

    assert f"<bizStep>{step}</bizStep>".encode() in written
    assert event == read_xml(written).events[0]
