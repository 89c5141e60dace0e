"""`/nextPageToken`: a page token is given back before its end (EPCIS 2.0 §12.4, pagination)."""

from __future__ import annotations

from fastapi import APIRouter, Request

from api.paging import release_token
from api.rooms import rooms_of

router = APIRouter(tags=["Page tokens"])


@router.delete("/nextPageToken/{token}", status_code=204)
def delete_token(request: Request, token: str) -> None:
    """Let a page token end now; 204 also where it had ended or never was one, since then it holds nothing either."""
    release_token(rooms_of(request), token)
