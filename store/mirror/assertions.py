"""Attestations, their schemas, and liens, as the chain says now. They are public; who may hear of a lien the caller decides."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from sqlalchemy import Row, Select, select

from store.columns import table_of
from store.database import Mirror
from store.mirror.tables import AttestationRow, LienRow, SchemaRow
from store.mirror.versions import newest

T = TypeVar("T")

attestations = table_of(AttestationRow)
schemas = table_of(SchemaRow)
liens = table_of(LienRow)


@dataclass(frozen=True, slots=True)
class Attestation:
    """An attestation; times in seconds since 1970, `expires_at` 0 means never."""

    attestation_id: bytes
    schema_id: bytes
    subject: bytes
    organisation: int
    key_number: int
    commitment: bytes
    status: int
    """1 issued, 2 revoked, 3 superseded."""
    issued_at: int
    expires_at: int
    successor: bytes | None


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema of attestations."""

    schema_id: bytes
    organisation: int
    text: str
    """RFC 8785 JSON."""
    registered_at: int


@dataclass(frozen=True, slots=True)
class Lien:
    """A lien; times in seconds since 1970."""

    lien_id: bytes
    state: int
    """1 reserved, 2 active, 3 released."""
    asset: bytes
    pledgor: int
    pledgee: int
    until: int
    """End of a reservation."""
    since: int


def attestation_of(mirror: Mirror, attestation_id: bytes) -> Attestation | None:
    """Return one attestation."""
    found = _all(mirror, _attestations().where(attestations.c.attestation_id == attestation_id), Attestation)
    return found[0] if found else None


def attestations_of(mirror: Mirror, attestation_ids: Sequence[bytes]) -> tuple[Attestation, ...]:
    """Return the attestations of these ids, those that are on the chain."""
    return _all(mirror, _attestations().where(attestations.c.attestation_id.in_(list(attestation_ids))), Attestation)


def attestations_about(mirror: Mirror, subjects: Sequence[bytes]) -> tuple[Attestation, ...]:
    """Return the attestations about these keys, oldest first, revoked and superseded ones included."""
    return _all(
        mirror, _attestations().where(attestations.c.subject.in_(list(subjects))).order_by(*_OLDEST), Attestation
    )


def attestations_by(
    mirror: Mirror, organisation: int, limit: int = 100, after: tuple[int, bytes] = (-1, b"")
) -> tuple[Attestation, ...]:
    """Return the attestations of one issuer, oldest first, from the one after (issued at, id)."""
    time, number = after
    later = (attestations.c.issued_at > time) | (
        (attestations.c.issued_at == time) & (attestations.c.attestation_id > number)
    )
    query = _attestations().where(attestations.c.organisation == organisation, later).order_by(*_OLDEST).limit(limit)
    return _all(mirror, query, Attestation)


def schemas_of(mirror: Mirror, schema_ids: Sequence[bytes] | None = None) -> tuple[Schema, ...]:
    """Return schemas, all or those with the ids given."""
    query = select(schemas).order_by(schemas.c.position)
    return _all(mirror, query if schema_ids is None else query.where(schemas.c.schema_id.in_(list(schema_ids))), Schema)


def lien_of(mirror: Mirror, lien_id: bytes) -> Lien | None:
    """Return one lien."""
    found = _all(mirror, _liens().where(liens.c.lien_id == lien_id), Lien)
    return found[0] if found else None


def liens_on(mirror: Mirror, assets: Sequence[bytes]) -> tuple[Lien, ...]:
    """Return the liens on these keys, released ones included, oldest first."""
    return _all(mirror, _liens().where(liens.c.asset.in_(list(assets))).order_by(liens.c.position), Lien)


def liens_with(
    mirror: Mirror, organisation: int, limit: int = 100, after: tuple[int, bytes] = (-1, b"")
) -> tuple[Lien, ...]:
    """Return the liens of which an organisation is pledgor or pledgee, from the one after (since, id)."""
    since, number = after
    later = (liens.c.since > since) | ((liens.c.since == since) & (liens.c.lien_id > number))
    mine = (liens.c.pledgor == organisation) | (liens.c.pledgee == organisation)
    return _all(mirror, _liens().where(mine, later).order_by(liens.c.since, liens.c.lien_id).limit(limit), Lien)


_OLDEST = (attestations.c.issued_at, attestations.c.attestation_id)


def _attestations() -> Select[Any]:
    return newest(attestations, ("attestation_id",))


def _liens() -> Select[Any]:
    return newest(liens, ("lien_id",))


def _all(mirror: Mirror, query: Select[Any], kind: type[T]) -> tuple[T, ...]:
    with mirror.reading() as connection:
        return tuple(_built(row, kind) for row in connection.execute(query))


def _built(row: Row[Any], kind: type[T]) -> T:
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})  # type: ignore[arg-type]  # dataclasses
