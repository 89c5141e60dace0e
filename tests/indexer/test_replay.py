"""Whatever happens in whatever order, the mirror equals the replay of the chain over the record.

A chain of the test's own grows, forks and is followed in pieces; bodies arrive before or after their logs and are forgotten; the
indexer is started anew at any moment. Whenever it has caught up, a second mirror is built from nothing and must say the same.
"""

import itertools
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from chain.events import BatchRecorded, EventRecorded, StateChanged
from chain.network import Network
from indexer.following import Indexer
from store import Disclosure, Mirror, Reader, open_mirror, open_record
from store.mirror.content import content_of, content_tables
from store.reader import OPEN
from store.record.bodies import forget
from store.record.capture import CapturedEvent, save_capture
from store.record.jobs import NewJob
from traceability.ledger.keys import keccak
from traceability.ledger.meta import Flag, Kind, Meta, State
from traceability.proof.rlp import encode
from traceability.proof.trie_root import list_root

NOW = datetime(2026, 5, 4, tzinfo=UTC)
LEDGER = b"L" * 20
KEYS = [keccak(bytes([number])) for number in range(4)]
THINGS = [f"https://id.gs1.org/01/06901234000011/21/{number}" for number in range(4)]


def word(number: int) -> bytes:
    return number.to_bytes(32, "big")


def hexed(data: bytes) -> str:
    return "0x" + data.hex()


def hash_of(fields: dict[str, str]) -> bytes:
    names = (
        "parentHash", "sha3Uncles", "miner", "stateRoot", "transactionsRoot", "receiptsRoot", "logsBloom", "difficulty",
        "number", "gasLimit", "gasUsed", "timestamp", "extraData", "mixHash", "nonce",
    )  # fmt: skip
    numbers = ("difficulty", "number", "gasLimit", "gasUsed", "timestamp")
    digits = [(fields[name][2:], name in numbers) for name in names]
    return keccak(
        encode(
            [
                bytes.fromhex(each.rjust(len(each) + len(each) % 2, "0")).lstrip(b"\0" if number else b"")
                for each, number in digits
            ]
        )
    )


def receipts_of(block: dict[str, Any]) -> list[dict[str, Any]]:
    if not block["logs"]:
        return []
    return [
        {
            "transactionHash": hexed(word(0)), "cumulativeGasUsed": "0x5208", "status": "0x1", "type": "0x2",
            "logsBloom": block["logsBloom"], "logs": block["logs"],
        }
    ]  # fmt: skip


@dataclass
class FakeChain:
    """A chain in memory that answers what the indexer asks of a node."""

    network: Network = field(default_factory=lambda: Network("http://none", 1, b"D" * 20, bytes(32)))
    blocks: list[dict[str, Any]] = field(default_factory=list)
    fork: Any = field(default_factory=itertools.count)
    most_logs: int = 8

    def mine(self, logs: list[tuple[tuple[bytes, ...], bytes]]) -> None:
        number = len(self.blocks)
        parent = self.blocks[-1]["hash"] if self.blocks else hexed(bytes(32))
        told = [
            {"address": hexed(LEDGER), "topics": [hexed(topic) for topic in topics], "data": hexed(data)}
            for topics, data in logs
        ]
        # Which bits a bloom filter has is tested against the embedded chain: a full one hides nothing.
        bloom = b"\xff" * 256 if logs else bytes(256)
        receipt = encode([b"\x01", b"\x52\x08", bloom, [[LEDGER, list(topics), data] for topics, data in logs]])
        fields = {
            "number": hex(number), "parentHash": parent, "timestamp": hex(1000 + number), "logsBloom": hexed(bloom),
            "receiptsRoot": hexed(list_root([b"\x02" + receipt] if logs else [])), "extraData": hexed(word(next(self.fork))),
            "difficulty": "0x0", "gasLimit": "0x1", "gasUsed": "0x0", "miner": hexed(bytes(20)), "nonce": hexed(bytes(8)),
        } | dict.fromkeys(("sha3Uncles", "stateRoot", "transactionsRoot", "mixHash"), hexed(bytes(32)))  # fmt: skip
        self.blocks.append(fields | {"hash": hexed(hash_of(fields)), "logs": told})

    def block_number(self) -> int:
        return len(self.blocks) - 1

    def retried(self, attempt: Callable[[], Any]) -> Any:
        return attempt()

    def call(self, call: Any, **_: Any) -> bytes:
        return bytes(12) + LEDGER + word(1) + word(0)

    def request(self, method: str, params: Any, kind: Any = Any) -> Any:
        assert method == "eth_getBlockByNumber"
        number = int(params[0], 16)
        return self.blocks[number] if number < len(self.blocks) else None

    def request_many(self, method: str, params: Any, kind: Any = Any) -> list[Any]:
        return [self.request(method, item) for item in params]

    def raw_many(self, method: str, params: Any) -> bytes:
        assert method == "eth_getBlockReceipts"
        asked = [next(block for block in self.blocks if block["hash"] == wanted) for (wanted,) in params]
        if sum(len(block["logs"]) for block in asked) > self.most_logs and len(asked) > 1:
            return msgspec.json.encode({"id": 0, "error": {"code": -32003, "message": "response too large"}})
        return msgspec.json.encode([{"id": place, "result": receipts_of(block)} for place, block in enumerate(asked)])


