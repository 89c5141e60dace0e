"""How a capture is to be done, from the request's headers."""

from __future__ import annotations

from fastapi import Request

from api.callers import Caller
from api.errors import HeaderInvalid, UnsupportedMediaType
from api.negotiation import JSON_TYPES, XML_TYPES
from api.rooms import rooms_of
from capture.disclosure import NOBODY_ELSE, disclosure_of
from capture.documents import Request as CaptureRequest
from capture.lane import Lane, lane_of
from capture.reading import Form
from capture.saving import Behaviour

BEHAVIOUR_HEADER = "GS1-Capture-Error-Behaviour"
DISCLOSURE_HEADER = "Suyuan-Disclosure"
LANE_HEADER = "Suyuan-Lane"
STRICT_HEADER = "Suyuan-Strict"
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
CSV_TYPE = "text/csv"


def capture_request_of(request: Request, caller: Caller, *, dry_run: bool = False) -> CaptureRequest:
    """Return what the headers ask for.

    Raises:
        HeaderInvalid, DisclosureInvalid, LaneInvalid: if one of them has no such value.
    """
    rooms = rooms_of(request)
    given = request.headers.get(BEHAVIOUR_HEADER, Behaviour.ROLLBACK.value)
    try:
        behaviour = Behaviour(given.strip().lower())
    except ValueError as error:
        raise HeaderInvalid(BEHAVIOUR_HEADER, given, "send rollback or proceed") from error
    strict = request.headers.get(STRICT_HEADER, "false")
    if strict.strip().lower() not in _TRUTHS:
        raise HeaderInvalid(STRICT_HEADER, strict, "send true or false")
    disclosure = _disclosure_text(request)
    lane = request.headers.get(LANE_HEADER)
    return CaptureRequest(
        organisation=caller.organisation,
        now=rooms.clock(),
        behaviour=behaviour,
        disclosure=NOBODY_ELSE if disclosure is None else disclosure_of(disclosure),
        standing=disclosure is None,
        lane=Lane.HEADED if lane is None else lane_of(lane),
        limits=rooms.settings.limits,
        dry_run=dry_run,
        strict=_TRUTHS[strict.strip().lower()],
    )


def _disclosure_text(request: Request) -> str | None:
    """Return the profile that the header says, its names of groups in the UTF-8 that clients send."""
    given = request.headers.get(DISCLOSURE_HEADER)
    if given is None:
        return None
    try:
        return given.encode("latin-1").decode()
    except UnicodeError:
        return given


def form_of(request: Request, *, json_only: bool = False) -> Form:
    """Return whether the body is JSON or XML, by its content type.

    Raises:
        UnsupportedMediaType: if it is neither, or in a charset other than UTF-8.
    """
    accepted = JSON_TYPES if json_only else (*JSON_TYPES, *XML_TYPES)
    given = request.headers.get("content-type", "")
    name, *parameters = (part.strip().lower() for part in given.split(";"))
    for parameter in parameters:
        if parameter.startswith("charset=") and parameter[8:].strip('"') not in ("utf-8", "utf8", "us-ascii"):
            raise UnsupportedMediaType(given, [f"{kind}; charset=utf-8" for kind in accepted])
    if name in JSON_TYPES or (name.startswith("application/") and name.endswith("+json")):
        return Form.JSON
    if not json_only and (name in XML_TYPES or (name.startswith("application/") and name.endswith("+xml"))):
        return Form.XML
    raise UnsupportedMediaType(given, accepted)
