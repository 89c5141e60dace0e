"""Coupons: GCN, AI 255 (General Specifications §3.5.12; EPC Tag Data Standard §6.3.10, SGCN)."""

from traceability.identifiers.gs1.values import verify_digits, verify_key
from traceability.identifiers.identifier import Identifier, Level


def gcn(digits: str, serial: str = "") -> Identifier:
    """Return the coupon with this 13-digit key, a single one where there is a serial, else its type."""
    verify_key(digits, "GCN", 13)
    if not serial:
        return Identifier("gs1", "gcn", f"https://id.gs1.org/255/{digits}", Level.CLASS, digits[:12], "255/", "")
    verify_digits(serial, "GCN serial", 12)
    return Identifier(
        "gs1", "gcn", f"https://id.gs1.org/255/{digits}{serial}", Level.ITEM, digits[:12], "255/", f"/{serial}"
    )


def gcn_value(value: str) -> Identifier:
    """Return the GCN that a value of AI 255 names: 13 digits, an optional serial."""
    return gcn(value[:13], value[13:])
