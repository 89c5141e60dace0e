"""Ids, portions, signatures and pauses of messages."""

from __future__ import annotations

import base64
import hashlib
import hmac
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.following import Shown
from delivery.limits import Limits
from delivery.messages import message_id, messages_of, portions
from delivery.retries import Patience
from delivery.signing import signature_headers
from traceability.epcis import Event

NOW = datetime(2026, 11, 25, 3, 4, 5, tzinfo=UTC)


def shown(position: int, octets: int = 100) -> Shown:
    return Shown(position, position.to_bytes(32, "big"), Event({"type": "ObjectEvent"}), 0, octets)


@given(st.lists(st.integers(1, 1200), max_size=60), st.integers(1, 10), st.integers(100, 1000))
def test_portions_hold_everything_in_its_order_and_within_the_limits(
    sizes: list[int], events: int, octets: int
) -> None:
    limits = Limits(events=events, octets=octets)
    given_events = [shown(place, size) for place, size in enumerate(sizes)]

    found = list(portions(given_events, limits))

    assert given_events == [event for portion in found for event in portion]
    assert all(1 <= len(portion) <= events for portion in found)
    assert all(sum(event.octets for event in portion) <= octets or len(portion) == 1 for portion in found)


def test_an_id_follows_from_subscription_and_events_and_from_nothing_else() -> None:
    first = messages_of("a", [shown(1), shown(2)], Limits())[0]

    assert first.id == messages_of("a", [shown(1), shown(2)], Limits())[0].id
    assert first.id != messages_of("b", [shown(1), shown(2)], Limits())[0].id
    assert first.id != messages_of("a", [shown(2), shown(1)], Limits())[0].id
    assert first.id != messages_of("a", [shown(1)], Limits())[0].id


def test_an_id_is_a_uuid_of_version_8() -> None:
    found = uuid.UUID(message_id("a", "events", b"b"))

    assert (8, uuid.RFC_4122) == (found.version, found.variant)


@pytest.mark.parametrize(
    ("token", "key"),
    [
        ("plain words", b"plain words"),
        ("秘密", "秘密".encode()),
        ("whsec_" + base64.b64encode(b"0123456789").decode(), b"0123456789"),
        ("whsec_not base64!", b"whsec_not base64!"),
    ],
)
def test_signatures_are_those_that_a_receiver_computes(token: str, key: bytes) -> None:
    headers = signature_headers(token, "id", NOW, b"{}")
    signed = hmac.new(key, f"id.{int(NOW.timestamp())}.{{}}".encode(), hashlib.sha256).digest()

    assert hmac.new(token.encode(), b"{}", hashlib.sha256).hexdigest() == headers["GS1-Signature"]
    assert "v1," + base64.b64encode(signed).decode() == headers["webhook-signature"]


def test_the_signature_is_that_of_the_published_example() -> None:
    """Standard Webhooks 1.0, the example of its reference libraries."""
    sent_at = datetime.fromtimestamp(1614265330, UTC)
    headers = signature_headers(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", sent_at, b'{"test": 2432232314}'
    )

    assert "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" == headers["webhook-signature"]


def test_pauses_double_up_to_the_longest_and_are_drawn_at_random_below() -> None:
    patience = Patience(first_pause=1.0, longest_pause=60.0)

    assert [1, 2, 4, 8, 16, 32, 60, 60] == [patience.pause(attempts, 1.0) for attempts in range(1, 9)]
    assert 0.1 == pytest.approx(patience.pause(1, 0.0))
    assert 60.0 == patience.pause(10_000, 1.0)


@given(st.integers(1, 100), st.floats(0, 1), st.floats(0, 1e6))
def test_a_pause_is_as_long_as_the_receiver_asks_up_to_the_longest(attempts: int, chance: float, asked: float) -> None:
    patience = Patience()

    assert min(asked, patience.longest_pause) <= patience.pause(attempts, chance, asked) <= patience.longest_pause


def test_the_horizon_counts_from_the_first_attempt() -> None:
    patience = Patience(horizon=100)

    assert not patience.is_over(NOW, NOW + timedelta(seconds=100))
    assert patience.is_over(NOW, NOW + timedelta(seconds=101))
