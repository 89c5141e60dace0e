"""A link as a firm writes it, in a request, a form or a row of a file, read into one that can be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from typing_extensions import TypedDict

from traceability.identifiers import IdentifierInvalid
from traceability.linking.anchors import Anchor, levels_of
from traceability.linking.errors import LinkInvalid
from traceability.linking.link import Link, Standing, link_of
from traceability.linking.link_types import curie_of

MEMBERS: Final = (
    "about",
    "linkType",
    "target",
    "title",
    "hreflang",
    "type",
    "context",
    "fwqs",
    "default",
    "disclosure",
)
"""Names of the parts, in requests, in JSON files and as columns of tables."""

_STANDINGS: Final[Mapping[str, Standing]] = {
    "": Standing.PLAIN,
    "no": Standing.PLAIN,
    "false": Standing.PLAIN,
    "0": Standing.PLAIN,
    "否": Standing.PLAIN,
    "yes": Standing.DEFAULT,
    "true": Standing.DEFAULT,
    "1": Standing.DEFAULT,
    "是": Standing.DEFAULT,
    "alternative": Standing.ALTERNATIVE,
    "备选": Standing.ALTERNATIVE,
}
DEFAULT_WORDS: Final[Mapping[Standing, str]] = {
    Standing.PLAIN: "no",
    Standing.DEFAULT: "yes",
    Standing.ALTERNATIVE: "alternative",
}
"""How `default` is written."""


class LinkWords(TypedDict):
    """A link in the words in which a firm writes it."""

    about: str
    linkType: str
    target: str
    title: str
    hreflang: list[str]
    type: str
    context: list[str]
    fwqs: bool
    default: str
    disclosure: str


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A link that a firm wants to keep."""

    pointer: str
    """Where it stands in what was given: `row 3`, `/links/2`, or nothing for a single one."""
    anchor: Anchor
    """What it is about."""
    link: Link
    disclosure: str
    """Who may see it, as a disclosure profile is written; empty where nothing is said."""


def draft_of(values: Mapping[str, Any], pointer: str = "") -> LinkDraft:
    """Return a draft from its parts; texts, lists and truths are taken as JSON or as a table has them.

    Raises:
        LinkInvalid: with the part, its value and the cure.
    """
    for name in values:
        if name not in MEMBERS:
            raise LinkInvalid(str(name), "a part that no link has", f"use: {', '.join(MEMBERS)}")
    link = link_of(
        link_type=_text(values, "linkType", needed=True),
        target=_text(values, "target", needed=True),
        title=_text(values, "title"),
        languages=_list(values, "hreflang"),
        media_type=_text(values, "type") or None,
        contexts=_list(values, "context"),
        forwards_query=_truth(values, "fwqs"),
        standing=_standing(values),
    )
    return LinkDraft(pointer, _anchor(_text(values, "about", needed=True)), link, _text(values, "disclosure"))


def words_of(draft: LinkDraft) -> LinkWords:
    """Return the parts of a draft as `draft_of` takes them."""
    link = draft.link
    return {
        "about": draft.anchor.text,
        "linkType": curie_of(link.relation),
        "target": link.target,
        "title": link.title,
        "hreflang": list(link.languages),
        "type": link.media_type or "",
        "context": list(link.contexts),
        "fwqs": link.forwards_query,
        "default": DEFAULT_WORDS[link.standing],
        "disclosure": draft.disclosure,
    }


def _anchor(text: str) -> Anchor:
    try:
        return levels_of(text)[0]
    except IdentifierInvalid as error:
        raise LinkInvalid("about", text, error.cure) from error


def _text(values: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    value = values.get(name)
    if value is None:
        value = ""
    if not isinstance(value, str):
        raise LinkInvalid(name, str(value), "write a text")
    if needed and not value.strip():
        raise LinkInvalid(name, "", f"say {name}: a link cannot do without")
    return value.strip()


def _list(values: Mapping[str, Any], name: str) -> Sequence[str]:
    value = values.get(name)
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part for part in value.replace(";", " ").replace(",", " ").replace("|", " ").split() if part)
    if isinstance(value, Sequence) and all(isinstance(part, str) for part in value):
        return tuple(value)
    raise LinkInvalid(name, str(value), "write a list of texts")


def _truth(values: Mapping[str, Any], name: str) -> bool:
    value = values.get(name)
    if value is None or value == "":
        return True
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text in ("yes", "true", "1", "是"):
        return True
    if text in ("no", "false", "0", "否"):
        return False
    raise LinkInvalid(name, str(value), "write yes or no")


def _standing(values: Mapping[str, Any]) -> Standing:
    value = values.get("default")
    if isinstance(value, bool):
        return Standing.DEFAULT if value else Standing.PLAIN
    text = "" if value is None else str(value).strip().lower()
    if text not in _STANDINGS:
        raise LinkInvalid("default", text, "write yes, no or alternative")
    return _STANDINGS[text]
