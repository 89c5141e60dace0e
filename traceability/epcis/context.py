"""Names of extensions under a JSON-LD ``@context``: prefixes, terms and ``@vocab``, without fetching anything.

The standard context (EPCIS 2.0, epcis-context.jsonld) is known by its terms; other contexts by address are passed over,
and a prefix that only they declare is therefore undeclared.
"""

import re
from collections.abc import Mapping

from traceability.epcis.names import is_qualified_name
from traceability.epcis.raw import Raw

STANDARD_CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
"""The context that we write."""

STANDARD_PREFIXES: Mapping[str, str] = {
    "epcis": "https://ref.gs1.org/epcis/",
    "cbv": "https://ref.gs1.org/cbv/",
    "cbvmda": "urn:epcglobal:cbv:mda:",
    "gs1": "https://gs1.org/voc/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
}
"""The prefixes that the standard context declares."""

_EPCIS = STANDARD_PREFIXES["epcis"]
_IRI_END = re.compile(r"[^/#:]*\Z")
_NAMESPACE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s{}<>\"\\^`]*")
_LONGEST_NAMESPACE = 512
MOST_NAMES = 10_000
"""How many names of one document are remembered."""


class ContextUnreadable(ValueError):
    """A context is not what JSON-LD allows; the argument says what is wrong."""


class Context:
    """The names that are declared at one place of a document."""

    __slots__ = ("_names", "prefixes", "terms", "vocabulary")

    def __init__(self, prefixes: Mapping[str, str], terms: Mapping[str, str], vocabulary: str | None) -> None:
        """Keep the declared prefixes, the terms for whole IRIs, and the namespace of names without a prefix."""
        self.prefixes = prefixes
        self.terms = terms
        self.vocabulary = vocabulary
        self._names: dict[str, str | None] = {}

    def extended(self, declaration: Raw) -> "Context":
        """Return the context with what an ``@context`` adds.

        Raises:
            ContextUnreadable: the value is no text, object or list of those, or declares something that is no name.
        """
        prefixes, terms, vocabulary = dict(self.prefixes), dict(self.terms), self.vocabulary
        for part in declaration if isinstance(declaration, list) else [declaration]:
            if part is None or isinstance(part, str):
                continue
            if not isinstance(part, dict):
                raise ContextUnreadable("each part of a context is an address or an object")
            for term, value in part.items():
                if term == "@vocab":
                    vocabulary = _namespace(value) if value is not None else None
                elif not term.startswith("@"):
                    _declare(term, value, prefixes, terms)
        return Context(prefixes, terms, vocabulary)

    def name_of(self, key: str) -> str | None:
        """Return a member name as ``{namespace}local``, a standard name bare, or None where nothing declares it."""
        if key not in self._names:
            if len(self._names) > MOST_NAMES:
                self._names.clear()
            name = self._resolved(key)
            self._names[key] = None if name is not None and name[0] == "{" and not is_qualified_name(name) else name
        return self._names[key]

    def declares(self, key: str) -> bool:
        """Return whether the prefix of a name is declared, so that its local part must be what is wrong with it."""
        return key in self.terms or key.partition(":")[0] in self.prefixes

    def _resolved(self, key: str) -> str | None:
        if key in self.terms:
            return qualified(self.terms[key])
        prefix, colon, local = key.partition(":")
        if colon:
            if local.startswith("//") or prefix == "urn":
                return qualified(key)
            namespace = self.prefixes.get(prefix)
            if namespace is None or not local:
                return None
            return local if namespace == _EPCIS else f"{{{namespace}}}{local}"
        return f"{{{self.vocabulary}}}{key}" if self.vocabulary else None


STANDARD = Context(STANDARD_PREFIXES, {}, None)
"""The context of a document that declares nothing of its own."""


def qualified(iri: str) -> str | None:
    """Return an absolute IRI as ``{namespace}local``, cut behind its last ``/``, ``#`` or ``:``; else None."""
    at = _IRI_END.search(iri)
    cut = at.start() if at else len(iri)
    if cut in {0, len(iri)} or "{" in iri or "}" in iri:
        return None
    return f"{{{iri[:cut]}}}{iri[cut:]}"


def split_name(name: str) -> tuple[str, str]:
    """Return namespace and local part of ``{namespace}local``; the namespace of a bare name is empty."""
    if name.startswith("{"):
        namespace, _, local = name[1:].partition("}")
        return namespace, local
    return "", name


def _declare(term: str, value: Raw, prefixes: dict[str, str], terms: dict[str, str]) -> None:
    if isinstance(value, dict):
        value = value.get("@id")
    if value is None or (isinstance(value, str) and value.startswith("@")):
        return
    if not isinstance(value, str):
        raise ContextUnreadable(f"the term {term[:64]!r} stands for an address")
    if ":" in term:
        # A definition such as {"rail:count": {"@id": …}} types a compact IRI; the name follows from its prefix.
        return
    prefix, colon, local = value.partition(":")
    if colon and not local.startswith("//") and prefix in prefixes:
        terms[term] = prefixes[prefix] + local
        return
    prefixes[term] = _namespace(value)
    if not value.endswith(("/", "#", ":", "?")):
        terms[term] = value


def _namespace(value: Raw) -> str:
    if (
        not isinstance(value, str)
        or len(value) > _LONGEST_NAMESPACE
        or not _NAMESPACE.fullmatch(value)
        or not is_qualified_name(f"{{{value}}}a")
    ):
        raise ContextUnreadable("a namespace is an absolute address")
    return value
