"""Logs as what happened: every event of our contracts is a frozen dataclass of the same name."""

from chain.events.attestations import (
    AttestationRevoked,
    AttestationSuperseded,
    Attested,
    SchemaRegistered,
)
from chain.events.council import (
    ApprovalWithdrawn,
    CouncilChanged,
    ProposalApproved,
    ProposalExecuted,
    ProposalMade,
)
from chain.events.directory import (
    AuthorityChanged,
    AuthorityProposed,
    EntrySet,
)
from chain.events.event import ChainEvent
from chain.events.ledger import (
    Anchored,
    BatchRecorded,
    EventRecorded,
    StateChanged,
)
from chain.events.liens import (
    LienActivated,
    LienReleased,
    LienReserved,
)
from chain.events.members import (
    KeyAdded,
    KeyClosed,
    OrganisationAdmitted,
    ProfileChanged,
    RolesChanged,
    StandingChanged,
    SuccessorNamed,
)
from chain.events.prefixes import (
    GrantStatusChanged,
    NodeGranted,
    PartnerSet,
    PolicySet,
    PrefixGranted,
    SchemeRegistered,
)
from chain.logs import Log

__all__ = [
    "EVENTS",
    "Anchored",
    "ApprovalWithdrawn",
    "AttestationRevoked",
    "AttestationSuperseded",
    "Attested",
    "AuthorityChanged",
    "AuthorityProposed",
    "BatchRecorded",
    "ChainEvent",
    "CouncilChanged",
    "EntrySet",
    "EventRecorded",
    "GrantStatusChanged",
    "KeyAdded",
    "KeyClosed",
    "LienActivated",
    "LienReleased",
    "LienReserved",
    "NodeGranted",
    "OrganisationAdmitted",
    "PartnerSet",
    "PolicySet",
    "PrefixGranted",
    "ProfileChanged",
    "ProposalApproved",
    "ProposalExecuted",
    "ProposalMade",
    "RolesChanged",
    "SchemaRegistered",
    "SchemeRegistered",
    "StandingChanged",
    "StateChanged",
    "SuccessorNamed",
    "event_of",
]

_KNOWN: tuple[type[ChainEvent], ...] = (
    Anchored,
    ApprovalWithdrawn,
    AttestationRevoked,
    AttestationSuperseded,
    Attested,
    AuthorityChanged,
    AuthorityProposed,
    BatchRecorded,
    CouncilChanged,
    EntrySet,
    EventRecorded,
    GrantStatusChanged,
    KeyAdded,
    KeyClosed,
    LienActivated,
    LienReleased,
    LienReserved,
    NodeGranted,
    OrganisationAdmitted,
    PartnerSet,
    PolicySet,
    PrefixGranted,
    ProfileChanged,
    ProposalApproved,
    ProposalExecuted,
    ProposalMade,
    RolesChanged,
    SchemaRegistered,
    SchemeRegistered,
    StandingChanged,
    StateChanged,
    SuccessorNamed,
)

EVENTS: dict[bytes, type[ChainEvent]] = {known.topic(): known for known in _KNOWN}
"""The event of each first topic."""


def event_of(log: Log) -> ChainEvent | None:
    """Return what a log says, or None if its first topic is no event of ours.

    Raises:
        ReplyInvalid: the log does not hold the event's arguments.
    """
    known = EVENTS.get(log.topics[0]) if log.topics else None
    return None if known is None else known.from_log(log)
