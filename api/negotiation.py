"""Which form of an answer the caller gets: `Accept` and `Accept-Language` with their q-values (RFC 9110 §12.5)."""

from __future__ import annotations

from collections.abc import Sequence

from api.errors import NotAcceptable
from traceability.linking.weights import Weighted, weighted

JSON_TYPES = ("application/ld+json", "application/json")
"""Writings of JSON, the one an EPCIS document is last: what is asked for is what is named in the answer."""
XML_TYPES = ("application/xml", "text/xml")
"""Writings of XML."""
HTML_TYPE = "text/html"
"""A page for a person."""


def preferred(accept: str | None, offered: Sequence[str]) -> str:
    """Return the offered media type that the header likes best; the first offered wins among equals.

    Raises:
        NotAcceptable: if the header admits none of them.
    """
    if accept is None or not accept.strip():
        return offered[0]
    ranges = weighted(accept)
    best, best_weight = "", 0.0
    for kind in offered:
        weight = _media_weight(kind, ranges)
        if weight > best_weight:
            best, best_weight = kind, weight
    if not best:
        raise NotAcceptable(accept, offered)
    return best


def preferred_language(accept_language: str | None, asked: str | None) -> str:
    """Return `zh` or `en`: what the address asks for, else what the browser prefers, else Chinese."""
    if asked in ("zh", "en"):
        return str(asked)
    best, best_weight = "zh", 0.0
    for name, weight in weighted(accept_language or ""):
        primary = name.partition("-")[0]
        if primary in ("zh", "en") and weight > best_weight:
            best, best_weight = primary, weight
    return best


def _media_weight(kind: str, ranges: Sequence[Weighted]) -> float:
    """Return the weight of the most specific range that holds this type (RFC 9110 §12.5.1)."""
    main = kind.partition("/")[0]
    for candidate in (kind, f"{main}/*", "*/*"):
        for name, weight in ranges:
            if name == candidate:
                return weight
    return 0.0
