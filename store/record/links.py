"""Links that firms keep for their own things, and prefixes that another resolver handles (GS1-Conformant Resolver 1.2.0)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from store.bulk import rows_among
from store.columns import moment_of, table_of
from store.database import Record
from store.reader import ANYONE, MEMBERS, Reader
from store.record.link_tables import DelegationRow, LinkRow
from traceability.linking.link import Link, Standing

links = table_of(LinkRow)
delegations = table_of(DelegationRow)

DEFAULT = "default"
"""The standing that one link of an anchor may have."""


@dataclass(frozen=True, slots=True)
class KeptLink:
    """A link as its firm keeps it."""

    id: str
    organisation: int
    anchor: str
    relation: str
    target: str
    title: str
    languages: tuple[str, ...]
    media_type: str | None
    contexts: tuple[str, ...]
    forwards_query: bool
    standing: str
    """`plain`, `default` or `alternative`."""
    visibility: str
    """`public`, `members` or `private`."""
    readers: tuple[int, ...]
    """Subjects that see it beside its owner: organisations by their number, and groups."""
    created_at: datetime
    changed_at: datetime

    @property
    def digest(self) -> bytes:
        """Return what tells it from the firm's other links: the same link is kept once."""
        parts = (
            self.anchor,
            self.relation,
            self.target,
            *self.languages,
            "",
            self.media_type or "",
            *self.contexts,
        )
        return hashlib.sha256(json.dumps(parts).encode()).digest()

    @property
    def link(self) -> Link:
        """Return it as links are selected and written."""
        return Link(
            self.relation,
            self.target,
            self.title,
            self.languages,
            self.media_type,
            self.contexts,
            self.forwards_query,
            Standing(self.standing),
            self.visibility == ANYONE,
        )

    def shows_to(self, reader: Reader) -> bool:
        """Whether a reader may know of it."""
        if self.visibility == ANYONE or (self.visibility == MEMBERS and not reader.is_anonymous):
            return True
        return not {self.organisation, *self.readers}.isdisjoint(reader.whole_subjects)


def links_at(
    record: Record, anchors: Sequence[str], organisation: int, reader: Reader
) -> Mapping[str, tuple[KeptLink, ...]]:
    """Return a firm's links at some anchors, by anchor, those that the reader may know of; oldest first."""
    query = f"SELECT {_COLUMNS} FROM links WHERE anchor {{among}} AND organisation = {{}} ORDER BY created_at, id"
    found: dict[str, list[KeptLink]] = {}
    with record.reading() as connection:
        rows = rows_among(connection, query, anchors, organisation)
    for row in rows:
        link = _read(row)
        if link.shows_to(reader):
            found.setdefault(link.anchor, []).append(link)
    return {anchor: tuple(items) for anchor, items in found.items()}


def links_of(
    record: Record, organisation: int, *, anchor: str | None = None, limit: int = 100, after: str = ""
) -> tuple[KeptLink, ...]:
    """Return a firm's own links in the order of their ids, of one anchor where asked, from the one after `after`."""
    query = select(links).where(links.c.organisation == organisation, links.c.id > after)
    if anchor is not None:
        query = query.where(links.c.anchor == anchor)
    with record.reading() as connection:
        return tuple(_link(row) for row in connection.execute(query.order_by(links.c.id).limit(limit)))


def link_by_id(record: Record, link_id: str, organisation: int) -> KeptLink | None:
    """Return one of a firm's own links."""
    query = select(links).where(links.c.id == link_id, links.c.organisation == organisation)
    with record.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else _link(row)


def keep_links(record: Record, wanted: Iterable[KeptLink]) -> tuple[int, int]:
    """Keep links, all or none, and return how many are new and how many took the place of the same link.

    A link that becomes the default of its anchor takes that standing from the one that had it.
    """
    newest = {(link.organisation, link.digest): link for link in wanted}
    with record.writing() as connection:
        known = _known(connection, list(newest))
        for key, link in newest.items():
            if link.standing == DEFAULT:
                _take_default(connection, link, known.get(key))
        new = [_columns(link) for key, link in newest.items() if key not in known]
        if new:
            connection.execute(insert(links), new)
        for key, link_id in known.items():
            values = {name: value for name, value in _columns(newest[key]).items() if name not in ("id", "created_at")}
            connection.execute(update(links).where(links.c.id == link_id).values(values))
    return len(new), len(known)


def add_link(record: Record, link: KeptLink) -> bool:
    """Keep a new link and say whether the firm did not have the same one before."""
    try:
        with record.writing() as connection:
            if link.standing == DEFAULT:
                _take_default(connection, link, None)
            connection.execute(insert(links), _columns(link))
    except IntegrityError:
        return False
    return True


def change_link(record: Record, link: KeptLink) -> bool:
    """Give one of a firm's links new content and say whether no other one is the same."""
    mine = (links.c.id == link.id) & (links.c.organisation == link.organisation)
    try:
        with record.writing() as connection:
            if link.standing == DEFAULT:
                _take_default(connection, link, link.id)
            connection.execute(update(links).where(mine).values(_columns(link)))
    except IntegrityError:
        return False
    return True


