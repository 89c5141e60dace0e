"""The link types of the GS1 Web Vocabulary, and short ways to say a link."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from traceability.linking.link import Link, link_of

Make = Callable[..., Link]


@pytest.fixture(scope="session")
def standards_link_types(standards: Path) -> dict[str, str]:
    content = json.loads((standards / "gs1" / "link-types.json").read_text())
    return {item["id"].removeprefix("gs1:"): item["title"] for item in content["link_types"]}


@pytest.fixture(scope="session")
def make() -> Make:
    def made(name: str = "pip", target: str = "https://example.com/", **parts: Any) -> Link:
        return link_of(link_type=f"gs1:{name}", target=target, **parts)

    return made
