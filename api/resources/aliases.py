"""Aliases: which codes are said to name one thing, by whom, and what each claim is worth (docs/decisions/0019)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Path, Request, Response
from pydantic import Field
from typing_extensions import TypedDict

from api.callers import AnyCaller, Capturer
from api.capture_options import DISCLOSURE_HEADER, capture_request_of
from api.errors import NotFound, RequestInvalid
from api.resources.fields import Body, Hash, IdentifierText, identifier_at, octets
from api.resources.promises import announced, promised
from api.rooms import rooms_of
from capture.aliasing import claim_alias
from capture.disclosure import EVERYONE
from capture.errors import Problem
from evidence.aliases import KnownAlias, aliases_of
from store.mirror.assertions import attestation_of
from store.record.payloads import RevokeAttestation
from traceability.ledger.ids import schema_id
from traceability.life.aliases import ALIAS_SCHEMA, Relation, Standing

router = APIRouter(prefix="/api/v1/aliases", tags=["Aliases"])


class Conflict(TypedDict):
    """Another claim that would make two codes of one form name one thing."""

    organisation: int
    code: str
    other: str


class AliasContent(TypedDict):
    """What one organisation says of two codes, and what that is worth."""

    alias: str
    """The code beside the one that was asked for."""
    code: str
    """The code that is the claimant's."""
    other: str
    organisation: int
    standing: Literal["confirmed", "one_sided", "disputed"]
    deniedBy: list[int]
    conflicts: list[Conflict]
    since: str
    attestation: str


class AliasList(TypedDict):
    """What else a thing is said to be called."""

    id: str
    aliases: list[AliasContent]


class PromisedClaim(TypedDict):
    """A claim on its way to the chain."""

    id: int
    """Of the promise."""
    organisation: int
    operation: str
    progress: str
    createdAt: str
    changedAt: str
    attestation: str
    code: str
    other: str
    relation: str


class Revocation(TypedDict):
    """A revocation on its way to the chain."""

    id: int
    organisation: int
    operation: str
    progress: str
    createdAt: str
    changedAt: str


class Claiming(Body):
    """Two codes, and whether they name one thing."""

    codes: Annotated[list[IdentifierText], Field(min_length=2, max_length=2)]
    relation: Annotated[str, Field(pattern="^(same|different)$")] = "same"


@router.post("", status_code=202)
def claim(request: Request, response: Response, body: Claiming, caller: Capturer) -> PromisedClaim:
    """Claim that two codes name one thing, or that they do not; one of them is under a prefix of the caller's organisation.

    For everyone to read unless `Suyuan-Disclosure` says otherwise.
    """
    rooms = rooms_of(request)
    asked = capture_request_of(request, caller)
    if request.headers.get(DISCLOSURE_HEADER) is None:
        asked = replace(asked, disclosure=EVERYONE)
    if asked.disclosure.hidden:
        problem = Problem(
            "request-invalid", DISCLOSURE_HEADER, "a claim is shown whole or not at all", "leave hide= out"
        )
        raise RequestInvalid([problem])
    one, other = (identifier_at(f"/codes/{place}", text) for place, text in enumerate(body.codes))
    made = claim_alias(rooms.record, rooms.mirror, one, other, Relation(body.relation), asked)
    content = announced(request, response, made.attestation.promise) | {
        "attestation": "0x" + made.attestation.attestation_id.hex(),
        "code": made.code.canonical,
        "other": made.other.canonical,
        "relation": body.relation,
    }
    return cast(PromisedClaim, content)


@router.get("")
def list_aliases(request: Request, id: Annotated[str, Field(max_length=1000)], caller: AnyCaller) -> AliasList:
    """List what else a thing is said to be called, by whom, and what each claim is worth."""
    identifier = identifier_at("query id", id)
    rooms = rooms_of(request)
    found = aliases_of(rooms.record, rooms.mirror, [identifier.canonical], caller.reader)
    return AliasList(id=identifier.canonical, aliases=[alias_content(item, identifier.canonical) for item in found])


@router.delete("/{attestation}", status_code=202)
def revoke(request: Request, response: Response, attestation: Annotated[Hash, Path()], caller: Capturer) -> Revocation:
    """Take a claim of the caller's organisation back."""
    found = attestation_of(rooms_of(request).mirror, octets(attestation))
    ours = schema_id(ALIAS_SCHEMA.encode())
    if found is None or found.organisation != caller.organisation or found.schema_id != ours:
        raise NotFound("claim of yours", attestation)
    made = promised(request, response, caller.organisation, RevokeAttestation(found.attestation_id))
    return cast(Revocation, made)


def alias_content(known: KnownAlias, code: str) -> AliasContent:
    """Return what is told of a claim to whoever asks for one of its codes."""
    alias = known.alias
    return AliasContent(
        alias=alias.claim.beside(code) or alias.claim.other,
        code=alias.claim.code,
        other=alias.claim.other,
        organisation=alias.claim.organisation,
        standing=_STANDINGS[alias.standing],
        deniedBy=list(alias.denied_by),
        conflicts=[
            Conflict(organisation=claim.organisation, code=claim.code, other=claim.other) for claim in alias.conflicts
        ],
        since=datetime.fromtimestamp(known.issued_at, UTC).isoformat().replace("+00:00", "Z"),
        attestation="0x" + known.attestation_id.hex(),
    )


_STANDINGS: dict[Standing, Literal["confirmed", "one_sided", "disputed"]] = {
    Standing.CONFIRMED: "confirmed",
    Standing.ONE_SIDED: "one_sided",
    Standing.DISPUTED: "disputed",
}
