"""Payloads of the outbox as calls to contracts: one match, no default."""

from __future__ import annotations

from collections.abc import Sequence

from chain.connection import Call
from chain.gateways import (
    Authorisation,
    Contracts,
    CouncilGateway,
    Pledge,
    ProposalContent,
    RecordedEvent,
    Statement,
    batch_of,
)
from store.record.council_payloads import (
    ApproveBySignature,
    ApproveProposal,
    ExecuteProposal,
    Propose,
    WithdrawApproval,
)
from store.record.payloads import (
    ActivateLien,
    AddKey,
    AdmitOrganisation,
    AnchorEvent,
    Attest,
    CloseKey,
    GrantNode,
    GrantPrefix,
    Payload,
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
from traceability.commitment.tree import tree_root
from traceability.ledger.slots import ANCHORED_STREAM, HEADED_STREAM


def record_call(contracts: Contracts, events: Sequence[RecordEvent], number: int) -> Call:
    """Return the call that writes events of the headed lane as the stream's batch `number`."""
    recorded = [
        RecordedEvent(
            event.commitment,
            event.kind,
            event.flags,
            event.state,
            tuple([(line.prefix_key, line.rest_hash) for line in event.lines]),
        )
        for event in events
    ]
    return contracts.ledger.record(batch_of(recorded, HEADED_STREAM), number)


def anchor_call(contracts: Contracts, events: Sequence[AnchorEvent], number: int) -> Call:
    """Return the call that writes the root over events of the anchored lane as the stream's anchor `number`."""
    return contracts.ledger.anchor(ANCHORED_STREAM, number, anchor_root(events), len(events), kinds_of(events))


def anchor_root(events: Sequence[AnchorEvent]) -> bytes:
    """Return the root over the commitments of events, in their order (formats §5)."""
    return tree_root([event.commitment for event in events])


def kinds_of(events: Sequence[AnchorEvent]) -> int:
    """Return the mask of the kinds among some events (formats §2)."""
    kinds = 0
    for event in events:
        kinds |= 1 << event.kind
    return kinds


def administration_call(contracts: Contracts, payload: Payload) -> Call:
    """Return the call of an operation that is a transaction of its own.

    Raises:
        TypeError: the payload is an event, which goes into a batch.
    """
    members, prefixes = contracts.members, contracts.prefixes
    attestations, liens = contracts.attestations, contracts.liens
    match payload:
        case AdmitOrganisation(profile, roles, key):
            return members.admit(profile.encode(), roles, key)
        case SuspendOrganisation(organisation, reason):
            return members.suspend(organisation, reason)
        case ReinstateOrganisation(organisation, reason):
            return members.reinstate(organisation, reason)
        case SetSuccessor(organisation, successor):
            return members.set_successor(organisation, successor)
        case SetRoles(organisation, roles):
            return members.set_roles(organisation, roles)
        case SetProfile(organisation, profile):
            return members.set_profile(organisation, profile.encode())
        case AddKey(organisation, key, valid_from, valid_until):
            return members.add_key(organisation, key, valid_from, valid_until)
        case CloseKey(key, valid_until):
            return members.close_key(key, valid_until)
        case RotateKey(new_key):
            return members.rotate_key(new_key)
        case RegisterScheme(scheme, separator, shortest, longest):
            return prefixes.register_scheme(scheme, separator, shortest, longest)
        case GrantPrefix(scheme, prefix, holder):
            return prefixes.grant(scheme, prefix, holder)
        case GrantNode(scheme, prefix, organisation):
            return prefixes.grant_node(scheme, prefix, organisation)
        case SuspendPrefix(scheme, prefix, reason):
            return prefixes.suspend(scheme, prefix, reason)
        case ReinstatePrefix(scheme, prefix, reason):
            return prefixes.reinstate(scheme, prefix, reason)
        case RevokePrefix(scheme, prefix, reason):
            return prefixes.revoke(scheme, prefix, reason)
        case SetPolicy(prefix_key, everyone, anchors_forbidden):
            return prefixes.set_policy(prefix_key, everyone, anchors_forbidden)
        case SetPartner(prefix_key, organisation, mask):
            return prefixes.set_partner(prefix_key, organisation, mask)
        case RegisterSchema(schema):
            return attestations.register_schema(schema.encode())
        case Attest(schema_id, subject, commitment, expires):
            return attestations.attest(Statement(schema_id, subject, commitment, expires))
        case RevokeAttestation(attestation_id):
            return attestations.revoke(attestation_id)
        case SupersedeAttestation(attestation_id, replaced, schema_id, subject, commitment, expires):
            return attestations.supersede(attestation_id, replaced, Statement(schema_id, subject, commitment, expires))
        case ReserveLien(asset, pledgee, reference, until, pledgor, nonce, deadline, pledgor_signature):
            authorisation = Authorisation(pledgor, nonce, deadline, pledgor_signature)
            return liens.reserve(Pledge(asset, pledgee, reference, until), authorisation)
        case ActivateLien(lien_id):
            return liens.activate(lien_id)
        case ReleaseLien(lien_id):
            return liens.release(lien_id)
        case Propose(council, targets, calls, reason):
            return _council(contracts, council).propose(ProposalContent(targets, calls, reason))
        case ApproveProposal(council, proposal, content):
            return _council(contracts, council).approve(proposal, content)
        case ApproveBySignature(council, proposal, content, signer, nonce, deadline, signature):
            authorisation = Authorisation(signer, nonce, deadline, signature)
            return _council(contracts, council).approve_by_signature(proposal, content, authorisation)
        case WithdrawApproval(council, proposal):
            return _council(contracts, council).withdraw(proposal)
        case ExecuteProposal(council, proposal, targets, calls, reason):
            return _council(contracts, council).execute(proposal, ProposalContent(targets, calls, reason))
        case RecordEvent() | AnchorEvent():
            raise TypeError(f"{type(payload).__name__} goes into a batch")


def _council(contracts: Contracts, address: bytes) -> CouncilGateway:
    return CouncilGateway(contracts.directory.connection, address)
