"""Tracing along confirmed aliases too, where the reader asks for it: what was recorded under another code of a thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from evidence.aliases import MOST_ROUNDS, aliases_of
from store.database import Mirror, Record
from store.mirror.tracing import MOST_DEPTH, Direction, Trace, TracedLink, TracedThing, trace
from store.reader import Reader

MOST_FOLLOWED = 1_000
"""Things of a trace whose other codes are looked for."""


@dataclass(frozen=True, slots=True)
class FollowedAlias:
    """Another code that a trace went on with."""

    code: str
    """The code that the trace had come to."""
    alias: str
    organisation: int
    """Who claims it; the claim is confirmed."""


@dataclass(frozen=True, slots=True)
class AliasedTrace:
    """What a trace came to, and the aliases that it followed."""

    trace: Trace
    aliases: tuple[FollowedAlias, ...]


def traced(
    record: Record,
    mirror: Mirror,
    identifier: str,
    direction: Direction,
    reader: Reader,
    *,
    as_of: datetime | None = None,
    since: datetime | None = None,
    depth: int = MOST_DEPTH,
    limit: int = 10_000,
    follow_aliases: bool = False,
) -> AliasedTrace:
    """Trace a thing; with `follow_aliases` also what confirmed claims call by another code, from each code's own beginning.

    A claim that is one-sided or disputed is never followed.
    """

    def from_code(code: str, below: int) -> Trace:
        return trace(mirror, code, direction, reader, as_of=as_of, since=since, depth=depth - below, limit=limit)

    whole = from_code(identifier, 0)
    followed: list[FollowedAlias] = []
    if not follow_aliases:
        return AliasedTrace(whole, ())
    depths = {thing.identifier: thing.depth for thing in whole.things}
    links = {(link.part, link.whole, link.opened_by): link for link in whole.links}
    fresh: Iterable[str] = list(depths)
    truncated = whole.truncated
    for _ in range(MOST_ROUNDS):
        found = _confirmed(record, mirror, list(fresh), reader, depths)
        fresh = []
        for alias in found:
            if alias.alias in depths or depths[alias.code] >= depth or len(depths) >= limit:
                truncated = truncated or alias.alias not in depths
                continue
            followed.append(alias)
            below = depths[alias.code]
            further = from_code(alias.alias, below)
            truncated = truncated or further.truncated
            for thing in further.things:
                if thing.identifier not in depths and len(depths) < limit:
                    depths[thing.identifier] = below + thing.depth
                    fresh.append(thing.identifier)
            links.update({(link.part, link.whole, link.opened_by): link for link in further.links})
        if not fresh:
            break
    return AliasedTrace(_merged(depths, links.values(), truncated=truncated), tuple(followed))


def _confirmed(
    record: Record, mirror: Mirror, codes: list[str], reader: Reader, known: dict[str, int]
) -> list[FollowedAlias]:
    wanted = codes[:MOST_FOLLOWED]
    found = []
    for item in aliases_of(record, mirror, wanted, reader) if wanted else ():
        claim = item.alias.claim
        for code, alias in ((claim.code, claim.other), (claim.other, claim.code)):
            if item.is_confirmed and code in known and alias not in known:
                found.append(FollowedAlias(code, alias, claim.organisation))
    return list({alias.alias: alias for alias in reversed(found)}.values())[::-1]


def _merged(depths: dict[str, int], links: Iterable[TracedLink], *, truncated: bool) -> Trace:
    things = tuple(TracedThing(code, depth) for depth, code in sorted((depth, code) for code, depth in depths.items()))
    ordered = sorted(links, key=lambda link: (link.opened_microseconds, link.opened_by, link.part, link.whole))
    return Trace(things, tuple(ordered), truncated=truncated)
