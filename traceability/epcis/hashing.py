"""The event hash of CBV 2.0 (§8.9.2): a fingerprint of an event that is the same in XML and JSON-LD.

Computed from the normal form without JSON-LD expansion. Where the standard's text leaves room, the published set of
pre-hash strings decides, which is why a text that reads as a number is written as the shortest double: the commitment
(formats.md §4) keeps numbers exactly, this hash does not. Left out are eventID, recordTime, errorDeclaration,
certificationInfo and comments.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from hashlib import new as new_hash
from hashlib import sha256

from traceability.epcis import vocabulary
from traceability.epcis.event import Event
from traceability.epcis.raw import Raw
from traceability.epcis.times import milliseconds_of
from traceability.epcis.values import identifier_in
from traceability.epcis.xml_form import OWN_TEXT, plain

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_FAMILIES = (
    ("urn:epcglobal:cbv:bizstep:", vocabulary.BUSINESS_STEPS.web),
    ("urn:epcglobal:cbv:disp:", vocabulary.DISPOSITIONS.web),
    ("urn:epcglobal:cbv:btt:", vocabulary.TRANSACTION_TYPES.web),
    ("urn:epcglobal:cbv:sdt:", vocabulary.SOURCE_TYPES.web),
    ("urn:epcglobal:cbv:er:", vocabulary.ERROR_REASONS.web),
    ("gs1:", "https://gs1.org/voc/"),
    ("cbv:", "https://ref.gs1.org/cbv/"),
)
_COMMENTS = frozenset({"{http://www.w3.org/2000/01/rdf-schema#}comment"})
_ID = "https://id.gs1.org/"
_CANONICAL = re.compile(r"https://id\.gs1\.org/(?:01/[0-9]{14}(?:/(?:10|21)/[A-Za-z0-9._~-]+)?|00/[0-9]{18})")
"""What most lists of things hold, in canonical form, and nothing that is not canonical."""
_LONGEST_REMEMBERED = 256

_FIRST_QUANTITIES = ("quantityList", "childQuantityList", "inputQuantityList")
_PLACES = ("readPoint", "bizLocation")
_METADATA = (
    "time",
    "startTime",
    "endTime",
    "deviceID",
    "deviceMetadata",
    "rawData",
    "dataProcessingMethod",
    "bizRules",
)
_REPORT_ORDER = """
    type exception deviceID deviceMetadata rawData dataProcessingMethod time microorganism chemicalSubstance value
    component stringValue booleanValue hexBinaryValue uriValue minValue maxValue meanValue sDev percRank percValue uom
    coordinateReferenceSystem
