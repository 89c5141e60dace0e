"""Whose a code is and what state its keys are in, in one look: what a resolver asks of the mirror for every request."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from store.bulk import rows_among
from store.database import Mirror
from store.mirror.things import KeyState

_GRANTS = "SELECT prefix_key, position, status, holder FROM grants WHERE prefix_key {among}"
_STATES = "SELECT key, state, organisation, since, position FROM states WHERE key {among}"

REVOKED = 3
"""Status of a grant that is none any more."""


@dataclass(frozen=True, slots=True)
class HeldPrefix:
    """The grant that a code is under."""

    prefix_key: bytes
    holder: int
    status: int
    """1 granted, 2 suspended."""


def held_prefix(
    mirror: Mirror, prefix_keys: Sequence[bytes], keys_under: Callable[[bytes], Sequence[bytes]]
) -> tuple[HeldPrefix | None, Mapping[bytes, KeyState]]:
    """Return the first of some prefixes that is granted, and the state of each key under it that ever changed.

    `keys_under` answers the keys that are asked for under a prefix: they follow from its length.
    """
    with mirror.reading() as connection:
        newest: dict[bytes, tuple[int, HeldPrefix]] = {}
        for prefix_key, position, status, holder in rows_among(connection, _GRANTS, prefix_keys):
            if prefix_key not in newest or newest[prefix_key][0] < position:
                newest[prefix_key] = position, HeldPrefix(prefix_key, holder, status)
        standing = (newest[key][1] for key in prefix_keys if key in newest and newest[key][1].status != REVOKED)
        held = next(standing, None)
        if held is None:
            return None, {}
        states: dict[bytes, KeyState] = {}
        for key, *state in rows_among(connection, _STATES, keys_under(held.prefix_key)):
            if key not in states or states[key].position < state[-1]:
                states[key] = KeyState(*state)
    return held, states
