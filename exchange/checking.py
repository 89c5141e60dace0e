"""Checking an opening that came from elsewhere against the line that this node has from the chain."""

from __future__ import annotations

from collections.abc import Sequence

from exchange.errors import AnswerRefused
from store.mirror.things import OnChain
from traceability.commitment import Opening, read_opening
from traceability.errors import OpeningRefused
from traceability.ledger.meta import Meta
from traceability.life.lines import Standing, line_of

_WORDS = {
    "header_disagrees": "what is opened says another organisation, kind or state than the chain",
    "kind_disagrees": "what is opened is another kind of event than the chain says",
    "names_another": "what is opened does not name the thing whose line it is",
}


def names_its_things(commitment: bytes, opening: Opening, places: Sequence[OnChain], owner: int) -> bool:
    """Check an opening of an owner's event, and say whether it shows a thing of which the event is a line.

    Raises:
        AnswerRefused: it is not this event's, or contradicts what the chain says of it.
    """
    try:
        opened = read_opening(commitment, opening)
    except OpeningRefused as refusal:
        raise AnswerRefused(f"it is not what was committed to: {refusal}") from None
    names = {thing.key: thing.canonical for _, thing in opened.line_things()}
    shown = False
    for place in places:
        meta = Meta.unpack(place.meta)
        if meta.organisation != owner:
            # Anybody can write a commitment again that it has seen; leaf 0 says whose it is.
            continue
        # Of the things that are shown, and of those that are not, one stands for all.
        named = [key for key in place.keys if key in names]
        for key in (*named[:1], *[key for key in place.keys if key not in names][:1]):
            line = line_of(key, names.get(key, ""), 0, commitment, meta, opening)
            if line.standing is Standing.REFUSED:
                raise AnswerRefused(_WORDS.get(line.reason, line.reason))
            shown = shown or line.standing is Standing.TOLD
    return shown
