"""Answers of the resolver with the headers that all of them carry: where the link set is, and that every origin may read.

Nothing here is for one reader by cookie: another origin reads what anyone reads (Fetch standard, CORS protocol).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from fastapi import Response
from fastapi.responses import HTMLResponse

from api.resolver.wishes import Form
from traceability.linking.anchors import Anchor
from traceability.linking.description_file import CONTEXT_PATH
from traceability.linking.linkset_json import MEDIA_TYPE as LINKSET_JSON
from traceability.linking.linkset_json import json_ld_object
from traceability.linking.linkset_text import header_link

METHODS: Final = "GET, HEAD, OPTIONS"
"""Methods of an identifier's address."""
JSON_LD_CONTEXT: Final = "http://www.w3.org/ns/json-ld#context"
"""Relation of a JSON document to the context that makes it JSON-LD (JSON-LD 1.1 §6.1)."""
VARY: Final = "Accept, Accept-Language, Authorization, X-API-Key"
"""What an answer depends on beside its address."""

_ANY_ORIGIN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type",
    "Access-Control-Expose-Headers": "Link, Location, Content-Location, Content-Language",
    "Access-Control-Max-Age": "86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def open_to_all(response: Response) -> Response:
    """Return an answer that scripts of every origin may read."""
    response.headers.update(_ANY_ORIGIN)
    return response


def linkset_link(anchor: Anchor, origin: str) -> str:
    """Return the value of the `Link` header that says where the link set of an identifier is."""
    address = f"{anchor.address(origin)}?linkType=linkset"
    return header_link(address, "linkset", media_type=LINKSET_JSON, title="Links of this identifier")


def same_as_link(address: str) -> str:
    """Return the value of the `Link` header that gives a compressed link in full."""
    return header_link(address, "owl:sameAs", title="The same, uncompressed")


def add_links(response: Response, links: Sequence[str]) -> None:
    """Put values of the `Link` header on an answer."""
    if links:
        response.headers["Link"] = ", ".join((*filter(None, [response.headers.get("Link")]), *links))


def linkset_response(
    form: Form, content: Mapping[str, Any], text: str, page: str, origin: str, status: int = 200
) -> Response:
    """Return a link set in a form, with the link to the context that makes it JSON-LD."""
    if form is Form.HTML:
        response: Response = HTMLResponse(page, status)
    elif form is Form.LINKSET_TEXT:
        response = Response(text, status)
    else:
        written = json_ld_object(content) if form is Form.JSON_LD else content
        response = Response(json.dumps(written, ensure_ascii=False, separators=(",", ":")), status)
    if form is not Form.HTML:
        # Set as it stands: Starlette would add a charset to text, and these types have none.
        response.headers["Content-Type"] = form.value
    add_links(
        response,
        [
            header_link(
                f"{origin}{CONTEXT_PATH}", JSON_LD_CONTEXT, media_type="application/ld+json", title="JSON-LD context"
            )
        ],
    )
    return response


def redirect(target: str, status: int = 307) -> Response:
    """Return a redirect to a link's target."""
    return Response(status_code=status, headers={"Location": target})
