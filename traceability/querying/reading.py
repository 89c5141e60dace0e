"""Reading a query from the parameters of an address or from a JSON object (EPCIS 2.0, clauses 8.2.7.1 and 12.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import Final

from traceability.epcis.context import STANDARD, Context, ContextUnreadable
from traceability.epcis.raw import Raw
from traceability.querying import values
from traceability.querying.errors import ParameterInvalid, QueryTooComplex
from traceability.querying.parameters import extension_field, question_of
from traceability.querying.query import (
    EVENT_TIME,
    RECORD_TIME,
    Attributes,
    Descendants,
    Order,
    Predicate,
    Query,
    Window,
)

MOST_PARAMETERS = 100
MOST_VALUES = 1_000
"""Values of one parameter."""
LONGEST_NAME = 1_024
LONGEST_VALUE = 4_096

JOINED = "and"
"""The member under which two queries that must both hold are kept."""

_WINDOWS: Final = {"GE_eventTime", "LT_eventTime", "GE_recordTime", "LT_recordTime"}
_COUNTS: Final = ("maxEventCount", "eventCountLimit")


def query_of(parameters: Mapping[str, Raw], namespaces: Mapping[str, str] | None = None) -> Query:
    """Return the query that parameters say: JSON values, or lists of texts from an address.

    `namespaces` are prefixes that were declared elsewhere; an ``@context`` among the parameters declares more.

    Raises:
        ParameterInvalid: naming the first parameter that cannot be read.
        QueryTooComplex: there are more parameters or values than are looked for.
    """
    if set(parameters) == {JOINED}:
        return reduce(lambda one, other: one & other, (query_of(part) for part in parameters[JOINED]))
    if len(parameters) > MOST_PARAMETERS:
        raise QueryTooComplex("parameters", len(parameters), MOST_PARAMETERS)
    context = _context(parameters.get("@context"), namespaces or {})
    query = Query(asked=_asked(parameters, namespaces or {}))
    for name, value in parameters.items():
        if name != "@context":
            query = _with(query, name, _values(name, value), context)
    if query.first is not None and query.most is not None:
        raise ParameterInvalid("maxEventCount", str(query.most), "give maxEventCount or eventCountLimit, not both")
    if query.first is not None and "orderBy" not in parameters:
        cure = "say by orderBy which events are the first ones: orderBy=eventTime"
        raise ParameterInvalid("eventCountLimit", str(query.first), cure)
    return query


def _with(query: Query, name: str, given: Sequence[Raw], context: Context) -> Query:
    if name in _WINDOWS:
        return _in_window(query, name, given)
    if name in _COUNTS:
        count = values.count(name, _one(name, given))
        return replace(query, most=count) if name == "maxEventCount" else replace(query, first=count)
    if name == "orderBy":
        by = values.text(name, _one(name, given))
        field = by if by in (EVENT_TIME, RECORD_TIME) else extension_field(name, by, context)
        return replace(query, order=Order(field, query.order.descending))
    if name == "orderDirection":
        direction = _one(name, given)
        if direction not in ("ASC", "DESC"):
            raise ParameterInvalid(name, str(direction), "the direction is ASC or DESC")
        return replace(query, order=Order(query.order.by, direction == "DESC"))
    match question_of(name, given, context):
        case None:
            return query
        case Predicate() as predicate:
            return replace(query, predicates=(*query.predicates, predicate))
        case Descendants() as below:
            return replace(query, descendants=(*query.descendants, below))
        case Attributes() as attributes:
            return replace(query, attributes=(*query.attributes, attributes))


def _in_window(query: Query, name: str, given: Sequence[Raw]) -> Query:
    moment = values.moment(name, _one(name, given))
    window = Window(beginning=moment) if name.startswith("GE") else Window(end=moment)
    if name.endswith(EVENT_TIME):
        return replace(query, event_time=query.event_time & window)
    return replace(query, record_time=query.record_time & window)


def _values(name: str, value: Raw) -> list[Raw]:
    if len(name) > LONGEST_NAME:
        raise ParameterInvalid(name, "", f"a name has at most {LONGEST_NAME} characters")
    given = list(value) if isinstance(value, list | tuple) else [value]
    if not given:
        raise ParameterInvalid(name, "[]", "give at least one value, or leave the parameter out")
    if len(given) > MOST_VALUES:
        raise QueryTooComplex(f"values of {name}", len(given), MOST_VALUES)
    for one in given:
        if isinstance(one, list | tuple | dict):
            raise ParameterInvalid(name, str(one), "give a text, a number, true or false, or a list of them")
        if isinstance(one, str) and len(one) > LONGEST_VALUE:
            raise ParameterInvalid(name, one, f"a value has at most {LONGEST_VALUE} characters")
    return given


def _one(name: str, given: Sequence[Raw]) -> Raw:
    if len(given) != 1:
        raise ParameterInvalid(name, ", ".join(str(value) for value in given[:5]), "give one value")
    return given[0]


def _context(declared: Raw, namespaces: Mapping[str, str]) -> Context:
    try:
        context = STANDARD.extended(dict(namespaces)) if namespaces else STANDARD
        return context if declared is None else context.extended(declared)
    except ContextUnreadable as refusal:
        raise ParameterInvalid("@context", str(declared), f"{refusal}") from None


def _asked(parameters: Mapping[str, Raw], namespaces: Mapping[str, str]) -> dict[str, Raw]:
    asked = {name: list(value) if isinstance(value, tuple) else value for name, value in parameters.items()}
    if namespaces:
        own = asked.get("@context")
        asked["@context"] = [dict(namespaces), *(own if isinstance(own, list) else [own] if own is not None else [])]
    return asked
