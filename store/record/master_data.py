"""Master data: what firms say of places, parties and products, each as far as a reader may see it (CBV 2.0 §10).

The statement itself lies in `events` with its disclosure; the tables here only find it. Of each firm the newest version
counts; two firms that say different things are both given, in the order of their numbers.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from store.bulk import rows_among
from store.columns import LONGEST_INDEXED, moment_of
from store.database import Record
from store.reader import Reader
from store.record.bodies import visible_events

MOST_DESCENDANTS = 20_000
"""Places below a place that are looked at; beyond it the rest is left out."""

Values = Mapping[str, tuple[Any, ...]]
"""Values by attribute name; a value is a text, a `Decimal`, a truth, or an object or list of these."""


@dataclass(frozen=True, slots=True)
class Element:
    """What one firm says of one thing, as far as the reader may see it."""

    uri: str
    """Canonical form where it is an identifier, else as written."""
    vocabulary: str
    """Such as `urn:epcglobal:epcis:vtype:BusinessLocation`."""
    organisation: int
    """Who asserts it."""
    captured_at: datetime
    commitment: bytes
    """Of the statement, 32 bytes."""
    attributes: Values
    """In the order of their names (absolute IRIs)."""
    children: tuple[str, ...]
    """What lies below it."""

    def text(self, *names: str) -> str | None:
        """Return the first text under the first of these names that has one."""
        return next(
            (value for name in names for value in self.attributes.get(name, ()) if isinstance(value, str) and value),
            None,
        )


@dataclass(frozen=True, slots=True)
class Version:
    """One version of what a firm said, without its content."""

    commitment: bytes
    organisation: int
    vocabulary: str
    uri: str
    captured_at: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class ReaderMasterData:
    """The master data that a reader may see, as a query for events asks them (`WD_`, `HASATTR_`, `EQATTR_`)."""

    record: Record
    reader: Reader

    def descendants(self, uri: str) -> frozenset[str]:
        """Return a thing and all that lies below it."""
        return descendants(self.record, uri, self.reader)

    def uris_with(self, attribute: str, values: Collection[str] | None) -> frozenset[str]:
        """Return the things that have an attribute, or one of its values."""
        return uris_with(self.record, self.reader, attribute, values)


_COLUMNS = "m.commitment, m.organisation, m.vocabulary, m.uri, m.captured_at, m.current"


def attributes_of(
    record: Record, uris: Collection[str], reader: Reader, vocabularies: Collection[str] = ()
) -> Mapping[str, tuple[Element, ...]]:
    """Return what every firm says now of some things, by uri; things of which nothing may be seen are left out."""
    query = f"SELECT {_COLUMNS} FROM master_data m WHERE m.uri {{among}}"
    found: dict[str, list[Element]] = {}
    for element in _elements(record, _versions(record, query, uris), reader, vocabularies):
        found.setdefault(element.uri, []).append(element)
    return {uri: tuple(elements) for uri, elements in found.items()}


def descendants(record: Record, uri: str, reader: Reader, vocabulary: str | None = None) -> frozenset[str]:
    """Return a thing and all that lies below it by what the reader may see, level by level; circles do no harm."""
    wanted = () if vocabulary is None else (vocabulary,)
    found = {uri}
    level = [uri]
    while level and len(found) < MOST_DESCENDANTS:
        below: list[str] = []
        for elements in attributes_of(record, level, reader, wanted).values():
            for child in (child for element in elements for child in element.children):
                if child not in found and len(found) < MOST_DESCENDANTS:
                    found.add(child)
                    below.append(child)
        level = below
    return frozenset(found)


def uris_with(
    record: Record,
    reader: Reader,
    attribute: str,
    values: Collection[str] | None = None,
    vocabularies: Collection[str] = (),
) -> frozenset[str]:
    """Return the things of which a firm says, for the reader to see, that they have an attribute, or one of its values."""
    columns = f"SELECT {_COLUMNS} FROM master_data m JOIN master_data_attributes a ON a.element = m.id"
    if values is None:
        versions = _versions(record, f"{columns} WHERE a.name {{among}}", [attribute])
    else:
        query = f"{columns} WHERE a.value {{among}} AND a.name = {{}}"
        versions = _versions(record, query, [value for value in values if is_looked_up(value)], attribute)
    return frozenset(
        element.uri
        for element in _elements(record, versions, reader, vocabularies)
        if (has_attribute(element, attribute) if values is None else has_value(element, attribute, values))
    )


def all_elements(record: Record, reader: Reader, vocabularies: Collection[str] = ()) -> tuple[Element, ...]:
    """Return all that the reader may see, in the order of vocabulary, uri and firm."""
    if vocabularies:
        found = _versions(record, f"SELECT {_COLUMNS} FROM master_data m WHERE m.vocabulary {{among}}", vocabularies)
    else:
        found = _versions(record, f"SELECT {_COLUMNS} FROM master_data m WHERE m.current {{among}}", [True])
    return tuple(_elements(record, found, reader, ()))


def versions_of(record: Record, uri: str, reader: Reader) -> tuple[Version, ...]:
    """Return every version of what is said of a thing that the reader may see, oldest first."""
    rows = _versions(record, f"SELECT {_COLUMNS} FROM master_data m WHERE m.uri {{among}}", [uri], all_of_them=True)
    shown = visible_events(record, [version.commitment for version in rows], reader)
    return tuple(version for version in rows if version.commitment in shown)


def has_attribute(element: Element, attribute: str) -> bool:
    """Say whether an element has an attribute."""
    return attribute in element.attributes


def has_value(element: Element, attribute: str, values: Collection[str]) -> bool:
    """Say whether an attribute of an element has one of some values, compared as text."""
    return any(text_of(value) in values for value in element.attributes.get(attribute, ()))


def text_of(value: Any) -> str | None:
    """Return a scalar as text, None for an object or a list."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value if isinstance(value, str) else None


def is_looked_up(text: str) -> bool:
    """Say whether a text is short enough to stand in an index."""
    return len(text.encode()) <= LONGEST_INDEXED


def element_of(version: Version, body: str) -> Element:
    """Return the element that the body of a statement says."""
    content = json.loads(body, parse_float=Decimal, parse_int=Decimal)
    attributes = {
        name: tuple(value) if isinstance(value, list) else (value,)
        for name, value in sorted(content.get("attributes", {}).items())
    }
    children = tuple(content.get("children", ()))
    # As the statement says it, which the chain holds to; a hidden name is that of the row which found it.
    return Element(
        content.get("subject", version.uri),
        content.get("vocabulary", version.vocabulary),
        version.organisation,
        version.captured_at,
        version.commitment,
        attributes,
        children,
    )


def _versions(
    record: Record, query: str, wanted: Iterable[Any], *others: Any, all_of_them: bool = False
) -> list[Version]:
    with record.reading() as connection:
        rows = set(rows_among(connection, query, dict.fromkeys(wanted), *others))
    versions = [Version(bytes(row[0]), row[1], row[2], row[3], moment_of(int(row[4])), bool(row[5])) for row in rows]
    versions.sort(key=lambda version: (version.vocabulary, version.uri, version.organisation, version.captured_at))
    return versions if all_of_them else [version for version in versions if version.current]


def _elements(
    record: Record, versions: Sequence[Version], reader: Reader, vocabularies: Collection[str]
) -> Iterable[Element]:
    chosen = [version for version in versions if not vocabularies or version.vocabulary in vocabularies]
    shown = visible_events(record, [version.commitment for version in chosen], reader)
    for version in chosen:
        event = shown.get(version.commitment)
        if event is not None:
            yield element_of(version, event.body)
