"""Names of extensions: prefixes, terms and @vocab of a context, none of them fetched."""

import json
from typing import Any

import event_texts as given
import pytest

from traceability.epcis import DocumentInvalid, Event, event_hash, read_json, write_json
from traceability.epcis.context import MOST_NAMES
from traceability.epcis.context import STANDARD as STANDARD_NAMES


def event_under(context: Any, **members: Any) -> Event:
    document = given.document(given.AGGREGATION | members)
    document["@context"] = context
    return read_json(json.dumps(document).encode()).events[0]


STANDARD = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"


@pytest.mark.parametrize(
    ("context", "name"),
    [
        ([STANDARD, {"ex": "https://ns.example.com/"}], "ex:colour"),
        ({"ex": "https://ns.example.com/"}, "ex:colour"),
        ([STANDARD, {"ex": {"@id": "https://ns.example.com/", "@prefix": True}}], "ex:colour"),
        ([STANDARD, {"ex": "https://ns.example.com/", "colour": "ex:colour"}], "colour"),
        ([STANDARD, {"colour": {"@id": "https://ns.example.com/colour", "@type": "@id"}}], "colour"),
        ([STANDARD, {"@vocab": "https://ns.example.com/"}], "colour"),
        ([STANDARD], "https://ns.example.com/colour"),
    ],
)
def test_every_way_to_declare_a_name_gives_the_same_event(context: Any, name: str) -> None:
    expected = event_under([STANDARD, {"e": "https://ns.example.com/"}], **{"e:colour": "white"})

    assert expected == event_under(context, **{name: "white"})


@pytest.mark.parametrize("context", [STANDARD, [STANDARD], [], [STANDARD, {}], "https://example.com/other.jsonld"])
def test_the_standard_prefixes_need_no_declaration(context: Any) -> None:
    event = event_under(context, **{"cbvmda:x": "1", "rdfs:comment": "a note"})

    assert event.body["{urn:epcglobal:cbv:mda:}x"] == "1"
    assert event_hash(event) == event_hash(event_under(context, **{"cbvmda:x": "1"}))


def test_an_event_may_declare_more() -> None:
    event = event_under(
        [STANDARD, {"a": "https://a.example/"}], **{"@context": [{"b": "https://b.example/"}], "a:x": "1", "b:x": "2"}
    )

    assert (event.body["{https://a.example/}x"], event.body["{https://b.example/}x"]) == ("1", "2")


def test_standard_names_may_be_written_in_full() -> None:
    body = given.document(given.AGGREGATION | {"epcis:action": "ADD"})
    del body["epcisBody"]["eventList"][0]["action"]

    assert event_under(STANDARD) == read_json(json.dumps(body).encode()).events[0]
    assert event_under(STANDARD, type="epcis:AggregationEvent") == event_under(STANDARD)
    assert event_under(STANDARD, type="https://ref.gs1.org/epcis/AggregationEvent") == event_under(STANDARD)


@pytest.mark.parametrize(
    ("members", "reason", "place"),
    [
        ({"nobody:x": "1"}, "prefix-undeclared", "nobody:x"),
        ({"nobody:": "1"}, "prefix-undeclared", "nobody:"),
        ({"colour": "white"}, "field-unknown", "colour"),
        ({"e:a": {"nobody:x": "1"}}, "prefix-undeclared", "e:a/nobody:x"),
        ({"e:a": "1", "f:a": "2"}, "repeated", "f:a"),
        ({"@graph": []}, "field-unknown", "@graph"),
        ({"https://ns.example.com/": "1"}, "prefix-undeclared", "https:~1~1ns.example.com~1"),
        ({"e:a": {"e:b": "1", "f:b": "2"}}, "repeated", "e:a/f:b"),
    ],
)
def test_a_name_that_nothing_declares_is_refused(members: dict, reason: str, place: str) -> None:
    context = [STANDARD, {"e": "https://ns.example.com/", "f": "https://ns.example.com/"}]
    with pytest.raises(DocumentInvalid) as refusal:
        event_under(context, **members)

    assert [(f"/epcisBody/eventList/0/{place}", reason)] == [
        (one.pointer, one.reason) for one in refusal.value.problems
    ]


@pytest.mark.parametrize(
    "context", [5, [5], {"ex": 5}, {"ex": "no address"}, {"ex": "https://a b/"}, {"@vocab": 5}, {"ex": "x" * 600}]
)
def test_a_context_that_is_none_is_refused(context: Any) -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        event_under(context)

    assert refusal.value.problems[0].reason == "context-unreadable"
    assert refusal.value.problems[0].pointer == "/@context"


def test_many_names_are_forgotten_in_time_and_still_resolved() -> None:
    context = STANDARD_NAMES.extended({"e": "https://e.example/"})

    for number in range(MOST_NAMES + 5):
        context.name_of(f"e:n{number}")

    assert context.name_of("e:n0") == "{https://e.example/}n0"


def test_writing_prefers_the_prefixes_that_were_declared_and_invents_others() -> None:
    event = event_under(
        [STANDARD, {"e": "https://e.example/", "f": "https://f.example/"}], **{"e:a": [{"f:b": "1"}], "cbvmda:c": "2"}
    )

    written = json.loads(write_json([event], namespaces={"e": "https://e.example/", "gs1": "https://f.example/"}))

    assert written["@context"][1] == {"e": "https://e.example/", "ext1": "https://f.example/"}
    assert written["epcisBody"]["eventList"][0]["e:a"] == [{"ext1:b": "1"}]
    assert written["epcisBody"]["eventList"][0]["cbvmda:c"] == "2"
