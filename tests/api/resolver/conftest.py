"""A resolver whose firm keeps links, and what checks a linkset."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from starlette.testclient import TestClient

Keep = Callable[..., dict[str, Any]]
PATH = "/01/06901234000016"


@pytest.fixture
def keep(client: TestClient, key: Callable[..., dict[str, str]]) -> Keep:
    """Keep a link of the maker's, of its class where nothing is said."""
    headers = key()

    def kept(link_type: str = "gs1:pip", target: str = "https://maker.example/pip", **parts: Any) -> dict[str, Any]:
        body = {"about": "06901234000016", "linkType": link_type, "target": target} | parts
        answer = client.post("/api/v1/links", json=body, headers=headers)
        assert 201 == answer.status_code, answer.text
        content: dict[str, Any] = answer.json()
        return content

    return kept


@pytest.fixture
def linkset(client: TestClient) -> Callable[..., Any]:
    """Return the linkset of a path."""

    def asked(path: str = PATH, **headers: str) -> Any:
        answer = client.get(path, params={"linkType": "linkset"}, headers=headers)
        assert 200 == answer.status_code, answer.text
        return answer.json()["linkset"]

    return asked


@pytest.fixture(scope="session")
def within_schema(standards: Path) -> Callable[[Any], list[str]]:
    """Return what in a linkset is not within the official schema."""
    schema = jsonschema_rs.validator_for(json.loads((standards / "gs1" / "gs1-linkset-schema.json").read_text()))
    return lambda content: [f"{error.instance_path}: {error.message}" for error in schema.iter_errors(content)]
