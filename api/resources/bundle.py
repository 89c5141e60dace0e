"""Proof bundles: what a phone or a bank checks by itself (docs/formats.md §7)."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.callers import AnyCaller
from api.resources.fields import identifier_at
from api.rooms import rooms_of
from evidence.bundles import bundle_of

router = APIRouter(prefix="/api/v1", tags=["Proof"])

BUNDLE_TYPE = "application/json"


@router.get("/bundle", response_class=Response, responses={200: {"content": {BUNDLE_TYPE: {}}}})
def get_bundle(request: Request, id: str, caller: AnyCaller) -> Response:
    """Give the proof bundle about a thing: header, state proofs, and every field that the caller may read, opened."""
    rooms = rooms_of(request)
    identifier = identifier_at("query id", id)
    bundle = bundle_of(
        rooms.record, rooms.mirror, rooms.connection, identifier, caller.reader, int(rooms.clock().timestamp())
    )
    return Response(bundle.to_json(), media_type=BUNDLE_TYPE)
