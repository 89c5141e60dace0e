"""Groups: named sets of organisations, to whose members a firm shows events; names and members are for the firm alone."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response
from pydantic import Field, StringConstraints
from typing_extensions import TypedDict

from api.callers import Administrator, Caller
from api.errors import NotFound, RequestInvalid
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import Body, Organisation
from api.rooms import Rooms, rooms_of
from capture.disclosure import GROUP_NAME
from capture.errors import Problem
from store.errors import GroupUnknown
from store.mirror.members import organisations_of
from store.record.disclosure_log import Hand
from store.record.groups import (
    MOST_MEMBERS,
    Group,
    add_member,
    delete_group,
    group_of,
    groups_of,
    make_group,
    remove_member,
    rename_group,
    set_members,
)

router = APIRouter(prefix="/api/v1/groups", tags=["Who may read"])

GroupName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Members = Annotated[list[Organisation], Field(max_length=MOST_MEMBERS)]
NameInPath = Annotated[str, Path(max_length=200, description="Name of a group of the caller's organisation")]


class Making(Body):
    """A group to be made."""

    name: GroupName
    members: Annotated[Members, Field(default_factory=list)]


class Changing(Body):
    """What a group is to be from now on; what is left out stays."""

    name: GroupName | None = None
    members: Members | None = None


class GroupContent(TypedDict):
    """A group as its owner sees it."""

    name: str
    members: list[int]
    createdAt: str


class GroupList(TypedDict):
    """Groups by name."""

    groups: list[GroupContent]


@router.get("")
def list_groups(request: Request, response: Response, caller: Administrator) -> GroupList:
    """List the groups of the caller's organisation."""
    size, bound = page_size_of(request), f"groups of {caller.organisation}"
    found = groups_of(rooms_of(request).record, caller.reader, size + 1, place_of(request, bound) or "")
    announce_next(request, response, bound, found[size - 1].name if len(found) > size else None, size)
    return {"groups": [_content(group) for group in found[:size]]}


@router.post("", status_code=201)
def create_group(request: Request, response: Response, body: Making, caller: Administrator) -> GroupContent:
    """Make a group, which a profile names (`groups=dealers`) and a grant reaches."""
    rooms = rooms_of(request)
    _verify_name(body.name)
    _verify_members(rooms, body.members)
    made = make_group(rooms.record, hand_of(rooms, caller), body.name, body.members)
    response.headers["Location"] = f"/api/v1/groups/{quote(made.name, safe='')}"
    return _content(made)


@router.get("/{name}")
def get_group(request: Request, name: NameInPath, caller: Administrator) -> GroupContent:
    """Tell who is in a group."""
    return _content(_existing(rooms_of(request), name, caller))


@router.patch("/{name}")
def change_group(request: Request, name: NameInPath, body: Changing, caller: Administrator) -> GroupContent:
    """Rename a group, or set its members; both hold at once for everything that the group was ever shown."""
    rooms, hand = rooms_of(request), hand_of(rooms_of(request), caller)
    group = _existing(rooms, name, caller)
    if body.members is not None:
        _verify_members(rooms, body.members)
    if body.name is not None:
        _verify_name(body.name)
        group = rename_group(rooms.record, hand, name, body.name)
    if body.members is not None:
        group = set_members(rooms.record, hand, group.name, body.members)
    return _content(group)


@router.delete("/{name}", status_code=204)
def remove_group(request: Request, name: NameInPath, caller: Administrator) -> None:
    """Delete a group: whoever read by it reads no more. A new group of this name is shown nothing of what this one was."""
    rooms = rooms_of(request)
    _existing(rooms, name, caller)
    delete_group(rooms.record, hand_of(rooms, caller), name)


@router.put("/{name}/members/{organisation}")
def put_member(request: Request, name: NameInPath, organisation: Organisation, caller: Administrator) -> GroupContent:
    """Take an organisation into a group: it reads at once what the group may read."""
    rooms = rooms_of(request)
    _existing(rooms, name, caller)
    _verify_members(rooms, [organisation])
    return _content(add_member(rooms.record, hand_of(rooms, caller), name, organisation))


@router.delete("/{name}/members/{organisation}", status_code=204)
def delete_member(request: Request, name: NameInPath, organisation: Organisation, caller: Administrator) -> None:
    """Take an organisation out of a group: it reads at once no more what only the group may read."""
    rooms = rooms_of(request)
    _existing(rooms, name, caller)
    if not remove_member(rooms.record, hand_of(rooms, caller), name, organisation):
        raise NotFound("member of the group", str(organisation))


def hand_of(rooms: Rooms, caller: Caller) -> Hand:
    """Return by whom, for whom and when a request changes who may read."""
    return Hand(caller.organisation, caller.key_id or "", rooms.clock())


def verify_organisations(rooms: Rooms, pointer: str, organisations: list[int]) -> None:
    """Check that organisations are members of the network.

    Raises:
        RequestInvalid: with the place of the first that is none.
    """
    known = organisations_of(rooms.mirror, organisations)
    for place, organisation in enumerate(organisations):
        if organisation not in known:
            reason = f"{organisation} is no organisation of the network"
            problem = Problem("request-invalid", f"{pointer}/{place}", reason, "look it up in /api/v1/members")
            raise RequestInvalid([problem])


def _existing(rooms: Rooms, name: str, caller: Caller) -> Group:
    try:
        return group_of(rooms.record, name, caller.reader)
    except GroupUnknown as error:
        raise NotFound("group", name) from error


def _verify_name(name: str) -> None:
    if not GROUP_NAME.fullmatch(name):
        cure = "use letters, digits and . _ -, at most 64"
        raise RequestInvalid([Problem("request-invalid", "/name", f"{name!r} is no name of a group", cure)])


def _verify_members(rooms: Rooms, organisations: list[int]) -> None:
    verify_organisations(rooms, "/members", organisations)


def _content(group: Group) -> GroupContent:
    return {"name": group.name, "members": list(group.members), "createdAt": group.created_at.isoformat()}
