"""Trade items: GTIN (class), LGTIN (lot), SGTIN (item) and UPUI (tobacco item); AI 01 with 10, 21, 235.

General Specifications §3.2, §3.4.1, §3.5.2; EPC Tag Data Standard §6.3.1, §6.3.14, §6.4.1.
"""

from collections.abc import Mapping

from traceability.identifiers.gs1.values import encoded, verify_key, verify_text, with_check_digit
from traceability.identifiers.identifier import Identifier, Level
from traceability.identifiers.invalid import IdentifierInvalid

SHORT_LENGTHS = frozenset({8, 12, 13})
"""Lengths of GTIN-8, GTIN-12 and GTIN-13, which zeros extend to 14."""


def fourteen_digits(digits: str) -> str:
    """Return a GTIN of 8, 12, 13 or 14 digits as 14 verified digits."""
    return verify_key(digits.zfill(14) if len(digits) in SHORT_LENGTHS else digits, "GTIN", 14)


def gtin(digits: str) -> Identifier:
    """Return the class of trade items with this GTIN."""
    digits = fourteen_digits(digits)
    return Identifier(
        "gs1", "gtin", f"https://id.gs1.org/01/{digits}", Level.CLASS, digits[1:13], f"01/{digits[0]}/", ""
    )


def lgtin(digits: str, lot: str) -> Identifier:
    """Return the lot of trade items with this GTIN and batch or lot number."""
    digits = fourteen_digits(digits)
    verify_text(lot, "lot", 20)
    canonical = f"https://id.gs1.org/01/{digits}/10/{encoded(lot)}"
    return Identifier("gs1", "lgtin", canonical, Level.LOT, digits[1:13], f"01/{digits[0]}/", f"/10/{lot}")


def sgtin(digits: str, serial: str) -> Identifier:
    """Return the single trade item with this GTIN and serial number."""
    digits = fourteen_digits(digits)
    verify_text(serial, "serial", 20)
    canonical = f"https://id.gs1.org/01/{digits}/21/{encoded(serial)}"
    return Identifier("gs1", "sgtin", canonical, Level.ITEM, digits[1:13], f"01/{digits[0]}/", f"/21/{serial}")


def upui(digits: str, serial: str) -> Identifier:
    """Return the single trade item with this GTIN and third-party serial (unique product identifier of unit packs)."""
    digits = fourteen_digits(digits)
    verify_text(serial, "third-party serial", 28)
    canonical = f"https://id.gs1.org/01/{digits}/235/{encoded(serial)}"
    return Identifier("gs1", "upui", canonical, Level.ITEM, digits[1:13], f"01/{digits[0]}/", f"/235/{serial}")


def trade_item(digits: str, qualifiers: Mapping[str, str]) -> Identifier:
    """Return the finest identifier that a GTIN and its qualifiers give: 21, else 235, else 10, else the class.

    A consumer product variant (22) and a lot beside a serial are attributes, not identity; they are still verified.
    """
    if (variant := qualifiers.get("22")) is not None:
        verify_text(variant, "variant", 20)
    lot, serial, third_party = qualifiers.get("10"), qualifiers.get("21"), qualifiers.get("235")
    if serial is not None:
        if lot is not None:
            verify_text(lot, "lot", 20)
        return sgtin(digits, serial)
    if third_party is not None:
        return upui(digits, third_party)
    if lot is not None:
        return lgtin(digits, lot)
    return gtin(digits)


def trade_item_from_rest(bearing: str, indicator: str, after: str) -> Identifier:
    """Return the trade item whose halves hold these parts; the check digit follows from them."""
    digits = with_check_digit(indicator + bearing, "GTIN", 14)
    if not after:
        return gtin(digits)
    for mark, build in (("/10/", lgtin), ("/21/", sgtin), ("/235/", upui)):
        if after.startswith(mark):
            return build(digits, after[len(mark) :])
    raise IdentifierInvalid(after, "rest", "The rest of a trade item ends in /10/…, /21/… or /235/….")
