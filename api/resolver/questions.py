"""An identifier that was asked for: its levels, whose it is, and what state it is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from api.rooms import Rooms
from store.mirror.holders import HeldPrefix, held_prefix
from store.mirror.things import KeyState
from traceability.identifiers import Identifier, Prefix
from traceability.ledger.keys import prefix_key, rest_hash, thing_key
from traceability.ledger.meta import State
from traceability.ledger.records import GrantStatus
from traceability.linking.anchors import Anchor

IN_ORDER = frozenset((State.UNCHANGED, State.ACTIVE))
"""States in which nothing is to be told before everything else."""


@dataclass(frozen=True, slots=True)
class Question:
    """An identifier that was asked for."""

    anchors: tuple[Anchor, ...]
    """The finest first."""
    held: HeldPrefix | None
    """The grant that it is under; None where nobody holds a prefix of it."""
    keys: Mapping[str, bytes]
    """Keys on the ledger of the identifiers of the levels, by canonical form."""
    states: Mapping[bytes, KeyState]
    """States of those keys that ever changed."""

    @property
    def identifier(self) -> Identifier:
        """Return the identifier itself."""
        return self.anchors[0].identifier

    @property
    def holder(self) -> int:
        """Return the number of the holder, 0 where there is none."""
        return 0 if self.held is None else self.held.holder

    @property
    def is_granted(self) -> bool:
        """Return whether the grant is in force, and not suspended."""
        return self.held is not None and self.held.status == GrantStatus.GRANTED

    @property
    def is_alarmed(self) -> bool:
        """Return whether the thing, its lot or its class is recalled, stolen, or otherwise not in order."""
        return any(State(found.state) not in IN_ORDER for found in self.states.values())

    def state_of(self, identifier: Identifier) -> KeyState | None:
        """Return the state of the identifier of a level, None where it never changed."""
        key = self.keys.get(identifier.canonical)
        return None if key is None else self.states.get(key)


def question_of(rooms: Rooms, anchors: tuple[Anchor, ...]) -> Question:
    """Return a question with what the mirror knows of it."""
    prefixes = {prefix_key(prefix.scheme, prefix.text): prefix for prefix in anchors[0].identifier.prefix_candidates()}
    keys: dict[str, bytes] = {}

    def keys_under(key: bytes) -> list[bytes]:
        keys.update(_keys(anchors, prefixes[key], key))
        return list(keys.values())

    held, states = held_prefix(rooms.mirror, list(prefixes), keys_under)
    return Question(anchors, held, keys, states)


def _keys(anchors: tuple[Anchor, ...], prefix: Prefix, key: bytes) -> dict[str, bytes]:
    identifiers = {anchor.identifier.canonical: anchor.identifier for anchor in anchors}
    return {
        canonical: thing_key(key, rest_hash(identifier.halves(len(prefix.text))[1]))
        for canonical, identifier in identifiers.items()
        if prefix in identifier.prefix_candidates()
    }
