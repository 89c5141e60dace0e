"""The door over the real house: an embedded chain, submission and indexer in this process, one network for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from delivering import Office
from houses import FIRMS, House, built_house
from receivers import Receiver, receiving


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with built_house(tmp_path_factory.mktemp("house")) as built:
        yield built


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Run a receiver of messages."""
    with receiving() as started:
        yield started


@pytest.fixture
def office(house: House) -> Iterator[Office]:
    """Deliver for the house; in the end nobody is subscribed to anything."""
    yield Office(house)
    for firm in FIRMS:
        keys = house.keys[firm]
        for name in [each["name"] for each in house.client.get("/queries", headers=keys).json()]:
            path = f"/queries/{name}/subscriptions"
            for each in house.client.get(path, headers=keys).json():
                house.client.delete(f"{path}/{each['subscriptionID']}", headers=keys)


@pytest.fixture
def created() -> Callable[..., dict[str, Any]]:
    """Give the event that creates an item."""

    def build(item: str, **more: Any) -> dict[str, Any]:
        return {
            "type": "ObjectEvent",
            "action": "ADD",
            "eventTime": (datetime.now(UTC) - timedelta(minutes=5)).isoformat(timespec="milliseconds"),
            "eventTimeZoneOffset": "+08:00",
            "bizStep": "commissioning",
            "disposition": "active",
            "readPoint": {"id": "https://id.gs1.org/414/6901234000009"},
            "epcList": [item],
        } | more

    return build
