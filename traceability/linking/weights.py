"""Preferences with their weights, as `Accept` and `Accept-Language` write them (RFC 9110 §12.4.2)."""

from __future__ import annotations

from math import isnan
from typing import TypeAlias

Weighted: TypeAlias = tuple[str, float]
"""A range in lower case, and its weight from 0 to 1."""

LONGEST_HEADER = 4096
"""Characters of a header that are looked at."""


def weighted(header: str) -> tuple[Weighted, ...]:
    """Return ranges and weights of a header; a weight that cannot be read counts as nothing."""
    pairs: list[Weighted] = []
    for item in header[:LONGEST_HEADER].split(","):
        name, *parameters = (part.strip().lower() for part in item.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = min(max(float(parameter[2:]), 0.0), 1.0)
                except ValueError:
                    weight = 0.0
        if name:
            pairs.append((name, 0.0 if isnan(weight) else weight))
    return tuple(pairs)
