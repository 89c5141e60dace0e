"""What queries can ask of an event: its facts, each a field and the key of a value (EPCIS 2.0, clauses 7.3, 7.4 and 8.2.7.1).

The same facts are tested in memory and kept by the mirror as rows, so that both answer alike. An event of which fields were
taken out has fewer facts and none that the whole event has not.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from traceability.epcis.raw import Raw
from traceability.epcis.xml_form import OWN_TEXT, plain
from traceability.querying.keys import keys_of, number_key, text_key, time_key

Fact = tuple[str, bytes]
"""A field and the key of a value that the event has there."""

EXISTS = b""
"""The key that says no more than that the field is there."""

_GTIN = "https://id.gs1.org/01/"
_GTIN_END = len(_GTIN) + 14
_BELOW = ("/21/", "/10/")

SCALARS = ("type", "action", "bizStep", "disposition", "eventID")
PLACES = ("readPoint", "bizLocation")
LISTS_OF_THINGS = ("epcList", "childEPCs", "inputEPCList", "outputEPCList")
LISTS_OF_QUANTITIES = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
TYPED = {"bizTransactionList": "bizTransaction", "sourceList": "source", "destinationList": "destination"}
"""Lists whose entries have a type, and the member that holds an entry's value."""

QUANTITY = "quantity"
SENSORS = "sensorElementList"
ERRORS = "errorDeclaration"
SENSOR_TEXTS = (
    "type", "deviceID", "dataProcessingMethod", "microorganism", "chemicalSubstance", "bizRules",
    "stringValue", "hexBinaryValue", "uriValue",
)  # fmt: skip
SENSOR_NUMBERS = ("value", "minValue", "maxValue", "meanValue", "sDev", "percValue")
"""Numbers in the unit that their report names."""
SENSOR_TIMES = ("time", "startTime", "endTime")


def facts_of(body: Mapping[str, Raw]) -> Iterator[Fact]:
    """Return all facts of an event in normal form; one may come more than once."""
    for name in SCALARS:
        if (value := body.get(name)) is not None:
            yield name, text_key(value)
    for name in PLACES:
        if (place := body.get(name)) is not None and "id" in place:
            yield name, text_key(place["id"])
    if (parent := body.get("parentID")) is not None:
        yield "parentID", text_key(parent)
    for name in LISTS_OF_THINGS:
        for thing in body.get(name, ()):
            yield name, text_key(thing)
    for name in LISTS_OF_QUANTITIES:
        for quantity in body.get(name, ()):
            if "epcClass" in quantity:
                yield name, text_key(quantity["epcClass"])
    yield from further_facts_of(body)


def further_facts_of(body: Mapping[str, Raw]) -> Iterator[Fact]:
    """Return the facts beyond type, action, step, disposition, id, places and things, which the mirror keeps in columns of their own."""
    for name, value in plain(body).items():
        if name[0] == "{":
            yield from _extension(name, value, "", "inner:")
        elif (read := _READERS.get(name)) is not None:
            yield from read(name, value)


def quantity_field(unit: str) -> str:
    """Return the field of quantities in a unit."""
    return f"quantity:{unit}"


def class_field(name: str) -> str:
    """Return the field of the product classes of what a list or member names."""
    return f"{name}.class"


def class_in(canonical: str) -> str | None:
    """Return the product class (GTIN) of an item, a lot or a class, by its canonical form, or None where it is none of these."""
    if canonical.startswith(_GTIN) and (len(canonical) == _GTIN_END or canonical[_GTIN_END : _GTIN_END + 4] in _BELOW):
        return canonical[:_GTIN_END]
    return None


def _things(name: str, value: Raw) -> Iterator[Fact]:
    """Return the classes of things, so that a product is found by one value however many serial numbers it has."""
    texts = (value,) if isinstance(value, str) else value
    for text in {class_in(text if isinstance(text, str) else text.get("epcClass", "")) for text in texts}:
        if text is not None:
            yield class_field(name), text_key(text)


def _transformation(name: str, value: Raw) -> Iterator[Fact]:
    yield name, text_key(value)


def _place(name: str, place: Raw) -> Iterator[Fact]:
    # Most places are their id alone.
    return iter(()) if len(place) == 1 else _extensions(place, f"{name}:", f"{name}.inner:")


def _quantities(name: str, quantities: Raw) -> Iterator[Fact]:
    yield from _things(name, quantities)
    for quantity in quantities:
        if isinstance(amount := quantity.get("quantity"), Decimal):
            key = number_key(amount)
            yield QUANTITY, key
            if "uom" in quantity:
                yield quantity_field(quantity["uom"]), key


def _typed(name: str, entries: Raw) -> Iterator[Fact]:
    member = TYPED[name]
    for entry in entries:
        if "type" in entry and member in entry:
            yield f"{member}:{entry['type']}", text_key(entry[member])
        if member in entry:
            # For the attributes of master data the type does not count.
            yield member, text_key(entry[member])


def _persistent(name: str, dispositions: Raw) -> Iterator[Fact]:
    for part in ("set", "unset"):
        for word in dispositions.get(part, ()):
            yield f"{name}.{part}", text_key(word)


def _error(name: str, declaration: Raw) -> Iterator[Fact]:
    yield name, EXISTS
    if "declarationTime" in declaration:
        yield f"{name}.time", time_key(declaration["declarationTime"])
    if "reason" in declaration:
        yield f"{name}.reason", text_key(declaration["reason"])
    for corrective in declaration.get("correctiveEventIDs", ()):
        yield f"{name}.correctiveEventIDs", text_key(corrective)
    yield from _extensions(declaration, f"{name}:", f"{name}.inner:")


def _ilmd(name: str, ilmd: Raw) -> Iterator[Fact]:
    return _extensions(ilmd, f"{name}:", f"{name}.inner:")


def _sensors(name: str, elements: Raw) -> Iterator[Fact]:
    if elements:
        yield name, EXISTS
    for element in elements:
        yield from _extensions(element, "sensorElement:", "sensorElement.inner:")
        if (metadata := element.get("sensorMetadata")) is not None:
            yield from _sensor_part(metadata)
            yield from _extensions(metadata, "sensorMetadata:", "sensorMetadata.inner:")
        for report in element.get("sensorReport", ()):
            yield from _sensor_part(report)
            yield from _report(report)
            yield from _extensions(report, "sensorReport:", "sensorReport.inner:")


def _sensor_part(part: Mapping[str, Raw]) -> Iterator[Fact]:
    for name in SENSOR_TIMES:
        if name in part:
            yield f"sensor.{name}", time_key(part[name])
    for name in SENSOR_TEXTS:
        if name in part:
            yield f"sensor.{name}", text_key(part[name].upper() if name == "hexBinaryValue" else part[name])


def _report(report: Mapping[str, Raw]) -> Iterator[Fact]:
    if "booleanValue" in report:
        yield "sensor.booleanValue", text_key("true" if report["booleanValue"] else "false")
    if "percRank" in report:
        yield "sensor.percRank", number_key(report["percRank"])
    if "uom" in report:
        for name in SENSOR_NUMBERS:
            if name in report:
                yield f"sensor.{name}:{report['uom']}", number_key(report[name])


def _extensions(holder: Mapping[str, Raw], outer: str, inner: str) -> Iterator[Fact]:
    for name, value in plain(holder).items():
        if name[0] == "{":
            yield from _extension(name, value, outer, inner)


def _extension(name: str, value: Raw, outer: str, inner: str) -> Iterator[Fact]:
    """Return the facts of one extension and, under other fields, of all that is nested in it."""
    for member in value if isinstance(value, list) else (value,):
        yield from _values(outer + name, member)
        if isinstance(member, (dict, list)):
            yield from _nested(member, inner)


def _nested(value: Raw, inner: str) -> Iterator[Fact]:
    if isinstance(value, list):
        for member in value:
            yield from _nested(member, inner)
    elif isinstance(value, dict):
        for name, member in plain(value).items():
            if name != OWN_TEXT:
                for one in member if isinstance(member, list) else (member,):
                    yield from _values(inner + name, one)
            yield from _nested(member, inner)


def _values(field: str, value: Raw) -> Iterator[Fact]:
    """Return what is known of one value: that it is there, and if it is a scalar or an element with a text of its own, which."""
    if isinstance(value, dict):
        yield field, EXISTS
        value = plain(value).get(OWN_TEXT, "")
    elif isinstance(value, list):
        for member in value:
            yield from _values(field, member)
        return
    for key in keys_of(value):
        yield field, key


_READERS = {
    "parentID": _things,
    "epcList": _things,
    "childEPCs": _things,
    "inputEPCList": _things,
    "outputEPCList": _things,
    "transformationID": _transformation,
    "readPoint": _place,
    "bizLocation": _place,
    "quantityList": _quantities,
    "childQuantityList": _quantities,
    "inputQuantityList": _quantities,
    "outputQuantityList": _quantities,
    "bizTransactionList": _typed,
    "sourceList": _typed,
    "destinationList": _typed,
    "persistentDisposition": _persistent,
    "errorDeclaration": _error,
    "sensorElementList": _sensors,
    "ilmd": _ilmd,
}
