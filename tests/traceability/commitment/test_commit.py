"""Committing gives one root for an event and a secret, and one leaf for each scalar."""

import hmac
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.commitment import Committed, JsonText, LeafType, commit, commit_statement, read_opening
from traceability.commitment.commit import SALT_LABEL
from traceability.commitment.tree import leaf_hash, tree_root
from traceability.errors import NumberNotCommittable, PointerUnknown, TimeNotCommittable, ValueNotCommittable
from traceability.identifiers import Identifier, parse
from traceability.ledger.meta import Flag, Kind, State

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "commitment.json").read_text("utf-8"))
SECRET = bytes(range(32))
HASH = "ni:///sha-256;" + "00" * 32 + "?ver=CBV2.0"


def nothing(text: str) -> tuple[Identifier, int] | None:
    return None


def committed(body: dict[str, Any], secret: bytes = SECRET, **changes: Any) -> Committed:
    arguments: dict[str, Any] = {
        "event_hash": HASH,
        "organisation": 7,
        "kind": Kind.OBSERVE,
        "flags": Flag.NONE,
        "state": State.UNCHANGED,
        "thing_of": nothing,
        **changes,
    }
    return commit(body, secret=secret, **arguments)


def pointers(body: dict[str, Any]) -> list[str]:
    return list(committed(body).pointers[2:])


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_an_event_has_the_leaves_and_the_root_of_the_vectors(case: dict[str, Any]) -> None:
    lengths = case["prefixLengths"]
    arguments: dict[str, Any] = {
        "organisation": case["organisation"],
        "kind": Kind(case["kind"]),
        "flags": Flag(case["flags"]),
        "state": State(case["state"]),
        "secret": bytes.fromhex(case["secret"][2:]),
        "thing_of": lambda text: (parse(text), lengths[text]) if text in lengths else None,
    }
    body = json.loads(case["body"], parse_float=Decimal)
    statement = case["kind"] == Kind.STATEMENT
    made = (
        commit_statement(body, schema=case["leaf1"], **arguments)
        if statement
        else commit(body, event_hash=case["leaf1"], **arguments)
    )

    assert case["leaves"] == [
        {
            "index": leaf.index,
            "pointer": leaf.pointer,
            "type": leaf.type,
            "preimage": "0x" + leaf.preimage.hex(),
            "hash": "0x" + leaf_hash(leaf.preimage).hex(),
        }
        for leaf in made.leaves
    ]
    assert case["root"] == "0x" + made.root.hex()


def test_salts_are_the_hmac_of_the_standard_library() -> None:
    made = committed({"epcList": [str(number) for number in range(300)]})

    assert [hmac.digest(SECRET, SALT_LABEL + index.to_bytes(4, "big"), "sha256") for index in range(302)] == [
        preimage[:32] for preimage in made.preimages
    ]
    assert tree_root(made.preimages) == made.root


def test_names_ascend_by_code_point_and_pointers_are_escaped() -> None:
    assert ["/action", "/eventID", "/ilmd/a~1b~0c", "/ilmd/\uffee", "/ilmd/\U0001f9ca"] == pointers(
        {"ilmd": {"\U0001f9ca": "1", "\uffee": "2", "a/b~c": "3"}, "eventID": "x", "action": "ADD"}
    )


def test_empty_lists_and_objects_are_dropped_before_indices_are_given() -> None:
    assert ["/epcList/0", "/ilmd/x/0", "/ilmd/x/1/y"] == pointers(
        {
            "epcList": ["a"],
            "childEPCs": [],
            "ilmd": {"x": [{}, "a", [[]], {"y": 1}], "z": {"w": {}}},
            "{n}e": {},
            "{n}l": [],
        }
    )


def test_an_unknown_extension_is_one_leaf() -> None:
    made = committed({"{n}s": "x", "{n}o": {"b": [1], "a": {}}, "readPoint": {"id": "urn:x", "{n}l": [1]}})
    opened = read_opening(made.root, made.opening_of_all())

    assert opened.values["/{n}s"] == "x"
    assert opened.values["/{n}o"] == JsonText('{"a":{},"b":[1]}')
    assert opened.values["/readPoint/{n}l"] == JsonText("[1]")


def test_names_inside_ilmd_and_sensors_are_taken_apart() -> None:
    assert [
        "/ilmd/{n}a/{n}b/0",
        "/sensorElementList/0/sensorReport/0/{n}c/d",
        "/sensorElementList/0/{n}e/f",
    ] == pointers(
        {
            "ilmd": {"{n}a": {"{n}b": ["1"]}},
            "sensorElementList": [{"sensorReport": [{"{n}c": {"d": "1"}}], "{n}e": {"f": "1"}}],
        }
    )


def test_what_a_repository_adds_is_not_committed() -> None:
    assert committed({"type": "x"}).root == committed({"type": "x", "recordTime": "now", "@context": []}).root


@pytest.mark.parametrize(
    "change",
    [{"organisation": 8}, {"kind": Kind.CREATE}, {"flags": Flag.PRIVATE}, {"state": State.LOST}, {"event_hash": "x"}],
)
def test_who_what_and_how_change_the_root(change: dict[str, Any]) -> None:
    assert committed({"type": "x"}).root != committed({"type": "x"}, **change).root


