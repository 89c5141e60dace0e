"""What of somebody's OpenAPI document this server routes: for the conformance report, without opening an installation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.app import description

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")


def missing_operations(openapi: Mapping[str, Any]) -> list[str]:
    """Return the operations of a document, as method and path, that no route of ours takes; names of parameters do not count."""
    ours = {(_shape(path), method) for path, item in description()["paths"].items() for method in item}
    return [
        f"{method.upper()} {path}"
        for path, item in openapi.get("paths", {}).items()
        for method in _METHODS
        if method in item and (_shape(path), method) not in ours
    ]


def _shape(path: str) -> tuple[str, ...]:
    return tuple("{}" if part.startswith("{") else part for part in path.split("/"))
