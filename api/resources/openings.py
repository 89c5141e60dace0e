"""Openings for other firms' nodes: an event is asked for by its commitment, and what the owner shows comes with its proof."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import Field
from typing_extensions import TypedDict

from api.callers import Querier
from api.resources.fields import Body, Hash, hexadecimal, octets
from api.resources.views import typed
from api.rooms import rooms_of
from evidence.granted import granted_openings
from exchange.asking import MOST_ASKED, PATH

router = APIRouter(prefix=PATH, tags=["Who may read"])


class Asking(Body):
    """The events that are asked for."""

    commitments: Annotated[list[Hash], Field(min_length=1, max_length=MOST_ASKED)]


class OpeningContent(TypedDict):
    """The opened leaves of a commitment, as docs/formats.md §4 has them."""

    size: int
    leaves: list[Any]
    hashes: list[str]


class GrantedContent(TypedDict):
    """What the caller may see of one event."""

    commitment: str
    opening: OpeningContent
    until: str | None
    """When the caller will see less, None where the owner set no end: it is kept no longer."""


class GrantedList(TypedDict):
    """What the caller may see of the events that it asked for; nothing is said of the others."""

    openings: list[GrantedContent]
    askAgain: list[str]
    """Commitments that this answer had no room for."""


@router.post("", **typed(GrantedList))
def ask_for_openings(request: Request, body: Asking, caller: Querier) -> dict[str, Any]:
    """Open events to the caller, as far as their owners show them to it.

    Nodes of other firms sign the request with their organisation's key. What is not shown and what is not here are answered alike.
    """
    rooms = rooms_of(request)
    asked = [octets(text.lower()) for text in body.commitments]
    found = granted_openings(rooms.record, rooms.mirror, asked, caller.reader)
    return {
        "openings": [
            {
                "commitment": hexadecimal(each.commitment),
                "opening": each.opening.to_json(),
                "until": None if each.until is None else each.until.isoformat(),
            }
            for each in found.openings
        ],
        "askAgain": [hexadecimal(commitment) for commitment in found.ask_again],
    }
