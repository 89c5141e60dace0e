"""Members and what they hold, as the chain says now: organisations, keys, grants, partners. All of it is public."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from sqlalchemy import Row, bindparam, select

from store.columns import table_of
from store.database import Mirror
from store.mirror.member_tables import EntryRow, GrantRow, KeyRow, NodeRow, OrganisationRow, PartnerRow, SchemeRow
from store.mirror.versions import newest

T = TypeVar("T")

entries = table_of(EntryRow)
organisations = table_of(OrganisationRow)
keys = table_of(KeyRow)
grants = table_of(GrantRow)
nodes = table_of(NodeRow)
partners = table_of(PartnerRow)
schemes = table_of(SchemeRow)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as the chain knows it."""

    organisation: int
    standing: int
    """1 active, 2 suspended."""
    roles: int
    successor: int
    profile: str
    """RFC 8785 JSON."""
    admitted_at: int
    """Seconds since 1970."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A signing key; times in seconds since 1970, `valid_until` 0 means open."""

    address: bytes
    organisation: int
    key_number: int
    valid_from: int
    valid_until: int


@dataclass(frozen=True, slots=True)
class GrantedPrefix:
    """The grant of a prefix, with its texts."""

    prefix_key: bytes
    scheme: str
    prefix: str
    status: int
    """1 granted, 2 suspended, 3 revoked."""
    holder: int
    everyone: int
    anchors_forbidden: int
    granted_at: int


@dataclass(frozen=True, slots=True)
class Node:
    """An organisation that may grant below a prefix."""

    prefix_key: bytes
    scheme: str
    prefix: str
    organisation: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of identifiers from which prefixes are granted."""

    scheme: str
    separator: str
    shortest: int
    longest: int


def contract_addresses(mirror: Mirror) -> tuple[bytes, ...]:
    """Return the addresses that the directory has named so far, those no longer in force included."""
    with mirror.reading() as connection:
        return tuple(connection.execute(select(entries.c.address).distinct()).scalars())


def organisation_of(mirror: Mirror, number: int) -> Organisation | None:
    """Return one organisation."""
    with mirror.reading() as connection:
        row = connection.execute(newest(organisations, ("organisation",)).where(organisations.c.organisation == number))
        return _one(row.one_or_none(), Organisation)


def organisations_after(mirror: Mirror, number: int = 0, limit: int = 100) -> tuple[Organisation, ...]:
    """Return organisations in the order of their numbers, from the one after `number`."""
    query = newest(organisations, ("organisation",)).where(organisations.c.organisation > number)
    with mirror.reading() as connection:
        rows = connection.execute(query.order_by(organisations.c.organisation).limit(limit))
        return tuple(_built(row, Organisation) for row in rows)


def organisations_of(mirror: Mirror, numbers: Sequence[int]) -> Mapping[int, Organisation]:
    """Return the organisations with these numbers."""
    query = newest(organisations, ("organisation",)).where(
        organisations.c.organisation.in_(bindparam("wanted", expanding=True))
    )
    with mirror.reading() as connection:
        return {
            row.organisation: _built(row, Organisation) for row in connection.execute(query, {"wanted": list(numbers)})
        }


def signing_keys_of(mirror: Mirror, organisation: int) -> tuple[SigningKey, ...]:
    """Return all keys that an organisation has ever had, by their number."""
    query = newest(keys, ("address",)).where(keys.c.organisation == organisation).order_by(keys.c.key_number)
    with mirror.reading() as connection:
        return tuple(_built(row, SigningKey) for row in connection.execute(query))


def signing_key(mirror: Mirror, address: bytes) -> SigningKey | None:
    """Return the key at an address."""
    with mirror.reading() as connection:
        row = connection.execute(newest(keys, ("address",)).where(keys.c.address == address)).one_or_none()
    return _one(row, SigningKey)


def grants_by_key(mirror: Mirror, prefix_keys: Sequence[bytes]) -> Mapping[bytes, GrantedPrefix]:
    """Return the grants of these prefixes, whatever their status."""
    query = newest(grants, ("prefix_key",)).where(grants.c.prefix_key.in_(bindparam("wanted", expanding=True)))
    with mirror.reading() as connection:
        found = connection.execute(query, {"wanted": list(prefix_keys)})
        return {row.prefix_key: _built(row, GrantedPrefix) for row in found}


def grants_until(mirror: Mirror, prefix_key: bytes) -> tuple[tuple[int, GrantedPrefix], ...]:
    """Return every version of the grant of a prefix with its position, oldest first."""
    query = select(grants).where(grants.c.prefix_key == prefix_key).order_by(grants.c.position)
    with mirror.reading() as connection:
        return tuple((row.position, _built(row, GrantedPrefix)) for row in connection.execute(query))


def grants_after(
    mirror: Mirror, holder: int | None = None, after: tuple[str, str] = ("", ""), limit: int = 100
) -> tuple[GrantedPrefix, ...]:
    """Return grants in the order of scheme and prefix, of one holder or of all, from the one after `after`."""
    query = newest(grants, ("prefix_key",)).where(
        (grants.c.scheme > after[0]) | ((grants.c.scheme == after[0]) & (grants.c.prefix > after[1]))
    )
    if holder is not None:
        query = query.where(grants.c.holder == holder)
    with mirror.reading() as connection:
        rows = connection.execute(query.order_by(grants.c.scheme, grants.c.prefix).limit(limit))
        return tuple(_built(row, GrantedPrefix) for row in rows)


def nodes_of(mirror: Mirror, organisation: int | None = None) -> tuple[Node, ...]:
    """Return the second-level nodes, of one organisation or all."""
    query = newest(nodes, ("prefix_key",)).where(nodes.c.organisation != 0)
    if organisation is not None:
        query = query.where(nodes.c.organisation == organisation)
    with mirror.reading() as connection:
        return tuple(_built(row, Node) for row in connection.execute(query.order_by(nodes.c.scheme, nodes.c.prefix)))


def partner_mask(mirror: Mirror, prefix_key: bytes, organisation: int) -> int:
    """Return the rights that a holder gave one organisation beyond everyone's; 0 where none."""
    return partners_of(mirror, prefix_key).get(organisation, 0)


def partners_of(mirror: Mirror, prefix_key: bytes) -> Mapping[int, int]:
    """Return the mask of each partner that the holder of a prefix named."""
    query = newest(partners, ("prefix_key", "organisation")).where(partners.c.prefix_key == prefix_key)
    with mirror.reading() as connection:
        return {row.organisation: row.mask for row in connection.execute(query)}


def schemes_of(mirror: Mirror) -> tuple[Scheme, ...]:
    """Return the registered schemes by name."""
    with mirror.reading() as connection:
        return tuple(_built(row, Scheme) for row in connection.execute(select(schemes).order_by(schemes.c.scheme)))


def _one(row: Row[Any] | None, kind: type[T]) -> T | None:
    return None if row is None else _built(row, kind)


def _built(row: Row[Any], kind: type[T]) -> T:
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})  # type: ignore[arg-type]  # all are dataclasses
