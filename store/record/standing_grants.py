"""Standing grants: what an owner opens of events that are captured later, applied within the capture's transaction."""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from sqlalchemy import Connection, or_, select

from store.bulk import insert_rows
from store.columns import table_of
from store.reader import grant_subject
from store.record.access_tables import GrantRow
from store.record.tables import EventReaderRow
from store.selection import Selection

grants = table_of(GrantRow)
event_readers = table_of(EventReaderRow)


def open_to_standing(
    connection: Connection, organisation: int, captured: Iterable[tuple[bytes, str]], now: datetime
) -> None:
    """Open newly captured events (commitment, body) to the standing grants that select them, within the capture's transaction."""
    query = select(grants.c.id, grants.c.selection).where(
        grants.c.organisation == organisation, grants.c.standing, grants.c.revoked_at.is_(None),
        or_(grants.c.until.is_(None), grants.c.until > now),
    )  # fmt: skip
    standing = [(number, Selection.from_json(text)) for number, text in connection.execute(query)]
    if not standing:
        return
    rows = []
    for commitment, text in captured:
        body = msgspec.json.decode(text)
        rows += [(commitment, grant_subject(number)) for number, each in standing if each.takes(commitment, body)]
    insert_rows(connection, event_readers, rows)
