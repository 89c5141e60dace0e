"""Asking the API for one event in all the ways in which a client may ask for it, in both syntaxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import msgspec
from town import Answer, Town

from traceability.epcis import Event, event_hash, read_json, read_xml
from traceability.identifiers import Level

_ENCODER = msgspec.json.Encoder(decimal_format="number", order="sorted")

JSON, XML = "application/ld+json", "application/xml"


def questions_for(event: Event) -> Iterator[Mapping[str, str]]:
    """Yield the parameters of queries that find an event: by its eventID; by what it names; by where; each with its time."""
    # Times are kept to the nanosecond and asked for to the microsecond.
    time, width = event.event_time, timedelta(microseconds=1)
    when = {"GE_eventTime": time.isoformat(), "LT_eventTime": (time + width).isoformat(), "perPage": "1000"}
    if event.event_id is not None:
        yield when | {"EQ_eventID": event.event_id}
    things = event.things()
    if things:
        named = things[0].identifier
        parameter = "MATCH_anyEPCClass" if named.level in (Level.CLASS, Level.LOT) else "MATCH_anyEPC"
        yield when | {parameter: named.canonical}
    elif event.read_point is not None:
        yield when | {"EQ_readPoint": event.read_point}
    elif event.event_id is None:
        yield when | {"eventType": event.event_type}


def asked(town: Town, question: Mapping[str, str], form: str) -> Answer:
    """Return the answer to a query of anyone."""
    return town.ask("GET", f"/events?{urlencode(question)}", Accept=form)


def read_back(answer: Answer) -> tuple[Event, ...]:
    """Return the events of an answer as our reader reads them, without the hash that is shown where no eventID was given."""
    read = read_xml if answer.headers["content-type"].startswith(XML) else read_json
    return tuple(
        Event({name: value for name, value in event.body.items() if name != "eventID"})
        if event.event_id == event_hash(event)
        else event
        for event in read(answer.body).events
    )


def times_found(event: Event, found: tuple[Event, ...]) -> int:
    """Return how often an event is among those that were found."""
    return [content_of(each) for each in found].count(content_of(event))


def content_of(event: Event) -> bytes:
    """Return the normal form as one text, names in order, trailing zeros of numbers left out: 10 and 10.0 are one."""
    return _ENCODER.encode(_without_trailing_zeros(event.body))


def _without_trailing_zeros(value: Any) -> Any:
    if isinstance(value, Decimal):
        return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
    if isinstance(value, Mapping):
        return {name: _without_trailing_zeros(member) for name, member in value.items()}
    return [_without_trailing_zeros(item) for item in value] if isinstance(value, list | tuple) else value
