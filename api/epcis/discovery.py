"""OPTIONS and the version headers of every EPCIS resource (EPCIS 2.0 §12.3, discovery)."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response

from api.errors import HeaderInvalid
from api.rooms import rooms_of

EPCIS_VERSION = "2.0.0"
CBV_VERSION = "2.0.0"
VENDOR_VERSION = "suyuan/0.1.0"

VERSION_HEADERS: Mapping[str, str] = {
    "GS1-EPCIS-Version": EPCIS_VERSION,
    "GS1-CBV-Version": CBV_VERSION,
}
"""Headers that every answer of an EPCIS resource carries."""

DISCOVERY_HEADERS: Mapping[str, str] = {
    **VERSION_HEADERS,
    "GS1-EPCIS-Min": EPCIS_VERSION,
    "GS1-EPCIS-Max": EPCIS_VERSION,
    "GS1-CBV-Min": CBV_VERSION,
    "GS1-CBV-Max": CBV_VERSION,
    "GS1-EPC-Format": "Always_GS1_Digital_Link",
    "GS1-CBV-XML-Format": "Always_Web_URI",
    "GS1-Extensions": "",
    "GS1-Vendor-Version": VENDOR_VERSION,
}
"""Headers that OPTIONS adds."""

_METHODS: Mapping[str, str] = {
    "/": "GET, HEAD, OPTIONS",
    "/capture": "GET, HEAD, POST, OPTIONS",
    "/capture/{capture_id}": "GET, HEAD, OPTIONS",
    "/events": "GET, HEAD, POST, OPTIONS",
    "/events/{event_id:path}": "GET, HEAD, OPTIONS",
    "/queries": "GET, HEAD, POST, OPTIONS",
    "/queries/{name}": "GET, HEAD, DELETE, OPTIONS",
    "/queries/{name}/subscriptions": "OPTIONS",
    "/queries/{name}/subscriptions/{subscription}": "OPTIONS",
    "/queries/{name}/events": "GET, HEAD, OPTIONS",
    "/eventTypes": "GET, HEAD, OPTIONS",
    "/epcs": "GET, HEAD, OPTIONS",
    "/bizSteps": "GET, HEAD, OPTIONS",
    "/bizLocations": "GET, HEAD, OPTIONS",
    "/readPoints": "GET, HEAD, OPTIONS",
    "/dispositions": "GET, HEAD, OPTIONS",
    "/eventTypes/{value:path}": "GET, HEAD, OPTIONS",
    "/epcs/{value:path}": "GET, HEAD, OPTIONS",
    "/bizSteps/{value:path}": "GET, HEAD, OPTIONS",
    "/bizLocations/{value:path}": "GET, HEAD, OPTIONS",
    "/readPoints/{value:path}": "GET, HEAD, OPTIONS",
    "/dispositions/{value:path}": "GET, HEAD, OPTIONS",
    "/nextPageToken/{token}": "DELETE, OPTIONS",
}

router = APIRouter(tags=["Discovery"])


def announce_versions(response: Response) -> None:
    """Put the version headers on an answer."""
    response.headers.update(VERSION_HEADERS)


def verify_versions(request: Request) -> None:
    """Refuse a request for an EPCIS or CBV version that we do not speak.

    Raises:
        HeaderInvalid: naming the header.
    """
    for name, ours in (
        ("GS1-EPCIS-Version", EPCIS_VERSION),
        ("GS1-CBV-Version", CBV_VERSION),
        ("GS1-EPCIS-Min", EPCIS_VERSION),
        ("GS1-CBV-Min", CBV_VERSION),
    ):
        given = request.headers.get(name)
        if given is None:
            continue
        asked, spoken = _version(given), _version(ours)
        if not (asked <= spoken if name.endswith("Min") else asked[:2] == spoken[:2]):
            raise HeaderInvalid(name, given, f"this server speaks {ours}")


def _version(text: str) -> tuple[int, ...]:
    parts = text.strip().split(".")
    if not all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts) or len(parts) > 4:
        return (10**6,)
    return tuple(int(part) for part in (*parts, "0", "0"))[:3]


def _describe(path: str, methods: str) -> None:
    def describe(request: Request) -> Response:
        headers = dict(DISCOVERY_HEADERS) | {"Allow": methods}
        if path in ("/capture", "/events"):
            limits = rooms_of(request).settings.limits
            headers["GS1-EPCIS-Capture-Limit"] = str(limits.events)
            headers["GS1-EPCIS-Capture-File-Size-Limit"] = str(limits.bytes)
            headers["GS1-Capture-Error-Behaviour"] = "all"
        return Response(status_code=204, headers=headers)

    describe.__doc__ = f"Tell what `{path}` can do: methods, versions, formats and limits."
    name = "describe " + path
    router.add_api_route(path, describe, methods=["OPTIONS"], status_code=204, name=name, summary=f"Describe {path}")


for _path, _methods in _METHODS.items():
    _describe(_path, _methods)
