"""What monitoring is told: finality, the alarm for which the indexer stands, and what troubles it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.rooms import Rooms
from chain.connection import Connection
from chain.errors import AnswerDisproved
from chain.network import Consensus
from indexer.alarm import LIES, alarm_of, clear_alarm, write_alarm
from indexer.figures import Figures
from indexer.status import status_of, write_status
from store.errors import StoreCannotWrite
from store.mirror.writing import MirrorWriter


class Answering(Connection):
    """A connection to a node that is as far as the mirror."""

    def request(self, method: str, params: Any = (), kind: Any = Any, *, once: bool = False) -> Any:
        assert method == "eth_blockNumber"
        return "0x0"


@pytest.fixture
def answered(rooms: Rooms) -> Rooms:
    network = rooms.network
    writer = MirrorWriter(rooms.mirror)
    writer.begin(network.chain_id, network.genesis, network.directory, projection=1, before=0)
    return replace(rooms, connection=Answering(network))


def told(rooms: Rooms, path: str) -> Any:
    with TestClient(create_app(rooms.settings, rooms)) as client:
        return client.get(path)


@pytest.mark.parametrize(
    ("consensus", "finality"),
    [
        (Consensus.QBFT, {"kind": "instant", "depth": None}),
        (Consensus.CLIQUE, {"kind": "depth", "depth": 12}),
        (Consensus.NONE, {"kind": "none", "depth": None}),
    ],
)
def test_readiness_says_when_a_block_is_final(answered: Rooms, consensus: Consensus, finality: dict[str, Any]) -> None:
    ready = told(replace(answered, network=replace(answered.network, consensus=consensus)), "/readyz")

    assert (200, finality) == (ready.status_code, ready.json()["finality"])


def test_an_alarm_is_told_with_its_block_what_was_expected_and_found_and_its_cure(answered: Rooms) -> None:
    home = answered.settings.home
    write_alarm(home, alarm_of(AnswerDisproved("the root of the receipts", 7, b"\x01" * 32, b"\x02" * 32), 0.0))

    ready, metrics = told(answered, "/readyz"), told(answered, "/metrics").text
    clear_alarm(home)
    after = told(answered, "/readyz")

    assert (503, "not ready") == (ready.status_code, ready.json()["status"])
    alarm = ready.json()["alarm"]
    assert (7, "0x" + "01" * 32, "0x" + "02" * 32, LIES) == (
        alarm["block"], alarm["expected"], alarm["found"], alarm["cure"],
    )  # fmt: skip
    assert "suyuan_indexer_alarm 1.0" in metrics
    assert (200, None) == (after.status_code, after.json()["alarm"])
    assert "suyuan_indexer_alarm 0.0" in told(answered, "/metrics").text


def test_what_troubles_the_indexer_is_told_and_counted(answered: Rooms) -> None:
    now = answered.clock().timestamp()
    # This machine's clock is an hour behind the chain's.
    figures = Figures(head=0, block=0, block_time=int(now) + 3_600)
    write_status(answered.settings.home, status_of(answered.network, figures, now))

    ready, metrics = told(answered, "/readyz"), told(answered, "/metrics").text

    [trouble] = ready.json()["troubles"]
    assert "s ahead of this machine's clock" in trouble
    assert "suyuan_indexer_troubles 1.0" in metrics
    [age] = [line for line in metrics.splitlines() if line.startswith("suyuan_indexer_block_age_seconds ")]
    assert -3_600 <= float(age.split()[1]) < -3_598


def test_a_full_disk_is_a_problem_that_says_so_and_keeps_nothing(
    client: TestClient, rooms: Rooms, key: Any, document: Any, item_event: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = key() | {"Content-Type": "application/ld+json"}

    def full(*_: Any, **__: Any) -> None:
        raise StoreCannotWrite("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("capture.saving.save_capture", full)
        refused = client.post("/capture", content=document(item_event()), headers=headers)
    again = client.post("/capture", content=document(item_event()), headers=headers)

    problem = refused.json()
    assert (503, "The server has no room to write it down") == (refused.status_code, problem["title"])
    assert "make room on its disk" in problem["detail"]
    assert "5" == refused.headers["Retry-After"]
    assert 202 == again.status_code
