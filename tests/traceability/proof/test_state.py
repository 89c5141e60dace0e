"""State is proven from the header down through the directory, or nothing is proven."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from own_network import KEYS, address, chain, sealed

from traceability.commitment import Opening, commit_statement
from traceability.errors import (
    BundleRefused,
    HeaderInvalid,
    InclusionRefused,
    OpeningRefused,
    ProofNodeMissing,
    SealsRefused,
    ValidatorsRefused,
)
from traceability.ledger import records, slots
from traceability.ledger.head import replay
from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key
from traceability.ledger.meta import EVERYONE_DEFAULT, State
from traceability.proof import (
    AnchorClaim,
    Bundle,
    Consensus,
    ConsensusReason,
    ConsensusStatus,
    OrganisationClaim,
    ProvenState,
    QuestionKind,
    ThingClaim,
    TrustRoot,
    key_of,
)
from traceability.proof.inclusion import inclusion_path, tree_root

DIRECTORY = keccak(b"directory")[:20]
ITEM = "https://id.gs1.org/01/06901234567892/21/A1"
PREFIX = prefix_key("gs1", "6901234")
KEY = thing_key(PREFIX, rest_hash("01/0/56789/21/A1"))
LINES = tuple((keccak(b"commitment %d" % number), keccak(b"meta %d" % number)) for number in range(3))
CLAIM = ThingClaim(ITEM, "6901234", 0, bytes(32), LINES)
FOUR = tuple(address(key) for key in KEYS[:4])
PINNED = TrustRoot(1, bytes(32), DIRECTORY, Consensus.QBFT, FOUR, expires=10_000)
UNCHECKED = TrustRoot(1, bytes(32), DIRECTORY, Consensus.NONE)


def word(*parts: tuple[int, int]) -> bytes:
    return b"".join(value.to_bytes(size, "big") for value, size in parts).ljust(32, b"\x00")


def place(contract: str) -> bytes:
    return keccak(contract.encode())[:20]


def bundle_of(state: Any, trust_root: TrustRoot = UNCHECKED, **changes: Any) -> Bundle:
    root, nodes = state.root_and_nodes()
    header = sealed(changes.pop("number", 7), changes.pop("keys", KEYS[:4]), state_root=root, time=5_000)
    made = Bundle(trust_root.network, QuestionKind.THING, ITEM, header.to_rlp(), nodes=tuple(nodes), things=(CLAIM,))
    return replace(made, **changes)


def proven(state: Any, **changes: Any) -> ProvenState:
    return ProvenState(bundle_of(state, **changes), UNCHECKED)


def test_the_directory_leads_to_every_contract(state: Any) -> None:
    checked = proven(state)

    assert {name: place(name) for name in slots.DIRECTORY_NAMES} == {
        name: checked.contract(name) for name in slots.DIRECTORY_NAMES
    }
    assert checked.entry("ledger") == records.DirectoryEntry(place("ledger"), 0, 1)
    assert checked.contract("weather") is None
    assert (7, 5_000) == (checked.number, checked.time)


def test_every_record_is_read_from_its_slot(state: Any) -> None:
    one, two = keccak(b"1"), keccak(b"2")
    for contract, slot, value in (
        ("members", slots.organisation_record(7), word((1, 1), (1, 4), (0, 4), (1, 2), (9, 8))),
        ("members", slots.member_key(FOUR[0]), word((7, 4), (1, 2), (9, 8), (0, 8))),
        ("prefixes", slots.grant(PREFIX), word((1, 1), (7, 4), (EVERYONE_DEFAULT, 4), (4, 4), (9, 8))),
        ("prefixes", slots.partner(PREFIX, 8), (4).to_bytes(32, "big")),
        ("prefixes", slots.node(PREFIX), word((1, 1), (5, 4))),
        ("ledger", slots.state(KEY), word((3, 1), (7, 4), (9, 8))),
        ("ledger", slots.stream(7, 1), (2).to_bytes(32, "big")),
        ("ledger", slots.anchor(7, 1, 2), one),
        ("attestations", slots.schema(one), word((7, 4), (9, 8))),
        ("attestations", slots.attestation(one), word((3, 1), (7, 4), (1, 2), (9, 8), (0, 8))),
        ("attestations", slots.attestation_successor(one), two),
        ("liens", slots.lien(one), word((2, 1), (1, 1), (7, 4), (9, 4), (0, 8), (9, 8))),
        ("liens", slots.lien_asset(one), KEY),
        ("liens", slots.lien_quantity(one), word((2_000_000, 16))[:16] + b"H87".ljust(16, b"\x00")),
        ("liens", slots.encumbrance(KEY), one),
    ):
        state.set(place(contract), slot, value)
    checked = proven(state)

    assert checked.organisation(7) == records.OrganisationRecord(records.OrganisationStatus.ACTIVE, 1, 0, 1, 9)  # type: ignore[arg-type]  # a mask is a number
    assert checked.member_key(FOUR[0]) == records.MemberKey(7, 1, 9, 0)
    assert checked.grant(PREFIX) == records.Grant(records.GrantStatus.GRANTED, 7, EVERYONE_DEFAULT, 4, 9)
    assert checked.rights(PREFIX, 8) == EVERYONE_DEFAULT | 4
    assert checked.rights(PREFIX, 9) == EVERYONE_DEFAULT
    assert checked.node(PREFIX) == records.NodeRecord(records.GrantStatus.GRANTED, 5)
    assert checked.state(KEY) == records.StateRecord(State.RECALLED, 7, 9)
    assert checked.stream_count(7, 1) == 2
    assert checked.anchor(7, 1, 2) == one
    assert checked.schema(one) == records.SchemaRecord(7, 9)
    assert checked.attestation(one) == records.AttestationRecord(records.AttestationStatus.SUPERSEDED, 7, 1, 9, 0)
    assert checked.attestation_successor(one) == two
    assert checked.lien(one) == records.LienRecord(records.LienState.ACTIVE, records.AssetKind.THING, 7, 9, 0, 9)
    assert checked.lien_asset(one) == KEY
    assert checked.lien_quantity(one) == records.LienQuantity(Decimal(2), "H87")
    assert checked.lien_on(KEY) == one


def test_absence_is_proven_as_such(state: Any) -> None:
    checked = proven(state)
    other = keccak(b"other")

    assert checked.organisation(1) is None
    assert checked.member_key(FOUR[0]) is None
    assert checked.grant(other) is None
    assert checked.rights(other, 1) == 0
    assert checked.node(other) is None
    assert checked.head(other) == bytes(32)
    assert checked.state(other) == records.StateRecord(State.UNCHANGED, 0, 0)
    assert checked.stream_count(1, 1) == 0
    assert checked.anchor(1, 1, 1) is None
    assert checked.schema(other) is None
    assert checked.attestation(other) is None
    assert checked.attestation_successor(other) is None
    assert checked.lien(other) is None
    assert checked.lien_quantity(other) is None
    assert checked.lien_on(other) is None


def test_without_nodes_neither_presence_nor_absence_is_proven(state: Any) -> None:
    checked = ProvenState(replace(bundle_of(state), nodes=()), UNCHECKED)

    with pytest.raises(ProofNodeMissing):
        checked.state(KEY)


def test_a_word_that_no_contract_writes_is_refused(state: Any) -> None:
    state.set(place("ledger"), slots.state(KEY), b"\x63" + bytes(31))

    with pytest.raises(BundleRefused):
        proven(state).state(KEY)


def test_a_contract_that_the_directory_does_not_know_answers_nothing(state: Any) -> None:
    del state.storage[DIRECTORY][slots.directory_entry("liens")]

    with pytest.raises(BundleRefused):
        proven(state).lien_on(KEY)


def test_an_address_without_contract_answers_nothing(state: Any) -> None:
    del state.storage[place("liens")]

    with pytest.raises(BundleRefused):
        proven(state).lien_on(KEY)


def test_all_lines_of_a_thing_give_its_head(state: Any) -> None:
    state.set(place("ledger"), slots.head(KEY), replay(LINES))
    checked = proven(state)
    newest = replace(CLAIM, start=2, before=replay(LINES[:2]), lines=LINES[2:])

    assert KEY == key_of(CLAIM) == checked.verify_history(CLAIM) == checked.verify_history(newest)


@pytest.mark.parametrize(
    "change",
    [
        {"lines": LINES[:2]},
        {"lines": LINES[1:]},
        {"lines": LINES[::-1]},
        {"lines": ()},
        {"lines": (*LINES, LINES[0])},
        {"lines": LINES[1:], "start": 1},
        {"lines": LINES[1:], "before": replay(LINES[:1])},
        {"lines": LINES[2:], "start": 1, "before": replay(LINES[:2])},
        {"before": b"\x00\x00\x00\x00" + b"\x01" * 28},
        {"id": "https://id.gs1.org/01/06901234567892/21/A2"},
        {"prefix": "690123"},
        {"prefix": "6901235"},
        {"prefix": "690"},
        {"id": "https://example.com/01/06901234567892/21/A1"},
        {"id": "nothing"},
    ],
    ids=str,
)
def test_a_history_with_anything_else_is_refused(state: Any, change: dict[str, Any]) -> None:
    state.set(place("ledger"), slots.head(KEY), replay(LINES))

    with pytest.raises(BundleRefused):
        proven(state).verify_history(replace(CLAIM, **change))


def test_a_profile_is_the_registered_one_or_refused(state: Any) -> None:
    state.set(place("members"), slots.organisation_profile(7), keccak(b'{"name":"Haier"}'))
    state.set(place("members"), slots.organisation_profile(8), keccak(b"{}"))
    claims = (OrganisationClaim(7, '{"name":"Haier"}'), OrganisationClaim(8, '{"name":"Haier"}'))
    checked = proven(state, organisations=claims)

    assert checked.profile(7) == '{"name":"Haier"}'
    assert checked.profile(9) is None
    with pytest.raises(BundleRefused):
        checked.profile(8)


def test_an_event_is_opened_once_and_only_if_it_is_the_commitments(state: Any) -> None:
    made = commit_statement({"a": "b"}, schema="s", organisation=7, secret=bytes(32), thing_of=lambda text: None)
    checked = proven(state, events={made.root: made.opening_of_all(), bytes(32): made.opening([])})
    opened = checked.opened(made.root)

    assert opened is not None
    assert opened.values["/a"] == "b"
    assert checked.opened(made.root) is opened
    assert checked.opened(keccak(b"another")) is None
    with pytest.raises(OpeningRefused):
        checked.opened(bytes(32))


def test_an_event_is_in_its_anchored_batch_or_refused(state: Any) -> None:
    batch = [keccak(b"event %d" % number) for number in range(5)]
    state.set(place("ledger"), slots.anchor(7, 1, 2), tree_root(batch))
    claim = AnchorClaim(7, 1, 2, 5, 3, inclusion_path(batch, 3), batch[3])
    checked = proven(state)

    checked.verify_anchor(claim)
    with pytest.raises(InclusionRefused):
        checked.verify_anchor(replace(claim, index=2))
    with pytest.raises(BundleRefused):
        checked.verify_anchor(replace(claim, number=3))


@pytest.mark.parametrize(
    "change",
    [{"chain_id": 2}, {"genesis": b"\x01" * 32}, {"directory": bytes(20)}, {"consensus": Consensus.CLIQUE}],
    ids=str,
)
def test_a_bundle_of_another_network_is_refused(state: Any, change: dict[str, Any]) -> None:
    with pytest.raises(BundleRefused):
        ProvenState(bundle_of(state), replace(UNCHECKED, **change))


@pytest.mark.parametrize(
    ("consensus", "reason"),
    [(Consensus.NONE, ConsensusReason.DEVELOPMENT_CHAIN), (Consensus.CLIQUE, ConsensusReason.CLIQUE_DEPTH)],
)
def test_without_a_quorum_consensus_is_not_checked(state: Any, consensus: Consensus, reason: ConsensusReason) -> None:
    trust_root = replace(UNCHECKED, consensus=consensus)
    checked = ProvenState(bundle_of(state, trust_root), trust_root)

    assert (ConsensusStatus.NOT_CHECKED, reason) == (checked.consensus.status, checked.consensus.reason)
    assert keccak(checked.bundle.header) == checked.block_hash


def test_a_quorum_of_the_pinned_validators_proves_consensus(state: Any) -> None:
    checked = ProvenState(bundle_of(state, PINNED), PINNED)

    assert (ConsensusStatus.PROVEN, ConsensusReason.QUORUM_SEALED) == (
        checked.consensus.status,
        checked.consensus.reason,
    )
    assert checked.block_hash == checked.header.hash(Consensus.QBFT)


@pytest.mark.parametrize(("expires", "now"), [(4_999, None), (10_000, 10_001)])
def test_expired_pins_prove_nothing(state: Any, expires: int, now: int | None) -> None:
    trust_root = replace(PINNED, expires=expires)
    checked = ProvenState(bundle_of(state, trust_root), trust_root, now)

    assert checked.consensus.status is ConsensusStatus.NOT_CHECKED
    assert checked.consensus.reason is ConsensusReason.TRUST_ROOT_EXPIRED


def test_a_header_sealed_by_too_few_is_refused(state: Any) -> None:
    bundle = bundle_of(state, PINNED)
    few = sealed(7, KEYS[:4], signers=KEYS[:2])

    with pytest.raises(SealsRefused):
        ProvenState(replace(bundle, header=few.to_rlp()), PINNED)


@pytest.mark.parametrize("header", [b"\xc0", b"", b"\xff"])
def test_a_header_that_is_none_is_refused(state: Any, header: bytes) -> None:
    with pytest.raises(HeaderInvalid):
        ProvenState(replace(bundle_of(state, PINNED), header=header), PINNED)


def encoded(run: list[Any]) -> tuple[bytes, ...]:
    return tuple(header.to_rlp() for header in run)


JOIN = [(0, KEYS[4], True), (1, KEYS[4], True), (2, KEYS[4], True)]


def test_votes_lead_from_the_pinned_validators_to_those_in_force(state: Any) -> None:
    joining = encoded(chain(*JOIN))
    leaving = [sealed(10, KEYS[:5], vote=(0, KEYS[3], False))]
    for voter in (1, 2):
        leaving.append(sealed(10 + voter, KEYS[:5], leaving[-1], (voter, KEYS[3], False)))
    in_force = [*KEYS[:3], KEYS[4]]
    bundle = bundle_of(state, PINNED, number=20, keys=in_force, changes=(joining, encoded(leaving)))

    assert ProvenState(bundle, PINNED).consensus.status is ConsensusStatus.PROVEN
    for changes in ((), (joining,), (encoded(leaving),), (encoded(leaving), joining)):
        with pytest.raises(ValidatorsRefused):
            ProvenState(replace(bundle, changes=changes), PINNED)


@pytest.mark.parametrize("number", [3, 2])
def test_a_run_past_the_block_that_it_leads_to_is_refused(state: Any, number: int) -> None:
    bundle = bundle_of(state, PINNED, number=number, keys=KEYS[:5], changes=(encoded(chain(*JOIN)),))

    with pytest.raises(ValidatorsRefused):
        ProvenState(bundle, PINNED)


def test_a_run_of_no_headers_is_refused(state: Any) -> None:
    with pytest.raises(HeaderInvalid):
        ProvenState(bundle_of(state, PINNED, changes=((),)), PINNED)


def test_an_opening_that_is_not_read_harms_nothing(state: Any) -> None:
    checked = proven(state, events={bytes(32): Opening(3, ((0, b""),), ())})

    assert checked.state(KEY).state is State.UNCHANGED


def test_nodes_may_come_in_any_order(state: Any, trie_builder: Callable[..., bytes]) -> None:
    bundle = bundle_of(state)

    assert ProvenState(replace(bundle, nodes=bundle.nodes[::-1]), UNCHECKED).contract("ledger") == place("ledger")
