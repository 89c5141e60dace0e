"""Error declarations and forgetting: which lines of a thing were taken back, by whom, and what replaces them.

EPCIS 2.0 §7.4.1.4: an event with `errorDeclaration` repeats the event that it declares wrong. The wrong event stays
where it is; whatever follows from it no longer does. Only whoever asserted an event can take it back; anyone else,
the holder of the thing's prefix included, disputes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from traceability.ledger.meta import Kind
from traceability.life.happening import Happening
from traceability.life.lines import Line, Standing

_CORRECTIVE = "/errorDeclaration/correctiveEventIDs/"


@dataclass(slots=True)
class Corrections:
    """What error declarations and forgettings say of the lines of one thing, by position."""

    declared_wrong_by: dict[int, list[int]] = field(default_factory=dict)
    """Wrong line → declarations by whoever asserted it."""
    disputed_by: dict[int, list[int]] = field(default_factory=dict)
    """Line → declarations by others."""
    corrects: dict[int, list[int]] = field(default_factory=dict)
    """Declaration → lines that it takes back."""
    replaced_by: dict[int, list[int]] = field(default_factory=dict)
    """Wrong line → lines that its declarations name as the right ones."""
    doubtful: set[int] = field(default_factory=set)
    """Lines that a declaration may take back that is not opened far enough to tell."""
    forgotten: set[int] = field(default_factory=set)
    """Lines whose content was erased by a signed "forgotten"."""

    def stands(self, position: int) -> bool:
        """Return whether what the line says still holds, for all that is known."""
        return position not in self.declared_wrong_by


def corrections_of(lines: Sequence[Line], holder: int) -> Corrections:
    """Return which of a thing's lines are taken back, disputed, doubtful or forgotten.

    `holder` is the organisation that holds the thing's prefix, 0 where nobody does: it may forget what others said of the thing.
    """
    corrections = Corrections()
    for index, line in enumerate(lines):
        if line.meta.kind is Kind.CORRECT:
            _apply_declaration(corrections, lines[:index], line)
        elif line.meta.kind is Kind.FORGET and line.happening is not None:
            _apply_forgetting(corrections, lines[:index], line, line.happening, holder)
    _apply_replacements(corrections, lines)
    return corrections


def _apply_declaration(corrections: Corrections, earlier: Sequence[Line], declaration: Line) -> None:
    by = declaration.meta.organisation
    told = declaration.happening
    for line in earlier:
        if line.happening is None or line.meta.kind is Kind.CORRECT:
            continue
        may = by == line.meta.organisation
        if told is None or (_hash(told) is None and told.text("/eventID") is None):
            if may:
                corrections.doubtful.add(line.position)
        elif _same_event(told, line.happening):
            if may:
                corrections.declared_wrong_by.setdefault(line.position, []).append(declaration.position)
                corrections.corrects.setdefault(declaration.position, []).append(line.position)
            else:
                corrections.disputed_by.setdefault(line.position, []).append(declaration.position)
        elif may and _hash(line.happening) is None:
            corrections.doubtful.add(line.position)


def _apply_forgetting(
    corrections: Corrections, earlier: Sequence[Line], forgetting: Line, told: Happening, holder: int
) -> None:
    forgotten = told.text("/commitment")
    for line in earlier:
        if (
            line.standing is Standing.KEPT_BACK
            and line.reason == "not_opened"
            and forgotten == f"0x{line.commitment.hex()}"
            and forgetting.meta.organisation in (line.meta.organisation, holder)
        ):
            corrections.forgotten.add(line.position)


def _apply_replacements(corrections: Corrections, lines: Sequence[Line]) -> None:
    by_position = {line.position: line for line in lines}
    for wrong, declarations in corrections.declared_wrong_by.items():
        named: set[str] = set()
        for declaration in declarations:
            told = by_position[declaration].happening
            if told is not None:
                named |= {
                    value for at, value in told.values.items() if at.startswith(_CORRECTIVE) and isinstance(value, str)
                }
        found = [
            line.position for line in lines if line.happening is not None and line.happening.text("/eventID") in named
        ]
        if found:
            corrections.replaced_by[wrong] = found


def _same_event(one: Happening, other: Happening) -> bool:
    pairs = ((_hash(one), _hash(other)), (one.text("/eventID"), other.text("/eventID")))
    return any(mine is not None and mine == its for mine, its in pairs)


def _hash(happening: Happening) -> str | None:
    return happening.text("hash:cbv2.0")