"""
_REPORT = tuple(_REPORT_ORDER.split())
_REPORT_NAMES = frozenset(_REPORT)
_TIMES = frozenset({"time", "startTime", "endTime"})
_SENSOR_WORDS = {"type": vocabulary.MEASUREMENTS, "exception": vocabulary.ALERTS, "component": vocabulary.COMPONENTS}


def event_hash(event: Event, algorithm: str = "sha256") -> str:
    """Return the event hash as a named-information URI: ``ni:///sha-256;…?ver=CBV2.0``.

    `algorithm` is Python's name of another hash that the standard allows: ``sha384``, ``sha512``, ``sha3_256``, …
    """
    text = prehash_string(event).encode()
    if algorithm == "sha256":
        return f"ni:///sha-256;{sha256(text).hexdigest()}?ver=CBV2.0"
    name = algorithm.replace("_", "-") if "_" in algorithm else algorithm.replace("sha", "sha-")
    return f"ni:///{name};{new_hash(algorithm, text).hexdigest()}?ver=CBV2.0"


def prehash_string(event: Event) -> str:
    """Return the text that is hashed: the event's fields in canonical order, joined without separators."""
    body = event.body
    get = body.get
    parts = [
        f"eventType={body['type']}eventTime={milliseconds_of(body['eventTime'])}eventTimeZoneOffset={body['eventTimeZoneOffset']}"
    ]
    if things := get("epcList"):
        parts.append(_things("epcList", things))
    if parent := get("parentID"):
        parts.append(f"parentID={_thing(parent)}")
    if things := get("inputEPCList"):
        parts.append(_things("inputEPCList", things))
    if things := get("childEPCs"):
        parts.append(_things("childEPCs", things))
    parts.extend(_quantities(name, body[name]) for name in _FIRST_QUANTITIES if name in body)
    if things := get("outputEPCList"):
        parts.append(_things("outputEPCList", things))
    if elements := get("outputQuantityList"):
        parts.append(_quantities("outputQuantityList", elements))
    if action := get("action"):
        parts.append(f"action={action}")
    if reference := get("transformationID"):
        parts.append(f"transformationID={_text(reference)}")
    if step := get("bizStep"):
        parts.append(f"bizStep={vocabulary.BUSINESS_STEPS.address(step)}")
    if disposition := get("disposition"):
        parts.append(f"disposition={vocabulary.DISPOSITIONS.address(disposition)}")
    if persistent := get("persistentDisposition"):
        parts.append(_persistent(persistent))
    parts.extend(_place(name, body[name]) for name in _PLACES if name in body)
    sensors = get("sensorElementList")
    if sensors:
        parts.append("sensorElementList" + "".join(sorted(map(_sensor_element, sensors))))
    # The published set sorts all that follows by name: transactions, destinations, ilmd, sources, then extensions.
    rest = _extensions(body)
    if transactions := get("bizTransactionList"):
        rest.append(_typed("bizTransactionList", "bizTransaction", transactions, vocabulary.TRANSACTION_TYPES))
    if destinations := get("destinationList"):
        rest.append(_typed("destinationList", "destination", destinations, vocabulary.SOURCE_TYPES))
    if ilmd := get("ilmd"):
        rest.append("ilmd" + "".join(sorted(_extensions(ilmd))))
    if sources := get("sourceList"):
        rest.append(_typed("sourceList", "source", sources, vocabulary.SOURCE_TYPES))
    if sensors and (unordered := _unordered_of_reports(sensors)):
        rest.append(unordered)
    if rest:
        rest.sort()
        parts.extend(rest)
    return "".join(parts)


def _things(name: str, things: list[str]) -> str:
    # A thing that is named a second time stands there as its author wrote it (see normal_form.py).
    known = _CANONICAL.fullmatch
    return name + "".join(sorted([f"epc={thing if known(thing) else _text(thing)}" for thing in things]))


def _thing(text: str) -> str:
    # Canonical identifiers of the normal form are most of what is hashed: they need no second look.
    return text if text.startswith(_ID) else _text(text)


def _quantities(name: str, elements: list[Mapping[str, Raw]]) -> str:
    return name + "".join(sorted(map(_quantity, elements)))


def _quantity(element: Mapping[str, Raw]) -> str:
    text = "quantityElement"
    if identifier := element.get("epcClass"):
        text += f"epcClass={_thing(identifier)}"
    if (amount := element.get("quantity")) is not None:
        text += f"quantity={_number(amount)}"
    if unit := element.get("uom"):
        text += f"uom={unit.strip()}"
    return text


def _persistent(persistent: Mapping[str, list[str]]) -> str:
    text = "persistentDisposition"
    for name in ("set", "unset"):
        text += "".join(sorted(f"{name}={vocabulary.DISPOSITIONS.address(word)}" for word in persistent.get(name, ())))
    return text


def _place(name: str, place: Mapping[str, Raw]) -> str:
    text = f"{name}id={_thing(place['id'])}" if "id" in place else name
    return text if len(place) == 1 else text + "".join(sorted(_extensions(place)))


