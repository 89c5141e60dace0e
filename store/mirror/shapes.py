"""Shapes: type, action, business step and disposition of an event as one small number, so that one index serves all four."""

import json
from typing import Any

from store.mirror.interning import Interner
from store.mirror.projection import Projection

LONGEST = 500
"""Bytes of the longest step or disposition that is part of a shape; a longer one is a term of its event."""


class ShapeInterner(Interner):
    """Gives each combination its number."""

    def _row(self, number: int, value: Any) -> tuple[Any, ...]:
        return (number, value, *json.loads(value))


def shape_of(projection: Projection) -> str:
    """Return what names the shape of an event: the parts that everyone may know who knows of the event."""
    parts = (projection.event_type, projection.action, projection.biz_step, projection.disposition)
    return json.dumps(parts, ensure_ascii=False)
