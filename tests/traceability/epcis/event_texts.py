"""One small document of every event type, for tests to copy and break."""

import copy
import json
from typing import Any

CONTEXT = [
    "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
    {"example": "https://ns.example.com/epcis/"},
]

OBJECT: dict[str, Any] = {
    "type": "ObjectEvent",
    "eventID": "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
    "eventTime": "2026-03-04T11:00:30.000+08:00",
    "eventTimeZoneOffset": "+08:00",
    "epcList": ["urn:epc:id:sgtin:6901234.056789.A1", "https://trace.example.cn/01/06901234567892/21/A2"],
    "action": "ADD",
    "bizStep": "commissioning",
    "disposition": "active",
    "readPoint": {"id": "urn:epc:id:sgln:6901234.00001.0", "example:gate": "3"},
    "bizLocation": {"id": "hdl:88.118.8/hall-2"},
    "bizTransactionList": [{"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:6901234000016:PO7"}],
    "ilmd": {"cbvmda:lotNumber": "L7", "example:colour": {"example:name": "white"}},
    "sensorElementList": [
        {
            "sensorMetadata": {"startTime": "2026-03-04T10:00:00+08:00", "endTime": "2026-03-04T11:00:00+08:00"},
            "sensorReport": [{"type": "Temperature", "value": 26.50, "uom": "CEL"}],
        }
    ],
}
AGGREGATION: dict[str, Any] = {
    "type": "AggregationEvent",
    "eventTime": "2026-03-04T03:10:00Z",
    "eventTimeZoneOffset": "+08:00",
    "parentID": "urn:epc:id:sscc:6901234.3000000007",
    "childEPCs": ["urn:epc:id:sgtin:6901234.056789.A1", "88.118.8/frame-7"],
    "action": "ADD",
    "bizStep": "packing",
}
ASSOCIATION: dict[str, Any] = AGGREGATION | {
    "type": "AssociationEvent",
    "parentID": "urn:epc:id:sgtin:6901234.056789.A9",
}
TRANSACTION: dict[str, Any] = {
    "type": "TransactionEvent",
    "eventTime": "2026-03-04T03:10:00Z",
    "eventTimeZoneOffset": "+08:00",
    "bizTransactionList": [{"type": "inv", "bizTransaction": "urn:epc:id:gdti:6901234.00002.R7"}],
    "epcList": ["urn:epc:id:sgtin:6901234.056789.A1"],
    "action": "OBSERVE",
    "sourceList": [{"type": "owning_party", "source": "urn:epc:id:pgln:6901234.00001"}],
    "destinationList": [{"type": "location", "destination": "urn:epc:id:sgln:6901234.00001.7"}],
}
TRANSFORMATION: dict[str, Any] = {
    "type": "TransformationEvent",
    "eventTime": "2026-03-04T03:10:00Z",
    "eventTimeZoneOffset": "+08:00",
    "inputQuantityList": [{"epcClass": "urn:epc:class:lgtin:6901234.012345.L1", "quantity": 12.50, "uom": "KGM"}],
    "outputEPCList": ["urn:epc:id:sgtin:6901234.056789.A1"],
    "bizStep": "creating_class_instance",
}
ALL = [OBJECT, AGGREGATION, ASSOCIATION, TRANSACTION, TRANSFORMATION]


def document(*events: dict[str, Any], **members: Any) -> dict[str, Any]:
    """Return a document with copies of these events."""
    return {
        "@context": CONTEXT,
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-03-04T03:20:00Z",
        "epcisBody": {"eventList": copy.deepcopy(list(events))},
    } | members


def text(*events: dict[str, Any], **members: Any) -> bytes:
    """Return such a document as JSON text."""
    return json.dumps(document(*events, **members), ensure_ascii=False).encode()
