"""Problems that consumers report about a thing, read by the holder of its prefix."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.tables import ReportRow

reports = table_of(ReportRow)


@dataclass(frozen=True, slots=True)
class Report:
    """One reported problem."""

    id: str
    identifier: str
    organisation: int
    """The holder of the prefix."""
    reason: str
    text: str
    contact: str | None
    created_at: datetime
    closed_at: datetime | None = None


def keep_report(record: Record, report: Report) -> None:
    """Keep a report."""
    with record.writing() as connection:
        connection.execute(insert(reports), {name: getattr(report, name) for name in Report.__slots__})


def reports_of(record: Record, reader: Reader, limit: int = 100, before: datetime | None = None) -> tuple[Report, ...]:
    """Return the reports about the reader's own things, newest first; `before` is the time to go on from."""
    if reader.organisation is None:
        return ()
    query = select(reports).where(reports.c.organisation == reader.organisation)
    if before is not None:
        query = query.where(reports.c.created_at < before)
    with record.reading() as connection:
        rows = connection.execute(query.order_by(reports.c.created_at.desc(), reports.c.id).limit(limit))
        return tuple(_report(row) for row in rows)


def close_report(record: Record, report_id: str, reader: Reader, now: datetime) -> bool:
    """Close one of the reader's own reports and say whether there was one to close."""
    mine = (reports.c.id == report_id) & (reports.c.organisation == reader.organisation) & reports.c.closed_at.is_(None)
    with record.writing() as connection:
        return connection.execute(update(reports).where(mine).values(closed_at=now)).rowcount == 1


def _report(row: Row[Any]) -> Report:
    return Report(**{name: getattr(row, name) for name in Report.__slots__})
