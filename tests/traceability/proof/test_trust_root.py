"""A root of trust is read in its one form only; its fingerprint changes with every part of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
import rfc8785

from traceability.errors import TrustRootInvalid
from traceability.proof import Consensus, TrustRoot

ROOT = TrustRoot(
    chain_id=91337,
    genesis=b"\x01" * 32,
    directory=b"\x02" * 20,
    consensus=Consensus.QBFT,
    validators=(b"\x03" * 20, b"\x04" * 20),
    expires=1_800_000_000,
)
DEVELOPMENT = TrustRoot(chain_id=1, genesis=bytes(32), directory=bytes(20), consensus=Consensus.NONE)


@pytest.mark.parametrize("root", [ROOT, DEVELOPMENT])
def test_a_root_of_trust_comes_back_as_it_was(root: TrustRoot) -> None:
    assert root == TrustRoot.from_json(root.to_json())
    assert root == TrustRoot.from_object(root.to_object())


def test_the_fingerprint_is_half_of_the_hash_of_the_canonical_text() -> None:
    digest = hashlib.sha256(rfc8785.dumps(json.loads(ROOT.to_json()))).hexdigest()

    assert digest[:32] == ROOT.fingerprint.replace(" ", "")
    assert 8 == len(ROOT.fingerprint.split())


@pytest.mark.parametrize(
    "change",
    [
        {"chain_id": 1},
        {"genesis": bytes(32)},
        {"directory": bytes(20)},
        {"validators": (b"\x03" * 20,)},
        {"expires": 1},
        {"epoch_length": 1},
        {"consensus": Consensus.CLIQUE, "validators": (), "expires": 0},
    ],
)
def test_every_part_changes_the_fingerprint(change: dict[str, Any]) -> None:
    assert ROOT.fingerprint != replace(ROOT, **change).fingerprint


@pytest.mark.parametrize(
    "change",
    [
        {"validators": ()},
        {"expires": 0},
        {"validators": (bytes(20), bytes(20))},
        {"epoch_length": 0},
        {"consensus": Consensus.NONE},
        {"consensus": Consensus.CLIQUE, "validators": ()},
    ],
)
def test_a_root_of_trust_that_cannot_be_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(TrustRootInvalid):
        replace(ROOT, **change)


@pytest.mark.parametrize("name", list(ROOT.to_object()))
@pytest.mark.parametrize("value", [..., None, True, -1, 1.5, "0x", ["0x00"]], ids=repr)
def test_a_member_of_another_kind_is_refused(name: str, value: Any) -> None:
    written = ROOT.to_object()
    if value is ...:
        del written[name]
    else:
        written[name] = value

    with pytest.raises(TrustRootInvalid):
        TrustRoot.from_json(json.dumps(written))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"chainId":1}', "[" * 100_000, " " * 70_000])
def test_text_that_is_no_root_of_trust_is_refused(text: str) -> None:
    with pytest.raises(TrustRootInvalid):
        TrustRoot.from_json(text)


def test_an_unknown_member_is_refused() -> None:
    with pytest.raises(TrustRootInvalid):
        TrustRoot.from_object({**ROOT.to_object(), "note": ""})
