"""Reading labels back: the finished PDF is rendered as a printer would, and each code on it decoded (zxing-cpp)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2  # type: ignore[import-untyped]  # no types are published
import zxingcpp
from PIL import Image

from evidence.errors import LabelUnreadable
from evidence.labels.drawing import Label
from evidence.labels.sheets import Sheet

RESOLUTION = 203
"""Dots per inch of the rendering: that of the coarsest label printers in use."""


def verify_readable(pdf: bytes, labels: Sequence[Label], sheet: Sheet, skip: int) -> None:
    """Raise where a label of a PDF does not read as what it should say.

    Raises:
        LabelUnreadable: with what was read instead.
    """
    places = list(_places(pdf, sheet, len(labels) + skip))[skip:]
    for label, image in zip(labels, places, strict=True):
        found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
        texts = [code.text for code in found]
        if texts != [label.link]:
            raise LabelUnreadable(label.link, ", ".join(texts) or "nothing")


def _places(pdf: bytes, sheet: Sheet, count: int) -> Iterator[Image.Image]:
    """Yield the rendered image of each place of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page_number in range(len(document)):
            page = document[page_number].render(scale=RESOLUTION / 72, grayscale=True).to_pil()
            dots = RESOLUTION / 25.4
            for place in range(min(sheet.labels, count - page_number * sheet.labels)):
                left, top = sheet.corner(place)
                box = (left, top, left + sheet.label_width, top + sheet.label_height)
                yield page.crop(tuple(round(edge * dots) for edge in box))
    finally:
        document.close()
