"""Reading versioned rows: the newest version of each thing that fits, as of now or of a position."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, Table, and_, func, select

from store.columns import table_of
from store.database import Mirror
from store.mirror.tables import MirrorModel


def newest_versions(mirror: Mirror, model: type[MirrorModel], names: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the newest row for the given values of a key's columns, as a dictionary, or an empty list."""
    table = table_of(model)
    query = select(table).where(*(table.c[name] == value for name, value in names.items()))
    with mirror.reading() as connection:
        row = connection.execute(query.order_by(table.c.position.desc()).limit(1)).mappings().one_or_none()
    return [] if row is None else [dict(row)]


def newest(table: Table, names: Sequence[str]) -> Select[Any]:
    """Return the query for the newest version of everything in a versioned table; conditions can be added."""
    other = table.alias("later")
    same = and_(*(other.c[name] == table.c[name] for name in names))
    later = select(func.max(other.c.position)).where(same).correlate(table).scalar_subquery()
    return select(table).where(table.c.position == later)
