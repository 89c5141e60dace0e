"""The life of a thing: everything that its lines tell, folded in their order, as corrected.

What was declared wrong stays visible as such; everything else follows the correction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from traceability.commitment import Thing
from traceability.ledger.meta import Flag, State
from traceability.life.corrections import Corrections, corrections_of
from traceability.life.custody import Custody, custody_of
from traceability.life.lines import Line
from traceability.life.links import Component, Containment, Input, Links, links_of
from traceability.life.naming import Named, Role
from traceability.life.stage import Stage, stage_of


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of one thing."""

    thing: Thing
    containments: tuple[Containment, ...]
    """Its stays in packages, in the order of packing."""
    components: tuple[Component, ...]
    """All that was ever built into it, with when."""
    inputs: tuple[Input, ...]
    """What it was made from."""
    outputs: tuple[Named, ...]
    """What was made from it."""
    lots: tuple[str, ...]
    """The lot numbers that its makers gave it."""
    custody: tuple[Custody, ...]
    """Who had it where, by the time at which it happened."""
    stage: Stage | None
    """The stage of life that it came to last."""
    state: State
    """The state that its lines set last, UNCHANGED where none does."""
    corrections: Corrections
    """Which lines were declared wrong, disputed, doubtful or forgotten."""
    gaps: tuple[str, ...]
    """Why there may be more, as codes of traceability/verdict/README.md."""

    @property
    def package(self) -> Named | None:
        """Return the package that it is in now."""
        return next((stay.package for stay in reversed(self.containments) if stay.end is None), None)


def life_of(thing: Thing, lines: Sequence[Line], holder: int, counts: Callable[[Line], bool] = lambda _: True) -> Life:
    """Return the life of a thing from its lines, oldest first.

    `holder` is the organisation that holds its prefix, 0 where nobody does; `counts` says whose links are believed.
    """
    corrections = corrections_of(lines, holder)
    standing = [line for line in lines if line.happening is not None and corrections.stands(line.position)]
    links: Links = links_of(thing, lines, corrections, counts)
    told = [line.happening for line in standing if line.happening is not None and not line.happening.declares_an_error]
    stages = [stage for happening in told if (stage := stage_of(happening)) is not None]
    states = [line.meta.state for line in lines if line.meta.flags & Flag.STATE]
    outputs = [
        named
        for happening in told
        if Role.INPUT in happening.roles_of(thing.key, thing.canonical)
        for named in happening.named_as(Role.OUTPUT)
    ]
    return Life(
        thing=thing,
        containments=tuple(links.containments),
        components=tuple(links.components),
        inputs=tuple(made for made in links.made_of if isinstance(made, Input)),
        outputs=tuple(outputs),
        lots=tuple(made for made in links.made_of if isinstance(made, str)),
        custody=tuple(sorted(map(custody_of, told), key=lambda custody: custody.at)),
        stage=stages[-1] if stages else None,
        state=states[-1] if states else State.UNCHANGED,
        corrections=corrections,
        gaps=tuple(links.gaps),
    )
