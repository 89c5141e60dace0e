"""Reads a table (CSV, RFC 4180) through a mapping into one EPCIS document, and finds the row that an event came from."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import msgspec

from capture.errors import CaptureLimitExceeded, Problem
from capture.limits import Limits
from capture.mapping import LISTS, QUANTITIES, TIMES, TYPED, FieldSource, TableMapping

_EVENT_POINTER = re.compile(r"/epcisBody/eventList/(\d+)(/.*)?")
_COLUMN = re.compile(r"\{([^{}]{1,200})\}")
_ENCODER = msgspec.json.Encoder(decimal_format="number")
"""Writes numbers as they stood in the cell: 1.50 stays 1.50."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table came to: a document, the faults of its rows, and the way back from event to row."""

    document: bytes
    """An EPCISDocument as JSON-LD with the events of the rows that could be read."""
    events: int
    """Events in the document."""
    problems: tuple[Problem, ...]
    """Rows that could not be read, by row and column."""
    rows: tuple[tuple[int, ...], ...]
    """For each event the numbers of its rows; the header is row 1."""
    columns: dict[str, str]
    """For each field of an event the columns it was read from."""

    def place(self, pointer: str) -> str:
        """Return `row 7, column 'serial'` for a pointer into the document."""
        match = _EVENT_POINTER.fullmatch(pointer)
        if match is None or int(match[1]) >= len(self.rows):
            return pointer
        rows = self.rows[int(match[1])]
        parts = (match[2] or "").strip("/").split("/")
        if parts[0] in LISTS and len(parts) > 1 and parts[1].isdigit() and len(rows) > int(parts[1]):
            rows = (rows[int(parts[1])],)
        named = "row " + str(rows[0]) if len(rows) == 1 else f"rows {rows[0]} to {rows[-1]}"
        column = self.columns.get(parts[0])
        return f"{named}, column {column!r}" if column else named


def read_csv(data: bytes, mapping: TableMapping, limits: Limits, now: datetime) -> Table:
    """Return the events of a table in UTF-8 (with or without byte order mark).

    Raises:
        CaptureLimitExceeded: if it has more bytes or events than one capture may hold.
    """
    if len(data) > limits.bytes:
        raise CaptureLimitExceeded("bytes", limits.bytes)
    problems: list[Problem] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.append(_problem(line, None, "is not UTF-8", "save the table as CSV UTF-8"))
        return _table([], [], problems, mapping)
    events: list[dict[str, Any]] = []
    rows: list[list[int]] = []
    group_places: dict[str, int] = {}
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text))
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in _needed(mapping) if name not in header]
        if missing:
            problems.append(
                _problem(
                    1, missing[0], "is not in the header", f"add the column or map to one of: {', '.join(header[:30])}"
                )
            )
            return _table([], [], problems, mapping)
        for cells in reader:
            number = reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
            found: list[Problem] = []
            event = _event_of(row, mapping, number, found)
            if found:
                problems.extend(found)
                continue
            place = group_places.get(row.get(mapping.group or "", "")) if mapping.group else None
            if place is None:
                if len(events) >= limits.events:
                    raise CaptureLimitExceeded("events", limits.events)
                if mapping.group:
                    group_places[row.get(mapping.group, "")] = len(events)
                events.append(event)
                rows.append([number])
            else:
                _merge(events[place], event)
                rows[place].append(number)
    except csv.Error as error:
        problems.append(
            _problem(
                reader.line_num, None, f"is not CSV: {error}", "quote cells that hold separators, quotes or line ends"
            )
        )
    return _table(events, rows, problems, mapping, now)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _needed(mapping: TableMapping) -> list[str]:
    names = [name for source in mapping.fields for name in source.columns()]
    return names + ([mapping.group] if mapping.group else [])


