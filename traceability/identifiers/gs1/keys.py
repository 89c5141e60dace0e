"""The GS1 keys by application identifier, and their qualifiers (Digital Link URI Syntax §4)."""

from collections.abc import Callable, Mapping

from traceability.identifiers.gs1.application_identifiers import APPLICATION_IDENTIFIERS
from traceability.identifiers.gs1.cpid import cpid
from traceability.identifiers.gs1.gcn import gcn_value
from traceability.identifiers.gs1.gdti import gdti_value
from traceability.identifiers.gs1.giai import giai
from traceability.identifiers.gs1.ginc import ginc
from traceability.identifiers.gs1.gln import payee, pgln, sgln
from traceability.identifiers.gs1.gmn import gmn
from traceability.identifiers.gs1.grai import grai_value
from traceability.identifiers.gs1.gsin import gsin
from traceability.identifiers.gs1.gsrn import gsrn, gsrnp
from traceability.identifiers.gs1.gtin import trade_item
from traceability.identifiers.gs1.itip import itip
from traceability.identifiers.gs1.sscc import sscc
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.invalid import IdentifierInvalid

KEYS: Mapping[str, Callable[[str, Mapping[str, str]], Identifier]] = {
    "00": lambda value, _: sscc(value),
    "01": trade_item,
    "253": lambda value, _: gdti_value(value),
    "255": lambda value, _: gcn_value(value),
    "401": lambda value, _: ginc(value),
    "402": lambda value, _: gsin(value),
    "414": lambda value, qualifiers: sgln(value, qualifiers.get("254")),
    "415": lambda value, qualifiers: payee(value, qualifiers.get("8020")),
    "417": lambda value, _: pgln(value),
    "8003": lambda value, _: grai_value(value),
    "8004": lambda value, _: giai(value),
    "8006": lambda value, qualifiers: itip(value, serial=qualifiers.get("21"), lot=qualifiers.get("10")),
    "8010": lambda value, qualifiers: cpid(value, qualifiers.get("8011")),
    "8013": lambda value, _: gmn(value),
    "8017": lambda value, _: gsrnp(value),
    "8018": lambda value, _: gsrn(value),
}
"""How each primary key is read from its value and its qualifiers."""

QUALIFIERS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    key: APPLICATION_IDENTIFIERS[key].qualifiers for key in KEYS if APPLICATION_IDENTIFIERS[key].qualifiers
}
"""The qualifiers of each primary key in their order, alternatives apart; a key that is not named has none."""

FORMER_KEYS = frozenset({"410", "411", "412", "413", "416"})
"""Application identifiers that began a Digital Link in older editions; read where reading is lenient, and no identity."""

SHORT_NAMES: Mapping[str, str] = {
    "sscc": "00",
    "gtin": "01",
    "lot": "10",
    "ser": "21",
    "cpv": "22",
    "gdti": "253",
    "glnx": "254",
    "gcn": "255",
    "ginc": "401",
    "gsin": "402",
    "gln": "414",
    "payTo": "415",
    "party": "417",
    "grai": "8003",
    "giai": "8004",
    "itip": "8006",
    "cpid": "8010",
    "cpsn": "8011",
    "gmn": "8013",
    "gsrnp": "8017",
    "gsrn": "8018",
    "srin": "8019",
    "refno": "8020",
}
"""Names that older editions of the Digital Link standard allowed for numbers; read where reading is lenient."""


def qualifiers_among(key: str, numbers: Mapping[str, str]) -> tuple[str, ...]:
    """Return those application identifiers that qualify a key, in their order; the first of them tells the alternative."""
    sequences = QUALIFIERS.get(key, ())
    for number in numbers if sequences else ():
        for sequence in sequences:
            if number in sequence:
                return tuple(other for other in sequence if other in numbers)
    return ()


def key_among(values: Mapping[str, str]) -> str:
    """Return the one primary key among application identifiers.

    Raises:
        IdentifierInvalid: there is no primary key among them, or more than one.
    """
    keys = [number for number in values if number in KEYS]
    if len(keys) == 1:
        return keys[0]
    reason, cure = ("key-missing", "Give the key itself, such as (01) or (00), not only what belongs to it.")
    if keys:
        reason, cure = "keys-many", f"One code names one thing; this names {' and '.join(keys)}."
    raise IdentifierInvalid("".join(f"({number}){value}" for number, value in values.items()), reason, cure)


def identifier_of(values: Mapping[str, str]) -> Identifier:
    """Return the identifier that application identifiers and their values name together.

    Raises:
        IdentifierInvalid: there is no primary key among them, or more than one, or a value is wrong.
    """
    key = key_among(values)
    return KEYS[key](values[key], values)
