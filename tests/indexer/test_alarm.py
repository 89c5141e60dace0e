"""The indexer's process stands while there is an alarm, says why and what to do, and goes on when an operator says so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from false_node import FalseNode, truth
from waiting import awaited

from chain.finality import FinalityKind, finality_of
from chain.network import Consensus
from indexer import worker
from indexer.alarm import CHANGED, LIES, Alarm, alarm_of, clear_alarm, read_alarm, resume, write_alarm
from indexer.errors import FinalBlockVanished
from indexer.figures import Figures
from indexer.settings import Settings
from indexer.status import Status, read_status, status_of
from store import open_mirror
from store.database import Mirror
from store.errors import StoreCannotWrite
from store.mirror.checkpoints import checkpoint_of
from store.mirror.writing import MirrorWriter

PATIENCE = 60.0
"""Seconds."""


@pytest.fixture
def settings(world: Any, liar: FalseNode, tmp_path: Path) -> Settings:
    return Settings(
        home=tmp_path,
        network=world.connection.network.with_rpc_url(liar.url),
        record_url=f"sqlite:///{tmp_path / 'record.db'}",
        mirror_url=f"sqlite:///{tmp_path / 'mirror.db'}",
        pause=0.01,
    )


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PATIENCE", 0.02)
    monkeypatch.setattr(worker, "SIGN", 0.0)


@pytest.fixture
def working(settings: Settings, quick: None) -> Iterator[None]:
    """Run the process's work in a thread."""
    stop = threading.Event()
    thread = threading.Thread(target=worker.run, args=(settings, stop))
    thread.start()
    yield
    stop.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def status_where(settings: Settings, holds: Callable[[Status], bool]) -> Status:
    def look() -> Status | None:
        found = read_status(settings.home)
        return found if found is not None and holds(found) else None

    return awaited(look, "a status", PATIENCE)


def reached(settings: Settings, block: int) -> None:
    status_where(settings, lambda status: status.block >= block and not status.troubles)


def without_logs(method: str, _: list[Any], result: Any) -> Any:
    if method == "eth_getBlockReceipts":
        for receipt in result:
            receipt["logs"] = []
    return result


def test_a_lie_stops_the_indexer_until_an_operator_says_go_on(
    world: Any, settings: Settings, liar: FalseNode, working: None
) -> None:
    reached(settings, world.connection.block_number())
    liar.lie = without_logs
    block = world.create_things()

    alarm = awaited(lambda: read_alarm(settings.home), "the alarm", PATIENCE)
    stands = status_where(settings, lambda status: any("stands since an alarm" in each for each in status.troubles))
    true = world.connection.request("eth_getBlockByNumber", (hex(block), False))
    assert ("AnswerDisproved", block, true["receiptsRoot"], LIES) == (
        alarm.kind, alarm.block, alarm.expected, alarm.cure,
    )  # fmt: skip
    assert alarm.found != alarm.expected
    assert f"block {block}" in stands.troubles[0] and "suyuan resume" in stands.troubles[0]
    assert stands.block == block - 1

    liar.lie = truth
    asked = len(liar.asked)
    # It stands: however often it looks for the alarm, the node is not asked.
    status_where(settings, lambda status: status.at > stands.at)
    assert asked == len(liar.asked)
    assert alarm == resume(settings.home, takes_back=False)
    reached(settings, block)
    assert read_alarm(settings.home) is None


def test_a_final_block_that_changed_is_taken_back_only_when_an_operator_says_so(
    world: Any, settings: Settings, quick: None
) -> None:
    settings = replace(settings, network=replace(settings.network, consensus=Consensus.CLIQUE, depth=0))
    snapshot = world.snapshot()
    world.mine(2)
    changed = world.connection.block_number() - 1
    stop = threading.Event()
    thread = threading.Thread(target=worker.run, args=(settings, stop))
    thread.start()
    awaited(lambda: (found := read_status(settings.home)) and found.block == changed + 1, "the blocks", PATIENCE)
    world.revert(snapshot)
    world.connection.request("evm_increaseTime", (7,))
    world.mine(3)
    alarm = awaited(lambda: read_alarm(settings.home), "the alarm", PATIENCE)

    resume(settings.home, takes_back=False)
    again = awaited(lambda: read_alarm(settings.home), "the alarm again", PATIENCE)
    resume(settings.home, takes_back=True)
    awaited(lambda: (found := read_status(settings.home)) and found.block == changed + 2, "the other blocks", PATIENCE)
    stop.set()
    thread.join(PATIENCE)

    assert ("FinalBlockVanished", changed, CHANGED) == (alarm.kind, alarm.block, alarm.cure)
    assert (again.kind, again.block, again.expected, again.found) == (
        alarm.kind, alarm.block, alarm.expected, alarm.found,
    )  # fmt: skip
    assert read_alarm(settings.home) is None
    with closing(open_mirror(settings.mirror_url)) as mirror:
        assert (found := checkpoint_of(mirror)) is not None
        assert found.block_number == changed + 2


