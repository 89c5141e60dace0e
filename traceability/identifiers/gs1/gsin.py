"""Shipments: GSIN, AI 402 (General Specifications §3.7.3; EPC Tag Data Standard §6.3.13)."""

from traceability.identifiers.gs1.values import verify_key
from traceability.identifiers.identifier import Identifier, Level


def gsin(digits: str) -> Identifier:
    """Return the shipment with this key of 17 digits."""
    verify_key(digits, "GSIN", 17)
    return Identifier("gs1", "gsin", f"https://id.gs1.org/402/{digits}", Level.DOCUMENT, digits[:16], "402/", "")
