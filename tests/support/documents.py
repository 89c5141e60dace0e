"""Fixtures of the smallest events and documents, shared by the rooms that read them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"example": "https://example.com/ns/"}]


@pytest.fixture
def item_event() -> Callable[..., dict[str, Any]]:
    """Give an ObjectEvent that creates or observes one refrigerator."""

    def build(serial: str = "A1", action: str = "ADD", **more: Any) -> dict[str, Any]:
        return {
            "type": "ObjectEvent",
            "action": action,
            "eventTime": "2026-05-03T10:00:00+08:00",
            "eventTimeZoneOffset": "+08:00",
            "bizStep": "commissioning",
            "epcList": [f"https://id.gs1.org/01/06901234000016/21/{serial}"],
        } | more

    return build


@pytest.fixture
def document() -> Callable[..., bytes]:
    """Give an EPCISDocument of events as JSON-LD."""

    def build(*events: Any) -> bytes:
        content = {
            "@context": CONTEXT,
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-05-04T00:00:00Z",
        }
        return json.dumps(content | {"epcisBody": {"eventList": list(events)}}).encode()

    return build
