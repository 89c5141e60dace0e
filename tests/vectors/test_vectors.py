"""The vectors in the tree are those that the code gives."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from build_vectors import built
from vector_file import HERE, text_of


@pytest.mark.parametrize("name", ["keys", "meta", "head", "slots", "commitment", "inclusion", "qbft"])
def test_a_file_of_vectors_is_fresh(name: str) -> None:
    assert (HERE / f"{name}.json").read_text("utf-8") == text_of(built()[name])
