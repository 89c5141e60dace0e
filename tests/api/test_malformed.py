"""A thousand malformed bodies: never a 500, always a problem that names a place and a cure, and nothing stored."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

Build = Callable[..., Any]
LD, XML = "application/ld+json", "application/xml"
CONTEXT = '"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"]'
HUGE = [
    "9" * 5000,
    "1e99999",
    "-1e-99999",
    "1E4000",
    "0." + "0" * 4000 + "1",
    "123456789012345678901234567890123456789012345678901234567890123456789012345678901",
]
WRONG = [
    None,
    True,
    0,
    -1,
    1.5,
    "",
    " ",
    "x",
    [],
    {},
    [[]],
    [{}],
    [None],
    {"a": None},
    "\ud800",
    "\x00",
    "a" * 70_000,
    ["a"] * 3,
    {"@type": []},
]


def xml(event: str, head: str = "") -> bytes:
    body = f"<EPCISBody><EventList>{event}</EventList></EPCISBody>"
    start = '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-05-04T00:00:00Z">'
    return f'<?xml version="1.0"?>{head}{start}{body}</epcis:EPCISDocument>'.encode()


ITEM = (
    "<ObjectEvent><eventTime>2026-05-03T10:00:00Z</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>"
    "<epcList><epc>{epc}</epc></epcList><action>{action}</action></ObjectEvent>"
)


def bombs() -> Iterator[tuple[str, bytes]]:
    """Give bodies that unfold, nest or lead elsewhere."""
    entities = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) * (n > 1) + ";"}{"&a;" * 9}">' for n in range(1, 9))
        + "]>"
    )
    yield XML, xml(ITEM.format(epc="&a8;", action="ADD"), entities)
    yield XML, xml(ITEM.format(epc="&x;", action="ADD"), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    yield XML, xml(ITEM.format(epc="&x;", action="ADD"), '<!DOCTYPE x [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>')
    yield XML, xml(ITEM.format(epc="x", action="ADD"), '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">')
    yield XML, b"<a>" * 100_000
    yield XML, b"<a>" * 100_000 + b"</a>" * 100_000
    yield XML, xml("<x " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/>")
    yield XML, b'<?xml version="1.0" encoding="UTF-16"?><x/>'
    yield XML, b'<?xml version="1.0" encoding="utf-7"?><x/>'
    yield XML, b"\xff\xfe" + "<x/>".encode("utf-16-le")
    for opening in (b"[", b"{", b'{"a":', b"[[", b'[{"@context":'):
        for length in (1_000, 100_000, 200_000):
            yield LD, opening * length
    yield LD, f'{{{CONTEXT},"type":"EPCISDocument","x":{"[" * 5000}{"]" * 5000}}}'.encode()


def wrong_types(document: Build, item_event: Build) -> Iterator[tuple[str, bytes]]:
    """Give documents of which one member has another type."""
    for name in (
        "type",
        "action",
        "eventTime",
        "eventTimeZoneOffset",
        "epcList",
        "bizStep",
        "disposition",
        "readPoint",
        "quantityList",
    ):
        for value in WRONG:
            if value in (None, [], {}) and name not in ("type", "action", "eventTime", "epcList"):
                continue
            if (
                (name == "bizStep" and value == "x")
                or (name == "epcList" and value in ([], None, [None], [{}]))
                or (name == "quantityList" and value == [{}])
            ):
                continue
            yield LD, document(item_event(**{name: value}))
    whole = json.loads(document(item_event()))
    for name in ("type", "epcisBody"):
        for value in WRONG:
            yield LD, json.dumps(whole | {name: value}).encode()
    for value in WRONG:
        yield LD, json.dumps(value).encode()
        if value not in (None, [], {}):
            yield LD, json.dumps(whole | {"epcisBody": {"eventList": value}}).encode()
            yield LD, json.dumps(whole | {"epcisBody": {"eventList": [value]}}).encode()


def wrong_values(document: Build, item_event: Build) -> Iterator[tuple[str, bytes]]:
    """Give documents with check digits, times, offsets, contexts, numbers that cannot be."""
    for digit in "012345789":
        for writing in (
            "https://id.gs1.org/01/0690123400001{}/21/A",
            "https://example.com/01/0690123400001{}/21/A",
            "(01)0690123400001{}(21)A",
        ):
            yield LD, document(item_event(epcList=[writing.format(digit)]))
        yield XML, xml(ITEM.format(epc=f"https://id.gs1.org/01/0690123400001{digit}/21/A", action="ADD"))
        yield (
            LD,
            document(
                item_event(readPoint={"id": f"https://id.gs1.org/414/690123400001{digit}"})
                if digit != "8"
                else item_event(action="x")
            ),
        )
    for time in (
        "yesterday",
        "2026-05-03",
        "2026-05-03T10:00:00",
        "2026-13-03T10:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-05-03T25:00:00Z",
        "2126-05-03T10:00:00Z",
        "9" * 400,
    ):
        yield LD, document(item_event(eventTime=time))
        yield (
            XML,
            xml(
                ITEM.format(epc="https://id.gs1.org/01/06901234000016/21/A", action="ADD").replace(
                    "2026-05-03T10:00:00Z", time
                )
            ),
        )
    for offset in ("8", "+8:00", "+25:00", "+08:61", "Asia/Shanghai"):
        yield LD, document(item_event(eventTimeZoneOffset=offset))
    for action in ("add", "OBSERVE ADD", "REMOVE", "<", "&"):
        yield LD, document(item_event(action=action))
    for number in HUGE:
        text = document(
            item_event(quantityList=[{"epcClass": "https://id.gs1.org/01/06901234000016/10/L", "quantity": 7}])
        ).decode()
        yield LD, text.replace('"quantity": 7', f'"quantity": {number}').encode()
        yield (
            LD,
            document(item_event(**{"example:n": 7}))
            .decode()
            .replace('"example:n": 7', f'"example:n": {{"a": {number}}}')
            .encode(),
        )
    for number in ("NaN", "Infinity", "-Infinity", "01", "1.", ".5", "0x10", "1e", "+1"):
        text = document(
            item_event(quantityList=[{"epcClass": "https://id.gs1.org/01/06901234000016/10/L", "quantity": 7}])
        ).decode()
        yield LD, text.replace('"quantity": 7', f'"quantity": {number}').encode()
    for extra in (
        {"undeclared:x": 1},
        {"colour": "red"},
        {"ilmd": {"x": 1}},
        {"errorDeclaration": {"declarationTime": 1}},
        {"parentID": "x y"},
    ):
        yield LD, document(item_event(action="ADD" if "ilmd" not in extra else "OBSERVE", **extra))


def truncated(whole: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give prefixes and damaged copies of good documents."""
    source = random.Random(20260504)
    for kind, data in whole.items():
        for place in range(1, len(data) - 1, max(len(data) // 150, 1)):
            yield kind, data[:place]
        for _ in range(150):
            damaged = bytearray(data)
            # Bytes that no JSON or XML text holds outside of damage.
            for _ in range(source.randint(1, 8)):
                damaged[source.randrange(len(damaged))] = source.choice(b"\x00\x01\x02\xff\xfe\xc0")
            yield kind, bytes(damaged)
        yield kind, data + data
        yield kind, b""
        yield kind, b"\xef\xbb\xbf"


def test_a_thousand_malformed_bodies(
    client: TestClient, key: Build, document: Build, item_event: Build, stored: Build
) -> None:
    whole = {
        LD: document(item_event()),
        XML: xml(ITEM.format(epc="https://id.gs1.org/01/06901234000016/21/A", action="ADD")),
    }
    bodies = [*bombs(), *wrong_types(document, item_event), *wrong_values(document, item_event), *truncated(whole)]
    headers, before, bad = key(), stored(), []

    for kind, body in bodies:
        answer = client.post("/capture", content=body, headers=headers | {"Content-Type": kind})
        problem = answer.json()
        named = all(
            place["pointer"] is not None and place["cure"] and place["type"] for place in problem.get("errors", ())
        )
        if (
            not 400 <= answer.status_code < 500
            or not problem.get("errors")
            or not named
            or "problem+json" not in answer.headers["content-type"]
        ):
            bad.append((answer.status_code, kind, body[-330:], answer.text[:300]))

    assert [] == bad, "\n".join(map(str, bad))
    assert 1000 <= len(bodies)
    assert before == stored()


BRACKETS = [
    b"[" * 900_000,
    b'{"a":' * 150_000,
    b'"' + b"\\" * 900_000,
    b"9" * 900_000,
    b"\xff" * 1000,
    b"",
    b"null",
    b"[]",
    b"{}",
    b'{"id":7}',
]


@pytest.mark.parametrize("body", BRACKETS, ids=range(len(BRACKETS)))
def test_every_resource_that_takes_json_refuses_what_is_none(
    client: TestClient, key: Build, stored: Build, body: bytes
) -> None:
    headers = key(1, "capture", "query", "administer", "operate") | {"Content-Type": "application/json"}
    before = stored()
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method, operation in methods.items():
            if method in ("post", "put") and "requestBody" in operation and "rotate" not in path:
                address = path.replace("{organisation}", "1").replace("{key}", "0x" + "00" * 20)
                answer = client.request(method, address, content=body, headers=headers)
                assert 400 <= answer.status_code < 500, (method, path, answer.status_code, answer.text[:300])
                assert answer.json()["errors"][0]["pointer"] is not None
    assert before == stored()


def test_a_hundred_megabytes_are_not_read_to_the_end(client: TestClient, key: Build, stored: Build) -> None:
    before, sent = stored(), 0

    def flood() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(1600):
            sent += 65536
            yield b"[" * 65536

    for path in ("/capture", "/events", "/api/v1/products", "/api/v1/pictures"):
        answer = client.post(
            path,
            content=flood(),
            headers=key() | {"Content-Type": "image/png" if "pictures" in path else "application/json"},
        )
        assert 413 == answer.status_code, (path, answer.text[:200])
        assert "body-too-large" in answer.text
    assert before == stored()
