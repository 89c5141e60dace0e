"""Liens: a bank's claim on a thing, with the borrower's signature; one at a time, by contract."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api.callers import Administrator, Querier
from api.errors import NotFound, RequestInvalid
from api.resources.fields import Address, Body, Hash, Organisation, Seconds, hexadecimal, octets
from api.resources.promises import promised
from api.rooms import rooms_of
from capture.errors import Problem
from store.mirror.assertions import Lien, lien_of, liens_with
from store.mirror.members import signing_key
from store.record.payloads import ActivateLien, ReleaseLien, ReserveLien
from traceability.ledger.ids import lien_id

router = APIRouter(prefix="/api/v1/liens", tags=["Liens"])

_STATE = {1: "reserved", 2: "active", 3: "released"}


class Consent(Body):
    """What the borrower signed (`suyuan lien consent`): this asset to this bank."""

    asset: Hash
    """Key of the thing."""
    pledgee: Organisation
    reference: Hash
    until: Seconds
    """End of the reservation, seconds since 1970."""
    pledgor: Address
    """The borrower's key that signed."""
    nonce: Seconds
    deadline: Seconds
    signature: str


@router.get("")
def list_liens(request: Request, caller: Querier) -> dict[str, Any]:
    """List the liens in which the caller's organisation is pledgor or pledgee."""
    found = liens_with(rooms_of(request).mirror, caller.organisation)
    return {"liens": [_content(item) for item in found]}


@router.post("", status_code=202)
def reserve_lien(request: Request, response: Response, body: Consent, caller: Administrator) -> dict[str, Any]:
    """Register the pledge that a borrower signed, as the bank; an asset under another lien is refused by the contract."""
    if body.pledgee != caller.organisation:
        problem = Problem("request-invalid", "/pledgee", f"the borrower signed for organisation {body.pledgee}", "ask for a consent that names you")
        raise RequestInvalid([problem])
    signature = _signature(body.signature)
    key = signing_key(rooms_of(request).mirror, octets(body.pledgor))
    if key is None:
        problem = Problem("key-unknown", "/pledgor", f"{body.pledgor} is no member's key", "ask for a consent signed with a key of the network")
        raise RequestInvalid([problem])
    payload = ReserveLien(
        asset=octets(body.asset),
        pledgee=body.pledgee,
        reference=octets(body.reference),
        until=body.until,
        pledgor=octets(body.pledgor),
        nonce=body.nonce,
        deadline=body.deadline,
        pledgor_signature=signature,
    )
    lien = lien_id(payload.asset, key.organisation, payload.pledgee, payload.reference)
    return promised(request, response, caller.organisation, payload) | {"lien": hexadecimal(lien)}


@router.get("/{lien}")
def get_lien(request: Request, lien: Hash, caller: Querier) -> dict[str, Any]:
    """Tell a lien to its pledgor or pledgee; to anybody else there is no such lien."""
    found = lien_of(rooms_of(request).mirror, octets(lien))
    if found is None or caller.organisation not in (found.pledgor, found.pledgee):
        raise NotFound("lien of yours", lien)
    return _content(found)


@router.post("/{lien}/activate", status_code=202)
def activate_lien(request: Request, response: Response, lien: Hash, caller: Administrator) -> dict[str, Any]:
    """Make a reservation an active lien: the loan was paid out."""
    return promised(request, response, caller.organisation, ActivateLien(octets(lien)))


@router.post("/{lien}/release", status_code=202)
def release_lien(request: Request, response: Response, lien: Hash, caller: Administrator) -> dict[str, Any]:
    """Give the asset free: the loan was paid back."""
    return promised(request, response, caller.organisation, ReleaseLien(octets(lien)))


def _content(item: Lien) -> dict[str, Any]:
    return {
        "lien": hexadecimal(item.lien_id),
        "state": _STATE.get(item.state, "unknown"),
        "asset": hexadecimal(item.asset),
        "pledgor": item.pledgor,
        "pledgee": item.pledgee,
        "until": item.until,
        "since": item.since,
    }


def _signature(text: str) -> bytes:
    try:
        signature = bytes.fromhex(text.removeprefix("0x"))
    except ValueError:
        signature = b""
    if len(signature) != 65:
        raise RequestInvalid([Problem("request-invalid", "/signature", "is no signature of 65 bytes", "pass on the consent as the borrower gave it")])
    return signature
