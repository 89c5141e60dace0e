"""Named queries that an organisation keeps (EPCIS 2.0, clause 12.7)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.exc import IntegrityError

from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.subscriptions import delete_where, subscriptions
from store.record.tables import NamedQueryRow

named_queries = table_of(NamedQueryRow)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query under a name of its own organisation."""

    organisation: int
    name: str
    definition: str
    """JSON."""
    created_at: datetime


def save_query(record: Record, organisation: int, name: str, definition: str, now: datetime) -> bool:
    """Keep a query and say whether the name was free."""
    row = {"organisation": organisation, "name": name, "definition": definition, "created_at": now}
    try:
        with record.writing() as connection:
            connection.execute(insert(named_queries), row)
    except IntegrityError:
        return False
    return True


def query_of(record: Record, name: str, reader: Reader) -> NamedQuery | None:
    """Return the reader's own query of this name."""
    query = select(named_queries).where(
        named_queries.c.organisation == reader.organisation, named_queries.c.name == name
    )
    with record.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else _query(row)


def queries_of(record: Record, reader: Reader, limit: int, after_name: str = "") -> tuple[NamedQuery, ...]:
    """Return the reader's own queries by name, from the one after `after_name`."""
    query = select(named_queries).where(
        named_queries.c.organisation == reader.organisation, named_queries.c.name > after_name
    )
    with record.reading() as connection:
        return tuple(_query(row) for row in connection.execute(query.order_by(named_queries.c.name).limit(limit)))


def delete_query(record: Record, name: str, reader: Reader) -> bool:
    """Delete the reader's own query of this name, end all that is subscribed to it, and say whether there was one."""
    mine = (named_queries.c.organisation == reader.organisation) & (named_queries.c.name == name)
    subscribed = (subscriptions.c.organisation == reader.organisation) & (subscriptions.c.query_name == name)
    with record.writing() as connection:
        delete_where(connection, subscribed)
        return connection.execute(named_queries.delete().where(mine)).rowcount == 1


def _query(row: Row[Any]) -> NamedQuery:
    return NamedQuery(**{name: getattr(row, name) for name in NamedQuery.__slots__})
