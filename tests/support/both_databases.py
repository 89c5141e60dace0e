"""Fixtures that run a test on SQLite and on PostgreSQL; the second is skipped where no server is installed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import databases
import pytest

from store import Mirror, Record, open_mirror, open_record

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[tuple[Path, Path]]:
    """Run one cluster for all tests; give its programs and its socket's folder."""
    programs = databases.server_folder()
    if programs is None:
        pytest.skip(f"no PostgreSQL server is installed: {databases.INSTALL}")
    with databases.cluster(programs) as folder:
        yield programs, folder


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Give the address of a new database by name, on the kind under test."""
    if request.param == "sqlite":
        yield lambda name: f"sqlite:///{tmp_path / name}.db"
        return
    programs, folder = request.getfixturevalue("postgresql")
    made: list[str] = []

    def new(name: str) -> str:
        full = f"{name}_{os.urandom(6).hex()}"
        made.append(full)
        return str(databases.create_database(programs, folder, full))

    yield new
    for full in made:
        databases.drop_database(programs, folder, full)


@pytest.fixture
def record(address: Callable[[str], str]) -> Iterator[Record]:
    """Give an empty record."""
    opened = open_record(address("record"))
    yield opened
    opened.close()


@pytest.fixture
def mirror(address: Callable[[str], str]) -> Iterator[Mirror]:
    """Give an empty mirror."""
    opened = open_mirror(address("mirror"))
    yield opened
    opened.close()
