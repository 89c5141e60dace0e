"""Attestations: what others state about a thing, and whether they still do (docs/formats.md §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from traceability.commitment import read_opening
from traceability.errors import OpeningRefused, ProofNodeMissing
from traceability.ledger.ids import attestation_id, schema_id
from traceability.ledger.meta import Kind
from traceability.ledger.records import AttestationRecord, AttestationStatus, OrganisationStatus
from traceability.proof import AttestationClaim, ProvenState
from traceability.verdict.facts import Status
from traceability.verdict.texts import pairs_of


@dataclass(frozen=True, slots=True)
class AttestationShown:
    """One attestation with its standing."""

    claim: AttestationClaim
    status: Status
    reason: str
    record: AttestationRecord | None = None
    statement: tuple[tuple[str, str], ...] = ()
    """Pointer and text of what is opened of it."""

    def to_object(self) -> dict[str, object]:
        """Return the attestation as values that `json` writes."""
        return {
            "organisation": self.claim.organisation,
            "schema": self.claim.schema,
            "subject": self.claim.subject,
            "status": self.status.value,
            "reason": self.reason,
            "issuedAt": self.record.issued_at if self.record else 0,
            "expiresAt": self.record.expires_at if self.record else 0,
            "statement": [list(pair) for pair in self.statement],
        }


def attestation_shown(
    state: ProvenState, claim: AttestationClaim, keys: Mapping[str, bytes], base: Status, now: int, *, fresh: bool
) -> AttestationShown:
    """Return an attestation with its standing; `keys` are those of the bundle's things, by canonical form.

    The first rule that fits counts: subject, opening, slot, revoked, superseded, expired, issuer, age.
    """
    if claim.subject not in keys:
        return AttestationShown(claim, Status.NOT_CHECKED, "subject_unknown")
    try:
        opened = read_opening(claim.commitment, claim.opening)
    except OpeningRefused:
        return AttestationShown(claim, Status.REFUSED, "opening_disagrees")
    if opened.header.organisation != claim.organisation or opened.header.kind is not Kind.STATEMENT:
        return AttestationShown(claim, Status.REFUSED, "opening_disagrees")
    schema = schema_id(claim.schema.encode())
    if opened.schema not in (None, f"0x{schema.hex()}"):
        return AttestationShown(claim, Status.REFUSED, "opening_disagrees")
    statement = pairs_of(opened.values)
    identity = attestation_id(schema, keys[claim.subject], claim.organisation, claim.commitment)
    try:
        record = state.attestation(identity)
        issuer = state.organisation(claim.organisation)
    except ProofNodeMissing:
        return AttestationShown(claim, Status.WITHHELD_BY_SERVER, "proof_missing", None, statement)
    if record is None:
        return AttestationShown(claim, Status.REFUSED, "attestation_unknown", None, statement)

    def shown(status: Status, reason: str) -> AttestationShown:
        return AttestationShown(claim, status, reason, record, statement)

    if record.status is AttestationStatus.REVOKED:
        return shown(base, "revoked")
    if record.status is AttestationStatus.SUPERSEDED:
        return shown(base, "superseded")
    if record.expires_at and max(now, state.time) >= record.expires_at:
        return shown(base, "expired")
    if issuer is None or issuer.status is not OrganisationStatus.ACTIVE:
        return shown(base, "issuer_suspended")
    return shown(base, "active") if fresh else shown(Status.NOT_CHECKED, "stale")
