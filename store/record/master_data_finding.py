"""Answers SimpleMasterDataQuery for a reader (EPCIS 2.0 §8.2.7.2): each firm's newest word on each thing is one element."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.database import Record
from store.errors import TooManyElements
from store.reader import Reader
from store.record.master_data import (
    Element,
    all_elements,
    attributes_of,
    descendants,
    has_attribute,
    has_value,
    uris_with,
)
from traceability.epcis.master_data_query import MasterDataQuery

MOST_ELEMENTS = 10_000
"""Elements of one answer; beyond it the query must be narrower."""


def find_elements(record: Record, query: MasterDataQuery, reader: Reader) -> tuple[Element, ...]:
    """Return the elements that meet a query, as much of each as it asks for, ordered by vocabulary, name and firm.

    Raises:
        TooManyElements: there are more than `max_element_count`, or more than one answer may hold.
    """
    found = [element for element in _candidates(record, query, reader) if _meets(element, query)]
    most = MOST_ELEMENTS if query.max_element_count is None else min(query.max_element_count, MOST_ELEMENTS)
    if len(found) > most:
        raise TooManyElements(most)
    return tuple(_cut(element, query) for element in found)


def _candidates(record: Record, query: MasterDataQuery, reader: Reader) -> Iterable[Element]:
    """Return elements among which are all that meet the query, by the narrowest way in."""
    wanted: frozenset[str] | None = frozenset(query.names) if query.names else None
    if query.names_below:
        below = frozenset().union(
            *(descendants(record, name, reader, *_only(query.vocabularies)) for name in query.names_below)
        )
        wanted = below if wanted is None else wanted & below
    if wanted is None and query.equal_attributes:
        name, values = query.equal_attributes[0]
        wanted = uris_with(record, reader, name, values, query.vocabularies)
    if wanted is None:
        return all_elements(record, reader, query.vocabularies)
    found = attributes_of(record, wanted, reader, query.vocabularies)
    elements = [element for elements in found.values() for element in elements]
    return sorted(elements, key=lambda element: (element.vocabulary, element.uri, element.organisation))


def _only(vocabularies: tuple[str, ...]) -> tuple[str, ...]:
    return vocabularies if len(vocabularies) == 1 else ()


def _meets(element: Element, query: MasterDataQuery) -> bool:
    if query.has_attributes and not any(has_attribute(element, name) for name in query.has_attributes):
        return False
    return all(has_value(element, name, values) for name, values in query.equal_attributes)


def _cut(element: Element, query: MasterDataQuery) -> Element:
    attributes = {
        name: values
        for name, values in element.attributes.items()
        if query.include_attributes and (not query.attribute_names or name in query.attribute_names)
    }
    return replace(element, attributes=attributes, children=element.children if query.include_children else ())
