"""How the columns of a table become the fields of EPCIS events.

A mapping is a JSON object: `fields` says for each field of an event where its value comes from, `group` names the column whose
equal values make one event of several rows, `separator` parts several identifiers in one cell.

```json
{"group": "delivery",
 "fields": {"type": {"value": "ObjectEvent"}, "action": {"value": "OBSERVE"}, "bizStep": {"value": "shipping"},
            "eventTime": {"column": "shipped", "format": "%Y-%m-%d %H:%M", "offset": "+08:00"},
            "epcList": {"template": "https://id.gs1.org/01/{gtin}/21/{serial}"},
            "bizTransactionList/desadv": {"column": "note"}}}
```
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from capture.errors import MappingInvalid
from traceability.epcis.nesting import nests_too_deeply

SCALARS: Final = frozenset(
    (
        "type",
        "action",
        "eventID",
        "eventTimeZoneOffset",
        "bizStep",
        "disposition",
        "readPoint",
        "bizLocation",
        "parentID",
        "transformationID",
    )
)
"""Fields with one value of text."""
TIMES: Final = frozenset(("eventTime",))
"""Fields with a time."""
LISTS: Final = frozenset(("epcList", "childEPCs", "inputEPCList", "outputEPCList"))
"""Fields with a list of identifiers."""
QUANTITIES: Final = frozenset(("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"))
"""Lists of quantities; the part after the slash is epcClass, quantity or uom."""
TYPED: Final = {"bizTransactionList": "bizTransaction", "sourceList": "source", "destinationList": "destination"}
"""Lists of typed references and the name of the value; the part after the slash is the type."""

_OPTIONS: Final = frozenset(("column", "value", "template", "format", "offset", "required"))
_TEMPLATE_COLUMN = re.compile(r"\{([^{}]{1,200})\}")
_OFFSET = re.compile(r"[+-](0\d|1[0-4]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class FieldSource:
    """Where one field of an event comes from: exactly one of column, value and template."""

    field: str
    """Name of the field, with the part after the slash where there is one."""
    column: str | None
    """Column whose cell is the value."""
    value: str | None
    """Value of every event."""
    template: str | None
    """Text in which `{column}` stands for that column's cell, percent-encoded."""
    format: str | None
    """How a time is written (strptime); without it ISO 8601."""
    offset: str | None
    """Offset of times that name none, `+08:00`."""
    required: bool
    """Whether an empty cell is a fault; else the field is left out."""

    def columns(self) -> tuple[str, ...]:
        """Return the columns that this source reads."""
        if self.column is not None:
            return (self.column,)
        return tuple(_TEMPLATE_COLUMN.findall(self.template)) if self.template is not None else ()


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A whole mapping, checked."""

    fields: tuple[FieldSource, ...]
    """Sources in the order in which they were given."""
    group: str | None
    """Column of which equal values make one event."""
    separator: str
    """What parts identifiers in one cell."""


def mapping_of(text: str | bytes) -> TableMapping:
    """Return the mapping that a JSON text says.

    Raises:
        MappingInvalid: naming the field, if the text is not such a mapping.
    """
    try:
        plain = text if isinstance(text, str) else text.decode()
        content = None if nests_too_deeply(plain) else json.loads(plain)
    except (ValueError, RecursionError) as error:
        raise MappingInvalid("the mapping", "is not a JSON object") from error
    if not isinstance(content, dict) or not isinstance(content.get("fields"), dict):
        raise MappingInvalid("fields", "is missing; it is an object from event field to its source")
    unknown = set(content) - {"fields", "group", "separator"}
    if unknown:
        raise MappingInvalid(min(unknown), "does not exist; known are fields, group and separator")
    group, separator = content.get("group"), content.get("separator", ";")
    if group is not None and not isinstance(group, str):
        raise MappingInvalid("group", "is the name of a column")
    if not isinstance(separator, str) or not separator:
        raise MappingInvalid("separator", "is a text of at least one character")
    fields = tuple(_source(str(name), value) for name, value in content["fields"].items())
    for needed in ("type", "eventTime"):
        if all(source.field != needed for source in fields):
            raise MappingInvalid(needed, "is missing; every EPCIS event has one")
    return TableMapping(fields, group, separator)


def _source(field: str, options: Any) -> FieldSource:
    head, _, tail = field.partition("/")
    known = (
        (not tail and (field in SCALARS or field in TIMES or field in LISTS))
        or (head in QUANTITIES and tail in ("epcClass", "quantity", "uom"))
        or (head in TYPED and bool(tail))
        or (head == "ilmd" and bool(tail))
    )
    if not known:
        raise MappingInvalid(field, "is no field that a table can fill")
    if not isinstance(options, Mapping):
        raise MappingInvalid(field, 'needs an object such as {"column": "…"} or {"value": "…"}')
    unknown = set(options) - _OPTIONS
    if unknown:
        raise MappingInvalid(field, f"has the unknown option {min(unknown)!r}")
    if sum(name in options for name in ("column", "value", "template")) != 1:
        raise MappingInvalid(field, "needs exactly one of column, value and template")
    texts = {name: options.get(name) for name in ("column", "value", "template", "format", "offset")}
    for name, text in texts.items():
        if text is not None and not isinstance(text, str):
            raise MappingInvalid(field, f"{name} is a text")
    if texts["offset"] is not None and not _OFFSET.fullmatch(str(texts["offset"])):
        raise MappingInvalid(field, "offset is written like +08:00")
    return FieldSource(field=field, required=bool(options.get("required", True)), **texts)
