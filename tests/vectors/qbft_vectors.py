"""Builds qbft: headers and runs of a network of our own, for what the recorded ones did not do (docs/formats.md §7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from own_network import KEYS, address, chain, high_s, sealed, with_seals
from vector_file import hexadecimal, source

from traceability.errors import ProofError
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.qbft import follow_votes, verify_seals

FOUR = [address(key) for key in KEYS[:4]]
JOIN = [(0, KEYS[4], True), (1, KEYS[4], True), (2, KEYS[4], True)]


def header_case(name: str, header: BlockHeader, validators: Sequence[bytes] = tuple(FOUR)) -> dict[str, Any]:
    try:
        verify_seals(header, validators)
        accepted = True
    except ProofError:
        accepted = False
    return {
        "name": name,
        "header": hexadecimal(header.to_rlp()),
        "validators": [hexadecimal(validator) for validator in validators],
        "accepted": accepted,
        "number": header.number,
        "time": header.time,
        "blockHash": hexadecimal(header.hash(Consensus.QBFT)),
        "sealHash": hexadecimal(header.qbft_seal_hash()),
    }


def run_case(
    name: str, run: Sequence[BlockHeader], validators: Sequence[bytes] = tuple(FOUR), epoch: int = 30000
) -> dict[str, Any]:
    try:
        after = [hexadecimal(validator) for validator in sorted(follow_votes(run, validators, epoch_length=epoch))]
    except ProofError:
        after = None
    return {
        "name": name,
        "headers": [hexadecimal(header.to_rlp()) for header in run],
        "validators": [hexadecimal(validator) for validator in validators],
        "epochLength": epoch,
        "after": after,
    }


def qbft() -> dict[str, Any]:
    good = sealed(1, KEYS[:4])
    second_round = sealed(1, KEYS[:4], round_=1)
    seals = good.qbft_extra().seals
    seven = [address(key) for key in KEYS[:7]]
    return {
        "source": source("7"),
        "note": "keys are SHA-256 of `proof test <n>`; a run's `after` is null where it must be refused",
        "headers": [
            header_case("four of four", good),
            header_case("three of four", sealed(1, KEYS[:4], signers=KEYS[:3])),
            header_case("two of four", sealed(1, KEYS[:4], signers=KEYS[:2])),
            header_case("no seal", sealed(1, KEYS[:4], signers=[])),
            header_case("four of seven", sealed(1, KEYS[:7], signers=KEYS[:4]), seven),
            header_case("five of seven", sealed(1, KEYS[:7], signers=KEYS[:5]), seven),
            header_case("one of one", sealed(1, KEYS[:1]), FOUR[:1]),
            header_case("validators in another order", good, FOUR[::-1]),
            header_case("round 1", second_round),
            header_case("round 300", sealed(1, KEYS[:4], round_=300)),
            header_case("seals of round 0 on round 1", with_seals(second_round, seals)),
            header_case("high s throughout", with_seals(good, [high_s(seal) for seal in seals])),
            header_case("a signer and its high-s twin", with_seals(good, [seals[0], high_s(seals[0]), seals[1]])),
            header_case("a signer twice", with_seals(good, [seals[0], seals[0], seals[1]])),
            header_case("a stranger among four", sealed(1, KEYS[:4], signers=[*KEYS[:3], KEYS[5]])),
            header_case("more seals than validators", with_seals(good, [*seals, seals[0]])),
            header_case("a seal of zeros", with_seals(good, [*seals[:3], bytes(65)])),
            header_case("a seal with v 27", with_seals(good, [*seals[:3], seals[3][:64] + b"\x1b"])),
            header_case("a seal with v 2", with_seals(good, [*seals[:3], seals[3][:64] + b"\x02"])),
            header_case("a set of its own", sealed(1, KEYS[4:8])),
            header_case("a set that shares three", sealed(1, KEYS[1:5])),
            header_case("one validator less in force", good, FOUR[:3]),
            header_case("nobody in force", good, []),
            header_case("a validator named twice", sealed(1, [*KEYS[:4], KEYS[0]], signers=KEYS[:4])),
        ],
        "runs": [
            run_case("no headers", []),
            run_case("no votes", chain(None, None)),
            run_case("half decides nothing", chain(*JOIN[:2])),
            run_case("more than half brings one in", chain(*JOIN)),
            run_case("more than half takes one out", chain(*((voter, KEYS[3], False) for voter in range(3)))),
            run_case("a voter counts once", chain(JOIN[0], JOIN[0], JOIN[1])),
            run_case("a contrary vote takes back", chain(JOIN[0], JOIN[1], (0, KEYS[4], False), JOIN[2])),
            run_case("an epoch forgets", chain(JOIN[0], JOIN[1], None, JOIN[2]), epoch=3),
            run_case("a vote in an epoch block does not count", chain(*JOIN, first=28), epoch=30),
            run_case("who leaves takes its votes along", _leaving()),
            run_case("a gap", chain(*JOIN)[::2]),
            run_case("a parent that is another", [*chain(JOIN[0]), *chain(JOIN[1], first=2)]),
            run_case("a vote of a stranger", chain((6, KEYS[4], True))),
            run_case(
                "a header of the new set before it decided",
                [*chain(*JOIN[:2]), sealed(3, KEYS[:5], chain(*JOIN[:2])[-1])],
            ),
            run_case(
                "a header of the old set after it decided", [*chain(*JOIN), sealed(4, KEYS[:4], chain(*JOIN)[-1])]
            ),
            run_case(
                "a header of the new set after it decided", [*chain(*JOIN), sealed(4, KEYS[:5], chain(*JOIN)[-1])]
            ),
            run_case("another set at the start", chain(*JOIN), [*FOUR[:3], address(KEYS[4])]),
        ],
    }


def _leaving() -> list[BlockHeader]:
    run = chain((3, KEYS[4], True), *((voter, KEYS[3], False) for voter in range(3)))
    return [*run, sealed(5, KEYS[:3], run[-1], (0, KEYS[4], True))]
