"""Media types of links and how well they fit what a client accepts (RFC 6838; RFC 9110 §12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from traceability.linking.errors import LinkInvalid
from traceability.linking.weights import Weighted

TOP_LEVEL: Final = frozenset(
    ("application", "audio", "font", "haptics", "image", "message", "model", "multipart", "text", "video")
)
"""Top-level types of the IANA registry."""

_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")
_WRITTEN: Final = re.compile(r"[a-z]+/[-+.\w]+", re.ASCII)


def verified_media_type(text: str) -> str:
    """Return a media type in lower case and without parameters.

    Raises:
        LinkInvalid: it is none, or of a tree that is not registered.
    """
    kind = text.partition(";")[0].strip().lower()
    if not (_TYPE.fullmatch(kind) and _WRITTEN.fullmatch(kind)):
        raise LinkInvalid("type", text, "write a media type such as text/html or application/pdf")
    main, _, rest = kind.partition("/")
    if main not in TOP_LEVEL:
        raise LinkInvalid("type", text, f"begin with one of: {', '.join(sorted(TOP_LEVEL))}")
    if rest.startswith(("x-", "x.")):
        raise LinkInvalid("type", text, "name a type that IANA has registered; those that begin with x- are private")
    return kind


def media_weight(kind: str | None, accepted: Sequence[Weighted]) -> float:
    """Return how much a client wants a type, from 0 (not) to 1; what nothing is known of fits whatever `*/*` fits."""
    best, exactness = 0.0, -1
    for name, weight in accepted:
        if name == "*/*":
            fit = 0
        elif kind is None:
            continue
        elif name == kind:
            fit = 2
        elif name.endswith("/*") and kind.startswith(name[:-1]):
            fit = 1
        else:
            continue
        if fit > exactness:
            best, exactness = weight, fit
    return best


def names_type(kind: str, accepted: Sequence[Weighted]) -> bool:
    """Return whether a client asks for a type by name and not only by `*/*`."""
    main = kind.partition("/")[0]
    return any(weight > 0 and name in (kind, f"{main}/*") for name, weight in accepted)
