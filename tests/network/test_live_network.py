"""Four firms found a Clique network and live through the loss of their nodes: what was promised is on the chain exactly once.

One network for all, because it takes a while: the stages follow each other, as they do in the life of a network.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from firms import ROOT, Firm, awaited, cut, firms_in, heal, organisation_key

from chain.connection import connect
from chain.events import EventRecorded, event_of
from chain.gateways import contracts_of
from chain.logs import logs_between
from chain.network import Consensus, load_network
from network.engines.geth import geth
from network.errors import EngineUnavailable
from network.node_key import address_of
from store import open_record
from store.record.outbox import counts
from store.record.progress import Progress

PREFIX, PRODUCT = "6976001", "06976001100015"


@pytest.fixture(scope="module")
def firms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Firm]]:
    try:
        geth(print)
    except EngineUnavailable as missing:
        pytest.skip(str(missing))
    folder = tmp_path_factory.mktemp("network")
    joined = firms_in(folder, 4)
    requests = [str(firm.node / "request.json") for firm in joined]
    told = joined[0].run("network", "genesis", *requests, "--out", str(folder), "--engine", "clique")
    assert "fingerprint" in told
    yield joined
    for firm in joined:
        firm.end()


def document(*serials: str) -> str:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    events = [
        {
            "type": "ObjectEvent", "action": "ADD", "eventTime": now, "eventTimeZoneOffset": "+00:00", "bizStep": "commissioning",
            "epcList": [f"https://id.gs1.org/01/{PRODUCT}/21/{serial}"],
        }
        for serial in serials
    ]  # fmt: skip
    context = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
    frame = {"@context": context, "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": now}
    return json.dumps(frame | {"epcisBody": {"eventList": events}})


def captured(firm: Firm, *serials: str) -> None:
    """Capture the making of things and do not wait for the chain."""
    path = firm.home / f"{serials[0]}.jsonld"
    path.write_text(document(*serials), encoding="utf-8")
    firm.run("capture", str(path), "--as", "1", "--wait", "0")


def promised(firm: Firm) -> dict[Progress, int]:
    record = open_record(f"sqlite:///{firm.home / 'record.db'}")
    try:
        return dict(counts(record))
    finally:
        record.close()


def all_final(firm: Firm) -> bool:
    found = promised(firm)
    assert 0 == found[Progress.FAILED]
    return found[Progress.FINAL] == sum(found.values())


def recorded(firm: Firm) -> list[bytes]:
    """Return the commitments of all events on the chain, as a firm's node has it."""
    with connect(load_network(firm.home).with_rpc_url(firm.url)) as connection:
        addresses = contracts_of(connection).addresses()
        logs = logs_between(connection, 0, connection.block_number(), addresses).logs
        return [event.commitment for log in logs if isinstance(event := event_of(log), EventRecorded)]


def grows(firm: Firm, blocks: int = 5) -> bool:
    before = firm.height()
    awaited(lambda: firm.height() >= before + blocks, f"{blocks} more blocks at {firm.name}")
    return True


def stands(firms: list[Firm], seconds: float = 8.0) -> bool:
    """Wait until no firm's node has had a new block for so long; those that were on the way come first."""
    deadline = time.monotonic() + 60
    height, since = -1, time.monotonic()
    while time.monotonic() - since < seconds:
        assert time.monotonic() < deadline, "blocks go on"
        newest = max(firm.height() for firm in firms)
        if newest != height:
            height, since = newest, time.monotonic()
        time.sleep(0.2)
    return True


def test_a_network_lives_through_the_loss_of_its_nodes(firms: list[Firm]) -> None:
    first, second, third, fourth = firms

    # They meet, then seal.
    for firm in firms:
        firm.start_node()
    awaited(lambda: all(firm.height() >= 3 for firm in firms), "blocks at every node")
    told = first.run("network", "status", str(first.node), *(f"--rpc={firm.url}" for firm in firms[1:]))
    assert 4 == told.count("  answers  ")
    assert "validators 4  needed 3" in told

    # The first founds, everyone pins the same.
    said = first.run("network", "found", str(first.node))
    directory, block = said.split("directory ")[1].split(" from block ")
    for firm in firms[1:]:
        firm.run("network", "pin", str(firm.node), directory, block.split()[0])
    pinned = [load_network(firm.home) for firm in firms]
    assert 1 == len({(network.genesis, network.directory, network.chain_id) for network in pinned})
    assert {Consensus.CLIQUE} == {network.consensus for network in pinned}

    # One firm works on it.
    first.start("serve", "serve")
    profile = first.home / "profile.json"
    profile.write_text(json.dumps({"name": {"en": "Firm 1"}}), encoding="utf-8")
    awaited((first.home / "mirror.db").exists, "the installation")
    first.run("member", "admit", str(profile), "--role", "manufacturer", "--key", organisation_key(first))
    first.run("prefix", "grant", "gs1", PREFIX, "1")
    captured(first, "A1", "A2", "A3")
    awaited(lambda: all_final(first), "three events to be final")
    assert 3 == len(recorded(second))

    # One of four ends: the others go on.
    fourth.kill_node()
    captured(first, "B1")
    assert grows(first)
    awaited(lambda: all_final(first), "an event to be final with three of four")

    # Two end: no block comes, nothing is lost, and the operator is told.
    third.kill_node()
    assert stands([first, second])
    captured(first, "C1", "C2")
    assert not all_final(first)
    awaited(lambda: "no block comes" in _status(first), "the operator to be told")

    # They come back: what waited is final, once.
    third.start_node()
    fourth.start_node()
    assert grows(first)
    awaited(lambda: all_final(first), "what waited to be final")
    assert 6 == len(recorded(second)) == len(set(recorded(second)))

    # The network is cut in two: the firm's own node is alone, the other three go on without it.
    cut(first, [second, third, fourth])
    captured(first, "E1", "E2")
    assert stands([first])
    assert grows(second)
    assert not all_final(first)
    alone = first.height()
    awaited(lambda: second.height() > alone + 2, "the others to be ahead")
    awaited(lambda: "no block comes" in _status(first), "the operator to be told")

    # It is healed: the node leaves what it sealed alone, and what waited is final, once.
    heal(first, [second, third, fourth])
    awaited(lambda: first.height() > alone and first.peers() > 0, "the node to be among the others")
    awaited(lambda: all_final(first), "what was captured alone to be final")
    assert 8 == len(recorded(second)) == len(set(recorded(second)))

    # All end at once, and come back.
    captured(first, "D1")
    for firm in firms:
        firm.kill_node()
    captured(first, "D2")
    for firm in firms:
        firm.start_node()
    awaited(lambda: all(firm.height() >= 3 for firm in firms), "every node to be back")
    assert grows(first)
    awaited(lambda: all_final(first), "everything to be final")
    assert 10 == len(recorded(third)) == len(set(recorded(third)))

    # A validator is voted out by the others.
    leaving = json.loads((fourth.node / "request.json").read_text())["node"]
    address = "0x" + address_of(bytes.fromhex(leaving[2:])).hex()
    for firm in (first, second, third):
        firm.run("network", "propose", str(firm.node), "remove", address)
    awaited(lambda: "validators 3  needed 2" in _status(first), "three validators")
    assert address not in _status(first)
    assert "agree" in first.run("audit")


def _status(firm: Firm) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", "network", "status", str(firm.node)], cwd=ROOT, env=firm.environment,
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr
