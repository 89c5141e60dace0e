"""Which fields an event of each type must and may have, and how they go together (EPCIS 2.0 §7.4)."""

import re
from collections.abc import Iterator, Mapping

from traceability.epcis.problem import Problem
from traceability.epcis.raw import Raw

_COMMON_NAMES = """
    type eventTime eventTimeZoneOffset eventID errorDeclaration certificationInfo action bizStep disposition
    persistentDisposition readPoint bizLocation bizTransactionList sourceList destinationList sensorElementList
"""
_COMMON = frozenset(_COMMON_NAMES.split())
ALLOWED: Mapping[str, frozenset[str]] = {
    "ObjectEvent": _COMMON | {"epcList", "quantityList", "ilmd"},
    "AggregationEvent": _COMMON | {"parentID", "childEPCs", "childQuantityList"},
    "AssociationEvent": _COMMON | {"parentID", "childEPCs", "childQuantityList"},
    "TransactionEvent": _COMMON | {"parentID", "epcList", "quantityList"},
    "TransformationEvent": (_COMMON - {"action"})
    | {"inputEPCList", "inputQuantityList", "outputEPCList", "outputQuantityList", "transformationID", "ilmd"},
}
NO_THINGS = "things-missing"
"""The reason for an action on an empty list of things."""
_REQUIRED = ("type", "eventTime", "eventTimeZoneOffset")
_UNIT = re.compile(r"[A-Z0-9]{2,3}")
_QUANTITY_LISTS = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")


def shape_problems(body: Mapping[str, Raw]) -> Iterator[Problem]:
    """Return what is missing from an event, or does not belong in it."""
    for name in _REQUIRED:
        if name not in body:
            yield _missing(f"/{name}", f"Every event has {name}.")
    event_type = body.get("type")
    if event_type is None:
        return
    for name in body.keys() - ALLOWED[event_type]:
        if not name.startswith("{"):
            yield Problem(
                f"/{name}",
                "field-not-allowed",
                f"{event_type} has no {name}; take it out or use another type of event.",
            )
    if event_type != "TransformationEvent" and "action" not in body:
        yield _missing("/action", f"{event_type} has an action: ADD, OBSERVE or DELETE.")
    yield from _CONTENT[event_type](body)
    if "ilmd" in body and event_type == "ObjectEvent" and body.get("action") in {"OBSERVE", "DELETE"}:
        yield Problem("/ilmd", "ilmd-with-action", "Master data of an instance or lot goes with action ADD only.")
    if "declarationTime" not in body.get("errorDeclaration", {"declarationTime": ""}):
        yield _missing("/errorDeclaration/declarationTime", "An error declaration says when it was made.")
    yield from _members(body)


def _object(body: Mapping[str, Raw]) -> Iterator[Problem]:
    if "epcList" in body or "quantityList" in body:
        return
    if "sensorElementList" not in body:
        cure = "An ObjectEvent names things: give epcList, quantityList, or sensorElementList with readPoint."
        yield Problem("/epcList", NO_THINGS, cure)
    elif (action := body.get("action")) in {"ADD", "DELETE"}:
        cure = f"An ObjectEvent with action {action} names the things that begin or end: give epcList or quantityList."
        yield Problem("/epcList", NO_THINGS, cure)
    elif "readPoint" not in body:
        yield _missing("/readPoint", "An ObjectEvent with sensor data alone says where: give readPoint.")


def _aggregation(body: Mapping[str, Raw]) -> Iterator[Problem]:
    action = body.get("action")
    if "parentID" not in body and action in {"ADD", "DELETE"}:
        yield _missing("/parentID", f"{body['type']} with action {action} names its parent.")
    if "childEPCs" not in body and "childQuantityList" not in body and action != "DELETE":
        cure = f"{body['type']} with action {action} names children: give childEPCs or childQuantityList."
        yield Problem("/childEPCs", NO_THINGS, cure)


