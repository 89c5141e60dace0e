"""Filters on the body of an event, for query parameters that the store has no index for (EPCIS 2.0 §8.2.7.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from api.errors import QueryParameterInvalid
from traceability.epcis import Event, vocabulary
from traceability.epcis.times import TimeUnreadable, moment_of, normal_time
from traceability.identifiers import IdentifierInvalid, parse

BodyFilter = Callable[[Event], bool]

_COMPARISONS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "EQ": lambda own, asked: bool(own == asked),
    "GT": lambda own, asked: bool(own > asked),
    "GE": lambda own, asked: bool(own >= asked),
    "LT": lambda own, asked: bool(own < asked),
    "LE": lambda own, asked: bool(own <= asked),
}
_QUANTITY_LISTS = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
_REPORT_FIELDS = frozenset(
    (
        "type",
        "deviceID",
        "dataProcessingMethod",
        "microorganism",
        "chemicalSubstance",
        "bizRules",
        "stringValue",
        "hexBinaryValue",
        "uriValue",
    )
)
_SENSOR_NUMBERS = frozenset(("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"))
_TYPED_LISTS: Final = {
    "bizTransaction": ("bizTransactionList", "bizTransaction", vocabulary.TRANSACTION_TYPES),
    "source": ("sourceList", "source", vocabulary.SOURCE_TYPES),
    "destination": ("destinationList", "destination", vocabulary.SOURCE_TYPES),
}
_CURE = "see the parameters of GET /events in EPCIS 2.0; this server checks all that it accepts"


def body_filter(name: str, values: Sequence[str]) -> BodyFilter:
    """Return the filter that a parameter asks for.

    Raises:
        QueryParameterInvalid: if there is no such parameter, or a value has not its form.
    """
    comparison, _, rest = name.partition("_")
    if comparison in _COMPARISONS:
        found = _compared(name, comparison, rest, values)
        if found is not None:
            return found
    if comparison == "EXISTS" and rest:
        return _exists(rest)
    raise QueryParameterInvalid(name, ", ".join(values), _CURE)


def _compared(name: str, comparison: str, rest: str, values: Sequence[str]) -> BodyFilter | None:
    holds = _COMPARISONS[comparison]
    if rest == "quantity":
        asked = [_number(name, value) for value in values]
        return lambda event: any(holds(own, one) for own in _quantities(event) for one in asked)
    if rest in ("startTime", "endTime", "errorDeclarationTime", "errorDeclaration_Time") and comparison in ("GE", "LT"):
        moments = [_moment(name, value) for value in values]
        return lambda event: any(holds(own, one) for own in _times(event, rest) for one in moments)
    unit = re.fullmatch(r"([A-Za-z]+)_([A-Z0-9]{2,3})", rest)
    if unit is not None and unit[1] in _SENSOR_NUMBERS:
        asked = [_number(name, value) for value in values]
        return lambda event: any(holds(own, one) for own in _measured(event, unit[1], unit[2]) for one in asked)
    if comparison == "EQ":
        return _equal(name, rest, values)
    return None


def _equal(name: str, rest: str, values: Sequence[str]) -> BodyFilter | None:
    wanted = frozenset(values)
    if rest in ("errorReason", "correctiveEventID"):
        member = "reason" if rest == "errorReason" else "correctiveEventIDs"
        asked = frozenset(vocabulary.ERROR_REASONS.normal(value) for value in values) | wanted
        return lambda event: bool(asked & set(_texts((event.error_declaration or {}).get(member))))
    if rest == "transformationID":
        return lambda event: event.body.get("transformationID") in wanted
    persistent = re.fullmatch("persistentDisposition_(set|unset)", rest)
    if persistent is not None:
        asked = frozenset(vocabulary.DISPOSITIONS.normal(value) for value in values)
        return lambda event: bool(asked & set(_texts(event.body.get("persistentDisposition", {}).get(persistent[1]))))
    head, _, tail = rest.partition("_")
    if head in _TYPED_LISTS and tail:
        return _typed(head, tail, values)
    if rest in _REPORT_FIELDS:
        asked = (
            frozenset(vocabulary.MEASUREMENTS.normal(value) for value in values) | wanted if rest == "type" else wanted
        )
        return lambda event: any(part.get(rest) in asked for part in _sensor_parts(event))
    if rest == "booleanValue":
        if not wanted <= {"true", "false"}:
            raise QueryParameterInvalid(name, ", ".join(values), "give true or false")
        return lambda event: any(str(part.get(rest)).lower() in wanted for part in _sensor_parts(event))
    return _extension(rest, wanted)


def _typed(head: str, kind: str, values: Sequence[str]) -> BodyFilter:
    member, value_name, words = _TYPED_LISTS[head]
    wanted_kind = words.normal(kind)
    wanted = frozenset(_canonical(value) for value in values)
    return lambda event: any(
        element.get("type") == wanted_kind and element.get(value_name) in wanted
        for element in event.body.get(member, ())
    )


def _extension(rest: str, wanted: frozenset[str]) -> BodyFilter | None:
    """Return the filter for `EQ_ILMD_ns#name` and `EQ_ns#name`: a namespace and a local name apart by `#`."""
    in_ilmd = rest.startswith("ILMD_")
    name = _extension_name(rest.removeprefix("ILMD_"))
    if name is None:
        return None

    def found(event: Event) -> bool:
        holder = event.body.get("ilmd", {}) if in_ilmd else event.body
        return bool(wanted & set(_texts(holder.get(name))))

    return found


def _exists(rest: str) -> BodyFilter:
    in_ilmd = rest.startswith("ILMD_")
    name = _extension_name(rest.removeprefix("ILMD_")) or rest
    return lambda event: name in (event.body.get("ilmd", {}) if in_ilmd else event.body)


def _extension_name(text: str) -> str | None:
    namespace, separator, local = text.rpartition("#")
    return f"{{{namespace}}}{local}" if separator and namespace and local else None


def _quantities(event: Event) -> Iterator[Decimal]:
    for name in _QUANTITY_LISTS:
        for element in event.body.get(name, ()):
            if isinstance(element.get("quantity"), Decimal):
                yield element["quantity"]


def _sensor_parts(event: Event) -> Iterator[Mapping[str, Any]]:
    for element in event.body.get("sensorElementList", ()):
        yield element.get("sensorMetadata", {})
        yield from element.get("sensorReport", ())


def _measured(event: Event, field: str, unit: str) -> Iterator[Decimal]:
    for part in _sensor_parts(event):
        if part.get("uom") == unit and isinstance(part.get(field), Decimal):
            yield part[field]


def _times(event: Event, name: str) -> Iterator[datetime]:
    if name.startswith("error"):
        texts = _texts((event.error_declaration or {}).get("declarationTime"))
    else:
        texts = [part[name] for part in _sensor_parts(event) if name in part]
    for text in texts:
        yield moment_of(text)


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _number(name: str, value: str) -> Decimal:
    try:
        number = Decimal(value)
    except InvalidOperation as error:
        raise QueryParameterInvalid(name, value, "give a number") from error
    if not number.is_finite() or abs(number.adjusted()) > 1000:
        raise QueryParameterInvalid(name, value, "give a finite number")
    return number


def _moment(name: str, value: str) -> datetime:
    try:
        return moment_of(normal_time(value.strip().replace(" ", "+")))
    except TimeUnreadable as error:
        raise QueryParameterInvalid(name, value, "write it as 2026-03-01T08:00:00Z") from error


def _canonical(text: str) -> str:
    try:
        return parse(text).canonical
    except IdentifierInvalid:
        return text
