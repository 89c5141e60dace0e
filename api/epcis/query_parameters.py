"""The query language of EPCIS 2.0 (§8.2.7.1): parameters become predicates of the store, the rest filters of what it finds.

Parameters are joined by AND, the values of one by OR. What the store has no index for is checked on the bodies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final

from api.epcis.body_filters import body_filter
from api.errors import QueryParameterInvalid
from store.mirror.event_queries import EventQuery, NameMatch, Order
from store.mirror.projection import NameRole
from traceability.epcis import Event, vocabulary
from traceability.identifiers import IdentifierInvalid, parse

EPC_ROLES: Final[Mapping[str, tuple[NameRole, ...]]] = {
    "MATCH_epc": (NameRole.SUBJECT, NameRole.CHILD),
    "MATCH_parentID": (NameRole.PARENT,),
    "MATCH_inputEPC": (NameRole.INPUT,),
    "MATCH_outputEPC": (NameRole.OUTPUT,),
    "MATCH_anyEPC": (NameRole.SUBJECT, NameRole.CHILD, NameRole.PARENT, NameRole.INPUT, NameRole.OUTPUT),
    "MATCH_epcClass": (NameRole.SUBJECT_CLASS, NameRole.CHILD_CLASS),
    "MATCH_inputEPCClass": (NameRole.INPUT_CLASS,),
    "MATCH_outputEPCClass": (NameRole.OUTPUT_CLASS,),
    "MATCH_anyEPCClass": (NameRole.SUBJECT_CLASS, NameRole.CHILD_CLASS, NameRole.INPUT_CLASS, NameRole.OUTPUT_CLASS),
}
"""In which roles an identifier is looked for."""

CONTROL: Final = frozenset(("perPage", "nextPageToken", "lang"))
"""Parameters that are not part of a query."""

BodyFilter = Callable[[Event], bool]


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query as the store takes it, and what is left to check on the bodies."""

    query: EventQuery
    filters: tuple[BodyFilter, ...] = ()
    most: int | None = None
    """maxEventCount: beyond it the query is refused."""
    first: int | None = None
    """eventCountLimit: beyond it the rest is left out."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The parameters as given, for page tokens."""


def parsed_query(parameters: Mapping[str, Sequence[str]]) -> ParsedQuery:
    """Return the query that parameters say.

    Raises:
        QueryParameterInvalid: naming the first parameter that cannot be read.
    """
    query, filters = EventQuery(order=Order.EVENT_TIME), []
    most = first = None
    texts = {name: tuple(values) for name, values in sorted(parameters.items()) if name not in CONTROL}
    for name, values in texts.items():
        if not values or any(len(value) > 4096 for value in values) or len(values) > 1000:
            raise QueryParameterInvalid(name, str(len(values)), "give 1 to 1000 values of at most 4096 characters")
        if name in EPC_ROLES:
            query = replace(query, names=(*query.names, _match(name, values)))
        elif name in _INDEXED:
            query = replace(query, **_INDEXED[name](name, values))
        elif name == "maxEventCount":
            most = _count(name, values)
        elif name == "eventCountLimit":
            first = _count(name, values)
        else:
            filters.append(body_filter(name, values))
    if most is not None and first is not None:
        raise QueryParameterInvalid("maxEventCount", str(most), "give maxEventCount or eventCountLimit, not both")
    return ParsedQuery(query, tuple(filters), most, first, texts)


def moment_of(name: str, value: str) -> datetime:
    """Return a time of a parameter.

    Raises:
        QueryParameterInvalid: if it is none, or names no offset.
    """
    try:
        # A plus sign that was not escaped arrives as a space.
        moment = datetime.fromisoformat(value.strip().replace(" ", "+"))
        if moment.tzinfo is None or not 1 < moment.year < 9999:
            raise ValueError(value)
    except ValueError as error:
        raise QueryParameterInvalid(name, value, "write it as 2026-03-01T08:00:00Z") from error
    return moment.astimezone(UTC)


def canonical_or_same(text: str) -> str:
    """Return an identifier in its canonical form, any other text as it is."""
    try:
        return parse(text).canonical
    except IdentifierInvalid:
        return text


