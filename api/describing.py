"""The OpenAPI description: what the routes say of themselves, completed by what holds for many of them.

Each operation names the problems that it can answer with, by status, with the types that this status has; which statuses those
are follows from what the operation takes and needs. Operations of the EPCIS binding also get its common parameters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from api.answers import is_epcis_path
from api.callers import Needs, caller_of
from api.epcis.parameters import QUERY_PARAMETERS
from api.epcis.schemas import (
    BEHAVIOUR_PARAMETER,
    CAPTURE_PARAMETERS,
    FORMAT_PARAMETERS,
    PAGE_PARAMETERS,
    READING_PARAMETERS,
    SCHEMAS,
    WRITING_PARAMETERS,
)
from api.identifier_paths import GS1_KEYS
from api.problems import TABLE

_ACCESS: Final = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "An API key"},
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "An API key"},
    "password": {"type": "http", "scheme": "basic", "description": "Any name; the API key is the password"},
}
_PLACE: Final = {
    "type": "object",
    "required": ["type", "pointer", "detail", "cure"],
    "properties": {name: {"type": "string"} for name in ("type", "pointer", "detail", "cure")},
}
_PROBLEM: Final = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "errors", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "problem": {
            "type": "string",
            "pattern": "^/problems/[a-z0-9-]+$",
            "description": "Our own type of the problem",
        },
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": _PLACE, "minItems": 1},
        "instance": {"type": "string", "format": "uri"},
    },
    "description": "Why the request was refused (RFC 9457): places and cures in `errors`.",
}
_VALIDATION: Final = ("HTTPValidationError", "ValidationError")
"""Schemas of the framework's own refusals, which nobody gets to see."""

_WITH_PROOFS: Final = ("/api/v1/bundle", "/dossiers/", "/verdict/", "/passport/", *(f"/{key}/" for key in GS1_KEYS))
"""Beginnings of the paths that answer with proofs, for which the chain is asked."""

_METHODS: Final = ("get", "post", "put", "patch", "delete", "options")


def completed(described: dict[str, Any], routers: Iterable[APIRouter]) -> dict[str, Any]:
    """Return the description that the framework gathered, with access, problems, schemas and parameters filled in."""
    routes = {
        (route.path_format, method.lower()): route for route in _routes(routers) for method in route.methods or ()
    }
    components = described.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in _VALIDATION:
        schemas.pop(name, None)
    schemas |= SCHEMAS
    schemas["Problem"] = _PROBLEM
    components |= {"securitySchemes": _ACCESS, "responses": {}, "parameters": {}}
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            if method in _METHODS:
                _complete(path, method, operation, routes.get((path, method)), components)
    return described


def _complete(
    path: str, method: str, operation: dict[str, Any], route: APIRoute | None, components: dict[str, Any]
) -> None:
    epcis = is_epcis_path(path)
    if epcis:
        _add_parameters(path, method, operation, components["parameters"])
    calls = set() if route is None else _calls(route.dependant)
    if "needs" in calls or "caller" in calls:
        operation["security"] = [{name: []} for name in _ACCESS] + ([] if "needs" in calls else [{}])
    responses = operation["responses"]
    responses.pop("422", None)
    if epcis and method == "options":
        # Every path is described by the same headers.
        components["responses"]["Discovery"] = responses.pop("204")
        responses["204"] = {"$ref": "#/components/responses/Discovery"}
    declared = {int(status) for status in responses if status.isdigit()}
    for status in sorted(_statuses(path, method, operation, calls) - declared):
        name = f"{'EpcisProblem' if epcis else 'Problem'}{status}"
        if name not in components["responses"]:
            components["schemas"][name] = _problem_schema(status, epcis)
            components["responses"][name] = _refusal(status, name)
        responses[str(status)] = {"$ref": f"#/components/responses/{name}"}


def _refusal(status: int, schema: str) -> dict[str, Any]:
    return {
        "description": f"Refused: see `/problems` for the types with status {status}",
        "content": {
            "application/problem+json": {"schema": {"$ref": f"#/components/schemas/{schema}"}},
            "application/problem+xml": {"schema": {"type": "string", "description": "The same in XML"}},
            "text/html": {"schema": {"type": "string", "description": "The same for a person"}},
        },
    }


