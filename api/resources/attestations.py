"""Attestations: what one organisation states about a thing under a schema, revocable, with an expiry."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request, Response

from api.callers import Capturer
from api.capture_options import DISCLOSURE_HEADER, capture_request_of
from api.errors import NotFound, RequestInvalid
from api.resources.fields import Body, Hash, IdentifierText, Seconds, hexadecimal, identifier_at, octets
from api.resources.promises import announced, promised
from api.rooms import rooms_of
from capture.attesting import attest, schema_text
from capture.disclosure import EVERYONE
from capture.documents import Request as CaptureRequest
from capture.errors import Problem
from capture.standing import grant_book
from store.mirror.assertions import Attestation, attestation_of, attestations_about, attestations_by, schemas_of
from store.record.payloads import RegisterSchema, RevokeAttestation
from traceability.identifiers import class_of
from traceability.ledger.keys import rest_hash, thing_key

router = APIRouter(prefix="/api/v1/attestations", tags=["Attestations"])

_STATUS = {1: "issued", 2: "revoked", 3: "superseded"}


class NewSchema(Body):
    """A schema of attestations: a JSON object that says what their members mean."""

    schema: dict[str, Any]  # type: ignore[assignment]  # pydantic's own deprecated method of this name is not used.


class Attesting(Body):
    """A statement about a thing."""

    subject: IdentifierText
    schema: dict[str, Any]  # type: ignore[assignment]  # see NewSchema.
    statement: dict[str, Any]
    expires: str | None = None
    """When it ends (ISO 8601 with offset); never, if left out."""


@router.get("")
def list_attestations(request: Request, subject: str | None = None, organisation: Seconds | None = None) -> dict[str, Any]:
    """List attestations about a thing (and its class), or those of one organisation."""
    rooms = rooms_of(request)
    if subject is not None:
        identifier = identifier_at("query subject", subject)
        book = grant_book(rooms.mirror)
        keys = []
        for item in {identifier, class_of(identifier) or identifier}:
            holding = book.holding_of(item)
            if holding is not None:
                keys.append(thing_key(holding.key, rest_hash(item.halves(len(holding.prefix.text))[1])))
        found = attestations_about(rooms.mirror, keys)
    elif organisation is not None:
        found = attestations_by(rooms.mirror, organisation)
    else:
        raise RequestInvalid([Problem("request-invalid", "query", "names no subject and no organisation", "add ?subject= or ?organisation=")])
    texts = {item.schema_id: item.text for item in schemas_of(rooms.mirror, [item.schema_id for item in found])}
    return {"attestations": [_content(item, texts.get(item.schema_id)) for item in found]}


@router.post("/schemas", status_code=202)
def register_schema(request: Request, response: Response, body: NewSchema, caller: Capturer) -> dict[str, Any]:
    """Register a schema on the chain, so that attestations can be made under it."""
    return promised(request, response, caller.organisation, RegisterSchema(schema_text(body.schema)))


@router.post("", status_code=202)
def make_attestation(request: Request, response: Response, body: Attesting, caller: Capturer) -> dict[str, Any]:
    """State something about a thing, for everyone to read unless `Suyuan-Disclosure` says otherwise."""
    rooms = rooms_of(request)
    subject = identifier_at("/subject", body.subject)
    asked = _public_unless_said(request, capture_request_of(request, caller))
    made = attest(rooms.record, rooms.mirror, subject, body.schema, body.statement, _moment(body.expires), asked)
    return announced(request, response, made.promise) | {
        "attestation": hexadecimal(made.attestation_id),
        "commitment": hexadecimal(made.commitment),
    }


@router.get("/{attestation}")
def get_attestation(request: Request, attestation: Hash) -> dict[str, Any]:
    """Tell the standing of an attestation."""
    rooms = rooms_of(request)
    found = attestation_of(rooms.mirror, octets(attestation))
    if found is None:
        raise NotFound("attestation", attestation)
    texts = {item.schema_id: item.text for item in schemas_of(rooms.mirror, [found.schema_id])}
    return _content(found, texts.get(found.schema_id))


@router.post("/{attestation}/revoke", status_code=202)
def revoke_attestation(request: Request, response: Response, attestation: Hash, caller: Capturer) -> dict[str, Any]:
    """Revoke an attestation of the caller's own organisation."""
    found = attestation_of(rooms_of(request).mirror, octets(attestation))
    if found is None or found.organisation != caller.organisation:
        raise NotFound("attestation of yours", attestation)
    return promised(request, response, caller.organisation, RevokeAttestation(found.attestation_id))


def _content(item: Attestation, schema: str | None) -> dict[str, Any]:
    return {
        "attestation": hexadecimal(item.attestation_id),
        "organisation": item.organisation,
        "schema": None if schema is None else json.loads(schema),
        "subjectKey": hexadecimal(item.subject),
        "commitment": hexadecimal(item.commitment),
        "status": _STATUS.get(item.status, "unknown"),
        "issuedAt": item.issued_at,
        "expiresAt": item.expires_at or None,
        "supersededBy": hexadecimal(item.successor),
    }


def _moment(text: str | None) -> int:
    if text is None:
        return 0
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not 0 < moment.timestamp() < 2**53:
        problem = Problem("request-invalid", "/expires", f"{text!r} is no moment with an offset", "write it like 2029-04-06T00:00:00+08:00")
        raise RequestInvalid([problem])
    return int(moment.astimezone(UTC).timestamp())


def _public_unless_said(request: Request, asked: CaptureRequest) -> CaptureRequest:
    if DISCLOSURE_HEADER in request.headers:
        return asked
    return CaptureRequest(asked.organisation, asked.now, asked.behaviour, EVERYONE, asked.lane, asked.limits, asked.secrets)
