"""Hands the codes of a prefix to another resolver: the holder's word, or the operator's where nobody holds it."""

from __future__ import annotations

from datetime import datetime

from capture.errors import CaptureRefused
from store.database import Mirror, Record
from store.mirror.members import grants_by_key
from store.record.links import Delegation, delegate
from traceability.ledger.keys import prefix_key
from traceability.ledger.records import GrantStatus
from traceability.linking.link import verified_target

OPERATOR = 0
"""Stands for whoever runs this resolver."""


class DelegationRefused(CaptureRefused):
    """A prefix that is not the writer's to hand away, or a target that is no resolver's root."""

    place = "/prefix"
    cure = "delegate a granted prefix of your own, to the root of the other resolver"

    def __init__(self, scheme: str, prefix: str, reason: str) -> None:
        self.scheme = scheme
        self.prefix = prefix
        self.reason = reason
        super().__init__(f"{scheme}:{prefix} is not delegated: {reason}")


def delegate_prefix(
    record: Record, mirror: Mirror, organisation: int, scheme: str, prefix: str, target: str, now: datetime
) -> Delegation:
    """Keep that another resolver answers for all codes under a prefix.

    Raises:
        DelegationRefused: if the prefix is somebody else's, or the target has a query.
        LinkInvalid: if the target cannot be followed.
    """
    root = verified_target(target).rstrip("/")
    if "?" in root or "#" in root:
        raise DelegationRefused(
            scheme, prefix, "the root of a resolver has no query: the path of the code is added to it"
        )
    key = prefix_key(scheme, prefix)
    grant = grants_by_key(mirror, [key]).get(key)
    held_by = None if grant is None or grant.status == GrantStatus.REVOKED else grant.holder
    if organisation == OPERATOR and held_by is not None:
        raise DelegationRefused(scheme, prefix, f"organisation {held_by} holds it: its holder delegates it")
    if organisation not in (OPERATOR, held_by):
        raise DelegationRefused(scheme, prefix, "it is not a prefix that you hold")
    kept = Delegation(scheme, prefix, organisation, root, now)
    delegate(record, kept)
    return kept
