"""Reading EPC URNs: ``urn:epc:id:…``, ``urn:epc:class:lgtin:…``, tags, and for classes ``urn:epc:idpat:….*``.

EPC Tag Data Standard §6: company prefix (6 to 12 digits), reference, and for most schemes a serial, parted by dots;
check digits are left out and percent-escapes stand for seven signs.
"""

import re
from collections.abc import Callable, Mapping

from traceability.identifiers.gs1.cpid import cpid
from traceability.identifiers.gs1.digital_link import percent_decoded
from traceability.identifiers.gs1.epc_tag import pure_identity_of
from traceability.identifiers.gs1.gcn import gcn
from traceability.identifiers.gs1.gdti import gdti
from traceability.identifiers.gs1.giai import giai
from traceability.identifiers.gs1.ginc import ginc
from traceability.identifiers.gs1.gln import pgln, sgln
from traceability.identifiers.gs1.grai import grai
from traceability.identifiers.gs1.gsin import gsin
from traceability.identifiers.gs1.gsrn import gsrn, gsrnp
from traceability.identifiers.gs1.gtin import gtin, lgtin, sgtin, upui
from traceability.identifiers.gs1.itip import itip
from traceability.identifiers.gs1.sscc import sscc
from traceability.identifiers.gs1.values import with_check_digit
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.invalid import IdentifierInvalid

_FORM = re.compile(r"urn:epc:(id|class|idpat):([a-z]+):([0-9]{6,12})\.([^.]*)(?:\.(.*))?", re.IGNORECASE | re.ASCII)
_ANY = "*"


def from_epc_urn(text: str) -> Identifier:
    """Return the identifier that an EPC URN names."""
    text = pure_identity_of(text)
    match = _FORM.fullmatch(text)
    if match is None:
        cure = "Write urn:epc:id: (or class, idpat), a scheme, a company prefix of 6 to 12 digits, a dot and the rest."
        raise IdentifierInvalid(text, "epc-form", cure)
    form, scheme, prefix, reference, serial = match.groups()
    read = _READERS.get((form.lower(), scheme.lower()))
    if read is None:
        cure = f"There is no EPC scheme {scheme!r} of the form urn:epc:{form}:."
        raise IdentifierInvalid(text, "epc-scheme", cure, place=match.start(2))
    if form.lower() == "idpat":
        serial = _class_of_pattern(scheme.lower(), serial, text)
    return read(prefix, reference, serial)


def _class_of_pattern(scheme: str, serial: str | None, text: str) -> str | None:
    """Return a pattern's serial without its star: nothing, or the piece numbers of an ITIP."""
    if scheme == "itip" and serial is not None and serial.endswith(f".{_ANY}"):
        return serial.removesuffix(f".{_ANY}")
    if serial != _ANY:
        raise IdentifierInvalid(
            text, "epc-pattern", "A pattern that names a class has a star for its serial, and only there."
        )
    return None


def _trade_item(prefix: str, reference: str) -> str:
    return with_check_digit(reference[:1] + prefix + reference[1:], "GTIN", 14)


def _key(prefix: str, reference: str) -> str:
    return with_check_digit(prefix + reference, "key", 13)


def _plain(serial: str | None, name: str) -> str:
    if not serial:
        raise IdentifierInvalid("", "serial-missing", f"Give the {name} behind the last dot.")
    return percent_decoded(serial)


def _reference(text: str) -> str:
    if not text:
        raise IdentifierInvalid("", "reference-missing", "Give the reference behind the company prefix and its dot.")
    return percent_decoded(text)


def _without_serial(serial: str | None) -> None:
    if serial is not None:
        raise IdentifierInvalid(
            serial, "epc-form", "This scheme has no serial: leave the second dot and what follows it out."
        )


def _sscc(prefix: str, reference: str, serial: str | None) -> Identifier:
    _without_serial(serial)
    return sscc(with_check_digit(reference[:1] + prefix + reference[1:], "SSCC", 18))


def _sgln(prefix: str, reference: str, serial: str | None) -> Identifier:
    extension = _plain(serial, "extension (0 where there is none)")
    return sgln(_key(prefix, reference), None if extension == "0" else extension)


def _pgln(prefix: str, reference: str, serial: str | None) -> Identifier:
    _without_serial(serial)
    return pgln(_key(prefix, reference))


def _gsrn(prefix: str, reference: str, serial: str | None) -> Identifier:
    _without_serial(serial)
    return gsrn(with_check_digit(prefix + reference, "GSRN", 18))


def _gsrnp(prefix: str, reference: str, serial: str | None) -> Identifier:
    _without_serial(serial)
    return gsrnp(with_check_digit(prefix + reference, "GSRN", 18))


def _gsin(prefix: str, reference: str, serial: str | None) -> Identifier:
    _without_serial(serial)
    return gsin(with_check_digit(prefix + reference, "GSIN", 17))


def _giai(prefix: str, reference: str, serial: str | None) -> Identifier:
    # The reference of a GIAI may hold dots, so what follows a second dot still belongs to it.
    return giai(prefix + _reference(reference if serial is None else f"{reference}.{serial}"))


def _ginc(prefix: str, reference: str, serial: str | None) -> Identifier:
    return ginc(prefix + _reference(reference if serial is None else f"{reference}.{serial}"))


def _itip(prefix: str, reference: str, serial: str | None) -> Identifier:
    parts = (serial or "").split(".", 2)
    if len(parts) < 2:
        raise IdentifierInvalid(
            serial or "", "epc-form", "Give the number of the piece and the count of pieces, two digits each."
        )
    value = _trade_item(prefix, reference) + parts[0] + parts[1]
    return itip(value, serial=percent_decoded(parts[2]) if len(parts) == 3 else None)


_READERS: Mapping[tuple[str, str], Callable[[str, str, str | None], Identifier]] = {
    ("id", "sgtin"): lambda p, r, s: sgtin(_trade_item(p, r), _plain(s, "serial")),
    ("id", "sscc"): _sscc,
    ("id", "sgln"): _sgln,
    ("id", "pgln"): _pgln,
    ("id", "grai"): lambda p, r, s: grai(_key(p, r), _plain(s, "serial")),
    ("id", "giai"): _giai,
    ("id", "gsrn"): _gsrn,
    ("id", "gsrnp"): _gsrnp,
    ("id", "gdti"): lambda p, r, s: gdti(_key(p, r), _plain(s, "serial")),
    ("id", "sgcn"): lambda p, r, s: gcn(_key(p, r), _plain(s, "serial")),
    ("id", "cpi"): lambda p, r, s: cpid(p + _reference(r), _plain(s, "serial")),
    ("id", "ginc"): _ginc,
    ("id", "gsin"): _gsin,
    ("id", "itip"): _itip,
    ("id", "upui"): lambda p, r, s: upui(_trade_item(p, r), _plain(s, "third-party serial")),
    ("class", "lgtin"): lambda p, r, s: lgtin(_trade_item(p, r), _plain(s, "lot")),
    ("idpat", "sgtin"): lambda p, r, _: gtin(_trade_item(p, r)),
    ("idpat", "upui"): lambda p, r, _: gtin(_trade_item(p, r)),
    ("idpat", "grai"): lambda p, r, _: grai(_key(p, r)),
    ("idpat", "gdti"): lambda p, r, _: gdti(_key(p, r)),
    ("idpat", "sgcn"): lambda p, r, _: gcn(_key(p, r)),
    ("idpat", "cpi"): lambda p, r, _: cpid(p + _reference(r)),
    ("idpat", "itip"): _itip,
}
"""The reader of each form and scheme: it takes the company prefix, the reference and the serial."""