def body(kind: Kind, one: int, other: int, day: int) -> str:
    common = {"eventTime": f"2026-01-{day:02d}T00:00:00Z", "eventTimeZoneOffset": "+08:00", "bizStep": "packing"}
    if kind in (Kind.PACK, Kind.UNPACK):
        action = "ADD" if kind is Kind.PACK else "DELETE"
        return json.dumps(
            common
            | {"type": "AggregationEvent", "action": action, "parentID": THINGS[one], "childEPCs": [THINGS[other]]}
        )
    if kind is Kind.TRANSFORM:
        return json.dumps(
            common | {"type": "TransformationEvent", "inputEPCList": [THINGS[one]], "outputEPCList": [THINGS[other]]}
        )
    correction = {"errorDeclaration": {"declarationTime": "2026-01-01T00:00:00Z"}} if kind is Kind.CORRECT else {}
    return json.dumps(
        common
        | correction
        | {"type": "ObjectEvent", "action": "OBSERVE", "epcList": [THINGS[one]], "eventID": f"urn:{day % 3}"}
    )


KINDS = st.sampled_from([Kind.OBSERVE, Kind.PACK, Kind.UNPACK, Kind.TRANSFORM, Kind.CORRECT])
PLACE = st.integers(0, 3)


class Replay(RuleBasedStateMachine):
    """A network in which anything may happen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.chain = FakeChain()
        self.chain.mine([])
        self.record = open_record(f"sqlite:///{Path(self.folder.name) / 'record.db'}")
        self.mirror = open_mirror(f"sqlite:///{Path(self.folder.name) / 'mirror.db'}")
        self.numbers = itertools.count(1)
        self.events: list[CapturedEvent] = []
        self.saved: set[bytes] = set()
        self.indexer = self.new_indexer(self.mirror)

    def new_indexer(self, mirror: Mirror) -> Indexer:
        return Indexer(self.chain, self.record, mirror, largest_range=5, clock=lambda: NOW)  # type: ignore[arg-type]

    @rule(
        kind=KINDS,
        one=PLACE,
        other=PLACE,
        day=st.integers(1, 5),
        private=st.booleans(),
        save=st.booleans(),
        mine=st.booleans(),
    )
    def happen(self, kind: Kind, one: int, other: int, day: int, private: bool, save: bool, mine: bool) -> None:
        number = next(self.numbers)
        event_id = f"urn:{day % 3}" if kind in (Kind.OBSERVE, Kind.CORRECT) else None
        event = CapturedEvent(
            number, keccak(word(number)), word(number), f"ni:{day % 2}", event_id, body(kind, one, other, day), word(number),
            kind, Flag.PRIVATE if private else 0, 0, 0, (), Disclosure("private", (2,)) if private else Disclosure(hidden=("/bizStep",)),
        )  # fmt: skip
        self.events.append(event)
        if save:
            self.save(event)
        if mine:
            self.record_events([event], 1, KEYS[one])

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def body_arrives(self, data: st.DataObject) -> None:
        self.save(data.draw(st.sampled_from(self.events)))

    @precondition(lambda self: self.events)
    @rule(data=st.data(), organisation=st.integers(1, 2), key=st.sampled_from(KEYS))
    def recorded(self, data: st.DataObject, organisation: int, key: bytes) -> None:
        self.record_events(data.draw(st.lists(st.sampled_from(self.events), max_size=6)), organisation, key)

    def record_events(self, chosen: list[CapturedEvent], organisation: int, key: bytes) -> None:
        logs = []
        for event in chosen:
            meta = Meta(
                Kind(event.kind), Flag(event.flags), State.UNCHANGED, organisation, 1, 1000 + len(self.chain.blocks)
            )
            data_of_log = meta.pack() + word(64) + word(2) + key + KEYS[0]
            logs.append(((EventRecorded.topic(), event.commitment), data_of_log))
        logs.append(
            ((BatchRecorded.topic(), word(organisation), word(0)), word(len(self.chain.blocks)) + word(len(chosen)))
        )
        logs.append(((StateChanged.topic(), key), word(3) + word(organisation) + word(1)))
        self.chain.mine(logs)

    @rule(blocks=st.integers(1, 6))
    def time_passes(self, blocks: int) -> None:
        for _ in range(blocks):
            self.chain.mine([])

    @precondition(lambda self: len(self.chain.blocks) > 1)
    @rule(data=st.data(), regrow=st.integers(0, 3), followed=st.booleans())
    def blocks_vanish(self, data: st.DataObject, regrow: int, followed: bool) -> None:
        if followed:
            self.indexer.catch_up()
        gone = data.draw(st.integers(1, min(len(self.chain.blocks) - 1, 4)))
        lost = self.chain.blocks[-gone:]
        del self.chain.blocks[-gone:]
        for block in lost[:regrow]:
            again = [
                (tuple(bytes.fromhex(topic[2:]) for topic in log["topics"]), bytes.fromhex(log["data"][2:]))
                for log in block["logs"]
            ]
            self.chain.mine(again)

    @precondition(lambda self: self.events)
    @rule(data=st.data(), taken_back=st.booleans())
    def declared_wrong(self, data: st.DataObject, taken_back: bool) -> None:
        """Let an event be declared wrong, and the declaration vanish again or not."""
        wrong = data.draw(st.sampled_from(self.events))
        number = next(self.numbers)
        declaration = replace(
            wrong, index=number, commitment=keccak(word(number)), content_digest=word(number), kind=Kind.CORRECT, flags=0,
            disclosure=OPEN,
        )  # fmt: skip
        self.events.append(declaration)
        self.save(wrong)
        self.save(declaration)
        self.record_events([wrong], 1, KEYS[0])
        self.record_events([declaration], 1, KEYS[0])
        self.indexer.catch_up()
        if taken_back:
            del self.chain.blocks[-1:]

    @precondition(lambda self: self.saved)
    @rule(data=st.data())
    def forgotten(self, data: st.DataObject) -> None:
        forget(self.record, data.draw(st.sampled_from(sorted(self.saved))), Reader(1), NOW)

    @rule()
    def one_step(self) -> None:
        self.indexer.step()

    @rule()
    def starts_anew(self) -> None:
        self.indexer = self.new_indexer(self.mirror)

    @rule()
    def catches_up(self) -> None:
        self.indexer.catch_up()
        with tempfile.TemporaryDirectory() as folder:
            again = open_mirror(f"sqlite:///{Path(folder) / 'mirror.db'}")
            self.new_indexer(again).catch_up()
            for name in content_tables():
                assert list(content_of(self.mirror, name)) == list(content_of(again, name)), name
            again.close()

    def save(self, event: CapturedEvent) -> None:
        if event.commitment not in self.saved:
            save_capture(self.record, NewJob(f"job-{event.index}", 1, "proceed", True), [event], [], NOW)
            self.saved.add(event.commitment)

    def teardown(self) -> None:
        self.catches_up()
        self.mirror.close()
        self.record.close()
        self.folder.cleanup()


Replay.TestCase.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestTheMirrorEqualsTheReplay = Replay.TestCase
