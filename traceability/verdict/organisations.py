"""Organisations: whose name may be shown, because the chain knows their profile (docs/formats.md §5)."""

from __future__ import annotations

from dataclasses import dataclass

from traceability.errors import ProofNodeMissing
from traceability.ledger import slots
from traceability.ledger.keys import keccak
from traceability.ledger.records import OrganisationStatus
from traceability.proof import ProvenState
from traceability.verdict.facts import Status


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    """One organisation that a verdict speaks of."""

    number: int
    status: Status
    reason: str
    profile: str | None
    """RFC 8785 JSON, None where it is not the registered one."""

    def to_object(self) -> dict[str, object]:
        """Return the organisation as values that `json` writes."""
        return {"number": self.number, "status": self.status.value, "reason": self.reason, "profile": self.profile}


def organisation_shown(state: ProvenState, number: int, base: Status) -> OrganisationShown:
    """Return what is shown of an organisation."""
    profile = next((claim.profile for claim in state.bundle.organisations if claim.number == number), None)
    try:
        record = state.organisation(number)
        registered = state.slot("members", slots.organisation_profile(number))
    except ProofNodeMissing:
        return OrganisationShown(number, Status.WITHHELD_BY_SERVER, "proof_missing", None)
    if record is None:
        return OrganisationShown(number, Status.REFUSED, "organisation_unknown", None)
    if profile is None:
        return OrganisationShown(number, Status.WITHHELD_BY_SERVER, "profile_missing", None)
    if keccak(profile.encode()) != registered:
        return OrganisationShown(number, Status.REFUSED, "profile_disagrees", None)
    suspended = record.status is not OrganisationStatus.ACTIVE
    return OrganisationShown(number, base, "suspended" if suspended else "profile_agrees", profile)
