"""Forgets an event: body and secret are deleted, and a signed "forgotten" stays in its place (kind FORGET)."""

from __future__ import annotations

from typing import Final

import msgspec

from capture.committing import Intent, captured_statement
from capture.composing import NAMESPACE
from capture.documents import Request
from capture.errors import EventRefused, EventsRefused, EventUnknown
from capture.lane import Lane
from capture.reading import identifiers_in
from capture.saving import Behaviour, saved_job
from capture.standing import grant_book, verify_writer
from store.database import Mirror, Record
from store.reader import Disclosure
from store.record.bodies import sealed_events
from store.record.capture import HEADED
from store.record.jobs import CaptureJob
from traceability.ledger.meta import Kind

FORGOTTEN_SCHEMA: Final = NAMESPACE + "forgotten"
"""Schema of a "forgotten", in leaf 1 of its commitment."""


def forget_event(record: Record, mirror: Mirror, commitment: bytes, request: Request) -> CaptureJob:
    """Forget one of the writer's own events and promise the statement that says so, in one transaction.

    What the chain has stays: who wrote, when, of which kind, and the keys of the things.

    Raises:
        EventUnknown: if the writer has no such event, or it was forgotten before.
        OrganisationUnknown: if the writer is not a member in good standing.
    """
    verify_writer(mirror, request.organisation)
    sealed = sealed_events(record, [commitment]).get(commitment)
    if sealed is None or sealed.body is None or sealed.organisation != request.organisation:
        raise EventUnknown("0x" + commitment.hex())
    things = identifiers_in(msgspec.json.decode(sealed.body), Kind(sealed.kind))
    body = {"things": [thing.canonical for thing in things], "commitment": "0x" + commitment.hex()}
    lane = Lane.HEADED if sealed.lane == HEADED else Lane.ANCHORED
    intent = Intent(request.organisation, Disclosure(), lane, Kind.FORGET)
    named = [(f"/things/{place}", thing) for place, thing in enumerate(things)]
    try:
        event = captured_statement(
            body, FORGOTTEN_SCHEMA, named, Kind.FORGET, intent, grant_book(mirror), request.secrets(), request.limits
        )
    except EventRefused as refusal:
        raise EventsRefused(refusal.problems, 1, 1) from refusal
    return saved_job(
        record,
        request.organisation,
        Behaviour.ROLLBACK,
        [event],
        [],
        request.now,
        request.limits,
        forgotten=[commitment],
    )
