"""An asset as a bank reads it: the consumer's verdict on it, with the proven state and the lines below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traceability.commitment import Thing
from traceability.ledger.records import GrantStatus
from traceability.life.corrections import Corrections, corrections_of
from traceability.life.happening import Happening
from traceability.life.lines import Line
from traceability.life.links import Containment, Links, links_of
from traceability.life.resting import NotTold, prefix_of
from traceability.proof import Bundle, ProvenState, TrustRoot, key_of
from traceability.verdict.consumer import Verdict
from traceability.verdict.sources import BundleSources


@dataclass(frozen=True, slots=True)
class Told:
    """A line that is opened, agrees with everything and was not taken back."""

    thing: Thing
    line: Line
    happening: Happening


class Asset:
    """One asset of a dossier. Made only where the consumer's verdict did not refuse the bundle as a whole."""

    def __init__(self, bundle: Bundle, trust_root: TrustRoot, now: int, verdict: Verdict) -> None:
        self.verdict = verdict
        self.now = now
        self.state = ProvenState(bundle, trust_root, now)
        self.sources = BundleSources(self.state)
        claim = bundle.things[0]
        self.thing = Thing(len(claim.prefix), key_of(claim), claim.id)

    @property
    def holder(self) -> int | None:
        """Return the organisation that holds the asset's prefix, None where that is not shown."""
        return self.holder_of(self.thing)

    def holder_of(self, thing: Thing) -> int | None:
        """Return the organisation that holds a thing's prefix, None where nobody does or it is not shown."""
        try:
            grant = self.sources.grant(prefix_of(thing))
        except NotTold:
            return None
        return grant.holder if grant is not None and grant.status is GrantStatus.GRANTED else None

    def told(self, thing: Thing) -> tuple[Told, ...]:
        """Return what stands of a thing's story, none where its lines are not shown."""
        try:
            lines = self.sources.lines(thing)
        except NotTold:
            return ()
        corrections = corrections_of(lines, self.holder_of(thing) or 0)
        return tuple(
            Told(thing, line, line.happening)
            for line in lines
            if line.happening is not None
            and corrections.stands(line.position)
            and line.position not in corrections.doubtful
        )

    def links(self) -> Links:
        """Return what the asset's own lines tie it to, by whoever asserts it."""
        try:
            lines = self.sources.lines(self.thing)
        except NotTold:
            return Links()
        corrections: Corrections = corrections_of(lines, self.holder or 0)
        return links_of(self.thing, lines, corrections, lambda _: True)

    def told_with_packages(self) -> Iterator[Told]:
        """Yield the asset's story, then what happened to each package while the asset was in it."""
        yield from self.told(self.thing)
        for stay in self.links().containments:
            if stay.package.thing is not None:
                yield from (told for told in self.told(stay.package.thing) if _during(stay, told.line))

    def is_whole(self) -> bool:
        """Return whether every line of the asset, and of its packages while it was in them, is told."""
        stays = self.links().containments
        try:
            lines = list(self.sources.lines(self.thing))
            for stay in stays:
                if stay.package.thing is None:
                    return False
                lines += [line for line in self.sources.lines(stay.package.thing) if _during(stay, line)]
        except NotTold:
            return False
        return all(line.happening is not None for line in lines)


def _during(stay: Containment, line: Line) -> bool:
    return stay.start <= line.meta.time and (stay.end is None or line.meta.time <= stay.end)
