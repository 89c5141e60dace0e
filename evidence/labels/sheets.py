"""Presets of label sheets: sizes in millimetres, as the makers of the common sheets publish them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidence.errors import SheetUnknown


@dataclass(frozen=True, slots=True)
class Sheet:
    """The layout of one kind of sheet, in millimetres."""

    name: str
    width: float
    height: float
    columns: int
    rows: int
    label_width: float
    label_height: float
    left: float
    """From the edge of the page to the first label."""
    top: float
    """From the upper edge of the page to the first label."""
    gap_across: float = 0.0
    gap_down: float = 0.0

    @property
    def labels(self) -> int:
        """Return how many labels are on one page."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Return left and upper edge of a label on its page, by its place from 0, row by row."""
        row, column = divmod(place, self.columns)
        return self.left + column * (self.label_width + self.gap_across), self.top + row * (
            self.label_height + self.gap_down
        )


SHEETS: Mapping[str, Sheet] = {
    sheet.name: sheet
    for sheet in (
        Sheet("a4-3x8", 210, 297, 3, 8, 70, 37, 0, 0.5),
        Sheet("a4-3x7", 210, 297, 3, 7, 63.5, 38.1, 7.2, 15.15, 2.55, 0),
        Sheet("a4-2x7", 210, 297, 2, 7, 99.1, 38.1, 4.65, 15.15, 2.5, 0),
        Sheet("a4-4x10", 210, 297, 4, 10, 48.5, 25.4, 8, 21.5, 0, 0),
        Sheet("roll-100x50", 100, 50, 1, 1, 100, 50, 0, 0),
    )
}
"""The presets by name; `a4-3x8` is the one to begin with."""


def sheet_named(name: str) -> Sheet:
    """Return a preset.

    Raises:
        SheetUnknown: there is none of that name.
    """
    if name not in SHEETS:
        raise SheetUnknown(name, tuple(SHEETS))
    return SHEETS[name]
