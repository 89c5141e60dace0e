"""A link set as JSON and as JSON-LD: RFC 9264 §4.2, within the schema of GS1-Conformant Resolver 1.2.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from traceability.linking.languages import written_tags
from traceability.linking.link import Link, Standing
from traceability.linking.link_set import Level
from traceability.linking.link_types import DEFAULT_LINK, DEFAULT_LINK_MULTI, GS1

MEDIA_TYPE: Final = "application/linkset+json"

CONTEXT: Final[Mapping[str, Any]] = {
    "@version": 1.1,
    "@vocab": "http://www.iana.org/assignments/relation/",
    "gs1": GS1,
    "linkset": "@graph",
    "anchor": "@id",
    "href": "@id",
    "title": "http://purl.org/dc/terms/title",
    "itemDescription": "http://www.w3.org/2000/01/rdf-schema#comment",
    "type": "http://purl.org/dc/terms/format",
    "hreflang": {"@id": "http://purl.org/dc/terms/language", "@container": "@set"},
    "context": {"@id": "http://purl.org/dc/terms/coverage", "@container": "@set"},
    "fwqs": None,
    "public": None,
}
"""What turns the JSON form into JSON-LD: relations are properties, anchors and targets nodes (RFC 9264, appendix A)."""


def linkset_object(levels: Sequence[Level], origin: str) -> dict[str, Any]:
    """Return a link set as JSON: one link context for each level, the finest first, each with its one default link."""
    return {"linkset": [_context(level, origin, level.links, level.default) for level in levels]}


def choice_object(level: Level, links: Sequence[Link], origin: str) -> dict[str, Any]:
    """Return a link set of those links only among which whoever asked has to choose."""
    return {"linkset": [_context(level, origin, links, None)]}


def json_ld_object(linkset: Mapping[str, Any]) -> dict[str, Any]:
    """Return a link set as JSON-LD, its context with it, so that nobody has to fetch one."""
    return {"@context": dict(CONTEXT), **linkset}


def _context(level: Level, origin: str, links: Sequence[Link], default: Link | None) -> dict[str, Any]:
    context: dict[str, Any] = {"anchor": level.anchor.address(origin), "itemDescription": level.description}
    if default is not None:
        # The default carries its title and nothing else (§2.5.8); the same link stands under its own type below.
        context[DEFAULT_LINK] = [{"href": default.target, "title": default.title}]
    alternatives = [link_object(link) for link in links if link.standing is Standing.ALTERNATIVE]
    if alternatives and default is not None:
        context[DEFAULT_LINK_MULTI] = alternatives
    for link in links:
        context.setdefault(link.relation, []).append(link_object(link))
    return context


def link_object(link: Link) -> dict[str, Any]:
    """Return one link as a target object; what has its usual value is left out."""
    content: dict[str, Any] = {"href": link.target, "title": link.title}
    if link.media_type:
        content["type"] = link.media_type
    if tags := written_tags(link.languages):
        content["hreflang"] = list(tags)
    if link.contexts:
        content["context"] = list(link.contexts)
    if not link.forwards_query:
        content["fwqs"] = False
    if not link.public:
        content["public"] = False
    return content
