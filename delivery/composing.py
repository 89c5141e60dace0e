"""Composing a message at the moment of its sending: what its reader may see now, written and signed as the subscriber wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from delivery.advancing import standing_query
from delivery.documents import PROBLEM, result_document, too_large_problem
from delivery.following import ROLES, Shown, matching, shown_events
from delivery.signing import signature_headers
from store.database import Mirror, Record
from store.mirror.streaming import streamed_among
from store.record.arrivals import kept_among
from store.record.messages import Message, events_in, is_waiting
from store.record.standing import reader_of
from store.record.subscriptions import Kind, Subscription
from traceability.epcis.epc_format import CbvXmlFormat, EpcFormat

LAST_POSITION = 2**63 - 1

LONGEST_HOLD = timedelta(hours=1)
"""How long a message waits for events whose blocks vanished: the submission process brings them to the chain again."""

USER_AGENT = "suyuan-delivery/1"


@dataclass(frozen=True, slots=True)
class Composed:
    """One message, ready to be sent."""

    headers: Mapping[str, str]
    body: bytes


class Nothing(Enum):
    """Why a message is not sent now."""

    ENDED = "ended"
    """Its subscription was ended or suspended meanwhile."""
    EMPTY = "empty"
    """Nothing is left of it that its reader may see."""
    HELD = "held"
    """An event of it is not on the chain at the moment."""


def composed(
    record: Record, mirror: Mirror, subscription: Subscription, message: Message, now: datetime
) -> Composed | Nothing:
    """Return a message as it is now, or why it is not sent.

    What was made private or was forgotten since the message was made is not in it.
    """
    if not is_waiting(record, message):
        return Nothing.ENDED
    media_type = subscription.media_type
    if message.kind is Kind.TOO_LARGE:
        media_type, body = PROBLEM, too_large_problem(standing_query(subscription).most)
    else:
        events = _events(record, mirror, subscription, message, now) if message.kind is Kind.EVENTS else ()
        if events is None:
            return Nothing.HELD
        if message.kind is Kind.EVENTS and not events and not subscription.report_if_empty:
            return Nothing.EMPTY
        body = result_document(
            events,
            subscription.query_name,
            subscription.id,
            message.created_at,
            mirror,
            media_type,
            EpcFormat(subscription.epc_format),
            CbvXmlFormat(subscription.cbv_format),
        )
    headers = {
        "Content-Type": media_type,
        "User-Agent": USER_AGENT,
        "GS1-EPCIS-Version": "2.0.0",
        "GS1-CBV-Version": "2.0.0",
        "GS1-EPC-Format": subscription.epc_format,
        **signature_headers(subscription.signature_token, message.id, now, body),
    }
    return Composed(headers, body)


def _events(
    record: Record, mirror: Mirror, subscription: Subscription, message: Message, now: datetime
) -> tuple[Shown, ...] | None:
    """Return the events of a message that its reader may see now; None while one of them is not on the chain."""
    commitments = [commitment for _, commitment in events_in(record, message.number)]
    standing = streamed_among(mirror, commitments, LAST_POSITION)
    if len(standing) < len(commitments) and now - message.created_at < LONGEST_HOLD:
        missing = set(commitments) - {event.commitment for event in standing}
        if kept_among(record, list(missing)):
            return None
    reader = reader_of(record, subscription.organisation, ROLES, now)
    return matching(record, standing_query(subscription), reader, shown_events(record, reader, standing))
