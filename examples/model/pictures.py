"""The picture of the refrigerator, drawn so that nobody's photograph is needed."""

import io

from PIL import Image, ImageDraw


def refrigerator_picture() -> bytes:
    """Return a PNG of 480 × 480 pixels: a two-door refrigerator in grey on a pale ground."""
    scale = 2
    image = Image.new("RGB", (480 * scale, 480 * scale), "#eef2f4")
    pen = ImageDraw.Draw(image)

    def box(left: int, top: int, right: int, bottom: int, fill: str, radius: int) -> None:
        pen.rounded_rectangle([edge * scale for edge in (left, top, right, bottom)], radius * scale, fill=fill)

    box(120, 440, 372, 454, "#d5dcdf", 7)
    box(136, 40, 356, 446, "#7f8c94", 14)
    box(142, 46, 350, 440, "#c9d1d6", 10)
    box(142, 46, 350, 186, "#dbe2e6", 10)
    box(142, 190, 350, 440, "#d3dbdf", 10)
    box(330, 100, 338, 170, "#8a979e", 4)
    box(330, 206, 338, 320, "#8a979e", 4)
    box(166, 70, 214, 78, "#3f7c85", 4)
    for row in range(3):
        box(166, 88 + 10 * row, 190 - 4 * row, 91 + 10 * row, "#9aa7ad", 1)
    out = io.BytesIO()
    image.resize((480, 480), Image.Resampling.LANCZOS).quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
