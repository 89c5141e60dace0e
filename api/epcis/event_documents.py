"""Answers of events: an EPCISQueryDocument as JSON-LD or XML, by `Accept` and the GS1 format headers (EPCIS 2.0 §9, §10, §12.3)."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request, Response

from api.epcis.finding import FoundBody
from api.epcis.formats import CBV_HEADER, EPC_HEADER, Formats, wanted_formats, wanted_prefixes
from api.negotiation import JSON_TYPES, XML_TYPES, preferred
from api.rooms import Rooms, rooms_of
from capture.standing import grant_book
from traceability.epcis import Event, write_json, write_xml
from traceability.epcis.epc_format import EpcFormat, converted

FORMS = (*JSON_TYPES[::-1], *XML_TYPES)
"""Forms of an answer; `application/json` where nothing is asked for."""


def wanted_form(request: Request) -> str:
    """Return the media type that the caller likes best.

    Raises:
        NotAcceptable: if it likes none of ours, or wants a writing of identifiers or words that there is not.
    """
    wanted_formats(request)
    return preferred(request.headers.get("accept"), FORMS)


def query_document(
    request: Request,
    bodies: Sequence[FoundBody],
    name: str = "SimpleEventQuery",
    subscription_id: str | None = None,
) -> Response:
    """Return the events as the caller wants them written."""
    kind = wanted_form(request)
    formats = wanted_formats(request)
    rooms = rooms_of(request)
    events = formats_applied(rooms, [found.event for found in bodies], formats)
    prefixes = wanted_prefixes(request)
    times = [found.record_time.isoformat(timespec="milliseconds").replace("+00:00", "Z") for found in bodies]
    if kind in XML_TYPES:
        content = write_xml(
            events,
            creation_date=rooms.clock(),
            namespaces=prefixes,
            query_name=name,
            subscription_id=subscription_id,
            record_times=times,
            cbv_format=formats.cbv_xml,
        )
    else:
        content = write_json(
            events,
            creation_date=rooms.clock(),
            namespaces=prefixes,
            query_name=name,
            subscription_id=subscription_id,
            record_times=times,
        )
    response = Response(content, media_type=kind)
    response.headers["Vary"] = f"Accept, Authorization, {EPC_HEADER}, {CBV_HEADER}, GS1-Extensions"
    response.headers[EPC_HEADER] = formats.epc.value
    return response


def formats_applied(rooms: Rooms, events: Sequence[Event], formats: Formats) -> list[Event]:
    """Return the events with their identifiers in the wanted writing."""
    if formats.epc in (EpcFormat.NO_PREFERENCE, EpcFormat.ALWAYS_GS1_DIGITAL_LINK):
        return list(events)
    book = grant_book(rooms.mirror)
    return [converted(event, formats.epc, book.prefix_length) for event in events]
