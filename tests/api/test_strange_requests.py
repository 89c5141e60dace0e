"""Strange paths, parameters and headers: never a 500, always a problem or an answer."""

import random
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from api.app import description

Build = Callable[..., Any]

STRANGE = [
    "",
    "x",
    "0",
    "-1",
    "9" * 30,
    "%00",
    "%",
    "%ff",
    "..%2f..%2fetc%2fpasswd",
    "<script>",
    "é",
    "冰箱",
    "a" * 3000,
    "'; DROP TABLE events;--",
    "null",
    "0x",
    "0x" + "zz" * 32,
    "1e309",
    "NaN",
    "true",
    "[]",
    "{}",
    "*",
    "(01)",
    "urn:epc:id:sgtin:1.2.3",
    "https://id.gs1.org/01/06901234000016/21/A",
]
PATHS = sorted(path for path in description()["paths"] if path != "/metrics")


def address(path: str, values: list[str]) -> str:
    parts = []
    for part in path.split("/"):
        parts.append(quote(values.pop() if values else "x", safe="%") if part.startswith("{") else part)
    return "/".join(parts)


def test_every_path_with_strange_values_is_answered(client: TestClient, key: Build, stored: Build) -> None:
    headers = key(1, "capture", "query", "administer", "operate")
    before = stored()
    accepted = ("application/json", "text/html", "application/xml")
    for path in PATHS:
        for number, value in enumerate(STRANGE if "{" in path else STRANGE[:1]):
            answer = client.get(address(path, [value, value]), headers=headers | {"Accept": accepted[number % 3]})
            assert answer.status_code != 500, (path, value, answer.text[:300])
            if answer.status_code >= 400 and answer.status_code != 503:
                kind = answer.headers["content-type"]
                assert "problem" in kind or "html" in kind, (path, value)
    assert before == stored()


def test_every_resource_with_strange_parameters_is_answered(client: TestClient, key: Build) -> None:
    source = random.Random(20260504)
    names = [
        "id",
        "perPage",
        "nextPageToken",
        "direction",
        "asOf",
        "since",
        "depth",
        "limit",
        "holder",
        "lang",
        "code",
        "before",
        "organisation",
        "MATCH_epc",
        "EQ_bizStep",
        "GE_eventTime",
        "LT_recordTime",
        "WD_readPoint",
        "orderBy",
        "eventCountLimit",
        "EQ_ILMD_x#y",
        "GT_value_CEL",
    ]
    headers = key(1, "capture", "query", "administer", "operate")
    for path in PATHS:
        for name in names:
            query = f"{name}={quote(source.choice(STRANGE), safe='%')}"
            answer = client.get(f"{address(path, ['1', '1'])}?{query}", headers=headers)
            assert answer.status_code != 500, (path, query, answer.text[:300])


@pytest.mark.parametrize(
    "name",
    [
        "Accept",
        "Accept-Language",
        "Content-Type",
        "GS1-EPC-Format",
        "GS1-EPCIS-Version",
        "GS1-CBV-Min",
        "Suyuan-Disclosure",
        "Suyuan-Lane",
        "GS1-Capture-Error-Behaviour",
        "X-API-Key",
        "Content-Length",
        "Range",
        "If-None-Match",
        "Host",
    ],
)
def test_a_strange_header_is_answered(client: TestClient, key: Build, name: str) -> None:
    for value in (
        b"",
        b"x",
        b"\xff\xfe",
        b"a" * 5000,
        b"*/*;q=abc",
        b"text/html;q=0, */*;q=0",
        b";;;,,,",
        b"-1",
        b"bytes=0-",
        b"nan",
    ):
        for path in ("/", "/events", "/01/06901234000016/21/A", "/api/v1/network"):
            answer = client.request(
                "GET",
                path,
                headers=[(b"authorization", key()["Authorization"].encode()), (name.lower().encode(), value)],
            )
            assert answer.status_code != 500, (name, value, path)
    answer = client.post(
        "/capture",
        content=b"{}",
        headers=[
            (b"authorization", key()["Authorization"].encode()),
            (b"content-type", b"application/json"),
            (name.lower().encode(), b"\xff"),
        ],
    )
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_a_method_that_a_resource_does_not_know_is_told(client: TestClient, key: Build, method: str) -> None:
    for path in ("/", "/capture", "/events", "/01/06901234000016", "/api/v1/network", "/nothing/here"):
        answer = client.request(method, path, headers=key())
        assert answer.status_code in (404, 405), (method, path)
        assert "problem" in answer.headers["content-type"]
