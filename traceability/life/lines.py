"""Lines of a thing: what each may be taken for once it is held against its meta (docs/formats.md §3 and §4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from traceability.commitment import Opened, Opening, read_opening
from traceability.errors import OpeningRefused
from traceability.ledger.meta import Flag, Kind, Meta
from traceability.life.happening import Happening
from traceability.life.naming import role_at


class Standing(Enum):
    """What may be said of one line, before error declarations are looked at."""

    TOLD = "told"
    """It is opened, agrees with its meta and names the thing."""
    KEPT_BACK = "kept_back"
    """It, or the leaf that names the thing, is not opened."""
    REFUSED = "refused"
    """It contradicts its meta, its commitment, or the thing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a thing."""

    position: int
    """Its number, from 0 for the thing's first line."""
    commitment: bytes
    meta: Meta
    standing: Standing
    reason: str
    """Why it has that standing, as a code of traceability/verdict/README.md."""
    happening: Happening | None
    """What it tells, None where it is kept back or refused."""

    @property
    def by_owner(self) -> bool:
        """Return whether the owner marked it private, so that keeping it back is the owner's doing."""
        return bool(self.meta.flags & Flag.PRIVATE)


_KINDS_BY_TYPE: Mapping[tuple[str, str | None], frozenset[Kind]] = {
    ("ObjectEvent", "OBSERVE"): frozenset({Kind.OBSERVE, Kind.STATE, Kind.DESCRIBE, Kind.FORGET}),
    ("ObjectEvent", "ADD"): frozenset({Kind.CREATE}),
    ("ObjectEvent", "DELETE"): frozenset({Kind.END}),
    ("AggregationEvent", "ADD"): frozenset({Kind.PACK}),
    ("AggregationEvent", "DELETE"): frozenset({Kind.UNPACK}),
    ("AggregationEvent", "OBSERVE"): frozenset({Kind.OBSERVE}),
    ("AssociationEvent", "ADD"): frozenset({Kind.ASSOCIATE}),
    ("AssociationEvent", "DELETE"): frozenset({Kind.DISSOCIATE}),
    ("AssociationEvent", "OBSERVE"): frozenset({Kind.OBSERVE}),
    ("TransformationEvent", None): frozenset({Kind.TRANSFORM}),
    ("TransactionEvent", None): frozenset({Kind.TRANSACT}),
}
"""The kinds of each type and action (docs/formats.md §2); of the last two types the action is not looked at."""

_WITHOUT_ACTION = frozenset({"TransformationEvent", "TransactionEvent"})


def lines_of(
    key: bytes,
    canonical: str,
    lines: Sequence[tuple[bytes, Meta]],
    openings: Mapping[bytes, Opening],
    first: int = 0,
) -> tuple[Line, ...]:
    """Return the lines of a thing, oldest first, each with its standing.

    `lines` are commitment and meta, `openings` what was opened, by commitment, `first` the number of the first line.
    """
    seen: set[bytes] = set()
    told: list[Line] = []
    for number, (commitment, meta) in enumerate(lines, first):
        if commitment in seen:
            told.append(Line(number, commitment, meta, Standing.REFUSED, "line_repeated", None))
            continue
        seen.add(commitment)
        told.append(line_of(key, canonical, number, commitment, meta, openings.get(commitment)))
    return tuple(told)


def line_of(key: bytes, canonical: str, number: int, commitment: bytes, meta: Meta, opening: Opening | None) -> Line:
    """Return one line of a thing with its standing."""

    def line(standing: Standing, reason: str, happening: Happening | None = None) -> Line:
        return Line(number, commitment, meta, standing, reason, happening)

    if opening is None:
        return line(Standing.KEPT_BACK, "not_opened")
    try:
        opened = read_opening(commitment, opening)
    except OpeningRefused:
        return line(Standing.REFUSED, "opening_disagrees")
    if not opened.header.agrees_with(meta):
        return line(Standing.REFUSED, "header_disagrees")
    if not _kind_agrees(opened):
        return line(Standing.REFUSED, "kind_disagrees")
    happening = Happening.of(opened, commitment, meta)
    if happening.roles_of(key, canonical):
        return line(Standing.TOLD, "asserted", happening)
    if any(pointer not in opened.values and role_at(pointer, meta.kind) is not None for pointer in opened.pointers()):
        return line(Standing.KEPT_BACK, "name_not_opened")
    return line(Standing.REFUSED, "names_another")


def _kind_agrees(opened: Opened) -> bool:
    """Return whether the kind is one that the body may have, as far as it is opened."""
    kind = opened.header.kind
    if (opened.length_at("/errorDeclaration") is not None) != (kind is Kind.CORRECT):
        return False
    event_type = opened.values.get("/type")
    if kind is Kind.CORRECT or not isinstance(event_type, str):
        return True
    action = None if event_type in _WITHOUT_ACTION else opened.values.get("/action")
    if action is None and event_type not in _WITHOUT_ACTION:
        return True
    allowed = _KINDS_BY_TYPE.get((event_type, action if isinstance(action, str) else None))
    return allowed is not None and kind in allowed
