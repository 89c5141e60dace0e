"""From the halves of a GS1 key back to the identifier (docs/formats.md §1)."""

from traceability.identifiers.gs1.cpid import cpid_from_rest
from traceability.identifiers.gs1.gcn import gcn
from traceability.identifiers.gs1.gdti import gdti
from traceability.identifiers.gs1.giai import giai
from traceability.identifiers.gs1.ginc import ginc
from traceability.identifiers.gs1.gln import payee, pgln, sgln
from traceability.identifiers.gs1.gmn import gmn_from_rest
from traceability.identifiers.gs1.grai import grai
from traceability.identifiers.gs1.gsin import gsin
from traceability.identifiers.gs1.gsrn import gsrn, gsrnp
from traceability.identifiers.gs1.gtin import trade_item_from_rest
from traceability.identifiers.gs1.itip import itip_from_rest
from traceability.identifiers.gs1.sscc import sscc
from traceability.identifiers.gs1.values import with_check_digit
from traceability.identifiers.identifier import MAXIMUM_GS1_PREFIX, MINIMUM_GS1_PREFIX, Identifier
from traceability.identifiers.invalid import IdentifierInvalid


def gs1_from_halves(prefix: str, rest: str) -> Identifier:
    """Return the identifier of a company prefix (or a part of it) and a rest.

    Raises:
        IdentifierInvalid: no GS1 key has these halves.
    """
    if not (MINIMUM_GS1_PREFIX <= len(prefix) <= MAXIMUM_GS1_PREFIX and prefix.isascii() and prefix.isdecimal()):
        raise IdentifierInvalid(
            prefix, "prefix", f"A gs1 prefix has {MINIMUM_GS1_PREFIX} to {MAXIMUM_GS1_PREFIX} digits."
        )
    ai, slash, tail = rest.partition("/")
    if not slash:
        raise IdentifierInvalid(rest, "rest", "The rest begins with an application identifier and a slash.")
    if ai in {"01", "8006", "00"}:
        return _with_leading_digit(ai, prefix, tail)
    if ai in {"8004", "401", "8010", "8013"}:
        return {"8004": giai, "401": ginc, "8010": cpid_from_rest, "8013": gmn_from_rest}[ai](prefix + tail)
    if ai in {"8017", "8018", "402"}:
        build, length = {"8017": (gsrnp, 18), "8018": (gsrn, 18), "402": (gsin, 17)}[ai]
        return build(with_check_digit(prefix + tail, "key", length))
    left = 12 - len(prefix)
    digits, after = with_check_digit(prefix + tail[:left], "key", 13), tail[left:]
    match ai:
        case "414" if not after or after.startswith("/254/"):
            return sgln(digits, after[5:] if after else None)
        case "415" if not after or after.startswith("/8020/"):
            return payee(digits, after[6:] if after else None)
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
