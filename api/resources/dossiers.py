"""Dossiers: a borrower makes a link, a bank opens it without an account, as a page, as JSON, as a file."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from api.answers import told_status
from api.callers import AnyCaller, Capturer
from api.errors import NotFound, RequestInvalid
from api.negotiation import HTML_TYPE, JSON_TYPES, preferred, preferred_language
from api.pages.app_files import AppFiles
from api.pages.dossier_body import closed_body, dossier_body
from api.pages.markup import json_in_page
from api.resources.fields import Body, IdentifierText, identifier_at
from api.resources.views import DossierFileView, DossierList, MadeDossierView, typed
from api.rooms import rooms_of
from capture.errors import Problem
from chain.network import trust_root_of
from evidence.dossiers import DossierOrder, opened_dossier, order_dossier
from store.record.dossiers import Dossier, dossiers_of, revoke_dossier

router = APIRouter(tags=["Dossiers"])

_OPENED = {
    "description": "The page, or the file",
    "content": {
        "application/json": {"schema": DossierFileView.model_json_schema()},
        "text/html": {"schema": {"type": "string"}},
    },
}

Pointer = Annotated[str, Field(max_length=500)]
ShortLine = Annotated[str, Field(max_length=200)]


class DossierBody(Body):
    """What is to be shown, to whom, until when. `fields` are pointers into the borrower's own events; left out, all are shown."""

    things: Annotated[list[IdentifierText], Field(min_length=1, max_length=200)]
    until: str
    fields: Annotated[list[Pointer], Field(max_length=64)] | None = None
    title: ShortLine = ""
    audience: ShortLine = ""
    showsLiens: bool = False


@router.post("/api/v1/dossiers", status_code=201, **typed(MadeDossierView, 201))
def make(request: Request, response: Response, body: DossierBody, caller: Capturer) -> dict[str, Any]:
    """Make a dossier link; its token stands in this answer and nowhere else."""
    rooms = rooms_of(request)
    order = DossierOrder(
        borrower=caller.organisation,
        assets=tuple(identifier_at(f"/things/{place}", text) for place, text in enumerate(body.things)),
        fields=("",) if body.fields is None else tuple(body.fields),
        until=_moment(body.until),
        title=body.title,
        audience=body.audience,
        shows_liens=body.showsLiens,
    )
    made, token = order_dossier(rooms.record, rooms.mirror, order, rooms.clock())
    response.headers["Location"] = f"/api/v1/dossiers/{made.id}"
    return _content(made) | {"url": f"/dossiers/{token}", "link": f"{rooms.settings.public_origin}/dossiers/{token}"}


@router.get("/api/v1/dossiers", **typed(DossierList))
def list_dossiers(request: Request, caller: Capturer) -> dict[str, Any]:
    """List the dossiers of the caller's organisation."""
    return {"dossiers": [_content(item) for item in dossiers_of(rooms_of(request).record, caller.reader)]}


@router.delete("/api/v1/dossiers/{dossier}", status_code=204)
def withdraw(request: Request, dossier: str, caller: Capturer) -> None:
    """Withdraw a dossier: its link opens nothing any more."""
    rooms = rooms_of(request)
    if not revoke_dossier(rooms.record, dossier, caller.reader, rooms.clock()):
        raise NotFound("dossier", dossier)


@router.get("/dossiers/{token}", response_class=HTMLResponse, responses={200: _OPENED})
def open_link(request: Request, token: str, caller: AnyCaller, download: bool = False) -> Response:
    """Open a dossier: its page, or with `Accept: application/json` (or `?download=1`) the file that verifies offline."""
    kind = JSON_TYPES[1] if download else preferred(request.headers.get("accept"), (HTML_TYPE, *reversed(JSON_TYPES)))
    if kind == HTML_TYPE:
        return _page(request, token, caller)
    rooms = rooms_of(request)
    found = opened_dossier(rooms.record, rooms.mirror, rooms.connection, token, rooms.clock(), caller.reader)
    headers = {"Content-Disposition": 'attachment; filename="suyuan-dossier.json"'} if download else {}
    return Response(found.to_json(), media_type="application/json", headers=headers | {"Vary": "Accept"})


def _page(request: Request, token: str, caller: AnyCaller) -> Response:
    rooms = rooms_of(request)
    app: AppFiles = request.app.state.app_files
    language = preferred_language(request.headers.get("accept-language"), request.query_params.get("lang"))
    words, status = app.words[language], 200
    try:
        found = opened_dossier(rooms.record, rooms.mirror, rooms.connection, token, rooms.clock(), caller.reader)
        content = json.loads(found.to_json())
        body, title = dossier_body(content, words), content["dossier"].get("title") or words.say("bank.title")
    except Exception as error:  # noqa: BLE001 - the page stays readable whatever failed
        status = told_status(request, error)
        body, title = closed_body(words, status), words.say("bank.title")
    # With its own address, because a browser that fetches ahead accepts anything and would be given this page.
    address = f"{request.url.path}?download=1"
    settings = {
        "page": "dossier",
        "id": "",
        "display": title,
        "data": address,
        "download": address,
        "reports": "/api/v1/reports",
        "pictures": "/api/v1/pictures/",
        "trustRoot": trust_root_of(rooms.network).to_object(),
    }
    text = app.page("dossier", lang=language, title=title, data=address, body=body, settings=json_in_page(settings))
    return HTMLResponse(text, status, {"Content-Language": language, "Vary": "Accept, Accept-Language"})


def _content(item: Dossier) -> dict[str, Any]:
    kept = json.loads(item.content)
    return {
        "id": item.id,
        "things": kept["assets"],
        "fields": kept["fields"],
        "title": kept["title"],
        "audience": kept["audience"],
        "showsLiens": kept["showsLiens"],
        "createdAt": item.created_at.isoformat(),
        "until": item.expires_at.isoformat(),
        "revokedAt": None if item.revoked_at is None else item.revoked_at.isoformat(),
        "opened": item.opened,
    }


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None or moment.year > 9000:
            raise ValueError(text)
    except ValueError as error:
        problem = Problem(
            "request-invalid", "/until", f"{text[:60]!r} is no time with an offset", "write 2027-03-01T00:00:00Z"
        )
        raise RequestInvalid([problem]) from error
    return moment
