"""What an outbox row asks of the chain: one frozen dataclass per operation, kept as JSON."""

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from store.record.council_payloads import (
    ApproveBySignature,
    ApproveProposal,
    ExecuteProposal,
    Propose,
    WithdrawApproval,
)


class Operation(StrEnum):
    """What a row asks the chain to do; one payload dataclass each (see `PAYLOADS`)."""

    RECORD = "record"
    ANCHOR = "anchor"
    ADMIT_ORGANISATION = "admit-organisation"
    SUSPEND_ORGANISATION = "suspend-organisation"
    REINSTATE_ORGANISATION = "reinstate-organisation"
    SET_SUCCESSOR = "set-successor"
    SET_ROLES = "set-roles"
    SET_PROFILE = "set-profile"
    ADD_KEY = "add-key"
    CLOSE_KEY = "close-key"
    ROTATE_KEY = "rotate-key"
    REGISTER_SCHEME = "register-scheme"
    GRANT_PREFIX = "grant-prefix"
    GRANT_NODE = "grant-node"
    SUSPEND_PREFIX = "suspend-prefix"
    REINSTATE_PREFIX = "reinstate-prefix"
    REVOKE_PREFIX = "revoke-prefix"
    SET_POLICY = "set-policy"
    SET_PARTNER = "set-partner"
    REGISTER_SCHEMA = "register-schema"
    ATTEST = "attest"
    REVOKE_ATTESTATION = "revoke-attestation"
    SUPERSEDE_ATTESTATION = "supersede-attestation"
    RESERVE_LIEN = "reserve-lien"
    ACTIVATE_LIEN = "activate-lien"
    RELEASE_LIEN = "release-lien"
    PROPOSE = "propose"
    APPROVE_PROPOSAL = "approve-proposal"
    APPROVE_BY_SIGNATURE = "approve-by-signature"
    WITHDRAW_APPROVAL = "withdraw-approval"
    EXECUTE_PROPOSAL = "execute-proposal"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of an event: the two halves of its key."""

    prefix_key: bytes
    rest_hash: bytes


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """RECORD: one event with the things it names, on the headed stream."""

    commitment: bytes
    kind: int
    flags: int
    state: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AnchorEvent:
    """ANCHOR: one event on the anchored stream."""

    commitment: bytes
    kind: int


@dataclass(frozen=True, slots=True)
class AdmitOrganisation:
    """ADMIT_ORGANISATION: profile (RFC 8785 JSON), roles, and the address of the first key."""

    profile: str
    roles: int
    key: bytes


@dataclass(frozen=True, slots=True)
class SuspendOrganisation:
    """SUSPEND_ORGANISATION."""

    organisation: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReinstateOrganisation:
    """REINSTATE_ORGANISATION."""

    organisation: int
    reason: str


@dataclass(frozen=True, slots=True)
class SetSuccessor:
    """SET_SUCCESSOR: 0 takes the successor back."""

    organisation: int
    successor: int


@dataclass(frozen=True, slots=True)
class SetRoles:
    """SET_ROLES."""

    organisation: int
    roles: int


@dataclass(frozen=True, slots=True)
class SetProfile:
    """SET_PROFILE: the profile is RFC 8785 JSON."""

    organisation: int
    profile: str


@dataclass(frozen=True, slots=True)
class AddKey:
    """ADD_KEY: validity in seconds since 1970, `valid_until` 0 means open."""

    organisation: int
    key: bytes
    valid_from: int
    valid_until: int


@dataclass(frozen=True, slots=True)
class CloseKey:
    """CLOSE_KEY: `valid_until` in seconds since 1970."""

    key: bytes
    valid_until: int


@dataclass(frozen=True, slots=True)
class RotateKey:
    """ROTATE_KEY: the signing key hands over to a new address."""

    new_key: bytes


@dataclass(frozen=True, slots=True)
class RegisterScheme:
    """REGISTER_SCHEME: the separator is one character or empty; lengths of a prefix in characters."""

    scheme: str
    separator: str
    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class GrantPrefix:
    """GRANT_PREFIX."""

    scheme: str
    prefix: str
    holder: int


@dataclass(frozen=True, slots=True)
class GrantNode:
    """GRANT_NODE: the organisation may grant below this prefix."""

    scheme: str
    prefix: str
    organisation: int


@dataclass(frozen=True, slots=True)
class SuspendPrefix:
    """SUSPEND_PREFIX."""

    scheme: str
    prefix: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReinstatePrefix:
    """REINSTATE_PREFIX."""

    scheme: str
    prefix: str
    reason: str


@dataclass(frozen=True, slots=True)
class RevokePrefix:
    """REVOKE_PREFIX."""

    scheme: str
    prefix: str
    reason: str


@dataclass(frozen=True, slots=True)
class SetPolicy:
    """SET_POLICY: masks of rights and of kinds that may not be anchored (formats §2)."""

    prefix_key: bytes
    everyone: int
    anchors_forbidden: int


@dataclass(frozen=True, slots=True)
class SetPartner:
    """SET_PARTNER."""

    prefix_key: bytes
    organisation: int
    mask: int


@dataclass(frozen=True, slots=True)
class RegisterSchema:
    """REGISTER_SCHEMA: the schema is RFC 8785 JSON."""

    schema: str


@dataclass(frozen=True, slots=True)
class Attest:
    """ATTEST: `expires` in seconds since 1970, 0 never."""

    schema_id: bytes
    subject: bytes
    commitment: bytes
    expires: int


@dataclass(frozen=True, slots=True)
class RevokeAttestation:
    """REVOKE_ATTESTATION."""

    attestation_id: bytes


@dataclass(frozen=True, slots=True)
class SupersedeAttestation:
    """SUPERSEDE_ATTESTATION: `replaced` is the commitment of the attestation that gives way."""

    attestation_id: bytes
    replaced: bytes
    schema_id: bytes
    subject: bytes
    commitment: bytes
    expires: int


@dataclass(frozen=True, slots=True)
class ReserveLien:
    """RESERVE_LIEN: times in seconds since 1970; the signature is the pledgor's (formats §6)."""

    asset: bytes
    pledgee: int
    reference: bytes
    until: int
    pledgor: bytes
    """20 bytes: the key of the pledgor that signed."""
    nonce: int
    deadline: int
    pledgor_signature: bytes


