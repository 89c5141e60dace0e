"""The mirror can be deleted and made again, the record backed up and restored: the answers stay the same, nothing is written twice."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from founding import FIRMS, PREFIX
from goods import created, document, item, lot, observed
from proving import bundle_of, said, verdict_of
from reckoning import reckoning_of, verify_exactly_once
from tale import Tale, recalled, told
from town import Answer, Nursery, Town
from waiting import awaited

READERS = (None, *FIRMS)


@pytest.fixture(scope="module")
def tale(own_town: Town) -> Tale:
    """Tell a tale with a recall, private and anchored events, and a correction."""
    tale = told(own_town, "rebuilt")
    own_town.told("maker", document(observed(tale.refrigerator, step="storing")), disclosure="private")
    own_town.told(
        "carrier", document(observed(tale.box, step="loading"), observed(tale.box, step="unloading")), lane="anchored"
    )
    recalled(own_town, "supplier", tale.compressor_lot)
    own_town.quiet()
    return tale


def answers_of(town: Town, tale: Tale) -> dict[tuple[str | None, str], Any]:
    """Return what every reader is told about everything, without the times at which it is told."""
    things = [tale.refrigerator, tale.compressor, tale.compressor_lot, tale.box, tale.product]
    paths = [
        "/events?perPage=1000",
        "/epcs?perPage=1000",
        "/bizSteps",
        "/readPoints",
        "/api/v1/members",
        "/api/v1/prefixes",
    ]
    paths += [
        f"/api/v1/trace?id={quote(thing, safe='')}&direction={way}&asOf=2026-06-01T00:00:00Z"
        for thing in things
        for way in ("origins", "uses")
    ]
    paths += [f"/api/v1/states?id={quote(thing, safe='')}" for thing in things]
    paths += [f"/api/v1/bundle?id={quote(thing, safe='')}" for thing in things]
    told = {(firm, path): normal(town.ask("GET", path, firm)) for firm in READERS for path in paths}
    return told | {(firm, "holdings"): normal(town.ask("GET", "/api/v1/holdings", firm)) for firm in FIRMS}


def normal(answer: Answer) -> Any:
    assert answer.status == 200, answer.body.decode()
    content = json.loads(re.sub(rb'"creationDate":"[^"]*"', b'"creationDate":""', answer.body))
    if content.get("format") == "suyuan-bundle/1":
        # Another block of the same chain: its header and the nodes under it differ, what they show does not.
        return {name: value for name, value in content.items() if name not in ("header", "nodes")}
    return content


def test_a_mirror_rebuilt_by_command_gives_the_same_answers(own_town: Town, tale: Tale) -> None:
    before = answers_of(own_town, tale)

    own_town.stop("indexer")
    done = own_town.command("rebuild")
    own_town.start("indexer")
    own_town.quiet()

    assert (0, "") == (done.returncode, done.stderr)
    assert before == answers_of(own_town, tale)


def test_a_mirror_that_was_deleted_is_made_again_with_the_same_answers(own_town: Town, tale: Tale) -> None:
    before = answers_of(own_town, tale)

    own_town.kill("indexer", "api")
    for file in own_town.home.glob("mirror.db*"):
        file.unlink()
    own_town.start("indexer")
    awaited(
        lambda: (
            (own_town.home / "mirror.db").exists()
            and own_town.query("mirror", "SELECT name FROM sqlite_master WHERE name = 'checkpoint'")
        ),
        "a new mirror",
    )
    awaited(lambda: own_town.query("mirror", "SELECT block_number FROM checkpoint"), "its checkpoint")
    own_town.quiet()
    own_town.start("api")

    assert before == answers_of(own_town, tale)


def test_a_rebuild_beside_a_running_indexer_is_refused(own_town: Town, tale: Tale) -> None:
    before = answers_of(own_town, tale)

    refused = own_town.command("rebuild")

    assert 1 == refused.returncode
    assert "Traceback" not in refused.stderr
    assert before == answers_of(own_town, tale)


# --- backup and restore


@pytest.fixture
def moved(own_town: Town, nursery: Nursery, tmp_path: Path) -> Iterator[Town]:
    """Return a new home for the same network: its keys are there, its record is not."""
    home = tmp_path / "moved"
    home.mkdir()
    for name in ("network.json", "passphrase", "api-keys.json"):
        shutil.copyfile(own_town.home / name, home / name)
    (home / "passphrase").chmod(0o600)
    shutil.copytree(own_town.home / "keystores", home / "keystores")
    town = Town(home, nursery, own_town.keys)
    yield town
    town.close()


def backed_up(town: Town, file: Path) -> Path:
    done = town.command("backup", str(file))
    assert (0, 0o600) == (done.returncode, file.stat().st_mode & 0o777), done.stderr
    return file


def restored(town: Town, file: Path) -> None:
    done = town.command("restore", str(file))
    assert done.returncode == 0, done.stderr


def test_a_restored_record_brings_an_older_chain_to_what_was_promised(
    own_town: Town, tale: Tale, moved: Town, founded: Path, tmp_path: Path
) -> None:
    before = answers_of(own_town, tale)
    file = backed_up(own_town, tmp_path / "backup.db")
    promised = dict(
        own_town.query(
            "record", "SELECT commitment, state FROM outbox WHERE commitment IN (SELECT commitment FROM events)"
        )
    )
    shutil.copytree(founded / "chain", moved.home / "chain")

    restored(moved, file)
    moved.start("chain", "submission", "indexer")
    awaited(lambda: reckoning_of(moved).on_chain.keys() >= promised.keys(), "the chain to hold all that was promised")
    awaited(lambda: moved.query("mirror", "SELECT block_number FROM checkpoint"), "a mirror")
    moved.quiet()
    moved.start("api")

    verify_exactly_once(moved, promised)
    after = answers_of(moved, tale)
    assert [
        str(key) for key, value in before.items() if "bundle" not in key[1] and untimed(value) != untimed(after[key])
    ] == []
    assert ("matched", "recalled") == said(verdict_of(moved, tale.refrigerator), "recall")
    audit = moved.command("audit")
    assert (0, "mirror, record and chain agree\n") == (audit.returncode, audit.stdout)


def untimed(value: Any) -> str:
    """Return a text of an answer without the times that the chain gave, which are new on a chain that is told again."""
    return re.sub(r'"(recordTime|admittedAt|grantedAt|since|captured)": ("[^"]*"|\d+)', "", json.dumps(value))


def test_what_waited_in_a_backup_and_is_on_the_chain_since_is_not_written_twice(
    own_town: Town, tale: Tale, moved: Town, tmp_path: Path
) -> None:
    town = own_town
    town.kill("submission")
    things = [item(PREFIX["maker"], f"WAITED{number}") for number in range(3)]
    answers = [town.capture("maker", document(*[created(thing) for thing in things]))]
    answers.append(
        town.capture(
            "maker",
            document(*[observed(tale.refrigerator, step=step) for step in ("picking", "packing")]),
            lane="anchored",
        )
    )
    file = backed_up(town, tmp_path / "backup.db")
    town.start("submission")
    jobs = [town.settled("maker", answer) for answer in answers]
    later = town.told("maker", document(created(item(PREFIX["maker"], "AFTER-THE-BACKUP"))))
    town.quiet()
    before = reckoning_of(town).on_chain
    town.stop()
    # The chain is the newest one; only the record is older.
    shutil.copytree(town.home / "chain", moved.home / "chain")

    restored(moved, file)
    moved.start()
    awaited(lambda: moved.query("mirror", "SELECT block_number FROM checkpoint"), "a mirror")
    told_again = [moved.settled("maker", answer) for answer in answers]
    moved.quiet()
    after = reckoning_of(moved)
    verdict = verdict_of(moved, item(PREFIX["maker"], "AFTER-THE-BACKUP"))
    new = moved.told("maker", document(created(item(PREFIX["maker"], "AFTER-THE-RESTORE"))))
    town.start()

    promised = {bytes.fromhex(each["commitment"][2:]) for job in jobs for each in job["events"]}
    assert {"final"} == {each["progress"] for job in told_again for each in job["events"]}
    headed = {commitment for (commitment,) in moved.query("record", "SELECT commitment FROM events WHERE lane = 0")}
    assert {commitment: before[commitment] for commitment in promised & headed} == {
        commitment: after.on_chain[commitment] for commitment in promised & headed
    }
    assert {commitment: before[commitment] for commitment in promised - headed} == {
        commitment: after.on_chain[commitment] for commitment in promised - headed
    }
    # Captured after the backup: the chain knows of it, its body is lost, and nobody says otherwise.
    assert 1 == after.on_chain[later[0]]
    assert ("withheld_by_server", "lines_withheld") == said(verdict, "story")
    assert 1 == reckoning_of(moved).on_chain[new[0]]


def test_a_backup_is_not_restored_over_a_record_that_holds_something(
    own_town: Town, tale: Tale, tmp_path: Path
) -> None:
    file = backed_up(own_town, tmp_path / "backup.db")
    before = own_town.query("record", "SELECT count(*), max(id) FROM events")

    refused = own_town.command("restore", str(file))

    assert 1 == refused.returncode
    assert "Traceback" not in refused.stderr
    assert before == own_town.query("record", "SELECT count(*), max(id) FROM events")


def test_bundles_that_were_issued_are_served_while_the_chain_is_away(own_town: Town, tale: Tale) -> None:
    issued = bundle_of(own_town, tale.refrigerator)
    own_town.stop("chain")
    try:
        again = bundle_of(own_town, tale.refrigerator)
        never = own_town.ask("GET", f"/api/v1/bundle?id={quote(lot(PREFIX['maker'], 'NEVER-ASKED'), safe='')}")
    finally:
        own_town.start("chain")

    assert issued == again
    assert 503 == never.status
