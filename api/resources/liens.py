"""Liens: a bank registers one with the borrower's signature; a second on the same asset is refused by the contract."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import StringConstraints

from api.callers import Capturer, Querier
from api.errors import NotFound, RequestInvalid
from api.paging import announce_next, page_size_of, pair_in, place_of
from api.resources.fields import Address, Body, Hash, Organisation, Seconds, hexadecimal, octets
from api.resources.promises import promised
from api.resources.things import key_at
from api.resources.views import LienList, LienPromiseView, LienView, PromiseView, typed
from api.rooms import rooms_of
from capture.errors import Problem
from store.mirror.assertions import Lien, lien_of, liens_on, liens_with
from store.mirror.members import signing_key
from store.record.payloads import ActivateLien, ReleaseLien, ReserveLien
from traceability.ledger.ids import lien_id
from traceability.ledger.records import LienState

router = APIRouter(prefix="/api/v1/liens", tags=["Liens"])

Signature = Annotated[str, StringConstraints(pattern="^0x[0-9a-fA-F]{130}$")]
LienId = Annotated[Hash, Path()]


class Consent(Body):
    """What the borrower signed where its keys lie (`suyuan lien consent`; docs/formats.md §6)."""

    asset: Hash
    pledgee: Organisation
    reference: Hash
    until: Seconds
    pledgor: Address
    nonce: Seconds
    deadline: Seconds
    signature: Signature


@router.post("", status_code=202, **typed(LienPromiseView, 202))
def reserve(request: Request, response: Response, body: Consent, caller: Capturer) -> dict[str, Any]:
    """Reserve an asset as the bank that the consent names."""
    if body.pledgee != caller.organisation:
        problem = Problem(
            "request-invalid", "/pledgee", "the consent is for another organisation", "ask the borrower for one for you"
        )
        raise RequestInvalid([problem])
    key = signing_key(rooms_of(request).mirror, octets(body.pledgor))
    if key is None:
        problem = Problem(
            "signature-invalid", "/pledgor", "is no key of a member", "ask the borrower to sign with a valid key"
        )
        raise RequestInvalid([problem])
    payload = ReserveLien(
        asset=octets(body.asset),
        pledgee=body.pledgee,
        reference=octets(body.reference),
        until=body.until,
        pledgor=octets(body.pledgor),
        nonce=body.nonce,
        deadline=body.deadline,
        pledgor_signature=octets(body.signature),
    )
    number = lien_id(payload.asset, key.organisation, body.pledgee, payload.reference)
    return promised(request, response, caller.organisation, payload) | {"lien": hexadecimal(number)}


@router.post("/{lien}/activate", status_code=202, **typed(PromiseView, 202))
def activate(request: Request, response: Response, lien: LienId, caller: Capturer) -> dict[str, Any]:
    """Make a reservation of the caller's an active lien."""
    return promised(request, response, caller.organisation, ActivateLien(octets(lien)))


@router.post("/{lien}/release", status_code=202, **typed(PromiseView, 202))
def release(request: Request, response: Response, lien: LienId, caller: Capturer) -> dict[str, Any]:
    """Give the asset of a lien of the caller's free."""
    return promised(request, response, caller.organisation, ReleaseLien(octets(lien)))


@router.get("", **typed(LienList, Link="The next page"))
def list_liens(request: Request, response: Response, caller: Querier, id: str | None = None) -> dict[str, Any]:
    """List the liens of which the caller's organisation is pledgor or pledgee; with `id` those on one thing."""
    mirror = rooms_of(request).mirror
    if id is None:
        size = page_size_of(request)
        bound = f"liens of {caller.organisation}"
        found = liens_with(mirror, caller.organisation, size + 1, pair_in(place_of(request, bound)) or (-1, b""))
        if len(found) > size:
            announce_next(request, response, bound, f"{found[size - 1].since}:{found[size - 1].lien_id.hex()}", size)
        found = found[:size]
    else:
        on_thing = liens_on(mirror, [key_at(request, "query id", id)[1]])
        found = tuple(item for item in on_thing if caller.organisation in (item.pledgor, item.pledgee))
    return {"liens": [_content(item) for item in found]}


@router.get("/{lien}", **typed(LienView))
def get_lien(request: Request, lien: LienId, caller: Querier) -> dict[str, Any]:
    """Tell one lien to its pledgor or pledgee."""
    found = lien_of(rooms_of(request).mirror, octets(lien))
    if found is None or caller.organisation not in (found.pledgor, found.pledgee):
        raise NotFound("lien of yours", lien)
    return _content(found)


def _content(item: Lien) -> dict[str, Any]:
    return {
        "lien": hexadecimal(item.lien_id),
        "state": LienState(item.state).name.lower(),
        "asset": hexadecimal(item.asset),
        "pledgor": item.pledgor,
        "pledgee": item.pledgee,
        "until": item.until,
        "since": item.since,
    }


def _seconds(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError(text)
        return max(int(moment.timestamp()), 1)
    except (ValueError, OverflowError) as error:
        problem = Problem(
            "request-invalid", "/until", f"{text[:60]!r} is no time with an offset", "write 2027-03-01T00:00:00Z"
        )
        raise RequestInvalid([problem]) from error
