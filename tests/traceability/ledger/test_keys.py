"""Keys of things agree with the vectors and with published Keccak digests."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.identifiers import IdentifierInvalid, from_halves, parse
from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "keys.json").read_text("utf-8"))


@pytest.mark.parametrize("case", VECTORS["keccak"]["cases"], ids=lambda case: case["data"])
def test_keccak_gives_the_published_digest(case: dict[str, str]) -> None:
    assert bytes.fromhex(case["digest"][2:]) == keccak(bytes.fromhex(case["data"][2:]))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: f"{case['canonical']} at {case['prefix']}")
def test_a_key_is_computed_from_both_halves(case: dict[str, str]) -> None:
    prefix, rest = parse(case["canonical"]).halves(len(case["prefix"]))

    assert (case["scheme"], case["prefix"], case["rest"]) == (prefix.scheme, prefix.text, rest)
    assert case["prefixKey"] == "0x" + prefix_key(prefix.scheme, prefix.text).hex()
    assert case["restHash"] == "0x" + rest_hash(rest).hex()
    assert case["key"] == "0x" + thing_key(prefix_key(prefix.scheme, prefix.text), rest_hash(rest)).hex()


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: f"{case['canonical']} at {case['prefix']}")
def test_the_halves_give_the_identifier_back(case: dict[str, str]) -> None:
    identifier = parse(case["canonical"])
    prefix, rest = identifier.halves(len(case["prefix"]))

    assert identifier == from_halves(prefix, rest)


@pytest.mark.parametrize("case", VECTORS["refused"], ids=lambda case: case["reason"])
def test_an_identifier_does_not_belong_under_another_prefix(case: dict[str, str]) -> None:
    try:
        prefix, _ = parse(case["canonical"]).halves(len(case["prefix"]))
    except (IdentifierInvalid, ValueError):
        return

    assert case["prefix"] != prefix.text


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_keys_of_different_halves_differ(prefix: str, rest: str, other_prefix: str, other_rest: str) -> None:
    one = thing_key(prefix_key("idis", prefix), rest_hash(rest))
    other = thing_key(prefix_key("idis", other_prefix), rest_hash(other_rest))

    assert ((prefix, rest) == (other_prefix, other_rest)) == (one == other)
