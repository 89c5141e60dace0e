"""The key under which the ledger knows a thing, by the prefix that is granted."""

from __future__ import annotations

from cli.errors import CommandRefused
from store import Mirror
from store.mirror.members import grants_by_key
from traceability.identifiers import Identifier
from traceability.ledger.keys import prefix_key, rest_hash, thing_key


def ledger_key(mirror: Mirror, thing: Identifier) -> bytes:
    """Return the key of a thing.

    Raises:
        CommandRefused: the thing is under no granted prefix.
    """
    candidates = {prefix_key(prefix.scheme, prefix.text): len(prefix.text) for prefix in thing.prefix_candidates()}
    granted = grants_by_key(mirror, list(candidates))
    for key, length in candidates.items():
        if key in granted:
            return thing_key(key, rest_hash(thing.halves(length)[1]))
    raise CommandRefused(f"{thing.display()} is under no granted prefix")
