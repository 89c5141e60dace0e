"""Documents that other people wrote go the whole way: captured, final on the chain, found again in both syntaxes, and proven.

The 46 JSON-LD and 25 XML event documents among the examples of EPCIS 2.0, and the 86 documents of OpenEPCIS. What is their own
fault is listed in `standard_documents`, with the reason; everything else must hold for every event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from founding import NUMBER
from proving import bundle_of, said, verdict_on
from reckoning import verify_exactly_once
from standard_anchors import opened_under_an_anchor
from standard_answers import JSON, XML, asked, content_of, questions_for, read_back, times_found
from standard_documents import (
    FAULTS,
    WITHOUT_EVENTS,
    StandardDocument,
    company_prefixes,
    headed_things,
    standard_documents,
)
from town import Answer, Town

from traceability.epcis import DocumentKind, Event, event_hash
from traceability.ledger.meta import Kind
from traceability.verdict.consumer import Verdict
from traceability.verdict.facts import Status


@dataclass
class Told:
    """What the town was told, and what became of it."""

    documents: list[tuple[StandardDocument, Any]] = field(default_factory=list)
    """Each captured document with its settled job."""
    events: dict[str, Event] = field(default_factory=dict)
    """By commitment, each content once."""
    stems: dict[str, str] = field(default_factory=dict)
    """By commitment, the name of the document that first held it, without its ending."""
    progress: dict[bytes, str] = field(default_factory=dict)

    def named(self) -> Iterator[tuple[str, Event, str]]:
        """Yield commitment, event and the name of its document."""
        for commitment, event in self.events.items():
            yield commitment, event, self.stems[commitment]


@pytest.fixture(scope="module")
def documents(standards: Path) -> list[StandardDocument]:
    return list(standard_documents(standards))


@pytest.fixture(scope="module")
def told(own_town: Town, documents: list[StandardDocument]) -> Told:
    """Grant all prefixes to the maker, and capture every document of events as it stands."""
    for prefix in company_prefixes(documents):
        grant = {"scheme": "gs1", "prefix": prefix, "holder": NUMBER["maker"]}
        answer = own_town.ask("POST", "/api/v1/prefixes", "operator", grant)
        assert own_town.settled("operator", answer)["progress"] == "final"
    own_town.quiet()
    sent = [(document, captured(own_town, document)) for document in documents if document.is_to_capture]
    refused = {document.name: answer.body.decode() for document, answer in sent if answer.status != 202}
    assert refused == {}
    own_town.quiet()
    told = Told()
    for document, answer in sent:
        job = own_town.settled("maker", answer)
        told.documents.append((document, job))
        for entry, result in zip(document.read.entries, job["events"], strict=True):
            if isinstance(entry, Event):
                told.events.setdefault(result["commitment"], entry)
                told.stems.setdefault(result["commitment"], document.path.stem)
                told.progress[bytes.fromhex(result["commitment"][2:])] = result["progress"]
    return told


def captured(town: Town, document: StandardDocument) -> Answer:
    return town.ask(
        "POST", "/capture", "maker", document.data,
        Content_Type=document.media_type, GS1_Capture_Error_Behaviour="proceed", Suyuan_Disclosure="public",
    )  # fmt: skip


def test_the_documents_are_those_that_were_promised(documents: list[StandardDocument]) -> None:
    counted = Counter((each.collection, each.is_xml, each.is_to_capture) for each in documents)

    assert counted == {
        ("epcis", False, True): 46,
        ("epcis", False, False): 1,
        ("epcis", True, True): 24,
        ("epcis", True, False): 7,
        ("openepcis", False, True): 43,
        ("openepcis", True, True): 43,
    }
    without = {each.path.name: each.read.kind for each in documents if each.is_xml and not each.is_to_capture}
    assert without == WITHOUT_EVENTS


def test_every_event_is_accepted_but_for_those_that_name_what_cannot_be(told: Told) -> None:
    refused = {}
    for document, job in told.documents:
        for result in job["events"]:
            if result["status"] == "refused":
                [error] = [each for each in job["errors"] if each["event"] == result["index"]]
                refused[document.name, result["index"]] = (error["problem"], re.split("[ :]", error["detail"])[0])

    assert refused == {
        (f"{collection}/{stem}{ending}", index): (
            "/problems/check-digit-wrong" if reason == "check-digit" else "/problems/identifier-invalid",
            reason,
        )
        for (collection, stem, index), reason in FAULTS.items()
        for ending in (".json", ".xml")
    }


def test_an_event_that_was_told_before_is_a_duplicate_and_has_one_commitment(told: Told) -> None:
    first: dict[bytes, str] = {}
    for document, job in told.documents:
        for entry, result in zip(document.read.entries, job["events"], strict=True):
            if isinstance(entry, Event):
                content = content_of(entry)
                wanted = "duplicate" if content in first else "accepted"
                assert (document.name, result["index"], wanted) == (document.name, result["index"], result["status"])
                assert first.setdefault(content, result["commitment"]) == result["commitment"]

    # The JSON and the XML of one name, and the two collections, often say the same.
    assert (252, 132) == (sum(len(document.read.events) for document, _ in told.documents), len(first))
    assert len(set(first.values())) == len(told.events) == 132


def test_every_event_is_final_and_on_the_chain_and_in_sql_exactly_once(own_town: Town, told: Told) -> None:
    assert set(told.progress.values()) == {"final"}
    verify_exactly_once(own_town, told.progress)
    for document, job in told.documents:
        failed = [result for result in job["events"] if result["status"] != "refused" and result["progress"] != "final"]
        assert (document.name, []) == (document.name, failed)


def test_every_event_is_found_by_its_id_and_by_what_it_names_and_is_the_same(own_town: Town, told: Told) -> None:
    wrong = []
    for _, event, stem in told.named():
        questions = list(questions_for(event))
        assert questions, stem
        for question in questions:
            answer = asked(own_town, question, JSON)
            found = times_found(event, read_back(answer))
            if (answer.status, found) != (200, 1):
                wrong.append((stem, dict(question), answer.status, found))

    assert wrong == []


def test_the_answer_in_xml_says_the_same(own_town: Town, told: Told) -> None:
    wrong = []
    for _, event, stem in told.named():
        question = next(questions_for(event))
        answer = asked(own_town, question, XML)
        found = times_found(event, read_back(answer))
        if (answer.status, found) != (200, 1):
            wrong.append((stem, dict(question), answer.status, found))

    assert wrong == []


def test_every_event_of_a_thing_is_proven_by_the_thing_s_bundle(own_town: Town, told: Told) -> None:
    verdicts: dict[str, Verdict] = {}
    headed = [(commitment, event, stem) for commitment, event, stem in told.named() if headed_things(event)]
    assert len(headed) == 125

    for commitment, event, stem in headed:
        things = headed_things(event)
        thing = next((each for each in things if each in verdicts), things[0])
        if thing not in verdicts:
            verdicts[thing] = verdict_on(own_town, bundle_of(own_town, thing), thing)
        [step] = [each for each in verdicts[thing].steps if "0x" + each.line.commitment.hex() == commitment]
        is_wrong = bool(step.corrections.declared_wrong_by.get(step.line.position))
        reason = "declared_wrong" if is_wrong else "asserted"
        assert (stem, Status.MATCHED, reason) == (stem, step.status, step.reason)
        shown = step.to_object()
        assert (shown["eventHash"], shown["organisation"]) == (event_hash(event), NUMBER["maker"])
    assert {said(verdict, "story") for verdict in verdicts.values()} == {("matched", "complete_headed")}


def test_every_event_without_a_thing_is_proven_under_an_anchor(own_town: Town, told: Told) -> None:
    anchored = [(commitment, event, stem) for commitment, event, stem in told.named() if not headed_things(event)]
    assert len(anchored) == 7

    with own_town.opened() as (record, mirror):
        for commitment, event, stem in anchored:
            opened = opened_under_an_anchor(own_town, record, mirror, bytes.fromhex(commitment[2:]))
            assert (stem, opened.event_hash) == (stem, event_hash(event))
            assert (opened.header.organisation, opened.header.kind) == (NUMBER["maker"], Kind(event.kind))


def test_a_single_event_that_was_captured_with_a_document_is_told_to_be_there(own_town: Town, told: Told) -> None:
    singles = [each for each, _ in told.documents if each.read.kind is DocumentKind.EVENT and not each.is_xml]

    answers = [
        own_town.ask("POST", "/events", "maker", each.data, Content_Type="application/ld+json") for each in singles
    ]

    assert [(409, "/problems/already-exists")] * 5 == [(each.status, each.json()["problem"]) for each in answers]


def test_what_is_no_document_of_events_is_taken_for_what_it_is(
    own_town: Town, told: Told, documents: list[StandardDocument]
) -> None:
    said = {}
    for document in documents:
        if not document.is_to_capture:
            answer = captured(own_town, document)
            said[document.read.kind, answer.status, answer.json().get("problem")] = document

    assert {(kind, status) for kind, status, _ in said} == {
        # The answer to a query holds events like any other document.
        (DocumentKind.QUERY_RESULT, 202),
        # What a firm says of places and products is kept without any event.
        (DocumentKind.MASTER_DATA, 202),
        (DocumentKind.CAPTURE_JOB, 400),
    }


def test_nothing_of_all_that_went_wrong_within_the_api(own_town: Town, told: Told) -> None:
    assert told.documents
    log = own_town.log("api").read_text(encoding="utf-8")

    assert "Traceback" not in log
