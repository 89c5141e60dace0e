"""Journeys go through the whole house: real processes on a real chain, one founded network for all, a copy for each town."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from founding import found, town_from
from node_verifier import BUNDLER, NodeVerifier
from town import Nursery, Town

from chain.engine import engine_path
from chain.errors import EngineMissing


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a founded network, not running."""
    try:
        engine_path()
    except EngineMissing as missing:
        pytest.skip(str(missing))
    folder = tmp_path_factory.mktemp("journeys") / "founded"
    found(folder)
    return folder


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Return where processes are born."""
    opened = Nursery()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def town(founded: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Return a running town that tests share: each uses things of its own and leaves everything as it was."""
    built = town_from(founded, tmp_path_factory.mktemp("journeys") / "town", nursery)
    built.start()
    yield built
    built.close()


@pytest.fixture(scope="module")
def own_town(founded: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Return a running town for the tests of one module, to be treated roughly."""
    built = town_from(founded, tmp_path_factory.mktemp("journeys") / "own-town", nursery)
    built.start()
    yield built
    built.close()


@pytest.fixture(scope="session")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NodeVerifier]:
    """Return the scanner app's verifier."""
    if shutil.which("node") is None or not BUNDLER.exists():
        pytest.skip("node or the packages of package.json are not there: run `npm ci`")
    opened = NodeVerifier(tmp_path_factory.mktemp("phone"))
    yield opened
    opened.close()