def _match(name: str, values: Sequence[str]) -> NameMatch:
    exact, beginnings = [], []
    for value in values:
        if value.startswith("urn:epc:idpat:") or value.endswith("*"):
            beginnings.append(_beginning(name, value))
        else:
            exact.append(canonical_or_same(value))
    return NameMatch(EPC_ROLES[name], tuple(exact), tuple(beginnings))


def _beginning(name: str, pattern: str) -> str:
    """Return what the canonical forms that a pattern matches begin with (pure identity patterns, TDS §6.1)."""
    if not pattern.startswith("urn:epc:idpat:"):
        return pattern.removesuffix("*")
    scheme, _, rest = pattern.removeprefix("urn:epc:idpat:").partition(":")
    parts = rest.split(".")
    if scheme == "sgtin" and len(parts) == 3 and parts[2] == "*" and "*" not in parts[:2]:
        return parse(f"urn:epc:idpat:sgtin:{rest}").canonical + "/21/"
    if scheme == "sgtin" and len(parts) == 3 and parts[1:] == ["*", "*"]:
        raise QueryParameterInvalid(name, pattern, "give the item reference: urn:epc:idpat:sgtin:6901234.000001.*")
    if scheme == "sscc" and len(parts) == 2 and parts[1] == "*":
        raise QueryParameterInvalid(
            name, pattern, "ask for single packages, or for MATCH_parentID=https://id.gs1.org/00/1*"
        )
    raise QueryParameterInvalid(name, pattern, "give a class pattern (….*) or a canonical Digital Link ending in *")


def _count(name: str, values: Sequence[str]) -> int:
    text = values[0]
    if len(values) != 1 or not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text) > 0):
        raise QueryParameterInvalid(name, text, "give one number from 1")
    return int(text)


def _words(member: str, words: vocabulary.Vocabulary | None = None) -> Callable[[str, Sequence[str]], dict[str, Any]]:
    def read(_: str, values: Sequence[str]) -> dict[str, Any]:
        return {member: tuple(value if words is None else words.normal(value) for value in values)}

    return read


def _places(member: str) -> Callable[[str, Sequence[str]], dict[str, Any]]:
    return lambda _, values: {member: tuple(canonical_or_same(value) for value in values)}


def _time(member: str) -> Callable[[str, Sequence[str]], dict[str, Any]]:
    return lambda name, values: {member: moment_of(name, values[0])}


def _types(_: str, values: Sequence[str]) -> dict[str, Any]:
    return {"event_types": tuple(value.rpartition("/")[2].removeprefix("epcis:") for value in values)}


def _actions(name: str, values: Sequence[str]) -> dict[str, Any]:
    for value in values:
        if value not in ("ADD", "OBSERVE", "DELETE"):
            raise QueryParameterInvalid(name, value, "an action is ADD, OBSERVE or DELETE")
    return {"actions": tuple(values)}


def _order(name: str, values: Sequence[str]) -> dict[str, Any]:
    try:
        return {"order": Order(values[0])}
    except ValueError as error:
        raise QueryParameterInvalid(name, values[0], "order by eventTime or recordTime") from error


def _direction(name: str, values: Sequence[str]) -> dict[str, Any]:
    if values[0] not in ("ASC", "DESC"):
        raise QueryParameterInvalid(name, values[0], "the direction is ASC or DESC")
    return {"descending": values[0] == "DESC"}


_INDEXED: Final[Mapping[str, Callable[[str, Sequence[str]], dict[str, Any]]]] = {
    "eventType": _types,
    "EQ_action": _actions,
    "EQ_bizStep": _words("biz_steps", vocabulary.BUSINESS_STEPS),
    "EQ_disposition": _words("dispositions", vocabulary.DISPOSITIONS),
    "EQ_readPoint": _places("read_points"),
    "WD_readPoint": _places("read_points_below"),
    "EQ_bizLocation": _places("biz_locations"),
    "WD_bizLocation": _places("biz_locations_below"),
    "EQ_eventID": _words("event_ids"),
    "GE_eventTime": _time("event_time_from"),
    "LT_eventTime": _time("event_time_before"),
    "GE_recordTime": _time("record_time_from"),
    "LT_recordTime": _time("record_time_before"),
    "EXISTS_errorDeclaration": lambda _name, _values: {"corrections": True},
    "orderBy": _order,
    "orderDirection": _direction,
}
"""Parameters for which the store has an index."""