def _event_of(row: dict[str, str], mapping: TableMapping, number: int, problems: list[Problem]) -> dict[str, Any]:
    event: dict[str, Any] = {}
    for source in mapping.fields:
        value = _value_of(source, row)
        if value == "":
            if source.required:
                column = next((name for name in source.columns() if not row.get(name)), None)
                problems.append(
                    _problem(number, column, "is empty", 'fill it, or map the field with "required": false')
                )
            continue
        try:
            _put(event, source, value, mapping.separator)
        except ValueError:
            column = source.columns()[0] if source.columns() else None
            shape = "a time" if source.field in TIMES else "a number"
            problems.append(_problem(number, column, f"{value[:80]!r} is not {shape}", _shape_cure(source)))
    return event


def _shape_cure(source: FieldSource) -> str:
    if source.field in TIMES:
        return (
            f"write it as {source.format}"
            if source.format
            else "write it as 2026-03-01T08:00:00+08:00, or give format and offset"
        )
    return "write digits with a decimal point"


def _value_of(source: FieldSource, row: dict[str, str]) -> str:
    if source.value is not None:
        return source.value
    if source.column is not None:
        return row.get(source.column, "")
    names = _COLUMN.findall(source.template or "")
    if any(not row.get(name) for name in names):
        return ""
    return _COLUMN.sub(lambda match: quote(row[match[1]], safe=""), source.template or "")


def _put(event: dict[str, Any], source: FieldSource, value: str, separator: str) -> None:
    head, _, tail = source.field.partition("/")
    if head in TIMES:
        moment = _moment(value, source)
        event[head] = moment.isoformat()
        event.setdefault("eventTimeZoneOffset", _offset_text(moment))
    elif head in LISTS:
        event.setdefault(head, []).extend(part.strip() for part in value.split(separator) if part.strip())
    elif head in QUANTITIES:
        element = event.setdefault(head, [{}])[0]
        element[tail] = _number(value) if tail == "quantity" else value
    elif head in TYPED:
        event.setdefault(head, []).append({"type": tail, TYPED[head]: value})
    elif head == "ilmd":
        event.setdefault("ilmd", {})[tail] = value
    elif head in ("readPoint", "bizLocation"):
        event[head] = {"id": value}
    else:
        event[head] = value


def _moment(value: str, source: FieldSource) -> datetime:
    # A format without an offset gives a naive time, which takes the mapping's offset below.
    moment = datetime.strptime(value, source.format) if source.format else datetime.fromisoformat(value)  # noqa: DTZ007
    if moment.tzinfo is not None:
        return moment
    if source.offset is None:
        raise ValueError(value)
    sign = -1 if source.offset[0] == "-" else 1
    return moment.replace(
        tzinfo=timezone(sign * timedelta(hours=int(source.offset[1:3]), minutes=int(source.offset[4:])))
    )


def _offset_text(moment: datetime) -> str:
    text = moment.strftime("%z")
    return f"{text[:3]}:{text[3:5]}"


def _number(value: str) -> Decimal:
    if not re.fullmatch(r"-?\d{1,30}(\.\d{1,30})?", value):
        raise ValueError(value)
    return Decimal(value)


def _merge(event: dict[str, Any], other: dict[str, Any]) -> None:
    for name, value in other.items():
        if isinstance(value, list):
            own = event.setdefault(name, [])
            own.extend(item for item in value if name in LISTS or item not in own)
        else:
            event.setdefault(name, value)


def _table(
    events: list[dict[str, Any]],
    rows: list[list[int]],
    problems: list[Problem],
    mapping: TableMapping,
    now: datetime | None = None,
) -> Table:
    document = {
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": (now or datetime.fromtimestamp(0, UTC)).isoformat(),
        "epcisBody": {"eventList": events},
    }
    columns = {
        source.field.partition("/")[0]: ", ".join(source.columns()) for source in mapping.fields if source.columns()
    }
    text = _ENCODER.encode(document)
    return Table(text, len(events), tuple(problems), tuple(tuple(numbers) for numbers in rows), columns)


def _problem(row: int, column: str | None, reason: str, cure: str) -> Problem:
    place = f"row {row}" if column is None else f"row {row}, column {column!r}"
    return Problem("row-invalid", place, f"{place} {reason}", cure)
