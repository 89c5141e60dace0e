"""One parser for every code that a person may scan or type; it classifies, then asks the scheme's own module."""

from collections.abc import Callable, Mapping

from traceability.identifiers.check_digits import has_gs1_check_digit
from traceability.identifiers.gs1.cpid import cpid_from_rest
from traceability.identifiers.gs1.digital_link import percent_decoded, web_address
from traceability.identifiers.gs1.element_string import GROUP_SEPARATOR, bracketed, element_string
from traceability.identifiers.gs1.epc_urn import from_epc_urn
from traceability.identifiers.gs1.gcn import gcn_value
from traceability.identifiers.gs1.gdti import gdti_value
from traceability.identifiers.gs1.giai import giai
from traceability.identifiers.gs1.ginc import ginc
from traceability.identifiers.gs1.gln import pgln, sgln
from traceability.identifiers.gs1.grai import grai_value
from traceability.identifiers.gs1.gsin import gsin
from traceability.identifiers.gs1.gsrn import gsrn, gsrnp
from traceability.identifiers.gs1.gtin import gtin
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.schemes.idis import idis_text, looks_like_idis
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.schemes.lei import lei
from traceability.identifiers.gs1.sscc import sscc
from traceability.identifiers.schemes.uscc import uscc

LONGEST = 2048
"""The longest text that is looked at, in characters."""

MOST_REMEMBERED = 8192
"""How many writings that were read lately are remembered."""

_recent: dict[str, Identifier] = {}
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_BARE: Mapping[str, Callable[[str], Identifier]] = {
    "gtin": gtin,
    "sscc": sscc,
    "gln": sgln,
    "sgln": sgln,
    "pgln": pgln,
    "grai": grai_value,
    "giai": giai,
    "gdti": gdti_value,
    "gsrn": gsrn,
    "gsrnp": gsrnp,
    "gcn": gcn_value,
    "cpid": cpid_from_rest,
    "ginc": ginc,
    "gsin": gsin,
    "idis": idis_text,
    "lei": lei,
}


def parse(text: str, *, strict: bool = True, kind: str | None = None) -> Identifier:
    """Return the identifier that a text names, in whichever writing.

    Understood are bare codes, element strings (scanned or with brackets), GS1 Digital Links and ``…/88.…/…`` of any
    domain, EPC URNs (instances, lots, patterns of classes), ``hdl:``, ``info:hdl/``, ``uscc:`` and ``lei:``. Digits
    alone are a GTIN (8, 12, 13, 14) or an SSCC (18); `kind` (``gln``, ``gsrn``, …) says where a bare code is another
    key. Not strict, spaces, hyphens and full-width signs are forgiven, and a USCC needs its outer check only.

    Raises:
        IdentifierInvalid: with the reason, the place and the cure; no other exception leaves this function.
    """
    if not isinstance(text, str):
        raise IdentifierInvalid(str(text), "not-text", "An identifier is a text.")
    if kind is not None or not strict:
        return _parsed(text, kind, strict=strict)
    found = _recent.get(text)
    if found is None:
        found = _parsed(text, None, strict=True)
        if len(_recent) >= MOST_REMEMBERED:
            _recent.clear()
        # The canonical form is asked for next: by the gate, the commitment and the projection of the same event.
        _recent[text] = _recent[found.canonical] = found
    return found


def _parsed(text: str, kind: str | None, *, strict: bool) -> Identifier:
    trimmed = text.strip(" \t\r\n")
    if not trimmed:
        raise IdentifierInvalid(text, "empty", "Give a code.")
    if len(trimmed) > LONGEST:
        raise IdentifierInvalid(text, "too-long", f"A code has at most {LONGEST} characters.", place=LONGEST)
    if not strict:
        trimmed = _forgiven(trimmed)
    try:
        return _bare(trimmed, kind, strict) if kind is not None else _classified(trimmed, strict)
    except IdentifierInvalid as refusal:
        # The scheme's module saw one value only; the person who asks sees the whole text.
        offset = max(text.find(refusal.text), 0)
        raise IdentifierInvalid(
            text, refusal.reason, refusal.cure, place=min(offset + refusal.place, len(text))
        ) from None


def _classified(text: str, strict: bool) -> Identifier:
    start = text[:8].lower()
    if start.startswith("urn:epc:"):
        return from_epc_urn(text)
    if start.startswith(("http://", "https://")):
        return web_address(text)
    if text[0] == "(":
        return bracketed(text)
    if text[0] in "]" + GROUP_SEPARATOR:
        return element_string(text)
    if start.startswith("hdl:"):
        return idis_text(text[4:])
    if text[:9].lower() == "info:hdl/":
        return idis_text(percent_decoded(text[9:]))
    if start.startswith("uscc:"):
        return uscc(text[5:], strict=strict)
    if start.startswith("lei:"):
        return lei(text[4:])
    if looks_like_idis(text):
        return idis_text(text)
    return _by_length(text, strict)


def _by_length(text: str, strict: bool) -> Identifier:
    digits = text.isascii() and text.isdecimal()
    length = len(text)
    if digits and length in {8, 12, 13, 14}:
        return gtin(text)
    if length == 18 and text.isalnum():
        # A USCC may be all digits; one that is also a right SSCC is read as what scanners read every day.
        return sscc(text) if digits and (has_gs1_check_digit(text) or not _is_uscc(text)) else uscc(text, strict=strict)
    if length == 20 and text.isalnum() and not (digits and text.startswith("00")):
        return lei(text)
    if text[0] in "0123456789" and length > 14:
        return element_string(text)
    cure = "Give a GTIN, SSCC, GS1 Digital Link, element string, EPC URN, an 88.…/… identifier, a USCC or an LEI."
    raise IdentifierInvalid(text, "unknown-form", cure)


def _bare(text: str, kind: str, strict: bool) -> Identifier:
    if kind == "uscc":
        return uscc(text, strict=strict)
    read = _BARE.get(kind)
    if read is None:
        raise IdentifierInvalid(kind, "unknown-kind", f"The kinds of bare codes are uscc, {', '.join(_BARE)}.")
    return read(text)


def _is_uscc(text: str) -> bool:
    try:
        uscc(text)
    except IdentifierInvalid:
        return False
    return True


def _forgiven(text: str) -> str:
    narrow = text.translate(_FULL_WIDTH).strip(" ")
    squeezed = narrow.replace(" ", "").replace("-", "")
    return squeezed if squeezed.isascii() and squeezed.isalnum() else narrow
