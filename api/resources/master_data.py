"""Master data: what firms say of places, parties and products, each with the firm that says so (EPCIS 2.0 §8.2.7.2, CBV 2.0 §10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query, Request, Response

from api.callers import AnyCaller, Caller
from api.epcis.schemas import reference
from api.errors import QueryParameterInvalid, QueryTooLarge
from api.negotiation import JSON_TYPES, XML_TYPES, preferred
from api.rooms import rooms_of
from capture.master_data import ASSERTED_AT, ASSERTED_BY
from store.errors import TooManyElements
from store.reader import Reader
from store.record.master_data import Element, attributes_of, versions_of
from store.record.master_data_finding import find_elements
from traceability.epcis import MasterVocabulary, VocabularyElement, write_json, write_xml
from traceability.epcis.master_data_query import (
    QUERY_NAME,
    MasterDataQuery,
    MasterDataQueryInvalid,
    element_name,
    master_data_query_of,
)

router = APIRouter(prefix="/api/v1", tags=["Master data"])

ElementId = Annotated[str, Query(max_length=2000, description="A place, party, product or other thing, in any writing")]

_FORMS = (*JSON_TYPES[::-1], *XML_TYPES)
_TEXT = {"type": "string"}
_STATED: dict[str, Any] = {
    "vocabulary": _TEXT,
    "organisation": {"type": "integer"},
    "capturedAt": _TEXT,
    "commitment": _TEXT,
}
_ATTRIBUTE = {"type": "object", "required": ["id", "attribute"], "properties": {"id": _TEXT, "attribute": {}}}
_STATEMENT = _STATED | {
    "attributes": {"type": "array", "items": _ATTRIBUTE},
    "children": {"type": "array", "items": _TEXT},
}
_VERSION = _STATED | {"current": {"type": "boolean"}}
_SAID: dict[str, Any] = {
    "type": "object",
    "required": ["id", "statements", "versions"],
    "properties": {
        "id": _TEXT,
        "statements": {
            "type": "array",
            "items": {"type": "object", "required": list(_STATEMENT), "properties": _STATEMENT},
        },
        "versions": {"type": "array", "items": {"type": "object", "required": list(_VERSION), "properties": _VERSION}},
    },
}
_ENCODER = msgspec.json.Encoder(decimal_format="number")


@router.get(
    "/master-data", response_class=Response, responses={200: {"content": {"application/json": {"schema": _SAID}}}}
)
def get_master_data(request: Request, id: ElementId, caller: AnyCaller) -> Response:
    """Tell who says what of a thing, each firm's newest word, and when each said what before."""
    record = rooms_of(request).record
    name = element_name(id)
    said = attributes_of(record, [name], caller.reader).get(name, ())
    content = {
        "id": name,
        "statements": [_statement(element) for element in said],
        "versions": [
            {
                "organisation": version.organisation,
                "vocabulary": version.vocabulary,
                "capturedAt": _time(version.captured_at),
                "commitment": "0x" + version.commitment.hex(),
                "current": version.current,
            }
            for version in versions_of(record, name, caller.reader)
        ],
    }
    return Response(_ENCODER.encode(content), media_type="application/json")


@router.get(
    "/master-data/query",
    response_class=Response,
    responses={
        200: {
            "content": {kind: {"schema": reference("EPCISQueryDocument")} for kind in JSON_TYPES}
            | {kind: {"schema": {"type": "string", "description": "EPCISQueryDocument"}} for kind in XML_TYPES}
        }
    },
)
def query_master_data(request: Request, caller: AnyCaller) -> Response:
    """Ask by the parameters of SimpleMasterDataQuery: vocabularyName, EQ_name, WD_name, HASATTR, EQATTR_…, attributeNames, …"""
    return master_data_answer(request, caller, {})


def master_data_answer(request: Request, caller: Caller, fixed: Mapping[str, Sequence[str]]) -> Response:
    """Return an EPCISQueryDocument with the master data that the request's parameters ask for, fixed ones beside them.

    Raises:
        QueryParameterInvalid: a parameter that the query does not have, or a value that it cannot have.
        QueryTooLarge: more elements meet the query than it wants.
    """
    given: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        given.setdefault(key.removesuffix("[]"), []).extend(value.split("|"))
    kind = preferred(request.headers.get("accept"), _FORMS)
    query = query_at({**given, **fixed})
    vocabularies = vocabularies_of(request, query, caller.reader)
    now = rooms_of(request).clock()
    if kind in XML_TYPES:
        content = write_xml((), creation_date=now, query_name=QUERY_NAME, vocabularies=vocabularies)
    else:
        content = write_json((), creation_date=now, query_name=QUERY_NAME, vocabularies=vocabularies)
    return Response(content, media_type=kind, headers={"Vary": "Accept, Authorization"})


def query_at(parameters: Mapping[str, Sequence[str]]) -> MasterDataQuery:
    """Return the query that parameters ask. Raises: QueryParameterInvalid."""
    try:
        return master_data_query_of(parameters)
    except MasterDataQueryInvalid as error:
        raise QueryParameterInvalid(error.parameter, error.value, error.cure) from error


def vocabularies_of(request: Request, query: MasterDataQuery, reader: Reader) -> tuple[MasterVocabulary, ...]:
    """Return what a query finds for a reader, as a document has it; of two firms that speak of one thing, both.

    Raises:
        QueryTooLarge: more elements meet the query than it wants.
    """
    try:
        found = find_elements(rooms_of(request).record, query, reader)
    except TooManyElements as error:
        raise QueryTooLarge(error.most) from error
    return tuple(
        MasterVocabulary(vocabulary, tuple(_element(element, query) for element in elements))
        for vocabulary, elements in groupby(found, key=lambda element: element.vocabulary)
    )


def _element(element: Element, query: MasterDataQuery) -> VocabularyElement:
    return VocabularyElement(element.uri, tuple(_attributes(element, query)), element.children)


def _attributes(element: Element, query: MasterDataQuery) -> Iterable[tuple[str, Any]]:
    for name, values in element.attributes.items():
        for value in values:
            yield name, value
    told = {ASSERTED_BY: Decimal(element.organisation), ASSERTED_AT: _time(element.captured_at)}
    for name, value in told.items():
        if query.include_attributes and (not query.attribute_names or name in query.attribute_names):
            yield name, value


def _statement(element: Element) -> dict[str, Any]:
    return {
        "vocabulary": element.vocabulary,
        "organisation": element.organisation,
        "capturedAt": _time(element.captured_at),
        "commitment": "0x" + element.commitment.hex(),
        "attributes": [
            {"id": name, "attribute": value} for name, values in element.attributes.items() for value in values
        ],
        "children": list(element.children),
    }


def _time(moment: Any) -> str:
    return str(moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"))
