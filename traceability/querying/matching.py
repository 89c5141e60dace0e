"""Testing one event in memory: for streams, and wherever there is no mirror."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from traceability.epcis.event import Event
from traceability.epcis.raw import Raw
from traceability.epcis.times import moment_of
from traceability.querying.facts import facts_of
from traceability.querying.master_data import MasterData, resolved
from traceability.querying.query import ALWAYS, Predicate, Query


def matches(
    query: Query,
    event: Event | Mapping[str, Raw],
    record_time: datetime | None = None,
    master_data: MasterData | None = None,
) -> bool:
    """Return whether an event in normal form, as its reader sees it, meets every predicate of a query.

    `record_time` is needed where the query asks for it, `master_data` where the query is not resolved.
    """
    body = event.body if isinstance(event, Event) else event
    if query.event_time != ALWAYS and not query.event_time.holds(moment_of(body["eventTime"])):
        return False
    if query.record_time != ALWAYS and (record_time is None or not query.record_time.holds(record_time)):
        return False
    if not query.is_resolved:
        if master_data is None:
            raise ValueError("the query asks for master data: give some, or resolve it before")
        query = resolved(query, master_data)
    if not query.predicates:
        return True
    wanted = {field for predicate in query.predicates for field in (*predicate.fields, *predicate.class_fields)}
    facts: dict[str, set[bytes]] = {}
    for field, key in facts_of(body):
        if field in wanted:
            facts.setdefault(field, set()).add(key)
    return all(_holds(predicate, facts) for predicate in query.predicates)


def _holds(predicate: Predicate, facts: Mapping[str, set[bytes]]) -> bool:
    return any(field in facts and _meets(predicate, facts[field]) for field in predicate.fields) or any(
        key in predicate.classes for field in predicate.class_fields for key in facts.get(field, ())
    )


def _meets(predicate: Predicate, keys: Iterable[bytes]) -> bool:
    return predicate.exists or any(
        key in predicate.values or any(low <= key < high for low, high in predicate.spans) for key in keys
    )
