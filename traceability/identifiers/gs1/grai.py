"""Returnable assets: GRAI, AI 8003 (General Specifications §3.9.3; EPC Tag Data Standard §6.3.4)."""

from traceability.identifiers.gs1.values import encoded, verify_key, verify_text
from traceability.identifiers.identifier import Identifier, Level
from traceability.identifiers.invalid import IdentifierInvalid


def grai(digits: str, serial: str = "") -> Identifier:
    """Return the returnable asset with this 13-digit key, a single one where there is a serial, else its type."""
    verify_key(digits, "GRAI", 13)
    if not serial:
        return Identifier("gs1", "grai", f"https://id.gs1.org/8003/0{digits}", Level.CLASS, digits[:12], "8003/", "")
    verify_text(serial, "GRAI serial", 16)
    canonical = f"https://id.gs1.org/8003/0{digits}{encoded(serial)}"
    return Identifier("gs1", "grai", canonical, Level.ITEM, digits[:12], "8003/", f"/{serial}")


def grai_value(value: str) -> Identifier:
    """Return the GRAI that a value of AI 8003 names: a zero, 13 digits, an optional serial."""
    if not value.startswith("0"):
        raise IdentifierInvalid(value, "leading-zero", "A GRAI in AI 8003 begins with a zero before its 13 digits.")
    return grai(value[1:14], value[14:])
