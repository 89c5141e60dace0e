"""Every operation of the outbox comes to its contract with its arguments."""

from __future__ import annotations

import hashlib
import secrets
import time

import pytest

from chain.events import (
    AttestationRevoked,
    AttestationSuperseded,
    Attested,
    GrantStatusChanged,
    KeyAdded,
    KeyClosed,
    LienActivated,
    LienReleased,
    LienReserved,
    NodeGranted,
    PartnerSet,
    PolicySet,
    RolesChanged,
    SchemaRegistered,
    SchemeRegistered,
    StandingChanged,
    SuccessorNamed,
)
from chain.gateways import Pledge
from chain.signer import Signer
from store.record.council_payloads import (
    ApproveBySignature,
    ApproveProposal,
    ExecuteProposal,
    Propose,
    WithdrawApproval,
)
from store.record.outbox import AUTHORITY
from store.record.payloads import (
    OPERATIONS,
    ActivateLien,
    AddKey,
    AdmitOrganisation,
    AnchorEvent,
    Attest,
    CloseKey,
    GrantNode,
    GrantPrefix,
    RecordEvent,
    RegisterSchema,
    RegisterScheme,
    ReinstateOrganisation,
    ReinstatePrefix,
    ReleaseLien,
    ReserveLien,
    RevokeAttestation,
    RevokePrefix,
    RotateKey,
    SetPartner,
    SetPolicy,
    SetProfile,
    SetRoles,
    SetSuccessor,
    SupersedeAttestation,
    SuspendOrganisation,
    SuspendPrefix,
)
from store.record.progress import Progress
from submission.calls import administration_call
from traceability.ledger.ids import attestation_id, schema_id
from traceability.ledger.keys import prefix_key, rest_hash, thing_key

BANK = 64


def written(installation, organisation, *payloads):
    """Write operations and return the events that they left, refusing any failure."""
    before = len(installation.events())
    rows = installation.promise(organisation, *payloads)
    installation.worker().run_until_idle()
    failures = [installation.row(row).failure for row in rows]
    assert [None] * len(rows) == failures
    assert {Progress.FINAL} == {installation.row(row).progress for row in rows}
    return installation.events()[before:]


def kinds(events):
    return [type(event) for event in events]


def test_the_authority_administers_members(installation):
    events = written(
        installation,
        AUTHORITY,
        SetProfile(1, '{"name":"New name"}'),
        SetRoles(1, 3),
        SetSuccessor(1, 2),
        SetSuccessor(1, 0),
        SuspendOrganisation(2, "audit"),
        ReinstateOrganisation(2, "audited"),
    )

    assert b'{"name":"New name"}' == events.pop(0).profile
    assert [
        RolesChanged(1, 3),
        SuccessorNamed(1, 2),
        SuccessorNamed(1, 0),
        StandingChanged(2, 2, "audit"),
        StandingChanged(2, 1, "audited"),
    ] == events


def test_an_organisation_keeps_its_keys(installation):
    second = Signer.generate().address
    now = int(time.time())
    events = written(
        installation,
        1,
        AddKey(1, second, 0, now + 10_000),
        CloseKey(second, now + 5_000),
    )

    assert [KeyAdded, KeyClosed] == kinds(events)
    assert (second, now + 5_000) == (events[1].key, events[1].until)


def test_the_authority_administers_schemes_and_prefixes(installation):
    events = written(
        installation,
        AUTHORITY,
        RegisterScheme("plates", "", 2, 20),
        GrantNode("idis", "88.100", 1),
        SuspendPrefix("gs1", "6901234", "dispute"),
        ReinstatePrefix("gs1", "6901234", "settled"),
        RevokePrefix("gs1", "6909999", "expired"),
    )

    assert [SchemeRegistered, NodeGranted, GrantStatusChanged, GrantStatusChanged, GrantStatusChanged] == kinds(events)
    assert ["dispute", "settled", "expired"] == [event.reason for event in events[2:]]


def test_a_node_grants_below_its_prefix(installation):
    written(installation, AUTHORITY, GrantNode("idis", "88.100", 1))

    (event,) = written(installation, 1, GrantPrefix("idis", "88.100.7", 2))

    assert (prefix_key("idis", "88.100.7"), 2, 1) == (event.prefix_key, event.holder, event.by)


