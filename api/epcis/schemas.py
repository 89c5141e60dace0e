"""The documents of the EPCIS REST binding as schemas of our OpenAPI description (EPCIS 2.0 §12; JSON of §10)."""

from __future__ import annotations

from typing import Any, Final

from traceability.epcis.epc_format import CbvXmlFormat, EpcFormat

_TEXT: Final = {"type": "string"}
_URI: Final = {"type": "string", "minLength": 1}
_TIME: Final = {"type": "string", "format": "date-time"}
_URIS: Final = {"type": "array", "items": _URI}
_CONTEXT: Final = {
    "description": "JSON-LD context",
    "anyOf": [
        {"type": "string"},
        {"type": "object"},
        {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "object"}]}},
    ],
}


def reference(name: str) -> dict[str, str]:
    """Return the reference to a schema of the description."""
    return {"$ref": f"#/components/schemas/{name}"}


def _object(required: list[str], properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, **more}


def _pairs(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _object(["type", name], {"type": _URI, name: _URI})}


_QUANTITIES: Final = {
    "type": "array",
    "items": _object(["epcClass"], {"epcClass": _URI, "quantity": {"type": "number"}, "uom": _TEXT}),
}
_PLACE: Final = _object(["id"], {"id": _URI})

SCHEMAS: Final[dict[str, Any]] = {
    "EPCISEvent": _object(
        ["type", "eventTime", "eventTimeZoneOffset"],
        {
            "@context": _CONTEXT,
            "type": _URI,
            "eventID": _URI,
            "eventTime": _TIME,
            "recordTime": _TIME,
            "eventTimeZoneOffset": {"type": "string", "pattern": "^[+-][0-9]{2}:[0-9]{2}$"},
            "action": {"type": "string", "enum": ["ADD", "OBSERVE", "DELETE"]},
            "bizStep": _URI,
            "disposition": _URI,
            "persistentDisposition": _object([], {"set": _URIS, "unset": _URIS}),
            "readPoint": _PLACE,
            "bizLocation": _PLACE,
            "epcList": _URIS,
            "parentID": _URI,
            "childEPCs": _URIS,
            "inputEPCList": _URIS,
            "outputEPCList": _URIS,
            "transformationID": _URI,
            "quantityList": _QUANTITIES,
            "childQuantityList": _QUANTITIES,
            "inputQuantityList": _QUANTITIES,
            "outputQuantityList": _QUANTITIES,
            "bizTransactionList": {
                "type": "array",
                "items": _object(["bizTransaction"], {"type": _URI, "bizTransaction": _URI}),
            },
            "sourceList": _pairs("source"),
            "destinationList": _pairs("destination"),
            "sensorElementList": {"type": "array", "items": {"type": "object"}},
            "ilmd": {"type": "object"},
            "certificationInfo": {"anyOf": [_URI, _URIS]},
            "errorDeclaration": _object(
                ["declarationTime"], {"declarationTime": _TIME, "reason": _URI, "correctiveEventIDs": _URIS}
            ),
        },
        description="An EPCIS event; members of other namespaces are extensions.",
    ),
    "VocabularyElement": _object(
        ["id"],
        {
            "id": _URI,
            "attributes": {"type": "array", "items": _object(["id"], {"id": _URI, "attribute": {}})},
            "children": _URIS,
        },
    ),
    "Vocabulary": _object(
        ["type"],
        {"type": _URI, "vocabularyElementList": {"type": "array", "items": reference("VocabularyElement")}},
        description="Master data of one kind.",
    ),
    "EPCISDocument": _object(
        ["@context", "type", "schemaVersion", "creationDate", "epcisBody"],
        {
            "@context": _CONTEXT,
            "id": _URI,
            "type": {"const": "EPCISDocument"},
            "schemaVersion": _TEXT,
            "creationDate": _TIME,
            "epcisHeader": _object(
                [],
                {
                    "epcisMasterData": _object(
                        [], {"vocabularyList": {"type": "array", "items": reference("Vocabulary")}}
                    )
                },
            ),
            "epcisBody": _object([], {"eventList": {"type": "array", "items": reference("EPCISEvent")}}),
        },
        description="A document of events, as JSON-LD (EPCIS 2.0 §10).",
    ),
    "EPCISQueryDocument": _object(
        ["@context", "type", "schemaVersion", "creationDate", "epcisBody"],
        {
            "@context": _CONTEXT,
            "id": _URI,
            "type": {"const": "EPCISQueryDocument"},
            "schemaVersion": {"const": "2.0"},
            "creationDate": _TIME,
            "epcisBody": _object(
                ["queryResults"],
                {
                    "queryResults": _object(
                        ["queryName", "resultsBody"],
                        {
                            "queryName": _TEXT,
                            "subscriptionID": _TEXT,
                            "resultsBody": _object(
                                [],
                                {
                                    "eventList": {"type": "array", "items": reference("EPCISEvent")},
                                    "vocabularyList": {"type": "array", "items": reference("Vocabulary")},
                                },
                            ),
                        },
                    )
                },
            ),
        },
        description="The answer of a query, as JSON-LD (EPCIS 2.0 §10).",
    ),
    "Collection": _object(
        ["@context", "type", "member"],
        {
            "@context": _CONTEXT,
            "type": {"const": "Collection"},
            "member": {"type": "array", "items": _URI, "uniqueItems": True},
        },
        description="Values of a resource, or names of what is below one.",
    ),
    "JobError": _object(
        ["type", "title", "problem", "pointer", "detail", "cure"],
        {
            "type": {"type": "string", "pattern": "^epcisException:[A-Za-z]+$"},
            "title": _TEXT,
            "problem": {"type": "string", "pattern": "^/problems/[a-z0-9-]+$"},
            "pointer": _TEXT,
            "detail": _TEXT,
            "cure": _TEXT,
            "event": {"type": "integer", "minimum": 0},
        },
        description="What is wrong at one place of a captured document.",
    ),
    "JobEvent": _object(
        ["index", "status"],
        {
            "index": {"type": "integer", "minimum": 0},
            "status": {"type": "string", "enum": ["accepted", "duplicate", "refused"]},
            "commitment": {"type": "string", "pattern": "^0x[0-9a-f]{64}$"},
            "eventID": _TEXT,
            "progress": _TEXT,
            "rows": {"type": "array", "items": {"type": "integer"}},
            "warnings": {"type": "array", "items": reference("JobError")},
        },
        description="What became of one event of a captured document.",
    ),
    "CaptureJob": _object(
        ["captureID", "createdAt", "running", "success", "captureErrorBehaviour", "errors"],
        {
            "captureID": _TEXT,
            "createdAt": _TIME,
            "finishedAt": _TIME,
            "running": {"type": "boolean"},
            "success": {"type": "boolean"},
            "captureErrorBehaviour": {"type": "string", "enum": ["rollback", "proceed"]},
            "errors": {"type": "array", "items": reference("JobError")},
            "events": {"type": "array", "items": reference("JobEvent")},
            "masterData": {
                "type": "array",
                "description": "Statements of master data that said something new",
                "items": {
                    "type": "object",
                    "required": ["id", "vocabulary", "commitment", "progress"],
                    "properties": {name: {"type": "string"} for name in ("id", "vocabulary", "commitment", "progress")},
                },
            },
        },
        description="A capture job (EPCIS 2.0 §12.6.2.2).",
    ),
}
"""By name under `components/schemas`."""

