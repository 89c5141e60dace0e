"""What the chain says about prefixes, looked up once per prefix and capture: who holds it and what others may do under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from store.mirror.members import GrantedPrefix
from traceability.identifiers import Identifier, IdentifierInvalid, Prefix, parse
from traceability.identifiers.identifier import MAXIMUM_GS1_PREFIX
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import ALL_RIGHTS, Kind, right_of
from traceability.ledger.records import GrantStatus

GrantsByKey = Callable[[Sequence[bytes]], Mapping[bytes, GrantedPrefix]]
"""Answers the grants of prefix keys, those that exist."""
PartnerMask = Callable[[bytes, int], int]
"""Answers the mask that a prefix gives an organisation as a partner, 0 where it gives none."""

_MOST_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Holding:
    """A prefix under which an identifier is granted."""

    prefix: Prefix
    key: bytes
    """Prefix key, 32 bytes."""
    grant: GrantedPrefix


class GrantBook:
    """Remembers grants and parsed identifiers for the time of one capture."""

    def __init__(self, grants: GrantsByKey, partner_mask: PartnerMask) -> None:
        self._grants = grants
        self._partner_mask = partner_mask
        self._by_prefix: dict[Prefix, Holding | None] = {}
        self._by_beginning: dict[tuple[str, str], Holding | None] = {}
        self._masks: dict[tuple[bytes, int], int] = {}
        self._by_text: dict[str, tuple[Identifier, int] | None] = {}

    def thing_of(self, text: str) -> tuple[Identifier, int] | None:
        """Return an identifier and the length of its granted prefix, or None where the text is no such identifier."""
        if text in self._by_text:
            return self._by_text[text]
        try:
            identifier = parse(text)
        except IdentifierInvalid:
            identifier = None
        found = None if identifier is None else self.granted(text, identifier)
        if len(self._by_text) < _MOST_REMEMBERED:
            self._by_text[text] = found
        return found

    def granted(self, text: str, identifier: Identifier) -> tuple[Identifier, int] | None:
        """Return an identifier that was read from a text with the length of its granted prefix, as `thing_of` does."""
        if identifier.canonical != text:
            return None
        holding = self.holding_of(identifier)
        return None if holding is None else (identifier, len(holding.prefix.text))

    def holding_of(self, identifier: Identifier) -> Holding | None:
        """Return the grant that an identifier is under (suspended ones too), or None where there is none."""
        # All prefixes that may be granted lie within the first twelve characters (gs1), or are the whole (the others).
        beginning = identifier.bearing[:MAXIMUM_GS1_PREFIX] if identifier.scheme == "gs1" else identifier.bearing
        place = (identifier.scheme, beginning)
        if place not in self._by_beginning:
            self._by_beginning[place] = self._looked_up(identifier)
        return self._by_beginning[place]

    def prefix_length(self, identifier: Identifier) -> int | None:
        """Return how many characters its granted prefix has, or None where none is granted (for EPC URNs of answers)."""
        holding = self.holding_of(identifier)
        return None if holding is None else len(holding.prefix.text)

    def admits(self, holding: Holding, organisation: int, kind: Kind) -> bool:
        """Say whether an organisation may write an event of this kind under a prefix (docs/formats.md §2)."""
        if holding.grant.status != GrantStatus.GRANTED:
            return False
        return bool(self._rights(holding, organisation) & right_of(kind))

    def _looked_up(self, identifier: Identifier) -> Holding | None:
        candidates = identifier.prefix_candidates()
        unknown = [prefix for prefix in candidates if prefix not in self._by_prefix]
        if unknown:
            keys = {prefix_key(prefix.scheme, prefix.text): prefix for prefix in unknown}
            found = self._grants(list(keys))
            for key, prefix in keys.items():
                grant = found.get(key)
                standing = grant is not None and grant.status != GrantStatus.REVOKED
                self._by_prefix[prefix] = Holding(prefix, key, grant) if grant is not None and standing else None
        for prefix in candidates:
            holding = self._by_prefix[prefix]
            if holding is not None:
                return holding
        return None

    def _rights(self, holding: Holding, organisation: int) -> int:
        if holding.grant.holder == organisation:
            return ALL_RIGHTS
        pair = (holding.key, organisation)
        if pair not in self._masks:
            self._masks[pair] = self._partner_mask(holding.key, organisation)
        return holding.grant.everyone | self._masks[pair]
