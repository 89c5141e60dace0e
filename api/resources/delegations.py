"""Prefixes that another resolver handles: a request for a code below one is sent there without further ado (`gs1:handledBy`)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Field
from typing_extensions import TypedDict

from api.callers import FOR_OPERATORS, Administrator
from api.errors import NotFound
from api.resources.fields import Body
from api.resources.prefixes import PrefixText, Scheme
from api.rooms import rooms_of
from capture.delegating import OPERATOR, delegate_prefix
from store.record.links import Delegation, all_delegations, take_back

router = APIRouter(prefix="/api/v1/delegations", tags=["Links"])


class Delegating(Body):
    """A prefix and the root of the resolver that answers for it."""

    scheme: Scheme
    prefix: PrefixText
    target: Annotated[str, Field(max_length=2_000)]


class DelegationContent(TypedDict):
    """A prefix that another resolver handles."""

    scheme: str
    prefix: str
    organisation: int
    target: str
    since: str


class DelegationList(TypedDict):
    """Prefixes that other resolvers handle."""

    delegations: list[DelegationContent]


@router.get("")
def list_delegations(request: Request) -> DelegationList:
    """List the prefixes that other resolvers handle, and by whose word; anyone who asks for a code sees it anyway."""
    return {"delegations": [_content(item) for item in all_delegations(rooms_of(request).record)]}


@router.put("")
def hand_over(request: Request, body: Delegating, caller: Administrator) -> DelegationContent:
    """Hand the codes of a prefix that the caller's organisation holds to another resolver."""
    return _handed_over(request, body, caller.organisation)


@router.put("/unheld", dependencies=[FOR_OPERATORS])
def hand_over_unheld(request: Request, body: Delegating) -> DelegationContent:
    """Hand the codes of a prefix that nobody holds to another resolver, as the operator of this one."""
    return _handed_over(request, body, OPERATOR)


@router.delete("/{scheme}/{prefix}", status_code=204)
def answer_again(request: Request, scheme: Scheme, prefix: PrefixText, caller: Administrator) -> None:
    """Answer for the codes of a prefix of the caller's organisation here again."""
    if not take_back(rooms_of(request).record, scheme, prefix, caller.organisation):
        raise NotFound("delegation of yours", f"{scheme}:{prefix}")


@router.delete("/unheld/{scheme}/{prefix}", status_code=204, dependencies=[FOR_OPERATORS])
def answer_unheld_again(request: Request, scheme: Scheme, prefix: PrefixText) -> None:
    """Answer for the codes of a prefix that nobody holds here again, as the operator of this resolver."""
    if not take_back(rooms_of(request).record, scheme, prefix, OPERATOR):
        raise NotFound("delegation of the operator's", f"{scheme}:{prefix}")


def _handed_over(request: Request, body: Delegating, organisation: int) -> DelegationContent:
    rooms = rooms_of(request)
    kept = delegate_prefix(
        rooms.record, rooms.mirror, organisation, body.scheme, body.prefix, body.target, rooms.clock()
    )
    return _content(kept)


def _content(item: Delegation) -> DelegationContent:
    return {
        "scheme": item.scheme,
        "prefix": item.prefix,
        "organisation": item.organisation,
        "target": item.target,
        "since": item.created_at.isoformat(),
    }
