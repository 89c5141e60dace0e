"""Problems that consumers report about a thing, read by the holder of its prefix."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Row, insert, select, update

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


@dataclass(frozen=True, slots=True)
class ReportLimits:
    """How many reports are kept in one window of time."""

    seconds: int = 3600
    """Length of the window."""
    thing: int = 10
    """About one thing."""
    holder: int = 300
    """About the things of one holder."""


def keep_report(record: Record, report: Report, limits: ReportLimits | None = None) -> int | None:
    """Keep a report and return None; where a limit is reached keep nothing and return the seconds until one may come again."""
    with record.writing() as connection:
        if limits is not None:
            waits = (
                _wait(connection, reports.c.identifier, report.identifier, limits.thing, limits, report.created_at),
                _wait(
                    connection, reports.c.organisation, report.organisation, limits.holder, limits, report.created_at
                ),
            )
            if any(waits):
                return max(waits)
        connection.execute(insert(reports), {name: getattr(report, name) for name in Report.__slots__})
    return None


def _wait(
    connection: Connection, column: Column[Any], value: object, most: int, limits: ReportLimits, now: datetime
) -> int:
    """Return the seconds until fewer than so many reports lie in the window, 0 where there are fewer now."""
    window = timedelta(seconds=limits.seconds)
    query = select(reports.c.created_at).where(column == value, reports.c.created_at > now - window)
    oldest = connection.execute(query.order_by(reports.c.created_at.desc()).offset(most - 1).limit(1)).scalar()
    return 0 if oldest is None else max(int((oldest + window - now).total_seconds()) + 1, 1)


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
