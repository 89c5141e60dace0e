"""The query parameters with fixed names, for the OpenAPI description (EPCIS 2.0 §8.2.7.1, §12.7.2).

Those whose names hold a field, a type or a unit (`GE_ILMD_…`, `EQ_bizTransaction_…`, `GE_value_CEL`) cannot be listed; they are
taken all the same.
"""

from __future__ import annotations

from typing import Any, Final

_LISTS: Final = (
    "eventType",
    "EQ_bizStep",
    "EQ_disposition",
    "EQ_persistentDisposition_set",
    "EQ_persistentDisposition_unset",
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
    "EQ_errorReason",
    "EQ_correctiveEventID",
    "EQ_type",
    "EQ_deviceID",
    "EQ_dataProcessingMethod",
    "EQ_microorganism",
    "EQ_chemicalSubstance",
    "EQ_bizRules",
    "EQ_stringValue",
    "EQ_hexBinaryValue",
    "EQ_uriValue",
)
_TIMES: Final = ("eventTime", "recordTime", "errorDeclarationTime", "startTime", "endTime")
_NUMBERS: Final = ("EQ_quantity", "GT_quantity", "GE_quantity", "LT_quantity", "LE_quantity")
_COUNTS: Final = ("eventCountLimit", "maxEventCount")
_TRUTHS: Final = ("EXISTS_errorDeclaration", "EQ_booleanValue")


def _parameter(name: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **more}


def _list(name: str, items: dict[str, Any]) -> dict[str, Any]:
    schema = {"type": "array", "minItems": 1, "items": items}
    return _parameter(name, schema, style="pipeDelimited", explode=False)


QUERY_PARAMETERS: Final[list[dict[str, Any]]] = [
    *(_list(name, {"type": "string", "minLength": 1}) for name in _LISTS),
    _list("EQ_action", {"type": "string", "enum": ["ADD", "OBSERVE", "DELETE"]}),
    *(
        _parameter(f"{comparison}_{name}", {"type": "string", "format": "date-time"})
        for name in _TIMES
        for comparison in ("GE", "LT")
    ),
    *(_parameter(name, {"type": "number"}) for name in _NUMBERS),
    *(_parameter(name, {"type": "boolean"}) for name in _TRUTHS),
    *(_parameter(name, {"type": "integer", "minimum": 1}) for name in _COUNTS),
    _parameter("orderBy", {"type": "string", "minLength": 1}),
    _parameter("orderDirection", {"type": "string", "enum": ["ASC", "DESC"]}),
]
"""53 parameters; the values of a list are alternatives and stand apart by `|`."""
