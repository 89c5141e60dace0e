"""Grants after capture: a firm shows chosen events of its own to others, until when, and takes that back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import Field, StringConstraints
from typing_extensions import TypedDict

from api.callers import Administrator, Caller
from api.errors import NotFound, PageTokenInvalid, RequestInvalid
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import Body, Organisation
from api.resources.groups import GroupName, hand_of, verify_organisations
from api.resources.selecting import Moment, Selecting, SelectionContent, moment_at, selection_content
from api.rooms import Rooms, rooms_of
from capture.disclosure import verify_pointers
from capture.errors import Problem
from store.errors import GrantUnknown
from store.record.grants import Grant, GrantOrder, grant_numbered, grants_of, make_grant, revoke_grant
from store.record.who_reads import group_names

router = APIRouter(prefix="/api/v1/grants", tags=["Who may read"])

GrantNumber = Annotated[int, Path(ge=1, lt=2**62)]


class Readers(Body):
    """To whom: anyone, the members of the network, organisations by number, groups by name."""

    anyone: bool = False
    members: bool = False
    organisations: Annotated[list[Organisation], Field(default_factory=list, max_length=1_000)]
    groups: Annotated[list[GroupName], Field(default_factory=list, max_length=100)]


class Granting(Body):
    """What is shown, to whom, what of it stays closed, until when.

    `standing` opens events that are captured later too; without it only what has been captured is meant.
    """

    selection: Selecting
    to: Readers
    hide: Annotated[list[Annotated[str, StringConstraints(max_length=500)]], Field(default_factory=list, max_length=64)]
    until: Moment | None = None
    standing: bool = False
    note: Annotated[str, StringConstraints(max_length=200)] = ""


class ReadersContent(TypedDict):
    """To whom a grant shows."""

    anyone: bool
    members: bool
    organisations: list[int]
    groups: list[str]


class GrantContent(TypedDict):
    """A grant as its owner sees it."""

    id: int
    selection: SelectionContent
    to: ReadersContent
    hide: list[str]
    standing: bool
    note: str
    createdAt: str
    until: str | None
    revokedAt: str | None
    runs: bool
    events: int


class GrantList(TypedDict):
    """Grants, newest first."""

    grants: list[GrantContent]


@router.post("", status_code=201)
def grant(request: Request, response: Response, body: Granting, caller: Administrator) -> GrantContent:
    """Show events of the caller's organisation to others, by grant: everything that reads respects it."""
    rooms = rooms_of(request)
    made = make_grant(rooms.record, hand_of(rooms, caller), _order(rooms, body))
    rooms.shelf.clear()
    response.headers["Location"] = f"/api/v1/grants/{made.id}"
    return _contents(rooms, (made,), caller)[0]


@router.get("")
def list_grants(request: Request, response: Response, caller: Administrator) -> GrantList:
    """List the grants of the caller's organisation, ended ones too."""
    rooms, size, bound = rooms_of(request), page_size_of(request), f"grants of {caller.organisation}"
    found = grants_of(rooms.record, caller.reader, size + 1, number_at(place_of(request, bound)))
    announce_next(request, response, bound, str(found[size - 1].id) if len(found) > size else None, size)
    return {"grants": _contents(rooms, found[:size], caller)}


@router.get("/{number}")
def get_grant(request: Request, number: GrantNumber, caller: Administrator) -> GrantContent:
    """Tell what a grant shows, to whom."""
    rooms = rooms_of(request)
    try:
        return _contents(rooms, (grant_numbered(rooms.record, number, caller.reader),), caller)[0]
    except GrantUnknown as error:
        raise NotFound("grant", str(number)) from error


@router.delete("/{number}", status_code=204)
def revoke(request: Request, number: GrantNumber, caller: Administrator) -> None:
    """Take a grant back: whoever read by it alone reads no more, from now on. It stays in the list and in the log."""
    rooms = rooms_of(request)
    try:
        revoke_grant(rooms.record, hand_of(rooms, caller), number)
    except GrantUnknown as error:
        raise NotFound("grant", str(number)) from error
    rooms.shelf.clear()


def number_at(place: str | None) -> int | None:
    """Return the number that a page begins after.

    Raises:
        PageTokenInvalid: if the place is no number.
    """
    if place is None:
        return None
    if not place.isdigit():
        raise PageTokenInvalid("nextPageToken", place, "start again without nextPageToken")
    return int(place)


def _order(rooms: Rooms, body: Granting) -> GrantOrder:
    to = body.to
    if not (to.anyone or to.members or to.organisations or to.groups):
        cure = "give anyone, members, organisations or groups"
        raise RequestInvalid([Problem("request-invalid", "/to", "names nobody", cure)])
    verify_organisations(rooms, "/to/organisations", to.organisations)
    until = moment_at("/until", body.until)
    if until is not None and until <= rooms.clock():
        raise RequestInvalid([Problem("request-invalid", "/until", "is past", "give a later time, or leave it out")])
    return GrantOrder(
        selection=body.selection.selection("/selection"),
        organisations=tuple(dict.fromkeys(to.organisations)),
        groups=tuple(dict.fromkeys(to.groups)),
        to_anyone=to.anyone,
        to_members=to.members,
        hidden=verify_pointers(body.hide),
        until=until,
        standing=body.standing,
        note=body.note,
    )


def _contents(rooms: Rooms, grants: tuple[Grant, ...], caller: Caller) -> list[GrantContent]:
    names = group_names(rooms.record, [subject for item in grants for subject in item.subjects], caller.reader)
    return [_content(rooms, item, names) for item in grants]


def _content(rooms: Rooms, item: Grant, names: dict[int, str]) -> GrantContent:
    return {
        "id": item.id,
        "selection": selection_content(item.selection),
        "to": {
            "anyone": item.to_anyone,
            "members": item.to_members,
            "organisations": [subject for subject in item.subjects if subject > 0],
            "groups": sorted(names[subject] for subject in item.subjects if subject in names),
        },
        "hide": list(item.hidden),
        "standing": item.standing,
        "note": item.note,
        "createdAt": item.created_at.isoformat(),
        "until": None if item.until is None else item.until.isoformat(),
        "revokedAt": None if item.revoked_at is None else item.revoked_at.isoformat(),
        "runs": item.runs(rooms.clock()),
        "events": item.events,
    }
