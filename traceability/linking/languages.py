"""Language tags of links and how well they fit a reader's preferences (BCP 47; RFC 4647; RFC 9110 §12.5.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from traceability.linking.errors import LinkInvalid
from traceability.linking.weights import Weighted

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-[A-Za-z0-9]{5,8})*")
_WRITTEN: Final = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")


def verified_tag(text: str) -> str:
    """Return a language tag in its usual case (`zh-Hans-CN`).

    Raises:
        LinkInvalid: it is none.
    """
    tag = text.strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        raise LinkInvalid("hreflang", text, "write a language tag such as zh, en or zh-CN")
    first, *others = tag.split("-")
    cased = [
        part.title() if len(part) == 4 and part.isalpha() else part.upper() if len(part) <= 3 else part.lower()
        for part in others
    ]
    return "-".join([first.lower(), *cased])


def written_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Return tags as the linkset schema takes them: two letters, or two and a region; what has no such form is left out."""
    written: list[str] = []
    for tag in tags:
        first, *others = tag.split("-")
        region = next((part for part in others if len(part) == 2 and part.isalpha()), None)
        short = first if region is None else f"{first}-{region}"
        if _WRITTEN.fullmatch(short) and short not in written:
            written.append(short)
    return tuple(written)


def language_weight(tags: Sequence[str], wanted: Sequence[Weighted]) -> float:
    """Return how much a reader wants a page in one of these languages, from 0 (not) to 1.

    A range fits a tag that is the same, that it begins (`zh` fits `zh-CN`), or that begins it (`zh-CN` is content with
    `zh`, by a trifle less): the truncation of RFC 4647 §3.4 in both directions. The most exact range decides for a tag.
    """
    return max((_tag_weight(tag.lower(), wanted) for tag in tags), default=0.0)


def _tag_weight(tag: str, wanted: Sequence[Weighted]) -> float:
    best, exactness = 0.0, -1
    for name, weight in wanted:
        if name == tag:
            fit = 1000
        elif tag.startswith(f"{name}-"):
            fit = 500 + len(name)
        elif name.startswith(f"{tag}-"):
            fit, weight = 250 + len(name), weight * 0.999  # noqa: PLW2901 - a trifle less than a page that fits whole
        elif name == "*":
            fit = 0
        else:
            continue
        if fit > exactness:
            best, exactness = weight, fit
    return best
