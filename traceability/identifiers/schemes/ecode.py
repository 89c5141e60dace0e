"""Ecode: a version, the number of a numbering system (NSI) and a code of that system (GB/T 31866).

Of the versions of 2015, V1 to V3 stand as they were in the edition of 2023; V0, which was binary, is since then kept for
GS1 codes, so that what stands behind the 0 is read as one; V4 (any characters) is of 2015 only. The tables of lengths
are from secondary sources (docs/decisions/0014) and await confirmation against the standard's text.
"""

import re
from dataclasses import dataclass

from traceability.identifiers.identifier import Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import Reader, Scheme
from traceability.identifiers.schemes import gs1

EDITIONS = (2015, 2023)
"""The editions of GB/T 31866 whose rules are told apart."""

_RULE = PrefixRule(5, 24, whole=False)


@dataclass(frozen=True, slots=True)
class _Version:
    """The form of one version: NSI and code."""

    system: re.Pattern[str]
    code: re.Pattern[str]
    says: str


_VERSIONS = {
    "0": _Version(re.compile(r"[0-9A-F]{2}"), re.compile(r"[0-9A-F]{1,61}"), "2 and up to 61 hexadecimal digits"),
    "1": _Version(re.compile(r"[0-9]{4}"), re.compile(r"[0-9]{1,20}"), "4 and up to 20 digits"),
    "2": _Version(re.compile(r"[0-9]{4}"), re.compile(r"[0-9]{1,28}"), "4 and up to 28 digits"),
    "3": _Version(re.compile(r"[0-9A-Z]{5}"), re.compile(r"[0-9A-Za-z]{1,39}"), "5 and up to 39 letters or digits"),
    "4": _Version(re.compile(r"[0-9A-Z]{5}"), re.compile(r"[^\s].{0,199}"), "5 letters or digits and up to 200 signs"),
}


def ecode(text: str, edition: int) -> Identifier:
    """Return what an Ecode stands for by the rules of an edition; V0 of 2023 is the GS1 code behind it.

    Raises:
        IdentifierInvalid: it is none of that edition.
    """
    version = text[:1]
    if version == "0" and edition == 2023:
        return gs1.SCHEME.read(text[1:] or " ", True)
    form = _VERSIONS.get(version)
    if form is None or (version == "4" and edition == 2023):
        known = "0 to 4" if edition == 2015 else "0 to 3"
        raise IdentifierInvalid(text, "version", f"The versions of Ecode of {edition} are {known}.")
    at = 6 if version in {"3", "4"} else 3 if version == "0" else 5
    system, code = text[1:at], text[at:]
    if not form.system.fullmatch(system):
        raise IdentifierInvalid(text, "numbering-system", f"V{version} has {form.says}.", place=1)
    if not form.code.fullmatch(code) or not code.isprintable():
        raise IdentifierInvalid(text, "length" if not code else "code", f"V{version} has {form.says}.", place=at)
    kind = "ecode-2015" if version in {"0", "4"} else "ecode"
    canonical = f"ecode:{text}"
    if version == "4":
        # The code may be of any characters; a prefix on the chain is of printable ASCII.
        return Identifier("ecode", kind, canonical, Level.ITEM, text[:at], "", code, open_level=True)
    return Identifier("ecode", kind, canonical, Level.ITEM, text, "", "", _RULE, open_level=True)


def editions_of(text: str) -> tuple[int, ...]:
    """Return the editions by whose rules a text is an Ecode."""
    return tuple(edition for edition in EDITIONS if _is_of(text, edition))


def _is_of(text: str, edition: int) -> bool:
    try:
        ecode(text, edition)
    except IdentifierInvalid:
        return False
    return True


def _read(text: str, _: bool) -> Identifier:
    """Read by the edition in force, and what that does not know by the one before."""
    try:
        return ecode(text, 2023)
    except IdentifierInvalid as refusal:
        if text[:1] not in {"0", "4"}:
            raise
        try:
            return ecode(text, 2015)
        except IdentifierInvalid:
            raise refusal from None


def _by(edition: int) -> Reader:
    return lambda text, _: ecode(text, edition)


SCHEME = Scheme(
    name="ecode",
    title={"en": "Ecode", "zh": "物品编码Ecode"},
    source="GB/T 31866-2023, GB/T 31866-2015",
    read=_read,
    from_halves=lambda prefix, rest: _read(prefix + rest, True),
    prefixes=_RULE,
    marks={"ecode:": _read},
    kinds={"ecode-2015": _by(2015), "ecode-2023": _by(2023)},
    rank=60,
    reasons={
        "version": {"en": "There is no such version of Ecode.", "zh": "没有这个Ecode版本。"},
        "numbering-system": {"en": "The number of the numbering system is wrong.", "zh": "编码体系标识（NSI）不正确。"},
        "code": {"en": "The code of the numbering system is wrong.", "zh": "主码（MD）不正确。"},
    },
    samples=("ecode:100011234567890", "ecode:200011234567890123456789", "ecode:3A0001ABC123", "ecode:006901234567892"),
)
