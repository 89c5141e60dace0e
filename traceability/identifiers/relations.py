"""From halves back to the identifier, and from an item to its lot and class (docs/formats.md §1)."""

from traceability.identifiers.gs1.cpid import cpid_from_rest
from traceability.identifiers.gs1.gcn import gcn
from traceability.identifiers.gs1.gdti import gdti
from traceability.identifiers.gs1.giai import giai
from traceability.identifiers.gs1.ginc import ginc
from traceability.identifiers.gs1.gln import pgln, sgln
from traceability.identifiers.gs1.grai import grai
from traceability.identifiers.gs1.values import with_check_digit
from traceability.identifiers.gs1.gsin import gsin
from traceability.identifiers.gs1.gsrn import gsrn, gsrnp
from traceability.identifiers.gs1.gtin import gtin, lgtin, trade_item_from_rest
from traceability.identifiers.identifier import MAXIMUM_GS1_PREFIX, MINIMUM_GS1_PREFIX, Identifier, Level, Prefix
from traceability.identifiers.schemes.idis import idis
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.gs1.itip import itip_from_rest
from traceability.identifiers.schemes.lei import lei
from traceability.identifiers.gs1.sscc import sscc
from traceability.identifiers.schemes.uscc import uscc


def from_halves(prefix: Prefix, rest: str) -> Identifier:
    """Return the identifier whose halves these are.

    Raises:
        IdentifierInvalid: no identifier has these halves.
    """
    match prefix.scheme:
        case "gs1":
            identifier = _gs1_from_halves(prefix.text, rest)
            if identifier.halves(len(prefix.text)) != (prefix, rest):
                raise IdentifierInvalid(rest, "rest", "The rest is not written as formats.md §1 says.")
            return identifier
        case "idis":
            return idis(prefix.text, rest)
        case "uscc" | "lei" if rest:
            raise IdentifierInvalid(rest, "rest", f"A {prefix.scheme} identifier has an empty rest.")
        case "uscc":
            return uscc(prefix.text)
        case "lei":
            return lei(prefix.text)
    raise IdentifierInvalid(prefix.scheme, "scheme", "The schemes of prefixes are gs1, idis, uscc and lei.")


def class_of(identifier: Identifier) -> Identifier | None:
    """Return the class that an item or lot belongs to, or None where its scheme has no classes."""
    if identifier.level is Level.CLASS:
        return identifier
    match identifier.kind:
        case "lgtin" | "sgtin" | "upui":
            return gtin(with_check_digit(identifier.before[3] + identifier.bearing, "GTIN", 14))
        case "itip":
            return itip_from_rest(identifier.bearing, identifier.before[5], identifier.after[:5])
        case "grai":
            return grai(with_check_digit(identifier.bearing, "GRAI", 13))
        case "gdti":
            return gdti(with_check_digit(identifier.bearing, "GDTI", 13))
        case "gcn":
            return gcn(with_check_digit(identifier.bearing, "GCN", 13))
        case "cpid":
            return cpid_from_rest(identifier.bearing)
    return None


def lot_of(identifier: Identifier, lot: str) -> Identifier:
    """Return the lot of a trade item (or of its class) with this batch or lot number.

    Raises:
        IdentifierInvalid: the identifier is of no trade item, or the lot is no lot number.
    """
    if identifier.kind not in {"gtin", "lgtin", "sgtin", "upui"}:
        raise IdentifierInvalid(identifier.canonical, "no-lots", "Only trade items (GTIN) have lots.")
    return lgtin(with_check_digit(identifier.before[3] + identifier.bearing, "GTIN", 14), lot)


def _gs1_from_halves(prefix: str, rest: str) -> Identifier:
    if not (MINIMUM_GS1_PREFIX <= len(prefix) <= MAXIMUM_GS1_PREFIX and prefix.isascii() and prefix.isdecimal()):
        raise IdentifierInvalid(
            prefix, "prefix", f"A gs1 prefix has {MINIMUM_GS1_PREFIX} to {MAXIMUM_GS1_PREFIX} digits."
        )
    ai, slash, tail = rest.partition("/")
    if not slash:
        raise IdentifierInvalid(rest, "rest", "The rest begins with an application identifier and a slash.")
    if ai in {"01", "8006", "00"}:
        return _with_leading_digit(ai, prefix, tail)
    if ai in {"8004", "401", "8010"}:
        return {"8004": giai, "401": ginc, "8010": cpid_from_rest}[ai](prefix + tail)
    if ai in {"8017", "8018", "402"}:
        build, length = {"8017": (gsrnp, 18), "8018": (gsrn, 18), "402": (gsin, 17)}[ai]
        return build(with_check_digit(prefix + tail, "key", length))
    left = 12 - len(prefix)
    digits, after = with_check_digit(prefix + tail[:left], "key", 13), tail[left:]
    match ai:
        case "414" if not after or after.startswith("/254/"):
            return sgln(digits, after[5:] if after else None)
        case "417" if not after:
            return pgln(digits)
        case "8003" | "253" | "255":
            return {"8003": grai, "253": gdti, "255": gcn}[ai](digits, after[1:])
    raise IdentifierInvalid(rest, "rest", "No GS1 key has this rest.")


def _with_leading_digit(ai: str, prefix: str, tail: str) -> Identifier:
    """Read the rest of a key whose first digit (indicator, extension) stands before the company prefix."""
    if tail[1:2] != "/":
        raise IdentifierInvalid(tail, "rest", "One digit and a slash follow the application identifier.")
    left = (16 if ai == "00" else 12) - len(prefix)
    bearing, after = prefix + tail[2 : 2 + left], tail[2 + left :]
    if ai == "00":
        return sscc(with_check_digit(tail[0] + bearing + after, "SSCC", 18))
    return (trade_item_from_rest if ai == "01" else itip_from_rest)(bearing, tail[0], after)
