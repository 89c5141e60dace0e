"""EPCs as RFID tags hold them: ``urn:epc:tag:…`` and, bit for bit, ``urn:epc:raw:96.x…`` (EPC Tag Data Standard §12, §14).

What a tag adds to an identity (length, filter value) is left out; the pure identity is what a tag names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from traceability.identifiers.invalid import IdentifierInvalid

_TAG = re.compile(r"urn:epc:tag:([a-z]+)-[0-9]{2,3}\+?:[0-7]\.(.+)", re.IGNORECASE)
_RAW = re.compile(r"urn:epc:raw:96\.x([0-9A-F]{24})", re.IGNORECASE)
_PREFIX_BITS = (40, 37, 34, 30, 27, 24, 20)
"""Bits of the company prefix by partition value; it has 12 digits less the partition value."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a 96-bit tag of one scheme is divided behind the company prefix."""

    scheme: str
    reference_bits: int
    """Bits of the reference where the company prefix has 12 digits; the sum of both is the same for every partition."""
    reference_digits: int
    """Digits of the reference where the company prefix has 12 digits; -1 where it is a number without leading zeros."""
    serial_bits: int


_LAYOUTS: Mapping[int, _Layout] = {
    0x2C: _Layout("gdti", 1, 0, 41),
    0x2D: _Layout("gsrn", 18, 5, 0),
    0x2E: _Layout("gsrnp", 18, 5, 0),
    0x30: _Layout("sgtin", 4, 1, 38),
    0x31: _Layout("sscc", 18, 5, 0),
    0x32: _Layout("sgln", 1, 0, 41),
    0x33: _Layout("grai", 4, 0, 38),
    0x34: _Layout("giai", 42, -1, 0),
    0x3F: _Layout("sgcn", 1, 0, 41),
}


def pure_identity_of(text: str) -> str:
    """Return the pure identity URN of what a tag holds; any other EPC URN as it is.

    Raises:
        IdentifierInvalid: it is no tag of a known scheme.
    """
    start = text[:12].lower()
    if start == "urn:epc:tag:":
        match = _TAG.fullmatch(text)
        if match is None:
            cure = "Write urn:epc:tag:, a scheme and its length, a filter value and the parts of the identity."
            raise IdentifierInvalid(text, "epc-form", cure)
        return f"urn:epc:id:{match.group(1).lower()}:{match.group(2)}"
    return _of_bits(text) if start == "urn:epc:raw:" else text


def _of_bits(text: str) -> str:
    match = _RAW.fullmatch(text)
    if match is None:
        raise IdentifierInvalid(text, "epc-form", "Write urn:epc:raw:96.x and 24 hexadecimal digits.")
    bits = int(match.group(1), 16)
    layout, partition = _LAYOUTS.get(bits >> 88), bits >> 82 & 7
    if layout is None or partition >= len(_PREFIX_BITS):
        cure = "The first byte names no scheme of 96 bits that is known here, or the partition value is none."
        raise IdentifierInvalid(text, "epc-scheme", cure, place=match.start(1))
    prefix_bits, prefix_digits = _PREFIX_BITS[partition], 12 - partition
    reference_bits = layout.reference_bits + _PREFIX_BITS[0] - prefix_bits
    prefix = bits >> (82 - prefix_bits) & (1 << prefix_bits) - 1
    reference = bits >> (82 - prefix_bits - reference_bits) & (1 << reference_bits) - 1
    width = layout.reference_digits + partition if layout.reference_digits >= 0 else 0
    # A reference of no digits is written as nothing.
    written = f"{reference:0{width}}" if width or layout.reference_digits < 0 or reference else ""
    if prefix >= 10**prefix_digits or (layout.reference_digits >= 0 and len(written) != width):
        raise IdentifierInvalid(text, "number", "The bits stand for more digits than there are.", place=match.start(1))
    serial = str(bits & (1 << layout.serial_bits) - 1)
    if layout.scheme == "sgcn":
        # A one before the digits keeps their zeros.
        serial = serial[1:]
    ending = f".{serial}" if layout.serial_bits else ""
    return f"urn:epc:id:{layout.scheme}:{prefix:0{prefix_digits}}.{written}{ending}"
