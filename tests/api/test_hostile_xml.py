"""A thousand hostile XML documents through the real door: each refused with a problem, memory flat, nothing stored.

Families: entities of every kind, document types from elsewhere, depth, breadth, long names and values, declarations without
end, encodings that lie, texts cut off, inclusions and style sheets, what is no XML, and real documents with a blow struck.
"""

import gc
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

Build = Callable[..., Any]
DOCUMENTS = 1_000
WARM = 200
"""Documents after which caches, pools and the allocator have what they will ever have."""
MOST_GROWTH = 24 * 1024 * 1024
START = (
    '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:x="https://x.example/" schemaVersion="2.0" '
    'creationDate="2026-05-04T00:00:00Z"><EPCISBody><EventList>'
)
END = "</EventList></EPCISBody></epcis:EPCISDocument>"
EVENT = (
    "<ObjectEvent><eventTime>2026-05-03T00:00:00Z</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>"
    "<epcList><epc>https://id.gs1.org/01/06901234000016/21/{}</epc></epcList><action>{}</action>{}</ObjectEvent>"
)
PLACES = (
    "file:///etc/passwd",
    "http://127.0.0.1:9/x.dtd",
    "https://example.com/evil.dtd",
    "ftp://example.com/x",
    "php://input",
)


def document(*events: str) -> str:
    return START + "".join(events) + END


def laughs(source: random.Random) -> str:
    depth, width = source.randint(2, 30), source.randint(2, 10)
    declared = "".join(f'<!ENTITY a{n} "' + f"&a{n - 1};" * width + '">' for n in range(1, depth))
    event = EVENT.format("A", "ADD", f"<x:a>&a{depth - 1};</x:a>")
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{declared}]>{document(event)}'


def quadratic(source: random.Random) -> str:
    text, uses = "k" * source.randint(1_000, 50_000), "&a;" * 500
    return f'<!DOCTYPE x [<!ENTITY a "{text}">]>' + document(EVENT.format("A", "ADD", f"<x:a>{uses}</x:a>"))


def outside(source: random.Random) -> str:
    place = source.choice(PLACES)
    kind = source.choice(
        (
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "{place}">]>',
            f'<!DOCTYPE x [<!ENTITY % p SYSTEM "{place}"> %p;]>',
            f"<!DOCTYPE x [<!ENTITY % p \"<!ENTITY e SYSTEM '{place}'>\"> %p;]>",
            f'<!DOCTYPE x PUBLIC "-//X//Y" "{place}"[<!ATTLIST x y CDATA "z"> <!ENTITY e "f">]>',
        )
    )
    return kind + document(EVENT.format("&e;", "ADD", ""))


def deep(source: random.Random) -> str:
    depth = source.choice((300, 1_000, 20_000, 100_000))
    name = source.choice(("x:a", "extension", "sensorElement", "a"))
    return document(EVENT.format("A", "ADD", f"<{name}>" * depth + f"</{name}>" * source.choice((0, depth))))


def broad(source: random.Random) -> str:
    count = source.choice((1_001, 5_000, 20_000))
    attributes = " ".join(f'b{n}="{n}"' for n in range(count))
    namespaces = " ".join(f'xmlns:n{n}="urn:x:{n}"' for n in range(count))
    sensors = "<sensorElementList>" + "<sensorElement/>" * count + "</sensorElementList>"
    return source.choice(
        (
            document(f"<x:a {attributes}/>"),
            document(f"<x:a {namespaces}/>"),
            document(*["<ObjectEvent/>"] * count),
            document("<ObjectEvent>" + "<action>ADD</action>" * count + "</ObjectEvent>"),
            document(EVENT.format("A", "ADD", sensors)),
        )
    )


