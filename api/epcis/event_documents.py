"""Answers of events: an EPCISQueryDocument as JSON-LD or XML, by `Accept` (EPCIS 2.0 §9, §10)."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request, Response

from api.epcis.discovery import announce_versions
from api.epcis.finding import FoundBody
from api.errors import HeaderInvalid
from api.negotiation import JSON_TYPES, XML_TYPES, preferred
from api.rooms import rooms_of
from traceability.epcis import write_json, write_xml

FORMS = (*JSON_TYPES[::-1], *XML_TYPES)
"""Forms of an answer; `application/json` where nothing is asked for."""


def wanted_form(request: Request) -> str:
    """Return the media type that the caller likes best.

    Raises:
        NotAcceptable: if it likes none of ours.
        HeaderInvalid: if it wants identifiers in a way that we do not write.
    """
    given = request.headers.get("GS1-EPC-Format", "No_Preference")
    if given not in ("No_Preference", "Always_GS1_Digital_Link"):
        raise HeaderInvalid(
            "GS1-EPC-Format", given, "send No_Preference or Always_GS1_Digital_Link; others are not written here yet"
        )
    return preferred(request.headers.get("accept"), FORMS)


def query_document(request: Request, bodies: Sequence[FoundBody], name: str = "SimpleEventQuery") -> Response:
    """Return the events as the caller wants them written."""
    kind = wanted_form(request)
    now = rooms_of(request).clock()
    events = [found.event for found in bodies]
    times = [found.record_time.isoformat(timespec="milliseconds").replace("+00:00", "Z") for found in bodies]
    write = write_xml if kind in XML_TYPES else write_json
    response = Response(write(events, creation_date=now, query_name=name, record_times=times), media_type=kind)
    announce_versions(response)
    return response