@dataclass(frozen=True, slots=True)
class ActivateLien:
    """ACTIVATE_LIEN."""

    lien_id: bytes


@dataclass(frozen=True, slots=True)
class ReleaseLien:
    """RELEASE_LIEN."""

    lien_id: bytes


Payload = (
    RecordEvent
    | AnchorEvent
    | AdmitOrganisation
    | SuspendOrganisation
    | ReinstateOrganisation
    | SetSuccessor
    | SetRoles
    | SetProfile
    | AddKey
    | CloseKey
    | RotateKey
    | RegisterScheme
    | GrantPrefix
    | GrantNode
    | SuspendPrefix
    | ReinstatePrefix
    | RevokePrefix
    | SetPolicy
    | SetPartner
    | RegisterSchema
    | Attest
    | RevokeAttestation
    | SupersedeAttestation
    | ReserveLien
    | ActivateLien
    | ReleaseLien
    | Propose
    | ApproveProposal
    | ApproveBySignature
    | WithdrawApproval
    | ExecuteProposal
)

PAYLOADS: dict[Operation, type[Payload]] = {
    Operation.RECORD: RecordEvent,
    Operation.ANCHOR: AnchorEvent,
    Operation.ADMIT_ORGANISATION: AdmitOrganisation,
    Operation.SUSPEND_ORGANISATION: SuspendOrganisation,
    Operation.REINSTATE_ORGANISATION: ReinstateOrganisation,
    Operation.SET_SUCCESSOR: SetSuccessor,
    Operation.SET_ROLES: SetRoles,
    Operation.SET_PROFILE: SetProfile,
    Operation.ADD_KEY: AddKey,
    Operation.CLOSE_KEY: CloseKey,
    Operation.ROTATE_KEY: RotateKey,
    Operation.REGISTER_SCHEME: RegisterScheme,
    Operation.GRANT_PREFIX: GrantPrefix,
    Operation.GRANT_NODE: GrantNode,
    Operation.SUSPEND_PREFIX: SuspendPrefix,
    Operation.REINSTATE_PREFIX: ReinstatePrefix,
    Operation.REVOKE_PREFIX: RevokePrefix,
    Operation.SET_POLICY: SetPolicy,
    Operation.SET_PARTNER: SetPartner,
    Operation.REGISTER_SCHEMA: RegisterSchema,
    Operation.ATTEST: Attest,
    Operation.REVOKE_ATTESTATION: RevokeAttestation,
    Operation.SUPERSEDE_ATTESTATION: SupersedeAttestation,
    Operation.RESERVE_LIEN: ReserveLien,
    Operation.ACTIVATE_LIEN: ActivateLien,
    Operation.RELEASE_LIEN: ReleaseLien,
    Operation.PROPOSE: Propose,
    Operation.APPROVE_PROPOSAL: ApproveProposal,
    Operation.APPROVE_BY_SIGNATURE: ApproveBySignature,
    Operation.WITHDRAW_APPROVAL: WithdrawApproval,
    Operation.EXECUTE_PROPOSAL: ExecuteProposal,
}
"""The payload of each operation."""

OPERATIONS: dict[type[Payload], Operation] = {payload: operation for operation, payload in PAYLOADS.items()}
"""The operation of each payload."""

STREAMS: dict[Operation, int] = {Operation.RECORD: 0, Operation.ANCHOR: 1}
"""The stream that an operation extends (formats §4); the others extend none."""


def payload_text(payload: Payload) -> str:
    """Return the JSON under which a payload is kept."""
    return msgspec.json.encode(payload).decode()


def payload_of(operation: Operation, text: str) -> Payload:
    """Return the payload that the JSON of an operation holds."""
    return msgspec.json.decode(text, type=PAYLOADS[operation])
