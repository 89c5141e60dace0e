"""Components and parts: CPID, AI 8010 with serial 8011.

General Specifications §3.9.5, §3.9.6; EPC Tag Data Standard §6.3.9.
"""

from traceability.identifiers.gs1.giai import verify_company_prefix
from traceability.identifiers.gs1.values import encoded, verify_component_text, verify_digits
from traceability.identifiers.identifier import MINIMUM_GS1_PREFIX, Identifier, Level
from traceability.identifiers.invalid import IdentifierInvalid

_SERIAL_MARK = "/8011/"


def cpid(value: str, serial: str | None = None) -> Identifier:
    """Return the component with this identifier, a single one where there is a serial, else its type."""
    verify_component_text(value, "component identifier", 30)
    verify_company_prefix(value, "component identifier")
    if len(value) <= MINIMUM_GS1_PREFIX:
        raise IdentifierInvalid(
            value, "length", "Give a component identifier with a reference behind its company prefix."
        )
    if _SERIAL_MARK in value:
        cure = f"A component identifier cannot hold {_SERIAL_MARK!r}: its halves would be those of one with a serial."
        raise IdentifierInvalid(value, "ambiguous", cure)
    if serial is None:
        return Identifier("gs1", "cpid", f"https://id.gs1.org/8010/{encoded(value)}", Level.CLASS, value, "8010/", "")
    verify_digits(serial, "component serial", 12)
    canonical = f"https://id.gs1.org/8010/{encoded(value)}{_SERIAL_MARK}{serial}"
    return Identifier("gs1", "cpid", canonical, Level.ITEM, value, "8010/", f"{_SERIAL_MARK}{serial}")


def cpid_from_rest(value: str) -> Identifier:
    """Return the component whose value and serial stand in one text, as in the rest of its halves."""
    reference, mark, serial = value.rpartition(_SERIAL_MARK)
    return cpid(reference, serial) if mark else cpid(value)
