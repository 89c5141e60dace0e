"""Is a published schema of queries understood? Every name and pattern in it is tried with a value of each type that it allows."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from traceability.epcis.raw import Raw
from traceability.querying.errors import QueryingError
from traceability.querying.reading import query_of

_CONTEXT: Final = [{"ex": "https://example.org/"}]
_EXAMPLES: Final = (
    "2026-03-01T08:00:00Z", "shipping", "ADD", "in_transit", "did_not_occur", "Temperature", "urn:epc:id:sgtin:6901234.000001.1",
    "eventTime", "DESC", "0A", 5, True, None,
)  # fmt: skip
_PARTS: Final = (
    # The published patterns are escaped twice; both writings are taken.
    (re.compile(r"\[a-z\]\[a-zA-Z0-9\]\*\\*:\\*w\+"), "ex:name"),
    (re.compile(r"\[a-z\]\[a-zA-Z0-9_\]\+"), "{type}"),
    (re.compile(r"\[A-Z0-9\]\{2,4\}"), "KGM"),
    (re.compile(r"\\*w\+_\\*w\+"), "bizLocation_site"),
)
_TYPES: Final = ("po", "owning_party")


def unknown_parameters(schema: Mapping[str, Raw]) -> list[str]:
    """Return the names and patterns of a JSON Schema of queries that `query_of` does not read; none: all are understood."""
    found = []
    for published in _schemas(schema):
        names = [name for name in published.get("properties", {}) if name != "@context"]
        found += [name for name in names if not _is_read(name)]
        found += [
            pattern
            for pattern in published.get("patternProperties", {})
            if not any(_is_read(example) for example in _examples(pattern))
        ]
    return found


def _schemas(schema: Mapping[str, Raw]) -> Iterator[Mapping[str, Raw]]:
    """Return the object schemas of a document: itself, and those among its definitions that describe a query."""
    if "properties" in schema or "patternProperties" in schema:
        yield schema
    for definition in schema.get("definitions", {}).values():
        if isinstance(definition, Mapping) and "patternProperties" in definition:
            yield definition


def _examples(pattern: str) -> list[str]:
    text = pattern.removeprefix("^").removesuffix("$")
    for part, example in _PARTS:
        text = part.sub(example, text)
    return [text.replace("{type}", kind) for kind in _TYPES]


def _is_read(name: str) -> bool:
    others = {"orderBy": "eventTime"} if name == "eventCountLimit" else {}
    for value in _EXAMPLES:
        try:
            query_of(others | {name: value, "@context": _CONTEXT})
        except QueryingError:
            continue
        return True
    return False
