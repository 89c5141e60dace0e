"""The chain dies, or comes back without its last blocks: what was promised is sent again, unchanged, and is there once.

the chain is killed
├── after it answered, before its state is on the disk
├── while its state is being written
├── between the sending of a transaction and its receipt
└── and comes back from an older state: the last blocks are lost
while what was lost is taken back
├── the submission dies before or after its record is taken back, or when it has sent the first again
├── the indexer dies before or after the record is taken back, within the mirror's transaction, or after it
└── the chain dies again
"""

from __future__ import annotations

import json
import shutil
import signal

import pytest
from founding import PREFIX
from goods import created, document, item
from journey import Journey
from reckoning import reckoning_of
from town import Fault, Town
from waiting import awaited

REWINDING = [
    ("submission", Fault("submission.rewinding:rewind", "before")),
    ("submission", Fault("submission.rewinding:rewind", "after")),
    ("submission", Fault("chain.connection:Connection.send", "after")),
    ("submission", Fault("submission.following:mark_mined", "before", times=2)),
    ("indexer", Fault("indexer.following:rewind", "before")),
    ("indexer", Fault("indexer.following:rewind", "after")),
    ("indexer", Fault("store.mirror.projecting:ProjectionWriter.remove_from", "after")),
    ("indexer", Fault("store.mirror.writing:MirrorWriter.rewind", "after")),
]


@pytest.fixture(scope="module")
def journey(own_town: Town) -> Journey:
    return Journey(own_town)


def saved(town: Town) -> None:
    """Write the chain's state to the disk, by stopping it in order, keep a copy of it, and start the chain again."""
    town.stop("chain")
    shutil.copyfile(town.home / "chain" / "state.json", town.home / "older.json")
    town.start("chain")


def lose_last_blocks(town: Town) -> int:
    """Kill the chain and start it with the state that was saved last; return how many blocks are lost.

    What it wrote by itself meanwhile is put aside: on a slow machine ten seconds may have passed. The saved file tells
    how many are lost: once the chain has started, a submission that lives sends them again before anyone can ask.
    """
    older = town.home / "older.json"
    kept = int(json.loads(older.read_text())["best_block_number"])
    before = town.connection.block_number()
    town.kill("chain")
    shutil.copyfile(older, town.home / "chain" / "state.json")
    town.start("chain")
    return before - kept


def blocks_of_a_round(journey: Journey) -> None:
    """Save the chain, then tell a round and wait until it is on the chain and in the mirror, and not on the disk."""
    saved(journey.town)
    journey.tell_round()
    journey.verify()


def test_a_chain_killed_after_it_answered_is_told_again_what_it_forgot(journey: Journey) -> None:
    blocks_of_a_round(journey)

    # Not put back to anything: what was not on the disk yet is gone.
    journey.town.kill("chain")
    journey.town.start("chain")

    journey.verify()


def test_a_chain_that_comes_back_from_an_older_state_is_brought_to_what_was_promised(journey: Journey) -> None:
    town = journey.town
    saved(town)
    for _ in range(2):
        journey.tell_round()
        journey.verify()
        town.stop("chain")
        town.start("chain")
    before = town.connection.block_number()

    lost = lose_last_blocks(town)

    assert lost >= 6
    journey.verify()
    assert town.connection.block_number() >= before


@pytest.mark.parametrize(
    ("name", "fault"), REWINDING, ids=lambda value: value if isinstance(value, str) else f"{value.moment} {value.place}"
)
def test_a_process_that_dies_while_lost_blocks_are_taken_back_loses_nothing(
    journey: Journey, name: str, fault: Fault
) -> None:
    town = journey.town
    blocks_of_a_round(journey)
    other = {"submission": "indexer", "indexer": "submission"}[name]
    town.kill(name, other)

    lost = lose_last_blocks(town)
    town.start(name, fault=fault)
    code = town.death(name)
    town.start(name, other)

    assert (True, -signal.SIGKILL) == (lost > 0, code)
    journey.tell_round()
    journey.verify()


def test_a_chain_that_dies_between_sending_and_receipt_is_told_again(journey: Journey) -> None:
    town = journey.town
    town.kill("submission")
    journey.tell_round()
    engine = str(town.home / "chain" / "anvil.pid")

    town.start("submission", fault=Fault("chain.connection:Connection.send", "after", times=2, victims=(engine,)))
    # The chain's own process notices that its engine is gone, and ends with it.
    code = town.death("chain")
    town.start("chain")

    assert code not in (0, None)
    journey.verify()


def test_a_chain_that_dies_again_while_it_is_told_again_loses_nothing(journey: Journey) -> None:
    town = journey.town
    blocks_of_a_round(journey)
    town.kill("submission")
    engine = str(town.home / "chain" / "anvil.pid")

    lost = lose_last_blocks(town)
    town.start("submission", fault=Fault("chain.connection:Connection.send", "after", times=2, victims=(engine,)))
    town.death("chain")
    town.start("chain")

    assert lost > 0
    journey.verify()


def test_a_chain_killed_while_its_state_is_written_comes_back_with_the_one_before(journey: Journey) -> None:
    town = journey.town
    town.stop("chain")
    town.start("chain", fault=Fault("chain.embedded:os.fsync", "after"))
    journey.tell_round()

    # Its state is due every ten seconds.
    code = town.death("chain")
    town.start("chain")

    assert code == -signal.SIGKILL
    journey.verify()


def test_what_is_promised_while_the_chain_is_away_waits_for_it(journey: Journey) -> None:
    town = journey.town
    town.kill("chain")
    journey.tell_round()
    [waiting] = town.query("record", "SELECT count(*) FROM outbox WHERE state NOT IN ('final', 'failed')")[0]
    town.start("chain")

    assert waiting == 10
    journey.verify()


def test_until_it_is_told_again_a_lost_event_is_in_no_answer(journey: Journey) -> None:
    town = journey.town
    saved(town)
    thing = item(PREFIX["maker"], "LOST")
    [commitment] = town.told("maker", document(created(thing)))
    town.kill("submission")

    lose_last_blocks(town)
    awaited(lambda: not town.mirror_rows("recorded", commitment=commitment), "the indexer to take the lost block back")
    gone = reckoning_of(town).on_chain[commitment]
    found = town.ask("GET", f"/events?MATCH_epc={thing}").json()["epcisBody"]["queryResults"]["resultsBody"][
        "eventList"
    ]
    town.start("submission")
    town.mirrored(commitment)

    assert (0, []) == (gone, found)
    assert reckoning_of(town).on_chain[commitment] == 1


def test_in_the_end_mirror_record_and_chain_agree(journey: Journey) -> None:
    journey.tell_round()
    journey.verify()

    audit = journey.town.command("audit")

    assert (0, "mirror, record and chain agree\n") == (audit.returncode, audit.stdout)
