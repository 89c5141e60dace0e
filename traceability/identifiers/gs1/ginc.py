"""Consignments: GINC, AI 401 (General Specifications §3.7.2; EPC Tag Data Standard §6.3.12)."""

from traceability.identifiers.gs1.giai import verify_company_prefix
from traceability.identifiers.gs1.values import encoded, verify_text
from traceability.identifiers.identifier import MINIMUM_GS1_PREFIX, Identifier, Level


def ginc(value: str) -> Identifier:
    """Return the consignment with this identifier, which begins with its company prefix."""
    verify_text(value, "GINC", 30, shortest=MINIMUM_GS1_PREFIX + 1)
    verify_company_prefix(value, "GINC")
    return Identifier("gs1", "ginc", f"https://id.gs1.org/401/{encoded(value)}", Level.DOCUMENT, value, "401/", "")
