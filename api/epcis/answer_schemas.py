"""What the handlers of the EPCIS binding declare of their answers and bodies, for the OpenAPI description."""

from __future__ import annotations

from typing import Any, Final

from api.epcis.schemas import PAGE_HEADERS, reference
from api.negotiation import JSON_TYPES, XML_TYPES

_XML: Final = {"type": "string", "description": "The same in XML"}


def answer(description: str, name: str, *, paged: bool = False, xml: bool = True) -> dict[str, Any]:
    """Return a declared answer that is a document of the binding, as JSON and by choice as XML."""
    content: dict[str, Any] = {kind: {"schema": reference(name)} for kind in reversed(JSON_TYPES)}
    if xml:
        content |= {kind: {"schema": _XML} for kind in XML_TYPES}
    declared: dict[str, Any] = {"description": description, "content": content}
    return declared | {"headers": PAGE_HEADERS} if paged else declared


def body(description: str, *names: str, xml: bool = True) -> dict[str, Any]:
    """Return a declared body that is one of some documents of the binding."""
    schema = reference(names[0]) if len(names) == 1 else {"oneOf": [reference(name) for name in names]}
    content: dict[str, Any] = {kind: {"schema": schema} for kind in reversed(JSON_TYPES)}
    if xml:
        content |= {kind: {"schema": _XML} for kind in XML_TYPES}
    return {"requestBody": {"required": True, "description": description, "content": content}}


def location(description: str, **more: str) -> dict[str, Any]:
    """Return declared headers with the address of what was made, and others by name."""
    names = {"Location": description} | {name.replace("_", "-"): what for name, what in more.items()}
    return {"headers": {name: {"description": what, "schema": {"type": "string"}} for name, what in names.items()}}


EVENTS: Final = answer("Events", "EPCISQueryDocument", paged=True)
EVENT: Final = answer("The event, and declarations that it was wrong", "EPCISQueryDocument")
COLLECTION: Final = answer("Values", "Collection", paged=True)
SUB_RESOURCES: Final = answer("Names of what is below", "Collection")
JOB: Final = answer("The job", "CaptureJob")
