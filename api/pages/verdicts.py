"""The verdict about a thing at an address: a page for a person, JSON for a program, by `Accept` (formats.md §1)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from api.answers import told_status
from api.callers import Caller
from api.negotiation import HTML_TYPE, JSON_TYPES, preferred, preferred_language
from api.pages.app_files import AppFiles, simple_page
from api.pages.markup import Markup, element, joined, json_in_page
from api.pages.naming import known_aliases_section
from api.pages.reading import Reading
from api.pages.verdict_body import unknown_body, verdict_body
from api.pages.words import Words
from api.rooms import Rooms, rooms_of
from api.verdicts import server_verdict
from chain.network import trust_root_of
from evidence.aliases import aliases_of
from store.mirror.members import organisation_of
from traceability.identifiers import Identifier, IdentifierInvalid
from traceability.linking.own_links import VERDICT


def verdict_path(identifier: Identifier) -> str:
    """Return the path at which the verdict about a thing is told, whatever its default link is."""
    return f"/{VERDICT}" + identifier.digital_link("http://x").removeprefix("http://x")


def verdict_answer(request: Request, caller: Caller, identifier: Identifier) -> Response:
    """Return the page about a thing, or with `Accept: application/json` its verdict as the server sees it."""
    kind = preferred(request.headers.get("accept"), (HTML_TYPE, *reversed(JSON_TYPES)))
    if kind == HTML_TYPE:
        return _page(request, caller, identifier)
    return JSONResponse(_content(request, identifier, caller))


def bundle_address(identifier: Identifier) -> str:
    """Return the address of the proof bundle about a thing."""
    return "/api/v1/bundle?id=" + quote(identifier.canonical, safe="")


def misread_page(request: Request, error: IdentifierInvalid) -> Response:
    """Return the page about a code that is none: to a person it is most often one that was misread."""
    app, words = _clothes(request)
    page = simple_page(
        app,
        words.language,
        words.say("failure.title"),
        element("h1", {}, words.say("failure.title")),
        element("p", {}, words.say("failure.not_found")),
        element("p", {"lang": "en"}, error.cure),
        element("p", {}, element("a", {"class": "button", "href": "/scan"}, words.say("proof.scan"))),
    )
    return HTMLResponse(page, 400, {"Content-Language": words.language, "Vary": "Accept, Accept-Language"})


def _clothes(request: Request) -> tuple[AppFiles, Words]:
    app: AppFiles = request.app.state.app_files
    return app, app.words[preferred_language(request.headers.get("accept-language"), request.query_params.get("lang"))]


def _content(request: Request, identifier: Identifier, caller: Caller) -> dict[str, Any]:
    origin = rooms_of(request).settings.public_origin
    found = server_verdict(rooms_of(request), identifier, caller.reader)
    return {
        "id": identifier.canonical,
        "display": identifier.display(),
        "checkedBy": "server",
        "verdict": found.to_object(),
        "links": {
            "page": identifier.digital_link(origin),
            "linkset": identifier.digital_link(origin) + "?linkType=linkset",
            "bundle": bundle_address(identifier),
            "trace": "/api/v1/trace?id=" + quote(identifier.canonical, safe=""),
            "network": "/api/v1/network",
        },
    }


def _page(request: Request, caller: Caller, identifier: Identifier) -> Response:
    rooms = rooms_of(request)
    app, words = _clothes(request)
    status = 200
    try:
        reading = Reading(server_verdict(rooms, identifier, caller.reader).to_object(), words)
        body = verdict_body(reading, identifier, "/api/v1/pictures/", reported="reported" in request.query_params)
        title = reading.product("name") or identifier.display()
    except Exception as error:  # noqa: BLE001 - the page stays readable whatever failed; the device tries for itself
        status = told_status(request, error)
        reading = Reading({"facts": [], "organisations": []}, words)
        key = "failure.not_found" if status == 404 else "failure.server"
        body = unknown_body(reading, words.say(key, status=status))
        if status == 404 and (claimed := _claimed(rooms, caller, identifier, words)) is not None:
            status, body = 200, joined([body, claimed])
        title = identifier.display()
    address = bundle_address(identifier)
    settings = {
        "page": "verdict",
        "id": identifier.canonical,
        "display": identifier.display(),
        "data": address,
        "download": address + "&download=1",
        "reports": "/api/v1/reports",
        "pictures": "/api/v1/pictures/",
        "trustRoot": trust_root_of(rooms.network).to_object(),
    }
    text = app.page(
        "verdict", lang=words.language, title=title, data=address, body=body, settings=json_in_page(settings)
    )
    return HTMLResponse(text, status, {"Content-Language": words.language, "Vary": "Accept, Accept-Language"})


def _claimed(rooms: Rooms, caller: Caller, identifier: Identifier, words: Words) -> Markup | None:
    """Return what members say of a code under nobody's prefix, None where nobody says anything."""
    known = aliases_of(rooms.record, rooms.mirror, [identifier.canonical], caller.reader)
    speakers = {item.alias.claim.organisation for item in known}
    speakers |= {claim.organisation for item in known for claim in item.alias.conflicts}
    organisations = [
        {"number": number, "reason": "profile_agrees", "profile": None if found is None else found.profile}
        for number in sorted(speakers)
        for found in (organisation_of(rooms.mirror, number),)
    ]
    return known_aliases_section(
        Reading({"facts": [], "organisations": organisations}, words), identifier.canonical, known
    )
