"""Every test of the store runs on SQLite and on PostgreSQL; the second is skipped where no server is installed."""

import importlib.util
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from store import Mirror, Record, open_mirror, open_record

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


def _databases() -> ModuleType:
    # Tests are no package (style rule 44), so the module beside this file is loaded by its path.
    specification = importlib.util.spec_from_file_location("store_databases", Path(__file__).parent / "databases.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


databases = _databases()


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
        full = f"{name}_{request.node.name}"[:40].lower().translate(str.maketrans("[]-.", "____")) + f"_{len(made)}"
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


@pytest.fixture
def now() -> datetime:
    """Give one fixed time."""
    return datetime(2026, 5, 4, 3, 2, 1, 987654, tzinfo=UTC)
