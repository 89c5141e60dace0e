"""Events and queries made at random from small pools of values, so that they meet each other often.

Events are bodies in normal form. Names of parameters are those of GS1's query-schema.json (EPCIS 2.0): the fixed ones, and one
example of each pattern.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from query_oracle import Known

from traceability.epcis import Event

Body = dict[str, Any]
A, B = "{https://ex.org/}a", "{https://ex.org/}b"
LOT = "{urn:epcglobal:cbv:mda:}lotNumber"
ITEMS = [f"https://id.gs1.org/01/06901234000016/21/{serial}" for serial in "12"] + [
    "https://id.gs1.org/01/16901234000013/21/1",
    "https://id.gs1.org/00/069012340000000016",
]
CLASSES = [
    "https://id.gs1.org/01/06901234000016",
    "https://id.gs1.org/01/06901234000016/10/L1",
    "https://id.gs1.org/01/16901234000013/10/L1",
]
PLACES = [f"https://id.gs1.org/414/{number}" for number in ("6901234000016", "6901234000023", "6901234000030")]
PARTIES = [f"https://id.gs1.org/417/{number}" for number in ("6901234000016", "6901234000023")]
STEPS = ["shipping", "receiving", "https://ex.org/steps/own"]
DISPOSITIONS = ["in_transit", "active", "https://ex.org/dispositions/own"]
TIMES = [f"2026-03-0{day}T08:00:00{fraction}Z" for day in (1, 2, 3) for fraction in ("", ".5")]
OTHER_WRITINGS = ["2026-03-02T16:00:00+08:00", "2026-03-01T08:00:00.500Z", "2026-03-04T00:00:00-05:00"]
NUMBERS = [Decimal(text) for text in ("-1.5", "0", "1", "2.50", "10", "1E3")]
URIS = ["urn:uuid:1", "https://ex.org/uri/2", "urn:epcglobal:cbv:bt:6901234000016:PO1"]
UNITS = ["KGM", "CEL", "P1"]
RECORDED = datetime(2026, 3, 4, tzinfo=UTC)

EXTENSION = "ex:a"
HOLDERS = ("ILMD_", "ERROR_DECLARATION_", "SENSORELEMENT_", "SENSORMETADATA_", "SENSORREPORT_")
COMPARISONS = ("EQ", "GT", "GE", "LT", "LE")

FIXED = [
    "eventType",
    "GE_eventTime",
    "LT_eventTime",
    "GE_recordTime",
    "LT_recordTime",
    "EQ_action",
    "EQ_bizStep",
    "EQ_disposition",
    "EQ_persistentDisposition_set",
    "EQ_persistentDisposition_unset",
    "EQ_quantity",
    "GT_quantity",
    "GE_quantity",
    "LT_quantity",
    "LE_quantity",
    "EQ_readPoint",
    "WD_readPoint",
    "EQ_bizLocation",
    "WD_bizLocation",
    "EQ_transformationID",
    "MATCH_epc",
    "MATCH_parentID",
    "MATCH_inputEPC",
    "MATCH_outputEPC",
    "MATCH_anyEPC",
    "MATCH_epcClass",
    "MATCH_inputEPCClass",
    "MATCH_outputEPCClass",
    "MATCH_anyEPCClass",
    "EQ_eventID",
    "EXISTS_errorDeclaration",
    "GE_errorDeclaration_Time",
    "LT_errorDeclaration_Time",
    "GE_errorDeclarationTime",
    "LT_errorDeclarationTime",
    "EQ_errorReason",
    "EQ_correctiveEventID",
    "EXISTS_sensorElementList",
    "GE_time",
    "LT_time",
    "GE_startTime",
    "LT_startTime",
    "GE_endTime",
    "LT_endTime",
    "EQ_type",
    "EQ_deviceID",
    "EQ_dataProcessingMethod",
    "EQ_microorganism",
    "EQ_chemicalSubstance",
    "EQ_bizRules",
    "EQ_stringValue",
    "EQ_booleanValue",
    "EQ_hexBinaryValue",
    "EQ_uriValue",
    "GE_percRank",
    "LT_percRank",
    "GT_percRank",
    "LE_percRank",
]
"""The parameters with a fixed name that test an event, in both spellings where there are two."""

ORDERING = ("orderBy", "orderDirection", "eventCountLimit", "maxEventCount")

PATTERNS = (
    "EQ_bizTransaction_po", "EQ_source_owning_party", "EQ_destination_location",
    *(f"{comparison}_{nested}{holder}{EXTENSION}" for holder in ("", *HOLDERS) for nested in ("", "INNER_")
      for comparison in COMPARISONS),
    *(f"EXISTS_{nested}{holder}{EXTENSION}" for holder in ("", "ILMD_", "ERROR_DECLARATION_") for nested in ("", "INNER_")),
    *(f"EXISTS_{holder}{EXTENSION}" for holder in ("SENSORELEMENT_", "SENSORMETADATA_", "SENSORREPORT_")),
    *(f"EQ_{nested}{place}_{EXTENSION}" for place in ("readPoint", "bizLocation") for nested in ("", "INNER_")),
    f"HASATTR_{EXTENSION}", "EQ_ATTR_bizLocation_site",
    *(f"{comparison}_{name}_CEL" for name in ("minValue", "maxValue", "meanValue", "sDev", "value", "percValue")
      for comparison in COMPARISONS if comparison != "EQ" or name == "value"),
    *(f"{comparison}_quantity_KGM" for comparison in COMPARISONS),
)  # fmt: skip
"""An example of each of the 108 patterns."""

FURTHER = (
    "HASATTR_bizLocation", "HASATTR_readPoint", "HASATTR_bizStep", "HASATTR_epcClass", "HASATTR_source",
    "EQATTR_readPoint_cbvmda:site", "EQATTR_ex:a_cbvmda:site", "EQ_https://ex.org/#b", "EXISTS_INNER_#plain", "EQ_INNER_plain",
    "EQ_ILMD_cbvmda:lotNumber", "EXISTS_INNER_SENSORREPORT_ex:b", "GE_readPoint_ex:a",
)  # fmt: skip
"""What we know beyond the schema, and other writings of the same."""

NAMES = (*FIXED, *PATTERNS, *FURTHER)


def some_event(source: random.Random, number: int) -> Body:
    """Return an event of any type with any of its fields."""
    kind = source.choice(
        ["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"]
    )
    body: Body = {
        "type": kind,
        "eventID": f"urn:uuid:{number % 3}",
        "eventTime": source.choice(TIMES),
        "eventTimeZoneOffset": "+00:00",
    }
    if kind == "TransformationEvent":
        body |= {
            "inputEPCList": _few(source, ITEMS), "outputEPCList": _few(source, ITEMS),
            "inputQuantityList": _quantities(source), "outputQuantityList": _quantities(source),
            "transformationID": source.choice(URIS),
        }  # fmt: skip
    elif kind in ("AggregationEvent", "AssociationEvent"):
        body |= {
            "action": source.choice(["ADD", "OBSERVE", "DELETE"]), "parentID": source.choice(ITEMS),
            "childEPCs": _few(source, ITEMS), "childQuantityList": _quantities(source),
        }  # fmt: skip
    else:
        body |= {
            "action": source.choice(["ADD", "OBSERVE", "DELETE"]), "epcList": _few(source, ITEMS),
            "quantityList": _quantities(source),
        }  # fmt: skip
    optional: dict[str, Callable[[], Any]] = {
        "bizStep": lambda: source.choice(STEPS),
        "disposition": lambda: source.choice(DISPOSITIONS),
        "readPoint": lambda: {"id": source.choice(PLACES)} | _extended(source),
        "bizLocation": lambda: {"id": source.choice(PLACES)} | _extended(source),
        "persistentDisposition": lambda: {part: _few(source, DISPOSITIONS) for part in ("set", "unset")},
        "bizTransactionList": lambda: [
            {"type": source.choice(["po", "inv"]), "bizTransaction": source.choice(URIS)}, {"bizTransaction": URIS[0]},
        ],
        "sourceList": lambda: [{"type": source.choice(["owning_party", "location"]), "source": source.choice(PARTIES)}],
        "destinationList": lambda: [
            {"type": source.choice(["owning_party", "location"]), "destination": source.choice(PARTIES)}
        ],
        "errorDeclaration": lambda: {
            "declarationTime": source.choice(TIMES), "reason": source.choice(["did_not_occur", "incorrect_data"]),
            "correctiveEventIDs": _few(source, URIS),
        } | _extended(source),
        "sensorElementList": lambda: [_sensor_element(source) for _ in range(source.randint(1, 2))],
        "ilmd": lambda: _extended(source) | {LOT: source.choice(["L1", "L2"])},
        A: lambda: _value(source),
        B: lambda: _value(source),
    }  # fmt: skip
    body |= {name: make() for name, make in optional.items() if source.random() < 0.5}
    return _without_empty(body)


def some_parameter(source: random.Random, name: str) -> Any:
    """Return a value for a parameter, as JSON or as the texts of an address."""
    value = _some_value(source, name)
    return value if isinstance(value, list) or source.random() < 0.5 else [value]


def some_query(source: random.Random, names: Sequence[str] = NAMES) -> dict[str, Any]:
    """Return a query of up to three parameters, in some order."""
    count = source.choice([0, 1, 1, 1, 2, 2, 3])
    query = {name: some_parameter(source, name) for name in source.sample(names, count)}
    if source.random() < 0.6:
        query["orderBy"] = source.choice(["eventTime", "recordTime", "ex:a", "https://ex.org/#b"])
    if source.random() < 0.5:
        query["orderDirection"] = source.choice(["ASC", "DESC"])
    return query


def known_events(bodies: Sequence[Body]) -> list[Known]:
    """Return events as the repository knows them, each recorded an hour after the one before."""
    return [
        Known(event_of(body).body, RECORDED + timedelta(hours=number), CHILDREN, ATTRIBUTES)
        for number, body in enumerate(bodies)
    ]


def event_of(body: Body) -> Event:
    """Return an event of the normal form, its numbers exact."""
    return Event.from_json(text_of(body))


def text_of(body: Body) -> str:
    """Return the JSON text of a body."""
    return Event(body).to_json()


CHILDREN = {PLACES[0]: [PLACES[1]], PLACES[1]: [PLACES[2], PLACES[0]]}
ATTRIBUTES = {
    PLACES[0]: {"urn:epcglobal:cbv:mda:site": ["6901234000016"], "urn:epcglobal:cbv:mda:city": ["Hefei"]},
    PLACES[2]: {"urn:epcglobal:cbv:mda:site": ["other"]},
    PARTIES[0]: {"urn:epcglobal:cbv:mda:city": ["Hefei"]},
    CLASSES[0]: {"urn:epcglobal:cbv:mda:site": ["other"]},
    "x": {"urn:epcglobal:cbv:mda:site": ["6901234000016"]},
    "https://ref.gs1.org/cbv/BizStep-shipping": {"urn:epcglobal:cbv:mda:city": ["Hefei"]},
}


class MasterData:
    """The master data of the invented events."""

    def descendants(self, uri: str) -> frozenset[str]:
        """Return what lies below a place."""
        found: set[str] = set()
        more = [uri]
        while more:
            for child in CHILDREN.get(more.pop(), ()):
                if child not in found:
                    found.add(child)
                    more.append(child)
        return frozenset(found)

    def uris_with(self, attribute: str, values: Sequence[str] | None) -> frozenset[str]:
        """Return what has an attribute, with one of the values where some are given."""
        return frozenset(
            uri
            for uri, attributes in ATTRIBUTES.items()
            if attribute in attributes and (values is None or set(values) & set(attributes[attribute]))
        )


def _some_value(source: random.Random, name: str) -> Any:
    comparison, _, rest = name.partition("_")
    if name.endswith("recordTime"):
        return (RECORDED + timedelta(hours=source.randint(0, 6))).isoformat()
    if rest.lower().endswith("time"):
        return source.choice(TIMES + OTHER_WRITINGS)
    if comparison == "EXISTS":
        return source.choice([None, True, "true", 1] + ([False] if ":" not in name and "#" not in name else []))
    if name == "EQ_booleanValue":
        return source.choice([True, False, "true", "false"])
    if comparison == "HASATTR":
        return _few(source, ["cbvmda:site", "urn:epcglobal:cbv:mda:city", "cbvmda:street"], 1)
    if comparison == "EQATTR" or rest.startswith("ATTR_"):
        return _few(source, ["6901234000016", "Hefei", "other"], 1)
    pool = next((values for names, values in _POOLS if name in names), None)
    if pool is not None:
        return _few(source, pool, 1)
    if ":" not in name and "#" not in name and rest != "INNER_plain":
        one = source.choice(NUMBERS)
        number = source.choice([str(one), one, float(one)])
        return number if comparison != "EQ" or source.random() < 0.5 else [number, str(source.choice(NUMBERS))]
    if comparison == "EQ":
        return _few(
            source, ["x", "y", "5", "2.5", "true", "1", "L1", *TIMES[:2], *OTHER_WRITINGS[:2], Decimal(5), True], 1
        )
    return source.choice([*NUMBERS, "2.5", "0", *TIMES, *OTHER_WRITINGS])


_POOLS: tuple[tuple[tuple[str, ...], Sequence[Any]], ...] = (
    (("eventType",), ["ObjectEvent", "TransformationEvent", "AggregationEvent", "OwnEvent"]),
    (("EQ_action",), ["ADD", "OBSERVE", "DELETE"]),
    (("EQ_bizStep",), [*STEPS, "packing"]),
    (("EQ_disposition", "EQ_persistentDisposition_set", "EQ_persistentDisposition_unset"), [*DISPOSITIONS, "expired"]),
    (("EQ_readPoint", "WD_readPoint", "EQ_bizLocation", "WD_bizLocation"), PLACES),
    (("EQ_source_owning_party", "EQ_destination_location"), PARTIES),
    (
        (
            "EQ_transformationID", "EQ_eventID", "EQ_correctiveEventID", "EQ_bizTransaction_po", "EQ_deviceID", "EQ_uriValue",
            "EQ_dataProcessingMethod", "EQ_microorganism", "EQ_chemicalSubstance", "EQ_bizRules",
        ),
        URIS,
    ),
    (("EQ_errorReason",), ["did_not_occur", "incorrect_data"]),
    (("EQ_type",), ["Temperature", "RelativeHumidity"]),
    (("EQ_stringValue",), ["x", "y"]),
    (("EQ_hexBinaryValue",), ["0aff", "0AFF", "00"]),
    (
        ("MATCH_epc", "MATCH_parentID", "MATCH_inputEPC", "MATCH_outputEPC", "MATCH_anyEPC"),
        [
            *ITEMS, "urn:epc:idpat:sgtin:6901234.000001.*", "urn:epc:idpat:sgtin:6901234.*.*", "urn:epc:idpat:sgtin:*.*.*",
            "urn:epc:idpat:sscc:6901234.*", "urn:epc:idpat:sgtin:6901234.100001.*", "urn:epc:idpat:sgtin:6901234.000001.2",
        ],
    ),
    (
        ("MATCH_epcClass", "MATCH_inputEPCClass", "MATCH_outputEPCClass", "MATCH_anyEPCClass"),
        [*CLASSES, "urn:epc:idpat:sgtin:6901234.000001.*", "urn:epc:idpat:sgtin:6901234.*.*"],
    ),
)  # fmt: skip


def _few(source: random.Random, pool: Sequence[Any], least: int = 0) -> list[Any]:
    return source.sample(pool, source.randint(least, min(2, len(pool))))


def _quantities(source: random.Random) -> list[Body]:
    found = []
    for name in _few(source, CLASSES):
        quantity: Body = {"epcClass": name}
        if source.random() < 0.8:
            quantity["quantity"] = source.choice(NUMBERS)
            if source.random() < 0.6:
                quantity["uom"] = source.choice(UNITS)
        found.append(quantity)
    return found


def _extended(source: random.Random) -> Body:
    return {name: _value(source) for name in (A, B) if source.random() < 0.5}


def _value(source: random.Random, depth: int = 0) -> Any:
    scalars = ["x", "y", "5", "2.5", "", True, False, Decimal(5), Decimal("2.50"), *TIMES[:3], *OTHER_WRITINGS[:2]]
    choice = source.random()
    if depth == 3 or choice < 0.6:
        return source.choice(scalars)
    if choice < 0.75:
        return [_value(source, depth + 1) for _ in range(source.randint(1, 2))]
    nested = {name: _value(source, depth + 1) for name in (A, B, "plain", "#text") if source.random() < 0.4}
    if "#text" in nested:
        nested["#text"] = source.choice(["x", "y", "5"])
    return nested or {"plain": "x"}


def _sensor_element(source: random.Random) -> Body:
    shared: dict[str, Callable[[], Any]] = {
        "time": lambda: source.choice(TIMES),
        "deviceID": lambda: source.choice(URIS),
        "dataProcessingMethod": lambda: source.choice(URIS),
        "bizRules": lambda: source.choice(URIS),
    }
    metadata = shared | {"startTime": lambda: source.choice(TIMES), "endTime": lambda: source.choice(TIMES)}
    report = shared | {
        "type": lambda: source.choice(["Temperature", "RelativeHumidity"]),
        "microorganism": lambda: source.choice(URIS),
        "chemicalSubstance": lambda: source.choice(URIS),
        "stringValue": lambda: source.choice(["x", "y"]),
        "booleanValue": lambda: source.choice([True, False]),
        "hexBinaryValue": lambda: source.choice(["0aff", "00"]),
        "uriValue": lambda: source.choice(URIS),
        "uom": lambda: source.choice(UNITS),
        "percRank": lambda: source.choice(NUMBERS),
        **{name: (lambda: source.choice(NUMBERS)) for name in
           ("value", "minValue", "maxValue", "meanValue", "sDev", "percValue")},
    }  # fmt: skip

    def some(fields: dict[str, Callable[[], Any]]) -> Body:
        return {name: make() for name, make in fields.items() if source.random() < 0.6} | _extended(source)

    return {"sensorMetadata": some(metadata), "sensorReport": [some(report) for _ in range(source.randint(1, 2))]} | (
        _extended(source)
    )


def _without_empty(value: Any) -> Any:
    """Return a value without its empty lists and objects, as the normal form has it."""
    if isinstance(value, dict):
        kept = {name: _without_empty(member) for name, member in value.items()}
        return {name: member for name, member in kept.items() if member not in (None, [], {})}
    if isinstance(value, list):
        return [member for member in map(_without_empty, value) if member not in (None, [], {})]
    return value


def as_parameters(query: dict[str, Any]) -> dict[str, Any]:
    """Return a query with the prefixes that its names use."""
    return query | {"@context": [{"ex": "https://ex.org/"}]}


def shown(query: dict[str, Any]) -> str:
    """Return a query for the message of a test that fails."""
    return json.dumps(query, default=str)
