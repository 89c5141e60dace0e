"""Pieces of trade items: ITIP, AI 8006 with 21, 10 (General Specifications §3.9.2; EPC Tag Data Standard §6.3.17)."""

from traceability.identifiers.gs1.values import encoded, verify_digits, verify_key, verify_text, with_check_digit
from traceability.identifiers.identifier import Identifier, Level
from traceability.identifiers.invalid import IdentifierInvalid


def itip(value: str, *, serial: str | None = None, lot: str | None = None) -> Identifier:
    """Return a piece of a trade item: GTIN (14), number of the piece (2), count of pieces (2)."""
    verify_digits(value, "ITIP", 18, shortest=18)
    digits, pieces = value[:14], value[14:]
    verify_key(digits, "GTIN", 14)
    if not "00" < pieces[:2] <= pieces[2:]:
        cure = "The number of the piece is at least 01 and at most the count of pieces."
        raise IdentifierInvalid(value, "piece", cure, place=14)
    level, after = Level.CLASS, ""
    if lot is not None:
        verify_text(lot, "lot", 20)
        level, after = Level.LOT, "/10/"
    if serial is not None:
        verify_text(serial, "serial", 20)
        level, after = Level.ITEM, "/21/"
    qualifier = (serial if serial is not None else lot) or ""
    canonical = f"https://id.gs1.org/8006/{value}{after}{encoded(qualifier) if qualifier else ''}"
    return Identifier(
        "gs1", "itip", canonical, level, digits[1:13], f"8006/{digits[0]}/", f"/{pieces}{after}{qualifier}"
    )


def itip_from_rest(bearing: str, indicator: str, after: str) -> Identifier:
    """Return the piece whose halves hold these parts: ``/{piece}{count}`` and perhaps a lot or serial."""
    value = with_check_digit(indicator + bearing, "GTIN", 14) + after[1:5]
    mark, text = after[5:9], after[9:]
    if mark == "/21/":
        return itip(value, serial=text)
    if mark == "/10/":
        return itip(value, lot=text)
    if mark:
        raise IdentifierInvalid(after, "rest", "The rest of a piece ends in its numbers, /10/… or /21/….")
    return itip(value)
