"""Verification of a product identifier: the answer of a `gs1:verificationService` (GS1 Lightweight Messaging, verification).

What is verified is the identifier: that the holder of its prefix put this thing into the world. A copy of a label carries the
same identifier; that the label is genuine nobody can say from the code alone, and it is not said here.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from typing import Final, NotRequired

from typing_extensions import TypedDict

from api.resolver.lots import known_lot
from api.resolver.questions import Question
from api.rooms import Rooms
from store.mirror.members import organisation_of
from store.mirror.things import line_counts
from store.reader import Reader
from store.record.products import descriptions_of
from traceability.identifiers import Level
from traceability.ledger.meta import State

_MORE: Final[Mapping[State, str]] = {
    State.RECALLED: "recalled",
    State.QUARANTINED: "suspect",
    State.STOLEN: "suspect",
    State.LOST: "suspect",
    State.DESTROYED: "decommissioned",
    State.RETIRED: "decommissioned",
}
"""What is told beside a verified identifier, by the state of the thing, its lot or its class."""


class VerificationData(TypedDict):
    """The verdict about an identifier."""

    verified: bool
    verificationFailureReason: NotRequired[str]
    additionalInfo: NotRequired[str]


class Verification(TypedDict):
    """The answer to a verification request."""

    timestamp: str
    corrUUID: str
    responderGLN: str | None
    data: VerificationData


def verification_of(rooms: Rooms, question: Question, reader: Reader) -> Verification:
    """Return whether an identifier is one that its holder issued, and what else is to be told of it.

    A lot beside a serial number is compared where the reader may know the item's lot.
    """
    failure = None if _is_issued(rooms, question) else _failure(question)
    if failure is None and not _is_of_its_lot(rooms, question, reader):
        failure = "No_match_GTIN_Serial_Lot"
    data: VerificationData = {"verified": failure is None}
    if failure is not None:
        data["verificationFailureReason"] = failure
    told = _told(question)
    if told is not None:
        data["additionalInfo"] = told
    return {
        "timestamp": rooms.clock().isoformat(),
        "corrUUID": secrets.token_hex(16),
        "responderGLN": _gln(rooms, question),
        "data": data,
    }


def _is_issued(rooms: Rooms, question: Question) -> bool:
    """Return whether the thing has a line; a class, which has none, whether its holder describes it."""
    identifier = question.identifier
    if identifier.has_head:
        key = question.keys.get(identifier.canonical)
        return key is not None and bool(line_counts(rooms.mirror, [key]))
    said = descriptions_of(rooms.record, [identifier.canonical])
    return any(item.organisation == question.holder for item in said)


def _is_of_its_lot(rooms: Rooms, question: Question, reader: Reader) -> bool:
    """Return whether the lot that the address names is the item's, as far as the reader may know it."""
    lots = {anchor.identifier.canonical for anchor in question.anchors if anchor.identifier.level is Level.LOT}
    if question.identifier.level is not Level.ITEM or not lots:
        return True
    known = known_lot(rooms, question, reader)
    return known is None or known.canonical in lots


def _failure(question: Question) -> str:
    parts = {Level.ITEM: "_Serial", Level.LOT: "_Lot"}.get(question.identifier.level, "")
    return f"No_match_GTIN{parts}" if question.identifier.kind in ("gtin", "lgtin", "sgtin", "upui") else "No_match"


def _told(question: Question) -> str | None:
    told = {_MORE.get(State(found.state)) for found in question.states.values()}
    return next((word for word in ("recalled", "suspect", "decommissioned") if word in told), None)


def _gln(rooms: Rooms, question: Question) -> str | None:
    """Return the GLN in the profile of the holder, None where it gives none."""
    holder = organisation_of(rooms.mirror, question.holder)
    if holder is None:
        return None
    try:
        profile = json.loads(holder.profile)
    except ValueError:
        return None
    gln = profile.get("gln") if isinstance(profile, dict) else None
    return gln if isinstance(gln, str) else None
