"""The font of the labels: the glyphs that a sheet needs, cut from Noto Sans SC and redrawn so that PDF embeds them.

Noto Sans SC comes under the SIL Open Font License 1.1 in the package `pylopdf-fonts-zh-cn`, as CFF outlines, which
reportlab refuses ("postscript outlines are not supported"); so the few glyphs are redrawn with quadratic curves.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]  # no types are published
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]  # as above
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # as above
from fontTools.ttLib import TTFont, newTable  # type: ignore[import-untyped]  # as above
from pylopdf_fonts_zh_cn import sans_path
from reportlab.pdfbase import ttfonts

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


def label_font(name: str, texts: Iterable[str]) -> ttfonts.TTFont:
    """Return a font, under a name of its own, that has the characters of some texts."""
    with TTFont(sans_path(), lazy=True) as font:
        options = Options()
        options.layout_features = []
        options.hinting = False
        options.notdef_outline = True
        subsetter = Subsetter(options)
        subsetter.populate(text="".join(texts) + " ?")
        subsetter.subset(font)
        _redraw(font)
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
