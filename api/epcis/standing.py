"""Queries by name: those that a firm keeps and those that the standard has (EPCIS 2.0 §8.2.7, §12.7.4)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import Path

from api.errors import QueryInvalid, QueryTooComplex, QueryUnknown
from api.rooms import Rooms
from store.reader import Reader
from store.record.queries import query_of as kept_query_of
from traceability.querying import ParameterInvalid, Query, query_of
from traceability.querying import QueryTooComplex as TooComplex

EVENT_QUERY: Final = "SimpleEventQuery"
MASTER_DATA_QUERY: Final = "SimpleMasterDataQuery"
QueryName = Annotated[str, Path(alias="queryName", description="Name of a query")]
"""A query's name in a path."""
PREDEFINED: Final = (EVENT_QUERY, MASTER_DATA_QUERY)
"""The standard's own queries: every event, or all master data, that the reader may see."""


@dataclass(frozen=True, slots=True)
class StandingQuery:
    """A query under its name."""

    name: str
    definition: Mapping[str, Any]
    """As it was given."""
    created_at: datetime | None
    """None for a query of the standard's own."""

    @property
    def is_predefined(self) -> bool:
        """Say whether the standard has it, so that nobody makes or deletes it."""
        return self.created_at is None

    @property
    def asked(self) -> Query:
        """Return what it asks. Raises: as `asked_query`."""
        return asked_query(self.definition)


def standing_query(rooms: Rooms, name: str, reader: Reader) -> StandingQuery:
    """Return the query that a name means for a reader.

    Raises:
        QueryUnknown: there is none.
    """
    if name in PREDEFINED:
        return StandingQuery(name, {}, None)
    found = kept_query_of(rooms.record, name, reader)
    if found is None:
        raise QueryUnknown("named query", name)
    return StandingQuery(found.name, json.loads(found.definition), found.created_at)


def asked_query(definition: Mapping[str, Any], namespaces: Mapping[str, str] | None = None) -> Query:
    """Return what a definition asks.

    Raises:
        QueryInvalid: naming the first parameter that cannot be.
        QueryTooComplex: more than is looked for at once.
    """
    try:
        return query_of(definition, namespaces=namespaces or {})
    except ParameterInvalid as error:
        raise QueryInvalid(error.parameter, error.value, error.cure) from None
    except TooComplex as error:
        raise QueryTooComplex(error.what, error.count, error.most) from None
