"""Finality is the network's: what the indexer does with a block that changes, and with a node whose newest block is an older one.

a block that was taken in changes
├── instant (QBFT): an alarm that names both hashes, whatever its depth
├── depth n (Clique): below depth n an alarm; above it the rows go with their block
└── none to prove (embedded): the rows go with their block
another chain that is shorter, on depth n: the node is waited for
the node's newest block is older than the mirror's, and of the same chain
├── instant, depth n: nothing is taken back, the operator is told
└── none to prove: the only node has forgotten, the rows go
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from false_node import FalseNode, with_own_hash

from chain.connection import Connection
from chain.finality import FinalityKind, finality_of, promised_through
from chain.network import Consensus, Network
from indexer.errors import FinalBlockVanished
from indexer.following import Indexer
from indexer.status import status_of
from store import Mirror, Record
from store.mirror.checkpoints import checkpoint_of
from store.mirror.lookups import block_hash_at
from traceability.proof.rlp import encode

QBFT_EXTRA = "0x" + encode([bytes(32), [b"\x11" * 20], [], b"", []]).hex()
"""Extra data as a QBFT header has it, without seals."""


class QbftFace:
    """Lets the embedded chain look like one of QBFT: each header with such extra data, its hash, and that of its parent."""

    def __init__(self, world: Any) -> None:
        self.world = world
        self.made: dict[str, dict[str, Any]] = {}
        self.true: dict[str, str] = {}

    def header(self, true: dict[str, Any]) -> dict[str, Any]:
        """Return the header that stands for one of the embedded chain's."""
        if true["hash"] not in self.made:
            changes = {"extraData": QBFT_EXTRA}
            if true["number"] != "0x0":
                parent = self.world.connection.request("eth_getBlockByHash", (true["parentHash"], False))
                changes["parentHash"] = self.header(parent)["hash"]
            made = with_own_hash(true | changes, Consensus.QBFT)
            self.made[true["hash"]] = made
            self.true[made["hash"]] = true["hash"]
        return self.made[true["hash"]]

    def lie(self, method: str, _: list[Any], result: Any) -> Any:
        return self.header(result) if method.startswith("eth_getBlockBy") else result

    def asking(self, method: str, params: list[Any]) -> list[Any]:
        return [self.true[params[0]]] if method == "eth_getBlockReceipts" else params


@pytest.fixture
def address(tmp_path: Path) -> Callable[[str], str]:
    """SQLite alone: what is found out is found before a database is asked."""
    return lambda name: f"sqlite:///{tmp_path / name}.db"


@pytest.fixture
def qbft(world: Any, liar: FalseNode) -> Iterator[Connection]:
    face = QbftFace(world)
    liar.lie, liar.asking = face.lie, face.asking
    network = replace(world.connection.network, rpc_url=liar.url, consensus=Consensus.QBFT)
    with Connection(network, attempts=2) as connection:
        yield connection


@pytest.fixture
def clique(world: Any, liar: FalseNode) -> Iterator[Connection]:
    network = replace(world.connection.network, rpc_url=liar.url, consensus=Consensus.CLIQUE, depth=3)
    with Connection(network, attempts=2) as connection:
        yield connection


def followed(connection: Connection, record: Record, mirror: Mirror) -> Indexer:
    indexer = Indexer(connection, record, mirror)
    indexer.catch_up()
    return indexer


def newest(mirror: Mirror) -> int:
    found = checkpoint_of(mirror)
    assert found is not None
    return found.block_number


def replaced(world: Any, blocks: int) -> None:
    """Let so many of the newest blocks be replaced by others, and one more come."""
    snapshot = world.fork
    world.revert(snapshot)
    world.connection.request("evm_increaseTime", (7,))
    world.mine(blocks + 1)


@pytest.fixture
def fork(world: Any) -> Iterator[int]:
    """Two blocks after a point to which the chain can go back; return the number of the first."""
    world.mine(4)
    world.fork = world.snapshot()
    world.mine(2)
    yield world.connection.block_number() - 1
    del world.fork


def test_on_a_network_of_instant_finality_a_changed_block_is_an_alarm_that_names_both_hashes(
    world: Any, qbft: Connection, record: Record, mirror: Mirror, fork: int
) -> None:
    indexer = followed(qbft, record, mirror)
    known = block_hash_at(mirror, fork)
    replaced(world, 2)

    with pytest.raises(FinalBlockVanished) as told:
        indexer.catch_up()

    assert known is not None and told.value.found is not None
    assert (fork, known) == (told.value.number, told.value.known)
    assert known != told.value.found
    assert known.hex() in str(told.value) and told.value.found.hex() in str(told.value)
    assert (fork + 1, known) == (newest(mirror), block_hash_at(mirror, fork))


