"""A link set: the links of an identifier at each of its levels, one default link at each (GS1-Conformant Resolver 1.2.0 §2.5).

What a firm keeps comes first; what it has not kept, this resolver fills in. Of each type a request follows the links at the
finest level that has any: so a link of ours gives way to a firm's at its own level and at every level above. While a thing is
recalled, or otherwise not what it seems, the default and the recall status are ours whatever the firm says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from traceability.linking.anchors import Anchor
from traceability.linking.link import Link, Standing
from traceability.linking.link_types import GS1

RECALL_STATUS = f"{GS1}recallStatus"
"""The type under which is told whether a thing is recalled."""
REGISTRY_ENTRY = f"{GS1}registryEntry"
"""The type under which our page stands where a firm has taken the page's own type."""


@dataclass(frozen=True, slots=True)
class Level:
    """The links of one anchor."""

    anchor: Anchor
    description: str
    """What a person calls it."""
    links: tuple[Link, ...]
    """All of them, each under its own type."""
    default: Link | None
    """The one that is followed when nothing better is asked for."""

    @property
    def alternatives(self) -> tuple[Link, ...]:
        """Return the links that may take the default's place."""
        return tuple(link for link in self.links if link.standing is Standing.ALTERNATIVE)

    def of_type(self, relation: str) -> tuple[Link, ...]:
        """Return the links of a type."""
        return tuple(link for link in self.links if link.relation == relation)


def link_set(
    anchors: Sequence[Anchor],
    kept: Mapping[str, Sequence[Link]],
    own: Callable[[Anchor], Sequence[Link]],
    describe: Callable[[Anchor], str],
    *,
    alarmed: bool = False,
) -> tuple[Level, ...]:
    """Return the levels of an identifier, the finest first.

    `kept` are the firm's links by the anchor's text, `own` fills in ours; `alarmed` says that the thing, its lot or its class
    is not in order.
    """
    levels: list[Level] = []
    taken: set[str] = set()
    for anchor in reversed(anchors):
        links = list(kept.get(anchor.text, ()))
        if alarmed:
            links = [link.as_plain() for link in links if link.relation != RECALL_STATUS]
        taken |= {link.relation for link in links}
        filled = _filled(own(anchor), taken, keeps_recall=alarmed)
        default = next((link for link in links if link.standing is Standing.DEFAULT), None)
        page = next((link for link in filled if link.standing is Standing.DEFAULT), None)
        if default is not None:
            filled = [link.as_plain() for link in filled]
        levels.append(Level(anchor, describe(anchor), (*links, *filled), default or page))
    return tuple(reversed(levels))


def _filled(own: Sequence[Link], taken: set[str], *, keeps_recall: bool) -> list[Link]:
    filled: list[Link] = []
    for link in own:
        if link.relation not in taken or (keeps_recall and link.relation == RECALL_STATUS):
            filled.append(link)
        elif link.standing is Standing.DEFAULT and REGISTRY_ENTRY not in taken:
            # A default link is described by a type of its own: our page is still there where its type is the firm's.
            filled.append(replace(link, relation=REGISTRY_ENTRY))
        elif link.standing is Standing.DEFAULT:
            filled.append(link)
    return filled
