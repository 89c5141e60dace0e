"""Packages: SSCC, AI 00 (General Specifications §3.3.1; EPC Tag Data Standard §6.3.2)."""

from traceability.identifiers.gs1.values import verify_key
from traceability.identifiers.identifier import Identifier, Level


def sscc(digits: str) -> Identifier:
    """Return the logistic unit with this serial shipping container code of 18 digits."""
    verify_key(digits, "SSCC", 18)
    return Identifier(
        "gs1", "sscc", f"https://id.gs1.org/00/{digits}", Level.PACKAGE, digits[1:17], f"00/{digits[0]}/", ""
    )
