"""OPTIONS of every EPCIS resource: methods, versions, formats and limits (EPCIS 2.0 §12.3, discovery)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fastapi import APIRouter, Request, Response

from api.epcis.binding import ANNOUNCED
from api.epcis.paths import METHODS, route_path
from api.epcis.versions import spoken_versions
from api.rooms import rooms_of
from traceability.epcis.epc_format import CbvXmlFormat, EpcFormat

VENDOR_VERSION: Final = "suyuan/0.1.0"

router = APIRouter(tags=["Discovery"])


def discovery_headers(path: str, limits: Mapping[str, int]) -> dict[str, str]:
    """Return the headers that describe a path of the binding."""
    oldest, newest = spoken_versions(path, "OPTIONS")
    headers = dict(ANNOUNCED) | {
        "Allow": METHODS[path],
        "GS1-EPCIS-Min": oldest,
        "GS1-EPCIS-Max": newest,
        "GS1-CBV-Min": oldest,
        "GS1-CBV-Max": newest,
        "GS1-EPC-Format": EpcFormat.NO_PREFERENCE.value,
        "GS1-CBV-XML-Format": CbvXmlFormat.NO_PREFERENCE.value,
        "GS1-Vendor-Version": VENDOR_VERSION,
    }
    if path in ("/capture", "/events"):
        headers |= {
            "GS1-EPCIS-Capture-Limit": str(limits["events"] if path == "/capture" else 1),
            "GS1-EPCIS-Capture-File-Size-Limit": str(limits["bytes"]),
            "GS1-Capture-Error-Behaviour": "all" if path == "/capture" else "rollback",
        }
    return headers


_HEADERS: Final[dict[str, Any]] = {
    name: {"description": what, "schema": schema}
    for name, what, schema in (
        ("Allow", "Methods of the resource", {"type": "string"}),
        ("GS1-EPCIS-Version", "Version of EPCIS that answers are written in", {"type": "string"}),
        ("GS1-EPCIS-Min", "Oldest version of EPCIS that is spoken", {"type": "string"}),
        ("GS1-EPCIS-Max", "Newest version of EPCIS that is spoken", {"type": "string"}),
        ("GS1-CBV-Version", "Version of the vocabulary that answers are written in", {"type": "string"}),
        ("GS1-CBV-Min", "Oldest version of the vocabulary that is spoken", {"type": "string"}),
        ("GS1-CBV-Max", "Newest version of the vocabulary that is spoken", {"type": "string"}),
        ("GS1-EPC-Format", "Writings of EPCs that can be asked for", {"type": "string", "enum": list(EpcFormat)}),
        (
            "GS1-CBV-XML-Format",
            "Writings of the vocabulary that can be asked for in XML",
            {"type": "string", "enum": list(CbvXmlFormat)},
        ),
        ("GS1-Extensions", "Namespaces of extensions", {"type": "string"}),
        ("GS1-Vendor-Version", "Version of this server", {"type": "string"}),
    )
}
_LIMIT_HEADERS: Final[dict[str, Any]] = {
    "GS1-EPCIS-Capture-Limit": {"description": "Most events of one request", "schema": {"type": "integer"}},
    "GS1-EPCIS-Capture-File-Size-Limit": {"description": "Most octets of one request", "schema": {"type": "integer"}},
    "GS1-Capture-Error-Behaviour": {
        "description": "What can be done with the rest where one event is refused",
        "schema": {"type": "string", "enum": ["rollback", "proceed", "all"]},
    },
}


def _describe(path: str) -> None:
    def describe(request: Request) -> Response:
        limits = rooms_of(request).settings.limits
        return Response(
            status_code=204, headers=discovery_headers(path, {"events": limits.events, "bytes": limits.bytes})
        )

    describe.__doc__ = f"Tell what `{path}` can do: methods, versions, formats and limits."
    headers = _HEADERS | (_LIMIT_HEADERS if path in ("/capture", "/events") else {})
    parameters = [
        {"name": part[1:-1], "in": "path", "required": True, "schema": {"type": "string"}}
        for part in path.split("/")
        if part.startswith("{")
    ]
    router.add_api_route(
        route_path(path),
        describe,
        methods=["OPTIONS"],
        status_code=204,
        name="describe " + path,
        summary=f"Describe {path}",
        responses={204: {"description": "The resource is described by the headers", "headers": headers}},
        openapi_extra={"parameters": parameters} if parameters else None,
    )


# A path that ends in a URI would take the longer ones below it too: those are tried first.
for _path in sorted(METHODS, key=lambda path: (-path.count("/"), path)):
    _describe(_path)
