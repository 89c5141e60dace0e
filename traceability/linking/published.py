"""Linksets and link types that other people published, tried against what we read and write."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from traceability.linking.drafts import LinkDraft, words_of
from traceability.linking.errors import LinkFileInvalid
from traceability.linking.link_files import drafts_in
from traceability.linking.link_set import Level
from traceability.linking.link_types import GS1_PREFIX, TITLES
from traceability.linking.linkset_json import linkset_object

NO_LINK_TYPES: Final = frozenset(("applicableTo",))
"""Terms that the vocabulary lists among the link types and that are properties of one."""
ORIGIN: Final = "https://id.gs1.org"


def verified_linkset(content: Mapping[str, Any]) -> str | None:
    """Return why a linkset cannot be read, written and read back the same; None where it can.

    Link contexts without an anchor say something of the set as a whole (RFC 9264 allows it, GS1's schema does not) and members
    that begin with `_` or end with `*` are notes; both are left out before, as is the `@context` of JSON-LD.
    """
    try:
        drafts = drafts_in(json.dumps(_without_notes(content)).encode())
        written = linkset_of(drafts, ORIGIN)
        again = drafts_in(json.dumps(written).encode())
    except LinkFileInvalid as error:
        return str(error)
    ordered = sorted(map(_comparable, drafts)), sorted(map(_comparable, again))
    if ordered[0] != ordered[1]:
        return "what is written is not what was read"
    return _ill_formed(written)


def unknown_link_types(content: Mapping[str, Any]) -> list[str]:
    """Return the link types of a list (`link_types` with `id` and `title`) that we do not know, or call otherwise."""
    unknown: list[str] = []
    for item in content.get("link_types", ()):
        name = str(item.get("id", "")).removeprefix(GS1_PREFIX)
        if name in NO_LINK_TYPES:
            continue
        if name not in TITLES:
            unknown.append(f"{GS1_PREFIX}{name}")
        elif " ".join(str(item.get("title", "")).split()) != TITLES[name][0]:
            unknown.append(f"{GS1_PREFIX}{name}: {item.get('title')!r} is {TITLES[name][0]!r} here")
    return unknown


def linkset_of(drafts: Sequence[LinkDraft], origin: str) -> dict[str, Any]:
    """Return drafts as a linkset, one link context for each of their anchors."""
    levels: dict[str, Level] = {}
    for draft in drafts:
        known = levels.get(draft.anchor.text) or Level(draft.anchor, draft.anchor.identifier.display(), (), None)
        default = draft.link if draft.link.standing == "default" else known.default
        levels[draft.anchor.text] = Level(known.anchor, known.description, (*known.links, draft.link), default)
    return linkset_object(tuple(levels.values()), origin)


def _without_notes(content: Mapping[str, Any]) -> dict[str, Any]:
    contexts = []
    for context in content.get("linkset", ()):
        if isinstance(context, Mapping) and "anchor" in context:
            contexts.append({name: _kept(value) for name, value in context.items() if not _is_note(name)})
    return {"linkset": contexts}


def _kept(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [
        {name: part for name, part in link.items() if not _is_note(name)} if isinstance(link, Mapping) else link
        for link in value
    ]


def _is_note(name: str) -> bool:
    return name.startswith("_") or name.endswith("*")


def _comparable(draft: LinkDraft) -> str:
    words: dict[str, Any] = {**words_of(draft)}
    # A link that is not the default of its anchor may stand there more than once: as often as it was written.
    return json.dumps(words, sort_keys=True, ensure_ascii=False)


def _ill_formed(written: Mapping[str, Any]) -> str | None:
    """Return what in a linkset of ours the schema of GS1-Conformant Resolver 1.2.0 would not take."""
    for context in written["linkset"]:
        if not str(context.get("anchor", "")).startswith(("https://", "http://")) or not context.get("itemDescription"):
            return f"a link context without anchor or description: {context.get('anchor')!r}"
        for name, links in context.items():
            for link in links if isinstance(links, list) else ():
                if not link.get("href") or not link.get("title"):
                    return f"a link under {name!r} without target or title"
    return None
