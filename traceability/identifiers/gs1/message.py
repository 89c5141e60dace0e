"""A whole GS1 code: every application identifier and value of an element string or a Digital Link, not only the key.

Labels and resolvers need the qualifiers and attributes (lot, variant, dates, weights) that identity leaves out.
"""

from dataclasses import dataclass
from urllib.parse import quote

from traceability.identifiers.gs1.application_identifiers import APPLICATION_IDENTIFIERS
from traceability.identifiers.gs1.compression import compressed
from traceability.identifiers.gs1.digital_link import DigitalLink, digital_link
from traceability.identifiers.gs1.element_string import (
    GROUP_SEPARATOR,
    SYMBOLOGIES,
    bracketed_text,
    pairs_of,
    pairs_of_bracketed,
    scanned_text,
)
from traceability.identifiers.gs1.findings import Finding
from traceability.identifiers.gs1.gtin import SHORT_LENGTHS
from traceability.identifiers.gs1.keys import FORMER_KEYS, KEYS, identifier_of, key_among, qualifiers_among
from traceability.identifiers.gs1.pairs import findings_of
from traceability.identifiers.identifier import CANONICAL_DOMAIN, Identifier
from traceability.identifiers.invalid import LONGEST, IdentifierInvalid

_Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """Application identifiers and their values, each value right in itself."""

    pairs: _Pairs
    """As they stand in the code; of a link the key, its qualifiers, then the attributes."""
    stem: str = ""
    """Of a link, the address up to the slash before the key; else empty."""
    other_parameters: _Pairs = ()
    """Of a link, the pairs of its query that are none of GS1's, as written."""
    is_compressed: bool = False
    path_size: int = 0
    """Of a link, how many of the pairs stand in its path."""

    @property
    def identifier(self) -> Identifier:
        """Return what the code names.

        Raises:
            IdentifierInvalid: no key is among the application identifiers, or more than one.
        """
        return identifier_of(dict(self.path if self.stem else self.pairs))

    @property
    def path(self) -> _Pairs:
        """Return the key and its qualifiers, in the order in which a link has them; of several keys, the first.

        Raises:
            IdentifierInvalid: no key is among the application identifiers.
        """
        if self.stem:
            return self.pairs[: self.path_size]
        values = dict(self.pairs)
        key = next((number for number in values if number in KEYS), None)
        key = key or next((number for number in values if number in FORMER_KEYS), None) or key_among(values)
        return ((key, values[key]), *((number, values[number]) for number in qualifiers_among(key, values)))

    @property
    def attributes(self) -> _Pairs:
        """Return what is neither key nor qualifier, each once."""
        in_path = {number for number, _ in self.path}
        return tuple((number, value) for number, value in dict(self.pairs).items() if number not in in_path)

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong between the application identifiers: pairs that exclude or lack each other."""
        return findings_of(self.pairs)

    def ancestors(self) -> tuple[str, ...]:
        """Return the canonical links of every level from the code itself up to its key, the finest first."""
        path = self.path
        return tuple(_link(CANONICAL_DOMAIN, path[:count]) for count in range(len(path), 0, -1))

    def digital_link(self, domain: str = CANONICAL_DOMAIN) -> str:
        """Return the code as a link: the path in its order; in the query those of known length, then the others.

        Raises:
            IdentifierInvalid: there is no key, or something may neither qualify it nor be an attribute of a link.
        """
        path, attributes = self.path, self.attributes
        for number, value in attributes:
            if not APPLICATION_IDENTIFIERS[number].is_attribute:
                cure = f"({number}) can stand in an element string, but not in a link of ({path[0][0]})."
                raise IdentifierInvalid(value, "attribute", cure)
        ordered = sorted(attributes, key=lambda pair: not APPLICATION_IDENTIFIERS[pair[0]].ends_itself)
        written = "&".join(f"{number}={quote(value, safe='')}" for number, value in ordered)
        return _link(domain, path) + (f"?{written}" if written else "")

    def compressed_link(self, domain: str = CANONICAL_DOMAIN) -> str:
        """Return the code as a compressed link.

        Raises:
            IdentifierInvalid: no key is among the application identifiers, or more than one.
        """
        return f"{_origin(domain)}/{compressed((*self.path, *self.attributes))}"

    def element_string(self) -> str:
        """Return the code as a scanner sends it, with FNC1 as group separator at its beginning."""
        return scanned_text(self.pairs)

    def bracketed(self) -> str:
        """Return the code as it is printed for people."""
        return bracketed_text(self.pairs)


def gs1_message(text: str, *, strict: bool = True) -> Message:
    """Return all that an element string (scanned or with brackets) or a Digital Link (compressed or not) says.

    Not strict, the content of values (dates, countries, check digits of attributes) is not looked at, only their form.

    Raises:
        IdentifierInvalid: with the place and the cure; no other exception leaves this function.
    """
    if not isinstance(text, str):
        raise IdentifierInvalid(str(text), "not-text", "An identifier is a text.")
    trimmed = text.strip(" \t\r\n")
    if not trimmed or len(trimmed) > LONGEST:
        reason, cure = ("empty", "Give a code.")
        if trimmed:
            reason, cure = "too-long", f"A code has at most {LONGEST} characters."
        raise IdentifierInvalid(text, reason, cure)
    if trimmed[:4].lower() == "http":
        return _message_of(digital_link(trimmed, strict=strict))
    if trimmed[0] == "(":
        return Message(_padded(pairs_of_bracketed(trimmed, strict=strict)))
    if trimmed[0] in "0123456789" + GROUP_SEPARATOR or trimmed.startswith(SYMBOLOGIES):
        return Message(pairs_of(trimmed, strict=strict))
    raise IdentifierInvalid(text, "unknown-form", "Give an element string, text with brackets, or a Digital Link.")


def link_path(text: str) -> _Pairs:
    """Return the key and the qualifiers of a Digital Link, in the order of its path, after the checks of `parse`.

    Raises:
        IdentifierInvalid: with the place and the cure.
    """
    return gs1_message(text).path


def begins_a_link(number: str) -> bool:
    """Return whether an application identifier is a primary key, with which a Digital Link begins."""
    return number in KEYS


def _message_of(link: DigitalLink) -> Message:
    return Message((*link.path, *link.attributes), link.stem, link.others, link.is_compressed, len(link.path))


def _padded(pairs: _Pairs) -> _Pairs:
    return tuple(
        (number, value.zfill(14) if number == "01" and len(value) in SHORT_LENGTHS else value)
        for number, value in pairs
    )


def _origin(domain: str) -> str:
    return domain.rstrip("/") if "://" in domain else f"https://{domain.strip('/')}"


def _link(domain: str, path: _Pairs) -> str:
    return _origin(domain) + "".join(f"/{number}/{quote(value, safe='')}" for number, value in path)