PAGE_HEADERS: Final[dict[str, Any]] = {
    "Link": {"description": 'Address of the next page, rel="next"; absent on the last', "schema": _TEXT},
    "GS1-Next-Page-Token-Expires": {"description": "When the next page's token ends", "schema": _TIME},
}
"""Headers of a page of a list."""

PAGE_PARAMETERS: Final[list[dict[str, Any]]] = [
    {
        "name": "perPage",
        "in": "query",
        "description": "Most items of a page; at most `pageItems` of `/api/v1/network`",
        "schema": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 30},
    },
    {"name": "nextPageToken", "in": "query", "description": "From the `Link` of the page before", "schema": _TEXT},
]
"""Query parameters of every list."""


def _version(name: str, what: str) -> dict[str, Any]:
    schema = {"type": "string", "pattern": r"^\d+(\.\d+)*$"}
    return {"name": name, "in": "header", "description": what, "schema": schema}


READING_PARAMETERS: Final[list[dict[str, Any]]] = [
    _version("GS1-EPCIS-Min", "Oldest version of EPCIS that the caller reads"),
    _version("GS1-EPCIS-Max", "Newest version of EPCIS that the caller reads"),
    _version("GS1-CBV-Min", "Oldest version of the vocabulary that the caller reads"),
    _version("GS1-CBV-Max", "Newest version of the vocabulary that the caller reads"),
]
"""Headers of a request that reads."""

WRITING_PARAMETERS: Final[list[dict[str, Any]]] = [
    _version("GS1-EPCIS-Version", "Version of EPCIS that the body is written in"),
    _version("GS1-CBV-Version", "Version of the vocabulary that the body uses"),
]
"""Headers of a request that writes."""

CAPTURE_PARAMETERS: Final[list[dict[str, Any]]] = [
    {
        "name": "Suyuan-Disclosure",
        "in": "header",
        "description": "Who may read the events: `public`, `members` or `private`, with readers, groups and hidden fields",
        "schema": {"type": "string", "examples": ["public", "private; readers=2,5; hide=/ilmd"]},
    },
    {
        "name": "Suyuan-Lane",
        "in": "header",
        "description": "How the events go to the chain",
        "schema": {"type": "string", "enum": ["headed", "anchored"], "default": "headed"},
    },
    {
        "name": "Suyuan-Strict",
        "in": "header",
        "description": "Whether what is only warned of refuses an event too",
        "schema": {"type": "string", "enum": ["true", "false"], "default": "false"},
    },
]
"""Headers of a capture."""

BEHAVIOUR_PARAMETER: Final[dict[str, Any]] = {
    "name": "GS1-Capture-Error-Behaviour",
    "in": "header",
    "description": "What is done with the other events where one is refused",
    "schema": {"type": "string", "enum": ["rollback", "proceed"], "default": "rollback"},
}
"""Header of the capture of a document."""

FORMAT_PARAMETERS: Final[list[dict[str, Any]]] = [
    {
        "name": "GS1-EPC-Format",
        "in": "header",
        "description": "How EPCs are to be written",
        "schema": {
            "type": "string",
            "enum": [each.value for each in EpcFormat],
            "default": EpcFormat.ALWAYS_GS1_DIGITAL_LINK.value,
        },
    },
    {
        "name": "GS1-CBV-XML-Format",
        "in": "header",
        "description": "How words of the vocabulary are to be written in XML",
        "schema": {
            "type": "string",
            "enum": [each.value for each in CbvXmlFormat],
            "default": CbvXmlFormat.NO_PREFERENCE.value,
        },
    },
]
"""Headers of a request for events."""
