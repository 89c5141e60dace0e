"""A record and a mirror that knows two firms and their prefixes; documents to capture."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from capture.documents import Request
from capture.mapping import mapping_of
from store import Mirror, Record, open_mirror, open_record
from store.columns import table_of
from store.mirror.member_tables import GrantRow, OrganisationRow, PartnerRow
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import EVERYONE_DEFAULT

MAKER, CARRIER, STRANGER, SUSPENDED = 1, 2, 3, 4
CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"example": "https://example.com/ns/"}]


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 5, 4, 3, 2, 1, 987000, tzinfo=UTC)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    opened = open_record(f"sqlite:///{tmp_path}/record.db")
    yield opened
    opened.close()


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[Mirror]:
    opened = open_mirror(f"sqlite:///{tmp_path}/mirror.db")
    with opened.writing() as connection:
        for number in (MAKER, CARRIER, STRANGER, SUSPENDED):
            row = {
                "organisation": number,
                "position": number,
                "standing": 2 if number == SUSPENDED else 1,
                "roles": 1,
                "successor": 0,
            }
            connection.execute(
                table_of(OrganisationRow).insert(), row | {"profile": '{"name":"Firm"}', "admitted_at": 1}
            )
        for position, (prefix, holder, everyone, anchors) in enumerate(
            (
                ("6901234", MAKER, EVERYONE_DEFAULT, 0),
                ("6909999", MAKER, 0, 1 << 2),
                ("6921111", CARRIER, EVERYONE_DEFAULT, 0),
            )
        ):
            key = prefix_key("gs1", prefix)
            row = {
                "prefix_key": key,
                "position": position,
                "scheme": "gs1",
                "prefix": prefix,
                "status": 1,
                "holder": holder,
            }
            connection.execute(
                table_of(GrantRow).insert(), row | {"everyone": everyone, "anchors_forbidden": anchors, "granted_at": 1}
            )
        partner = {"prefix_key": prefix_key("gs1", "6909999"), "organisation": CARRIER, "position": 9, "mask": 1 << 1}
        connection.execute(table_of(PartnerRow).insert(), partner)
    yield opened
    opened.close()


@pytest.fixture
def asked(now: datetime) -> Callable[..., Request]:
    """Give a request of the maker's with secrets that count up."""
    numbers = count(1)

    def build(organisation: int = MAKER, **options: Any) -> Request:
        return Request(organisation, now, secrets=lambda: next(numbers).to_bytes(32, "big"), **options)

    return build


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


@pytest.fixture
def simple_mapping() -> Any:
    return mapping_of(
        json.dumps(
            {
                "fields": {
                    "type": {"value": "ObjectEvent"},
                    "action": {"value": "ADD"},
                    "bizStep": {"value": "commissioning"},
                    "eventTime": {"column": "time", "format": "%Y-%m-%d %H:%M", "offset": "+08:00"},
                    "epcList": {"template": "https://id.gs1.org/01/{gtin}/21/{serial}"},
                }
            }
        )
    )
