"""Asking another firm's node: one signed request, and its answer read without trust."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from exchange.errors import AnswerRefused
from traceability.commitment import Opening
from traceability.errors import BundleRefused, OpeningRefused
from traceability.proof import strict_json
from traceability.signed_requests.signature_base import RequestParts
from traceability.signed_requests.signing import Key, signed_headers

PATH = "/api/v1/openings"
MOST_ASKED = 200
"""Commitments of one question."""
LONGEST_ANSWER = 32 * 1024 * 1024
"""Octets of an answer that are read."""
LIFE = 60
"""Seconds that the signature of a question holds."""


class Answer(Protocol):
    """What came back."""

    @property
    def status(self) -> int | None:
        """Return the status; None where nothing came."""

    @property
    def body(self) -> bytes:
        """Return what it holds."""

    @property
    def reason(self) -> str:
        """Return why there is no answer, in words; empty where there is one."""


class Asker(Protocol):
    """Sends a question to where one may be sent, and reads the answer; nothing is raised."""

    def ask(self, url: str, headers: Mapping[str, str], body: bytes, longest: int) -> Answer:
        """Return what a POST is answered with, of at most so many octets."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a node says of the events that it was asked for; nothing of it is checked yet."""

    openings: Mapping[bytes, tuple[Opening, datetime | None]]
    ask_again: frozenset[bytes]


def question(commitments: Sequence[bytes]) -> bytes:
    """Return the body that asks for some events."""
    return json.dumps({"commitments": ["0x" + commitment.hex() for commitment in commitments]}).encode()


def asked(asker: Asker, origin: str, key: Key, commitments: Sequence[bytes], now: int) -> Answer:
    """Ask a node for events in the name of the organisation whose key this is."""
    body = question(commitments)
    parts = RequestParts("POST", origin, PATH, "", {})
    headers = signed_headers(parts, body, key, now=now, nonce=secrets.token_urlsafe(18), life=LIFE)
    sent = {"Content-Type": "application/json", "Accept": "application/json", **headers}
    return asker.ask(origin + PATH, sent, body, LONGEST_ANSWER)


def given(body: bytes, commitments: Sequence[bytes]) -> Given:
    """Return what an answer says of the events asked for; what was not asked for is left out.

    Raises:
        AnswerRefused: it is not in the form that docs/sharing.md gives, or says two things of one event.
    """
    try:
        content = strict_json.parsed(body, LONGEST_ANSWER)
        if not isinstance(content, dict):
            raise BundleRefused("no object")
        openings: dict[bytes, tuple[Opening, datetime | None]] = {}
        for item, place in strict_json.items(content.get("openings"), "/openings", MOST_ASKED):
            if not isinstance(item, dict):
                raise BundleRefused("no object", place)
            commitment = strict_json.octets(item.get("commitment"), f"{place}/commitment", 32, 32)
            if commitment in openings:
                raise BundleRefused("given twice", place)
            openings[commitment] = (Opening.from_json(item.get("opening")), _moment(item.get("until"), place))
        again = {
            strict_json.octets(item, place, 32, 32)
            for item, place in strict_json.items(content.get("askAgain"), "/askAgain", MOST_ASKED)
        }
    except (BundleRefused, OpeningRefused) as refusal:
        raise AnswerRefused(f"the answer cannot be read: {refusal}") from None
    wanted = frozenset(commitments)
    return Given({each: openings[each] for each in commitments if each in openings}, frozenset(again & wanted))


def _moment(value: object, place: str) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(strict_json.text(value, f"{place}/until", 60))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BundleRefused("until is no time with an offset", place)
    return moment
