"""The query language at the door: parameters of an address or of a named query, read, and refused as problems (EPCIS 2.0 §8.2.7.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from api.errors import QueryParameterInvalid, QueryTooComplex
from traceability import querying
from traceability.querying import Query, query_of
from traceability.querying.patterns import canonical_or_same
from traceability.querying.values import moment

__all__ = ["CONTROL", "ParsedQuery", "canonical_or_same", "extension_namespaces", "moment_of", "parsed_query"]

CONTROL: Final = frozenset(("perPage", "nextPageToken", "lang"))
"""Parameters that are not part of a query."""

MOST_NAMESPACES: Final = 50


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query, and its parameters as given."""

    query: Query
    texts: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """For page tokens, which are bound to them."""


def parsed_query(
    parameters: Mapping[str, Sequence[str] | Any], namespaces: Mapping[str, str] | None = None
) -> ParsedQuery:
    """Return the query that parameters say: lists of texts from an address, or the JSON of a named query.

    `namespaces` are the prefixes of extension fields that the caller declared beside them.

    Raises:
        QueryParameterInvalid: naming the first parameter that cannot be read.
        QueryTooComplex: there are more parameters or values than are looked for.
    """
    asked = {name: value for name, value in sorted(parameters.items()) if name not in CONTROL}
    try:
        query = query_of(asked, namespaces)
    except querying.ParameterInvalid as refusal:
        raise QueryParameterInvalid(refusal.parameter, refusal.value, refusal.cure) from refusal
    except querying.QueryTooComplex as refusal:
        raise QueryTooComplex(refusal.what, refusal.count, refusal.most) from refusal
    texts = {name: tuple(value) if isinstance(value, list | tuple) else (value,) for name, value in asked.items()}
    if namespaces:
        texts["@namespaces"] = tuple(sorted(namespaces.items()))
    return ParsedQuery(query, texts)


def extension_namespaces(header: str | None) -> dict[str, str]:
    """Return the prefixes that a header `GS1-Extensions: ex=https://…, other=https://…` declares; what is no pair is passed over."""
    found: dict[str, str] = {}
    for part in (header or "").split(",")[:MOST_NAMESPACES]:
        prefix, equals, namespace = part.strip().partition("=")
        if equals and prefix and namespace:
            found[prefix.strip()] = namespace.strip()
    return found


def moment_of(name: str, value: str) -> datetime:
    """Return a time of a parameter.

    Raises:
        QueryParameterInvalid: if it is none, or names no offset.
    """
    try:
        return moment(name, value)
    except querying.ParameterInvalid as refusal:
        raise QueryParameterInvalid(refusal.parameter, refusal.value, refusal.cure) from refusal
