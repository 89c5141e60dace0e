"""The one table of problems: documented, unique, named as in Solidity and Python, and used by every room."""

import inspect
import json
import re
from pathlib import Path

import pytest

import capture.errors
import evidence.errors
from api.pages.site import problem_section
from api.problems import BY_NAME, INTERNAL_FAULT, TABLE, problem_name, problem_type_of
from traceability.identifiers import IdentifierInvalid

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", [row.name for row in TABLE])
def test_every_type_has_a_section_that_says_why_and_how(name: str) -> None:
    section = problem_section(name)

    assert "**Why.**" in section
    assert "**How to solve it.**" in section


def test_no_section_is_left_over() -> None:
    found = re.findall(r"^## (\S+)$", (ROOT / "docs" / "problems.md").read_text(), re.MULTILINE)

    assert [row.name for row in TABLE] == found


def test_names_are_unique() -> None:
    assert len(TABLE) == len(BY_NAME)


def test_every_error_of_the_contracts_has_its_own_type() -> None:
    errors = set()
    for path in (ROOT / "chain" / "abi").glob("*.json"):
        abi = json.loads(path.read_text())["abi"]
        errors |= {entry["name"] for entry in abi if entry["type"] == "error"}
    # OpenZeppelin's helpers never reach a caller: each is caught or cannot be met through our functions.
    helpers = ("ECDSA", "InvalidShortString", "StringTooLong", "AddressEmptyCode", "InsufficientBalance")
    own = {name for name in errors if not name.startswith(helpers)}

    assert set() == {name for name in own if problem_name(name) not in BY_NAME}


@pytest.mark.parametrize("room", [capture.errors, evidence.errors])
def test_every_refusal_of_a_room_has_a_type(room: object) -> None:
    bases = {"CaptureError", "CaptureRefused", "EvidenceError", "LabelError", "EventRefused"}
    refusals = [kind for _, kind in inspect.getmembers(room, inspect.isclass) if issubclass(kind, Exception)]

    unnamed = {
        kind.__name__ for kind in refusals if kind.__name__ not in bases and problem_name(kind.__name__) not in BY_NAME
    }
    assert set() == unnamed


def test_an_unknown_error_is_an_internal_fault() -> None:
    assert INTERNAL_FAULT is problem_type_of(KeyError("a secret"))


def test_an_error_is_found_by_its_nearest_base() -> None:
    class CodeSmeared(IdentifierInvalid):
        pass

    assert "identifier-invalid" == problem_type_of(CodeSmeared("1", "check-digit", "Read it again.")).name


@pytest.mark.parametrize(
    ("error", "name"),
    [
        ("IdentifierNotOwned", "identifier-not-owned"),
        ("KeyExpired", "key-expired"),
        ("URITooLong", "uri-too-long"),
        ("Lien2Far", "lien2-far"),
    ],
)
def test_names_follow_the_errors(error: str, name: str) -> None:
    assert name == problem_name(error)
