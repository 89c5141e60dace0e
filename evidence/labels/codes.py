"""QR codes of labels: the link in as few modules as possible (ISO/IEC 18004; GS1 Digital Link URI Syntax)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from traceability.identifiers import Identifier

QUIET_ZONE = 4
"""Modules left empty around a code."""

SMALLEST_MODULE = 0.375
"""Millimetres: the smallest X-dimension for retail scanning (GS1 General Specifications §5.12)."""

_ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]*")
_MASK = 3
"""A fixed mask: trying all eight makes a sheet five times slower, and every code is read back anyway."""


def link_of(identifier: Identifier, base_url: str) -> str:
    """Return what a label encodes: the identifier's link under a base URL, in capitals where that changes nothing.

    Scheme and host do not tell capitals from small letters (RFC 3986 §6.2.2.1); in capitals the code needs a third
    fewer modules.
    """
    link = identifier.digital_link(base_url)
    parts = urlsplit(link)
    capitals = f"{parts.scheme}://{parts.netloc}".upper() + parts.path
    return capitals if not parts.query and _ALPHANUMERIC.fullmatch(capitals) else link


def matrix_of(link: str) -> Sequence[Sequence[bool]]:
    """Return the modules of a link's code, without quiet zone, at error correction level M."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(link)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]
