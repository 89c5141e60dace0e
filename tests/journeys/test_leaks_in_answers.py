"""What is private, hidden or secret stands in no answer, list or count to whomever it is not for.

canaries: in every field of private events · in hidden fields of public ones · in a report's contact
secrets : of events · passphrase · API keys · signing keys
doors   : answers to anyone, to another firm, to a bank · pages · lists and vocabularies · guesses · metrics
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from canaries import OTHERS, Scene, canary, normal, questions_about, scene_in, snapshot
from founding import NUMBER, PREFIX
from goods import item
from town import Town

GUESSES = {
    "transaction": "/events?EQ_bizTransaction_po=urn:maker:{}",
    "hidden transaction": "/events?EQ_bizTransaction_po=urn:maker:{}",
    "read point": "/events?EQ_readPoint=https://id.gs1.org/414/6976001000001/254/{}",
    "hidden read point": "/events?EQ_readPoint=https://id.gs1.org/414/6976001000001/254/{}",
    "location": "/events?EQ_bizLocation=https://id.gs1.org/414/6976001000001/254/{}",
    "disposition": "/events?EQ_disposition=https://maker.example/{}",
    "eventID": "/events?EQ_eventID=https://maker.example/{}",
    "source": "/events?EQ_source_owning_party=https://maker.example/{}",
    "lot": "/events?EQ_ILMD_urn:epcglobal:cbv:mda:%23lotNumber={}",
    "serial": "/events?MATCH_epc=" + item(PREFIX["maker"], "{}"),
}
"""Questions that name a private value."""


@pytest.fixture(scope="module")
def scene(own_town: Town) -> Scene:
    return scene_in(own_town)


def test_the_owner_and_the_reader_see_it_and_nobody_sees_a_secret(scene: Scene) -> None:
    question = f"/events?MATCH_anyEPC={quote(scene.things[1], safe='')}&perPage=1000"

    owner, reader = scene.town.ask("GET", question, "maker"), scene.town.ask("GET", question, "supplier")
    bundle = scene.town.ask("GET", f"/api/v1/bundle?id={quote(scene.things[1], safe='')}", "maker")

    assert scene.kept.canaries["extension"].encode() in owner.body
    assert scene.kept.canaries["anchored extension"].encode() in owner.body
    assert scene.kept.canaries["transaction"].encode() in reader.body
    assert scene.kept.canaries["anchored extension"].encode() not in reader.body
    for answer in (owner, reader, bundle):
        assert [] == scene.kept.found_in(answer.body, own=True)


@pytest.mark.parametrize("firm", OTHERS, ids=str)
def test_no_answer_to_others_holds_a_canary(scene: Scene, firm: str | None) -> None:
    for path in questions_about(scene):
        for accept in ("application/json", "text/html", "application/xml"):
            answer = scene.town.ask("GET", path, firm, Accept=accept)
            asked = [what for what, value in scene.kept.canaries.items() if value in path]
            leaked = [
                what for what in scene.kept.found_in(answer.body + str(answer.headers).encode()) if what not in asked
            ]
            assert (path, accept, []) == (path, accept, leaked)


def test_lists_and_counts_to_others_are_what_they_were_but_for_the_public_events(scene: Scene) -> None:
    """The hidden thing's two events are public but for their hidden fields; nothing else may have come."""
    after = snapshot(scene.town)

    for (firm, path), old in scene.before.items():
        new = after[firm, path]
        assert [] == scene.kept.found_in(json.dumps(new, default=str).encode())
        if path in (
            "/bizLocations",
            "/readPoints",
            "/dispositions",
            "/queries",
            "/api/v1/members",
            "/api/v1/prefixes",
            "/eventTypes",
        ):
            assert (firm, path, old) == (firm, path, new)
        if path.startswith("/events?perPage"):
            old_events, new_events = ([json.dumps(each) for each in events_of(side[1])] for side in (old, new))
            added = [each for each in new_events if each not in old_events]
            assert 2 == len(added)
            assert all(scene.hidden_thing in each for each in added)


def events_of(content: Any) -> list[Any]:
    found = content["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    return list(found)


@pytest.mark.parametrize("firm", OTHERS, ids=str)
def test_a_right_guess_is_answered_like_a_wrong_one(scene: Scene, firm: str | None) -> None:
    for what, question in GUESSES.items():
        right, wrong = scene.kept.canaries[what], canary()
        answers = [normal(scene.town.ask("GET", question.format(guess), firm)) for guess in (right, wrong)]
        told = [
            json.dumps(answer, default=str).replace(guess, "…")
            for answer, guess in zip(answers, (right, wrong), strict=True)
        ]
        assert (what, told[0]) == (what, told[1])


@pytest.mark.parametrize("what", [what for what in GUESSES if not what.startswith("hidden")])
def test_the_owner_finds_by_the_same_question_what_others_do_not(scene: Scene, what: str) -> None:
    answer = scene.town.ask("GET", GUESSES[what].format(scene.kept.canaries[what]), "maker")

    assert 1 <= len(events_of(answer.json()))


def test_metrics_and_health_name_no_firm_and_no_canary(scene: Scene) -> None:
    for path in ("/metrics", "/healthz", "/readyz"):
        answer = scene.town.ask("GET", path)

        assert [] == scene.kept.found_in(answer.body)
        assert not [firm for firm in NUMBER if firm in answer.body.decode()]


def test_a_report_and_who_made_it_are_for_the_holder_alone(scene: Scene) -> None:
    town, kept = scene.town, scene.kept
    content = {"id": scene.things[0], "kind": "damaged", "text": kept.new("report"), "contact": kept.new("contact")}
    form = {"Content_Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    answer = town.ask("POST", "/api/v1/reports", None, urlencode(content).encode(), **form)
    assert answer.status == 201, answer.body

    others = [town.ask("GET", "/api/v1/reports", firm) for firm in OTHERS]
    holder = town.ask("GET", "/api/v1/reports", "maker")

    assert kept.canaries["contact"].encode() in holder.body
    assert [[]] * len(others) == [kept.found_in(each.body) for each in others]
