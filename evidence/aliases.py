"""What is claimed of a thing's other codes, by whom, and what each claim is worth, as a reader may know it (docs/decisions/0019)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from evidence.grants import GrantHistory
from store.database import Mirror, Record
from store.mirror.assertions import attestations_of
from store.mirror.members import organisation_of
from store.reader import Reader
from store.record.alias_saving import AliasClaim
from store.record.aliases import claims_about
from traceability.identifiers import IdentifierInvalid, parse
from traceability.ledger.records import AttestationStatus, GrantStatus, OrganisationStatus
from traceability.life.aliases import Alias, Claim, Relation, Standing, aliases_among

MOST_ROUNDS = 8
"""How often the claims about newly found codes are looked up."""

MOST_CODES = 200
"""Codes of one thing that are followed."""


@dataclass(frozen=True, slots=True)
class KnownAlias:
    """A claim that holds, with what it is worth and where it stands on the chain."""

    alias: Alias
    attestation_id: bytes
    issued_at: int
    """Seconds since 1970."""

    @property
    def is_confirmed(self) -> bool:
        """Say whether both sides say so."""
        return self.alias.standing is Standing.CONFIRMED


@dataclass(frozen=True, slots=True)
class StandingClaim:
    """A claim that holds on the chain."""

    claim: Claim
    kept: AliasClaim
    issued_at: int
    """Seconds since 1970."""


def aliases_of(record: Record, mirror: Mirror, codes: Collection[str], reader: Reader) -> tuple[KnownAlias, ...]:
    """Return the claims of sameness about these codes (canonical forms) that hold on the chain now, oldest first."""
    return aliases_by(mirror, claims_around(record, mirror, codes, reader), codes)


def claims_around(record: Record, mirror: Mirror, codes: Collection[str], reader: Reader) -> tuple[StandingClaim, ...]:
    """Return the claims that hold about these codes, and those about the codes at their other side, oldest first."""
    near = _standing(record, mirror, codes, reader)
    if not near:
        return ()
    # What contradicts a claim speaks of the code at its other side.
    return tuple(_standing(record, mirror, {*codes, *(code for item in near for code in _codes(item.claim))}, reader))


def aliases_by(mirror: Mirror, claims: Sequence[StandingClaim], codes: Collection[str]) -> tuple[KnownAlias, ...]:
    """Return what claims come to for these codes."""
    holders = _Holders(mirror)
    found = {alias.claim: alias for alias in aliases_among([item.claim for item in claims], holders.holder_of)}
    return tuple(
        KnownAlias(found[item.claim], item.kept.attestation_id, item.issued_at)
        for item in claims
        if item.claim in found and not set(codes).isdisjoint(_codes(item.claim))
    )


def confirmed_names(record: Record, mirror: Mirror, code: str, reader: Reader) -> tuple[str, ...]:
    """Return a code and all that confirmed claims tie to it, however many steps away, nearest first."""
    names = [code]
    fresh = [code]
    for _ in range(MOST_ROUNDS):
        reached = [
            other
            for known in aliases_of(record, mirror, fresh, reader)
            if known.is_confirmed
            for other in _codes(known.alias.claim)
        ]
        fresh = [other for other in dict.fromkeys(reached) if other not in names][: MOST_CODES - len(names)]
        if not fresh:
            break
        names.extend(fresh)
    return tuple(names)


def _standing(record: Record, mirror: Mirror, codes: Collection[str], reader: Reader) -> list[StandingClaim]:
    """Return the claims that were issued and not revoked, by members in good standing."""
    kept = {claim.attestation_id: claim for claim in claims_about(record, codes, reader)}
    if not kept:
        return []
    active: dict[int, bool] = {}
    found = []
    for attestation in attestations_of(mirror, list(kept)):
        issuer = attestation.organisation
        if issuer not in active:
            organisation = organisation_of(mirror, issuer)
            active[issuer] = organisation is not None and organisation.standing == OrganisationStatus.ACTIVE
        if attestation.status == AttestationStatus.ISSUED and active[issuer]:
            claim = kept[attestation.attestation_id]
            said = Claim(issuer, claim.code, claim.other, Relation(claim.relation))
            found.append(StandingClaim(said, claim, attestation.issued_at))
    found.sort(key=lambda item: (item.issued_at, item.kept.claimed_at, item.kept.attestation_id))
    return list({item.claim: item for item in reversed(found)}.values())[::-1]


def _codes(claim: Claim) -> tuple[str, str]:
    return claim.code, claim.other


class _Holders:
    """Who holds the prefixes of codes, each looked up once."""

    def __init__(self, mirror: Mirror) -> None:
        self._grants = GrantHistory(mirror)
        self._known: dict[str, int | None] = {}

    def holder_of(self, code: str) -> int | None:
        """Return who holds a prefix of a code, None where nobody does."""
        if code not in self._known:
            self._known[code] = self._looked_up(code)
        return self._known[code]

    def _looked_up(self, code: str) -> int | None:
        try:
            identifier = parse(code)
        except IdentifierInvalid:
            return None
        grant = self._grants.grant_over(identifier)
        return grant.holder if grant is not None and grant.status == GrantStatus.GRANTED else None