def remove_link(record: Record, link_id: str, organisation: int) -> bool:
    """Remove one of a firm's links and say whether there was one."""
    mine = (links.c.id == link_id) & (links.c.organisation == organisation)
    with record.writing() as connection:
        return connection.execute(delete(links).where(mine)).rowcount == 1


_COLUMNS = ", ".join(KeptLink.__slots__)


@dataclass(frozen=True, slots=True)
class Delegation:
    """A prefix whose codes another resolver handles."""

    scheme: str
    prefix: str
    organisation: int
    """The holder that delegated, or 0 for the operator of this resolver."""
    target: str
    """Root of the other resolver, without a trailing slash."""
    created_at: datetime


def delegate(record: Record, delegation: Delegation) -> None:
    """Hand the codes of a prefix to another resolver, or to another one than before."""
    mine = _same(delegation.scheme, delegation.prefix, delegation.organisation)
    with record.writing() as connection:
        connection.execute(delete(delegations).where(mine))
        connection.execute(insert(delegations), {name: getattr(delegation, name) for name in Delegation.__slots__})


def take_back(record: Record, scheme: str, prefix: str, organisation: int) -> bool:
    """Answer for the codes of a prefix again, and say whether they were handed away."""
    with record.writing() as connection:
        return connection.execute(delete(delegations).where(_same(scheme, prefix, organisation))).rowcount == 1


def delegations_of(record: Record, scheme: str, prefixes: Sequence[str]) -> tuple[Delegation, ...]:
    """Return who handed away which of some prefixes of a scheme, the longest prefix first."""
    query = (
        "SELECT scheme, prefix, organisation, target, created_at FROM delegations"
        " WHERE prefix {among} AND scheme = {} ORDER BY organisation"
    )
    with record.reading() as connection:
        rows = rows_among(connection, query, prefixes, scheme)
    found = [Delegation(of, prefix, by, target, moment_of(since)) for of, prefix, by, target, since in rows]
    return tuple(sorted(found, key=lambda item: -len(item.prefix)))


def all_delegations(record: Record, organisation: int | None = None) -> tuple[Delegation, ...]:
    """Return every delegation, or those of one firm (0: of the operator)."""
    query = select(delegations).order_by(delegations.c.scheme, delegations.c.prefix, delegations.c.organisation)
    if organisation is not None:
        query = query.where(delegations.c.organisation == organisation)
    with record.reading() as connection:
        return tuple(_delegation(row) for row in connection.execute(query))


def _known(connection: Connection, keys: Sequence[tuple[int, bytes]]) -> dict[tuple[int, bytes], str]:
    """Return the ids of those links, by organisation and digest, that are kept already."""
    query = "SELECT organisation, digest, id FROM links WHERE digest {among} AND organisation = {}"
    found: dict[tuple[int, bytes], str] = {}
    for firm in {organisation for organisation, _ in keys}:
        digests = [digest for organisation, digest in keys if organisation == firm]
        for organisation, digest, link_id in rows_among(connection, query, digests, firm):
            found[organisation, bytes(digest)] = link_id
    return found


def _take_default(connection: Connection, link: KeptLink, known: str | None) -> None:
    others = (
        (links.c.organisation == link.organisation)
        & (links.c.anchor == link.anchor)
        & (links.c.standing == DEFAULT)
        & (links.c.id != (known or ""))
    )
    connection.execute(update(links).where(others).values(standing="plain", changed_at=link.changed_at))


def _same(scheme: str, prefix: str, organisation: int) -> Any:
    return (
        (delegations.c.scheme == scheme)
        & (delegations.c.prefix == prefix)
        & (delegations.c.organisation == organisation)
    )


def _columns(link: KeptLink) -> dict[str, Any]:
    values = {name: getattr(link, name) for name in KeptLink.__slots__}
    lists = {name: json.dumps(list(values[name])) for name in ("languages", "contexts", "readers")}
    return values | lists | {"digest": link.digest}


def _read(row: Sequence[Any]) -> KeptLink:
    """Return a link from the columns of `_COLUMNS`, as the driver gives them."""
    values = dict(zip(KeptLink.__slots__, row, strict=True))
    for name in ("languages", "contexts", "readers"):
        values[name] = () if values[name] == "[]" else tuple(json.loads(values[name]))
    values["forwards_query"] = bool(values["forwards_query"])
    values["created_at"], values["changed_at"] = moment_of(values["created_at"]), moment_of(values["changed_at"])
    return KeptLink(**values)


def _link(row: Row[Any]) -> KeptLink:
    values = {name: getattr(row, name) for name in KeptLink.__slots__}
    lists = {name: tuple(json.loads(values[name])) for name in ("languages", "contexts", "readers")}
    return KeptLink(**(values | lists))


def _delegation(row: Row[Any]) -> Delegation:
    return Delegation(**{name: getattr(row, name) for name in Delegation.__slots__})
