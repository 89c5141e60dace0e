"""A person's terminal: `suyuan …` run against one installation, and the documents that it is given."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from ports import free_port
from waiting import PATIENCE, awaited

from chain.engine import engine_path
from chain.errors import EngineMissing
from cli import main as command

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "6976001"
PRODUCT = "06976001100015"
PASSPHRASE = "a passphrase that nobody may read in a log"


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass(frozen=True)
class Terminal:
    """A person's terminal, with the environment of one installation."""

    environment: dict[str, str]

    @property
    def home(self) -> Path:
        return Path(self.environment["SUYUAN_HOME"])

    def with_environment(self, **changes: str) -> Terminal:
        return Terminal(self.environment | changes)

    def run(self, *arguments: str) -> Said:
        """Run `suyuan …` in this process, which has everything imported already."""
        out, err = StringIO(), StringIO()
        patched = mock.patch.dict(os.environ, self.environment)
        with (
            patched,
            mock.patch.object(sys, "argv", ["suyuan", *arguments]),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            try:
                command.main()
                code: object = 0
            except SystemExit as end:
                code = end.code
        return Said(code if isinstance(code, int) else 0, out.getvalue(), err.getvalue())

    def must(self, *arguments: str) -> Said:
        """Run a command that has to succeed."""
        said = self.run(*arguments)
        assert said.code == 0, said
        return said

    def process(self, *arguments: str, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
        """Start `suyuan …` as a process of its own."""
        return subprocess.Popen(
            [*before, sys.executable, "-m", "cli.main", *arguments],
            cwd=ROOT, env={**os.environ, **self.environment}, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            preexec_fn=_heed_ctrl_c,  # noqa: PLW1509 - it sets one signal and no more.
        )  # fmt: skip


def _heed_ctrl_c() -> None:
    """Let Ctrl-C reach the command, as on a person's terminal: whoever starts the tests in the background has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def terminal_at(home: Path) -> Terminal:
    """Return a terminal for an installation in a folder of its own, with a passphrase beside it."""
    passphrase = home.parent / f"{home.name}.passphrase"
    passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return Terminal({
        "SUYUAN_HOME": str(home),
        "SUYUAN_RPC_URL": f"http://127.0.0.1:{free_port()}",
        "SUYUAN_PORT": str(free_port()),
        "SUYUAN_PASSPHRASE_FILE": str(passphrase),
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "200",
        "NO_COLOR": "1",
    })  # fmt: skip


def await_answer(terminal: Terminal, process: subprocess.Popen[bytes]) -> None:
    """Wait until the API answers."""

    def answers() -> bool:
        assert process.poll() is None, "suyuan serve ended"
        try:
            urllib.request.urlopen(
                f"http://127.0.0.1:{terminal.environment['SUYUAN_PORT']}/readyz", timeout=PATIENCE
            ).close()
        except OSError:
            return False
        return True

    awaited(answers, "suyuan serve to be ready")


@contextmanager
def serving(folder: Path) -> Iterator[Terminal]:
    """Give the terminal of a new installation in a folder while its `suyuan serve` runs; its words are in `serve.log`.

    It must end in order, and tell no passphrase and no traceback. The test is skipped where no engine is installed.
    """
    try:
        engine_path()
    except EngineMissing as missing:
        pytest.skip(str(missing))
    built = terminal_at(folder / "home")
    built.must("init")
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "cli.main", "serve"],
            cwd=ROOT, env={**os.environ, **built.environment}, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        await_answer(built, process)
        yield built
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
    told = (folder / "serve.log").read_text() + "".join(log.read_text() for log in (built.home / "logs").iterdir())
    assert PASSPHRASE not in told
    assert "Traceback" not in told


def profile(folder: Path, name: str) -> str:
    """Write the profile of a firm and return its path."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"name": {"en": name}, "uscc": "913702127600123465"}), encoding="utf-8")
    return str(path)


def item(serial: str, gtin: str = PRODUCT) -> str:
    """Return an item in its canonical form."""
    return f"https://id.gs1.org/01/{gtin}/21/{serial}"


def event(*things: str, action: str = "ADD", step: str = "commissioning", at: str = "2026-05-01T08:00:00") -> dict:
    """Return an ObjectEvent."""
    return {
        "type": "ObjectEvent", "eventTime": f"{at}+08:00", "eventTimeZoneOffset": "+08:00",
        "epcList": list(things), "action": action, "bizStep": step,
    }  # fmt: skip


def document(folder: Path, *events: dict, name: str = "document.json") -> str:
    """Write an EPCIS document and return its path."""
    content = {
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"], "type": "EPCISDocument",
        "schemaVersion": "2.0", "creationDate": "2026-05-01T08:00:00Z", "epcisBody": {"eventList": list(events)},
    }  # fmt: skip
    path = folder / name
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)
