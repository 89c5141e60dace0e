"""GS1: keys as element strings, Digital Links and EPC URNs (General Specifications; Digital Link; EPC Tag Data Standard)."""

from collections.abc import Callable, Mapping

from traceability.identifiers.check_digits import has_gs1_check_digit
from traceability.identifiers.gs1.cpid import cpid_from_rest
from traceability.identifiers.gs1.element_string import GROUP_SEPARATOR, pairs_of, pairs_of_bracketed
from traceability.identifiers.gs1.epc_urn import from_epc_urn
from traceability.identifiers.gs1.gcn import gcn_value
from traceability.identifiers.gs1.gdti import gdti_value
from traceability.identifiers.gs1.giai import giai
from traceability.identifiers.gs1.ginc import ginc
from traceability.identifiers.gs1.gln import payee, pgln, sgln
from traceability.identifiers.gs1.gmn import gmn
from traceability.identifiers.gs1.grai import grai_value
from traceability.identifiers.gs1.gsin import gsin
from traceability.identifiers.gs1.gsrn import gsrn, gsrnp
from traceability.identifiers.gs1.gtin import gtin
from traceability.identifiers.gs1.halves import gs1_from_halves
from traceability.identifiers.gs1.itip import itip
from traceability.identifiers.gs1.keys import KEYS, identifier_of
from traceability.identifiers.gs1.sscc import sscc
from traceability.identifiers.identifier import GS1_PREFIXES, Identifier
from traceability.identifiers.scheme import CERTAIN, LIKELY, NO_LIKELIHOOD, POSSIBLE, Reader, Scheme

_BARE: Mapping[str, Callable[[str], Identifier]] = {
    "gtin": gtin,
    "sscc": sscc,
    "gln": sgln,
    "sgln": sgln,
    "pgln": pgln,
    "payee": payee,
    "grai": grai_value,
    "giai": giai,
    "gdti": gdti_value,
    "gsrn": gsrn,
    "gsrnp": gsrnp,
    "gcn": gcn_value,
    "gmn": gmn,
    "cpid": cpid_from_rest,
    "ginc": ginc,
    "gsin": gsin,
    "itip": itip,
}
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})


def _read(text: str, strict: bool) -> Identifier:
    if text[:1] == "(":
        return _of_pairs(pairs_of_bracketed(text, strict=strict), strict=strict)
    if text.isascii() and text.isdecimal():
        if len(text) in _GTIN_LENGTHS:
            return gtin(text)
        if len(text) == 18:
            return sscc(text)
    return _of_pairs(pairs_of(text, strict=strict, keys=False), strict=strict)


def _of_pairs(pairs: tuple[tuple[str, str], ...], *, strict: bool) -> Identifier:
    values = dict(pairs)
    if not strict and sum(number in KEYS for number in values) > 1:
        # A logistic label names its package first, and then the shipment that the package belongs to.
        number = next(number for number in values if number in KEYS)
        return KEYS[number](values[number], values)
    return identifier_of(values)


def _likelihood(text: str) -> int:
    first, length = text[0], len(text)
    if first in "(]" + GROUP_SEPARATOR:
        return CERTAIN
    if text.isascii() and text.isdecimal() and (length in _GTIN_LENGTHS or length == 18):
        return CERTAIN if length != 18 or has_gs1_check_digit(text) else LIKELY
    return POSSIBLE if length > 14 and first in "0123456789" else NO_LIKELIHOOD


def _kind(build: Callable[[str], Identifier]) -> Reader:
    return lambda text, _: build(text)


SCHEME = Scheme(
    name="gs1",
    title={"en": "GS1 identification key", "zh": "GS1标识"},
    source="GS1 General Specifications; GS1 Digital Link URI Syntax; EPC Tag Data Standard 2.1",
    read=_read,
    from_halves=gs1_from_halves,
    prefixes=GS1_PREFIXES,
    marks={"urn:epc:": lambda text, _: from_epc_urn(f"urn:epc:{text}")},
    kinds={kind: _kind(build) for kind, build in _BARE.items()},
    likelihood=_likelihood,
    rank=10,
    samples=(
        "6901234567892",
        "(01)06901234567892(10)L7(21)A/1",
        "010690123456789217270131\x1d21A1",
        "]d2010690123456789210L7\x1d21A1",
        "https://id.gs1.org/01/06901234567892/22/2A/10/L7/21/A%2F1?17=270131",
        "https://id.gs1.org/AQnYUc1gmkTaASxvp7z3tqfx6",
        "urn:epc:id:sgtin:6901234.056789.A%2F1",
        "urn:epc:class:lgtin:6901234.056789.L7",
        "urn:epc:idpat:sgtin:6901234.056789.*",
        "369012340000000079",
        "(00)369012340000000079",
        "(414)6901234000016(254)A1",
        "(417)6901234000016",
        "(415)6901234000016(8020)R-1",
        "(8003)06901234000016S1",
        "(8004)6901234.A.7",
        "(253)6901234000016D1",
        "(255)69012340000167",
        "(401)6901234X",
        "(402)40123452223334442",
        "(8006)069012345678920102(21)S",
        "(8010)6901234ABC-1(8011)7",
        "(8013)1987654Ad4X4bL5ttr2310c2K",
        "(8017)401234500000000074",
        "(8018)401234500000067657(8019)12",
    ),
)
