"""The schemes of identifiers, found by their files, and how a text comes to the one that reads it."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType

from traceability.identifiers import schemes
from traceability.identifiers.gs1.digital_link import (
    Address,
    address_of,
    digital_link_in,
    percent_decoded,
    plain_identifier_in,
)
from traceability.identifiers.gs1.element_string import SYMBOLOGIES
from traceability.identifiers.gs1.keys import KEYS, identifier_of
from traceability.identifiers.identifier import Identifier, Prefix
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.reasons import add_reasons
from traceability.identifiers.scheme import Reader, Scheme

_ANOTHER_KIND = "key-missing"


class Registry:
    """All schemes, and the way from a text to the scheme that reads it."""

    def __init__(self, found: Iterable[Scheme]) -> None:
        """Take the schemes in the order in which they are tried on texts without a mark."""
        self.schemes: tuple[Scheme, ...] = tuple(sorted(found, key=lambda scheme: (scheme.rank, scheme.name)))
        self._by_head: dict[str, list[tuple[str, Reader]]] = {}
        self._kinds: dict[str, Reader] = {}
        self._namespaces: dict[str, list[Scheme]] = {}
        for scheme in self.schemes:
            add_reasons(scheme.reasons)
            self._kinds[scheme.name] = scheme.read
            self._kinds.update(scheme.kinds)
            self._namespaces.setdefault(scheme.prefix_namespace, []).append(scheme)
            for mark, read in scheme.marks.items():
                self._by_head.setdefault(mark.partition(":")[0], []).append((mark, read))
        for marks in self._by_head.values():
            marks.sort(key=lambda entry: -len(entry[0]))

    def read(self, text: str, *, strict: bool) -> Identifier:
        """Return the identifier that a text names, in whichever writing.

        Raises:
            IdentifierInvalid: with the reason, the place and the cure.
        """
        if text[0] in "hH" and text[:8].lower().startswith(("https://", "http://")):
            return self.in_address(address_of(text), text, strict=strict)
        head, colon, _ = text.partition(":")
        if colon and (marks := self._by_head.get(head.lower())):
            start = text[:24].lower()
            for mark, read in marks:
                if start.startswith(mark):
                    return read(text[len(mark) :], strict)
        if text[0] == "]" and not text.startswith(SYMBOLOGIES) and len(text) > 3:
            # Another symbology identifier, such as that of a QR code or an EAN-13.
            return self.read(text[3:], strict=strict)
        return self._unmarked(text, strict=strict)

    def of_kind(self, text: str, kind: str, *, strict: bool) -> Identifier:
        """Return the identifier that a bare code of a kind is.

        Raises:
            IdentifierInvalid: with the reason, the place and the cure.
        """
        read = self._kinds.get(kind)
        if read is None:
            known = ", ".join(sorted(self._kinds))
            raise IdentifierInvalid(kind, "unknown-kind", f"The kinds of bare codes are {known}.")
        return read(text, strict)

    def from_halves(self, prefix: Prefix, rest: str) -> Identifier:
        """Return the identifier whose halves these are.

        Raises:
            IdentifierInvalid: no identifier has these halves.
        """
        found = self._namespaces.get(prefix.scheme)
        if not found:
            known = ", ".join(sorted(self._namespaces))
            raise IdentifierInvalid(prefix.scheme, "scheme", f"The schemes of prefixes are {known}.")
        refusal: IdentifierInvalid | None = None
        for scheme in found:
            try:
                identifier = scheme.from_halves(prefix.text, rest)
                if (prefix, rest) == identifier.halves(len(prefix.text)):
                    return identifier
            except IdentifierInvalid as invalid:
                refusal = refusal or invalid
            except ValueError:
                pass
        raise refusal or IdentifierInvalid(rest, "rest", "The halves are not written as formats.md §1 says.")

    def scheme_of(self, identifier: Identifier) -> Scheme:
        """Return the scheme that an identifier is of."""
        found = self._namespaces[identifier.scheme]
        return next((scheme for scheme in found if identifier.kind in {scheme.name, *scheme.kinds}), found[0])

    def recognised(self, text: str) -> tuple[Scheme, ...]:
        """Return the schemes of which a text without mark may be a code, the likeliest first."""
        told = [(likelihood, scheme) for scheme in self.schemes if (likelihood := scheme.likelihood(text))]
        if len(told) > 1:
            told.sort(key=lambda pair: -pair[0])
        return tuple(scheme for _, scheme in told)

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of bare codes that can be asked for."""
        return tuple(sorted(self._kinds))

    def heads(self) -> frozenset[str]:
        """Return what stands before the first colon of texts that tell their scheme, such as ``did``."""
        return frozenset(self._by_head)

    def path_marks(self) -> frozenset[str]:
        """Return every first part of a path that begins an identifier, but those of ``88.`` and ``86.``."""
        return frozenset(KEYS) | self.heads()

    def in_address(self, address: Address, text: str, *, strict: bool) -> Identifier:
        """Return the identifier that a web address carries: a Digital Link, or the path of another scheme.

        Raises:
            IdentifierInvalid: with the reason, the place and the cure; ``key-missing`` where it carries none.
        """
        if strict and (found := plain_identifier_in(address, text)) is not None:
            return found
        link = digital_link_in(address, text, strict=strict)
        if link is not None:
            return link.identifier or identifier_of(dict(link.path))
        segments = address.path.removesuffix("/").split("/")
        for index, segment in enumerate(segments[:-1]):
            rest = "/".join(segments[index + 1 :])
            if segment[:3] in {"86.", "88."}:
                return self._kinds["idis"](f"{segment}/{percent_decoded(rest)}", strict)
            if segment in {"uscc", "lei"}:
                return self._kinds[segment](percent_decoded(segments[index + 1]), strict)
            if segment in self._by_head and (named := self._headed(segment, rest)) is not None:
                return named
        cure = "The path holds no GS1 key (such as /01/…) and no industrial-internet identifier (such as /88.…/…)."
        raise IdentifierInvalid(text, _ANOTHER_KIND, cure)

    def _headed(self, head: str, rest: str) -> Identifier | None:
        """Return what ``/head/rest`` names; None where that is no identifier, so that the address is of another kind."""
        try:
            return self.read(f"{head}:{percent_decoded(rest)}", strict=True)
        except IdentifierInvalid:
            return None

    def _unmarked(self, text: str, *, strict: bool) -> Identifier:
        refusal: IdentifierInvalid | None = None
        for scheme in self.recognised(text):
            try:
                return scheme.read(text, strict)
            except IdentifierInvalid as invalid:
                # What it looks like most is what its writer meant.
                refusal = refusal or invalid
        if refusal is not None:
            raise refusal
        others = ", ".join(scheme.name for scheme in self.schemes if scheme.name != "gs1")
        cure = f"Give a GS1 code (GTIN, SSCC, element string, Digital Link, EPC URN) or one of these: {others}."
        raise IdentifierInvalid(text, "unknown-form", cure)


def schemes_in(package: ModuleType) -> Iterator[Scheme]:
    """Yield the scheme of every file of a package, in the order of their names."""
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        scheme = getattr(module, "SCHEME", None)
        if isinstance(scheme, Scheme):
            yield scheme


REGISTRY = Registry(schemes_in(schemes))
"""The schemes of this installation."""


def prefix_rules() -> Mapping[str, tuple[str, int, int]]:
    """Return for each namespace of prefixes the sign between levels and the least and greatest length on the chain."""
    return {
        scheme.prefix_namespace: (scheme.prefixes.separator, scheme.prefixes.shortest, scheme.prefixes.longest)
        for scheme in REGISTRY.schemes
        if scheme.prefixes is not None
    }
