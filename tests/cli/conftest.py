"""The command line against one real installation: `suyuan init`, `suyuan serve`, two members, one prefix."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from terminals import PASSPHRASE, PREFIX, ROOT, Terminal, await_answer, terminal_at
from waiting import PATIENCE

from chain.engine import engine_path
from chain.errors import EngineMissing


@pytest.fixture
def fresh(tmp_path: Path) -> Terminal:
    """Return a terminal whose installation is not set up."""
    return terminal_at(tmp_path / "home")


@pytest.fixture(scope="session")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Return the terminal of a running installation: 1 is a manufacturer that holds a prefix, 2 a bank."""
    try:
        engine_path()
    except EngineMissing as missing:
        pytest.skip(str(missing))
    folder = tmp_path_factory.mktemp("cli")
    built = terminal_at(folder / "home")
    built.must("init")
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "cli.main", "serve"],
            cwd=ROOT, env={**os.environ, **built.environment}, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        await_answer(built, process)
        for name, role in (("Hailan", "manufacturer"), ("Bank", "bank")):
            profile = folder / f"{name}.json"
            profile.write_text(json.dumps({"name": {"en": name}, "uscc": "913702127600123465"}), encoding="utf-8")
            built.must("member", "admit", str(profile), "--role", role)
        built.must("prefix", "grant", "gs1", PREFIX, "1")
        yield built
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
    told = (folder / "serve.log").read_text() + "".join(log.read_text() for log in (built.home / "logs").iterdir())
    assert PASSPHRASE not in told
    assert "Traceback" not in told
