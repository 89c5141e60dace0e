"""A small network for the indexer's tests: an embedded chain with all contracts, two firms, and both databases."""

import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from false_node import FalseNode, false_node
from ports import free_port

from chain.connection import Call, Connection, connect
from chain.deployment import await_receipt, deploy, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.gateways import Contracts, RecordedEvent, batch_of, contracts_of
from chain.signer import Signer
from indexer.following import Indexer
from store import Mirror, Record
from store.reader import OPEN, Disclosure
from store.record.capture import ANCHORED, HEADED, CapturedEvent, save_capture
from store.record.jobs import NewJob
from store.record.outbox import waiting
from store.record.payloads import Line
from store.record.transactions import SignedTransaction, mark_mined, store_signed
from traceability.commitment.tree import tree_root
from traceability.ledger.keys import prefix_key, rest_hash
from traceability.ledger.meta import Kind, flags_of

PREFIX = "6901234"
BODY = '{"type": "ObjectEvent", "action": "ADD", "eventTime": "2026-05-01T00:00:00Z", "eventTimeZoneOffset": "+08:00"}'
NOW = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)


def item(serial: object) -> str:
    """Return the canonical form of a refrigerator's serial number (the check digit of its GTIN is 1)."""
    return f"https://id.gs1.org/01/06901234000011/21/{serial}"


def item_line(serial: object) -> Line:
    """Return the two halves of the same."""
    return Line(prefix_key("gs1", PREFIX), rest_hash(f"01/0/00001/21/{serial}"))


@dataclass
class World:
    """A deployed network and the firms that write to it."""

    engine: Embedded
    connection: Connection
    contracts: Contracts
    authority: Signer
    firms: dict[int, Signer]
    nonces: dict[bytes, int] = field(default_factory=dict)
    streams: dict[tuple[int, int], int] = field(default_factory=dict)
    counter: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def send(self, signer: Signer, call: Call) -> tuple[bytes, bytes, int, bytes]:
        """Send a call and return hash, bytes, block number and block hash."""
        nonce = self.connection.nonce(signer.address)
        network = self.connection.network
        signed = signer.sign_transaction(
            to=call.to, data=call.data, nonce=nonce, gas=20_000_000, gas_price=0, chain_id=network.chain_id
        )
        sent = self.connection.send(signed.raw)
        receipt = await_receipt(self.connection, sent)
        assert receipt.succeeded, call.name
        return sent, signed.raw, receipt.block_number, receipt.block_hash

    def record_events(self, firm: int, events: Sequence[CapturedEvent]) -> int:
        """Write events on the headed lane and return their block."""
        batch = batch_of(
            [
                RecordedEvent(
                    event.commitment,
                    event.kind,
                    event.flags,
                    event.state,
                    tuple((line.prefix_key, line.rest_hash) for line in event.lines),
                )
                for event in events
            ]
        )
        number = self.contracts.ledger.stream_count(firm, 0)
        return self.send(self.firms[firm], self.contracts.ledger.record(batch, number))[2]

    def create_things(self, count: int = 1) -> int:
        """Let the first firm write the first events of so many new things, and return their block."""
        return self.record_events(
            1, [self.captured(BODY, Kind.CREATE, f"thing{next(self.counter)}") for _ in range(count)]
        )

    def anchor_events(self, record: Record, firm: int, events: Sequence[CapturedEvent]) -> int:
        """Write one root over events and keep the batch in the record as submission does; return the block."""
        leaves = [event.commitment for event in events]
        root = tree_root(leaves)
        number = self.contracts.ledger.stream_count(firm, 1)
        call = self.contracts.ledger.anchor(1, number, root, len(leaves), 1 << Kind.OBSERVE)
        sent, raw, block, block_hash = self.send(self.firms[firm], call)
        rows = {row.payload.commitment: row.id for row in waiting(record, firm, 1, 10_000)}
        transaction = SignedTransaction(firm, self.firms[firm].address, number, sent, raw, 1, number, root)
        stored = store_signed(record, [rows[leaf] for leaf in leaves], transaction, NOW)
        mark_mined(record, stored, block, block_hash, 1, NOW)
        return block

    def line(self, serial: object) -> Line:
        """Return the two halves of a refrigerator's key."""
        return item_line(serial)

    def mine(self, blocks: int = 1) -> None:
        """Mine empty blocks."""
        self.connection.request("anvil_mine", (hex(blocks),))

    def snapshot(self) -> str:
        """Remember the chain as it is."""
        return str(self.connection.request("evm_snapshot", ()))

    def revert(self, snapshot: str) -> None:
        """Let every block since vanish."""
        assert self.connection.request("evm_revert", (snapshot,)) is True

    def captured(
        self,
        body: str,
        kind: Kind,
        *serials: object,
        disclosure: Disclosure = OPEN,
        lane: int = HEADED,
        state: int = 0,
        event_id: str | None = None,
        event_hash: str | None = None,
    ) -> CapturedEvent:
        """Return an event with a random commitment, as capture would hand it over."""
        flags = flags_of(kind, private=disclosure.visibility == "private")
        commitment = os.urandom(32)
        lines = () if lane == ANCHORED else tuple(item_line(serial) for serial in serials)
        return CapturedEvent(
            next(self.counter), commitment, os.urandom(32), event_hash or f"ni:///sha-256;{commitment.hex()}?ver=CBV2.0",
            event_id, body, os.urandom(32), int(kind), int(flags), state, lane, lines, disclosure,
        )  # fmt: skip


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Run an embedded chain with the contracts, two admitted firms and one granted prefix."""
    engine = Embedded(EmbeddedSettings(tmp_path_factory.mktemp("chain"), free_port()))
    engine.start()
    try:
        authority = Signer.generate()
        bare = unpinned(engine.url)
        network = deploy(bare, authority)
        bare.close()
        connection = connect(network)
        firms = {1: Signer.generate(), 2: Signer.generate()}
        world = World(engine, connection, contracts_of(connection), authority, firms)
        for number, signer in firms.items():
            world.send(authority, world.contracts.members.admit(b'{"name":"Firm %d"}' % number, 1, signer.address))
        world.send(authority, world.contracts.prefixes.grant("gs1", PREFIX, 1))
        yield world
        connection.close()
    finally:
        engine.stop()


@pytest.fixture
def liar(world: World) -> Iterator[FalseNode]:
    """Run a node before the network's own, which tells the truth until it is told to lie."""
    with false_node(world.engine.url) as node:
        yield node


@pytest.fixture
def asking(world: World, liar: FalseNode) -> Iterator[Connection]:
    """Give a connection to the liar, which does not repeat for long what cannot be had."""
    with Connection(world.connection.network.with_rpc_url(liar.url), attempts=2) as connection:
        yield connection


@pytest.fixture
def indexer(world: World, record: Record, mirror: Mirror) -> Indexer:
    """Give an indexer of the network into the empty mirror."""
    return Indexer(world.connection, record, mirror)


@pytest.fixture
def save(record: Record) -> Callable[..., None]:
    """Give the way to save events as one capture job of a firm."""
    jobs = itertools.count(1)

    def save_events(firm: int, *events: CapturedEvent) -> None:
        save_capture(record, NewJob(f"job-{next(jobs)}", firm, "proceed", True), events, [], NOW)

    return save_events


@pytest.fixture
def now() -> datetime:
    """Give one fixed time."""
    return NOW
