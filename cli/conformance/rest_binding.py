"""The REST binding: every operation of a description of it has a route here, every name of a query is understood.

Source: EPCIS 2.0 §12 (`openapi.json`), §8.2.7.1 (`query-schema.json`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from api.published import missing_operations
from cli.conformance.results import Result, judged
from traceability.querying.published import unknown_parameters

OPERATIONS, PARAMETERS = "operations of the REST binding", "query parameters"
METHODS = ("get", "post", "put", "patch", "delete", "options", "head")


def is_description(content: Any) -> bool:
    """Return whether a JSON file describes a REST interface of EPCIS."""
    return isinstance(content, Mapping) and "openapi" in content and "/events" in content.get("paths", {})


def is_query_schema(content: Any) -> bool:
    """Return whether a JSON file is a schema of queries: one that knows the names with which parameters begin."""
    return (
        isinstance(content, Mapping)
        and "$schema" in content
        and any(
            name.startswith(("^EQ_", "EQ_"))
            for schema in _schemas(content)
            for name in schema.get("patternProperties", {})
        )
    )


def operation_results(name: str, content: Mapping[str, Any]) -> Iterator[Result]:
    """Yield a case for each operation."""
    missing = set(missing_operations(content))
    for path, item in content["paths"].items():
        for method in METHODS:
            if method in item:
                operation = f"{method.upper()} {path}"
                yield judged(OPERATIONS, f"{name} {operation}", "has no route" if operation in missing else None)


def parameter_results(name: str, content: Mapping[str, Any]) -> Iterator[Result]:
    """Yield a case for each name and each pattern of names."""
    unknown = set(unknown_parameters(content))
    for schema in _schemas(content):
        for parameter in (*schema.get("properties", {}), *schema.get("patternProperties", {})):
            if parameter != "@context":
                yield judged(PARAMETERS, f"{name} {parameter}", "is not understood" if parameter in unknown else None)


def _schemas(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = [content] if {"properties", "patternProperties"} & set(content) else []
    definitions = content.get("definitions", {})
    return found + [each for each in definitions.values() if isinstance(each, Mapping) and "patternProperties" in each]
