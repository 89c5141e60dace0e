"""Making a subscription: what a subscriber asks for becomes a row from which delivery starts, or is refused with its place and cure."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from delivery.destinations import Reach
from delivery.documents import JSON, MEDIA_TYPES
from delivery.errors import SubscriptionControlsInvalid
from delivery.messages import report
from delivery.schedule import Schedule
from store.database import Mirror
from store.mirror.lookups import block_hash_at
from store.mirror.positions import block_of
from store.mirror.streaming import Tide, place_before
from store.record.subscriptions import Kind, NewMessage, Subscription
from traceability.epcis.epc_format import CbvXmlFormat, EpcFormat
from traceability.querying import Query

LONGEST_TOKEN = 1_000
"""Characters of a signature token."""


@dataclass(frozen=True, slots=True)
class Controls:
    """When a standing query reports, and from when on."""

    schedule: Schedule | None
    """None: whenever an event matches."""
    report_if_empty: bool
    initial_record_time: datetime | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a subscriber asks for, beside the query."""

    destination: str
    controls: Controls
    signature_token: str | None = None
    media_type: str = JSON
    epc_format: EpcFormat = EpcFormat.ALWAYS_GS1_DIGITAL_LINK
    cbv_format: CbvXmlFormat = CbvXmlFormat.NO_PREFERENCE


def controls_of(
    schedule: Mapping[str, str] | None, stream: bool | None, report_if_empty: bool, initial_record_time: datetime | None
) -> Controls:
    """Return the controls of a standing query.

    Raises:
        SubscriptionControlsInvalid: both or none of schedule and stream, or a schedule that cannot be.
    """
    if schedule is None and not stream:
        raise SubscriptionControlsInvalid(
            "the subscription", "neither scheduled nor a stream", 'name a schedule, or set "stream" to true'
        )
    if schedule is not None and stream:
        raise SubscriptionControlsInvalid(
            "/stream", "true", "name a schedule, or set stream to true: one excludes the other"
        )
    if schedule is None:
        # A stream reports events; there is no moment at which it could report that there are none.
        return Controls(None, False, initial_record_time)
    return Controls(Schedule(schedule), report_if_empty, initial_record_time)


def verify_wish(wish: Wish, query: Query, reach: Reach) -> None:
    """Refuse what cannot be delivered.

    Raises:
        DestinationRefused: nothing is sent to the address.
        SubscriptionControlsInvalid: a value that cannot be.
    """
    reach.destination(wish.destination)
    if wish.media_type not in MEDIA_TYPES:
        raise SubscriptionControlsInvalid("/format", wish.media_type, f"use one of {', '.join(MEDIA_TYPES)}")
    if wish.signature_token is not None and not 0 < len(wish.signature_token) <= LONGEST_TOKEN:
        raise SubscriptionControlsInvalid(
            "/signatureToken", f"{len(wish.signature_token)} characters", f"use 1 to {LONGEST_TOKEN} characters"
        )
    if query.most is not None and query.first is not None:
        raise SubscriptionControlsInvalid("the query", "maxEventCount and eventCountLimit", "leave one of them out")


def new_subscription(
    organisation: int, query_name: str, query: Query, wish: Wish, mirror: Mirror, tide: Tide, now: datetime
) -> Subscription:
    """Return a subscription that begins now, or where its initialRecordTime says."""
    place = first_place(wish.controls, mirror, tide)
    schedule = wish.controls.schedule
    return Subscription(
        id=str(uuid.uuid4()),
        organisation=organisation,
        query_name=query_name,
        query=json.dumps(query.to_json()),
        destination=wish.destination,
        signature_token=wish.signature_token,
        schedule=None if schedule is None else json.dumps(dict(schedule.fields)),
        report_if_empty=wish.controls.report_if_empty,
        media_type=wish.media_type,
        epc_format=wish.epc_format.value,
        cbv_format=wish.cbv_format.value,
        initial_record_time=wish.controls.initial_record_time,
        created_at=now,
        began=place,
        place=place,
        place_hash=hash_at(mirror, tide, place),
        arrived=tide.arrived,
        due_at=None if schedule is None else schedule.next_after(now),
    )


def first_place(controls: Controls, mirror: Mirror, tide: Tide) -> int:
    """Return the position behind which a standing query begins."""
    if controls.initial_record_time is None:
        return tide.place
    return min(place_before(mirror, controls.initial_record_time), tide.place)


def hash_at(mirror: Mirror, tide: Tide, place: int) -> bytes | None:
    """Return the hash of the block in which a position lies."""
    if place == tide.place:
        return tide.block_hash or None
    return block_hash_at(mirror, block_of(place)) if place >= 0 else None


def test_message(subscription: Subscription) -> NewMessage:
    """Return the message that a subscriber may ask for to try its receiver: an empty result."""
    return report(subscription.id, Kind.TEST, "first")
