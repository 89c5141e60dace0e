"""Headers of real networks have the hashes by which their nodes know them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.errors import HeaderInvalid
from traceability.ledger.keys import keccak
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.rlp import decode_list, encode

Vectors = Callable[[str, str], Any]
ENGINES = pytest.mark.parametrize("engine", ["besu", "goquorum"])


def octets(text: str) -> bytes:
    return bytes.fromhex(text[2:])


def blocks(network_vectors: Vectors, engine: str) -> Iterator[dict[str, Any]]:
    yield from network_vectors(engine, "qbft-4-validators")["blocks"]
    yield from network_vectors(engine, "qbft-set-change")["blocks"]
    yield from network_vectors(engine, "state-proofs")["blocks"]
    for segment in network_vectors(engine, "qbft-round-change")["segments"]:
        yield from segment["blocks"]


@ENGINES
def test_every_block_has_its_hash_and_its_seal_hash(engine: str, network_vectors: Vectors) -> None:
    rounds = set()
    for block in blocks(network_vectors, engine):
        header = BlockHeader.from_rlp(octets(block["header_rlp"]))

        assert octets(block["hash"]) == header.hash(Consensus.QBFT)
        assert octets(block["committed_seal_hash"]) == header.qbft_seal_hash()
        assert (block["round"] == 0) == (header.qbft_seal_hash() == header.hash(Consensus.QBFT))
        assert octets(block["header_rlp"]) == header.to_rlp()
        rounds.add(block["round"])

    assert {0, 1, 2} == rounds


@ENGINES
def test_every_field_is_read(engine: str, network_vectors: Vectors) -> None:
    for block in blocks(network_vectors, engine):
        header = BlockHeader.from_rlp(octets(block["header_rlp"]))
        extra = header.qbft_extra()
        answered = block["header"]

        assert block["number"] == header.number
        assert int(answered["timestamp"], 16) == header.time
        assert octets(answered["stateRoot"]) == header.state_root
        assert octets(answered["parentHash"]) == header.parent_hash
        assert octets(answered["miner"]) == header.miner
        assert octets(answered["extraData"]) == header.extra_data
        assert octets(block["vanity"]) == extra.vanity
        assert [octets(validator) for validator in block["validators"]] == list(extra.validators)
        assert block["round"] == extra.round
        assert [octets(seal["signature"]) for seal in block["seals"]] == list(extra.seals)
        vote = block["vote"]
        assert (None if vote is None else (octets(vote["recipient"]), vote["type"] == "add")) == extra.vote


@ENGINES
def test_one_block_has_one_hash_whatever_seals_a_node_stored(engine: str, network_vectors: Vectors) -> None:
    for block in network_vectors(engine, "qbft-4-validators")["same_block_other_seals"]:
        encoded = {entry["header_rlp"] if isinstance(entry, dict) else entry for entry in block["headers"]}
        hashes = {BlockHeader.from_rlp(octets(text)).hash(Consensus.QBFT) for text in encoded}

        assert len(encoded) > 1
        assert {octets(block["hash"])} == hashes


@ENGINES
def test_the_genesis_header_is_a_header_too(engine: str, network_vectors: Vectors) -> None:
    vectors = network_vectors(engine, "qbft-4-validators")
    header = BlockHeader.from_rlp(octets(vectors["genesis_header_rlp"]))

    assert header.number == 0
    assert octets(vectors["genesis_hash"]) == header.hash(Consensus.QBFT)
    assert [octets(validator) for validator in vectors["genesis_validators"]] == list(header.qbft_extra().validators)


def fields(**changes: bytes) -> list[Any]:
    made: list[Any] = [
        bytes(32), bytes(32), bytes(20), bytes(32), bytes(32), bytes(32), bytes(256), b"\x01", b"\x07", b"\x01", b"",
        b"\x6a", b"extra", bytes(32), bytes(8),
    ]  # fmt: skip
    for name, value in changes.items():
        made[int(name[1:])] = value
    return made


@pytest.mark.parametrize("consensus", [Consensus.NONE, Consensus.CLIQUE])
@pytest.mark.parametrize("more", [[], [b"\x07"], [b"\x07", bytes(32)], [b"\x07", bytes(32), b"", b"", bytes(32)]])
def test_without_seals_the_hash_is_that_of_the_bytes(consensus: Consensus, more: list[bytes]) -> None:
    encoded = encode([*fields(), *more])

    assert keccak(encoded) == BlockHeader.from_rlp(encoded).hash(consensus)


@pytest.mark.parametrize(
    "encoded",
    [
        b"",
        b"\x80",
        encode([]),
        encode(fields()[:14]),
        encode([*fields(), []]),
        encode(fields(f0=bytes(31))),
        encode(fields(f2=bytes(21))),
        encode(fields(f6=bytes(255))),
        encode(fields(f14=bytes(7))),
        encode(fields(f8=b"\x00")),
        encode(fields(f8=b"\x01" * 9)),
        encode(fields(f11=b"\x00\x01")),
        encode(fields(f12=bytes(20000))),
    ],
)
def test_bytes_that_are_no_header_are_refused(encoded: bytes) -> None:
    with pytest.raises(HeaderInvalid):
        BlockHeader.from_rlp(encoded)


VALIDATOR = bytes(20)
SEAL = bytes(65)


@pytest.mark.parametrize(
    "extra",
    [
        b"",
        b"extra",
        encode([bytes(32), [], [], b""]),
        encode([bytes(32), [], [], b"", [], []]),
        encode([bytes(31), [], [], b"", []]),
        encode([[], [], [], b"", []]),
        encode([bytes(32), b"", [], b"", []]),
        encode([bytes(32), [bytes(19)], [], b"", []]),
        encode([bytes(32), [[]], [], b"", []]),
        encode([bytes(32), [VALIDATOR], b"", b"", []]),
        encode([bytes(32), [VALIDATOR], [VALIDATOR], b"", []]),
        encode([bytes(32), [VALIDATOR], [VALIDATOR, b"\x01"], b"", []]),
        encode([bytes(32), [VALIDATOR], [bytes(19), b"\xff"], b"", []]),
        encode([bytes(32), [VALIDATOR], [[], b"\xff"], b"", []]),
        encode([bytes(32), [VALIDATOR], [], b"\x00", []]),
        encode([bytes(32), [VALIDATOR], [], [], []]),
        encode([bytes(32), [VALIDATOR], [], b"\x01" * 5, []]),
        encode([bytes(32), [VALIDATOR], [], b"", [SEAL[:64]]]),
    ],
)
def test_extra_data_that_is_not_qbft_is_refused(extra: bytes) -> None:
    header = BlockHeader.from_rlp(encode(fields(f12=extra)))

    with pytest.raises(HeaderInvalid):
        header.qbft_extra()
    with pytest.raises(HeaderInvalid):
        header.hash(Consensus.QBFT)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_header_or_refused(data: bytes) -> None:
    with pytest.raises(HeaderInvalid):
        BlockHeader.from_rlp(data)


def test_a_vote_to_leave_may_be_written_as_a_zero_byte_or_as_nothing() -> None:
    for direction in (b"", b"\x00"):
        extra = encode([bytes(32), [VALIDATOR], [VALIDATOR, direction], b"", []])
        header = BlockHeader.from_rlp(encode(fields(f12=extra)))

        assert (VALIDATOR, False) == header.qbft_extra().vote
        assert header.hash(Consensus.QBFT) == keccak(header.to_rlp())
        assert decode_list(header.extra_data)[2] == [VALIDATOR, direction]
