"""Members: organisations with their profile, roles, standing and keys; admitting and suspending is for operators."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import Field

from api.callers import FOR_OPERATORS, Administrator, AnyCaller
from api.errors import NotFound
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import (
    Address,
    Body,
    Seconds,
    ShortText,
    canonical_text,
    hexadecimal,
    octets,
    role_names,
    roles_mask,
)
from api.resources.promises import promised
from api.resources.views import MemberList, MemberWithKeysView, PromiseView, typed
from api.rooms import rooms_of
from store.mirror import members as mirrored
from store.record.outbox import AUTHORITY
from store.record.payloads import (
    AddKey,
    AdmitOrganisation,
    CloseKey,
    ReinstateOrganisation,
    RotateKey,
    SetProfile,
    SetRoles,
    SuspendOrganisation,
)
from traceability.ledger.records import OrganisationStatus

router = APIRouter(prefix="/api/v1/members", tags=["Members"])

Profile = Annotated[
    dict[str, Any], Field(description="name {zh, en}, uscc or lei, address, contact: public, and committed by its hash")
]


class Admission(Body):
    """A firm to be admitted."""

    profile: Profile
    roles: list[str]
    key: Address


class Reason(Body):
    """Why something is done; stands on the chain for all members to read."""

    reason: ShortText


class Roles(Body):
    """The roles that an organisation is to have."""

    roles: list[str]


class NewProfile(Body):
    """A profile to take the place of the old one."""

    profile: Profile


class NewKey(Body):
    """A further signing key, with the time in which it is valid."""

    key: Address
    validFrom: Seconds = 0
    validUntil: Seconds = 0


class KeyEnd(Body):
    """When a key ends."""

    validUntil: Seconds


class Rotation(Body):
    """The key that follows the one now signing; its keystore must be in place before."""

    newKey: Address


@router.get("", **typed(MemberList, Link="The next page"))
def list_members(request: Request, response: Response) -> dict[str, Any]:
    """List the organisations of the network with roles and standing."""
    size = page_size_of(request)
    after = place_of(request, "members")
    found = mirrored.organisations_after(rooms_of(request).mirror, int(after or 0), size + 1)
    announce_next(request, response, "members", str(found[size - 1].organisation) if len(found) > size else None, size)
    return {"members": [_content(item) for item in found[:size]]}


@router.get("/{organisation}", **typed(MemberWithKeysView))
def get_member(request: Request, organisation: int) -> dict[str, Any]:
    """Tell one organisation, its profile and its signing keys."""
    rooms = rooms_of(request)
    found = mirrored.organisation_of(rooms.mirror, organisation) if 0 < organisation < 2**32 else None
    if found is None:
        raise NotFound("member", str(organisation))
    keys = mirrored.signing_keys_of(rooms.mirror, organisation)
    return _content(found) | {
        "keys": [
            {
                "address": hexadecimal(key.address),
                "number": key.key_number,
                "validFrom": key.valid_from,
                "validUntil": key.valid_until,
            }
            for key in keys
        ]
    }


@router.post("", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def admit_member(request: Request, response: Response, body: Admission) -> dict[str, Any]:
    """Admit a firm as the network's authority."""
    profile = canonical_text("/profile", body.profile)
    return promised(
        request, response, AUTHORITY, AdmitOrganisation(profile, roles_mask("/roles", body.roles), octets(body.key))
    )


@router.post("/{organisation}/suspend", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def suspend_member(request: Request, response: Response, organisation: int, body: Reason) -> dict[str, Any]:
    """Suspend an organisation: its keys write no more."""
    _verify_known(request, organisation)
    return promised(request, response, AUTHORITY, SuspendOrganisation(organisation, body.reason))


@router.post("/{organisation}/reinstate", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def reinstate_member(request: Request, response: Response, organisation: int, body: Reason) -> dict[str, Any]:
    """End a suspension."""
    _verify_known(request, organisation)
    return promised(request, response, AUTHORITY, ReinstateOrganisation(organisation, body.reason))


@router.put("/{organisation}/roles", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def set_roles(request: Request, response: Response, organisation: int, body: Roles) -> dict[str, Any]:
    """Give an organisation its roles."""
    _verify_known(request, organisation)
    return promised(request, response, AUTHORITY, SetRoles(organisation, roles_mask("/roles", body.roles)))


@router.put("/{organisation}/profile", status_code=202, **typed(PromiseView, 202))
def set_profile(
    request: Request, response: Response, organisation: int, body: NewProfile, caller: Administrator
) -> dict[str, Any]:
    """Replace the profile of the caller's own organisation."""
    _verify_own(caller, organisation)
    return promised(request, response, organisation, SetProfile(organisation, canonical_text("/profile", body.profile)))


@router.post("/{organisation}/keys", status_code=202, **typed(PromiseView, 202))
def add_key(
    request: Request, response: Response, organisation: int, body: NewKey, caller: Administrator
) -> dict[str, Any]:
    """Add a signing key to the caller's own organisation."""
    _verify_own(caller, organisation)
    payload = AddKey(organisation, octets(body.key), body.validFrom, body.validUntil)
    return promised(request, response, organisation, payload)


@router.post("/{organisation}/keys/rotate", status_code=202, **typed(PromiseView, 202))
def rotate_signing_key(
    request: Request, response: Response, organisation: int, body: Rotation, caller: Administrator
) -> dict[str, Any]:
    """Hand the signing of the caller's own organisation over to a new key."""
    _verify_own(caller, organisation)
    return promised(request, response, organisation, RotateKey(octets(body.newKey)))


@router.post("/{organisation}/keys/{key}/close", status_code=202, **typed(PromiseView, 202))
def close_key(
    request: Request, response: Response, organisation: int, key: Address, body: KeyEnd, caller: Administrator
) -> dict[str, Any]:
    """End a signing key of the caller's own organisation."""
    _verify_own(caller, organisation)
    known = {item.address for item in mirrored.signing_keys_of(rooms_of(request).mirror, organisation)}
    if octets(key) not in known:
        raise NotFound("signing key", key)
    return promised(request, response, organisation, CloseKey(octets(key), body.validUntil))


def _verify_known(request: Request, organisation: int) -> None:
    if not 0 < organisation < 2**32 or mirrored.organisation_of(rooms_of(request).mirror, organisation) is None:
        raise NotFound("member", str(organisation))


def _verify_own(caller: AnyCaller, organisation: int) -> None:
    # Another firm's administration is not there for this caller.
    if caller.organisation != organisation:
        raise NotFound("member of yours", str(organisation))


def profile_content(text: str) -> Any:
    """Return a profile as JSON; one that is none is shown as its text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return {"text": text}


def _content(item: mirrored.Organisation) -> dict[str, Any]:
    return {
        "organisation": item.organisation,
        "status": OrganisationStatus(item.standing).name.lower(),
        "roles": role_names(item.roles),
        "successor": item.successor or None,
        "admittedAt": item.admitted_at,
        "profile": profile_content(item.profile),
    }
