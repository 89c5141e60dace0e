"""Linksets and link types that others published are read, written and read back the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from traceability.linking.published import unknown_link_types, verified_linkset


@pytest.mark.parametrize("name", ["modelLinkset.json", "ExampleLinkset.json"])
def test_a_published_linkset_is_read_and_written(standards: Path, name: str) -> None:
    assert verified_linkset(json.loads((standards / "gs1" / name).read_text())) is None


def test_every_published_link_type_is_known_by_its_title(standards: Path) -> None:
    assert [] == unknown_link_types(json.loads((standards / "gs1" / "link-types.json").read_text()))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"linkset": []}, "holds no link"),
        ({"linkset": [{"anchor": "https://e.com/01/06901234000017", "gs1:pip": [{"href": "https://e.com"}]}]}, "check digit"),
        ({"linkset": [{"anchor": "https://e.com/01/06901234000016", "gs1:pip": [{"title": "t"}]}]}, "target"),
    ],
)  # fmt: skip
def test_a_linkset_that_cannot_be_read_says_why(content: Any, reason: str) -> None:
    assert reason in str(verified_linkset(content))


def test_a_link_type_that_is_not_ours_is_named() -> None:
    content = {"link_types": [{"id": "gs1:pip", "title": "Something"}, {"id": "gs1:newOne", "title": "New"}]}

    assert ["gs1:pip: 'Something' is 'Product Information Page' here", "gs1:newOne"] == unknown_link_types(content)