def _association(body: Mapping[str, Raw]) -> Iterator[Problem]:
    if "parentID" not in body and body.get("action") == "OBSERVE":
        yield _missing("/parentID", "AssociationEvent names its parent.")
    yield from _aggregation(body)


def _transaction(body: Mapping[str, Raw]) -> Iterator[Problem]:
    if "bizTransactionList" not in body:
        yield _missing(
            "/bizTransactionList", "TransactionEvent names the business transactions: give bizTransactionList."
        )
    if not ("epcList" in body or "quantityList" in body or "parentID" in body) and body.get("action") != "DELETE":
        cure = (
            f"TransactionEvent with action {body.get('action')} names things: give epcList, quantityList or parentID."
        )
        yield Problem("/epcList", NO_THINGS, cure)


def _transformation(body: Mapping[str, Raw]) -> Iterator[Problem]:
    has_input = "inputEPCList" in body or "inputQuantityList" in body
    has_output = "outputEPCList" in body or "outputQuantityList" in body
    if "transformationID" in body:
        if not (has_input or has_output):
            yield _missing("/inputEPCList", "A TransformationEvent with transformationID names inputs or outputs.")
        return
    if not has_input:
        yield _missing(
            "/inputEPCList", "Name the inputs (inputEPCList, inputQuantityList), or give a transformationID."
        )
    if not has_output:
        yield _missing(
            "/outputEPCList", "Name the outputs (outputEPCList, outputQuantityList), or give a transformationID."
        )


_CONTENT = {
    "ObjectEvent": _object,
    "AggregationEvent": _aggregation,
    "AssociationEvent": _association,
    "TransactionEvent": _transaction,
    "TransformationEvent": _transformation,
}


def _members(body: Mapping[str, Raw]) -> Iterator[Problem]:
    for name in ("readPoint", "bizLocation"):
        if name in body and "id" not in body[name]:
            yield _missing(f"/{name}/id", f"{name} has an id.")
    for name, member in (
        ("bizTransactionList", "bizTransaction"),
        ("sourceList", "source"),
        ("destinationList", "destination"),
    ):
        for index, element in enumerate(body.get(name, ())):
            if member not in element:
                yield _missing(f"/{name}/{index}/{member}", f"Each member of {name} has {member}.")
            if "type" not in element and member != "bizTransaction":
                yield _missing(
                    f"/{name}/{index}/type", "Say whether this is owning_party, possessing_party or location."
                )
    for name in _QUANTITY_LISTS:
        for index, element in enumerate(body.get(name, ())):
            yield from _quantity(element, f"/{name}/{index}")
    for index, element in enumerate(body.get("sensorElementList", ())):
        if "sensorReport" not in element:
            yield _missing(
                f"/sensorElementList/{index}/sensorReport", "A sensor element has at least one sensorReport."
            )
        for at, report in enumerate(element.get("sensorReport", ())):
            if "type" not in report and "exception" not in report:
                yield _missing(
                    f"/sensorElementList/{index}/sensorReport/{at}/type", "Say which property was measured: type."
                )


def _quantity(element: Mapping[str, Raw], pointer: str) -> Iterator[Problem]:
    if "epcClass" not in element:
        yield _missing(f"{pointer}/epcClass", "A quantity says of what: give epcClass.")
    amount, unit = element.get("quantity"), element.get("uom")
    if amount is not None and amount < 0:
        yield Problem(f"{pointer}/quantity", "quantity-negative", "A quantity is not negative.")
    if unit is not None and not _UNIT.fullmatch(unit):
        yield Problem(
            f"{pointer}/uom",
            "unit-unknown",
            "Give a unit of UN/CEFACT Recommendation 20: two or three capitals or digits, such as KGM.",
        )
    if unit is not None and amount is None:
        yield _missing(f"{pointer}/quantity", "A unit goes with a quantity.")


def _missing(pointer: str, cure: str) -> Problem:
    return Problem(pointer, "field-missing", cure)
