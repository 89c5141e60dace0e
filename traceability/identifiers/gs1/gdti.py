"""Documents: GDTI, AI 253 (General Specifications §3.5.10; EPC Tag Data Standard §6.3.7)."""

from traceability.identifiers.gs1.values import encoded, verify_key, verify_text
from traceability.identifiers.identifier import Identifier, Level


def gdti(digits: str, serial: str = "") -> Identifier:
    """Return the document with this 13-digit key, a single one where there is a serial, else its type."""
    verify_key(digits, "GDTI", 13)
    if not serial:
        return Identifier("gs1", "gdti", f"https://id.gs1.org/253/{digits}", Level.CLASS, digits[:12], "253/", "")
    verify_text(serial, "GDTI serial", 17)
    canonical = f"https://id.gs1.org/253/{digits}{encoded(serial)}"
    return Identifier("gs1", "gdti", canonical, Level.ITEM, digits[:12], "253/", f"/{serial}")


def gdti_value(value: str) -> Identifier:
    """Return the GDTI that a value of AI 253 names: 13 digits, an optional serial."""
    return gdti(value[:13], value[13:])
