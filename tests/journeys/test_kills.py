"""Whichever process is killed (SIGKILL), and wherever on an event's way: what was answered with 202 is there exactly once.

api and capture       while committing · within the record's transaction · after its commit, before the answer · after the answer
submission            before storing signed bytes · after · after sending, before the receipt · mined, before marking · after marking;
                      with events, and with attestations, prefixes and states
indexer               before writing a range · within its transaction · after its commit · while late bodies are taken in
chain                 (test_lost_blocks.py)
"""

from __future__ import annotations

import signal
from itertools import count

import pytest
from founding import PREFIX
from goods import created, document, item
from journey import Journey
from town import Fault, Town

_numbers = count(10)

CAPTURE = [
    Fault("capture.documents:captured_event", "after", times=2),
    Fault("store.record.capture:add_many_promises", "before"),
    Fault("store.record.capture:add_many_promises", "after"),
    Fault("capture.saving:save_capture", "after"),
    Fault("capture.saving:save_capture", "after", times=3),
]
SUBMISSION = [
    Fault("submission.writing:store_signed", "before"),
    Fault("submission.writing:store_signed", "after"),
    Fault("submission.writing:store_signed", "after", times=3),
    Fault("chain.connection:Connection.send", "after"),
    Fault("chain.connection:Connection.send", "after", times=2),
    Fault("submission.following:mark_mined", "before"),
    Fault("submission.following:mark_mined", "after"),
    Fault("submission.writing:fail_promises", "before"),
]
ACTS = [
    Fault("submission.writing:store_signed", "after", times=2),
    Fault("chain.connection:Connection.send", "after"),
    Fault("chain.connection:Connection.send", "after", times=4),
    Fault("submission.following:mark_mined", "before", times=3),
    Fault("submission.following:mark_mined", "after"),
]
INDEXER = [
    Fault("store.mirror.writing:MirrorWriter.write", "before"),
    Fault("store.mirror.projecting:ProjectionWriter.write", "before"),
    Fault("store.mirror.projecting:ProjectionWriter.write", "after"),
    Fault("store.mirror.writing:MirrorWriter.write", "after"),
    Fault("store.mirror.writing:MirrorWriter.write_late", "before"),
    Fault("store.mirror.writing:MirrorWriter.write_late", "after"),
]


def named(fault: Fault) -> str:
    place = fault.place.rpartition(":")[2].rpartition(".")[2]
    return f"{fault.moment} {place}" + (f" {fault.times}" if fault.times > 1 else "")


@pytest.fixture(scope="module")
def journey(own_town: Town) -> Journey:
    return Journey(own_town)


@pytest.mark.parametrize("fault", CAPTURE, ids=named)
def test_a_capture_that_dies_has_promised_all_or_nothing_and_can_be_sent_again(journey: Journey, fault: Fault) -> None:
    town = journey.town
    town.kill("api")
    town.start("api", fault=fault)
    before = town.query("record", "SELECT count(*) FROM events")[0][0]

    journey.tell_round()
    answered = len(journey.answered)
    code = town.death("api")
    kept = town.query("record", "SELECT count(*) FROM events")[0][0] - before
    town.start("api")
    again = journey.tell_again()

    assert code == -signal.SIGKILL
    assert answered or again
    assert kept in _whole_documents(), "a part of a document was kept"
    journey.verify()


@pytest.mark.parametrize("fault", SUBMISSION, ids=named)
def test_a_submission_that_dies_leaves_each_event_on_the_chain_exactly_once(journey: Journey, fault: Fault) -> None:
    town = journey.town
    town.kill("submission")
    journey.tell_round()

    town.start("submission", fault=fault)
    code = town.death("submission")
    town.start("submission")

    assert code == -signal.SIGKILL
    journey.verify()


@pytest.mark.parametrize("fault", INDEXER, ids=named)
def test_an_indexer_that_dies_leaves_each_event_in_the_mirror_exactly_once(journey: Journey, fault: Fault) -> None:
    town = journey.town
    town.kill("indexer")
    town.start("indexer", fault=fault)

    journey.tell_round()
    code = town.death("indexer")
    town.start("indexer")

    assert code == -signal.SIGKILL
    journey.verify()


@pytest.mark.parametrize("fault", ACTS, ids=named)
def test_a_submission_that_dies_leaves_every_other_act_done_exactly_once(journey: Journey, fault: Fault) -> None:
    """A second sending would be refused by the contract, and the promise would say so: AttestationExists, PrefixAlreadyGranted."""
    town = journey.town
    number = next(_numbers)
    thing = item(PREFIX["supplier"], f"ATTESTED{number}")
    town.told("supplier", document(created(thing)))
    schema = {"name": f"inspection {number}", "version": 1}
    town.kill("submission")
    answers = {
        "schema": ("carrier", town.ask("POST", "/api/v1/attestations/schemas", "carrier", {"schema": schema})),
        "prefix": (
            "operator",
            town.ask(
                "POST", "/api/v1/prefixes", "operator", {"scheme": "gs1", "prefix": f"69761{number:02d}", "holder": 1}
            ),
        ),
        "state": (
            "supplier",
            town.ask("POST", "/api/v1/states", "supplier", {"things": [thing], "state": "quarantined"}),
        ),
        "attestation": (
            "carrier",
            town.ask(
                "POST",
                "/api/v1/attestations",
                "carrier",
                {"subject": thing, "schema": schema, "statement": {"grade": 1}},
            ),
        ),
    }

    town.start("submission", fault=fault)
    code = town.death("submission")
    town.start("submission")
    told = {what: town.settled(firm, answer) for what, (firm, answer) in answers.items()}
    town.quiet()

    assert code == -signal.SIGKILL
    assert ["final", "final", "final"] == [told[what]["progress"] for what in ("schema", "prefix", "attestation")]
    assert told["state"]["success"]
    attestation = bytes.fromhex(answers["attestation"][1].json()["attestation"][2:])
    assert 1 == town.mirror_rows("attestations", attestation_id=attestation)
    assert "quarantined" == town.ask("GET", f"/api/v1/states?id={thing}").json()["state"]


def test_an_api_that_dies_right_after_its_answer_has_kept_its_word(journey: Journey) -> None:
    journey.tell_round()
    journey.town.kill("api")
    journey.town.start("api")

    journey.verify()


def test_all_processes_that_die_at_one_moment_lose_nothing_that_was_promised(journey: Journey) -> None:
    journey.tell_round()
    journey.town.kill("indexer", "submission", "delivery", "api", "chain")
    journey.town.start()

    journey.verify()


def test_in_the_end_mirror_record_and_chain_agree(journey: Journey) -> None:
    journey.town.quiet()

    audit = journey.town.command("audit")

    assert (0, "mirror, record and chain agree\n") == (audit.returncode, audit.stdout)


def _whole_documents() -> set[int]:
    """Return how many events the first so many documents of a round hold."""
    return {0, 3, 6, 9, 10}
