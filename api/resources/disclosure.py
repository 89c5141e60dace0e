"""Who may read: another profile for captured events, standing profiles, who may read one event and why, and the log."""

from __future__ import annotations

import time
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import StringConstraints
from typing_extensions import TypedDict

from api.callers import Administrator, Caller
from api.errors import NotFound, RequestInvalid
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import Body, Hash, octets
from api.resources.grants import number_at
from api.resources.groups import hand_of
from api.resources.selecting import Selecting
from api.rooms import Rooms, rooms_of
from capture.disclosure import disclosure_of, disclosure_text
from capture.errors import Problem
from store.mirror.checkpoints import checkpoint_of
from store.mirror.members import grants_by_key
from store.record.disclosure_log import disclosure_log
from store.record.grants import change_profile
from store.record.groups import verify_groups
from store.record.reader_changes import newest_change
from store.record.standing_profiles import (
    WHOLE_FIRM,
    end_standing_profile,
    set_standing_profile,
    standing_profiles,
)
from store.record.who_reads import WayToRead, ways_to_read
from traceability.ledger.keys import prefix_key

router = APIRouter(prefix="/api/v1/disclosure", tags=["Who may read"])

PATIENCE = 3.0
"""Seconds that an answer waits for the mirror to follow a changed profile."""

ProfileText = Annotated[str, StringConstraints(min_length=1, max_length=8_192)]
PrefixInPath = Annotated[
    str, Path(max_length=300, description="`firm` for the whole firm, or a prefix as `gs1:6901234`")
]

FIRM = "firm"
"""In an address, the profile of the whole firm."""


class Profiling(Body):
    """Another profile for events that were captured."""

    selection: Selecting
    profile: ProfileText


class ProfiledContent(TypedDict):
    """What became of a change of profile."""

    events: int
    applied: bool
    """Whether lists, counts and traces follow it already; bodies do at once."""


class StandingProfiling(Body):
    """The profile of what is captured from now on without one."""

    profile: ProfileText


class StandingProfileContent(TypedDict):
    """A standing profile."""

    of: str
    profile: str
    changedAt: str


class StandingProfileList(TypedDict):
    """The standing profiles of a firm."""

    profiles: list[StandingProfileContent]


class WayContent(TypedDict):
    """One way to read an event."""

    who: str
    """`anyone`, `members`, `organisation` or `group`."""
    organisation: int | None
    group: str | None
    inGroup: list[int]
    why: str
    grant: int | None
    hide: list[str]
    until: str | None


class EventReaders(TypedDict):
    """Who may read one event now."""

    commitment: str
    readers: list[WayContent]


class LogEntryContent(TypedDict):
    """One change of who may read."""

    id: int
    at: str
    by: str
    act: str
    content: dict[str, Any]


class LogContent(TypedDict):
    """The log, newest first."""

    log: list[LogEntryContent]


@router.post("/profiles", responses={202: {"description": "Kept; lists and counts follow within moments"}})
def change_profiles(request: Request, response: Response, body: Profiling, caller: Administrator) -> ProfiledContent:
    """Give events that were captured another profile, wider or narrower; grants stay as they are.

    Bodies follow at once; lists, counts and traces when the mirror has written its rows anew, which the answer awaits (202: it
    has not come there yet).
    """
    rooms = rooms_of(request)
    selection, profile = body.selection.selection("/selection"), disclosure_of(body.profile)
    changed = change_profile(rooms.record, hand_of(rooms, caller), selection, profile)
    rooms.shelf.clear()
    applied = _followed(rooms, newest_change(rooms.record))
    response.status_code = 200 if applied else 202
    return {"events": changed, "applied": applied}


@router.get("/standing")
def list_standing(request: Request, caller: Administrator) -> StandingProfileList:
    """List what holds for events of the caller's organisation where their capture says nothing."""
    found = standing_profiles(rooms_of(request).record, caller.reader)
    return {
        "profiles": [
            {"of": item.prefix or FIRM, "profile": item.profile, "changedAt": item.changed_at.isoformat()}
            for item in found
        ]
    }


@router.put("/standing/{of}", status_code=204)
def put_standing(request: Request, of: PrefixInPath, body: StandingProfiling, caller: Administrator) -> None:
    """Let a profile hold for the whole firm, or for things under one of its prefixes, where a capture says nothing.

    An event whose own things are under different profiles is private.
    """
    rooms = rooms_of(request)
    prefix = _prefix(rooms, of, caller)
    profile = disclosure_of(body.profile)
    verify_groups(rooms.record, caller.organisation, profile.groups)
    set_standing_profile(rooms.record, hand_of(rooms, caller), prefix, disclosure_text(profile))


@router.delete("/standing/{of}", status_code=204)
def delete_standing(request: Request, of: PrefixInPath, caller: Administrator) -> None:
    """End a standing profile; what was captured under it stays as it is."""
    rooms = rooms_of(request)
    if not end_standing_profile(rooms.record, hand_of(rooms, caller), WHOLE_FIRM if of == FIRM else of):
        raise NotFound("standing profile", of)


@router.get("/events/{commitment}")
def get_readers(request: Request, commitment: Hash, caller: Administrator) -> EventReaders:
    """Tell who may read one of the caller's own events now, and why."""
    rooms = rooms_of(request)
    found = ways_to_read(rooms.record, octets(commitment), caller.reader, rooms.clock())
    if found is None:
        raise NotFound("event", commitment)
    return {"commitment": commitment.lower(), "readers": [_way(item) for item in found]}


@router.get("/log")
def get_log(request: Request, response: Response, caller: Administrator) -> LogContent:
    """Give every change of who may read the caller's events, newest first; nothing in it is ever changed or deleted."""
    rooms, size, bound = rooms_of(request), page_size_of(request), f"disclosure log of {caller.organisation}"
    found = disclosure_log(rooms.record, caller.reader, size + 1, number_at(place_of(request, bound)))
    announce_next(request, response, bound, str(found[size - 1].id) if len(found) > size else None, size)
    return {
        "log": [
            {"id": item.id, "at": item.at.isoformat(), "by": item.by, "act": str(item.act), "content": item.content}
            for item in found[:size]
        ]
    }


def _followed(rooms: Rooms, change: int) -> bool:
    """Wait until the mirror has followed a change of readers, and say whether it has."""
    deadline = time.monotonic() + PATIENCE
    while True:
        checkpoint = checkpoint_of(rooms.mirror)
        if checkpoint is not None and checkpoint.disclosed >= change:
            return True
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)


def _prefix(rooms: Rooms, of: str, caller: Caller) -> str:
    if of == FIRM:
        return WHOLE_FIRM
    scheme, _, text = of.partition(":")
    key = prefix_key(scheme, text)
    found = grants_by_key(rooms.mirror, [key]).get(key)
    if found is None or found.holder != caller.organisation:
        problem = Problem("request-invalid", "/of", f"{of[:100]!r} is no prefix of yours", "write firm, or gs1:6901234")
        raise RequestInvalid([problem])
    return of


def _way(item: WayToRead) -> WayContent:
    who = item.who
    word = (
        "anyone" if who.anyone else "members" if who.members else "group" if who.group is not None else "organisation"
    )
    return {
        "who": word,
        "organisation": who.organisation,
        "group": who.group,
        "inGroup": list(who.in_group),
        "why": item.why,
        "grant": item.grant,
        "hide": list(item.hidden),
        "until": None if item.until is None else item.until.isoformat(),
    }
