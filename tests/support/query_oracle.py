"""The query language a second time, slow and plain, after the words of EPCIS 2.0, clause 8.2.7.1: what tests hold the server to.

It takes the name of each parameter apart by itself and looks at whole events one after the other. Nothing of the server's own
reading of queries is used here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

Body = Mapping[str, Any]

NAMESPACES = {"ex": "https://ex.org/", "cbvmda": "urn:epcglobal:cbv:mda:"}
BIZ_WEB = "https://ref.gs1.org/cbv/"


@dataclass(frozen=True)
class Known:
    """An event, when the repository took it, and the master data that go with it."""

    body: Body
    record_time: datetime
    children: Mapping[str, Sequence[str]]
    """By place, the places right below it."""
    attributes: Mapping[str, Mapping[str, Sequence[str]]]
    """By thing, the values of each attribute."""


def meets(parameters: Mapping[str, Any], known: Known) -> bool:
    """Return whether an event meets every parameter; those that only order or count are met by all."""
    return all(_meets(name, value if isinstance(value, list) else [value], known) for name, value in parameters.items())


def order_key(by: str, known: Known) -> tuple[int, Any] | None:
    """Return what an event is ordered by, or None where it lacks the field: numbers, then times, then texts."""
    if by == "eventTime":
        return 0, _time(known.body["eventTime"])
    if by == "recordTime":
        return 0, known.record_time
    keys = []
    for value in _scalars(known.body.get(_name(by))):
        if isinstance(value, Decimal):
            keys.append((0, value))
        elif isinstance(value, str) and _time(value) is not None:
            keys.append((1, _time(value)))
        elif value != "":
            keys.append((2, str(value).lower().encode() if isinstance(value, bool) else value.encode()))
    return min(keys, default=None)


def _meets(name: str, asked: list[Any], known: Known) -> bool:
    body = known.body
    match name.split("_"):
        case ["orderBy"] | ["orderDirection"] | ["eventCountLimit"] | ["maxEventCount"] | ["@context"]:
            return True
        case ["eventType"]:
            return body["type"] in asked
        case ["GE" | "LT" as comparison, "eventTime"]:
            return _compares(_time(body["eventTime"]), comparison, _time(asked[0]))
        case ["GE" | "LT" as comparison, "recordTime"]:
            return _compares(known.record_time, comparison, _time(asked[0]))
        case ["EQ", "action" | "bizStep" | "disposition" | "eventID" | "transformationID" as field]:
            return body.get(field) in asked
        case ["EQ", "persistentDisposition", "set" | "unset" as part]:
            return bool(set(body.get("persistentDisposition", {}).get(part, ())) & set(asked))
        case ["EQ", "readPoint" | "bizLocation" as field]:
            return body.get(field, {}).get("id") in asked
        case ["WD", "readPoint" | "bizLocation" as field]:
            return body.get(field, {}).get("id") in {place for top in asked for place in _below(top, known)}
        case ["MATCH", which]:
            return any(_matches(own, pattern) for own in _identifiers(which, body) for pattern in asked)
        case ["EXISTS", "errorDeclaration" | "sensorElementList" as field]:
            return field in body or asked[0] in (False, "false")
        case [comparison, "errorDeclarationTime"] | [comparison, "errorDeclaration", "Time"]:
            declared = body.get("errorDeclaration", {}).get("declarationTime")
            return declared is not None and _compares(_time(declared), comparison, _time(asked[0]))
        case ["EQ", "errorReason"]:
            return body.get("errorDeclaration", {}).get("reason") in asked
        case ["EQ", "correctiveEventID"]:
            return bool(set(body.get("errorDeclaration", {}).get("correctiveEventIDs", ())) & set(asked))
        case [comparison, "quantity", *unit]:
            own = (quantity for quantity in _quantities(body) if not unit or quantity.get("uom") == unit[0])
            return _any_number((quantity.get("quantity") for quantity in own), comparison, asked)
        case ["EQ", "bizTransaction" | "source" | "destination" as field, *_]:
            kind = name.split("_", 2)[2]
            return any(
                entry.get("type") == kind and entry.get(field) in asked for entry in body.get(f"{field}List", ())
            )
        case ["HASATTR", *_]:
            own = _vocabulary_values(name.removeprefix("HASATTR_"), body)
            return any(_attribute(text) in known.attributes.get(value, {}) for value in own for text in asked)
        case ["EQATTR", *_] | ["EQ", "ATTR", *_]:
            field, _, attribute = name.removeprefix("EQATTR_").removeprefix("EQ_ATTR_").partition("_")
            own = _vocabulary_values(field, body)
            return any(
                set(known.attributes.get(value, {}).get(_attribute(attribute), ())) & set(asked) for value in own
            )
    return _of_sensors(name, asked, body) if _is_of_sensors(name) else _of_extensions(name, asked, body)


# Sensors.

_REPORT = ("value", "minValue", "maxValue", "meanValue", "sDev", "percValue")
_TEXTS = (
    "type", "deviceID", "dataProcessingMethod", "microorganism", "chemicalSubstance", "bizRules", "stringValue",
    "hexBinaryValue", "uriValue",
)  # fmt: skip


def _is_of_sensors(name: str) -> bool:
    field = name.split("_")[1]
    return field in (*_REPORT, *_TEXTS, "time", "startTime", "endTime", "booleanValue", "percRank")


def _of_sensors(name: str, asked: list[Any], body: Body) -> bool:
    comparison, field, *unit = name.split("_")
    elements = body.get("sensorElementList", ())
    reports = [report for element in elements for report in element.get("sensorReport", ())]
    parts = [*reports, *(element.get("sensorMetadata", {}) for element in elements)]
    if field in ("time", "startTime", "endTime"):
        return any(field in part and _compares(_time(part[field]), comparison, _time(asked[0])) for part in parts)
    if field == "booleanValue":
        return any(report.get(field) is (asked[0] in (True, "true")) for report in reports if field in report)
    if field == "hexBinaryValue":
        wanted = {bytes.fromhex(text) for text in asked}
        return any(bytes.fromhex(part[field]) in wanted for part in parts if field in part)
    if field in _TEXTS:
        return any(part.get(field) in asked for part in parts)
    own = (report.get(field) for report in reports if not unit or report.get("uom") == unit[0])
    return _any_number(own, comparison, asked)


# Extensions.


def _of_extensions(name: str, asked: list[Any], body: Body) -> bool:
    comparison, _, rest = name.partition("_")
    is_inner = rest.startswith("INNER_")
    rest = rest.removeprefix("INNER_")
    holders: list[Any] = [body]
    for word, found in (
        ("ILMD_", [body.get("ilmd", {})]),
        ("ERROR_DECLARATION_", [body.get("errorDeclaration", {})]),
        ("SENSORELEMENT_", list(body.get("sensorElementList", ()))),
        ("SENSORMETADATA_", [element.get("sensorMetadata", {}) for element in body.get("sensorElementList", ())]),
        ("SENSORREPORT_", [r for element in body.get("sensorElementList", ()) for r in element.get("sensorReport", ())]),
        ("readPoint_", [body.get("readPoint", {})]),
        ("bizLocation_", [body.get("bizLocation", {})]),
    ):  # fmt: skip
        if rest.startswith(word):
            holders, rest = found, rest.removeprefix(word)
            break
    name = _name(rest)
    values = [
        value
        for holder in holders
        for value in (_inner(holder, name) if is_inner else [holder[name]] if name in holder else [])
    ]
    if comparison == "EXISTS":
        return any(_is_filled(value) for value in values)
    scalars = [scalar for value in values for scalar in _scalars(value)]
    if comparison == "EQ":
        return any(_equal(own, one) for own in scalars for one in asked)
    return any(_greater_or_less(own, comparison, asked[0]) for own in scalars)


def _is_filled(value: Any) -> bool:
    return any(map(_is_filled, value)) if isinstance(value, list) else value not in ("", {})


def _inner(holder: Body, name: str) -> Iterator[Any]:
    """Return the values under a name at any depth within the extensions of a holder, but not those extensions themselves."""

    def within(value: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            for own, member in value.items():
                if own == name:
                    yield member
                yield from within(member)
        elif isinstance(value, list):
            for member in value:
                yield from within(member)

    for own, value in holder.items():
        if own.startswith("{"):
            yield from within(value)


def _scalars(value: Any) -> Iterator[Any]:
    """Return the value itself, each of a list, or the text of an element that has attributes beside it."""
    if isinstance(value, list):
        for member in value:
            yield from _scalars(member)
    elif isinstance(value, dict):
        yield from _scalars(value.get("#text"))
    elif value is not None and value != "":
        yield value


def _equal(own: Any, asked: Any) -> bool:
    if isinstance(own, bool):
        return asked is own or asked == str(own).lower()
    if isinstance(own, Decimal):
        return not isinstance(asked, bool) and _number(asked) == own
    if isinstance(asked, str):
        return bool(own == asked or (_time(own) is not None and _time(own) == _time(asked)))
    return not isinstance(asked, bool) and _number(own) is not None and _number(own) == _number(asked)


def _greater_or_less(own: Any, comparison: str, asked: Any) -> bool:
    if isinstance(own, bool):
        return False
    if (moment := _time(asked)) is not None:
        return isinstance(own, str) and _time(own) is not None and _compares(_time(own), comparison, moment)
    number = _number(own)
    return number is not None and _compares(number, comparison, _number(asked))


# Names, numbers and times.


def _name(text: str) -> str:
    if "#" in text:
        namespace, _, local = text.rpartition("#")
        return f"{{{namespace}}}{local}" if namespace else local
    prefix, colon, local = text.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else text


def _attribute(text: str) -> str:
    prefix, colon, local = text.partition(":")
    if not colon:
        return NAMESPACES["cbvmda"] + text
    return NAMESPACES[prefix] + local if prefix in NAMESPACES else text


def _number(value: Any) -> Decimal | None:
    if isinstance(value, str) and not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", value):
        return None
    return Decimal(str(value))


def _time(value: Any) -> datetime | None:
    if not isinstance(value, str) or "T" not in value:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _compares(own: Any, comparison: str, asked: Any) -> bool:
    match comparison:
        case "EQ":
            return bool(own == asked)
        case "GT":
            return bool(own > asked)
        case "GE":
            return bool(own >= asked)
        case "LT":
            return bool(own < asked)
        case "LE":
            return bool(own <= asked)
    raise ValueError(comparison)


def _any_number(own: Iterator[Any], comparison: str, asked: list[Any]) -> bool:
    return any(number is not None and _compares(number, comparison, _number(one)) for number in own for one in asked)


# What an event names.


def _quantities(body: Body) -> Iterator[Body]:
    for name in ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"):
        yield from body.get(name, ())


def _identifiers(which: str, body: Body) -> list[str]:
    lists = {
        "epc": ("epcList", "childEPCs"),
        "inputEPC": ("inputEPCList",),
        "outputEPC": ("outputEPCList",),
        "anyEPC": ("epcList", "childEPCs", "inputEPCList", "outputEPCList"),
        "epcClass": ("quantityList", "childQuantityList"),
        "inputEPCClass": ("inputQuantityList",),
        "outputEPCClass": ("outputQuantityList",),
        "anyEPCClass": ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"),
    }
    found = [entry["epcClass"] if isinstance(entry, dict) else entry for name in lists.get(which, ()) for entry in body.get(name, ())]  # fmt: skip
    if which in ("parentID", "anyEPC") and "parentID" in body:
        found.append(body["parentID"])
    return found


def _matches(own: str, pattern: str) -> bool:
    """Return whether a canonical identifier equals another, or is among those of a pure identity pattern."""
    if not pattern.startswith("urn:epc:idpat:"):
        return own == pattern
    scheme, _, rest = pattern.removeprefix("urn:epc:idpat:").partition(":")
    prefix, *more = rest.split(".")
    if scheme == "sscc":
        return re.fullmatch(rf"https://id\.gs1\.org/00/\d{re.escape(prefix)}\d+", own) is not None
    if scheme != "sgtin":
        raise ValueError(scheme)
    digits = r"\d{12}" if prefix == "*" else prefix + rf"\d{{{12 - len(prefix)}}}"
    indicator = r"\d"
    if more[0] != "*":
        indicator, digits = more[0][0], prefix + more[0][1:]
    below = "(/(10|21)/.+)?" if more[1] == "*" else f"/21/{re.escape(more[1])}"
    return re.fullmatch(rf"https://id\.gs1\.org/01/{indicator}{digits}\d{below}", own) is not None


def _vocabulary_values(field: str, body: Body) -> list[str]:
    match field:
        case "readPoint" | "bizLocation":
            return [body[field]["id"]] if "id" in body.get(field, {}) else []
        case "bizStep" | "disposition":
            family = {"bizStep": "BizStep", "disposition": "Disp"}[field]
            return [f"{BIZ_WEB}{family}-{body[field]}"] if field in body else []
        case "source" | "destination" | "bizTransaction":
            return [entry[field] for entry in body.get(f"{field}List", ()) if field in entry]
        case "epcClass":
            return _identifiers("anyEPCClass", body)
    return [value for value in _scalars(body.get(_name(field))) if isinstance(value, str)]


def _below(top: str, known: Known) -> set[str]:
    found, more = {top}, [top]
    while more:
        for child in known.children.get(more.pop(), ()):
            if child not in found:
                found.add(child)
                more.append(child)
    return found
