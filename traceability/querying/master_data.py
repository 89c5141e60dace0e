"""Master data in queries: ``WD_``, ``HASATTR_`` and ``EQATTR_`` become lists of values (EPCIS 2.0, clauses 6.5 and 8.2.7.1)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from traceability.epcis.vocabulary import BUSINESS_STEPS, DISPOSITIONS
from traceability.querying.keys import text_key
from traceability.querying.query import Predicate, Query


class MasterData(Protocol):
    """What somebody who asks may know of master data."""

    def descendants(self, uri: str) -> frozenset[str]:
        """Return the places below a place, direct and indirect."""

    def uris_with(self, attribute: str, values: Sequence[str] | None) -> frozenset[str]:
        """Return the vocabulary elements that have an attribute, with one of the values where some are given."""


def resolved(query: Query, master_data: MasterData) -> Query:
    """Return the query without questions about master data: each is a list of values now; none: nothing matches."""
    if query.is_resolved:
        return query
    found: list[Predicate] = []
    for below in query.descendants:
        uris = {uri for top in below.uris for uri in (top, *master_data.descendants(top))}
        found.append(Predicate(below.parameter, (below.field,), tuple(sorted(map(text_key, uris)))))
    for wanted in query.attributes:
        uris = {uri for name in wanted.names for uri in master_data.uris_with(name, wanted.values)}
        # Events hold the standard's words bare, their master data are about their addresses.
        uris |= {words.normal(uri) for uri in uris for words in (BUSINESS_STEPS, DISPOSITIONS)}
        found.append(Predicate(wanted.parameter, wanted.fields, tuple(sorted(map(text_key, uris)))))
    return replace(query, predicates=(*query.predicates, *found), descendants=(), attributes=())
