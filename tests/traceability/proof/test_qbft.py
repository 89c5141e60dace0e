"""A header is believed if a quorum of the validators in force sealed it, and these follow from the votes before it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from own_network import KEYS, address, chain, high_s, sealed, with_seals

from traceability.errors import HeaderInvalid, ProofError, SealsRefused, ValidatorsRefused
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.qbft import follow_votes, quorum, signer, verify_seals

Vectors = Callable[[str, str], Any]
VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "qbft.json").read_text("utf-8"))
ENGINES = pytest.mark.parametrize("engine", ["besu", "goquorum"])


def octets(text: str) -> bytes:
    return bytes.fromhex(text[2:])


def addresses(texts: Sequence[str]) -> list[bytes]:
    return [octets(text) for text in texts]


def headers(blocks: Sequence[dict[str, Any]]) -> list[BlockHeader]:
    return [BlockHeader.from_rlp(octets(block["header_rlp"])) for block in blocks]


@ENGINES
def test_every_block_of_a_real_network_is_sealed(engine: str, network_vectors: Vectors) -> None:
    checked = 0
    for name in ("qbft-4-validators", "qbft-set-change", "state-proofs"):
        for block in network_vectors(engine, name)["blocks"]:
            header = BlockHeader.from_rlp(octets(block["header_rlp"]))
            verify_seals(header, addresses(block["validators"]))
            seals = [signer(header.qbft_seal_hash(), octets(seal["signature"])) for seal in block["seals"]]
            assert addresses([seal["signer"] for seal in block["seals"]]) == seals
            assert block["quorum"] == quorum(len(block["validators"]))
            checked += 1
    for segment in network_vectors(engine, "qbft-round-change")["segments"]:
        for header in headers(segment["blocks"]):
            verify_seals(header, addresses(segment["validators"]))
            checked += 1

    assert checked >= 200


@ENGINES
def test_the_same_block_is_sealed_on_every_node(engine: str, network_vectors: Vectors) -> None:
    vectors = network_vectors(engine, "qbft-4-validators")
    for block in vectors["same_block_other_seals"]:
        for entry in block["headers"]:
            encoded = entry["header_rlp"] if isinstance(entry, dict) else entry
            verify_seals(BlockHeader.from_rlp(octets(encoded)), addresses(vectors["validators"]))


@ENGINES
def test_every_forged_header_is_rejected(engine: str, network_vectors: Vectors) -> None:
    cases = [case for case in network_vectors(engine, "qbft-forged")["cases"] if case["kind"] == "header"]
    for case in cases:
        with pytest.raises(ProofError) as caught:
            verify_seals(BlockHeader.from_rlp(octets(case["header_rlp"])), addresses(case["trusted_validators"]))
        expected = ValidatorsRefused if case["error"] == "validator_set_mismatch" else SealsRefused
        assert expected is type(caught.value)

    assert len(cases) == 9


@ENGINES
def test_the_votes_give_the_validators_of_every_block(engine: str, network_vectors: Vectors) -> None:
    vectors = network_vectors(engine, "qbft-set-change")
    blocks = vectors["blocks"]
    run = headers(blocks)

    last = follow_votes(run, addresses(vectors["validators_before"]))

    assert set(addresses(blocks[-1].get("validators_next", blocks[-1]["validators"]))) == last
    for change in vectors["changes"]:
        decided = change["decided_in_block"] - blocks[0]["number"]
        before = follow_votes(run[:decided], addresses(vectors["validators_before"]))
        after = follow_votes(run[: decided + 1], addresses(vectors["validators_before"]))
        assert (set(addresses(change["validators_before"])), set(addresses(change["validators_after"]))) == (
            before,
            after,
        )


@ENGINES
def test_a_gap_in_a_run_is_refused(engine: str, network_vectors: Vectors) -> None:
    vectors = network_vectors(engine, "qbft-set-change")
    run = headers(vectors["blocks"])

    with pytest.raises(ValidatorsRefused):
        follow_votes(run[:3] + run[4:], addresses(vectors["validators_before"]))


@ENGINES
def test_a_run_from_the_wrong_set_is_refused(engine: str, network_vectors: Vectors) -> None:
    vectors = network_vectors(engine, "qbft-set-change")
    after = addresses(vectors["changes"][0]["validators_after"])

    with pytest.raises(ValidatorsRefused):
        follow_votes(headers(vectors["blocks"]), after)


@ENGINES
def test_a_run_that_begins_after_a_vote_that_mattered_is_refused(engine: str, network_vectors: Vectors) -> None:
    vectors = network_vectors(engine, "qbft-set-change")
    decided = vectors["changes"][0]["decided_in_block"] - vectors["blocks"][0]["number"]

    with pytest.raises(ValidatorsRefused):
        follow_votes(headers(vectors["blocks"][decided:]), addresses(vectors["validators_before"]))


@ENGINES
def test_a_flipped_bit_anywhere_in_a_header_is_refused(engine: str, network_vectors: Vectors) -> None:
    block = network_vectors(engine, "qbft-4-validators")["blocks"][10]
    encoded = octets(block["header_rlp"])
    for at in range(0, len(encoded), 3):
        changed = bytearray(encoded)
        changed[at] ^= 1 << at % 8
        with pytest.raises(ProofError):
            verify_seals(BlockHeader.from_rlp(bytes(changed)), addresses(block["validators"]))


@pytest.mark.parametrize(
    ("validators", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (9, 6), (10, 7), (21, 14)]
)
def test_a_quorum_is_two_thirds_rounded_up(validators: int, needed: int) -> None:
    assert needed == quorum(validators)


@pytest.mark.parametrize("case", VECTORS["headers"], ids=lambda case: case["name"])
def test_a_header_is_believed_as_the_vectors_say(case: dict[str, Any]) -> None:
    header = BlockHeader.from_rlp(octets(case["header"]))

    assert octets(case["blockHash"]) == header.hash(Consensus.QBFT)
    assert octets(case["sealHash"]) == header.qbft_seal_hash()
    if case["accepted"]:
        verify_seals(header, addresses(case["validators"]))
    else:
        with pytest.raises(ProofError):
            verify_seals(header, addresses(case["validators"]))


@pytest.mark.parametrize("case", VECTORS["runs"], ids=lambda case: case["name"])
def test_a_run_leads_where_the_vectors_say(case: dict[str, Any]) -> None:
    run = [BlockHeader.from_rlp(octets(header)) for header in case["headers"]]
    if case["after"] is None:
        with pytest.raises(ProofError):
            follow_votes(run, addresses(case["validators"]), epoch_length=case["epochLength"])
    else:
        after = follow_votes(run, addresses(case["validators"]), epoch_length=case["epochLength"])
        assert set(addresses(case["after"])) == after


FOUR = [address(key) for key in KEYS[:4]]


@pytest.mark.parametrize("round_", [0, 1, 7])
def test_a_high_s_twin_is_the_same_signer(round_: int) -> None:
    header = sealed(1, KEYS[:4], round_=round_)
    seals = header.qbft_extra().seals
    digest = header.qbft_seal_hash()

    assert signer(digest, seals[0]) == signer(digest, high_s(seals[0]))
    verify_seals(with_seals(header, [high_s(seal) for seal in seals]), FOUR)
    with pytest.raises(SealsRefused):
        verify_seals(with_seals(header, [seals[0], high_s(seals[0]), seals[1]]), FOUR)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_seals_than_the_quorum_are_refused(count: int) -> None:
    with pytest.raises(SealsRefused):
        verify_seals(sealed(1, KEYS[:4], signers=KEYS[:count]), FOUR)


def test_more_seals_than_validators_are_refused() -> None:
    header = sealed(1, KEYS[:4])

    with pytest.raises(SealsRefused):
        verify_seals(with_seals(header, [*header.qbft_extra().seals, bytes(65)]), FOUR)


@pytest.mark.parametrize("seal", [bytes(65), b"\xff" * 65, b"\x01" * 64 + b"\x02", b"\x01" * 64 + b"\x1b"])
def test_a_seal_that_is_no_signature_is_refused(seal: bytes) -> None:
    header = sealed(1, KEYS[:4])

    with pytest.raises(SealsRefused):
        verify_seals(with_seals(header, [*header.qbft_extra().seals[:3], seal]), FOUR)


def test_nobody_in_force_seals_nothing() -> None:
    with pytest.raises(ValidatorsRefused):
        verify_seals(sealed(1, KEYS[:4]), [])


def test_a_validator_named_twice_is_refused() -> None:
    with pytest.raises(ValidatorsRefused):
        verify_seals(sealed(1, [*KEYS[:4], KEYS[0]], signers=KEYS[:4]), FOUR)


def test_a_header_without_qbft_extra_data_is_refused() -> None:
    header = sealed(1, KEYS[:4])

    with pytest.raises(HeaderInvalid):
        verify_seals(replace(header, fields=(*header.fields[:12], b"", *header.fields[13:])), FOUR)


def test_more_than_half_decide_and_half_do_not() -> None:
    fifth = KEYS[4]
    votes = [(0, fifth, True), (1, fifth, True)]

    assert set(FOUR) == follow_votes(chain(*votes), FOUR)
    assert {*FOUR, address(fifth)} == follow_votes(chain(*votes, (2, fifth, True)), FOUR)


def test_a_voter_counts_once() -> None:
    fifth = KEYS[4]

    assert set(FOUR) == follow_votes(chain((0, fifth, True), (0, fifth, True), (1, fifth, True)), FOUR)


def test_a_contrary_vote_takes_the_earlier_one_back() -> None:
    fifth = KEYS[4]
    votes = chain((0, fifth, True), (1, fifth, True), (0, fifth, False), (2, fifth, True))

    assert set(FOUR) == follow_votes(votes, FOUR)


def test_votes_are_forgotten_at_an_epoch() -> None:
    fifth = KEYS[4]
    votes = [(0, fifth, True), (1, fifth, True), None, (2, fifth, True)]

    assert set(FOUR) == follow_votes(chain(*votes), FOUR, epoch_length=3)
    assert {*FOUR, address(fifth)} == follow_votes(chain(*votes), FOUR, epoch_length=100)


def test_a_vote_in_an_epoch_block_does_not_count() -> None:
    fifth = KEYS[4]
    votes = chain((0, fifth, True), (1, fifth, True), (2, fifth, True), first=28)

    assert set(FOUR) == follow_votes(votes, FOUR, epoch_length=30)


def test_the_votes_of_one_who_left_are_forgotten() -> None:
    fifth, leaving = KEYS[4], KEYS[3]
    run = chain((3, fifth, True), (0, leaving, False), (1, leaving, False), (2, leaving, False))
    run.append(sealed(5, KEYS[:3], run[-1], (0, fifth, True)))

    assert set(FOUR[:3]) == follow_votes(run, FOUR)


def test_a_vote_of_a_stranger_is_refused() -> None:
    with pytest.raises(ValidatorsRefused):
        follow_votes(chain((6, KEYS[4], True)), FOUR)


def test_a_run_of_no_headers_changes_nothing() -> None:
    assert set(FOUR) == follow_votes([], FOUR)
