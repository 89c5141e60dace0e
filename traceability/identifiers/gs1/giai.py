"""Individual assets: GIAI, AI 8004 (General Specifications §3.9.4; EPC Tag Data Standard §6.3.5)."""

from traceability.identifiers.gs1.values import encoded, verify_text
from traceability.identifiers.identifier import MINIMUM_GS1_PREFIX, Identifier, Level
from traceability.identifiers.invalid import IdentifierInvalid


def giai(value: str) -> Identifier:
    """Return the asset with this identifier, which begins with its company prefix."""
    verify_text(value, "GIAI", 30, shortest=MINIMUM_GS1_PREFIX + 1)
    verify_company_prefix(value, "GIAI")
    return Identifier("gs1", "giai", f"https://id.gs1.org/8004/{encoded(value)}", Level.ITEM, value, "8004/", "")


def verify_company_prefix(value: str, name: str) -> None:
    """Raise unless the value begins with as many digits as the shortest prefix has."""
    head = value[:MINIMUM_GS1_PREFIX]
    if not (head.isascii() and head.isdecimal()):
        cure = f"A {name} begins with its GS1 company prefix, which is digits."
        raise IdentifierInvalid(value, "company-prefix", cure)
