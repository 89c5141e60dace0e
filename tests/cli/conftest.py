"""The command line against one real installation: `suyuan init`, `suyuan serve`, two members, one prefix."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from terminals import PREFIX, Terminal, profile, serving, terminal_at


@pytest.fixture
def fresh(tmp_path: Path) -> Terminal:
    """Return a terminal whose installation is not set up."""
    return terminal_at(tmp_path / "home")


@pytest.fixture(scope="session")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Return the terminal of a running installation: 1 is a manufacturer that holds a prefix, 2 a bank."""
    folder = tmp_path_factory.mktemp("cli")
    with serving(folder) as built:
        for name, role in (("Hailan", "manufacturer"), ("Bank", "bank")):
            built.must("member", "admit", profile(folder, name), "--role", role)
        built.must("prefix", "grant", "gs1", PREFIX, "1")
        yield built
