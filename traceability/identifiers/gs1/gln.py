"""Places and parties: GLN as a place (AI 414 with extension 254), as a party (417), as who is to be paid (415 with 8020).

General Specifications §3.7.9, §3.5.11, §3.7.12, §3.7.10; EPC Tag Data Standard §6.3.3 (SGLN) and §6.3.15 (PGLN).
"""

from traceability.identifiers.gs1.values import encoded, verify_key, verify_text
from traceability.identifiers.identifier import Identifier, Level


def sgln(digits: str, extension: str | None = None) -> Identifier:
    """Return the place with this GLN, or the part of it that the extension names."""
    verify_key(digits, "GLN", 13)
    if extension is None:
        return Identifier("gs1", "sgln", f"https://id.gs1.org/414/{digits}", Level.PLACE, digits[:12], "414/", "")
    verify_text(extension, "GLN extension", 20)
    canonical = f"https://id.gs1.org/414/{digits}/254/{encoded(extension)}"
    return Identifier("gs1", "sgln", canonical, Level.PLACE, digits[:12], "414/", f"/254/{extension}")


def pgln(digits: str) -> Identifier:
    """Return the party with this GLN."""
    verify_key(digits, "GLN", 13)
    return Identifier("gs1", "pgln", f"https://id.gs1.org/417/{digits}", Level.PARTY, digits[:12], "417/", "")


def payee(digits: str, slip: str | None = None) -> Identifier:
    """Return the party that is to be paid, or the payment slip of that party which the reference (8020) names."""
    verify_key(digits, "GLN", 13)
    if slip is None:
        return Identifier("gs1", "payee", f"https://id.gs1.org/415/{digits}", Level.PARTY, digits[:12], "415/", "")
    verify_text(slip, "payment slip reference", 25)
    canonical = f"https://id.gs1.org/415/{digits}/8020/{encoded(slip)}"
    return Identifier("gs1", "payee", canonical, Level.DOCUMENT, digits[:12], "415/", f"/8020/{slip}")
