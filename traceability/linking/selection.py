"""Which link a request follows: by link type, language, context and media type (GS1-Conformant Resolver 1.2.0 §2.6).

```
no link type  ─▶ at the finest level with a default: one alternative that fits what is asked for, else the default
link type     ─▶ at the finest level with links of that type: what is not acceptable goes, then what fits best is kept by
                 language, by context and by media type; one is followed, several are a choice, none is not found
```
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from traceability.linking.languages import language_weight
from traceability.linking.link import Link
from traceability.linking.link_set import Level
from traceability.linking.media_types import media_weight, names_type
from traceability.linking.weights import Weighted


@dataclass(frozen=True, slots=True)
class Wish:
    """What a request says of the link that it wants."""

    relation: str | None = None
    """The link type, None for whatever is the default."""
    languages: tuple[Weighted, ...] = ()
    """None said: every language is as good."""
    media_types: tuple[Weighted, ...] = ()
    """None said: every form is as good."""
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """One link is the best."""

    link: Link
    level: Level


@dataclass(frozen=True, slots=True)
class Choice:
    """Several links are as good: whoever asked chooses (300)."""

    links: tuple[Link, ...]
    level: Level


@dataclass(frozen=True, slots=True)
class NothingThere:
    """No link is of the type that was asked for (404)."""

    relation: str | None


Selection: TypeAlias = Followed | Choice | NothingThere


def selected(levels: Sequence[Level], wish: Wish) -> Selection:
    """Return what a request follows; the levels stand finest first."""
    if wish.relation is None:
        return _default(levels, wish)
    for level in levels:
        links = level.of_type(wish.relation)
        if links:
            best = _best(links, wish)
            return Followed(best[0], level) if len(best) == 1 else Choice(best, level)
    return NothingThere(wish.relation)


def _default(levels: Sequence[Level], wish: Wish) -> Selection:
    for level in levels:
        if level.default is None:
            continue
        fitting = [link for link in level.alternatives if _fits(link, wish)]
        best = _best(fitting, wish) if fitting else ()
        return Followed(best[0] if len(best) == 1 else level.default, level)
    return NothingThere(None)


def _fits(link: Link, wish: Wish) -> bool:
    """Return whether a request gives a reason to follow this link instead of the default, and none against it."""
    reasons: list[bool] = []
    if link.languages and wish.languages:
        reasons.append(language_weight(link.languages, wish.languages) > 0)
    if link.contexts:
        reasons.append(not set(link.contexts).isdisjoint(wish.contexts))
    if link.media_type and wish.media_types:
        if media_weight(link.media_type, wish.media_types) <= 0:
            return False
        if names_type(link.media_type, wish.media_types):
            reasons.append(True)
    return bool(reasons) and all(reasons)


def _best(links: Sequence[Link], wish: Wish) -> tuple[Link, ...]:
    """Return the links that fit best; never none of them, for a link of the type is better than nothing."""
    kept = _some(links, lambda link: not wish.media_types or media_weight(link.media_type, wish.media_types) > 0)
    kept = _by_language(kept, wish.languages)
    kept = _by_context(kept, wish.contexts)
    kept = _heaviest(kept, lambda link: media_weight(link.media_type, wish.media_types))
    targets: dict[str, Link] = {}
    for link in kept:
        targets.setdefault(link.target, link)
    return tuple(targets.values())


def _by_language(links: Sequence[Link], wanted: Sequence[Weighted]) -> Sequence[Link]:
    if not wanted:
        return links
    if any(language_weight(link.languages, wanted) > 0 for link in links):
        return _heaviest(links, lambda link: language_weight(link.languages, wanted))
    return _some(links, lambda link: not link.languages)


def _by_context(links: Sequence[Link], wanted: Sequence[str]) -> Sequence[Link]:
    fitting = [link for link in links if not set(link.contexts).isdisjoint(wanted)]
    return fitting or _some(links, lambda link: not link.contexts)


def _heaviest(links: Sequence[Link], weight: Callable[[Link], float]) -> Sequence[Link]:
    most = max(map(weight, links))
    return [link for link in links if weight(link) == most]


def _some(links: Sequence[Link], admitted: Callable[[Link], bool]) -> Sequence[Link]:
    """Return the links that are admitted, or all where none is."""
    return [link for link in links if admitted(link)] or links
