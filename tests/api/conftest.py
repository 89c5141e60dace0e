"""An application over a record and a mirror that knows three firms; the chain does not answer unless a test starts one."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from members import ACTIVE, add_grants, add_organisations
from starlette.testclient import TestClient

from api.app import create_app
from api.rooms import Rooms
from api.settings import Settings
from capture.limits import Limits
from chain.connection import Connection
from chain.network import Consensus, Network
from store import open_mirror, open_record
from store.record.accounts import issue_key

MAKER, CARRIER = 1, 2
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
    add_organisations(mirror, {MAKER: ACTIVE, CARRIER: ACTIVE}, '{"name":{"zh":"海岚"}}')
    add_grants(mirror, (("6901234", MAKER), ("6921111", CARRIER)))
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
