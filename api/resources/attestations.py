"""Attestations: what members state about things under a schema, and whether it still holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import Field

from api.callers import AnyCaller, Capturer
from api.capture_options import DISCLOSURE_HEADER, capture_request_of
from api.errors import NotFound, QueryParameterInvalid, RequestInvalid
from api.paging import announce_next, page_size_of, pair_in, place_of
from api.resources.fields import Body, Hash, IdentifierText, canonical_text, hexadecimal, identifier_at, octets
from api.resources.promises import announced, promised
from api.resources.things import key_at
from api.resources.views import (
    AttestationList,
    AttestationPromiseView,
    AttestationView,
    PromiseView,
    SchemaPromiseView,
    SchemaView,
    typed,
)
from api.rooms import rooms_of
from capture.attesting import attest
from capture.disclosure import EVERYONE
from capture.errors import Problem
from store.mirror.assertions import Attestation, attestation_of, attestations_about, attestations_by, schemas_of
from store.record.payloads import RegisterSchema, RevokeAttestation
from store.record.statements import statements_of
from traceability.ledger.ids import schema_id
from traceability.ledger.records import AttestationStatus

router = APIRouter(prefix="/api/v1/attestations", tags=["Attestations"])

AttestationId = Annotated[Hash, Path()]


class SchemaBody(Body):
    """A schema: what statements under it have."""

    schema_: Annotated[dict[str, Any], Field(alias="schema")]


class Attesting(Body):
    """A statement about a thing."""

    subject: IdentifierText
    schema_: Annotated[dict[str, Any], Field(alias="schema")]
    statement: dict[str, Any]
    expires: str | None = None


@router.post("/schemas", status_code=202, **typed(SchemaPromiseView, 202))
def register_schema(request: Request, response: Response, body: SchemaBody, caller: Capturer) -> dict[str, Any]:
    """Register a schema; its id is the hash of its RFC 8785 text. One that is registered answers as final."""
    text = canonical_text("/schema", body.schema_)
    number = schema_id(text.encode())
    if schemas_of(rooms_of(request).mirror, [number]):
        response.headers["Location"] = f"/api/v1/attestations/schemas/{hexadecimal(number)}"
        return {"schema": hexadecimal(number), "progress": "final"}
    return promised(request, response, caller.organisation, RegisterSchema(text)) | {"schema": hexadecimal(number)}


@router.get("/schemas/{schema}", **typed(SchemaView))
def get_schema(request: Request, schema: Hash) -> dict[str, Any]:
    """Tell one schema."""
    found = schemas_of(rooms_of(request).mirror, [octets(schema)])
    if not found:
        raise NotFound("schema", schema)
    return {
        "schema": schema,
        "organisation": found[0].organisation,
        "content": json.loads(found[0].text),
        "progress": "final",
    }


@router.post("", status_code=202, **typed(AttestationPromiseView, 202))
def issue(request: Request, response: Response, body: Attesting, caller: Capturer) -> dict[str, Any]:
    """Attest something of a thing; for everyone to read unless `Suyuan-Disclosure` says otherwise."""
    subject = identifier_at("/subject", body.subject)
    rooms = rooms_of(request)
    asked = capture_request_of(request, caller)
    if request.headers.get(DISCLOSURE_HEADER) is None:
        asked = replace(asked, disclosure=EVERYONE)
    schema = canonical_text("/schema", body.schema_)
    statement = _exact(body.statement)
    made = attest(
        rooms.record, rooms.mirror, subject, schema, statement, asked, expires=_seconds("/expires", body.expires)
    )
    return announced(request, response, made.promise) | {"attestation": hexadecimal(made.attestation_id)}


@router.get("", **typed(AttestationList, Link="The next page"))
def list_attestations(
    request: Request,
    response: Response,
    caller: AnyCaller,
    id: Annotated[str | None, Field(max_length=1000)] = None,
    organisation: Annotated[int | None, Field(ge=1, lt=2**32)] = None,
) -> dict[str, Any]:
    """List attestations about a thing (`id`), or by an issuer (`organisation`)."""
    rooms = rooms_of(request)
    if id is not None:
        found = attestations_about(rooms.mirror, [key_at(request, "query id", id)[1]])
    elif organisation is not None:
        size = page_size_of(request)
        bound = f"attestations by {organisation}"
        found = attestations_by(rooms.mirror, organisation, size + 1, pair_in(place_of(request, bound)) or (-1, b""))
        if len(found) > size:
            last = found[size - 1]
            announce_next(request, response, bound, f"{last.issued_at}:{last.attestation_id.hex()}", size)
        found = found[:size]
    else:
        raise QueryParameterInvalid("id", "", "give id or organisation")
    return {"attestations": attestation_contents(request, found, caller)}


@router.get("/{attestation}", **typed(AttestationView))
def get_attestation(request: Request, attestation: AttestationId, caller: AnyCaller) -> dict[str, Any]:
    """Tell one attestation."""
    found = attestation_of(rooms_of(request).mirror, octets(attestation))
    if found is None:
        raise NotFound("attestation", attestation)
    return attestation_contents(request, (found,), caller)[0]


@router.post("/{attestation}/revoke", status_code=202, **typed(PromiseView, 202))
def revoke(request: Request, response: Response, attestation: AttestationId, caller: Capturer) -> dict[str, Any]:
    """Revoke an attestation of the caller's organisation."""
    found = attestation_of(rooms_of(request).mirror, octets(attestation))
    if found is None or found.organisation != caller.organisation:
        raise NotFound("attestation of yours", attestation)
    return promised(request, response, caller.organisation, RevokeAttestation(found.attestation_id))


def attestation_contents(request: Request, found: tuple[Attestation, ...], caller: AnyCaller) -> list[dict[str, Any]]:
    """Return attestations as JSON; subject and statement as far as the caller may see them."""
    statements = statements_of(rooms_of(request).record, [item.attestation_id for item in found])
    contents = []
    for item in found:
        kept = statements.get(item.attestation_id)
        shown = (
            kept is not None
            and kept.shows_to(caller.reader)
            and (not kept.disclosure.hidden or kept.shows_whole_to(caller.reader))
        )
        contents.append(
            {
                "attestation": hexadecimal(item.attestation_id),
                "schema": hexadecimal(item.schema_id),
                "organisation": item.organisation,
                "status": AttestationStatus(item.status).name.lower(),
                "issuedAt": item.issued_at,
                "expiresAt": item.expires_at or None,
                "successor": hexadecimal(item.successor),
                "subject": kept.identifier if kept is not None and shown else None,
                "statement": json.loads(kept.body) if kept is not None and shown else None,
            }
        )
    return contents


def _seconds(pointer: str, text: str | None) -> int:
    if text is None:
        return 0
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError(text)
        return max(int(moment.timestamp()), 1)
    except (ValueError, OverflowError) as error:
        problem = Problem(
            "request-invalid", pointer, f"{text[:60]!r} is no time with an offset", "write 2027-03-01T00:00:00Z"
        )
        raise RequestInvalid([problem]) from error


def _exact(value: Any) -> Any:
    """Return a value of JSON with decimals instead of floats."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, dict):
        return {name: _exact(item) for name, item in value.items()}
    return [_exact(item) for item in value] if isinstance(value, list) else value
