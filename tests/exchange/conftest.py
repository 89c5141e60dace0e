"""Two firms' nodes on one chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from two_nodes import Firms, two_nodes


@pytest.fixture(scope="module")
def firms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firms]:
    """Return two firms' nodes; tests of one module share them and use things of their own."""
    with two_nodes(tmp_path_factory.mktemp("owner"), tmp_path_factory.mktemp("reader")) as built:
        yield built
