"""The door over the real house: an embedded chain, submission and indexer in this process, one network for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from houses import House, built_house


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with built_house(tmp_path_factory.mktemp("house")) as built:
        yield built


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
