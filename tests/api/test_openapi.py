"""The committed OpenAPI description is the one that the routes give, and covers the standard's paths."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from api.app import description
from api.epcis.paths import METHODS
from api.published import missing_operations

ROOT = Path(__file__).parents[2]


def test_the_committed_description_is_fresh() -> None:
    assert json.loads((ROOT / "docs" / "openapi.json").read_text()) == json.loads(json.dumps(description()))


def test_the_application_serves_the_same_description(client: TestClient) -> None:
    assert description()["paths"] == client.get("/openapi.json").json()["paths"]


def test_every_operation_says_what_it_does() -> None:
    silent = [
        (path, method)
        for path, operations in description()["paths"].items()
        for method, operation in operations.items()
        if not operation.get("description") and method != "options"
    ]

    assert [] == silent


def test_every_operation_of_the_standard_has_a_route(standards: Path) -> None:
    document = json.loads((standards / "epcis" / "openapi.json").read_text(encoding="utf-8"))

    assert [] == missing_operations(document)
    assert ["GET /elsewhere/{x}"] == missing_operations(
        {"paths": {"/elsewhere/{x}": {"get": {}}, "/epcs/{y}": {"get": {}}}}
    )


def test_every_answer_in_json_has_a_schema() -> None:
    described = description()
    bare = [
        f"{method} {path} {status}"
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
        for status, answer in operation["responses"].items()
        for kind, media in _said(answer, described).get("content", {}).items()
        if kind.endswith("json") and _is_bare(media.get("schema"))
    ]

    assert [] == bare


def test_what_many_operations_share_is_described_once() -> None:
    """A reference leads somewhere, and no refusal and no shared parameter is written out at an operation."""
    described = description()
    components = described["components"]
    references = [reference for reference in _references(described["paths"]) if reference.startswith("#/components/")]

    assert references
    for reference in set(references):
        _, _, kind, name = reference.split("/")
        assert name in components[kind], reference
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            written = [answer for answer in operation["responses"].values() if "$ref" not in answer]
            assert not any("application/problem+json" in each.get("content", {}) for each in written), (path, method)


def test_options_tells_the_methods_that_are_routed(client: TestClient) -> None:
    paths = description()["paths"]

    for path, methods in METHODS.items():
        routed = {method.upper() for method in paths[path]}
        assert routed == {method for method in methods.split(", ") if method != "HEAD"}, path
        address = "/".join("x" if part.startswith("{") else part for part in path.split("/"))
        answer = client.options(address, headers={"GS1-EPCIS-Min": "9.9"})
        assert (204, methods) == (answer.status_code, answer.headers["Allow"])
        for name in ("EPCIS-Version", "EPCIS-Min", "EPCIS-Max", "CBV-Version", "CBV-Min", "CBV-Max", "Vendor-Version"):
            assert answer.headers[f"GS1-{name}"]


def test_every_path_of_the_standard_is_answered(client: TestClient, standards: Path, key: object) -> None:
    paths = json.loads((standards / "epcis" / "openapi.json").read_text())["paths"]

    silent = []
    for path, operations in paths.items():
        address = "/".join("x" if part.startswith("{") else part for part in path.split("/"))
        for method in operations:
            if method == "parameters":
                continue
            answer = client.request(method.upper(), address, headers=key())  # type: ignore[operator]
            if answer.status_code in (405, 500):
                silent.append((method, path, answer.status_code))
    assert [] == silent


def _said(answer: dict[str, Any], described: dict[str, Any]) -> dict[str, Any]:
    """Return an answer, or the one that it refers to."""
    name = answer.get("$ref", "").rpartition("/")[2]
    return described["components"]["responses"][name] if name else answer


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, member in value.items():
            if name == "$ref":
                yield member
            else:
                yield from _references(member)
    elif isinstance(value, list):
        for item in value:
            yield from _references(item)


def _is_bare(schema: dict[str, Any] | None) -> bool:
    return not schema or (schema.get("type") == "object" and not schema.keys() & {"properties", "patternProperties"})
