"""Reading labels back: the finished PDF is rendered as a printer would and each code decoded (zxing-cpp), its text read."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import pypdfium2  # type: ignore[import-untyped]  # no types are published
import zxingcpp
from PIL import Image

from evidence.errors import LabelUnreadable
from evidence.labels.drawing import Label
from evidence.labels.sheets import Sheet

RESOLUTION = 203
"""Dots per inch of the rendering: that of the coarsest label printers in use."""

_PDFIUM = threading.Lock()
"""PDFium is not safe for use by several threads at once."""


def verify_readable(pdf: bytes, labels: Sequence[Label], sheet: Sheet, skip: int) -> None:
    """Raise where a label of a PDF does not read as what it should say, by code and by letters.

    Raises:
        LabelUnreadable: with what was read instead.
    """
    with _PDFIUM:
        places = list(_places(pdf, sheet, len(labels) + skip))[skip:]
    for label, (image, words) in zip(labels, places, strict=True):
        printed = _letters("".join(text for _, text in label.lines))
        if _letters(words) != printed:
            raise LabelUnreadable(printed, _letters(words) or "nothing")
        found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
        texts = [code.text for code in found]
        if texts != [label.link]:
            raise LabelUnreadable(label.link, ", ".join(texts) or "nothing")


def _letters(text: str) -> str:
    """Return a text without the spaces and ends of lines that depend on where it was broken."""
    return "".join(text.split())


def _places(pdf: bytes, sheet: Sheet, count: int) -> Iterator[tuple[Image.Image, str]]:
    """Yield the rendered image and the text of each place of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page_number in range(len(document)):
            page = document[page_number]
            image = page.render(scale=RESOLUTION / 72, grayscale=True).to_pil()
            text = page.get_textpage()
            for place in range(min(sheet.labels, count - page_number * sheet.labels)):
                left, top = sheet.corner(place)
                right, bottom = left + sheet.label_width, top + sheet.label_height
                box = tuple(round(edge / 25.4 * RESOLUTION) for edge in (left, top, right, bottom))
                edges = (left, sheet.height - bottom, right, sheet.height - top)
                yield image.crop(box), text.get_text_bounded(*(edge / 25.4 * 72 for edge in edges))
    finally:
        document.close()
