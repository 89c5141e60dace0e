"""Reckoning: how often a commitment is on the chain, counted from its logs, and in SQL, counted from the tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from town import Town

from traceability.commitment.tree import tree_root
from traceability.ledger.keys import keccak

EVENT_RECORDED = keccak(b"EventRecorded(bytes32,bytes32,bytes32[])")
ANCHORED = keccak(b"Anchored(uint32,uint32,uint64,bytes32,uint32,uint32,uint16)")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Where the commitments of a town are."""

    on_chain: Counter[bytes]
    """Headed and anchored."""
    unknown_roots: int
    """Anchors whose leaves the record does not hold."""


def reckoning_of(town: Town) -> Reckoning:
    """Count every commitment on the chain; those under an anchor's root are found by making the root again."""
    counted: Counter[bytes] = Counter()
    unknown = 0
    leaves = _leaves(town)
    question = {"fromBlock": "0x0", "toBlock": "latest", "address": "0x" + town.contracts.ledger.address.hex()}
    for log in town.connection.request("eth_getLogs", (question,)):
        topics = [bytes.fromhex(topic[2:]) for topic in log["topics"]]
        data = bytes.fromhex(log["data"][2:])
        if topics[0] == EVENT_RECORDED:
            counted[topics[1]] += 1
        elif topics[0] == ANCHORED:
            # Not indexed: number, root, count, kinds, key number, 32 bytes each.
            root = data[32:64]
            counted.update(leaves.get(root, ()))
            unknown += root not in leaves
    return Reckoning(counted, unknown)


def verify_exactly_once(town: Town, promised: dict[bytes, str]) -> None:
    """Check that each commitment is where its last progress says: `final` once on the chain and in SQL, `failed` nowhere."""
    reckoning = reckoning_of(town)
    final = {commitment for commitment, progress in promised.items() if progress == "final"}
    assert dict.fromkeys(final, 1) == {c: n for c, n in reckoning.on_chain.items() if c in promised}
    assert reckoning.unknown_roots == 0
    for commitment, progress in promised.items():
        assert ("events", 1) == ("events", _rows(town, "record", "events", commitment))
        assert [(progress,)] == town.query("record", "SELECT state FROM outbox WHERE commitment = ?", commitment)
        wanted = 1 if progress == "final" else 0
        for table in ("recorded", "events"):
            assert (table, wanted) == (table, _rows(town, "mirror", table, commitment))
    everything = {commitment for (commitment,) in town.query("record", "SELECT commitment FROM events")}
    assert set(reckoning.on_chain) <= everything


def _rows(town: Town, database: str, table: str, commitment: bytes) -> int:
    return int(town.query(database, f"SELECT count(*) FROM {table} WHERE commitment = ?", commitment)[0][0])


def _leaves(town: Town) -> dict[bytes, list[bytes]]:
    """Return the leaves under each root that a live transaction of the record has."""
    rows = town.query(
        "record",
        "SELECT t.root, o.commitment FROM transactions t JOIN outbox o ON o.transaction_id = t.id "
        "WHERE t.root IS NOT NULL AND t.state <> 'failed' ORDER BY t.id, o.position",
    )
    found: dict[bytes, list[bytes]] = {}
    for root, commitment in rows:
        found.setdefault(root, []).append(commitment)
    return {root: leaves for root, leaves in found.items() if tree_root(leaves) == root}
