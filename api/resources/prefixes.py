"""Prefixes: who holds which part of the identifier space, and what others may do under it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field, StringConstraints

from api.callers import FOR_OPERATORS, Administrator, AnyCaller
from api.errors import NotFound
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import Body, Organisation, ShortText, hexadecimal, identifier_at, kind_names, kinds_mask
from api.resources.promises import promised
from api.resources.views import PrefixList, PrefixOfView, PromiseView, typed
from api.rooms import rooms_of
from store.mirror import members as mirrored
from store.record.outbox import AUTHORITY
from store.record.payloads import (
    GrantNode,
    GrantPrefix,
    ReinstatePrefix,
    RevokePrefix,
    SetPartner,
    SetPolicy,
    SuspendPrefix,
)
from traceability.ledger.keys import prefix_key
from traceability.ledger.records import GrantStatus

router = APIRouter(prefix="/api/v1/prefixes", tags=["Prefixes"])

Scheme = Annotated[str, StringConstraints(pattern="^[a-z0-9]{2,16}$")]
PrefixText = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Granting(Body):
    """A prefix and the organisation that is to hold it."""

    scheme: Scheme
    prefix: PrefixText
    holder: Organisation


class Node(Body):
    """A prefix and the organisation that may grant below it."""

    scheme: Scheme
    prefix: PrefixText
    organisation: Organisation


class PrefixReason(Body):
    """A prefix and why something is done with it."""

    scheme: Scheme
    prefix: PrefixText
    reason: ShortText


class Policy(Body):
    """What everyone may write under a prefix, and what may not go to the anchored lane: names of kinds of events."""

    scheme: Scheme
    prefix: PrefixText
    everyone: list[str]
    everyoneBegins: bool = False
    anchorsForbidden: Annotated[list[str], Field(default_factory=list)]


class Partner(Body):
    """What one organisation may write under a prefix beyond what everyone may."""

    scheme: Scheme
    prefix: PrefixText
    organisation: Organisation
    kinds: list[str]
    begins: bool = False


@router.get("", **typed(PrefixList, Link="The next page"))
def list_prefixes(
    request: Request, response: Response, holder: Annotated[int | None, Query(ge=0, lt=2**32)] = None
) -> dict[str, Any]:
    """List the granted prefixes, of one holder where asked."""
    size = page_size_of(request)
    query = f"prefixes {holder}"
    scheme, _, prefix = (place_of(request, query) or ":").partition(":")
    found = mirrored.grants_after(rooms_of(request).mirror, holder, (scheme, prefix), size + 1)
    last = f"{found[size - 1].scheme}:{found[size - 1].prefix}" if len(found) > size else None
    announce_next(request, response, query, last, size)
    return {"prefixes": [_content(item) for item in found[:size]]}


@router.get("/of", **typed(PrefixOfView))
def prefix_of(request: Request, id: str) -> dict[str, Any]:
    """Tell under which granted prefix an identifier is."""
    identifier = identifier_at("query id", id)
    candidates = {prefix_key(prefix.scheme, prefix.text): prefix for prefix in identifier.prefix_candidates()}
    found = mirrored.grants_by_key(rooms_of(request).mirror, list(candidates))
    for key in candidates:
        if key in found:
            return {"id": identifier.canonical} | _content(found[key])
    raise NotFound("prefix of the identifier", identifier.display())


@router.post("", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def grant_prefix(request: Request, response: Response, body: Granting) -> dict[str, Any]:
    """Grant a prefix as the network's authority; the contract refuses one that overlaps another's."""
    return promised(request, response, AUTHORITY, GrantPrefix(body.scheme, body.prefix, body.holder))


@router.post("/nodes", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def grant_node(request: Request, response: Response, body: Node) -> dict[str, Any]:
    """Let an organisation grant below a prefix."""
    return promised(request, response, AUTHORITY, GrantNode(body.scheme, body.prefix, body.organisation))


@router.post("/suspend", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def suspend_prefix(request: Request, response: Response, body: PrefixReason) -> dict[str, Any]:
    """Suspend a grant: nothing is written under the prefix until it is reinstated."""
    return promised(request, response, AUTHORITY, SuspendPrefix(body.scheme, body.prefix, body.reason))


@router.post("/reinstate", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def reinstate_prefix(request: Request, response: Response, body: PrefixReason) -> dict[str, Any]:
    """End the suspension of a grant."""
    return promised(request, response, AUTHORITY, ReinstatePrefix(body.scheme, body.prefix, body.reason))


@router.post("/revoke", status_code=202, **typed(PromiseView, 202), dependencies=[FOR_OPERATORS])
def revoke_prefix(request: Request, response: Response, body: PrefixReason) -> dict[str, Any]:
    """Revoke a grant for good."""
    return promised(request, response, AUTHORITY, RevokePrefix(body.scheme, body.prefix, body.reason))


@router.put("/policy", status_code=202, **typed(PromiseView, 202))
def set_policy(request: Request, response: Response, body: Policy, caller: Administrator) -> dict[str, Any]:
    """Say what everyone may write under a prefix that the caller's organisation holds."""
    key = _own_prefix(request, caller, body.scheme, body.prefix)
    everyone = kinds_mask("/everyone", body.everyone, body.everyoneBegins)
    payload = SetPolicy(key, everyone, kinds_mask("/anchorsForbidden", body.anchorsForbidden))
    return promised(request, response, caller.organisation, payload)


@router.put("/partners", status_code=202, **typed(PromiseView, 202))
def set_partner(request: Request, response: Response, body: Partner, caller: Administrator) -> dict[str, Any]:
    """Say what one organisation may write under a prefix that the caller's organisation holds."""
    key = _own_prefix(request, caller, body.scheme, body.prefix)
    payload = SetPartner(key, body.organisation, kinds_mask("/kinds", body.kinds, body.begins))
    return promised(request, response, caller.organisation, payload)


def _own_prefix(request: Request, caller: AnyCaller, scheme: str, prefix: str) -> bytes:
    key = prefix_key(scheme, prefix)
    grant = mirrored.grants_by_key(rooms_of(request).mirror, [key]).get(key)
    if grant is None or grant.holder != caller.organisation:
        raise NotFound("prefix of yours", f"{scheme}:{prefix}")
    return key


def _content(item: mirrored.GrantedPrefix) -> dict[str, Any]:
    return {
        "scheme": item.scheme,
        "prefix": item.prefix,
        "key": hexadecimal(item.prefix_key),
        "status": GrantStatus(item.status).name.lower(),
        "holder": item.holder,
        "everyone": kind_names(item.everyone),
        "everyoneBegins": bool(item.everyone & 1),
        "anchorsForbidden": kind_names(item.anchors_forbidden),
    }
