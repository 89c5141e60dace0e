"""A picture that a product may be described with: PNG, JPEG or WebP, and not more pixels than anyone needs."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final

from PIL import Image, UnidentifiedImageError

from capture.errors import PictureInvalid

PICTURE_FORMATS: Final[Mapping[str, str]] = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
"""Accepted media types, and what the imaging library calls them."""
MOST_PIXELS: Final = 40_000_000
"""A small file may unfold to more than any memory holds."""


def picture_type(content: bytes, claimed: str | None = None) -> str:
    """Return the media type of a picture; with `claimed` it must be that one.

    Raises:
        PictureInvalid: if it is no picture of an accepted (or the claimed) kind, or has too many pixels.
    """
    kinds = list(PICTURE_FORMATS.values()) if claimed is None else [PICTURE_FORMATS[claimed]]
    try:
        with Image.open(io.BytesIO(content), formats=kinds) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureInvalid(f"has {picture.width} × {picture.height} pixels; 40 megapixels are the most")
            found = next(name for name, kind in PICTURE_FORMATS.items() if kind == picture.format)
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PictureInvalid("is no picture that can be shown: give a PNG, JPEG or WebP file") from error
    return found
