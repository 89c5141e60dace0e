"""A record and a mirror that knows two firms and their prefixes; documents to capture."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from members import ACTIVE, STOPPED, add_grants, add_organisations

from capture.documents import Request
from capture.mapping import mapping_of
from store import Mirror, Record, open_mirror, open_record
from store.columns import table_of
from store.mirror.member_tables import PartnerRow
from traceability.ledger.keys import prefix_key

MAKER, CARRIER, STRANGER, SUSPENDED = 1, 2, 3, 4


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
    add_organisations(opened, {MAKER: ACTIVE, CARRIER: ACTIVE, STRANGER: ACTIVE, SUSPENDED: STOPPED})
    add_grants(opened, (("6901234", MAKER), ("6921111", CARRIER)))
    add_grants(opened, (("6909999", MAKER),), everyone=0, anchors=1 << 2)
    with opened.writing() as connection:
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