def _statuses(path: str, method: str, operation: Mapping[str, Any], calls: set[str]) -> set[int]:
    """Return the statuses with which an operation can refuse."""
    epcis, writes, body = is_epcis_path(path), method in ("post", "put", "patch", "delete"), "requestBody" in operation
    found: set[int] = set()
    if method == "options":
        # A path with a control character is no path of ours.
        return found | ({414} if epcis else set()) | ({404} if "{" in path else set())
    if operation.get("parameters") or body or "{" in path:
        found |= {400, 404} if "{" in path or not epcis else {400}
    if calls:
        found.add(401)
    if "needs" in calls:
        found |= {403, 409} if writes else {403}
    if body:
        found |= {413, 415}
    if epcis:
        found |= {406, 414}
        if "/events" in path and method == "get":
            found.add(413)
    elif len(_media(operation)) > 1:
        found.add(406)
    if path.startswith("/dossiers/"):
        found.add(410)
    if path == "/api/v1/reports" and method == "post":
        found |= {406, 429}
    if path.startswith(_WITH_PROOFS):
        found |= {406, 503}
    if path == "/links" and method == "post":
        # The form carries the key itself.
        found |= {401, 403, 409}
    if path == "/scan":
        found.add(404)
    return found


def _media(operation: Mapping[str, Any]) -> set[str]:
    answers = (answer for status, answer in operation["responses"].items() if status.startswith("2"))
    return {kind for answer in answers for kind in answer.get("content", {})}


def _problem_schema(status: int, epcis: bool) -> dict[str, Any]:
    rows = [row for row in TABLE if row.status == status]
    types = sorted({row.epcis if epcis else row.uri for row in rows})
    required = {"required": ["problem"]} if epcis else {}
    own = {"properties": {"status": {"const": status}, "type": {"type": "string", "enum": types}}} | required
    return {"allOf": [{"$ref": "#/components/schemas/Problem"}, own]}


def _add_parameters(path: str, method: str, operation: dict[str, Any], known: dict[str, Any]) -> None:
    """Add the headers and query parameters that the binding's operations share, each described once in `known`."""
    shared: list[dict[str, Any]] = []
    paged = any("GS1-Next-Page-Token-Expires" in each.get("headers", {}) for each in operation["responses"].values())
    if method == "get":
        shared += READING_PARAMETERS
        if paged:
            shared += PAGE_PARAMETERS
        if _is_of_events(operation) or paged:
            shared += FORMAT_PARAMETERS
        if _is_of_events(operation) and paged and not path.startswith("/queries"):
            shared += [each for each in QUERY_PARAMETERS if each["name"] not in _said_by_path(path)]
    elif method == "post":
        shared += WRITING_PARAMETERS
        if path in ("/capture", "/events"):
            shared += CAPTURE_PARAMETERS
        if path == "/capture":
            shared.append(BEHAVIOUR_PARAMETER)
        if path == "/events" or path.endswith("/subscriptions"):
            shared += FORMAT_PARAMETERS
    if shared:
        given = operation.setdefault("parameters", [])
        own = {(each["in"], each["name"]) for each in given}
        for each in shared:
            if (each["in"], each["name"]) not in own:
                name = f"{each['in']}.{each['name']}"
                known[name] = each
                given.append({"$ref": f"#/components/parameters/{name}"})


def _is_of_events(operation: Mapping[str, Any]) -> bool:
    return any("EPCISQueryDocument" in str(answer.get("content")) for answer in operation["responses"].values())


def _said_by_path(path: str) -> tuple[str, ...]:
    """Return the query parameters that a top-level resource's path says already."""
    return {
        "eventTypes": ("eventType",),
        "epcs": ("MATCH_anyEPC", "MATCH_anyEPCClass"),
        "bizSteps": ("EQ_bizStep",),
        "bizLocations": ("EQ_bizLocation",),
        "readPoints": ("EQ_readPoint",),
        "dispositions": ("EQ_disposition",),
    }.get(path.strip("/").partition("/")[0], ())


def _calls(dependant: Dependant) -> set[str]:
    """Return what an operation asks of its caller: `needs` a role, or looks who the `caller` is."""
    found: set[str] = set()
    for each in dependant.dependencies:
        if isinstance(each.call, Needs):
            found.add("needs")
        elif each.call is caller_of:
            found.add("caller")
        found |= _calls(each)
    return found


def _routes(routers: Iterable[APIRouter]) -> Iterator[APIRoute]:
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute):
                yield route
            elif isinstance(included := getattr(route, "original_router", None), APIRouter):
                yield from _routes((included,))


class DescribedApplication(FastAPI):
    """A FastAPI application whose description is completed."""

    routers: tuple[APIRouter, ...] = ()
    """The routers that it includes."""

    def include_all(self, routers: tuple[APIRouter, ...]) -> None:
        """Include routers, in the order in which their paths are tried."""
        self.routers = routers
        for router in routers:
            self.include_router(router)

    def openapi(self) -> dict[str, Any]:
        """Return the description, made once."""
        if not self.openapi_schema:
            self.openapi_schema = completed(super().openapi(), self.routers)
        return self.openapi_schema
