"""What a link may be about: an identifier and the levels above it, up to the primary key (GS1-Conformant Resolver 1.2.0 §2.5.9).

A trade item has up to six levels: serial number, third-party serial number, variant and lot, lot, variant, and the class itself.
A serial number alone names the item: lot and variant beside it say what it belongs to and are levels of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from traceability.identifiers import Identifier, IdentifierInvalid, class_of, link_path, parse
from traceability.identifiers.gs1.digital_link import percent_decoded
from traceability.identifiers.gs1.values import encoded
from traceability.identifiers.identifier import CANONICAL_DOMAIN

Pairs = Sequence[tuple[str, str]]
"""Application identifiers and plain values in the order of a path: the primary key, then its qualifiers."""

TRADE_ITEM_KEYS: Final = frozenset(("01", "8006"))
"""Keys whose levels are sets of qualifiers and not each qualifier after the other."""
_SETS: Final = (("21",), ("235",), ("22", "10"), ("10",), ("22",))
"""The sets of qualifiers that name a level of a trade item, the finest first."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One level: what a link context of a linkset is about."""

    text: str
    """The text by which links of it are kept: canonical form, with a variant or other qualifier where one is meant."""
    identifier: Identifier
    """The identifier of it, or of what it belongs to where the qualifier is no identity."""

    def address(self, origin: str) -> str:
        """Return its web address below an origin: the anchor of its link context."""
        return origin + self.path

    @property
    def path(self) -> str:
        """Return the path of its web address."""
        if self.identifier.scheme == "gs1":
            return "/" + self.text.removeprefix(CANONICAL_DOMAIN)
        return "/" + self.identifier.path

    @property
    def is_identity(self) -> bool:
        """Return whether it is an identifier and not a level between two."""
        return self.text == self.identifier.canonical


def levels_of(text: str) -> tuple[Anchor, ...]:
    """Return the levels of an identifier in any writing, the finest first, the primary key (or its class) last.

    Raises:
        IdentifierInvalid: with the place, the reason and the cure.
    """
    identifier = parse(text)
    if identifier.scheme != "gs1":
        above = class_of(identifier)
        chain = [identifier] if above is None or above == identifier else [identifier, above]
        return tuple(Anchor(item.canonical, item) for item in chain)
    is_address = text[:8].lower().startswith(("http://", "https://"))
    return _gs1_levels(identifier, link_path(text) if is_address else _canonical_pairs(identifier))


def _canonical_pairs(identifier: Identifier) -> Pairs:
    segments = identifier.canonical.removeprefix(CANONICAL_DOMAIN).split("/")
    return [(name, percent_decoded(value)) for name, value in zip(segments[::2], segments[1::2], strict=True)]


def _gs1_levels(identifier: Identifier, pairs: Pairs) -> tuple[Anchor, ...]:
    (key, value), *qualifiers = pairs
    given = dict(qualifiers)
    if key in TRADE_ITEM_KEYS:
        chosen: list[Mapping[str, str]] = [
            {ai: given[ai] for ai in names} for names in _SETS if all(ai in given for ai in names)
        ]
    else:
        chosen = [dict(qualifiers[:length]) for length in range(len(qualifiers), 0, -1)]
    levels: list[Anchor] = []
    for level in (*chosen, {}):
        anchor = _anchor(key, value, level)
        if anchor is not None:
            levels.append(anchor)
    if not levels:
        levels.append(Anchor(identifier.canonical, identifier))
    above = class_of(levels[-1].identifier)
    if above is not None and all(above.canonical != anchor.text for anchor in levels):
        levels.append(Anchor(above.canonical, above))
    return tuple(levels)


def _anchor(key: str, value: str, qualifiers: Mapping[str, str]) -> Anchor | None:
    """Return the level that a key and some of its qualifiers name, None where the key does not stand without the others."""
    try:
        base = parse(f"{CANONICAL_DOMAIN}{key}/{encoded(value)}").canonical if qualifiers else ""
        written = "".join(f"/{ai}/{encoded(text)}" for ai, text in qualifiers.items())
        identifier = parse(f"{CANONICAL_DOMAIN}{key}/{encoded(value)}{written}")
    except IdentifierInvalid:
        return None
    return Anchor(f"{base}{written}" if qualifiers else identifier.canonical, identifier)
