"""Attests: an organisation's statement about a thing under a schema becomes a commitment, a body, and a promise to the chain."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rfc8785

from capture.documents import Request
from capture.errors import EventsRefused, Problem
from capture.standing import grant_book, verify_writer
from store.database import Mirror, Record
from store.record.payloads import Attest
from store.record.statements import Statement, save_statement
from traceability.commitment import commit_statement
from traceability.errors import CommitmentError
from traceability.identifiers import Identifier
from traceability.ledger.ids import attestation_id, schema_id
from traceability.ledger.keys import rest_hash, thing_key

_LONGEST = 65_536


@dataclass(frozen=True, slots=True)
class Attested:
    """An attestation that is promised to the chain."""

    attestation_id: bytes
    commitment: bytes
    promise: int
    """Row of the outbox."""


def schema_text(schema: Mapping[str, Any]) -> str:
    """Return the RFC 8785 text under which a schema is registered.

    Raises:
        EventsRefused: naming `/schema`, if it has none or is longer than 64 KiB.
    """
    return _canonical("/schema", schema)


def attest(
    record: Record,
    mirror: Mirror,
    subject: Identifier,
    schema: Mapping[str, Any],
    statement: Mapping[str, Any],
    expires: int,
    request: Request,
) -> Attested:
    """State something about a thing under a schema; `expires` in seconds since 1970, 0 never.

    Raises:
        EventsRefused: if the statement cannot be committed, or the subject is under no granted prefix.
        OrganisationUnknown: if the writer is not a member in good standing.
    """
    verify_writer(mirror, request.organisation)
    book = grant_book(mirror)
    holding = book.holding_of(subject)
    if holding is None:
        cure = "ask the operator to grant the prefix to its holder"
        raise EventsRefused([Problem("prefix-not-granted", "/subject", f"{subject.display()} is under no granted prefix", cure)], 1, 1)
    body = _canonical("/statement", statement)
    identity = schema_id(schema_text(schema).encode())
    secret = request.secrets()
    try:
        committed = commit_statement(
            json.loads(body), schema=f"0x{identity.hex()}", organisation=request.organisation, secret=secret, thing_of=book.thing_of
        )
    except CommitmentError as error:
        raise EventsRefused([Problem("value-not-committable", "/statement", str(error), "write the value as text")], 1, 1) from error
    _, rest = subject.halves(len(holding.prefix.text))
    key = thing_key(holding.key, rest_hash(rest))
    attestation = attestation_id(identity, key, request.organisation, committed.root)
    made = Statement(
        attestation_id=attestation,
        schema_id=identity,
        subject=key,
        identifier=subject.canonical,
        organisation=request.organisation,
        commitment=committed.root,
        body=body,
        secret=secret,
        disclosure=request.disclosure,
        issued_at=request.now,
    )
    row = save_statement(record, made, Attest(identity, key, committed.root, expires), request.now)
    return Attested(attestation, committed.root, row)


def _canonical(pointer: str, content: Mapping[str, Any]) -> str:
    try:
        text = rfc8785.dumps(dict(content))
    except (rfc8785.CanonicalizationError, UnicodeError, RecursionError) as error:
        problem = Problem("request-invalid", pointer, "has no RFC 8785 text", "write numbers within 2^53 and texts in Unicode")
        raise EventsRefused([problem], 1, 1) from error
    if len(text) > _LONGEST:
        raise EventsRefused([Problem("request-invalid", pointer, f"is longer than {_LONGEST} bytes", "shorten it")], 1, 1)
    return text.decode()
