"""The api as a process of its own: waits for the installation, answers, ends in order."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

from ports import free_port
from waiting import PATIENCE, awaited

from api.app import close_rooms, open_rooms
from api.settings import Settings

ROOT = Path(__file__).parents[3]


def test_rooms_open_as_the_environment_says(house: Any) -> None:
    home = house.rooms.settings.home
    settings = Settings.from_environment(
        {
            "SUYUAN_HOME": str(home),
            "SUYUAN_RPC_URL": "http://127.0.0.1:9",
        }
    )

    rooms = open_rooms(settings)
    try:
        assert "http://127.0.0.1:9" == rooms.network.rpc_url
        assert "token_secret" not in repr(rooms)
    finally:
        close_rooms(rooms)


def health(port: int, process: subprocess.Popen[bytes]) -> Any:
    """Return what the process says of itself, None while it does not answer."""
    assert process.poll() is None, "the api ended"
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE) as answer:
            return json.load(answer)
    except OSError:
        return None


def test_the_process_answers_and_ends_in_order(house: Any, tmp_path: Path) -> None:
    port = free_port()
    environment = os.environ | {"SUYUAN_HOME": str(tmp_path), "SUYUAN_PORT": str(port)}
    process = subprocess.Popen([sys.executable, "-m", "api.main"], cwd=ROOT, env=environment, stderr=subprocess.PIPE)
    try:
        (tmp_path / "network.json").write_bytes((house.rooms.settings.home / "network.json").read_bytes())
        answer = awaited(lambda: health(port, process), "the api to answer")
        process.send_signal(signal.SIGTERM)
        assert {"status": "alive"} == answer
        assert process.wait(PATIENCE) in (0, -signal.SIGTERM)
    finally:
        process.kill()
        process.communicate()
