"""A real server over a whole installation, for clients that others wrote."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import uvicorn
from houses import House, built_house
from ports import free_port
from waiting import PATIENCE, awaited

from api.app import create_app


@dataclass(frozen=True)
class Served:
    """A house with its door open to the network of this machine."""

    url: str
    house: House

    def key(self, firm: str) -> str:
        """Return the API key of a firm."""
        return self.house.keys[firm]["Authorization"].removeprefix("Bearer ")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with built_house(tmp_path_factory.mktemp("served")) as house:
        port = free_port()
        app = create_app(house.rooms.settings, house.rooms)
        server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        awaited(lambda: server.started or not thread.is_alive(), "the server to start")
        assert thread.is_alive()
        yield Served(f"http://127.0.0.1:{port}", house)
        server.should_exit = True
        thread.join(PATIENCE)
