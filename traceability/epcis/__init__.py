"""EPCIS 2.0 events in one normal form: read from JSON-LD and XML, written to both, hashed, and checked."""

from traceability.epcis.document import (
    Document,
    DocumentKind,
    MasterVocabulary,
    RefusedEvent,
    VocabularyElement,
)
from traceability.epcis.event import Event, Quantity, Role, ThingRole
from traceability.epcis.gate import problems_of, verify_event
from traceability.epcis.hashing import event_hash, prehash_string
from traceability.epcis.json_reading import read_json
from traceability.epcis.json_writing import write_json, write_json_event
from traceability.epcis.limits import DEFAULT_LIMITS, Limits
from traceability.epcis.problem import DocumentInvalid, Problem, errors_of
from traceability.epcis.xml_reading import read_xml
from traceability.epcis.xml_writing import write_xml

__all__ = [
    "DEFAULT_LIMITS",
    "Document",
    "DocumentInvalid",
    "DocumentKind",
    "Event",
    "Limits",
    "MasterVocabulary",
    "Problem",
    "Quantity",
    "RefusedEvent",
    "Role",
    "ThingRole",
    "VocabularyElement",
    "errors_of",
    "event_hash",
    "prehash_string",
    "problems_of",
    "read_json",
    "read_xml",
    "verify_event",
    "write_json",
    "write_json_event",
    "write_xml",
]
