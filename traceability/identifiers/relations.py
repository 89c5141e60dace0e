"""From halves back to the identifier, and from an item to its lot and class (docs/formats.md §1)."""

from traceability.identifiers.gs1.cpid import cpid_from_rest
from traceability.identifiers.gs1.gcn import gcn
from traceability.identifiers.gs1.gdti import gdti
from traceability.identifiers.gs1.grai import grai
from traceability.identifiers.gs1.gtin import gtin, lgtin
from traceability.identifiers.gs1.itip import itip_from_rest
from traceability.identifiers.gs1.values import with_check_digit
from traceability.identifiers.identifier import Identifier, Level, Prefix
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.registry import REGISTRY


def from_halves(prefix: Prefix, rest: str) -> Identifier:
    """Return the identifier whose halves these are.

    Raises:
        IdentifierInvalid: no identifier has these halves.
    """
    return REGISTRY.from_halves(prefix, rest)


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


def ancestors(identifier: Identifier, lot: str | None = None) -> tuple[Identifier, ...]:
    """Return the identifier, the lot where one is told, and the class, the finest first: the levels to walk up.

    Raises:
        IdentifierInvalid: a lot is told for what has no lots, or it is no lot number.
    """
    levels = [identifier]
    if lot is not None:
        levels.append(lot_of(identifier, lot))
    if (above := class_of(identifier)) is not None:
        levels.append(above)
    return tuple(dict.fromkeys(levels))
