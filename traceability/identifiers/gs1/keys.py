"""The GS1 keys that EPCIS uses, by application identifier, and their qualifiers (Digital Link URI Syntax §4)."""

from collections.abc import Callable, Mapping

from traceability.identifiers.gs1.cpid import cpid
from traceability.identifiers.gs1.gcn import gcn_value
from traceability.identifiers.gs1.gdti import gdti_value
from traceability.identifiers.gs1.giai import giai
from traceability.identifiers.gs1.ginc import ginc
from traceability.identifiers.gs1.gln import pgln, sgln
from traceability.identifiers.gs1.grai import grai_value
from traceability.identifiers.gs1.gsin import gsin
from traceability.identifiers.gs1.gsrn import gsrn, gsrnp
from traceability.identifiers.gs1.gtin import trade_item
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.gs1.itip import itip
from traceability.identifiers.gs1.sscc import sscc

_NO_QUALIFIERS: Mapping[str, str] = {}

KEYS: Mapping[str, Callable[[str, dict[str, str]], Identifier]] = {
    "00": lambda value, _: sscc(value),
    "01": trade_item,
    "253": lambda value, _: gdti_value(value),
    "255": lambda value, _: gcn_value(value),
    "401": lambda value, _: ginc(value),
    "402": lambda value, _: gsin(value),
    "414": lambda value, qualifiers: sgln(value, qualifiers.get("254")),
    "417": lambda value, _: pgln(value),
    "8003": lambda value, _: grai_value(value),
    "8004": lambda value, _: giai(value),
    "8006": lambda value, qualifiers: itip(value, serial=qualifiers.get("21"), lot=qualifiers.get("10")),
    "8010": lambda value, qualifiers: cpid(value, qualifiers.get("8011")),
    "8017": lambda value, _: gsrnp(value),
    "8018": lambda value, _: gsrn(value),
}
"""How each primary key is read from its value and its qualifiers."""

QUALIFIERS: Mapping[str, frozenset[str]] = {
    "01": frozenset({"22", "10", "21", "235"}),
    "414": frozenset({"254", "7040"}),
    "417": frozenset({"7040"}),
    "8006": frozenset({"22", "10", "21"}),
    "8010": frozenset({"8011"}),
    "8017": frozenset({"8019"}),
    "8018": frozenset({"8019"}),
}
"""The qualifiers of each primary key; a key that is not named has none."""

KEY_BY_QUALIFIER = frozenset().union(*QUALIFIERS.values())
"""Every application identifier that is a qualifier of some key."""


def identifier_of(values: dict[str, str]) -> Identifier:
    """Return the identifier that application identifiers and their values name together.

    Raises:
        IdentifierInvalid: there is no primary key among them, or more than one, or a value is wrong.
    """
    keys = [ai for ai in values if ai in KEYS]
    if len(keys) != 1:
        reason, cure = ("key-missing", "Give the key itself, such as (01) or (00), not only what belongs to it.")
        if keys:
            reason, cure = "keys-many", f"One code names one thing; this names {' and '.join(keys)}."
        raise IdentifierInvalid("".join(f"({ai}){value}" for ai, value in values.items()), reason, cure)
    return KEYS[keys[0]](values[keys[0]], values)
