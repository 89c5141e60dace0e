"""The parameters of SimpleEventQuery by name (EPCIS 2.0, clause 8.2.7.1; query-schema.json): what each one tests."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from traceability.epcis.context import Context
from traceability.epcis.raw import Raw
from traceability.querying import values
from traceability.querying.errors import ParameterInvalid
from traceability.querying.facts import (
    LISTS_OF_QUANTITIES,
    LISTS_OF_THINGS,
    QUANTITY,
    SENSOR_NUMBERS,
    SENSOR_TIMES,
    TYPED,
    quantity_field,
)
from traceability.querying.keys import number_key, text_key, time_key
from traceability.querying.names import attribute_names, extension_name
from traceability.querying.patterns import PatternInvalid, canonical_or_same, class_of, is_pattern, spans_of
from traceability.querying.query import Attributes, Descendants, Predicate, Span

Question = Predicate | Descendants | Attributes

COMPARISONS: Final = ("EQ", "GT", "GE", "LT", "LE")
UNKNOWN = "there is no such parameter in EPCIS 2.0; extension fields are named prefix:name or https://namespace#name"

_THINGS = ("epcList", "childEPCs")
_CLASSES = ("quantityList", "childQuantityList")
MATCHED: Final[Mapping[str, tuple[str, ...]]] = {
    "MATCH_epc": _THINGS,
    "MATCH_parentID": ("parentID",),
    "MATCH_inputEPC": ("inputEPCList",),
    "MATCH_outputEPC": ("outputEPCList",),
    "MATCH_anyEPC": ("parentID", *LISTS_OF_THINGS),
    "MATCH_epcClass": _CLASSES,
    "MATCH_inputEPCClass": ("inputQuantityList",),
    "MATCH_outputEPCClass": ("outputQuantityList",),
    "MATCH_anyEPCClass": LISTS_OF_QUANTITIES,
}
"""In which fields an identifier is looked for."""

EQUALS: Final[Mapping[str, tuple[str, values.ToText]]] = {
    "eventType": ("type", values.event_type),
    "EQ_action": ("action", values.action),
    "EQ_bizStep": ("bizStep", values.WORDS["bizStep"]),
    "EQ_disposition": ("disposition", values.WORDS["disposition"]),
    "EQ_persistentDisposition_set": ("persistentDisposition.set", values.WORDS["disposition"]),
    "EQ_persistentDisposition_unset": ("persistentDisposition.unset", values.WORDS["disposition"]),
    "EQ_readPoint": ("readPoint", values.identifier),
    "EQ_bizLocation": ("bizLocation", values.identifier),
    "EQ_transformationID": ("transformationID", values.identifier),
    "EQ_eventID": ("eventID", values.text),
    "EQ_errorReason": ("errorDeclaration.reason", values.WORDS["reason"]),
    "EQ_correctiveEventID": ("errorDeclaration.correctiveEventIDs", values.text),
    "EQ_type": ("sensor.type", values.WORDS["measurement"]),
    "EQ_deviceID": ("sensor.deviceID", values.identifier),
    "EQ_dataProcessingMethod": ("sensor.dataProcessingMethod", values.text),
    "EQ_microorganism": ("sensor.microorganism", values.text),
    "EQ_chemicalSubstance": ("sensor.chemicalSubstance", values.text),
    "EQ_bizRules": ("sensor.bizRules", values.text),
    "EQ_stringValue": ("sensor.stringValue", values.text),
    "EQ_hexBinaryValue": ("sensor.hexBinaryValue", values.hexadecimal),
    "EQ_uriValue": ("sensor.uriValue", values.text),
}
"""Lists of texts of which one must be there."""

BELOW: Final = {"WD_readPoint": "readPoint", "WD_bizLocation": "bizLocation"}
PRESENT: Final = {"EXISTS_errorDeclaration": "errorDeclaration", "EXISTS_sensorElementList": "sensorElementList"}

TIMES: Final[Mapping[str, str]] = {
    "errorDeclarationTime": "errorDeclaration.time",
    # The published schema and the published OpenAPI spell it differently.
    "errorDeclaration_Time": "errorDeclaration.time",
    **{name: f"sensor.{name}" for name in SENSOR_TIMES},
}
NUMBERS: Final[Mapping[str, str]] = {QUANTITY: QUANTITY, "percRank": "sensor.percRank"}

_UNIT = re.compile(f"({'|'.join((QUANTITY, *SENSOR_NUMBERS))})_([A-Z0-9]{{2,4}})")
_TYPED_LIST = re.compile(f"({'|'.join(TYPED.values())})_(.+)")
_HOLDER = re.compile(
    "(INNER_)?(?:(ILMD|ERROR_DECLARATION|SENSORELEMENT|SENSORMETADATA|SENSORREPORT|readPoint|bizLocation)_)?(.+)"
)
_HOLDERS: Final[Mapping[str, str]] = {
    "ILMD": "ilmd",
    "ERROR_DECLARATION": "errorDeclaration",
    "SENSORELEMENT": "sensorElement",
    "SENSORMETADATA": "sensorMetadata",
    "SENSORREPORT": "sensorReport",
    "readPoint": "readPoint",
    "bizLocation": "bizLocation",
}
_OF_VOCABULARIES: Final[Mapping[str, tuple[str, ...]]] = {
    **{name: (name,) for name in ("readPoint", "bizLocation", "bizStep", "disposition", "parentID", *LISTS_OF_THINGS)},
    **{name: (name,) for name in ("source", "destination", "bizTransaction", *LISTS_OF_QUANTITIES)},
    "epc": (*LISTS_OF_THINGS, "parentID"),
    "epcClass": LISTS_OF_QUANTITIES,
}
"""Standard fields whose values may have master data, for ``HASATTR_`` and ``EQATTR_``."""


def question_of(name: str, given: Sequence[Raw], context: Context) -> Question | None:
    """Return what a parameter tests, or None where its value says that it tests nothing.

    Raises:
        ParameterInvalid: there is no such parameter, or a value has not its form.
    """
    if name in MATCHED:
        return _matched(name, given)
    if name in EQUALS:
        field, read = EQUALS[name]
        return _among(name, (field,), (text_key(read(name, value)) for value in given))
    if name in BELOW:
        return Descendants(name, BELOW[name], tuple(values.identifier(name, value) for value in given))
    if name in PRESENT:
        # EXISTS with false asks nothing (openapi.json); any other value is ignored, as the type Void says.
        return None if given[0] in (False, "false") else Predicate(name, (PRESENT[name],), exists=True)
    if name == "EQ_booleanValue":
        asked = values.truth(name, _only(name, given))
        return _among(name, ("sensor.booleanValue",), [text_key("true" if asked else "false")])
    kind, _, rest = name.partition("_")
    if kind in COMPARISONS and rest:
        return _compared(name, kind, rest, given, context)
    if kind == "EXISTS" and rest:
        return Predicate(name, (_extension_field(name, rest, context),), exists=True)
    if kind == "HASATTR" and rest:
        names = {found for value in given for found in attribute_names(name, values.text(name, value), context)}
        return Attributes(name, _vocabulary_fields(name, rest, context), tuple(sorted(names)), None)
    if kind == "EQATTR" and rest:
        return _attribute(name, rest, given, context)
    raise ParameterInvalid(name, _shown(given), UNKNOWN)


def extension_field(parameter: str, text: str, context: Context) -> str:
    """Return the field of a top-level extension, for `orderBy`."""
    return extension_name(parameter, text, context, nested=False)


def _compared(name: str, comparison: str, rest: str, given: Sequence[Raw], context: Context) -> Question:
    if rest in TIMES and comparison in ("GE", "LT"):
        key = time_key(values.time(name, _only(name, given)))
        return Predicate(name, (TIMES[rest],), spans=(values.span(comparison, key),))
    unit = _UNIT.fullmatch(rest)
    if rest in NUMBERS or unit is not None:
        field = NUMBERS.get(rest) or _measured(unit)
        keys = [number_key(values.number(name, value)) for value in given]
        if comparison == "EQ":
            return _among(name, (field,), keys)
        _only(name, given)
        return Predicate(name, (field,), spans=(values.span(comparison, keys[0]),))
    if comparison == "EQ" and rest.startswith("ATTR_"):
        return _attribute(name, rest.removeprefix("ATTR_"), given, context)
    if comparison == "EQ" and (typed := _TYPED_LIST.fullmatch(rest)) is not None:
        kind = values.WORDS[typed[1]](name, typed[2])
        return _among(name, (f"{typed[1]}:{kind}",), (text_key(values.identifier(name, value)) for value in given))
    if ":" not in rest and "#" not in rest and not rest.startswith("INNER_"):
        raise ParameterInvalid(name, _shown(given), UNKNOWN)
    field = _extension_field(name, rest, context)
    if comparison == "EQ":
        return Predicate(name, (field,), values.keys_asked(name, given))
    return Predicate(name, (field,), spans=values.spans_asked(name, comparison, _only(name, given)))


def _matched(name: str, given: Sequence[Raw]) -> Predicate:
    keys: set[bytes] = set()
    spans: set[Span] = set()
    classes: set[bytes] = set()
    for value in given:
        asked = values.text(name, value).strip()
        if not is_pattern(asked):
            keys.add(text_key(canonical_or_same(asked)))
            continue
        try:
            product = class_of(asked)
            if product is None:
                spans.update(spans_of(asked))
            else:
                classes.add(text_key(product))
        except PatternInvalid as refusal:
            raise ParameterInvalid(name, asked, str(refusal)) from None
    return Predicate(name, MATCHED[name], tuple(sorted(keys)), tuple(sorted(spans)), classes=tuple(sorted(classes)))


def _measured(unit: re.Match[str] | None) -> str:
    if unit is None:
        raise ValueError("the caller looked for a unit")
    return quantity_field(unit[2]) if unit[1] == QUANTITY else f"sensor.{unit[1]}:{unit[2]}"


def _extension_field(name: str, rest: str, context: Context) -> str:
    found = _HOLDER.fullmatch(rest)
    if found is None:
        raise ParameterInvalid(name, rest, UNKNOWN)
    is_nested, holder, text = bool(found[1]), found[2], found[3]
    extension = extension_name(name, text, context, nested=is_nested)
    if holder is None:
        return f"inner:{extension}" if is_nested else extension
    return f"{_HOLDERS[holder]}{'.inner' if is_nested else ''}:{extension}"


def _vocabulary_fields(name: str, text: str, context: Context) -> tuple[str, ...]:
    standard = _OF_VOCABULARIES.get(text.removeprefix("epcis:"))
    return standard or (extension_name(name, text, context, nested=False),)


def _attribute(name: str, rest: str, given: Sequence[Raw], context: Context) -> Attributes:
    """Return the question of ``EQATTR_field_attribute``; the first underscore that leaves a field parts the two."""
    field, _, attribute = rest.partition("_")
    if field.removeprefix("epcis:") not in _OF_VOCABULARIES and rest.count("_") > 1:
        cure = "an extension field or attribute with an underscore cannot be told apart here: ask with HASATTR_ or EQ_"
        raise ParameterInvalid(name, _shown(given), cure)
    if not attribute:
        raise ParameterInvalid(name, _shown(given), "name a field and an attribute: EQATTR_bizLocation_cbvmda:city")
    asked = tuple(value if isinstance(value, str) else str(value) for value in given)
    fields = _vocabulary_fields(name, field, context)
    return Attributes(name, fields, attribute_names(name, attribute, context), asked)


def _among(name: str, fields: tuple[str, ...], keys: Iterable[bytes]) -> Predicate:
    return Predicate(name, fields, tuple(sorted(set(keys))))


def _only(name: str, given: Sequence[Raw]) -> Raw:
    if len(given) != 1:
        raise ParameterInvalid(name, _shown(given), "give one value")
    return given[0]


def _shown(given: Sequence[Raw]) -> str:
    return ", ".join(str(value) for value in given[:5])
