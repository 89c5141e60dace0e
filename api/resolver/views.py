"""What this resolver itself answers about a thing: is it recalled, who attests what, is its identifier known, its passport.

The addresses are those of our own links (`traceability.linking.own_links`): the view's name, then the path of the identifier.
"""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from typing_extensions import TypedDict

from api.callers import AnyCaller, Caller
from api.identifier_paths import path_of, query_of, text_in
from api.pages.verdicts import bundle_address, verdict_path
from api.resolver.answers import open_to_all
from api.resolver.lots import with_lot
from api.resolver.passports import passport_of
from api.resolver.questions import Question, question_of
from api.resolver.verifying import Verification, verification_of
from api.resources.attestations import attestation_contents
from api.rooms import rooms_of
from api.verdicts import server_verdict
from chain.errors import ChainError
from evidence.errors import MirrorBehind, ThingNotHeld
from store.mirror.assertions import attestations_about
from traceability.ledger.meta import State
from traceability.linking.anchors import Anchor, levels_of
from traceability.linking.own_links import CERTIFICATES, PASSPORT, RECALL, VERIFICATION

router = APIRouter(tags=["Resolver"])

JSON_LD: Final = "application/ld+json"


class LevelState(TypedDict):
    """The state of a thing, of its lot or of its class, as the chain has it."""

    id: str
    level: str
    state: str
    organisation: int | None
    since: int | None


class RecallContent(TypedDict):
    """Whether a thing is recalled."""

    id: str
    display: str
    recalled: bool | None
    reason: str
    states: list[LevelState]
    page: str
    proof: str


class CertificateList(TypedDict):
    """What members attest of a thing, of its lot and of its class."""

    id: str
    display: str
    certificates: list[dict[str, Any]]


@router.get(f"/{RECALL}/{{rest:path}}", responses={200: {"model": RecallContent}}, response_class=Response)
def recall_status(request: Request, caller: AnyCaller) -> Response:
    """Tell whether a thing is recalled, itself, by its lot or class, or by what it is made of; `recalled` null is not known."""
    question = _asked(request, RECALL, caller)
    return _answer(_recall(request, question, caller))


@router.get(f"/{CERTIFICATES}/{{rest:path}}", responses={200: {"model": CertificateList}}, response_class=Response)
def certificates(request: Request, caller: AnyCaller) -> Response:
    """List what members attest of a thing, its lot and its class, with what holds of it now; a body as far as it is shown."""
    question = _asked(request, CERTIFICATES, caller)
    rooms = rooms_of(request)
    found = attestations_about(rooms.mirror, list(question.keys.values()))
    content: CertificateList = {
        "id": question.identifier.canonical,
        "display": question.identifier.display(),
        "certificates": attestation_contents(request, found, caller),
    }
    return _answer(content)


@router.get(f"/{VERIFICATION}/{{rest:path}}", responses={200: {"model": Verification}}, response_class=Response)
def verify_identifier(request: Request, caller: AnyCaller) -> Response:
    """Verify an identifier: whether its holder put the thing into the world, and what state it is in (GS1 lightweight messaging)."""
    question = _asked(request, VERIFICATION, caller)
    return _answer(verification_of(rooms_of(request), question, caller.reader))


@router.get(
    f"/{PASSPORT}/{{rest:path}}",
    response_class=Response,
    responses={
        200: {
            "content": {
                JSON_LD: {"schema": {"type": "object", "properties": {"@context": {}, "id": {"type": "string"}}}}
            }
        }
    },
)
def passport(request: Request, caller: AnyCaller) -> Response:
    """Give the product passport of a thing as JSON-LD: what is said of it, by whom, and where each is proven."""
    question = _asked(request, PASSPORT, caller)
    certificates = attestations_about(rooms_of(request).mirror, list(question.keys.values()))
    content = passport_of(
        rooms_of(request),
        question,
        caller.reader,
        recall=_recall(request, question, caller),
        certificates=attestation_contents(request, certificates, caller),
    )
    response = JSONResponse(content)
    response.headers["Content-Type"] = JSON_LD
    return open_to_all(response)


def _asked(request: Request, view: str, caller: Caller) -> Question:
    rooms = rooms_of(request)
    path = path_of(request).removeprefix(f"/{view}")
    question = question_of(rooms, levels_of(text_in(path, query_of(request))))
    if question.held is None:
        raise ThingNotHeld(question.identifier.canonical)
    return with_lot(rooms, question, caller.reader)


def _recall(request: Request, question: Question, caller: Caller) -> RecallContent:
    rooms, identifier = rooms_of(request), question.identifier
    states = [_state(question, anchor) for anchor in question.anchors if anchor.is_identity]
    reason = _verdict_reason(request, question, caller)
    recalled = True if any(item["state"] == "recalled" for item in states) or reason == "recalled" else None
    return {
        "id": identifier.canonical,
        "display": identifier.display(),
        "recalled": False if recalled is None and reason == "not_recalled" else recalled,
        "reason": reason,
        "states": states,
        "page": rooms.settings.public_origin + verdict_path(identifier),
        "proof": rooms.settings.public_origin + bundle_address(identifier),
    }


def _verdict_reason(request: Request, question: Question, caller: Caller) -> str:
    """Return what the verdict says of a recall, all that the thing rests on included; `unreachable` while the chain is away."""
    try:
        verdict: dict[str, Any] = server_verdict(rooms_of(request), question.identifier, caller.reader).to_object()
    except (ChainError, MirrorBehind):
        return "unreachable"
    return next((str(fact["reason"]) for fact in verdict["facts"] if fact["id"] == "recall"), "nothing_checked")


def _state(question: Question, anchor: Anchor) -> LevelState:
    item = question.state_of(anchor.identifier)
    state = State.ACTIVE if item is None or State(item.state) is State.UNCHANGED else State(item.state)
    return {
        "id": anchor.text,
        "level": anchor.identifier.level.value,
        "state": state.name.lower(),
        "organisation": None if item is None else item.organisation,
        "since": None if item is None else item.since,
    }


def _answer(content: Any) -> Response:
    return open_to_all(JSONResponse(content))
