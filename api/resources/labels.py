"""Labels: a PDF sheet of QR codes, each read back before the file goes out."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import Field

from api.callers import Capturer
from api.errors import RequestInvalid
from api.pages.reading import name_in_profile
from api.resources.fields import Body, IdentifierText, ShortText, identifier_at
from api.resources.views import SheetList, typed
from api.rooms import rooms_of
from capture.attesting import key_of_thing
from capture.errors import EventsRefused, Problem
from capture.grants import GrantBook
from capture.standing import grant_book
from chain.network import trust_root_of
from evidence.labels import SHEETS, LabelOrder, fresh_items, label_sheet
from store.mirror.members import organisation_of
from store.mirror.things import line_counts
from store.record.products import descriptions_of
from traceability.identifiers import Identifier, Level, class_of

router = APIRouter(prefix="/api/v1/labels", tags=["Labels"])


class LabelBody(Body):
    """Either a class and how many new serials, or the identifiers to be printed."""

    product: IdentifierText | None = None
    count: Annotated[int, Field(ge=1, le=2000)] | None = None
    ids: Annotated[list[IdentifierText], Field(min_length=1, max_length=2000)] | None = None
    name: ShortText | None = None
    sheet: str = "a4-3x8"
    skip: Annotated[int, Field(ge=0, le=500)] = 0


@router.get("/sheets", **typed(SheetList))
def list_sheets() -> dict[str, Any]:
    """List the presets of sheets."""
    return {"sheets": list(SHEETS)}


@router.post("", response_class=Response, responses={200: {"content": {"application/pdf": {}}}})
def print_labels(request: Request, body: LabelBody, caller: Capturer) -> Response:
    """Give a PDF of labels; `Suyuan-Identifiers` counts them, new serials have 65 random bits."""
    rooms = rooms_of(request)
    identifiers = _identifiers(request, body, caller.organisation)
    about = class_of(identifiers[0]) or identifiers[0]
    member = organisation_of(rooms.mirror, caller.organisation)
    order = LabelOrder(
        identifiers=identifiers,
        base_url=rooms.settings.public_origin,
        product=body.name or _name(request, about),
        maker=(name_in_profile(member.profile, "zh") if member is not None else None) or "",
        fingerprint=trust_root_of(rooms.network).fingerprint,
        sheet=body.sheet,
        skip=body.skip,
    )
    headers = {"Content-Disposition": 'attachment; filename="labels.pdf"', "Suyuan-Identifiers": str(len(identifiers))}
    return Response(label_sheet(order), media_type="application/pdf", headers=headers)


def _identifiers(request: Request, body: LabelBody, organisation: int) -> tuple[Identifier, ...]:
    book = grant_book(rooms_of(request).mirror)
    if body.ids is not None and body.product is None:
        found = tuple(identifier_at(f"/ids/{place}", text) for place, text in enumerate(body.ids))
        for place, identifier in enumerate(found):
            _verify_held(book, identifier, organisation, f"/ids/{place}")
        return found
    if body.product is None or body.count is None:
        raise RequestInvalid(
            [Problem("request-invalid", "/product", "nothing to print", "give product and count, or ids")]
        )
    product = identifier_at("/product", body.product)
    _verify_held(book, product, organisation, "/product")
    if product.level is not Level.CLASS or product.kind != "gtin":
        raise RequestInvalid([Problem("request-invalid", "/product", "is not a class of trade items", "give a GTIN")])
    mirror = rooms_of(request).mirror
    return fresh_items(
        product, body.count, lambda item: bool(line_counts(mirror, [key_of_thing(book, item, "/product")]))
    )


def _verify_held(book: GrantBook, identifier: Identifier, organisation: int, pointer: str) -> None:
    holding = book.holding_of(identifier)
    if holding is None or holding.grant.holder != organisation:
        reason = f"{identifier.display()} is under no prefix of yours"
        raise EventsRefused([Problem("identifier-not-owned", pointer, reason, "print labels for your own codes")], 1, 1)


def _name(request: Request, about: Identifier) -> str:
    for item in descriptions_of(rooms_of(request).record, [about.canonical]):
        names = json.loads(item.content).get("name", {})
        return str(names.get("zh") or names.get("en") or about.display())
    return about.display()
