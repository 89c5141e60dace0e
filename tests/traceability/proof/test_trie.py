"""State proofs of real networks hold, their forgeries do not, and no node that no trie has is walked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traceability.errors import ProofError, ProofNodeMissing, TrieRefused
from traceability.ledger.keys import keccak
from traceability.proof.rlp import encode
from traceability.proof.trie import EMPTY_TRIE, TrieNodes

Builder = Callable[[Mapping[bytes, bytes], list[bytes]], bytes]


def octets(text: str) -> bytes:
    return bytes.fromhex(text[2:])


def word(text: str) -> bytes:
    return int(text, 16).to_bytes(32, "big")


def pool(proof: Mapping[str, Any]) -> TrieNodes:
    storage = [node for entry in proof["storageProof"] for node in entry["proof"]]
    return TrieNodes(octets(node) for node in [*proof["accountProof"], *storage])


@pytest.mark.parametrize("engine", ["besu", "goquorum"])
def test_every_state_proof_of_a_real_network_holds(engine: str, network_vectors: Callable[[str, str], Any]) -> None:
    cases = network_vectors(engine, "state-proofs")["cases"]
    for case in cases:
        nodes = pool(case["proof"])
        account = nodes.account(octets(case["state_root"]), octets(case["contract"]))
        if case["name"] == "absent-account":
            assert account is None
            continue
        assert account is not None
        assert octets(case["proof"]["storageHash"]) == account.storage_root
        assert octets(case["proof"]["codeHash"]) == account.code_hash
        assert int(case["proof"]["nonce"], 16) == account.nonce
        assert int(case["proof"]["balance"], 16) == account.balance
        for slot, value in zip(case["slots"], case["expected_values"], strict=True):
            assert word(value) == nodes.slot(account.storage_root, word(slot))

    assert len(cases) == 8


def verify_claim(case: Mapping[str, Any]) -> None:
    """Raise unless what a case claims is shown by its proof under its state root."""
    nodes = pool(case["proof"])
    account = nodes.account(octets(case["state_root"]), octets(case["contract"]))
    if account is None:
        raise TrieRefused(b"", "no such account")
    for claim in case["claim"]:
        if nodes.slot(account.storage_root, word(claim["slot"])) != word(claim["value"]):
            raise TrieRefused(b"", "another value")


@pytest.mark.parametrize("engine", ["besu", "goquorum"])
def test_every_forged_state_proof_is_rejected(engine: str, network_vectors: Callable[[str, str], Any]) -> None:
    cases = [case for case in network_vectors(engine, "qbft-forged")["cases"] if case["kind"] == "state_proof"]
    for case in cases:
        with pytest.raises(ProofError) as caught:
            verify_claim(case)
        if case["error"] == "proof_node_missing":
            assert isinstance(caught.value, ProofNodeMissing)

    assert len(cases) == 8


@pytest.mark.parametrize("engine", ["besu", "goquorum"])
def test_each_node_taken_away_leaves_nothing_proven(engine: str, network_vectors: Callable[[str, str], Any]) -> None:
    for case in network_vectors(engine, "state-proofs")["cases"]:
        if case["name"] == "absent-account":
            continue
        proof = case["proof"]
        nodes = {octets(node) for node in proof["accountProof"]}
        nodes |= {octets(node) for entry in proof["storageProof"] for node in entry["proof"]}
        claims = [
            {"slot": slot, "value": value} for slot, value in zip(case["slots"], case["expected_values"], strict=True)
        ]
        for gone in nodes:
            left = {"accountProof": ["0x" + node.hex() for node in nodes - {gone}], "storageProof": []}
            with pytest.raises(ProofNodeMissing):
                verify_claim({**case, "claim": claims, "proof": left})


KEYS = st.binary(min_size=1, max_size=3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(KEYS, st.binary(min_size=1, max_size=40), max_size=30), KEYS)
def test_a_built_trie_answers_for_every_key(trie_builder: Builder, values: dict[bytes, bytes], other: bytes) -> None:
    nodes: list[bytes] = []
    root = trie_builder(values, nodes)
    pool_ = TrieNodes(nodes)

    assert values == {key: pool_.value(root, keccak(key)) for key in values}
    assert values.get(other) == pool_.value(root, keccak(other))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(KEYS, st.binary(min_size=1, max_size=40), min_size=1, max_size=30), st.data())
def test_a_changed_node_proves_nothing(trie_builder: Builder, values: dict[bytes, bytes], data: st.DataObject) -> None:
    nodes: list[bytes] = []
    root = trie_builder(values, nodes)
    which = data.draw(st.integers(0, len(nodes) - 1))
    bit = data.draw(st.integers(0, len(nodes[which]) * 8 - 1))
    changed = bytearray(nodes[which])
    changed[bit // 8] ^= 1 << bit % 8
    nodes[which] = bytes(changed)
    pool_ = TrieNodes(nodes)

    for key, value in values.items():
        try:
            assert value == pool_.value(root, keccak(key))
        except ProofNodeMissing:
            continue


def test_nothing_is_in_the_empty_trie() -> None:
    assert TrieNodes([]).value(EMPTY_TRIE, keccak(b"a")) is None
    assert TrieNodes([]).account(EMPTY_TRIE, bytes(20)) is None
    assert TrieNodes([]).slot(EMPTY_TRIE, bytes(32)) == bytes(32)


FIRST = keccak(b"a")[0] >> 4
PATH = keccak(b"a")
LONG = b"\x11" * 40


def branch(reference: Any, value: bytes = b"") -> list[Any]:
    children: list[Any] = [b""] * 16
    children[FIRST] = reference
    return [*children, value]


@pytest.mark.parametrize(
    "node",
    [
        b"\x81\x80",
        b"\xff",
        encode([bytes((0x10 | FIRST,)), b""]),
        encode([b"\x20" + PATH, b"x", b"y"]),
        encode(branch(b"\x01")),
        encode(branch(b"", b"value")),
        encode([b"", b"x"]),
        encode([[], b"x"]),
        encode([b"\x40" + PATH, b"x"]),
        encode([b"\x21" + PATH, b"x"]),
        encode([b"\x00", keccak(b"x")]),
        encode([b"\x20" + PATH[:31], b"x"]),
        encode([b"\x20" + PATH, b""]),
        encode([b"\x20" + PATH, [b"x"]]),
        encode([b"\x00" + PATH, branch(b"")]),
        encode(branch([b"\x20" + PATH, LONG])),
    ],
)
def test_a_node_that_no_trie_has_is_refused(node: bytes) -> None:
    with pytest.raises(TrieRefused):
        TrieNodes([node]).value(keccak(node), PATH)


@pytest.mark.parametrize(
    "value",
    [
        b"\x80",
        encode([b"", b"", EMPTY_TRIE]),
        encode([b"\x00\x01", b"", EMPTY_TRIE, EMPTY_TRIE]),
        encode([b"", b"", EMPTY_TRIE[:31], EMPTY_TRIE]),
        encode([b"", b"", EMPTY_TRIE, [EMPTY_TRIE]]),
        b"\xff",
    ],
)
def test_a_value_that_is_no_account_is_refused(trie_builder: Builder, value: bytes) -> None:
    nodes: list[bytes] = []
    root = trie_builder({b"a": value}, nodes)

    with pytest.raises(TrieRefused):
        TrieNodes(nodes).account(root, b"a")


@pytest.mark.parametrize(
    "value", [b"\x80", b"\x00", encode(b"\x00\x01"), encode(b"\x01" * 33), encode([b"\x01"]), b"\xff"]
)
def test_a_value_that_is_no_word_is_refused(trie_builder: Builder, value: bytes) -> None:
    nodes: list[bytes] = []
    root = trie_builder({b"a": value}, nodes)

    with pytest.raises(TrieRefused):
        TrieNodes(nodes).slot(root, b"a")
