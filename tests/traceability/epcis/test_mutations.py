"""A thousand broken bodies: each is read, or refused with a place; no other exception leaves the readers or the gate."""

import json
import random
from datetime import UTC, datetime
from typing import Any

import event_texts as given
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from traceability.epcis import (
    DocumentInvalid,
    Event,
    event_hash,
    problems_of,
    read_json,
    read_xml,
    write_json,
    write_xml,
)

NOW = datetime(2026, 3, 5, tzinfo=UTC)
BODIES = 1000
VALUES: list[Any] = [
    None, True, 0, -1, 1.5, 10**70, "", " ", "x", "\u0000", "\ud83d", "urn:epc:id:sgtin:1.2.3", "https://id.gs1.org/01/1", "88.1/x",
    [], {}, [[]], [None], [{}], {"": ""}, {"id": None}, {"type": []}, ["urn:x:1"] * 3, {"@value": {"@value": []}}, "2026-02-30T00:00:00Z",
    {"@context": 5}, {"nobody:x": 1}, {"example:x": [[["y"]]]}, "99999999999999999999", [1, "a", None, True, {"b": []}],
]  # fmt: skip


def consequences(read: Any, data: bytes) -> str:
    """Return what became of a body: ``read`` or ``refused``; anything else is raised."""
    try:
        document = read(data, tolerant=False)
    except DocumentInvalid as refusal:
        verify_refusal(refusal)
        read_tolerantly(read, data)
        return "refused"
    use(document.events)
    return "read"


def verify_refusal(refusal: DocumentInvalid) -> None:
    """Raise unless every problem of a refusal has a place, a reason and a cure."""
    for problem in refusal.problems:
        assert problem.reason
        assert problem.cure
        assert not problem.pointer or problem.pointer.startswith("/")
    assert refusal.problems


def read_tolerantly(read: Any, data: bytes) -> None:
    try:
        use(read(data, tolerant=True).events)
    except DocumentInvalid:
        return


def use(events: tuple[Event, ...]) -> None:
    """Do with events all that is done with events."""
    right = [event for event in events if not any(not problem.is_warning for problem in problems_of(event, NOW))]
    for event in right:
        event_hash(event)
        event.things()
        event.identifiers()
        assert Event.from_json(event.to_json()) == event
        assert event.kind
    if right:
        assert len(read_json(write_json(right), tolerant=True).entries) == len(right)
        write_xml(right)


def changed(value: Any, dice: random.Random) -> Any:
    """Return a copy of a document with one random place changed, removed, doubled or renamed."""
    document = json.loads(json.dumps(value))
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            places.append((node, key))
            if isinstance(node[key], (dict, list)):
                walk(node[key])

    walk(document)
    node, key = dice.choice(places)
    match dice.randrange(6):
        case 0:
            del node[key]
        case 1 if isinstance(node, dict):
            node[dice.choice(["x", "example:x", "type", "epcList", "@id", "a/b~c", "example:"])] = node.pop(key)
        case 2 if isinstance(node, list):
            node.append(node[key])
        case 3 if isinstance(node[key], str) and node[key]:
            at = dice.randrange(len(node[key]))
            node[key] = node[key][:at] + dice.choice("0aZ%/:.é\u0007") + node[key][at + 1 :]
        case _:
            node[key] = dice.choice(VALUES)
    return document


def test_bodies_with_a_changed_place_are_read_or_refused() -> None:
    dice = random.Random(20260304)
    found = {"read": 0, "refused": 0}
    for _ in range(BODIES):
        document = given.document(*given.ALL)
        for _ in range(dice.choice([1, 1, 2, 5])):
            document = changed(document, dice)
        found[consequences(read_json, json.dumps(document).encode())] += 1

    assert sum(found.values()) == BODIES
    assert found["refused"] > BODIES / 2


def test_truncated_and_damaged_texts_are_read_or_refused() -> None:
    dice = random.Random(7)
    texts = [given.text(*given.ALL), write_xml(read_json(given.text(*given.ALL)).events)]
    for data, read in zip(texts, (read_json, read_xml), strict=True):
        for _ in range(250):
            damaged = bytearray(data)
            for _ in range(dice.choice([1, 2, 8])):
                at = dice.randrange(len(damaged))
                match dice.randrange(3):
                    case 0:
                        del damaged[at:]
                        damaged += b" "
                    case 1:
                        damaged[at] = dice.randrange(256)
                    case _:
                        damaged[at:at] = dice.choice(
                            [b"<", b'"', b"{", b"[", b"]", b"&", b"\x00", b"</epc>", b"<a/>", b"1e9", b","]
                        )
            consequences(read, bytes(damaged))


def test_a_hundred_megabytes_are_refused_before_they_are_read() -> None:
    body = b"[" * (100 * 1024 * 1024)

    assert consequences(read_json, body) == "refused"
    assert consequences(read_xml, body) == "refused"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda children: (
        st.lists(children, max_size=4)
        | st.dictionaries(
            st.sampled_from([*given.OBJECT, "example:x", "x:y", "id", "", "@type"]) | st.text(max_size=8),
            children,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@generated(st.dictionaries(st.sampled_from(list(given.OBJECT | given.AGGREGATION)), json_values, max_size=6))
def test_any_members_of_an_event_are_read_or_refused(members: dict[str, Any]) -> None:
    consequences(read_json, json.dumps(given.document(given.OBJECT | members)).encode())


@settings(max_examples=100, deadline=None)
@generated(json_values)
def test_any_json_is_read_or_refused(value: Any) -> None:
    consequences(read_json, json.dumps(value).encode())
