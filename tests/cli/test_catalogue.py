"""The catalogue of commands: what `--help` says is what the commands are, and it costs no room's start."""

import re
import subprocess
import sys

import pytest
from terminals import ROOT, Terminal

from cli.catalogue import COMMANDS, command_named
from cli.verdict_words import TEXTS, said

ROOMS = ("chain", "store", "capture", "submission", "indexer", "evidence", "api", "traceability", "sqlalchemy", "web3")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_catalogue_is_there_and_explains_itself(terminal: Terminal, name: str):
    command = command_named(name)

    assert name == command.name
    assert terminal.run(name, "--help").code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_a_summary_that_names_commands_of_a_group_names_them_all(name: str):
    commands = set(getattr(command_named(name), "commands", ()))

    named = {command for command in commands if re.search(rf"\b{command}\b", COMMANDS[name].summary)}

    assert named in (set(), commands)


def test_telling_what_there_is_imports_no_room():
    program = (
        "import sys; from cli.main import main\ntry:\n    main()\nexcept SystemExit: pass\n"
        f"print([name for name in {ROOMS} if name in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "[]" == done.stderr.strip()
    assert all(name in done.stdout for name in COMMANDS)


def test_every_reason_of_the_bank_has_a_text():
    text = (ROOT / "traceability" / "verdict" / "README.md").read_text(encoding="utf-8")
    rows = [line for line in text.partition("## 5.")[2].splitlines() if line.startswith("| `")]
    reasons = {
        reason
        for row in rows
        for cell in row.split("|")[2:]
        for reason in re.findall(r"`([a-z_]+)`", re.sub(r"\{[^}]*\}|\([^)]*\)", "", cell))
    }

    assert {"component"} >= reasons - TEXTS.keys()
    assert len(reasons) > 30


def test_a_code_that_is_not_known_is_shown_as_it_is():
    assert "brand_new count=3" == said("recall", "brand_new", {"count": 3}, str)
