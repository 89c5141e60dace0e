"""An opening is read if it is the commitment's, in its one form; every other one is refused."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.commitment import Instant, JsonText, LeafType, Opening, Thing, Value, commit, read_opening
from traceability.errors import OpeningRefused
from traceability.identifiers import Identifier, parse
from traceability.ledger.meta import Flag, Kind, Meta, State

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "commitment.json").read_text("utf-8"))


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


def octets(text: str) -> bytes:
    return bytes.fromhex(text[2:])


def value_of(shown: dict[str, Any]) -> Value:
    match LeafType(shown["type"]):
        case LeafType.STRING:
            return str(shown["string"])
        case LeafType.DECIMAL:
            return Decimal(f"{shown['mantissa']}E{shown['exponent']}")
        case LeafType.TIME:
            return Instant(int(shown["seconds"]), shown["nanoseconds"])
        case LeafType.THING:
            return Thing(shown["prefixLength"], octets(shown["key"]), shown["canonical"])
        case LeafType.JSON:
            return JsonText(shown["json"])
        case LeafType.BOOLEAN:
            return bool(shown["boolean"])
        case LeafType.HEADER:
            raise AssertionError(shown)


@pytest.mark.parametrize("case", VECTORS["openings"], ids=named)
def test_an_opening_says_what_the_vectors_say(case: dict[str, Any]) -> None:
    opened = read_opening(octets(case["root"]), Opening.from_json(case["opening"]))
    header = opened.header

    assert case["header"] == {
        "organisation": header.organisation,
        "kind": header.kind,
        "flags": header.flags,
        "state": header.state,
        "size": header.size,
    }
    assert [(pointer, value_of(shown)) for pointer, shown in case["values"]] == list(opened.values.items())
    assert case["hidden"] == list(opened.hidden())
    assert [(pointer, octets(key)) for pointer, key in case["lineThings"]] == [
        (pointer, thing.key) for pointer, thing in opened.line_things()
    ]
    assert case["opening"] == Opening.from_json(case["opening"]).to_json()


@pytest.mark.parametrize("case", VECTORS["refused"], ids=named)
def test_a_forged_opening_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(OpeningRefused):
        read_opening(octets(case["root"]), Opening.from_json(case["opening"]))


@pytest.mark.parametrize("case", VECTORS["refusedJson"], ids=named)
def test_an_opening_in_another_form_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(OpeningRefused):
        Opening.from_json(case["opening"])


def test_an_opening_built_by_hand_is_held_to_its_form() -> None:
    case = VECTORS["openings"][0]
    opening = Opening.from_json(case["opening"])

    with pytest.raises(OpeningRefused):
        read_opening(octets(case["root"]), replace(opening, leaves=opening.leaves[::-1]))


SOME: list[dict[str, Any]] = [case for case in VECTORS["openings"] if case["name"].endswith("some")]


@given(st.sampled_from(SOME), st.data())
def test_no_opening_with_one_bit_changed_is_accepted(case: dict[str, Any], data: st.DataObject) -> None:
    opening = Opening.from_json(case["opening"])
    parts = [preimage for _, preimage in opening.leaves] + list(opening.hashes)
    which = data.draw(st.integers(0, len(parts) - 1))
    bit = data.draw(st.integers(0, len(parts[which]) * 8 - 1))
    changed = bytearray(parts[which])
    changed[bit // 8] ^= 1 << bit % 8
    parts[which] = bytes(changed)
    count = len(opening.leaves)
    leaves = tuple((index, part) for (index, _), part in zip(opening.leaves, parts, strict=False))

    with pytest.raises(OpeningRefused):
        read_opening(octets(case["root"]), Opening(opening.size, leaves, tuple(parts[count:])))


@given(st.sampled_from(SOME), st.integers(3, 200), st.data())
def test_no_opening_of_another_size_or_place_is_accepted(case: dict[str, Any], size: int, data: st.DataObject) -> None:
    opening = Opening.from_json(case["opening"])
    places = data.draw(st.lists(st.integers(0, size - 1), min_size=len(opening.leaves), max_size=len(opening.leaves)))
    leaves = tuple((place, preimage) for place, (_, preimage) in zip(places, opening.leaves, strict=True))
    forged = Opening(size, leaves, opening.hashes)
    if forged == opening:
        return

    with pytest.raises(OpeningRefused):
        read_opening(octets(case["root"]), forged)


EPCS = ["https://id.gs1.org/01/06901234567892/21/A1", "https://id.gs1.org/01/06901234567892/21/B2"]


def thing_of(text: str) -> tuple[Identifier, int] | None:
    return (parse(text), 7) if text.startswith("https://id.gs1.org/") else None


def test_only_things_with_a_head_get_a_line() -> None:
    body = {
        "epcList": EPCS,
        "quantityList": [
            {"epcClass": "https://id.gs1.org/01/06901234567892/10/L1"},
            {"epcClass": "https://id.gs1.org/01/06901234567892"},
        ],
        "readPoint": {"id": "https://id.gs1.org/414/6901234000009"},
        "ilmd": {"epcList": [EPCS[0]]},
    }
    committed = commit(
        body,
        event_hash="ni:///",
        organisation=1,
        kind=Kind.OBSERVE,
        flags=Flag.NONE,
        state=State.UNCHANGED,
        secret=bytes(32),
        thing_of=thing_of,
    )
    opened = read_opening(committed.root, committed.opening_of_all())
    things = dict(opened.line_things())

    assert ["/epcList/0", "/epcList/1", "/quantityList/0/epcClass"] == list(things)
    assert opened.names(things["/epcList/1"].key)
    assert not opened.names(bytes(32))
    assert opened.event_hash == "ni:///"
    assert opened.schema is None
    assert (2, 0, None) == (
        opened.length_at("/quantityList"),
        opened.length_at("/epcList/1"),
        opened.length_at("/action"),
    )


def test_what_is_present_is_told_even_where_nothing_is_opened() -> None:
    case = next(case for case in VECTORS["openings"] if case["name"] == "private correction, header only")
    opened = read_opening(octets(case["root"]), Opening.from_json(case["opening"]))

    assert opened.length_at("/errorDeclaration") == 3
    assert opened.event_hash is None
    assert not opened.values


@pytest.mark.parametrize(
    ("change", "agrees"),
    [
        ({}, True),
        ({"organisation": 8}, False),
        ({"kind": Kind.OBSERVE}, False),
        ({"flags": Flag.NONE}, False),
        ({"state": State.LOST}, False),
        ({"key_number": 9, "time": 9}, True),
    ],
)
def test_a_line_counts_only_if_its_meta_agrees_with_the_header(change: dict[str, Any], agrees: bool) -> None:
    case = next(case for case in VECTORS["openings"] if case["name"] == "private correction, header only")
    header = read_opening(octets(case["root"]), Opening.from_json(case["opening"])).header
    meta = Meta(Kind.CORRECT, Flag.PRIVATE, State.UNCHANGED, organisation=7, key_number=1, time=1)

    assert agrees == header.agrees_with(replace(meta, **change))
