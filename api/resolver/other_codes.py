"""Links to the other codes of a thing, each with who claims it and what that is worth (docs/decisions/0019-aliases.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from api.pages.reading import name_in_profile
from api.rooms import Rooms
from evidence.aliases import KnownAlias, aliases_of
from store.mirror.members import organisation_of
from store.reader import Reader
from traceability.identifiers import IdentifierInvalid, parse
from traceability.life.aliases import Standing
from traceability.linking.anchors import Anchor
from traceability.linking.link import LONGEST_TITLE, Link

RELATION: Final = "related"
"""Registered relation of such a link (IANA Link Relations): the GS1 vocabulary has none for another code."""

MOST_CODES: Final = 20
"""Other codes that a link set names."""

_TITLES: Final = {
    "en": ("Also known as {code}, says {firm} ({worth})", ("confirmed", "one-sided", "disputed")),
    "zh": ("又名 {code}，{firm}声明（{worth}）", ("已确认", "单方声明", "有争议")),
}
_STANDINGS: Final = (Standing.CONFIRMED, Standing.ONE_SIDED, Standing.DISPUTED)


def links_to_other_codes(rooms: Rooms, anchor: Anchor, reader: Reader, language: str) -> Sequence[Link]:
    """Return a link for each claim about a thing that the reader may know."""
    code = anchor.identifier.canonical
    found = aliases_of(rooms.record, rooms.mirror, [code], reader)[:MOST_CODES]
    return [link for known in found if (link := _link(rooms, code, known, language)) is not None]


def _link(rooms: Rooms, code: str, known: KnownAlias, language: str) -> Link | None:
    try:
        other = parse(known.alias.claim.beside(code) or known.alias.claim.other)
    except IdentifierInvalid:
        return None
    number = known.alias.claim.organisation
    organisation = organisation_of(rooms.mirror, number)
    firm = None if organisation is None else name_in_profile(organisation.profile, language)
    text, worths = _TITLES["en" if language == "en" else "zh"]
    worth = worths[_STANDINGS.index(known.alias.standing)]
    title = text.format(code=other.display(), firm=firm or str(number), worth=worth)
    return Link(RELATION, other.digital_link(rooms.settings.public_origin), title[:LONGEST_TITLE], own=True)