def _typed(name: str, member: str, elements: list[Mapping[str, Raw]], types: vocabulary.Vocabulary) -> str:
    texts = []
    for element in elements:
        kind = f"type={types.address(element['type'])}" if "type" in element else ""
        texts.append(f"{kind}{member}={_thing(element[member])}" if member in element else kind)
    return name + "".join(sorted(texts))


def _sensor_element(element: Mapping[str, Raw]) -> str:
    text = "sensorElement"
    if metadata := element.get("sensorMetadata"):
        text += "sensorMetadata" + _ordered(metadata, _METADATA) + "".join(sorted(_extensions(metadata)))
    reports = [
        "sensorReport" + _ordered(report, _REPORT) + "".join(sorted(_extensions(report)))
        for report in element.get("sensorReport", ())
    ]
    return text + "".join(sorted(reports)) + "".join(sorted(_extensions(element)))


def _ordered(values: Mapping[str, Raw], names: Iterable[str]) -> str:
    text = ""
    for name in names:
        value = values.get(name)
        if value is None:
            continue
        if name in _TIMES:
            text += f"{name}={milliseconds_of(value)}"
        elif name in _SENSOR_WORDS:
            text += f"{name}={_SENSOR_WORDS[name].address(value)}"
        else:
            text += f"{name}={_value(value)}"
    return text


def _unordered_of_reports(elements: list[Mapping[str, Raw]]) -> str:
    """Return what reports hold outside the canonical order (bizRules); the published set puts it last."""
    texts = []
    for element in elements:
        reports = []
        for report in element.get("sensorReport", ()):
            names = [name for name in report if name not in _REPORT_NAMES and not name.startswith("{")]
            if names:
                reports.append("sensorReport" + "".join(sorted(f"{name}={_value(report[name])}" for name in names)))
        if reports:
            texts.append("sensorElement" + "".join(sorted(reports)))
    return "sensorElementList" + "".join(sorted(texts)) if texts else ""


def _extensions(members: Mapping[str, Raw]) -> list[str]:
    found: list[str] = []
    for name, value in plain(members).items():
        if name.startswith("{") and name not in _COMMENTS:
            _extend(found, name, value)
    return found


def _extend(found: list[str], name: str, value: Raw) -> None:
    if isinstance(value, list):
        for member in value:
            _extend(found, name, member)
    elif isinstance(value, dict):
        inner: list[str] = []
        members = plain(value)
        for key, member in members.items():
            if key != OWN_TEXT and key not in _COMMENTS:
                _extend(inner, key, member)
        inner.sort()
        own = members.get(OWN_TEXT, "")
        own = f"={_value(own)}" if own else ""
        found.append(f"{name}{own}{''.join(inner)}")
    else:
        text = _value(value)
        found.append(f"{name}={text}" if text else name)


def _value(value: Raw) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _number(value)


def _number(value: Decimal) -> str:
    number = float(value)
    if number in {float("inf"), float("-inf")}:
        return str(value)
    return str(int(number)) if number.is_integer() else repr(number)


def _text(value: str) -> str:
    """Return a text value as it is hashed: trimmed, words and identifiers as web addresses, numbers in one writing."""
    # Only short texts are remembered, so that the memory cannot be filled with long ones.
    return _short_text(value) if len(value) <= _LONGEST_REMEMBERED else _any_text(value)


@lru_cache(maxsize=8192)
def _short_text(value: str) -> str:
    return _any_text(value)


def _any_text(value: str) -> str:
    text = value.strip()
    if not text:
        return text
    if text[0] in "+-.0123456789" and _NUMBER.fullmatch(text):
        number = float(text)
        if number in {float("inf"), float("-inf")}:
            return text
        return str(int(number)) if number.is_integer() else repr(number)
    for prefix, web in _FAMILIES:
        if text.startswith(prefix):
            return web + text[len(prefix) :]
    if (
        text.startswith(("urn:epc:", "http://", "https://"))
        and (found := identifier_in(text))
        and found.scheme == "gs1"
    ):
        return found.canonical
    return text
