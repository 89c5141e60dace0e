"""A signed write is the member's own: done once, here, now, and by nobody's change of a byte."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from traceability.ledger.head import lines_of
from traceability.ledger.keys import keccak, prefix_key
from traceability.ledger.meta import Kind

REST = "01/0/00001/21/A1"
SCHEMA = b'{"name":"inspection"}'
STATEMENT = [("bytes32", "schemaId"), ("bytes32", "subject"), ("bytes32", "commitment"), ("uint64", "expires")]
PLEDGE = [("bytes32", "asset"), ("uint32", "pledgee"), ("bytes32", "loanReference"), ("uint64", "until")]
REVIEW = [("string", "scheme"), ("string", "prefix"), ("string", "reason")]


@dataclass(frozen=True)
class Twin:
    """A `…BySig` function, what is signed, and who signs."""

    contract: str
    function: str
    primary: str
    fields: list[tuple[str, str]]
    values: tuple[Any, ...]
    by: str
    structs: dict[str, list[tuple[str, str]]] | None = None


def _statement(text):
    return {"schemaId": keccak(SCHEMA), "subject": keccak(b"s"), "commitment": keccak(text), "expires": 0}


FRESH = "0x00000000000000000000000000000000000F4e54"
TWINS = [
    Twin("members", "addKeyBySig", "AddKey",
         [("uint32", "organisation"), ("address", "key"), ("uint64", "from"), ("uint64", "until")],
         (1, FRESH, 0, 0), "manufacturer"),
    Twin("members", "closeKeyBySig", "CloseKey", [("address", "key"), ("uint64", "until")],
         ("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", 2**40), "manufacturer"),
    Twin("members", "rotateKeyBySig", "RotateKey", [("address", "newKey")], (FRESH,), "manufacturer"),
    Twin("prefixes", "grantBySig", "Grant", [("string", "scheme"), ("string", "prefix"), ("uint32", "holder")],
         ("idis", "88.118.9", 2), "node"),
    Twin("prefixes", "grantNodeBySig", "GrantNode",
         [("string", "scheme"), ("string", "prefix"), ("uint32", "organisation")], ("idis", "88.118.9", 2), "node"),
    Twin("prefixes", "suspendBySig", "Suspend", REVIEW, ("idis", "88.118.8", "why"), "node"),
    Twin("prefixes", "reinstateBySig", "Reinstate", REVIEW, ("idis", "88.118.7", "why"), "node"),
    Twin("prefixes", "revokeBySig", "Revoke", REVIEW, ("idis", "88.118.8", "why"), "node"),
    Twin("prefixes", "setPolicyBySig", "SetPolicy",
         [("bytes32", "prefixKey"), ("uint32", "everyone"), ("uint32", "anchorsForbidden")],
         (prefix_key("gs1", "6901234"), 0, 2), "manufacturer"),
    Twin("prefixes", "setPartnerBySig", "SetPartner",
         [("bytes32", "prefixKey"), ("uint32", "organisation"), ("uint32", "mask")],
         (prefix_key("gs1", "6901234"), 2, 3), "manufacturer"),
    Twin("attestations", "registerSchemaBySig", "RegisterSchema", [("bytes", "schema")], (b"{}",), "inspector"),
    Twin("attestations", "attestBySig", "Attest", [("Statement", "statement")], (_statement(b"new"),), "inspector",
         {"Statement": STATEMENT}),
    Twin("attestations", "attestManyBySig", "AttestMany", [("Statement[]", "statements")],
         ([_statement(b"one"), _statement(b"two")],), "inspector", {"Statement": STATEMENT}),
    Twin("attestations", "revokeBySig", "Revoke", [("bytes32", "id")], (keccak(
        keccak(SCHEMA) + keccak(b"s") + (4).to_bytes(32, "big") + keccak(b"old")),), "inspector"),
    Twin("attestations", "supersedeBySig", "Supersede",
         [("bytes32", "id"), ("bytes32", "replaced"), ("Statement", "statement")],
         (keccak(keccak(SCHEMA) + keccak(b"s") + (4).to_bytes(32, "big") + keccak(b"old")), keccak(b"old"),
          _statement(b"new")), "inspector", {"Statement": STATEMENT}),
]  # fmt: skip
twins = pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.function)


@pytest.fixture
def ready(network, parties):
    """Bring the network to where each of the twins is allowed."""
    prefixes, attestations = network.prefixes.functions, network.attestations.functions
    for call in (
        prefixes.grantNode("idis", "88.118", parties.node.organisation),
        prefixes.grant("idis", "88.118.8", 2),
        prefixes.grant("idis", "88.118.7", 2),
        prefixes.suspend("idis", "88.118.7", "review"),
    ):
        network.send(call, network.authority)
    network.send(attestations.registerSchema(SCHEMA), parties.inspector)
    network.send(attestations.attest(*_statement(b"old").values()), parties.inspector)
    return network


def _call(network, parties, twin, *, values=None, **more):
    contract, signer = getattr(network, twin.contract), getattr(parties, twin.by)
    authorisation = network.authorisation(
        contract, twin.primary, twin.fields, twin.values, signer, structs=twin.structs, **more
    )
    return contract.functions[twin.function](*(twin.values if values is None else values), authorisation)


@twins
def test_a_stranger_sends_what_a_member_signed(ready, parties, twin):
    ready.send(_call(ready, parties, twin), parties.stranger)

    signer = getattr(parties, twin.by)
    assert 1 == getattr(ready, twin.contract).functions.nonceOf(signer.organisation).call()


@twins
def test_a_signature_serves_once(ready, parties, twin):
    call = _call(ready, parties, twin)
    ready.send(call, parties.stranger)

    refused = ready.refusal(call, parties.stranger)

    number = getattr(parties, twin.by).organisation
    # A key that replaced itself is over in the next block, which is found before the nonce.
    assert ("NonceOutOfOrder", number, 1, 0) == refused or refused[0] == "KeyExpired"


@twins
def test_a_signature_for_a_nonce_ahead_is_refused(ready, parties, twin):
    refused = ready.refusal(_call(ready, parties, twin, nonce=1), parties.stranger)

    assert ("NonceOutOfOrder", getattr(parties, twin.by).organisation, 0, 1) == refused


@twins
def test_a_signature_past_its_deadline_is_refused(ready, parties, twin):
    refused = ready.refusal(_call(ready, parties, twin, deadline=ready.now() - 1), parties.stranger)

    assert ("SignatureExpired", ready.now() - 1) == refused[:2]


@twins
@pytest.mark.parametrize(
    "domain",
    [{"chainId": 1}, {"verifyingContract": "0x" + "11" * 20}, {"name": "Suyuan"}, {"version": "2"}],
    ids=["another chain", "another contract", "another name", "another version"],
)
def test_a_signature_for_elsewhere_is_refused(ready, parties, twin, domain):
    refused = ready.refusal(_call(ready, parties, twin, **domain), parties.stranger)

    assert ("SignatureInvalid", getattr(parties, twin.by).account.address.lower()) == refused


@twins
def test_a_changed_value_is_refused(ready, parties, twin):
    refused = ready.refusal(_call(ready, parties, twin, values=_changed(twin.values)), parties.stranger)

    assert ("SignatureInvalid", getattr(parties, twin.by).account.address.lower()) == refused


@twins
def test_a_suspended_member_signs_in_vain(ready, parties, twin):
    number = getattr(parties, twin.by).organisation
    ready.send(ready.members.functions.suspend(number, ""), ready.authority)

    assert ("OrganisationSuspended", number) == ready.refusal(_call(ready, parties, twin), parties.stranger)


@twins
def test_a_stranger_signs_in_vain(ready, parties, twin):
    refused = ready.refusal(_call(ready, parties, replace(twin, by="stranger")), parties.stranger)

    assert ("KeyUnknown", parties.stranger.account.address.lower()) == refused


def _changed(values):
    last = values[-1]
    if isinstance(last, int):
        changed = last + 1
    elif isinstance(last, bytes):
        changed = bytes([last[0] ^ 1]) + last[1:]
    elif isinstance(last, str):
        changed = "0x" + "22" * 20 if last.startswith("0x") else last + "x"
    elif isinstance(last, list):
        changed = last[:1]
    else:
        changed = {**last, "expires": 2**40}
    return (*values[:-1], changed)


# Batches and anchors: their number in the stream is the nonce

RECORD = [
    ("uint32", "stream"), ("uint64", "nonce"), ("bytes32[]", "prefixes"), ("bytes32[]", "commitments"),
    ("bytes", "heads"), ("bytes32[]", "rests"), ("bytes", "prefixOf"), ("uint256", "deadline"),
]  # fmt: skip
ANCHOR = [
    ("uint32", "stream"), ("uint64", "nonce"), ("bytes32", "root"), ("uint32", "events"), ("uint32", "kinds"),
    ("uint256", "deadline"),
]  # fmt: skip
FAR = 2**40


def _signed_batch(network, batch, by, deadline=FAR, **domain):
    message = dict(zip([name for _, name in RECORD], (*batch, deadline), strict=True))
    signature = network.signed(network.ledger, "RecordBatch", {"RecordBatch": RECORD}, message, by, **domain)
    return network.ledger.functions.recordBySig(batch, by.account.address, deadline, signature)


def _signed_anchor(network, anchor, by, deadline=FAR, **domain):
    message = dict(zip([name for _, name in ANCHOR], (*anchor, deadline), strict=True))
    signature = network.signed(network.ledger, "Anchor", {"Anchor": ANCHOR}, message, by, **domain)
    return network.ledger.functions.anchorBySig(*anchor, by.account.address, deadline, signature)


def test_a_stranger_sends_a_batch_that_a_member_signed(network, parties, writing):
    batch = writing.batch_of([writing.event(Kind.CREATE, REST, REST + "2"), writing.event(Kind.OBSERVE, REST)])

    network.send(_signed_batch(network, batch, parties.manufacturer), parties.stranger)

    assert 2 == lines_of(network.ledger.functions.head(writing.key(REST)).call())


def test_a_signed_batch_serves_once(network, parties, writing):
    call = _signed_batch(network, writing.batch_of([writing.event(Kind.CREATE, REST)]), parties.manufacturer)
    network.send(call, parties.stranger)

    assert ("StreamOutOfOrder", 1, 0, 1, 0) == network.refusal(call, parties.stranger)


@pytest.mark.parametrize("domain", [{"chainId": 1}, {"verifyingContract": "0x" + "11" * 20}], ids=["chain", "contract"])
def test_a_signed_batch_or_anchor_for_elsewhere_is_refused(network, parties, writing, domain):
    batch = writing.batch_of([writing.event(Kind.CREATE, REST)])
    expected = ("SignatureInvalid", parties.manufacturer.account.address.lower())

    for call in (
        _signed_batch(network, batch, parties.manufacturer, **domain),
        _signed_anchor(network, (1, 0, keccak(b"root"), 9, 2), parties.manufacturer, **domain),
    ):
        assert expected == network.refusal(call, parties.stranger)


@pytest.mark.parametrize("place", range(7))
def test_a_signed_batch_with_a_changed_part_is_refused(network, parties, writing, place):
    batch = writing.batch_of([writing.event(Kind.CREATE, REST)])
    *_, signer, deadline, signature = _signed_batch(network, batch, parties.manufacturer).arguments
    part = batch[place]
    changed = part + 1 if isinstance(part, int) else [keccak(b"x")] if isinstance(part, list) else part[:-1] + b"\7"
    other = (*batch[:place], changed, *batch[place + 1 :])

    refused = network.refusal(
        network.ledger.functions.recordBySig(other, signer, deadline, signature), parties.stranger
    )

    assert ("SignatureInvalid", signer.lower()) == refused


def test_a_signed_batch_or_anchor_past_its_deadline_is_refused(network, parties, writing):
    late = network.now() - 1
    batch = writing.batch_of([writing.event(Kind.CREATE, REST)])

    for call in (
        _signed_batch(network, batch, parties.manufacturer, late),
        _signed_anchor(network, (1, 0, keccak(b"root"), 9, 2), parties.manufacturer, late),
    ):
        assert ("SignatureExpired", late) == network.refusal(call, parties.stranger)[:2]


def test_a_signed_batch_of_an_expired_key_is_refused(network, parties, writing):
    call = _signed_batch(network, writing.batch_of([writing.event(Kind.CREATE, REST)]), parties.manufacturer)
    network.send(network.members.functions.closeKey(parties.manufacturer.account.address, 0), parties.manufacturer)
    network.pass_time(10)

    assert "KeyExpired" == network.refusal(call, parties.stranger)[0]


def test_a_stranger_sends_an_anchor_that_a_member_signed_once(network, parties):
    call = _signed_anchor(network, (1, 0, keccak(b"root"), 9, 2), parties.manufacturer)
    network.send(call, parties.stranger)

    assert keccak(b"root") == network.ledger.functions.anchorRoot(1, 1, 0).call()
    assert ("StreamOutOfOrder", 1, 1, 1, 0) == network.refusal(call, parties.stranger)


# Liens: two sign, anybody sends


def test_a_stranger_sends_a_lien_that_both_signed(network, parties):
    values = (keccak(b"asset"), parties.bank.organisation, keccak(b"loan"), network.now() + 3600)
    consent = network.authorisation(network.liens, "Pledge", PLEDGE, values, parties.manufacturer)
    taking = network.authorisation(network.liens, "Reserve", PLEDGE, values, parties.bank)
    functions = network.liens.functions

    network.send(functions.reserveBySig(*values, consent, taking), parties.stranger)
    lien = functions.lienOn(values[0]).call()
    for name in ("Activate", "Release"):
        signed = network.authorisation(network.liens, name, [("bytes32", "lien")], (lien,), parties.bank)
        network.send(functions[f"{name.lower()}BySig"](lien, signed), parties.stranger)
        assert (
            "NonceOutOfOrder" == network.refusal(functions[f"{name.lower()}BySig"](lien, signed), parties.stranger)[0]
        )

    assert 3 == functions.lienOf(lien).call()[0]


def test_a_pledgors_consent_is_no_bank_signature(network, parties):
    """Both sign the same fields, under different names, so that neither signature stands in for the other."""
    values = (keccak(b"asset"), parties.bank.organisation, keccak(b"loan"), network.now() + 3600)
    consent = network.authorisation(network.liens, "Pledge", PLEDGE, values, parties.manufacturer)
    taking = network.authorisation(network.liens, "Pledge", PLEDGE, values, parties.bank)

    refused = network.refusal(network.liens.functions.reserveBySig(*values, consent, taking), parties.stranger)

    assert ("SignatureInvalid", parties.bank.account.address.lower()) == refused


def test_the_other_form_of_a_signature_is_refused(network, parties):
    """For each signature (r, s) there is (r, n - s): accepted, it would give one consent two sets of bytes."""
    order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
    signer, nonce, deadline, signature = network.authorisation(
        network.members, "RotateKey", [("address", "newKey")], (FRESH,), parties.manufacturer
    )
    twin = signature[:32] + (order - int.from_bytes(signature[32:64], "big")).to_bytes(32, "big")
    twin += bytes([55 - signature[64]])

    call = network.members.functions.rotateKeyBySig(FRESH, (signer, nonce, deadline, twin))

    assert ("SignatureInvalid", signer.lower()) == network.refusal(call, parties.stranger)


@pytest.mark.parametrize("name", ["members", "prefixes", "ledger", "attestations", "liens"])
def test_each_contract_says_its_domain(network, name):
    fields, label, version, chain, contract, _, _ = getattr(network, name).functions.eip712Domain().call()

    assert (b"\x0f", f"Suyuan {name.capitalize()}", "1") == (fields, label, version)
    assert (network.w3.eth.chain_id, getattr(network, name).address) == (chain, contract)
