"""The query language of EPCIS 2.0 (clause 8.2.7.1): parameters become typed predicates; predicates test events."""

from traceability.querying.errors import ParameterInvalid, QueryingError, QueryTooComplex
from traceability.querying.facts import Fact, facts_of
from traceability.querying.master_data import MasterData, resolved
from traceability.querying.matching import matches
from traceability.querying.query import Order, Predicate, Query, Window
from traceability.querying.reading import query_of

__all__ = [
    "Fact",
    "MasterData",
    "Order",
    "ParameterInvalid",
    "Predicate",
    "Query",
    "QueryTooComplex",
    "QueryingError",
    "Window",
    "facts_of",
    "matches",
    "query_of",
    "resolved",
]
