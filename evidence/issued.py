"""Bundles as they were issued, given again when the node is away: only while all that they open may still be seen."""

from __future__ import annotations

from datetime import datetime

from evidence.eyes import Eyes
from evidence.fetched import openings_fetched
from evidence.grants import GrantHistory
from evidence.telling import EVERYTHING
from store.database import Mirror, Record
from store.record.bodies import sealed_events
from store.record.bundles import newest_bundle
from store.record.statements import statements_by_commitment
from traceability.commitment import Opening
from traceability.proof import Bundle


def issued_bundle(
    record: Record, mirror: Mirror, question: str, audience: str, eyes: Eyes, now: datetime
) -> Bundle | None:
    """Return the newest bundle that was issued to some eyes, None where there is none or they may see less by now.

    An owner may have taken a grant back since, or changed a profile, or forgotten an event: what was issued then is out of its
    hands, but nobody gets it from here again.
    """
    issued = newest_bundle(record, question, audience)
    if issued is None:
        return None
    bundle = Bundle.from_json(issued.text)
    return bundle if _may_still_be_seen(record, mirror, bundle, eyes, now) else None


def _may_still_be_seen(record: Record, mirror: Mirror, bundle: Bundle, eyes: Eyes, now: datetime) -> bool:
    things_of = GrantHistory(mirror).things_of
    sealed = sealed_events(record, list(bundle.events))
    fetched = openings_fetched(record, list(bundle.events), eyes.reader, now)
    for commitment, opening in bundle.events.items():
        event = sealed.get(commitment)
        seen = None if event is None else eyes.opening(event, things_of, EVERYTHING)
        if not _covers(seen or fetched.get(commitment), opening):
            return False
    statements = statements_by_commitment(record, [claim.commitment for claim in bundle.attestations])
    for claim in bundle.attestations:
        statement = statements.get(claim.commitment)
        if statement is None or not _covers(eyes.statement(statement, things_of), claim.opening):
            return False
    return True


def _covers(now: Opening | None, then: Opening) -> bool:
    """Whether all leaves that were opened then are opened now."""
    return now is not None and {index for index, _ in then.leaves} <= {index for index, _ in now.leaves}
