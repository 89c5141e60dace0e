"""The link set of an identifier, from what its firm keeps, what the chain says and what this resolver fills in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from api.resolver.other_codes import RELATION, links_to_other_codes
from api.resolver.questions import Question
from api.rooms import Rooms
from store.reader import Reader
from store.record.links import Delegation, delegations_of, links_at
from store.record.products import descriptions_of
from traceability.linking.anchors import Anchor
from traceability.linking.link import Link
from traceability.linking.link_set import Level, link_set
from traceability.linking.own_links import own_links


def delegation_of(rooms: Rooms, question: Question) -> Delegation | None:
    """Return who else answers for an identifier: by its holder's word, or by the operator's where nobody holds it."""
    prefixes = question.identifier.prefix_candidates()
    if not prefixes:
        return None
    found = delegations_of(rooms.record, prefixes[0].scheme, [prefix.text for prefix in prefixes])
    return next((item for item in found if item.organisation == question.holder), None)


def levels_of_question(
    rooms: Rooms, question: Question, reader: Reader, language: str, *, described: bool, relation: str | None = None
) -> Sequence[Level]:
    """Return the levels with their links as a reader may see them.

    Descriptions and other codes are looked up where they are shown (`described`) or asked for (`relation`): most requests want
    one link and wait for no more than they need.
    """
    kept: dict[str, list[Link]] = {}
    if question.is_granted:
        found = links_at(rooms.record, [anchor.text for anchor in question.anchors], question.holder, reader)
        kept = {anchor: [item.link for item in items] for anchor, items in found.items()}
    anchor = question.anchors[0]
    if anchor.is_identity and (described or relation == RELATION):
        kept.setdefault(anchor.text, []).extend(links_to_other_codes(rooms, anchor, reader, language))
    names = _names(rooms, question, language) if described else {}
    origin = rooms.settings.public_origin
    return link_set(
        question.anchors,
        kept,
        lambda anchor: own_links(anchor, origin, language),
        lambda anchor: _description(anchor, question, names),
        alarmed=question.is_alarmed,
    )


def _names(rooms: Rooms, question: Question, language: str) -> dict[str, str]:
    """Return what the holder calls each level, for those that it has described."""
    identities = list(dict.fromkeys(anchor.identifier.canonical for anchor in question.anchors))
    names: dict[str, str] = {}
    for item in descriptions_of(rooms.record, identities):
        name = name_in_description(json.loads(item.content), language)
        if name and item.organisation == question.holder:
            names.setdefault(item.identifier, name)
    return names


def name_in_description(content: Any, language: str) -> str | None:
    """Return the name that a description gives, in a language where there is one."""
    names = content.get("name") if isinstance(content, dict) else None
    if isinstance(names, dict):
        names = names.get(language) or next(iter(names.values()), None)
    return names if isinstance(names, str) and names else None


def _description(anchor: Anchor, question: Question, names: dict[str, str]) -> str:
    own = names.get(anchor.identifier.canonical) if anchor.is_identity else None
    if own is not None:
        return own
    above = next((names[item.text] for item in question.anchors if item.text in names), None)
    shown = anchor.identifier.display()
    return shown if above is None else f"{above} {shown}"
