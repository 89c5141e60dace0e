"""States something about a thing under a schema: body and secret are kept, and the attestation is promised to the chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from capture.committing import body_text
from capture.documents import Request
from capture.errors import EventsRefused, Problem
from capture.grants import GrantBook
from capture.standing import grant_book, verify_writer
from store.database import Mirror, Record
from store.record.alias_saving import AliasClaim
from store.record.payloads import Attest, Payload
from store.record.statements import Statement, save_statement
from traceability.commitment import commit_statement
from traceability.errors import CommitmentError
from traceability.identifiers import Identifier
from traceability.ledger.ids import attestation_id, schema_id
from traceability.ledger.keys import rest_hash, thing_key


@dataclass(frozen=True, slots=True)
class PromisedAttestation:
    """An attestation on its way."""

    attestation_id: bytes
    promise: int
    """Row of the outbox."""


def key_of_thing(book: GrantBook, thing: Identifier, pointer: str) -> bytes:
    """Return the key of a thing on the ledger.

    Raises:
        EventsRefused: if no organisation holds a prefix of it.
    """
    holding = book.holding_of(thing)
    if holding is None:
        reason = f"no organisation holds a prefix of {thing.display()}"
        raise EventsRefused([Problem("prefix-not-granted", pointer, reason, "have the prefix granted first")], 1, 1)
    return thing_key(holding.key, rest_hash(thing.halves(len(holding.prefix.text))[1]))


def attest(
    record: Record,
    mirror: Mirror,
    subject: Identifier,
    schema: str,
    statement: Mapping[str, Any],
    request: Request,
    *,
    expires: int,
    before: Sequence[Payload] = (),
    alias: Callable[[bytes], AliasClaim] | None = None,
) -> PromisedAttestation:
    """Promise an attestation of the writer's; `schema` is RFC 8785 text, `expires` in seconds since 1970 (0 never).

    `before` is promised first; `alias` gives for the attestation's id what is looked up of a claim about two codes.

    Raises:
        EventsRefused: if the subject is under no granted prefix, or the statement cannot be committed to.
        OrganisationUnknown: if the writer is not a member in good standing.
    """
    verify_writer(mirror, request.organisation)
    book = grant_book(mirror)
    key = key_of_thing(book, subject, "/subject")
    identity = schema_id(schema.encode())
    secret = request.secrets()
    body = {**statement, "subject": subject.canonical}
    try:
        committed = commit_statement(
            body,
            schema="0x" + identity.hex(),
            organisation=request.organisation,
            secret=secret,
            thing_of=book.thing_of,
        )
    except CommitmentError as error:
        place = "/statement" + str(getattr(error, "pointer", ""))
        problem = Problem(
            "value-not-committable", place, str(getattr(error, "reason", error)), "write texts and numbers"
        )
        raise EventsRefused([problem], 1, 1) from error
    number = attestation_id(identity, key, request.organisation, committed.root)
    kept = Statement(
        attestation_id=number,
        schema_id=identity,
        subject=key,
        identifier=subject.canonical,
        organisation=request.organisation,
        commitment=committed.root,
        body=body_text(body),
        secret=secret,
        disclosure=request.disclosure,
        issued_at=request.now,
    )
    row = save_statement(
        record,
        kept,
        Attest(identity, key, committed.root, expires),
        request.now,
        before=before,
        alias=None if alias is None else alias(number),
    )
    return PromisedAttestation(number, row)
