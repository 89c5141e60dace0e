"""The business document header of XML (SBDH 1.3) and the three members of JSON that stand for it (EPCIS 2.0 §9.2, §10.1).

JSON names sender, receiver and instance identifier beside the body. A header that says more is kept whole, in its own
namespace: in XML where it was, in JSON as an extension of ``epcisHeader``.
"""

from collections.abc import Mapping

from traceability.epcis.raw import Raw
from traceability.epcis.times import TimeUnreadable, normal_time
from traceability.epcis.xml_form import OWN_TEXT

NAMESPACE = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
"""The namespace of the header."""
PREFIX = "sbdh"
"""The prefix that it is written with."""
BUSINESS_HEADER = f"{{{NAMESPACE}}}StandardBusinessDocumentHeader"
"""The name of the header's element."""

SENDER, RECEIVER, INSTANCE = "sender", "receiver", "instanceIdentifier"
HEADER_FIELDS = (SENDER, RECEIVER, INSTANCE)
"""The members of a JSON document that stand for the business document header of XML."""


def texts_of(header: Raw) -> dict[str, str]:
    """Return sender, receiver and instance identifier of a header in its JSON shape: of several partners the first."""
    found = {
        SENDER: _text(header, "Sender", "Identifier"),
        RECEIVER: _text(header, "Receiver", "Identifier"),
        INSTANCE: _text(header, "DocumentIdentification", "InstanceIdentifier"),
    }
    return {name: text for name, text in found.items() if text}


def business_header(texts: Mapping[str, str], created: str) -> dict[str, Raw]:
    """Return the header that three texts and the date of a document make; what is not known of them is empty."""
    return {
        _name("HeaderVersion"): "1.0",
        _name("Sender"): {_name("Identifier"): texts.get(SENDER, "")},
        _name("Receiver"): {_name("Identifier"): texts.get(RECEIVER, "")},
        _name("DocumentIdentification"): {
            _name("Standard"): "EPCglobal",
            _name("TypeVersion"): "2.0",
            _name("InstanceIdentifier"): texts.get(INSTANCE, ""),
            _name("Type"): "Events",
            _name("CreationDateAndTime"): created,
        },
    }


def says_more(header: Raw, created: str | None) -> bool:
    """Return whether a header in its JSON shape says anything that its three texts and the document's date do not."""
    identification = header.get(_name("DocumentIdentification")) if isinstance(header, dict) else None
    written = identification.get(_name("CreationDateAndTime")) if isinstance(identification, dict) else None
    if not isinstance(written, str) or created is None or _moment(written) != _moment(created):
        return True
    return bool(header != business_header(texts_of(header), written))


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"


def _text(header: Raw, *path: str) -> str:
    value = header
    for local in path:
        value = value.get(_name(local)) if isinstance(value, dict) else None
        if isinstance(value, list):
            value = value[0]
    if isinstance(value, dict):
        value = value.get(OWN_TEXT)
    return value if isinstance(value, str) else ""


def _moment(text: str) -> str | None:
    try:
        return normal_time(text)
    except TimeUnreadable:
        return None