def test_an_operator_may_take_final_blocks_back(
    world: Any, qbft: Connection, record: Record, mirror: Mirror, fork: int
) -> None:
    indexer = followed(qbft, record, mirror)
    known = block_hash_at(mirror, fork)
    replaced(world, 2)

    indexer.takes_back = True
    indexer.catch_up()

    assert (1, fork + 2) == (indexer.figures.rewinds, newest(mirror))
    assert block_hash_at(mirror, fork) not in (None, known)


def test_on_a_network_of_finality_at_depth_n_younger_blocks_take_their_rows_with_them(
    world: Any, clique: Connection, record: Record, mirror: Mirror, fork: int
) -> None:
    indexer = followed(clique, record, mirror)
    known = block_hash_at(mirror, fork)
    replaced(world, 2)

    indexer.catch_up()

    assert (1, fork + 2) == (indexer.figures.rewinds, newest(mirror))
    assert block_hash_at(mirror, fork) not in (None, known)


def test_on_a_network_of_finality_at_depth_n_a_block_changed_below_it_is_an_alarm(
    world: Any, clique: Connection, record: Record, mirror: Mirror, fork: int
) -> None:
    world.mine(2)
    indexer = followed(clique, record, mirror)
    replaced(world, 4)

    with pytest.raises(FinalBlockVanished) as told:
        indexer.catch_up()

    assert (fork, fork + 3) == (told.value.number, newest(mirror))


def test_on_a_network_of_finality_at_depth_n_a_node_that_lost_its_chain_is_waited_for_until_it_is_as_long_again(
    world: Any, clique: Connection, record: Record, mirror: Mirror, fork: int
) -> None:
    world.mine(6)
    indexer = followed(clique, record, mirror)
    replaced(world, 1)

    indexer.catch_up()

    assert (0, fork + 7) == (indexer.figures.rewinds, newest(mirror))
    assert any("old head" in each for each in status_of(clique.network, indexer.figures, 0.0).troubles)

    world.mine(6)
    with pytest.raises(FinalBlockVanished):
        indexer.catch_up()


def test_where_nothing_is_to_prove_any_block_may_take_its_rows_with_it(
    world: Any, asking: Connection, record: Record, mirror: Mirror, fork: int
) -> None:
    world.mine(20)
    indexer = followed(asking, record, mirror)
    replaced(world, 1)

    indexer.catch_up()

    assert (1, fork + 1) == (indexer.figures.rewinds, newest(mirror))


@pytest.mark.parametrize("name", ["qbft", "clique"])
def test_an_old_head_takes_nothing_back_where_blocks_are_promised_and_the_operator_is_told(
    request: Any, liar: FalseNode, record: Record, mirror: Mirror, fork: int, name: str
) -> None:
    connection: Connection = request.getfixturevalue(name)
    indexer = followed(connection, record, mirror)
    honest = liar.lie
    liar.lie = lambda method, params, result: (
        hex(fork - 4) if method == "eth_blockNumber" else honest(method, params, result)
    )

    indexer.catch_up()

    assert (0, fork + 1) == (indexer.figures.rewinds, newest(mirror))
    [told] = [each for each in status_of(connection.network, indexer.figures, 0.0).troubles if "old head" in each]
    assert f"newest block is {fork - 4}, the mirror already has {fork + 1}" in told


def test_an_old_head_of_the_only_node_is_what_it_has_forgotten(
    liar: FalseNode, asking: Connection, record: Record, mirror: Mirror, fork: int
) -> None:
    indexer = followed(asking, record, mirror)
    liar.lie = lambda method, _, result: hex(fork - 4) if method == "eth_blockNumber" else result

    indexer.catch_up()

    assert (1, fork - 4) == (indexer.figures.rewinds, newest(mirror))


@pytest.mark.parametrize(
    ("consensus", "kind", "depth", "promised"),
    [
        (Consensus.QBFT, FinalityKind.INSTANT, None, 100),
        (Consensus.CLIQUE, FinalityKind.DEPTH, 12, 88),
        (Consensus.NONE, FinalityKind.NONE, None, -1),
    ],
)
def test_each_kind_of_network_has_its_finality(
    consensus: Consensus, kind: FinalityKind, depth: int | None, promised: int
) -> None:
    network = Network("http://node", 1, bytes(20), bytes(32), consensus)

    finality = finality_of(network)

    assert (kind, depth, promised) == (finality.kind, finality.depth, promised_through(network, 100))
