"""Orders of labels: which things, under which address, on which sheet; every code of the PDF reads back."""

from __future__ import annotations

from dataclasses import dataclass

from evidence.errors import SerialTaken
from evidence.labels.codes import link_of
from evidence.labels.drawing import Label, drawn
from evidence.labels.reading import verify_readable
from evidence.labels.sheets import sheet_named
from traceability.identifiers import Identifier


@dataclass(frozen=True, slots=True)
class LabelOrder:
    """What is to be printed."""

    identifiers: tuple[Identifier, ...]
    """One label each, in this order."""
    base_url: str
    """What comes before the identifier's path: `https://trace.example.com`, `http://192.168.1.5:8000`."""
    product: str
    """Name of the product, as printed."""
    maker: str
    """Name of the maker, as printed."""
    fingerprint: str
    """Fingerprint of the root of trust, to be compared with what the phone shows."""
    sheet: str = "a4-3x8"
    skip: int = 0
    """Places at the beginning of the first page that are used up already."""


def label_sheet(order: LabelOrder) -> bytes:
    """Return the PDF of an order.

    Raises:
        ValueError: the order is empty.
        SheetUnknown: there is no such preset.
        SerialTaken: an identifier is twice in the order.
        LabelTooSmall, TextTooLong: code or words do not fit the label.
        LabelUnreadable: a code did not read back; nothing is handed out.
    """
    sheet = sheet_named(order.sheet)
    if not order.identifiers:
        raise ValueError("an order has at least one label")
    seen: set[str] = set()
    for identifier in order.identifiers:
        if identifier.canonical in seen:
            raise SerialTaken(identifier.display(), "twice in the order")
        seen.add(identifier.canonical)
    skip = order.skip % sheet.labels
    labels = tuple(_label(identifier, order) for identifier in order.identifiers)
    pdf = drawn(labels, sheet, skip, order.product)
    verify_readable(pdf, labels, sheet, skip)
    return pdf


def _label(identifier: Identifier, order: LabelOrder) -> Label:
    shown = identifier.display().replace(")(", ") (").replace("(21)", "\n(21)").split("\n")
    lines = [("title", order.product), *(("text", part.strip()) for part in shown), ("text", order.maker)]
    return Label(link_of(identifier, order.base_url), (*lines, ("small", order.fingerprint)))
