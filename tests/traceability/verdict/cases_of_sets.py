"""Seals and validators: what is no quorum of the set in force, and the way from the pinned set to the one in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import small_trie
from own_network import KEYS, address, chain, high_s, sealed, with_seals
from small_chain import CONTRACTS
from small_story import CLASS, Story
from vector_frame import CASES, REFUSED, Case, Facts

from traceability.ledger import slots
from traceability.ledger.keys import keccak
from traceability.ledger.meta import State
from traceability.proof import BlockHeader, Consensus
from traceability.proof.rlp import encode

FOUR, FIVE = KEYS[:4], KEYS[:5]
JOINS: tuple[Any, ...] = ((0, KEYS[4], True), (1, KEYS[4], True), (2, KEYS[4], True))
LEAVES: tuple[Any, ...] = ((0, KEYS[3], False), (1, KEYS[3], False), (2, KEYS[3], False))
BLOCK = 40
"""The number of the block whose state is proven; all votes come before it."""
EPOCH = 30

PROVEN: Facts = {
    "consensus": ("proven", "quorum_sealed"),
    "holder": ("proven", "prefix_granted"),
    "state": ("proven", "recalled"),
    "recall": ("proven", "recalled"),
}


@dataclass(frozen=True)
class Shown:
    """What a server hands out: the sealed header, and the runs that lead to its set."""

    header: BlockHeader
    changes: Sequence[Sequence[BlockHeader]] = ()
    nodes: tuple[bytes, ...] | None = None
    """Where they are not those of the state."""


def header(keys: Sequence[Any], state_root: bytes, **more: Any) -> BlockHeader:
    return sealed(BLOCK, keys, state_root=state_root, time=Story().chain.time, **more)


def of_sets(facts: Facts) -> Callable[[Callable[[bytes], Shown]], Callable[[bytes], Shown]]:
    """Register a function that seals the root of a state in which a class of products is recalled."""

    def register(make: Callable[[bytes], Shown]) -> Callable[[bytes], Shown]:
        def made() -> Case:
            story = Story(Consensus.QBFT)
            word = bytes((State.RECALLED,)) + story.maker.to_bytes(4, "big") + story.chain.time.to_bytes(8, "big")
            story.chain.storage["ledger"][slots.state(story.chain.key(CLASS))] = word.ljust(32, b"\x00")
            bundle = story.bundle(CLASS, others=())
            shown = make(BlockHeader.from_rlp(bundle.header).state_root)
            changes = tuple(tuple(one.to_rlp() for one in run) for run in shown.changes)
            root = replace(story.chain.trust_root(), validators=tuple(map(address, FOUR)), epoch_length=EPOCH)
            nodes = bundle.nodes if shown.nodes is None else shown.nodes
            text = replace(bundle, header=shown.header.to_rlp(), changes=changes, nodes=nodes).to_json()
            return Case(make.__name__, text, root, story.now, facts, CLASS)

        CASES.append(made)
        return make

    return register


@of_sets(PROVEN)
def sealed_by_three_of_four(root: bytes) -> Shown:
    return Shown(header(FOUR, root, signers=FOUR[1:]))


@of_sets(PROVEN)
def sealed_with_the_other_form_of_each_seal(root: bytes) -> Shown:
    good = header(FOUR, root)
    return Shown(with_seals(good, [high_s(seal) for seal in good.qbft_extra().seals]))


@of_sets(PROVEN)
def sealed_in_the_third_round(root: bytes) -> Shown:
    return Shown(header(FOUR, root, round_=2))


@of_sets(REFUSED)
def sealed_by_two_of_four(root: bytes) -> Shown:
    return Shown(header(FOUR, root, signers=FOUR[:2]))


@of_sets(REFUSED)
def sealed_by_nobody(root: bytes) -> Shown:
    return Shown(header(FOUR, root, signers=[]))


@of_sets(REFUSED)
def seal_given_twice(root: bytes) -> Shown:
    good = header(FOUR, root)
    one, other, *_ = good.qbft_extra().seals
    return Shown(with_seals(good, [one, other, one]))


@of_sets(REFUSED)
def seal_given_again_in_its_other_form(root: bytes) -> Shown:
    good = header(FOUR, root)
    one, other, *_ = good.qbft_extra().seals
    return Shown(with_seals(good, [one, other, high_s(one)]))


@of_sets(REFUSED)
def seal_of_a_stranger(root: bytes) -> Shown:
    return Shown(header(FOUR, root, signers=[*FOUR[:2], KEYS[6]]))


@of_sets(REFUSED)
def quorum_and_a_stranger(root: bytes) -> Shown:
    return Shown(header(FOUR, root, signers=[*FOUR[:3], KEYS[6]]))


@of_sets(REFUSED)
def round_changed_after_it_was_sealed(root: bytes) -> Shown:
    return Shown(with_seals(header(FOUR, root, round_=1), header(FOUR, root).qbft_extra().seals))


@of_sets(REFUSED)
def seals_over_another_hash(root: bytes) -> Shown:
    good = header(FOUR, root)
    digest = keccak(with_seals(good, []).to_rlp()[:-1])
    return Shown(with_seals(good, [key.sign_recoverable(digest, hasher=None) for key in FOUR]))


@of_sets(REFUSED)
def seals_of_another_block(root: bytes) -> Shown:
    return Shown(with_seals(header(FOUR, root), header(FOUR, keccak(root)).qbft_extra().seals))


@of_sets(REFUSED)
def state_root_changed_after_it_was_sealed(root: bytes) -> Shown:
    good = header(FOUR, keccak(root))
    return Shown(BlockHeader((*good.fields[:3], root, *good.fields[4:])))


@of_sets(REFUSED)
def set_of_its_own(root: bytes) -> Shown:
    return Shown(header(KEYS[4:8], root))


@of_sets(REFUSED)
def set_that_shares_three_of_four(root: bytes) -> Shown:
    return Shown(header([*FOUR[:3], KEYS[6]], root, signers=FOUR[:3]))


@of_sets(PROVEN)
def set_that_votes_made(root: bytes) -> Shown:
    return Shown(header(FIVE, root), [chain(*JOINS)])


@of_sets(PROVEN)
def set_that_two_runs_of_votes_made(root: bytes) -> Shown:
    return Shown(header([*FOUR[:3], KEYS[4]], root), [chain(*JOINS), _run_of_five(10)])


@of_sets(REFUSED)
def set_whose_votes_are_not_shown(root: bytes) -> Shown:
    return Shown(header(FIVE, root))


@of_sets(REFUSED)
def set_that_half_of_the_votes_do_not_make(root: bytes) -> Shown:
    return Shown(header(FIVE, root), [chain(*JOINS[:2])])


@of_sets(REFUSED)
def set_that_votes_retired(root: bytes) -> Shown:
    return Shown(header(FOUR, root), [chain(*JOINS)])


@of_sets(REFUSED)
def validator_that_votes_retired(root: bytes) -> Shown:
    return Shown(header(FOUR[:3], root, signers=[*FOUR[:2], FOUR[3]]), [chain(*LEAVES)])


@of_sets(REFUSED)
def votes_that_an_epoch_forgot(root: bytes) -> Shown:
    return Shown(header(FIVE, root), [chain(*JOINS[:2], None, JOINS[2], first=EPOCH - 2)])


@of_sets(PROVEN)
def votes_that_were_cast_anew_after_an_epoch(root: bytes) -> Shown:
    return Shown(header(FIVE, root), [chain(*JOINS[:2], None, *JOINS, first=EPOCH - 2)])


@of_sets(REFUSED)
def vote_that_was_taken_back(root: bytes) -> Shown:
    return Shown(header(FIVE, root), [chain(*JOINS[:2], (0, KEYS[4], False), JOINS[2])])


@of_sets(REFUSED)
def votes_with_a_block_left_out(root: bytes) -> Shown:
    run = chain(JOINS[0], JOINS[1], None, JOINS[2])
    return Shown(header(FIVE, root), [[*run[:2], run[3]]])


@of_sets(REFUSED)
def votes_of_blocks_that_nobody_sealed(root: bytes) -> Shown:
    return Shown(header(FIVE, root), [[with_seals(one, []) for one in chain(*JOINS)]])


@of_sets(REFUSED)
def votes_of_strangers(root: bytes) -> Shown:
    return Shown(header(FIVE, root), [chain(*((voter, KEYS[4], True) for voter in (5, 6, 7)))])


@of_sets(REFUSED)
def runs_of_votes_in_another_order(root: bytes) -> Shown:
    return Shown(header([*FOUR[:3], KEYS[4]], root), [_run_of_five(10), chain(*JOINS)])


@of_sets(REFUSED)
def votes_after_the_block(root: bytes) -> Shown:
    return Shown(header(FIVE, root), [chain(*JOINS, first=BLOCK)])


@of_sets(REFUSED)
def run_without_headers(root: bytes) -> Shown:
    return Shown(header(FOUR, root), [[]])


@of_sets(REFUSED)
def network_of_the_same_validators(_root: bytes) -> Shown:
    """Another network whose block the same validators sealed; its state has no directory at the pinned address."""
    nodes: dict[bytes, bytes] = {}
    accounts = {CONTRACTS["ledger"]: encode([b"\x01", b"", small_trie.EMPTY_ROOT, keccak(b"ledger")])}
    return Shown(header(FOUR, small_trie.secure_trie(accounts, nodes)), nodes=tuple(nodes.values()))


def _run_of_five(first: int) -> list[BlockHeader]:
    """Return consecutive headers of five validators, who vote one out."""
    run: list[BlockHeader] = []
    for number, vote in enumerate(LEAVES, first):
        run.append(sealed(number, FIVE, run[-1] if run else None, vote))
    return run
