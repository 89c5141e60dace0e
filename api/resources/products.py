"""Products: what their holder says of them, committed like an event, and the pictures that go with it."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from api.callers import Capturer
from api.capture_options import capture_request_of
from api.epcis.jobs import job_content
from api.errors import NotFound, UnsupportedMediaType
from api.resources.fields import Body, IdentifierText, identifier_at
from api.resources.views import PictureView, ProductView, typed, typed_job
from api.rooms import rooms_of
from capture.pictures import PICTURE_FORMATS, picture_type
from capture.products import describe_product
from store.record.products import descriptions_of, keep_picture, picture_of
from traceability.identifiers import class_of

router = APIRouter(prefix="/api/v1", tags=["Products"])


class Describing(Body):
    """A description of a class, lot or item."""

    id: IdentifierText
    product: dict[str, Any]


@router.post("/products", status_code=202, **typed_job())
def describe(request: Request, response: Response, body: Describing, caller: Capturer) -> dict[str, Any]:
    """Describe a product that the caller's organisation holds: name, brand, model, picture, contact, advice on recall, note."""
    rooms = rooms_of(request)
    thing = identifier_at("/id", body.id)
    job = describe_product(rooms.record, rooms.mirror, thing, body.product, capture_request_of(request, caller))
    response.headers["Location"] = f"/capture/{job.id}"
    return job_content(job)


@router.get("/products", **typed(ProductView))
def get_product(request: Request, id: str) -> dict[str, Any]:
    """Tell who says what of a product: of the thing itself, then of its class."""
    identifier = identifier_at("query id", id)
    above = class_of(identifier)
    names = [identifier.canonical, *([above.canonical] if above is not None and above != identifier else [])]
    found = descriptions_of(rooms_of(request).record, names)
    return {
        "id": identifier.canonical,
        "descriptions": [
            {
                "about": item.identifier,
                "organisation": item.organisation,
                "describedAt": item.described_at.isoformat(),
                "commitment": "0x" + item.commitment.hex(),
                "product": json.loads(item.content),
            }
            for item in found
        ],
    }


@router.post(
    "/pictures",
    status_code=201,
    **typed(PictureView, 201),
    openapi_extra={"requestBody": {"required": True, "content": {kind: {} for kind in PICTURE_FORMATS}}},
)
async def upload_picture(request: Request, response: Response, caller: Capturer) -> dict[str, Any]:
    """Keep a picture and answer with its SHA-256, by which a description names it."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given not in PICTURE_FORMATS:
        raise UnsupportedMediaType(given, tuple(PICTURE_FORMATS))
    content = await request.body()
    await run_in_threadpool(picture_type, content, given)
    rooms = rooms_of(request)
    digest = await run_in_threadpool(keep_picture, rooms.record, caller.organisation, given, content, rooms.clock())
    response.headers["Location"] = f"/api/v1/pictures/{digest.hex()}"
    return {"sha256": digest.hex(), "type": given}


@router.get("/pictures/{digest}", response_class=Response)
def get_picture(request: Request, digest: str) -> Response:
    """Give a picture by its SHA-256."""
    found = None
    if len(digest) == 64 and all(letter in "0123456789abcdef" for letter in digest):
        found = picture_of(rooms_of(request).record, bytes.fromhex(digest))
    if found is None:
        raise NotFound("picture", digest)
    return Response(
        found.content, media_type=found.media_type, headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )
