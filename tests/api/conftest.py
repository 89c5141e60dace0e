"""An application over a record and a mirror that knows three firms; the chain does not answer unless a test starts one."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.rooms import Rooms
from api.settings import Settings
from capture.limits import Limits
from chain.connection import Connection
from chain.network import Consensus, Network
from store import open_mirror, open_record
from store.columns import table_of
from store.mirror.member_tables import GrantRow, OrganisationRow
from store.record.accounts import issue_key
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import EVERYONE_DEFAULT

MAKER, CARRIER = 1, 2
CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"example": "https://example.com/ns/"}]
NOW = datetime(2026, 5, 4, 3, 2, 1, 987000, tzinfo=UTC)


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    network = Network("http://127.0.0.1:9", 31337, b"\x01" * 20, b"\x02" * 32, Consensus.NONE)
    settings = Settings(
        home=tmp_path,
        record_url=f"sqlite:///{tmp_path}/record.db",
        mirror_url=f"sqlite:///{tmp_path}/mirror.db",
        public_origin="http://localhost:8470",
        limits=Limits(bytes=1024 * 1024),
    )
    record, mirror = open_record(settings.record_url), open_mirror(settings.mirror_url)
    with mirror.writing() as connection:
        for number in (MAKER, CARRIER):
            row = {"organisation": number, "position": number, "standing": 1, "roles": 1, "successor": 0}
            connection.execute(
                table_of(OrganisationRow).insert(), row | {"profile": '{"name":{"zh":"海岚"}}', "admitted_at": 1}
            )
        for position, (prefix, holder) in enumerate((("6901234", MAKER), ("6921111", CARRIER))):
            row = {
                "prefix_key": prefix_key("gs1", prefix),
                "position": position,
                "scheme": "gs1",
                "prefix": prefix,
                "status": 1,
            }
            rights = {"holder": holder, "everyone": EVERYONE_DEFAULT, "anchors_forbidden": 0, "granted_at": 1}
            connection.execute(table_of(GrantRow).insert(), row | rights)
    opened = Rooms(settings, record, mirror, network, Connection(network, timeout=0.2, attempts=1), clock=lambda: NOW)
    yield opened
    opened.connection.close()
    record.close()
    mirror.close()


@pytest.fixture
def client(rooms: Rooms) -> Iterator[TestClient]:
    with TestClient(create_app(rooms.settings, rooms), follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def key(rooms: Rooms) -> Callable[..., dict[str, str]]:
    """Give the headers of an account of a firm."""

    def issued(organisation: int = MAKER, *roles: str) -> dict[str, str]:
        text = issue_key(rooms.record, organisation, "test", roles or ("capture", "query", "administer"), NOW)[1]
        return {"Authorization": f"Bearer {text}"}

    return issued


@pytest.fixture
def item_event() -> Callable[..., dict[str, Any]]:
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
def stored(rooms: Rooms) -> Callable[[], dict[str, int]]:
    """Count the rows of every table of the record but those of accounts and page views."""

    def count() -> dict[str, int]:
        from store.record.tables import RECORD  # noqa: PLC0415 - only for this count

        with rooms.record.reading() as connection:
            return {
                table.name: len(connection.execute(table.select()).all())
                for table in RECORD.sorted_tables
                if table.name not in ("account_keys", "alembic_version")
            }

    return count
