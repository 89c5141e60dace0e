"""The delivery process over a house, step by step and with a clock that a test moves."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from houses import House
from waiting import PATIENCE

from delivery.retries import Patience
from delivery.sending import Sender, system_resolver
from delivery.settings import Settings
from delivery.worker import Delivery


@dataclass
class Office:
    """Delivers for a house."""

    house: House
    patience: Patience = field(
        default_factory=lambda: Patience(first_pause=600.0, longest_pause=6000.0, horizon=216_000.0)
    )
    """10, 100 and 3600 minutes: the clock goes on while a test runs, and none takes minutes."""
    later: timedelta = timedelta()
    """How far the clock is ahead."""

    def __post_init__(self) -> None:
        rooms = self.house.rooms
        self.settings = Settings(
            home=rooms.settings.home,
            record_url=rooms.settings.record_url,
            mirror_url=rooms.settings.mirror_url,
            may_rewind=True,
            depth=0,
            reach=rooms.settings.reach,
            patience=self.patience,
        )
        self.begin_anew()

    def begin_anew(self) -> None:
        """Let the process die and start again: nothing is left of it but what the record holds."""
        rooms = self.house.rooms
        sender = Sender(self.settings.reach, ssl.create_default_context(), system_resolver(2), PATIENCE)
        self.delivery = Delivery(
            self.settings,
            rooms.record,
            rooms.mirror,
            sender,
            clock=lambda: datetime.now(UTC) + self.later,
            chance=lambda: 1.0,
        )

    def work(self) -> None:
        """Do all that is to be done now."""
        asyncio.run(self.delivery.idle())

    def wait(self, minutes: float) -> None:
        """Move the clock on, and do what is due then."""
        self.later += timedelta(minutes=minutes)
        self.work()


def far_minute() -> str:
    """Return a minute for a schedule that is half an hour away, whenever the test runs: it does not come by itself."""
    return str((datetime.now(UTC) + timedelta(minutes=30)).minute)


def subscribe(house: House, dest: str, firm: str = "carrier", query: str = "SimpleEventQuery", **more: Any) -> Any:
    """Subscribe, by stream unless a schedule is given, and return the answer's content."""
    body = {"dest": dest, "signatureToken": "a token of the subscriber", **more}
    if "schedule" not in body:
        body["stream"] = True
    answer = house.client.post(f"/queries/{query}/subscriptions", json=body, headers=house.keys[firm])
    assert 201 == answer.status_code, answer.text
    return answer.json()


def capture(
    house: House, created: Callable[..., dict[str, Any]], *items: str, disclosure: str = "public", **more: Any
) -> None:
    """Let the maker capture the creation of items, and check that all were taken."""
    job = house.capture("maker", *[created(item, **more) for item in items], disclosure=disclosure)
    assert job["success"], job


def state_of(house: House, subscription: Any, firm: str = "carrier") -> Any:
    """Return what a subscriber is told of its subscription now."""
    path = f"/queries/{subscription['queryName']}/subscriptions/{subscription['subscriptionID']}"
    answer = house.client.get(path, headers=house.keys[firm])
    assert 200 == answer.status_code, answer.text
    return answer.json()
