"""Claims that two codes name one thing, or do not: an attestation by the holder of one of them (docs/decisions/0019)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from capture.attesting import PromisedAttestation, attest
from capture.documents import Request
from capture.errors import AliasKnown, EventsRefused, Problem
from capture.grants import GrantBook
from capture.standing import grant_book
from store.database import Mirror, Record
from store.mirror.assertions import attestations_of, schemas_of
from store.reader import Reader
from store.record.alias_saving import AliasClaim
from store.record.aliases import claims_about
from store.record.payloads import Payload, RegisterSchema
from traceability.identifiers import Identifier, class_of
from traceability.ledger.ids import schema_id
from traceability.ledger.records import AttestationStatus, GrantStatus
from traceability.life.aliases import ALIAS_SCHEMA, Relation


@dataclass(frozen=True, slots=True)
class PromisedAlias:
    """A claim on its way."""

    attestation: PromisedAttestation
    code: Identifier
    """The subject: the code that is the claimant's."""
    other: Identifier


def claim_alias(
    record: Record, mirror: Mirror, code: Identifier, other: Identifier, relation: Relation, request: Request
) -> PromisedAlias:
    """Promise the claim that two codes name one thing, or that they do not; one of them must be the claimant's.

    Raises:
        EventsRefused: if the claimant holds the prefix of neither code, or they cannot name one thing.
        AliasKnown: if the claimant says so already.
        OrganisationUnknown: if the claimant is not a member in good standing.
    """
    _verify_distinct(code, other)
    book = grant_book(mirror)
    if not _holds(book, code, request.organisation):
        code, other = other, code
    if not _holds(book, code, request.organisation):
        reason = f"organisation {request.organisation} holds the prefix of neither code"
        cure = "claim an alias of a code under a prefix that is granted to you"
        raise EventsRefused([Problem("identifier-not-owned", "/codes", reason, cure)], 1, 1)
    known = _known(record, mirror, code, other, relation, request.organisation)
    if known is not None:
        raise AliasKnown(code.display(), other.display(), "0x" + known.hex())

    def kept(attestation: bytes) -> AliasClaim:
        return AliasClaim(
            attestation, request.organisation, code.canonical, other.canonical, relation.value, request.now
        )

    statement = {"things": [other.canonical], "relation": relation.value}
    made = attest(
        record,
        mirror,
        code,
        ALIAS_SCHEMA,
        statement,
        request,
        expires=0,
        before=_schema_first(mirror),
        alias=kept,
    )
    return PromisedAlias(made, code, other)


def _schema_first(mirror: Mirror) -> Sequence[Payload]:
    """Return the promise to register the schema, where nobody has; of two that do so at once, one is refused without harm."""
    registered = schemas_of(mirror, [schema_id(ALIAS_SCHEMA.encode())])
    return () if registered else (RegisterSchema(ALIAS_SCHEMA),)


def _holds(book: GrantBook, code: Identifier, organisation: int) -> bool:
    holding = book.holding_of(code)
    return holding is not None and holding.grant.holder == organisation and holding.grant.status == GrantStatus.GRANTED


def _known(
    record: Record, mirror: Mirror, code: Identifier, other: Identifier, relation: Relation, organisation: int
) -> bytes | None:
    """Return the claim of the same, where it is on its way or still holds."""
    mine = [
        claim
        for claim in claims_about(record, [code.canonical], Reader(organisation))
        if (claim.organisation, claim.code, claim.other, claim.relation)
        == (organisation, code.canonical, other.canonical, relation.value)
    ]
    on_chain = {item.attestation_id: item.status for item in attestations_of(mirror, [c.attestation_id for c in mine])}
    issued = AttestationStatus.ISSUED
    return next((claim.attestation_id for claim in mine if on_chain.get(claim.attestation_id, issued) == issued), None)


def _verify_distinct(code: Identifier, other: Identifier) -> None:
    reason = None
    if code == other:
        reason = "both are one code"
    elif any(
        above is not None and above == below for above, below in ((class_of(code), other), (class_of(other), code))
    ):
        reason = "one is the class of the other, and a class is no thing of it"
    if reason is not None:
        raise EventsRefused([Problem("request-invalid", "/codes", reason, "give two codes of one thing")], 1, 1)
