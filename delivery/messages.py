"""Messages: events in portions that a receiver can take at once, each with an id that stays the same however often it is sent."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence

from delivery.following import Shown
from delivery.limits import Limits
from store.record.subscriptions import Kind, NewMessage


def messages_of(subscription_id: str, events: Sequence[Shown], limits: Limits) -> tuple[NewMessage, ...]:
    """Return messages that hold the events in their order."""
    return tuple(
        new_message(subscription_id, tuple((event.position, event.commitment) for event in portion))
        for portion in portions(events, limits)
    )


def new_message(subscription_id: str, events: tuple[tuple[int, bytes], ...]) -> NewMessage:
    """Return a message with these events."""
    return NewMessage(
        message_id(subscription_id, Kind.EVENTS.value, *(each[1] for each in events)), Kind.EVENTS, events
    )


def report(subscription_id: str, kind: Kind, mark: str) -> NewMessage:
    """Return a message without events; the mark tells it from others of its kind."""
    return NewMessage(message_id(subscription_id, kind.value, mark.encode()), kind)


def message_id(subscription_id: str, kind: str, *parts: bytes) -> str:
    """Return the id of a message, as a UUID (version 8, RFC 9562 §5.8).

    It follows from what the message holds, so that it is the same even where the record was restored from a backup and the same
    message is made again. It tells nothing of other messages, as a number in a sequence would.
    """
    digest = hashlib.sha256(f"suyuan/message/1:{subscription_id}:{kind}:".encode() + b"".join(parts)).digest()
    number = int.from_bytes(digest[:16], "big")
    number = number & ~(0xF << 76) | 8 << 76
    number = number & ~(0x3 << 62) | 2 << 62
    return str(uuid.UUID(int=number))


def portions(events: Sequence[Shown], limits: Limits) -> Iterator[list[Shown]]:
    """Return the events in portions within the limits."""
    portion: list[Shown] = []
    octets = 0
    for event in events:
        if portion and (len(portion) >= limits.events or octets + event.octets > limits.octets):
            yield portion
            portion, octets = [], 0
        portion.append(event)
        octets += event.octets
    if portion:
        yield portion
