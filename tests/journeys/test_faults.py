"""What is around an installation goes wrong: nothing accepted is lost or doubled, nothing false is shown, the operator is told.

the chain node lies to the indexer    logs left out · an old head
the chain node is slow
the disk is full                      for the api · for submission and indexer
this machine's clock                  an hour behind the chain's
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pytest
from false_node import FalseNode, false_node, truth
from founding import PREFIX
from goods import created, document, item
from journey import Journey
from town import Town
from waiting import awaited


@pytest.fixture(scope="module")
def journey(own_town: Town) -> Journey:
    return Journey(own_town)


@contextmanager
def through_a_false_node(town: Town, *names: str) -> Iterator[FalseNode]:
    """Let processes ask a node that may lie or take its time, and the true one again at the end."""
    with false_node(town.installation.rpc_url) as node:
        town.stop(*names)
        for name in names:
            asking = town.environment | {"SUYUAN_RPC_URL": node.url}
            town.running[name] = town.nursery.born([name], asking, town.log(name), None)
        try:
            yield node
        finally:
            town.stop(*names)
            town.start(*names)


@contextmanager
def full_disk(town: Town, *names: str) -> Iterator[None]:
    """Let processes write to no file, as on a full disk, and have room again at the end."""
    before = {name: resource.prlimit(town.running[name], resource.RLIMIT_FSIZE) for name in names}
    for name, (_, hard) in before.items():
        resource.prlimit(town.running[name], resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        for name, limits in before.items():
            resource.prlimit(town.running[name], resource.RLIMIT_FSIZE, limits)


def told(town: Town, words: str) -> dict[str, Any]:
    """Wait until readiness names a trouble with these words, and return all that it says."""

    def look() -> dict[str, Any] | None:
        ready = town.ask("GET", "/readyz").json()
        return dict(ready) if any(words in each for each in ready["troubles"]) else None

    return awaited(look, f"the operator to be told: {words}")


def found_events(town: Town, thing: str) -> list[Any]:
    answer = town.ask("GET", f"/events?MATCH_epc={quote(thing, safe='')}").json()
    return list(answer["epcisBody"]["queryResults"]["resultsBody"]["eventList"])


def without_logs(method: str, _: list[Any], result: Any) -> Any:
    if method == "eth_getBlockReceipts":
        for receipt in result:
            receipt["logs"] = []
    return result


def test_logs_that_the_node_leaves_out_stop_the_indexer_and_not_the_events(journey: Journey) -> None:
    town = journey.town
    with through_a_false_node(town, "indexer") as node:
        node.lie = without_logs
        journey.tell_round()
        thing = item(PREFIX["maker"], "LIED")
        answer = town.capture("maker", document(created(thing)))
        job = town.settled("maker", answer)

        ready = awaited(lambda: (found := town.ask("GET", "/readyz").json())["alarm"] and found, "the alarm")
        status = town.command("status").stdout
        shown = found_events(town, thing)
        metrics = town.ask("GET", "/metrics").body.decode()
        bundle = town.ask("GET", f"/api/v1/bundle?id={quote(thing, safe='')}")
        node.lie = truth
        resumed = town.command("resume")
        town.mirrored(bytes.fromhex(job["events"][0]["commitment"][2:]))

    true = town.connection.request("eth_getBlockByNumber", (hex(ready["alarm"]["block"]), False))
    assert ("not ready", true["receiptsRoot"]) == (ready["status"], ready["alarm"]["expected"])
    assert f"ALARM, the indexer stands: The node disproves itself at block {ready['alarm']['block']}" in status
    assert "suyuan_indexer_alarm 1.0" in metrics
    assert [] == shown
    # The chain has the event, the mirror has not: no proof is made of less than there is.
    assert 200 != bundle.status
    assert 0 == resumed.returncode
    assert 1 == len(found_events(town, thing))
    journey.verify()


def test_a_lie_to_the_submission_keeps_what_was_promised_waiting(journey: Journey) -> None:
    town = journey.town

    def other_time(method: str, _: list[Any], result: Any) -> Any:
        return result | {"timestamp": "0x1"} if method == "eth_getBlockByNumber" else result

    with through_a_false_node(town, "submission") as node:
        node.lie = other_time
        awaited(lambda: "the header's hash must be" in town.log("submission").read_text(), "the lie to be found")
        journey.tell_round()
        node.lie = truth
        journey.verify()


def test_a_slow_node_makes_everything_late_and_nothing_wrong(journey: Journey) -> None:
    town = journey.town
    with through_a_false_node(town, "indexer") as node:
        awaited(lambda: "eth_blockNumber" in node.asked, "the indexer to ask")
        node.delay = 2.2
        ready = told(town, "to name its newest block")
        node.delay = 0.1
        journey.tell_round()
        journey.verify()

    assert ready["alarm"] is None


def test_what_the_api_has_no_room_for_is_refused_and_can_be_sent_again(journey: Journey) -> None:
    town = journey.town
    thing = item(PREFIX["maker"], "NO-ROOM")
    content = document(created(thing))
    [before] = town.query("record", "SELECT count(*) FROM events")

    with full_disk(town, "api"):
        refused = town.capture("maker", content)
    [after] = town.query("record", "SELECT count(*) FROM events")

    assert 503 == refused.status, refused.body.decode()
    assert "make room on its disk" in refused.json()["detail"]
    assert before == after
    assert 1 == len(town.told("maker", content))


def test_what_was_accepted_waits_for_room_on_the_disk(journey: Journey) -> None:
    town = journey.town
    with full_disk(town, "submission"):
        journey.tell_round()
        [waiting] = town.query("record", "SELECT count(*) FROM outbox WHERE state = 'waiting'")[0]
    journey.verify()
    before = town.query("mirror", "SELECT block_number FROM checkpoint")[0][0]
    with full_disk(town, "indexer"):
        journey.tell_round()
        awaited(lambda: town.connection.block_number() > before, "a block")
        stood = town.query("mirror", "SELECT block_number FROM checkpoint")[0][0]

    assert waiting > 0
    assert before == stood
    journey.verify()


def test_a_chain_an_hour_ahead_of_this_machines_clock_is_told_and_its_events_are_kept(journey: Journey) -> None:
    town = journey.town
    town.connection.request("evm_increaseTime", (3_600,))

    journey.tell_round()
    ready = told(town, "ahead of this machine's clock")
    journey.verify()

    assert ready["alarm"] is None
    assert "chronyc" in ready["troubles"][0]


def test_in_the_end_mirror_record_and_chain_agree(journey: Journey) -> None:
    audit = journey.town.command("audit")

    assert (0, "mirror, record and chain agree\n") == (audit.returncode, audit.stdout)
