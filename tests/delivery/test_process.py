"""The process: what it is told, that there is one of it, and that it ends when it is told to."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from waiting import PATIENCE, awaited

from chain.network import Consensus, Network, save_network
from delivery.destinations import Reach
from delivery.errors import DeliveryPresent, SettingInvalid
from delivery.lock import delivery_lock
from delivery.main import run
from delivery.settings import settings_from
from delivery.status import read_status

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    save_network(tmp_path, Network("http://127.0.0.1:9", 31337, b"\x01" * 20, b"\x02" * 32, Consensus.NONE))
    return tmp_path


def test_without_settings_messages_go_to_public_https_addresses_only(home: Path) -> None:
    settings = settings_from({"SUYUAN_HOME": str(home)})

    assert Reach(("https",), ()) == settings.reach
    assert (1.0, 3600.0, 259_200.0) == (
        settings.patience.first_pause,
        settings.patience.longest_pause,
        settings.patience.horizon,
    )
    assert (True, 0) == (settings.may_rewind, settings.depth)


def test_the_newest_blocks_of_a_clique_network_are_left_alone(tmp_path: Path) -> None:
    save_network(tmp_path, Network("http://127.0.0.1:9", 1337, b"\x01" * 20, b"\x02" * 32, Consensus.CLIQUE, depth=7))

    assert 7 == settings_from({"SUYUAN_HOME": str(tmp_path)}).depth


@pytest.mark.parametrize(
    "name", ["SUYUAN_WEBHOOK_FIRST_PAUSE", "SUYUAN_WEBHOOK_LONGEST_PAUSE", "SUYUAN_WEBHOOK_HORIZON"]
)
@pytest.mark.parametrize("text", ["", "soon", "-1", "0", "nan", "1e12"])
def test_a_time_that_is_no_number_of_seconds_is_refused(home: Path, name: str, text: str) -> None:
    with pytest.raises(SettingInvalid) as refused:
        settings_from({"SUYUAN_HOME": str(home), name: text})

    assert name in str(refused.value)


def test_a_second_process_is_refused(home: Path) -> None:
    with delivery_lock(home), pytest.raises(DeliveryPresent):
        run({"SUYUAN_HOME": str(home)}, threading.Event())


def test_it_gives_a_sign_of_life_and_ends_when_it_is_told_to(home: Path) -> None:
    stop = threading.Event()
    running = threading.Thread(target=run, args=({"SUYUAN_HOME": str(home)}, stop))
    running.start()
    try:
        awaited(lambda: read_status(home), "a sign of life")
    finally:
        stop.set()
        running.join(PATIENCE)

    assert not running.is_alive()


def test_a_setting_that_cannot_be_read_is_said_in_one_line(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "delivery"],
        cwd=ROOT,
        env={"SUYUAN_HOME": str(home), "SUYUAN_WEBHOOK_SCHEMES": "gopher", "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )

    assert 1 == done.returncode
    assert ["delivery: SUYUAN_WEBHOOK_SCHEMES is 'gopher': write https, or https,http"] == done.stderr.splitlines()