def test_a_full_disk_is_waited_for_and_nothing_is_half_written(
    world: Any, settings: Settings, working: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached(settings, world.connection.block_number())
    write = MirrorWriter.write

    def full(writer: MirrorWriter, chapter: Any) -> None:
        raise StoreCannotWrite("database or disk is full")

    monkeypatch.setattr(MirrorWriter, "write", full)
    world.mine()
    head = world.connection.block_number()
    told = status_where(settings, lambda status: any("disk is full" in each for each in status.troubles))
    monkeypatch.setattr(MirrorWriter, "write", write)

    assert told.block < head
    assert "make room on its disk" in told.troubles[0]
    reached(settings, head)


def test_a_mirror_that_cannot_grow_says_so_and_takes_back_what_was_begun(tmp_path: Path, world: Any) -> None:
    with closing(open_mirror(f"sqlite:///{tmp_path / 'mirror.db'}")) as mirror:
        before = _blobs(mirror)

        with pytest.raises(StoreCannotWrite, match="database or disk is full"):
            _write_too_much(mirror)

        assert (0, 0) == (before, _blobs(mirror))


def _write_too_much(mirror: Mirror) -> None:
    with mirror.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.exec_driver_sql("INSERT INTO things (id, key) VALUES (1, zeroblob(1000000))")


def _blobs(mirror: Mirror) -> int:
    with mirror.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM things").scalar_one())


def test_a_clock_that_is_off_by_an_hour_is_told(world: Any) -> None:
    figures = Figures(head=5, block=5, block_time=1_000_000)
    clique = replace(world.connection.network, consensus=Consensus.CLIQUE)

    behind = status_of(clique, figures, 1_000_000 - 3_600)
    ahead = status_of(clique, figures, 1_000_000 + 3_600)
    right = status_of(clique, figures, 1_000_000 + 2)

    assert "is 3600 s ahead of this machine's clock" in behind.troubles[0]
    assert "is 3600 s old" in ahead.troubles[0] and "timedatectl" in ahead.troubles[0]
    assert () == right.troubles


def test_on_the_embedded_chain_an_old_block_says_nothing_of_the_clock(world: Any) -> None:
    figures = Figures(head=5, block=5, block_time=1_000_000)

    status = status_of(world.connection.network, figures, 1_000_000 + 3_600)

    assert (FinalityKind.NONE, ()) == (finality_of(world.connection.network).kind, status.troubles)


def test_a_node_that_takes_long_is_told(world: Any) -> None:
    status = status_of(world.connection.network, Figures(head=5, block=5, answer_seconds=7.2), 0.0)

    assert "the node takes 7 s to name its newest block" in status.troubles[0]


def test_a_node_that_is_away_is_told(world: Any, settings: Settings, liar: FalseNode, working: None) -> None:
    reached(settings, world.connection.block_number())
    liar.true_url = "http://127.0.0.1:9"

    told = status_where(settings, lambda status: any("does not answer" in each for each in status.troubles))
    liar.true_url = world.engine.url

    assert "SUYUAN_RPC_URL" in told.troubles[0]
    reached(settings, world.connection.block_number())


def test_without_an_alarm_there_is_nothing_to_resume(tmp_path: Path) -> None:
    assert resume(tmp_path, takes_back=True) is None
    clear_alarm(tmp_path)
    assert read_alarm(tmp_path) is None


def test_an_alarm_is_kept_as_it_was_raised(tmp_path: Path) -> None:
    raised = alarm_of(FinalBlockVanished(7, b"\x01" * 32, None), 12.5)

    write_alarm(tmp_path, raised)

    message = f"block 7 was final as 0x{'01' * 32}, and the node now has no block in its place"
    assert raised == read_alarm(tmp_path)
    assert Alarm("FinalBlockVanished", 7, "0x" + "01" * 32, "no block", message, CHANGED, 12.5) == raised
