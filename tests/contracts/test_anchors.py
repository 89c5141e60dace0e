"""An anchor stands for many commitments: its stream has no gap, and a commitment is found under its root."""

from __future__ import annotations

from hashlib import sha256

import pytest

from traceability.ledger.keys import keccak
from traceability.ledger.meta import Kind
from traceability.proof.inclusion import inclusion_path, root_of_path

LEAVES = [keccak(bytes([i])) for i in range(13)]
KINDS = 1 << Kind.OBSERVE | 1 << Kind.TRANSACT


def _root():
    return root_of_path(sha256(b"\0" + LEAVES[0]).digest(), 0, len(LEAVES), inclusion_path(LEAVES, 0))


def test_a_commitment_is_found_under_its_root_only_where_it_is(network, parties):
    functions = network.ledger.functions
    network.send(functions.anchor(1, 0, _root(), len(LEAVES), KINDS), parties.manufacturer)

    for index, leaf in enumerate(LEAVES):
        path = list(inclusion_path(LEAVES, index))
        place = (1, 1, 0, leaf, index, len(LEAVES), path)
        assert functions.isAnchored(*place).call()
        assert not functions.isAnchored(*place[:4], (index + 1) % 13, *place[5:]).call()
        assert not functions.isAnchored(*place[:3], keccak(leaf), *place[4:]).call()
        assert not functions.isAnchored(2, *place[1:]).call()


def test_an_anchor_is_written_with_its_number_count_kinds_and_key(network, parties):
    functions = network.ledger.functions
    receipt = network.send(functions.anchor(1, 0, _root(), 13, KINDS), parties.manufacturer)

    log = network.ledger.events.Anchored().process_log(receipt["logs"][0])
    expected = {
        "organisation": 1, "stream": 1, "number": 0, "root": _root(), "count": 13, "kinds": KINDS, "keyNumber": 1,
    }  # fmt: skip
    assert expected == dict(log["args"])
    assert [1, 0] == [functions.streamCount(1, stream).call() for stream in (1, 0)]


@pytest.mark.parametrize("number", [0, 2])
def test_an_anchor_extends_its_stream_by_one(network, parties, number):
    functions = network.ledger.functions
    network.send(functions.anchor(1, 0, _root(), 13, KINDS), parties.manufacturer)

    refused = network.refusal(functions.anchor(1, number, _root(), 13, KINDS), parties.manufacturer)

    assert ("StreamOutOfOrder", 1, 1, 1, number) == refused


def test_anchors_have_no_other_stream(network, parties):
    call = network.ledger.functions.anchor(0, 0, _root(), 13, KINDS)

    assert ("StreamInvalid", 0) == network.refusal(call, parties.manufacturer)


@pytest.mark.parametrize("kinds", [0, 1, 1 << Kind.STATE, KINDS | 1 << Kind.STATE, 1 << 14])
def test_a_state_or_what_is_no_kind_is_never_anchored(network, parties, kinds):
    call = network.ledger.functions.anchor(1, 0, _root(), 13, kinds)

    assert ("KindsInvalid", kinds) == network.refusal(call, parties.manufacturer)


@pytest.mark.parametrize(("root", "count"), [(bytes(32), 13), (keccak(b""), 0)])
def test_an_anchor_over_nothing_is_refused(network, parties, root, count):
    call = network.ledger.functions.anchor(1, 0, root, count, KINDS)

    assert ("AnchorEmpty", 1, 0) == network.refusal(call, parties.manufacturer)


def test_a_suspended_member_and_a_stranger_anchor_nothing(network, parties):
    call = network.ledger.functions.anchor(1, 0, _root(), 13, KINDS)
    network.send(network.members.functions.suspend(1, ""), network.authority)

    assert ("OrganisationSuspended", 1) == network.refusal(call, parties.manufacturer)
    assert "KeyUnknown" == network.refusal(call, parties.stranger)[0]


def test_nothing_is_anchored_where_there_is_no_anchor(network):
    assert not network.ledger.functions.isAnchored(1, 1, 0, LEAVES[0], 0, 1, []).call()