def long(source: random.Random) -> str:
    size = source.choice((70_000, 300_000, 900_000))
    wrong = document(EVENT.format("A", "NONE", ""))
    return source.choice(
        (
            document(EVENT.format("A" * size, "ADD", "")),
            document(EVENT.format("A", "A" * size, "")),
            document(EVENT.format("A", "ADD", "<x:" + "a" * size + "/>")),
            document(EVENT.format("A", "NONE", "<x:a>" + "冰" * (size // 3) + "</x:a>")),
            document(EVENT.format("A", "ADD", "<x:a><![CDATA[" + "b" * size + "]]></x:a>")),
            "<!--" + "c" * size + "-->" + wrong,
            "<?p " + "q" * size + "?>" + wrong,
        )
    )


def lying(source: random.Random) -> bytes:
    text = document(EVENT.format("A", "ADD", "<x:a>冰箱</x:a>"))
    name = source.choice(("utf-16", "utf-32", "utf-7", "ebcdic-cp-us", "gb18030", "ascii", "x-none", "iso-2022-jp"))
    declared = f'<?xml version="1.0" encoding="{name}"?>{text}'
    return declared.encode(
        source.choice(("utf-16", "utf-16-le", "utf-32", "utf-8") if name != "gb18030" else ("utf-8", "utf-16"))
    )


def cut(source: random.Random) -> bytes:
    whole = document(EVENT.format("A", "ADD", "<x:a>1</x:a>")).encode()
    return whole[: source.randrange(len(whole) - 1)]


def included(source: random.Random) -> str:
    place = source.choice(PLACES)
    return source.choice(
        (
            document(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{place}" parse="text"/>'),
            f'<?xml-stylesheet type="text/xsl" href="{place}"?>{document("<x:a/>")}',
            document(
                EVENT.format(
                    "A", "ADD", f'<readPoint xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{place}"/>'
                )
            ),
            f'<root xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{place} {place}"/>',
        )
    )


def other(source: random.Random) -> bytes:
    noise = bytes(source.randrange(256) for _ in range(source.randrange(1, 2_000)))
    return source.choice(
        (
            noise,
            b"<" + noise,
            b'{"type":"EPCISDocument"}',
            b"\x1f\x8b" + noise,
            b"\x00" * 4_000,
            b"<a/><b/>",
            b"%PDF-1.7",
        )
    )


def struck(source: random.Random) -> bytes:
    """Return a right document in which one byte of its structure is another, so that it is right no more."""
    whole = bytearray(document(EVENT.format("A", "ADD", "<x:a>1</x:a>")).encode())
    places = [index for index, byte in enumerate(whole) if byte in b'<>/="']
    whole[source.choice(places)] = source.choice(b"\x00\x01\x0b\xff&")
    return bytes(whole)


FAMILIES = (laughs, quadratic, outside, deep, broad, long, lying, cut, included, other, struck)


def hostile(count: int, seed: int) -> Iterator[bytes]:
    source = random.Random(seed)
    for number in range(count):
        made = FAMILIES[number % len(FAMILIES)](source)
        yield made if isinstance(made, bytes) else made.encode()


def resident() -> int:
    """Return the memory that this process holds, in bytes."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_a_thousand_hostile_documents_leave_memory_flat_and_nothing_stored(
    client: TestClient, key: Build, stored: Build
) -> None:
    headers = key() | {"Content-Type": "application/xml"}
    before = stored()

    def send(data: bytes) -> None:
        answer = client.post("/capture", content=data, headers=headers)
        assert 400 <= answer.status_code < 500, (answer.status_code, data[:300])
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["type"].startswith("epcisException:")

    for data in hostile(WARM, seed=1):
        send(data)
    held = resident()
    for data in hostile(DOCUMENTS, seed=2):
        send(data)
    grown = resident() - held

    assert before == stored()
    assert grown < MOST_GROWTH


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_each_family_is_refused_alone(client: TestClient, key: Build, stored: Build, family: Build) -> None:
    before = stored()
    made = family(random.Random(7))
    data = made if isinstance(made, bytes) else made.encode()

    answer = client.post("/capture", content=data, headers=key() | {"Content-Type": "application/xml"})

    assert 400 <= answer.status_code < 500
    assert before == stored()
