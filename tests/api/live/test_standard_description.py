"""Every answer of the EPCIS binding is one that the standard's own OpenAPI document describes, but for its named defects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fuzzing import exercise, labels_of, operations_of
from houses import House, built_house
from lived_in import known_values, live_in
from standard_description import DEFECTS, mended

OPERATIONS = 63
EXAMPLES = 5


@pytest.fixture(scope="module")
def description(standards: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((standards / "epcis" / "openapi.json").read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Build a house of its own, with something under every address: what is asked here may change anything."""
    with built_house(tmp_path_factory.mktemp("standard")) as house:
        live_in(house)
        yield house


def test_every_operation_of_the_standard_answers_as_it_describes(
    lived_in: House, description: dict[str, Any], subtests: pytest.Subtests
) -> None:
    operations = operations_of(mended(description))
    callers = (lived_in.keys["maker"], lived_in.keys["maker"], lived_in.keys["bank"], {})

    assert OPERATIONS == len(labels_of(description)) == len(operations)
    for label, operation in operations.items():
        with subtests.test(label):
            seen = exercise(lived_in, operation, known_values(lived_in), callers, EXAMPLES)

            assert seen
            assert {status for status in seen if status >= 500} == set()


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_named_defect_is_really_there(description: dict[str, Any], defect: Any) -> None:
    before = json.dumps(description)
    content = json.loads(before)

    defect.mend(content)

    assert before != json.dumps(content)
