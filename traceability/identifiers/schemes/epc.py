"""EPC schemes that are no GS1 keys: GID, US DoD, ADI (aerospace and defence), IMOVN (vessels); EPC Tag Data Standard §6.3.

Their canonical form is their EPC URN. The prefix is the scheme and who assigns numbers in it (the manager of a GID, the
CAGE or DoDAAC code); a vessel's number has no such part and is granted as a whole.
"""

import re

from traceability.identifiers.gs1.digital_link import percent_decoded
from traceability.identifiers.identifier import MAXIMUM_PREFIX, Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import Reader, Scheme

_FORMS = {
    "gid": re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,7})\.(0|[1-9][0-9]{0,10}|\*)"),
    "usdod": re.compile(r"([0-9A-HJ-NP-Z]{5,6})\.(0|[1-9][0-9]{0,10})()"),
    "adi": re.compile(r"([0-9A-HJ-NP-Z]{5,6})\.((?:[0-9A-Z-]|%2F){0,32})\.((?:%23)?(?:[0-9A-Z-]|%2F){1,30})"),
    "imovn": re.compile(r"([0-9]{7})()()"),
}
_SAYS = {
    "gid": "manager, class and serial as numbers, joined by dots",
    "usdod": "a CAGE code or DoDAAC and a number, joined by a dot",
    "adi": "a CAGE code or DoDAAC, a part number (or nothing) and a serial, joined by dots",
    "imovn": "seven digits",
}
_LARGEST = {"gid": (2**28 - 1, 2**24 - 1, 2**36 - 1), "usdod": (None, 2**36 - 1, None)}


def epc(scheme: str, text: str, form: str = "id") -> Identifier:
    """Return what an EPC of one of these schemes names; with ``idpat``, the class of a GID."""
    match = _FORMS[scheme].fullmatch(text)
    if match is None or (match.group(3) == "*") != (form == "idpat"):
        raise IdentifierInvalid(text, "epc-form", f"Behind urn:epc:{form}:{scheme}: stands {_SAYS[scheme]}.")
    for largest, number in zip(_LARGEST.get(scheme, ()), match.groups(), strict=False):
        if largest is not None and number != "*" and int(number) > largest:
            raise IdentifierInvalid(text, "number", f"This number is at most {largest}.", place=text.index(number))
    if scheme == "imovn" and sum(int(digit) * (7 - place) for place, digit in enumerate(text[:6])) % 10 != int(text[6]):
        cure = "The last digit checks the others: compare the number with the ship's papers."
        raise IdentifierInvalid(text, "check-digit", cure, place=6)
    percent_decoded(text)
    bearing = f"{scheme}:{match.group(1)}"
    rest = text[len(match.group(1)) + 1 :]
    level = Level.CLASS if form == "idpat" else Level.ITEM
    return Identifier("epc", scheme, f"urn:epc:{form}:{scheme}:{text}", level, bearing, "", rest)


def _from_halves(prefix: str, rest: str) -> Identifier:
    scheme, _, first = prefix.partition(":")
    if scheme not in _FORMS:
        raise IdentifierInvalid(prefix, "prefix", f"A prefix begins with one of {', '.join(_FORMS)} and a colon.")
    return epc(scheme, f"{first}.{rest}" if rest else first, "idpat" if rest.endswith("*") else "id")


def _reader(scheme: str, form: str = "id") -> Reader:
    return lambda text, _: epc(scheme, text, form)


def _whole(text: str, _: bool) -> Identifier:
    parts = text.split(":", 4)
    if len(parts) != 5 or parts[:2] != ["urn", "epc"] or parts[3] not in _FORMS or parts[2] not in {"id", "idpat"}:
        raise IdentifierInvalid(text, "epc-form", "Give the whole EPC URN, such as urn:epc:id:gid:1.2.3.")
    return epc(parts[3], parts[4], parts[2])


SCHEME = Scheme(
    name="epc",
    title={"en": "EPC that is no GS1 key", "zh": "非GS1的EPC"},
    source="EPC Tag Data Standard 2.1 §6.3",
    read=_whole,
    from_halves=_from_halves,
    prefixes=PrefixRule(5, MAXIMUM_PREFIX),
    marks={
        **{f"urn:epc:id:{scheme}:": _reader(scheme) for scheme in _FORMS},
        "urn:epc:idpat:gid:": _reader("gid", "idpat"),
    },
    kinds={scheme: _reader(scheme) for scheme in _FORMS},
    rank=70,
    samples=(
        "urn:epc:id:gid:95100000.12345.400",
        "urn:epc:idpat:gid:95100000.12345.*",
        "urn:epc:id:usdod:2S194.12345678901",
        "urn:epc:id:adi:35962.PQ7VZ4.M37GXB92",
        "urn:epc:id:imovn:9176187",
    ),
)
