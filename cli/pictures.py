"""A picture file that a product may be described with: PNG, JPEG or WebP, and not more pixels than anyone needs."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from cli.errors import CommandRefused

_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_MOST_PIXELS = 40_000_000


def picture_in(file: Path) -> tuple[str, bytes]:
    """Return the media type and the bytes of a picture.

    Raises:
        CommandRefused: the file is no such picture.
    """
    content = file.read_bytes()
    try:
        with Image.open(io.BytesIO(content), formats=list(_TYPES)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise CommandRefused(
                    f"{file} has {picture.width} × {picture.height} pixels; 40 megapixels are the most"
                )
            kind = _TYPES[picture.format or ""]
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError, Image.DecompressionBombError) as error:
        raise CommandRefused(f"{file} is no picture that can be shown: give a PNG, JPEG or WebP file") from error
    return kind, content
