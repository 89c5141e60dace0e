"""EPCIS 2.0 events in one normal form: read from JSON-LD and XML, written to both, hashed, and checked."""

from traceability.epcis.document import (
    Document,
    DocumentKind,
    FrameExtensions,
    MasterVocabulary,
    RefusedEvent,
    VocabularyElement,
)
from traceability.epcis.epc_format import CbvXmlFormat, EpcFormat, converted
from traceability.epcis.event import Event, Quantity, Role, ThingRole
from traceability.epcis.gate import problems_of, verify_event
from traceability.epcis.hashing import event_hash, prehash_string
from traceability.epcis.json_reading import read_json
from traceability.epcis.json_writing import (
    write_json,
    write_json_document,
    write_json_event,
    write_json_master_data,
)
from traceability.epcis.limits import DEFAULT_LIMITS, Limits
from traceability.epcis.problem import DocumentInvalid, Problem, errors_of
from traceability.epcis.xml_reading import read_xml
from traceability.epcis.xml_writing import write_xml, write_xml_document, write_xml_master_data

__all__ = [
    "DEFAULT_LIMITS",
    "CbvXmlFormat",
    "Document",
    "DocumentInvalid",
    "DocumentKind",
    "EpcFormat",
    "Event",
    "FrameExtensions",
    "Limits",
    "MasterVocabulary",
    "Problem",
    "Quantity",
    "RefusedEvent",
    "Role",
    "ThingRole",
    "VocabularyElement",
    "converted",
    "errors_of",
    "event_hash",
    "prehash_string",
    "problems_of",
    "read_json",
    "read_xml",
    "verify_event",
    "write_json",
    "write_json_document",
    "write_json_event",
    "write_json_master_data",
    "write_xml",
    "write_xml_document",
    "write_xml_master_data",
]
