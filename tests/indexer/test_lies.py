"""A node that lies to its own indexer is found out before anything of the lie is in the mirror, and the indexer stands.

what the node alters
├── logs: one is missing, one is added, one is changed, two change places; all receipts of a block are gone
├── receipts: withheld
├── a header: its bloom, its root of receipts, its time, its roots; another block for the one asked for
└── headers of different chains
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from false_node import FalseNode, Lie, truth, with_own_hash

from chain.connection import Connection
from chain.errors import AnswerDisproved, AnswerNotReady
from chain.network import Consensus
from indexer.errors import HeadersDisagree
from indexer.following import Indexer
from store import Mirror, Record
from store.mirror.checkpoints import checkpoint_of
from store.mirror.content import content_of, content_tables


@pytest.fixture
def address(tmp_path: Path) -> Callable[[str], str]:
    """SQLite alone: what is found out is found before a database is asked."""
    return lambda name: f"sqlite:///{tmp_path / name}.db"


def with_receipts(change: Callable[[list[Any]], None]) -> Lie:
    def lie(method: str, _: list[Any], result: Any) -> Any:
        if method == "eth_getBlockReceipts" and any(receipt["logs"] for receipt in result):
            change(result)
        return result

    return lie


def with_header(number: int, **changes: str) -> Lie:
    def lie(method: str, _: list[Any], result: Any) -> Any:
        if method == "eth_getBlockByNumber" and int(result["number"], 16) == number:
            result |= changes
        return result

    return lie


def contents(mirror: Mirror) -> dict[str, list[Any]]:
    return {name: list(content_of(mirror, name)) for name in content_tables()}


def changed_data(receipts: list[Any]) -> None:
    log = receipts[0]["logs"][0]
    log["data"] = log["data"][:-1] + ("0" if log["data"][-1] != "0" else "1")


def changed_address(receipts: list[Any]) -> None:
    receipts[0]["logs"][0]["address"] = "0x" + "11" * 20


LOGS: dict[str, Callable[[list[Any]], None]] = {
    "one is missing": lambda receipts: receipts[0]["logs"].pop(),
    "all are missing": lambda receipts: receipts[0]["logs"].clear(),
    "one is there twice": lambda receipts: receipts[0]["logs"].append(receipts[0]["logs"][0]),
    "two change places": lambda receipts: receipts[0]["logs"].reverse(),
    "one says something else": changed_data,
    "one is said to be another contract's": changed_address,
    "a whole receipt is missing": lambda receipts: receipts.clear(),
    "a failed transaction is said to have succeeded": lambda receipts: receipts[0].update(status="0x0"),
}


@pytest.mark.parametrize("change", LOGS.values(), ids=LOGS.keys())
def test_altered_logs_are_found_by_the_root_of_the_receipts(
    world: Any, liar: FalseNode, asking: Connection, record: Record, mirror: Mirror, change: Any
) -> None:
    indexer = Indexer(asking, record, mirror)
    indexer.catch_up()
    before = contents(mirror)
    block = world.create_things(2)
    liar.lie = with_receipts(change)

    with pytest.raises(AnswerDisproved) as told:
        indexer.catch_up()

    assert (block, "the root of the receipts") == (told.value.number, told.value.what)
    assert contents(mirror) == before
    liar.lie = truth
    indexer.catch_up()
    assert len(contents(mirror)["recorded"]) == len(before["recorded"]) + 2


@pytest.mark.parametrize(
    "changes",
    [
        {"logsBloom": "0x" + "00" * 256},
        {"receiptsRoot": "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421"},
        {"timestamp": "0x65000000"},
        {"transactionsRoot": "0x" + "22" * 32},
        {"stateRoot": "0x" + "22" * 32},
        {"hash": "0x" + "33" * 32},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_block_that_was_changed_is_found_by_its_hash(
    world: Any, liar: FalseNode, asking: Connection, record: Record, mirror: Mirror, changes: dict[str, str]
) -> None:
    indexer = Indexer(asking, record, mirror)
    indexer.catch_up()
    block = world.create_things(2)
    liar.lie = with_header(block, **changes)

    with pytest.raises(AnswerDisproved) as told:
        indexer.catch_up()

    assert (block, "the header's hash") == (told.value.number, told.value.what)


def test_another_block_for_the_one_asked_for_is_found(
    world: Any, liar: FalseNode, asking: Connection, record: Record, mirror: Mirror
) -> None:
    indexer = Indexer(asking, record, mirror)
    indexer.catch_up()
    block = world.create_things(2)
    first = world.connection.request("eth_getBlockByNumber", ("0x1", False))
    liar.lie = lambda method, params, result: (
        first if method == "eth_getBlockByNumber" and params[0] == hex(block) else result
    )

    with pytest.raises(AnswerDisproved, match="the block's number"):
        indexer.catch_up()


def test_receipts_that_are_withheld_are_asked_for_again_and_the_block_is_not_taken_in(
    world: Any, liar: FalseNode, asking: Connection, record: Record, mirror: Mirror
) -> None:
    indexer = Indexer(asking, record, mirror)
    indexer.catch_up()
    block = world.create_things(2)
    liar.lie = lambda method, _, result: None if method == "eth_getBlockReceipts" else result

    with pytest.raises(AnswerNotReady, match=f"receipts of block {block}"):
        indexer.catch_up()

    found = checkpoint_of(mirror)
    assert found is not None and found.block_number < block


def test_headers_that_never_follow_one_another_are_an_alarm(
    world: Any, liar: FalseNode, asking: Connection, record: Record, mirror: Mirror
) -> None:
    indexer = Indexer(asking, record, mirror)
    indexer.catch_up()
    first = world.create_things(2)
    world.create_things(2)
    snapshot = world.snapshot()
    true = world.connection.request("eth_getBlockByNumber", (hex(first), False))
    world.revert(snapshot)
    other = world.connection.request("eth_getBlockByNumber", (hex(first - 1), False))
    # A true header of another chain: it hashes to its hash, and nothing follows it.
    altered = true | {"extraData": "0x666f7267656421", "parentHash": other["hash"]}
    foreign = with_own_hash(altered, Consensus.NONE)
    liar.lie = lambda method, params, result: (
        foreign if method == "eth_getBlockByNumber" and params[0] == hex(first) else result
    )

    with pytest.raises(HeadersDisagree) as told:
        indexer.catch_up()

    assert told.value.number == first + 1
