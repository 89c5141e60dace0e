"""The font of the labels: the glyphs that a sheet needs, cut from Noto Sans SC and redrawn so that PDF embeds them.

Noto Sans SC comes under the SIL Open Font License 1.1 in the package `pylopdf-fonts-zh-cn`, as CFF outlines, which
reportlab refuses ("postscript outlines are not supported"); so the few glyphs are redrawn with quadratic curves.
"""

from __future__ import annotations

import hashlib
import io
import string
from collections.abc import Iterable
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]  # no types are published
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]  # as above
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # as above
from fontTools.ttLib import TTFont, newTable  # type: ignore[import-untyped]  # as above
from pylopdf_fonts_zh_cn import sans_path
from reportlab.pdfbase import pdfmetrics, ttfonts

LARGEST_ERROR = 1.0
"""How far a redrawn curve may lie from the original, in thousandths of the font size."""

_KEPT_TABLES = frozenset({"GlyphOrder", "head", "hhea", "maxp", "OS/2", "name", "cmap", "post", "hmtx", "glyf", "loca"})
_LIMITS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxComponentDepth",
)


def registered_font(texts: Iterable[str]) -> str:
    """Return the name by which reportlab knows a font that has ASCII and the characters of some texts."""
    characters = "".join(sorted(set(string.printable[:95]).union(*texts)))
    # reportlab takes two fonts with one PostScript name for the same, whatever their glyphs: each set has its own.
    name = f"NotoSansSC-{hashlib.sha256(characters.encode()).hexdigest()[:16]}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_font(name, characters))
    return name


def _font(name: str, characters: str) -> ttfonts.TTFont:
    with TTFont(sans_path(), lazy=True) as font:
        options = Options()
        options.layout_features = []
        options.hinting = False
        options.notdef_outline = True
        subsetter = Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(font)
        _redraw(font)
        for identity in (1, 4, 6):
            font["name"].setName(name, identity, 3, 1, 0x409)
        written = io.BytesIO()
        font.save(written)
    written.seek(0)
    return ttfonts.TTFont(name, written)


def _redraw(font: Any) -> None:
    """Turn the outlines of a font from CFF into TrueType."""
    order, drawn = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for glyph in order:
        pen = TTGlyphPen(None)
        drawn[glyph].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        glyphs[glyph] = pen.glyph()
    font["loca"] = newTable("loca")
    table = font["glyf"] = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    for name in [tag for tag in font.keys() if tag not in _KEPT_TABLES]:  # noqa: SIM118 - a font is no mapping
        del font[name]
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    limits.maxZones = 1
    for field in _LIMITS:
        setattr(limits, field, 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"