NUMBERS = st.builds(
    lambda mantissa, exponent: Decimal(f"{mantissa}E{exponent}"),
    st.integers(-(2**255), 2**255 - 1),
    st.integers(-(2**15), 2**15 - 1),
)
VALUES = st.recursive(
    st.text(max_size=4) | st.booleans() | st.integers(-(2**60), 2**60) | NUMBERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(VALUES, VALUES)
def test_two_events_share_a_root_only_if_they_are_the_same(one: Any, other: Any) -> None:
    def leaves(value: Any) -> list[tuple[str, LeafType, bytes]]:
        made = committed({"type": "x", "ilmd": {"v": value}})
        return [(leaf.pointer, leaf.type, leaf.preimage[32:]) for leaf in made.leaves[2:]]

    same = leaves(one) == leaves(other)

    assert same == (
        committed({"type": "x", "ilmd": {"v": one}}).root == committed({"type": "x", "ilmd": {"v": other}}).root
    )


@given(VALUES)
def test_every_leaf_can_be_opened_and_read_back(value: Any) -> None:
    made = committed({"type": "x", "ilmd": {"v": value}})
    opened = read_opening(made.root, made.opening_of_all())

    assert list(made.pointers[1:]) == list(opened.pointers())
    assert not list(opened.hidden())


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"ilmd": {"x": 0.5}}, NumberNotCommittable),
        ({"ilmd": {"x": None}}, ValueNotCommittable),
        ({"ilmd": {"x": b""}}, ValueNotCommittable),
        ({"ilmd": {"x": "\ud800"}}, ValueNotCommittable),
        ({"ilmd": {"\ud800": "x"}}, ValueNotCommittable),
        ({"ilmd": {"n" * 65536: "x"}}, ValueNotCommittable),
        ({"ilmd": {"n" * 40000: {"m" * 40000: "x"}}}, ValueNotCommittable),
        ({"ilmd": {str(number): "x" for number in range(2**16)}}, ValueNotCommittable),
        ({"ilmd": {"x": Decimal("1E40000")}}, NumberNotCommittable),
        ({"{n}x": [Decimal("1E400")]}, NumberNotCommittable),
        ({"{n}x": [None, {"a": b""}]}, ValueNotCommittable),
        ({"eventTime": "yesterday"}, TimeNotCommittable),
        ({"errorDeclaration": {"declarationTime": "2026-01-01"}}, TimeNotCommittable),
        ({"sensorElementList": [{"sensorReport": [{"time": "2026-01-01"}]}]}, TimeNotCommittable),
        ({}, ValueNotCommittable),
        ({"epcList": [], "ilmd": {"x": {}}}, ValueNotCommittable),
    ],
)
def test_what_has_no_leaf_is_refused_with_its_place(body: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        committed(body)

    assert len(str(caught.value)) < 300


def test_nesting_beyond_32_levels_is_refused() -> None:
    value: Any = "x"
    for _ in range(32):
        value = [value]

    with pytest.raises(ValueNotCommittable):
        committed({"ilmd": {"x": value}})


def test_more_leaves_than_the_format_holds_are_refused() -> None:
    with pytest.raises(ValueNotCommittable):
        committed({"epcList": ["x"] * (2**20 - 2)} | {"type": "x"})


def test_a_secret_has_32_bytes() -> None:
    with pytest.raises(ValueNotCommittable) as caught:
        committed({"type": "x"}, secret=b"secret of another length")

    assert "secret of another length" not in str(caught.value)


def test_an_event_is_not_committed_as_a_statement() -> None:
    with pytest.raises(ValueNotCommittable):
        commit_statement({"a": "b"}, schema="s", organisation=1, secret=SECRET, thing_of=nothing, kind=Kind.OBSERVE)


@pytest.mark.parametrize("kind", [Kind.STATEMENT, Kind.DESCRIBE, Kind.FORGET])
def test_a_statement_names_its_schema(kind: Kind) -> None:
    made = commit_statement({"a": {"b": "c"}}, schema="s", organisation=1, secret=SECRET, thing_of=nothing, kind=kind)
    opened = read_opening(made.root, made.opening_of_all())

    assert ("s", None, kind) == (opened.schema, opened.event_hash, opened.header.kind)
    assert {"schema": "s", "/a/b": "c"} == opened.values


@given(st.lists(st.text(max_size=3), min_size=1, max_size=20), st.data())
def test_any_leaves_can_be_opened_by_index_or_pointer(texts: list[str], data: st.DataObject) -> None:
    made = committed({"epcList": texts})
    indices = data.draw(st.sets(st.integers(0, len(made.preimages) - 1)))
    selection = data.draw(st.permutations([made.pointers[index] or index for index in indices]))

    opening = made.opening(selection)

    assert {0} | indices == {index for index, _ in opening.leaves}
    assert {made.pointers[index] for index in indices if index} == set(read_opening(made.root, opening).values)


@pytest.mark.parametrize("wanted", ["/missing", "/", -1, 4])
def test_a_leaf_that_is_not_there_cannot_be_opened(wanted: str | int) -> None:
    made = committed({"type": "x", "action": "ADD"})

    with pytest.raises(PointerUnknown):
        made.opening([0, "/type", "/action", wanted])
