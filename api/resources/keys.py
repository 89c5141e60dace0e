"""API keys of a firm: listed without their secrets, issued, rotated, revoked."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import Field

from api.callers import AccountRole, Administrator, Caller
from api.errors import NotFound, RequestInvalid, RoleMissing
from api.resources.fields import Body, ShortText
from api.resources.views import IssuedKeyView, KeyList, typed
from api.rooms import rooms_of
from capture.errors import Problem
from store.record.accounts import AccountKey, issue_key, keys_of, revoke_key, rotate_key

router = APIRouter(prefix="/api/v1/keys", tags=["API keys"])


class Issuing(Body):
    """A key to be made."""

    label: ShortText
    roles: Annotated[list[str], Field(min_length=1, max_length=4)]
    days: Annotated[int, Field(ge=1, le=3650)] | None = None


class Rotating(Body):
    """How long the old key still opens, in seconds."""

    overlapSeconds: Annotated[int, Field(ge=0, le=7 * 86400)] = 0


@router.get("", **typed(KeyList))
def list_keys(request: Request, caller: Administrator) -> dict[str, Any]:
    """List the API keys of the caller's organisation."""
    return {"keys": [_content(key) for key in keys_of(rooms_of(request).record, caller.reader)]}


@router.post("", status_code=201, **typed(IssuedKeyView, 201))
def issue(request: Request, response: Response, body: Issuing, caller: Administrator) -> dict[str, Any]:
    """Issue an API key for the caller's organisation; its text is shown in this answer and never again."""
    rooms = rooms_of(request)
    roles = _roles(body.roles, caller)
    ends = None if body.days is None else rooms.clock() + timedelta(days=body.days)
    key, text = issue_key(rooms.record, caller.organisation, body.label, roles, rooms.clock(), ends)
    response.headers["Location"] = f"/api/v1/keys/{key.id}"
    return _content(key) | {"key": text}


@router.post("/{key_id}/rotate", status_code=201, **typed(IssuedKeyView, 201))
def rotate(request: Request, key_id: str, caller: Administrator, body: Rotating = Rotating()) -> dict[str, Any]:  # noqa: B008
    """Replace an API key by a new one with the same roles; the old one ends at once or after the overlap."""
    rooms = rooms_of(request)
    old_until = rooms.clock() + timedelta(seconds=body.overlapSeconds)
    made = rotate_key(rooms.record, key_id, caller.reader, rooms.clock(), old_until)
    if made is None:
        raise NotFound("API key", key_id)
    return _content(made[0]) | {"key": made[1]}


@router.delete("/{key_id}", status_code=204)
def revoke(request: Request, key_id: str, caller: Administrator) -> None:
    """End an API key."""
    rooms = rooms_of(request)
    if not revoke_key(rooms.record, key_id, caller.reader, rooms.clock()):
        raise NotFound("API key", key_id)


def _roles(names: list[str], caller: Caller) -> frozenset[str]:
    for place, name in enumerate(names):
        if name not in tuple(AccountRole):
            known = ", ".join(AccountRole)
            raise RequestInvalid(
                [Problem("request-invalid", f"/roles/{place}", f"{name[:40]!r} is no role", f"use: {known}")]
            )
        # Nobody hands out more than he has: only an operator makes operators.
        if name == AccountRole.OPERATE and name not in caller.reader.roles:
            raise RoleMissing(name)
    return frozenset(names)


def _content(key: AccountKey) -> dict[str, Any]:
    return {
        "id": key.id,
        "label": key.label,
        "roles": sorted(key.roles),
        "createdAt": key.created_at.isoformat(),
        "expiresAt": None if key.expires_at is None else key.expires_at.isoformat(),
        "revokedAt": None if key.revoked_at is None else key.revoked_at.isoformat(),
        "replacedBy": key.replaced_by,
    }
