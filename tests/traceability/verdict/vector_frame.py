"""The frame of the vectors: what a case is, and what a sound bundle comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from small_story import (
    FRIDGE,
    Story,
)

from traceability.errors import ProofNodeMissing
from traceability.proof import Bundle, ProvenState, TrustRoot

Facts = dict[str, tuple[str, str]]
"""Fact → status and reason."""


@dataclass(frozen=True)
class Case:
    """One vector."""

    name: str
    bundle: str
    trust_root: TrustRoot
    now: int
    facts: Facts
    asked: str | None = FRIDGE


CASES: list[Callable[[], Case]] = []


def cases() -> Iterator[Case]:
    for make in CASES:
        yield make()


def case(
    facts: Facts, asked: str | None = FRIDGE
) -> Callable[[Callable[[], tuple[Story, Bundle]]], Callable[[], Case]]:
    """Register a function that tells a story and returns what the server hands out."""

    def register(make: Callable[[], tuple[Story, Bundle]]) -> Callable[[], Case]:
        def made() -> Case:
            story, bundle = make()
            return Case(make.__name__, bundle.to_json(), story.chain.trust_root(), story.now, facts, asked)

        CASES.append(made)
        return made

    return register


SOUND: Facts = {
    "consensus": ("not_checked", "development_chain"), "holder": ("matched", "prefix_granted"), "story": ("matched", "complete_headed"),
    "state": ("matched", "active"), "recall": ("matched", "not_recalled"), "freshness": ("matched", "fresh"), "product": ("claimed", "described_by_holder"),
    "copy": ("not_checked", "copy_not_checked"),
}  # fmt: skip
PROVEN: Facts = {
    name: ("proven" if status == "matched" else status, reason) for name, (status, reason) in SOUND.items()
} | {"consensus": ("proven", "quorum_sealed")}  # fmt: skip
NOTHING: Facts = dict.fromkeys(
    ("holder", "story", "state", "recall", "freshness", "product"), ("not_checked", "nothing_checked")
)
REFUSED: Facts = NOTHING | {"consensus": ("refused", "bundle_refused")}


def without_slot(story: Story, contract: str, slot: bytes) -> Bundle:
    """Return the bundle without the trie node that the proof of one slot needs and the fewest others do."""
    bundle = story.bundle()

    def fails(node: bytes, name: str, where: bytes) -> bool:
        state = ProvenState(
            replace(bundle, nodes=tuple(other for other in bundle.nodes if other != node)), story.chain.trust_root()
        )
        try:
            state.slot(name, where)
        except ProofNodeMissing:
            return True
        return False

    needed = [node for node in bundle.nodes if fails(node, contract, slot)]
    others = [other for other in story.chain.storage[contract] if other != slot]
    leaf = min(needed, key=lambda node: sum(fails(node, contract, other) for other in others))
    return replace(bundle, nodes=tuple(node for node in bundle.nodes if node != leaf))
