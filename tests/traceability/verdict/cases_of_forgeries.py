"""Proofs under a good header: of another state, of another thing, of a contract that is retired, or absence for presence."""

from __future__ import annotations

from dataclasses import replace

import small_trie
from small_chain import CONTRACTS
from small_story import COMPRESSOR, FRIDGE, SPARE, Story
from vector_frame import PROVEN, REFUSED, Facts, case

from traceability.ledger import slots
from traceability.ledger.keys import keccak
from traceability.ledger.meta import State
from traceability.proof import BlockHeader, Bundle, Consensus, ThingClaim
from traceability.proof.rlp import decode, encode

UNPROVEN: Facts = {
    "consensus": ("proven", "quorum_sealed"),
    "holder": ("withheld_by_server", "proof_missing"),
    "story": ("withheld_by_server", "proof_missing"),
    "state": ("withheld_by_server", "proof_missing"),
    "recall": ("withheld_by_server", "proof_missing"),
}


def story_refused(reason: str) -> Facts:
    """Return what a sound state comes to where the lines are refused: then nothing that hangs on them is checked."""
    return PROVEN | {
        "story": ("refused", reason),
        "recall": ("not_checked", "own_state_only"),
        "product": ("not_checked", "no_description"),
    }


def _built() -> Story:
    story = Story(Consensus.QBFT)
    story.components()
    story.assembly()
    return story


@case(UNPROVEN)
def old_proof_under_a_new_header() -> tuple[Story, Bundle]:
    """The proof of before the recall, and the header of after."""
    story = _built()
    before = story.bundle()
    story.change_state(story.maker, FRIDGE, State.RECALLED)
    return story, replace(before, header=story.bundle().header)


@case(REFUSED)
def old_state_in_a_new_header() -> tuple[Story, Bundle]:
    """The root of before the recall, put into the header of after."""
    story = _built()
    before = story.bundle()
    story.change_state(story.maker, FRIDGE, State.RECALLED)
    fields = BlockHeader.from_rlp(story.bundle().header).fields
    old = BlockHeader.from_rlp(before.header).state_root
    return story, replace(before, header=encode((*fields[:3], old, *fields[4:])))


@case(UNPROVEN)
def nodes_of_another_state() -> tuple[Story, Bundle]:
    story = _built()
    foreign = _built()
    foreign.chain.grant("gs1", "6999999", foreign.bank)
    for contract in CONTRACTS:
        foreign.chain._set(contract, keccak(b"anything"), b"\x01")
    return story, replace(story.bundle(), nodes=foreign.bundle().nodes)


@case(UNPROVEN)
def leaf_of_its_state_altered() -> tuple[Story, Bundle]:
    """Recalled, but the leaf that says so was changed to say that it is not: its hash is not the one above it."""
    story = _built()
    story.change_state(story.maker, FRIDGE, State.RECALLED)
    bundle = story.bundle()
    return story, replace(bundle, nodes=tuple(node[:-1] + bytes((node[-1] ^ 1,)) for node in bundle.nodes))


@case(story_refused("lines_disagree"))
def presence_passed_off_as_absence() -> tuple[Story, Bundle]:
    """The thing has lines, and the server says that it has none."""
    story = _built()
    bundle = story.bundle()
    return story, replace(bundle, things=(replace(bundle.things[0], lines=()), *bundle.things[1:]))


@case(story_refused("lines_disagree"), asked=SPARE)
def absence_passed_off_as_presence() -> tuple[Story, Bundle]:
    """Nothing was ever recorded of the spare part, and the server gives it the lines of the compressor."""
    story = _built()
    bundle = story.bundle(SPARE, others=(FRIDGE, COMPRESSOR))
    spare, compressor = bundle.things[0], next(claim for claim in bundle.things if claim.id == COMPRESSOR)
    forged = ThingClaim(spare.id, spare.prefix, 0, bytes(32), compressor.lines)
    return story, replace(bundle, things=(forged, *bundle.things[1:]))


@case(REFUSED)
def of_another_network_that_the_same_validators_seal() -> tuple[Story, Bundle]:
    story = _built()
    bundle = story.bundle()
    return story, replace(bundle, network=replace(bundle.network, chain_id=20270, genesis=keccak(b"another genesis")))


@case(story_refused("lines_refused"))
def opening_of_another_event() -> tuple[Story, Bundle]:
    story = _built()
    bundle = story.bundle()
    one, other = bundle.things[0].lines[0][0], bundle.things[0].lines[1][0]
    events = dict(bundle.events)
    events[one] = events[other]
    return story, replace(bundle, events=events)


@case(story_refused("lines_disagree"))
def lines_of_a_retired_ledger() -> tuple[Story, Bundle]:
    """The directory names a new ledger; the old one, in which the lines lead to the head, still lies in the state."""
    story = _built()
    chain = story.chain
    old, address = chain.storage["ledger"], CONTRACTS["ledger"]
    chain.storage["ledger"] = {slots.head(keccak(b"another thing")): b"\x01" * 32}
    moved = keccak(b"the new ledger")[:20]
    chain._set("directory", slots.directory_entry("ledger"), moved + (2).to_bytes(4, "big") + (9).to_bytes(8, "big"))
    nodes: dict[bytes, bytes] = {}
    accounts = chain._accounts(nodes)
    accounts[moved] = accounts.pop(address)
    root = small_trie.secure_trie({slot: encode(word.lstrip(b"\x00")) for slot, word in old.items()}, nodes)
    accounts[address] = encode([b"\x01", b"", root, keccak(b"ledger")])
    header = chain.header(small_trie.secure_trie(accounts, nodes))
    return story, replace(story.bundle(), header=header, nodes=tuple(nodes[hash_] for hash_ in sorted(nodes)))


@case(REFUSED)
def directory_without_a_ledger() -> tuple[Story, Bundle]:
    """A state in which the directory is proven to know no ledger, sealed by the validators: no network of ours."""
    story = _built()
    del story.chain.storage["directory"][slots.directory_entry("ledger")]
    return story, story.bundle()


@case(REFUSED)
def trie_with_a_leaf_that_ends_too_early() -> tuple[Story, Bundle]:
    """Every hash and seal is right, but a leaf has a shorter path than its key: no trie has such, and it shows no absence."""
    story = _built()
    nodes: dict[bytes, bytes] = {}
    leaf = encode([b"\x20", b"\x01"])
    nodes[keccak(leaf)] = leaf
    header = story.chain.header(keccak(leaf))
    assert decode(leaf) == [b"\x20", b"\x01"]
    return story, replace(story.bundle(), header=header, nodes=tuple(nodes.values()))
