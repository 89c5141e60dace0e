"""Errors of every kind, the logs of every process and what commands say hold no private field, no key and no secret.

errors: documents that are refused · wrong API keys · faults of our own · bodies broken in SQL · refusals of the chain
        a wrong passphrase, a broken keystore · a process that dies in the middle
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from canaries import OTHERS, Scene, Secrets, scene_in
from founding import PREFIX
from goods import created, document, item, observed
from town import Fault, Town
from waiting import awaited

from indexer.main import audit_installation, rebuild_installation


@pytest.fixture(scope="module")
def scene(own_town: Town) -> Scene:
    return scene_in(own_town)


def broken_documents(kept: Secrets) -> list[tuple[str, bytes]]:
    """Return documents that are refused, each with canaries of its own in the refused values."""
    good = json.loads(document(observed(item(PREFIX["maker"], "PUBLIC"))))

    def with_event(**changes: Any) -> bytes:
        event_list = [good["epcisBody"]["eventList"][0] | changes]
        return json.dumps(good | {"epcisBody": {"eventList": event_list}}).encode()

    return [
        ("application/ld+json", with_event(eventTime=kept.new("bad time"))),
        (
            "application/ld+json",
            with_event(epcList=[f"https://id.gs1.org/01/06976001000019/21/{kept.new('bad check digit')}"]),
        ),
        ("application/ld+json", with_event(action=kept.new("bad action"))),
        ("application/ld+json", with_event(type=kept.new("bad type"))),
        (
            "application/ld+json",
            with_event(**{"example:number": 10**400, "example:beside": kept.new("beside a huge number")}),
        ),
        (
            "application/ld+json",
            with_event(epcList=[item(PREFIX["supplier"], kept.new("foreign serial"))], action="ADD"),
        ),
        ("application/ld+json", b'{"truncated": "' + kept.new("truncated").encode()),
        ("application/ld+json", b"[" * 5_000 + kept.new("deep").encode()),
        ("application/xml", b"<a>" + kept.new("not XML").encode()),
        ("application/xml", f'<!DOCTYPE a [<!ENTITY e "{kept.new("entity")}">]><a>&e;</a>'.encode()),
        (kept.new("content type"), document(observed(item(PREFIX["maker"], "PUBLIC")))),
    ]


def test_refused_documents_leave_no_trace_in_any_log(scene: Scene) -> None:
    documents = broken_documents(scene.kept)

    answers = [
        scene.town.ask("POST", "/capture", "maker", body, Content_Type=kind, Suyuan_Disclosure=disclosure)
        for kind, body in documents
        for disclosure in ("private", scene.kept.new("bad disclosure"))
    ]

    assert {400, 415} >= {answer.status for answer in answers}
    assert all(scene.kept.found_in(answer.body, own=True) == [] for answer in answers)
    assert {} == leaks_in_logs(scene)


def test_wrong_keys_are_refused_without_being_repeated(scene: Scene) -> None:
    wrong = scene.kept.new("wrong key")
    answers = []
    for header in (
        {"Authorization": f"Bearer {wrong}"},
        {"X_API_Key": wrong},
        {"Authorization": "Basic " + base64.b64encode(f"user:{wrong}".encode()).decode()},
    ):
        answers += [scene.town.ask("GET", path, None, **header) for path in ("/capture", "/api/v1/holdings", "/events")]

    assert {401} == {answer.status for answer in answers}
    assert not [answer for answer in answers if scene.kept.found_in(answer.body)]
    assert {} == leaks_in_logs(scene)


def test_faults_of_our_own_are_told_by_a_number_and_logged_without_a_value(scene: Scene) -> None:
    town = scene.town
    town.change("record", "ALTER TABLE events RENAME TO events_away")
    town.change("mirror", "ALTER TABLE event_names RENAME TO event_names_away")
    try:
        content = document(
            observed(item(PREFIX["maker"], "PUBLIC"), **{"example:fault": scene.kept.new("in a faulty capture")})
        )
        answers = [town.capture("maker", content, disclosure="private")]
        answers += [town.ask("GET", path, firm) for path in questions_about_faults(scene) for firm in (None, "maker")]
    finally:
        town.change("record", "ALTER TABLE events_away RENAME TO events")
        town.change("mirror", "ALTER TABLE event_names_away RENAME TO event_names")

    assert 500 in {answer.status for answer in answers}
    assert all(scene.kept.found_in(answer.body) == [] for answer in answers)
    assert "internal fault" in town.log("api").read_text(encoding="utf-8")
    assert {} == leaks_in_logs(scene)


def questions_about_faults(scene: Scene) -> list[str]:
    thing = quote(scene.things[1], safe="")
    return [
        f"/events?MATCH_anyEPC={thing}",
        f"/api/v1/bundle?id={thing}",
        f"/api/v1/trace?id={thing}",
        scene.things[1].removeprefix("https://id.gs1.org"),
    ]


def test_a_body_that_was_broken_in_sql_is_not_shown_by_the_error(scene: Scene) -> None:
    town = scene.town
    [(commitment, body)] = town.query(
        "record", "SELECT commitment, body FROM events WHERE body LIKE ?", f"%{scene.kept.canaries['transaction']}%"
    )
    town.change("record", "UPDATE events SET body = ? WHERE commitment = ?", body[:-20], commitment)
    town.connection.request("evm_mine")
    try:
        answers = [town.ask("GET", path, firm) for path in questions_about_faults(scene) for firm in OTHERS]
        own = [town.ask("GET", path, "maker") for path in questions_about_faults(scene)]
        said = [*map(str, audit_installation(town.environment)), *rebuilt(town)]
    finally:
        town.change("record", "UPDATE events SET body = ? WHERE commitment = ?", body, commitment)
        rebuilt(town)

    assert all(scene.kept.found_in(answer.body) == [] for answer in answers)
    assert all(scene.kept.found_in(answer.body, own=True) == [] for answer in own)
    assert any("record.events" in line for line in said)
    assert scene.kept.found_in("".join(said).encode()) == []
    assert {} == leaks_in_logs(scene)


def rebuilt(town: Town) -> list[str]:
    """Rebuild the mirror and return what is said meanwhile."""
    said: list[str] = []
    town.stop("indexer")
    rebuild_installation(town.environment, said.append)
    town.start("indexer")
    return said


def test_refusals_of_the_chain_are_logged_without_what_was_refused(scene: Scene) -> None:
    town = scene.town
    never = item(PREFIX["maker"], scene.kept.new("never created"))
    content = document(observed(never, **{"example:refused": scene.kept.new("refused extension")}))

    job = town.settled("carrier", town.capture("carrier", content, disclosure="private"))

    assert "failed" == job["events"][0]["progress"]
    assert scene.kept.found_in(json.dumps(job).encode()) == []
    assert {} == leaks_in_logs(scene)


def test_a_wrong_passphrase_and_a_broken_keystore_are_named_without_their_content(scene: Scene, tmp_path: Path) -> None:
    town = scene.town
    wrong = tmp_path / "wrong"
    wrong.write_text(scene.kept.new("wrong passphrase"), encoding="utf-8")
    wrong.chmod(0o600)
    town.stop("submission")
    [file, *_] = sorted((town.home / "keystores").iterdir())
    content = file.read_text(encoding="utf-8")
    right = town.home / "passphrase"
    kept_away = right.rename(town.home / "passphrase.away")
    wrong.rename(right)
    file.write_text(content[:-40] + scene.kept.new("broken keystore"), encoding="utf-8")
    try:
        town.start("submission")
        answer = town.capture("maker", document(observed(item(PREFIX["maker"], "PUBLIC"), step="picking")))
        noisy = awaited(
            lambda: town.log("submission").read_text(encoding="utf-8").count("keystore"), "a word about the keystores"
        )
    finally:
        kept_away.rename(right)
        file.write_text(content, encoding="utf-8")
        if not town._ended("submission"):
            town.stop("submission")
        else:
            town.death("submission")
        town.start("submission")
    job = town.settled("maker", answer)

    assert noisy
    assert job["success"]
    assert {} == leaks_in_logs(scene)


def test_a_process_that_dies_in_the_middle_of_a_private_capture_leaves_nothing_in_its_log(scene: Scene) -> None:
    town = scene.town
    town.kill("indexer")
    town.start("indexer", fault=Fault("store.mirror.projecting:ProjectionWriter.write", "after"))
    thing = item(PREFIX["maker"], "DYING")
    answer = town.capture(
        "maker", document(created(thing, **{"example:dying": scene.kept.new("dying")})), disclosure="private"
    )
    town.death("indexer")
    town.start("indexer")
    town.settled("maker", answer)
    town.quiet()

    assert {} == leaks_in_logs(scene)


def leaks_in_logs(scene: Scene) -> dict[str, list[str]]:
    """Return what stands in the logs of all processes and must not, by file."""
    scene.kept.keys = scene.kept.keys | keys_of_events(scene.town)
    logs = [
        *scene.town.home.glob("*.log"),
        *scene.town.home.glob("*.status.json"),
        *(scene.town.home / "chain").glob("*.log"),
    ]
    found = {log.name: scene.kept.found_in(log.read_bytes()) for log in logs}
    return {name: leaked for name, leaked in found.items() if leaked}


def keys_of_events(town: Town) -> dict[str, str]:
    return {
        f"secret {number}": secret.hex()
        for number, secret in town.query("record", "SELECT id, secret FROM events WHERE secret IS NOT NULL")
    }
