"""Drawing labels: code on the left, words on the right, all as vectors and embedded text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from evidence.errors import LabelTooSmall, TextTooLong
from evidence.labels.codes import QUIET_ZONE, SMALLEST_MODULE, matrix_of
from evidence.labels.font import registered_font
from evidence.labels.sheets import Sheet

MARGIN = 1.5
"""Millimetres inside a label's edge that printers may not reach."""

_SIZES = {"title": 8.0, "text": 6.5, "small": 4.6}
"""Sizes of the type in points."""

_GAP, _TIGHT = 1.28, 1.15
"""Distance of lines, in sizes of the type; that of small type."""

_SCALES = (1.0, 0.9, 0.8, 0.7)
"""By how much the type may shrink to fit a label."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on one label."""

    link: str
    """What the code says."""
    lines: tuple[tuple[str, str], ...]
    """Style (`title`, `text` or `small`) and text, from above."""


def drawn(labels: Sequence[Label], sheet: Sheet, skip: int, title: str) -> bytes:
    """Return the PDF of some labels; the first `skip` places of the first page stay empty.

    Raises:
        LabelTooSmall: a code does not fit at a size that phones read.
        TextTooLong: the words do not fit at a size that people read.
    """
    font = registered_font(text for label in labels for _, text in label.lines)
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(sheet.width * mm, sheet.height * mm), invariant=True)
    canvas.setTitle(title)
    for number, label in enumerate(labels, skip):
        if number > skip and number % sheet.labels == 0:
            canvas.showPage()
        left, top = sheet.corner(number % sheet.labels)
        _draw(canvas, label, sheet, (left, sheet.height - top), font)
    canvas.save()
    return written.getvalue()


def _draw(canvas: Canvas, label: Label, sheet: Sheet, corner: tuple[float, float], font: str) -> None:
    matrix = matrix_of(label.link)
    modules = len(matrix) + 2 * QUIET_ZONE
    side = min(sheet.label_height - 2 * MARGIN, sheet.label_width * 0.48)
    module = side / modules
    if module < SMALLEST_MODULE:
        raise LabelTooSmall(label.link, module, SMALLEST_MODULE)
    left, top = corner[0] + MARGIN, corner[1] - (sheet.label_height - side) / 2
    _draw_code(canvas, matrix, left + QUIET_ZONE * module, top - QUIET_ZONE * module, module)
    room = (sheet.label_width - side - 2 * MARGIN - 0.8, sheet.label_height - 2 * MARGIN - 1)
    _draw_words(canvas, label, (left + side + 0.8, corner[1] - MARGIN), room, font)


def _draw_code(canvas: Canvas, matrix: Sequence[Sequence[bool]], left: float, top: float, module: float) -> None:
    path = canvas.beginPath()
    for row, line in enumerate(matrix):
        start = 0
        while start < len(line):
            end = start
            while end < len(line) and line[end]:
                end += 1
            if end > start:
                path.rect(
                    (left + start * module) * mm,
                    (top - (row + 1) * module) * mm,
                    (end - start) * module * mm,
                    module * mm,
                )
            start = max(end, start + 1)
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_words(
    canvas: Canvas, label: Label, corner: tuple[float, float], room: tuple[float, float], font: str
) -> None:
    """Draw the lines of a label in a room of some width and height, in smaller type where that is needed."""
    left, top = corner[0] * mm, corner[1] * mm
    for size, distance, line in _fitted(label, (room[0] * mm, room[1] * mm), font):
        top -= distance
        canvas.setFont(font, size)
        canvas.drawString(left, top, line)


def _fitted(label: Label, room: tuple[float, float], font: str) -> list[tuple[float, float, str]]:
    """Return size, distance to the line above and text of each printed line, all in points."""
    for scale in _SCALES:
        lines = [
            (size, size * (_GAP if style != "small" else _TIGHT), line)
            for style, text in label.lines
            for size in (_SIZES[style] * scale,)
            for line in _broken(text, font, size, room[0])
        ]
        if sum(distance for _, distance, _ in lines) <= room[1]:
            return lines
    raise TextTooLong(" ".join(text for _, text in label.lines))


def _broken(text: str, font: str, size: float, width: float) -> list[str]:
    """Return a text in lines no wider than a width in points; words are kept whole where there are any."""
    lines, line = [], ""
    for word in _pieces(text):
        if line and pdfmetrics.stringWidth(line + word.rstrip(), font, size) > width:
            lines.append(line.rstrip())
            line = ""
        line += word
        while pdfmetrics.stringWidth(line.rstrip(), font, size) > width and len(line) > 1:
            end = len(line) - 1
            while end > 1 and pdfmetrics.stringWidth(line[:end], font, size) > width:
                end -= 1
            lines.append(line[:end])
            line = line[end:]
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """Return a text in pieces between which a line may end: after a space, and around each Chinese character."""
    pieces, piece = [], ""
    for character in text:
        if character > "⺀":
            pieces += [piece, character]
            piece = ""
        else:
            piece += character
            if character == " ":
                pieces.append(piece)
                piece = ""
    return [part for part in (*pieces, piece) if part]