def test_a_holder_says_whom_it_admits(installation):
    key = prefix_key("gs1", "6901234")

    events = written(installation, 1, SetPolicy(key, 0, 1 << 1), SetPartner(key, 2, 1 << 1))

    assert [PolicySet(key, 0, 2), PartnerSet(key, 2, 2)] == events


def test_an_attestation_lives_from_issue_to_revocation(installation):
    schema = '{"title":"Report"}'
    sid = schema_id(schema.encode())
    subject = thing_key(prefix_key("gs1", "6901234"), rest_hash("x"))
    first, second = (hashlib.sha256(text).digest() for text in (b"1", b"2"))
    one, two = (attestation_id(sid, subject, 1, commitment) for commitment in (first, second))

    events = written(
        installation,
        1,
        RegisterSchema(schema),
        Attest(sid, subject, first, 0),
        SupersedeAttestation(one, first, sid, subject, second, 0),
        RevokeAttestation(two),
    )

    assert {SchemaRegistered, Attested, AttestationSuperseded, AttestationRevoked} == set(kinds(events))
    assert [one, two] == [event.id for event in events if isinstance(event, Attested)]


def test_a_lien_lives_from_reservation_to_release(installation):
    bank = installation.keystores.create()
    written(installation, AUTHORITY, AdmitOrganisation("{}", BANK, bank.address))
    liens = installation.contracts.liens
    pledge = Pledge(
        thing_key(prefix_key("gs1", "6901234"), rest_hash("x")), 3, secrets.token_bytes(32), int(time.time()) + 3_600
    )
    deadline = int(time.time()) + 3_600
    consent = liens.authorise_pledge(installation.signers[1], pledge, liens.nonce_of(1), deadline)

    (reserved,) = written(
        installation,
        3,
        ReserveLien(
            pledge.asset,
            3,
            pledge.reference,
            pledge.until,
            consent.signer,
            consent.nonce,
            consent.deadline,
            consent.signature,
        ),
    )
    events = written(installation, 3, ActivateLien(reserved.lien), ReleaseLien(reserved.lien))

    assert [LienReserved, LienActivated, LienReleased] == [type(reserved), *kinds(events)]


def test_a_second_lien_on_an_asset_fails_with_the_contracts_own_word(installation):
    bank = installation.keystores.create()
    written(installation, AUTHORITY, AdmitOrganisation("{}", BANK, bank.address))
    liens = installation.contracts.liens
    asset = thing_key(prefix_key("gs1", "6901234"), rest_hash("x"))
    until = int(time.time()) + 3_600

    def reservation(nonce: int) -> ReserveLien:
        pledge = Pledge(asset, 3, secrets.token_bytes(32), until)
        consent = liens.authorise_pledge(installation.signers[1], pledge, nonce, until)
        return ReserveLien(asset, 3, pledge.reference, until, consent.signer, nonce, until, consent.signature)

    first, second = installation.promise(3, reservation(0), reservation(1))
    installation.worker().run_until_idle()

    assert Progress.FINAL == installation.row(first).progress
    assert "AssetEncumbered" == installation.row(second).failure.name


def test_every_operation_is_a_call_or_goes_into_a_batch(installation):
    batched = {RecordEvent, AnchorEvent}
    called = {
        AdmitOrganisation, SuspendOrganisation, ReinstateOrganisation, SetSuccessor, SetRoles, SetProfile, AddKey,
        CloseKey, RotateKey, RegisterScheme, GrantPrefix, GrantNode, SuspendPrefix, ReinstatePrefix, RevokePrefix,
        SetPolicy, SetPartner, RegisterSchema, Attest, RevokeAttestation, SupersedeAttestation, ReserveLien,
        ActivateLien, ReleaseLien, Propose, ApproveProposal, ApproveBySignature, WithdrawApproval,
        ExecuteProposal,
    }  # fmt: skip

    assert set(OPERATIONS) == batched | called
    with pytest.raises(TypeError, match="batch"):
        administration_call(installation.contracts, AnchorEvent(bytes(32), 1))
