"""Addresses of identifiers: every GS1 key and every other scheme, each answered by the resolver, and the verdict's own address."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api.callers import AnyCaller
from api.errors import NotFound
from api.identifier_paths import GS1_KEYS, is_of_an_identifier, path_of, text_in
from api.pages.verdicts import misread_page, verdict_answer
from api.resolver import description, form, views
from api.resolver.answers import METHODS, open_to_all
from api.resolver.resolving import resolve
from api.resolver.wishes import Form, asked_by
from api.resources import delegations
from api.resources import links as kept_links
from traceability.identifiers import IdentifierInvalid, parse
from traceability.linking.own_links import VERDICT

router = APIRouter(tags=["Resolver"])
last_router = APIRouter(tags=["Resolver"])
"""Its routes catch every path that no other took; they come last."""

_LINKSET: dict[str, Any] = {
    "application/linkset+json": {
        "schema": {"type": "object", "required": ["linkset"], "properties": {"linkset": {"type": "array"}}}
    }
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The link set, the verdict page or the verdict",
        "content": {"text/html": {"schema": {"type": "string"}}} | _LINKSET,
    },
    300: {"description": "Several links are as good", "content": _LINKSET},
    307: {"description": "The target of a link"},
}


def open_link(request: Request, caller: AnyCaller) -> Response:
    """Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264)."""
    return resolve(request, caller)


def describe_link(request: Request) -> Response:
    """Tell what the address of an identifier can do, and that scripts of every origin may."""
    return open_to_all(Response(status_code=204, headers={"Allow": METHODS}))


for _key in GS1_KEYS:
    for _method, _handler, _word in (("GET", open_link, "open"), ("OPTIONS", describe_link, "describe")):
        router.add_api_route(
            f"/{_key}/{{rest:path}}",
            _handler,
            methods=[_method],
            name=f"{_word} ({_key})",
            summary=f"{'Open' if _word == 'open' else 'Describe'} a Digital Link ({_key})",
            response_class=Response,
            status_code=200 if _word == "open" else 204,
            responses=RESPONSES if _word == "open" else None,
        )


@router.get(f"/{VERDICT}/{{rest:path}}", response_class=Response)
def open_verdict(request: Request, caller: AnyCaller) -> Response:
    """Tell the verdict about a thing: a page for a person, JSON for a program; it never leads elsewhere."""
    try:
        identifier = parse(text_in(path_of(request).removeprefix(f"/{VERDICT}")))
    except IdentifierInvalid as error:
        asked = asked_by(request)
        if asked.form is Form.HTML and asked.named:
            return misread_page(request, error)
        raise
    return open_to_all(verdict_answer(request, caller, identifier))


router.include_router(description.router)
router.include_router(views.router)
router.include_router(kept_links.router)
router.include_router(delegations.router)
router.include_router(form.router)


@last_router.get("/{path:path}", include_in_schema=False)
def open_other(request: Request, path: str, caller: AnyCaller) -> Response:
    """Resolve an identifier of another scheme, or a compressed Digital Link; any other path has nothing."""
    if not is_of_an_identifier(path_of(request)):
        raise NotFound("resource", request.url.path)
    return resolve(request, caller)


@last_router.options("/{path:path}", include_in_schema=False)
def describe_other(request: Request, path: str) -> Response:
    """Tell what the address of an identifier of another scheme can do."""
    if not is_of_an_identifier(path_of(request)):
        raise NotFound("resource", request.url.path)
    return describe_link(request)
