"""Product models: GMN, AI 8013, of 25 characters at most with a check character pair (General Specifications §3.9.7)."""

from traceability.identifiers.check_digits import gs1_check_pair
from traceability.identifiers.gs1.giai import verify_company_prefix
from traceability.identifiers.gs1.values import encoded, verify_text
from traceability.identifiers.identifier import MINIMUM_GS1_PREFIX, Identifier, Level
from traceability.identifiers.invalid import IdentifierInvalid


def gmn(value: str) -> Identifier:
    """Return the model with this number, which begins with its company prefix and ends with its check characters."""
    verify_text(value, "GMN", 25, shortest=MINIMUM_GS1_PREFIX + 3)
    verify_company_prefix(value, "GMN")
    if gs1_check_pair(value[:-2]) != value[-2:]:
        cure = "Read the code again: its last two characters check the others."
        raise IdentifierInvalid(value, "check-pair", cure, place=len(value) - 2)
    return Identifier("gs1", "gmn", f"https://id.gs1.org/8013/{encoded(value)}", Level.CLASS, value[:-2], "8013/", "")


def gmn_from_rest(value: str) -> Identifier:
    """Return the model whose halves hold this value; its check characters follow from it."""
    verify_text(value, "GMN without its check characters", 23, shortest=MINIMUM_GS1_PREFIX + 1)
    return gmn(value + gs1_check_pair(value))
