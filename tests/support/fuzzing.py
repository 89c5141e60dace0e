"""Asks a house whatever an OpenAPI description allows, and holds every answer to the description (Schemathesis)."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import schemathesis
from houses import House
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from starlette.testclient import TestClient

ORIGIN = "http://testserver"

_OTHERS = (
    # These judge requests by the schema alone; here many parameters hold words that a schema does not list.
    "negative_data_rejection",
    "positive_data_acceptance",
    # These send further requests of their own over a network.
    "ignored_auth",
    "unsupported_method",
    "use_after_free",
    "ensure_resource_availability",
    "object_level_authorization",
    "missing_required_header",
    "max_response_time",
)
_VERSIONS = ("gs1-epcis-version", "gs1-cbv-version", "gs1-epcis-min", "gs1-epcis-max", "gs1-cbv-min", "gs1-cbv-max")


def operations_of(description: Mapping[str, Any]) -> dict[str, APIOperation]:
    """Return the operations of a description by method and path."""
    content = copy.deepcopy(dict(description)) | {"servers": [{"url": ORIGIN}]}
    found = (result.ok() for result in schemathesis.openapi.from_dict(content).get_all_operations())
    return {operation.label: operation for operation in found}


def labels_of(description: Mapping[str, Any]) -> list[str]:
    """Return method and path of each operation of a description, as `operations_of` calls them."""
    methods = ("get", "put", "post", "delete", "options", "head", "patch")
    return [
        f"{method.upper()} {path}"
        for path, item in description["paths"].items()
        for method in methods
        if method in item
    ]


def exercise(
    house: House,
    operation: APIOperation,
    known: Mapping[str, Sequence[str]],
    callers: Sequence[Mapping[str, str]],
    examples: int,
) -> Counter[int]:
    """Ask an operation with values that fit its schemas and with values that do not; return how often each status came.

    `known` are values of parameters under which there is something; half of the requests that have such a parameter use one.

    Raises: AssertionError of Schemathesis, where an answer is outside its schema or is a fault of ours.
    """
    checks = [check for check in schemathesis.checks.CHECKS.get_all() if check.__name__ in _OTHERS]
    seen: Counter[int] = Counter()
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

        @settings(
            max_examples=examples,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode), choice=st.integers(0, 2**16))
        def ask(case: schemathesis.Case, choice: int) -> None:
            _settle(case, known, choice)
            answer = _answer(house.client, case, callers[choice % len(callers)])
            seen[answer.status_code] += 1
            case.validate_response(answer, excluded_checks=checks)

        try:
            ask()
        except Unsatisfiable:
            # An operation that takes nothing, or any text, can be asked nothing that does not fit.
            if mode is GenerationMode.POSITIVE:
                raise
    return seen


def _settle(case: schemathesis.Case, known: Mapping[str, Sequence[str]], choice: int) -> None:
    """Put known values in, and leave out most versions: an arbitrary one is nearly always one that nobody speaks."""
    for place in (case.path_parameters, case.query):
        for name in set(place or ()) & set(known):
            if choice % 2:
                place[name] = known[name][choice % len(known[name])]
    if choice % 8:
        for name in [name for name in case.headers or () if name.lower() in _VERSIONS]:
            del case.headers[name]


def _answer(client: TestClient, case: schemathesis.Case, headers: Mapping[str, str]) -> Any:
    sent = case.as_transport_kwargs(base_url=ORIGIN)
    data = sent.get("data")
    body: dict[str, Any] = {"content": data} if isinstance(data, bytes | str) else {"data": data}
    request = client.build_request(
        sent["method"],
        sent["url"],
        headers=_headers(sent.get("headers") or {}, headers),
        params=sent.get("params"),
        json=sent.get("json"),
        files=_files(sent.get("files")),
        **(body if data is not None else {}),
    )
    # A form is a stream until it is read, and what was sent is told where an answer is out of order.
    request.read()
    return client.send(request)


def _headers(made: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of a request: a caller with a key sends that one, others whatever was made up."""
    keys = ("authorization", "x-api-key") if own else ()
    return {name: value for name, value in made.items() if name.lower() not in keys} | dict(own)


def _files(parts: Any) -> Any:
    """Return the parts of a form; one that is neither text nor bytes goes as its text."""
    pairs = parts.items() if isinstance(parts, Mapping) else parts or ()
    return [(name, _part(part)) for name, part in pairs] or None


def _part(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(item if isinstance(item, str | bytes | None) else str(item) for item in part)
    return part if isinstance(part, str | bytes) else str(part)
