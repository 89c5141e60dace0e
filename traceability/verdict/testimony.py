"""Testimony: what others attest of the asset, who they are, and whether it still holds."""

from __future__ import annotations

from traceability.errors import ProofNodeMissing
from traceability.ledger.meta import Role
from traceability.verdict.aliases import is_claim
from traceability.verdict.asset import Asset
from traceability.verdict.checks import Check, Outcome

TRUSTED_ROLES = Role.INSPECTOR | Role.REGULATOR | Role.BANK
"""The roles whose word about an asset a bank takes without asking further."""


def attestation_checks(asset: Asset, borrower: int) -> tuple[Check, ...]:
    """Return a check for each attestation, or one that says that there is none."""
    checks = []
    for number, shown in enumerate(asset.verdict.attestations):
        if is_claim(shown):
            continue
        issuer = shown.claim.organisation
        args: dict[str, str | int] = {
            "number": number,
            "organisation": issuer,
            "expires": shown.record.expires_at if shown.record else 0,
        }
        match shown.reason:
            case "active" if issuer == borrower:
                outcome, reason = Outcome.REFER, "attested_by_borrower"
            case "active":
                outcome, reason = _issuer(asset, issuer)
            case "revoked" | "opening_disagrees" | "attestation_unknown":
                outcome, reason = Outcome.FAIL, shown.reason
            case "superseded" | "expired" | "issuer_suspended":
                outcome, reason = Outcome.REFER, shown.reason
            case _:
                outcome, reason = Outcome.UNKNOWN, shown.reason
        checks.append(Check("attestation", outcome, reason, args))
    return tuple(checks) or (Check("attestation", Outcome.REFER, "no_attestation"),)


def _issuer(asset: Asset, issuer: int) -> tuple[Outcome, str]:
    try:
        record = asset.state.organisation(issuer)
    except ProofNodeMissing:
        return Outcome.UNKNOWN, "proof_missing"
    if record is not None and record.roles & TRUSTED_ROLES:
        return Outcome.PASS, "attested"
    return Outcome.REFER, "issuer_without_role"
