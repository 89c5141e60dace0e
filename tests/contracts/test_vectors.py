"""Solidity passes the vectors that Python and TypeScript pass: keys, meta, heads, inclusion."""

from __future__ import annotations

import json

import pytest

from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import Flag, Kind, State, flags_of

pytestmark = pytest.mark.compiler


def _bytes(text):
    return bytes.fromhex(text.removeprefix("0x"))


@pytest.fixture(scope="module")
def checks(deployed, compiled):
    details = compiled["VectorChecks"]
    artifact = {"abi": details["abi"], "bytecode": "0x" + details["evm"]["bytecode"]["object"]}
    return deployed.deploy("VectorChecks", artifact=artifact)


def _vectors(vectors, name):
    return json.loads((vectors / f"{name}.json").read_text("utf-8"))


def test_keys(checks, vectors):
    for case in _vectors(vectors, "keys")["cases"]:
        expected = [_bytes(case[name]) for name in ("prefixKey", "restHash", "key")]

        assert expected == checks.functions.keysOf(case["scheme"], case["prefix"], case["rest"].encode()).call(), case


def test_meta(checks, vectors):
    for case in _vectors(vectors, "meta")["cases"]:
        what = case["kind"] << 16 | case["flags"] << 8 | case["state"]

        word = checks.functions.metaOf(case["organisation"], case["keyNumber"], int(case["time"]), what).call()

        assert _bytes(case["word"]) == word, case


def test_flags_and_states_belong_to_kinds_as_python_says(checks):
    for kind in Kind:
        for flags in range(9):
            for state in (0, State.RECALLED, 8):
                allowed = {flags_of(kind, private=False), flags_of(kind, private=True)}
                states = {State.RECALLED} if kind is Kind.STATE else {State.UNCHANGED}
                expected = kind is not Kind.STATEMENT and Flag(flags) in allowed and state in states

                assert expected == checks.functions.isEvent(kind, flags, state).call(), (kind, flags, state)


def test_heads(checks, vectors, deployed):
    found = _vectors(vectors, "head")
    for step in found["steps"]:
        call = checks.functions.extended(
            _one_event(step["commitment"], _bytes(step["meta"])), _bytes(step["before"]), _bytes(step["meta"])
        )

        assert _bytes(step["after"]) == call.call()


def test_a_full_head_takes_no_more(checks, vectors, deployed):
    found = _vectors(vectors, "head")
    step = found["steps"][0]
    batch = _one_event(step["commitment"], _bytes(step["meta"]))

    call = checks.functions.extended(batch, _bytes(found["full"]["head"]), _bytes(step["meta"]))

    assert "HeadFull" == deployed.refusal(call, deployed.authority)[0]


def test_inclusion(checks, vectors):
    found = _vectors(vectors, "inclusion")
    for expected, cases in ((True, found["cases"]), (False, found["refused"])):
        for case in cases:
            path = [_bytes(step) for step in case["path"]]
            if any(len(step) != 32 for step in path):
                # A hash of another length never reaches a contract: the ABI has bytes32.
                continue
            arguments = (_bytes(case["root"]), _bytes(case["data"]), case["index"], case["size"], path)

            assert expected == checks.functions.isIncluded(*arguments).call(), case.get("name", case)


def _one_event(commitment, meta):
    return (0, 0, [prefix_key("gs1", "6901234")], [_bytes(commitment)], meta[1:4] + b"\0\1", [bytes(32)], b"\0")
