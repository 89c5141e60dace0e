"""Service relations: GSRN of a recipient (AI 8018) and of a provider (AI 8017).

General Specifications §3.9.9, §3.9.10; EPC Tag Data Standard §6.3.6 and §6.3.16.
"""

from traceability.identifiers.gs1.values import verify_key
from traceability.identifiers.identifier import Identifier, Level


def gsrn(digits: str) -> Identifier:
    """Return the recipient of a service with this key of 18 digits."""
    verify_key(digits, "GSRN", 18)
    return Identifier("gs1", "gsrn", f"https://id.gs1.org/8018/{digits}", Level.PARTY, digits[:17], "8018/", "")


def gsrnp(digits: str) -> Identifier:
    """Return the provider of a service with this key of 18 digits."""
    verify_key(digits, "GSRN", 18)
    return Identifier("gs1", "gsrnp", f"https://id.gs1.org/8017/{digits}", Level.PARTY, digits[:17], "8017/", "")
