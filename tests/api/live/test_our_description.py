"""Every answer is one that docs/openapi.json describes, whatever is asked: no fault, no answer outside its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzzing import exercise, labels_of, operations_of
from houses import House, built_house
from lived_in import known_values, live_in

DESCRIPTION = json.loads((Path(__file__).parents[3] / "docs" / "openapi.json").read_text())
OPERATIONS = operations_of(DESCRIPTION)
EXAMPLES = 4


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Build a house of its own, with something under every address: what is asked here may change anything."""
    with built_house(tmp_path_factory.mktemp("described")) as house:
        live_in(house)
        yield house


@pytest.mark.parametrize("label", labels_of(DESCRIPTION))
def test_an_answer_is_as_described(lived_in: House, label: str) -> None:
    callers = (lived_in.keys["maker"], lived_in.keys["operator"], lived_in.keys["bank"], {})

    seen = exercise(lived_in, OPERATIONS[label], known_values(lived_in), callers, EXAMPLES)

    assert seen
    assert 500 not in seen
