"""A bundle is read in its one form only, and comes back as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.commitment import Opening
from traceability.errors import BundleRefused
from traceability.proof import (
    AnchorClaim,
    AttestationClaim,
    Bundle,
    Consensus,
    NetworkClaim,
    OrganisationClaim,
    QuestionKind,
    ThingClaim,
)
from traceability.proof.bundle import MAXIMUM_BYTES

WORD = st.binary(min_size=32, max_size=32)
NUMBER = st.integers(0, 2**32 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
OPENINGS = st.builds(
    lambda size, first, hashes: Opening(size, ((0, first),), tuple(hashes)),
    st.integers(3, 9),
    st.binary(max_size=9),
    st.lists(WORD, max_size=3),
)
BUNDLES = st.builds(
    Bundle,
    network=st.builds(
        NetworkClaim, st.integers(0, 2**53 - 1), WORD, st.binary(min_size=20, max_size=20), st.sampled_from(Consensus)
    ),
    question=st.sampled_from(QuestionKind),
    question_id=TEXT,
    header=st.binary(min_size=1, max_size=40),
    nodes=st.lists(st.binary(min_size=1, max_size=40), max_size=3, unique=True).map(tuple),
    things=st.lists(
        st.builds(ThingClaim, TEXT, TEXT, NUMBER, WORD, st.lists(st.tuples(WORD, WORD), max_size=2).map(tuple)),
        max_size=3,
        unique_by=lambda claim: claim.id,
    ).map(tuple),
    events=st.dictionaries(WORD, OPENINGS, max_size=2),
    organisations=st.lists(
        st.builds(OrganisationClaim, NUMBER, TEXT), max_size=2, unique_by=lambda claim: claim.number
    ).map(tuple),
    attestations=st.lists(st.builds(AttestationClaim, TEXT, TEXT, NUMBER, OPENINGS, WORD), max_size=2).map(tuple),
    liens=st.lists(WORD, max_size=2, unique=True).map(tuple),
    anchors=st.lists(
        st.builds(AnchorClaim, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, st.lists(WORD, max_size=2).map(tuple), WORD),
        max_size=2,
    ).map(tuple),
    changes=st.lists(st.lists(st.binary(min_size=1, max_size=9), max_size=2).map(tuple), max_size=2).map(tuple),
)


@given(BUNDLES)
def test_a_bundle_comes_back_as_it_was(bundle: Bundle) -> None:
    written = bundle.to_json()

    assert bundle == Bundle.from_json(written)
    assert bundle == Bundle.from_json(written.encode())
    assert written == Bundle.from_json(written).to_json()


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXT


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner)))
def test_json_that_is_no_bundle_is_refused(value: Any) -> None:
    with pytest.raises(BundleRefused):
        Bundle.from_json(json.dumps(value))


@given(st.text(max_size=30) | st.binary(max_size=30))
def test_text_that_is_no_bundle_is_refused(text: str | bytes) -> None:
    with pytest.raises(BundleRefused):
        Bundle.from_json(text)


OPENING: dict[str, Any] = {"size": 3, "leaves": [[0, "0x00"]], "hashes": []}
ZERO = "0x" + "00" * 32


def good() -> dict[str, Any]:
    return {
        "format": "suyuan-bundle/1",
        "network": {"chainId": 1, "genesis": ZERO, "directory": "0x" + "00" * 20, "consensus": "none"},
        "question": {"kind": "thing", "id": "hdl:88.1/x"},
        "header": "0xc0",
        "nodes": ["0x80"],
        "things": [{"id": "hdl:88.1/x", "prefix": "88.1", "from": 0, "before": ZERO, "lines": [[ZERO, ZERO]]}],
        "events": {ZERO: OPENING},
        "organisations": [{"number": 1, "profile": "{}"}],
        "attestations": [
            {"schema": "{}", "subject": "hdl:88.1/x", "organisation": 1, "opening": OPENING, "commitment": ZERO}
        ],
        "liens": [{"id": ZERO}],
        "anchors": [
            {"organisation": 1, "stream": 1, "number": 1, "size": 1, "index": 0, "path": [], "commitment": ZERO}
        ],
        "changes": [["0xc0"]],
    }


def changed(pointer: str, value: Any) -> dict[str, Any]:
    """Return the good bundle with the member at a pointer replaced, or taken away where the value is `...`."""
    bundle: Any = json.loads(json.dumps(good()))
    *path, last = pointer.split("/")[1:]
    at = bundle
    for token in path:
        at = at[int(token)] if isinstance(at, list) else at[token]
    if value is ...:
        del at[last]
    elif isinstance(at, list):
        at[int(last)] = value
    else:
        at[last] = value
    return bundle  # type: ignore[no-any-return]  # a copy of a dict made by JSON


def test_the_example_of_the_formats_is_read() -> None:
    bundle = Bundle.from_json(json.dumps(good()))

    assert "hdl:88.1/x" == bundle.question_id
    assert good() == json.loads(bundle.to_json())


def test_changes_may_be_left_out() -> None:
    bundle = Bundle.from_json(json.dumps(changed("/changes", ...)))

    assert () == bundle.changes
    assert "changes" not in bundle.to_object()


MEMBERS = [
    "/format", "/network", "/question", "/header", "/nodes", "/things", "/events", "/organisations", "/attestations",
    "/liens", "/anchors", "/network/chainId", "/network/genesis", "/network/directory", "/network/consensus",
    "/question/kind", "/question/id", "/things/0/id", "/things/0/prefix", "/things/0/from", "/things/0/before",
    "/things/0/lines", "/organisations/0/number", "/organisations/0/profile", "/attestations/0/schema",
    "/attestations/0/subject", "/attestations/0/organisation", "/attestations/0/opening", "/attestations/0/commitment",
    "/liens/0/id", "/anchors/0/organisation", "/anchors/0/stream", "/anchors/0/number", "/anchors/0/size",
    "/anchors/0/index", "/anchors/0/path", "/anchors/0/commitment",
]  # fmt: skip


@pytest.mark.parametrize("pointer", MEMBERS)
@pytest.mark.parametrize("value", [..., None, True, 1.5, -1, 2**70, "\ud800", [1], {"x": 1}], ids=repr)
def test_a_member_of_another_kind_is_refused(pointer: str, value: Any) -> None:
    with pytest.raises(BundleRefused):
        Bundle.from_json(json.dumps(changed(pointer, value)))


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/format", "suyuan-bundle/2"),
        ("/note", "unknown"),
        ("/network/note", "unknown"),
        ("/network/chainId", 2**53),
        ("/network/genesis", "0x" + "00" * 31),
        ("/network/genesis", "0x" + "AA" * 32),
        ("/network/genesis", "00" * 32),
        ("/network/consensus", "paxos"),
        ("/question/kind", "weather"),
        ("/question/id", "\ud800"),
        ("/question/id", "x" * 2049),
        ("/header", "0x"),
        ("/header", "0x" + "00" * 16385),
        ("/nodes/0", "0x"),
        ("/nodes/0", "0x" + "00" * 1025),
        ("/nodes/0", "0x0"),
        ("/nodes", ["0x80", "0x80"]),
        ("/nodes", ["0x80"] * 65537),
        ("/things", [good()["things"][0]] * 2),
        ("/things/0/from", 2**32),
        ("/things/0/lines/0", [ZERO]),
        ("/things/0/lines/0", [ZERO, ZERO, ZERO]),
        ("/things/0/lines/0", [ZERO, "0x"]),
        ("/organisations", [{"number": 1, "profile": ""}, {"number": 1, "profile": "{}"}]),
        ("/organisations/0/profile", "x" * 65537),
        ("/liens", [{"id": ZERO}, {"id": ZERO}]),
        ("/events", {"0x00": OPENING}),
        ("/events", {ZERO: {}}),
        ("/events", {"0x" + number.to_bytes(32, "big").hex(): OPENING for number in range(65537)}),
        ("/attestations/0/opening", {}),
        ("/anchors/0/path", [ZERO] * 33),
        ("/changes", [[""]]),
        ("/changes/0", "0xc0"),
    ],
)
def test_a_value_out_of_bounds_is_refused_with_its_place(pointer: str, value: Any) -> None:
    with pytest.raises(BundleRefused) as caught:
        Bundle.from_json(json.dumps(changed(pointer, value)))

    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        '{"format":"suyuan-bundle/1","format":"suyuan-bundle/1"}',
        "NaN",
        "9" * 5000,
        b"\xff",
        " " * (MAXIMUM_BYTES + 1),
    ],
    ids=["empty", "deep", "doubled", "not a number", "long number", "no text", "long"],
)
def test_text_that_would_hurt_is_refused(text: str | bytes) -> None:
    with pytest.raises(BundleRefused):
        Bundle.from_json(text)
