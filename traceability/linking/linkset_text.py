"""A link set, and single links, in the form of the `Link` header (RFC 9264 §4.1; RFC 8288 §3; RFC 8187 for titles)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from traceability.linking.link import Link
from traceability.linking.link_set import Level
from traceability.linking.link_types import DEFAULT_LINK, DEFAULT_LINK_MULTI

MEDIA_TYPE: Final = "application/linkset"


def linkset_text(levels: Sequence[Level], origin: str) -> str:
    """Return a link set as text, one link a line, each with its anchor."""
    lines: list[str] = []
    for level in levels:
        anchor = level.anchor.address(origin)
        if level.default is not None:
            lines.append(header_link(level.default.target, DEFAULT_LINK, anchor=anchor, title=level.default.title))
        lines += [_line(link, DEFAULT_LINK_MULTI, anchor) for link in level.alternatives]
        lines += [_line(link, link.relation, anchor) for link in level.links]
    return ",\n".join(lines) + "\n"


def choice_text(level: Level, links: Sequence[Link], origin: str) -> str:
    """Return those links as text among which whoever asked has to choose."""
    anchor = level.anchor.address(origin)
    return ",\n".join(_line(link.as_plain(), link.relation, anchor) for link in links) + "\n"


def header_link(
    target: str,
    relation: str,
    *,
    anchor: str | None = None,
    title: str | None = None,
    media_type: str | None = None,
    languages: Sequence[str] = (),
    contexts: Sequence[str] = (),
) -> str:
    """Return one link value; target and anchor are addresses in ASCII."""
    parts = [f"<{target}>", f'rel="{relation}"']
    if anchor is not None:
        parts.append(f'anchor="{anchor}"')
    if media_type is not None:
        parts.append(f'type="{media_type}"')
    parts += [f'hreflang="{tag}"' for tag in languages]
    parts += [f'context="{value}"' for value in contexts]
    if title is not None:
        parts.append(_title(title))
    return "; ".join(parts)


def _line(link: Link, relation: str, anchor: str) -> str:
    text = header_link(
        link.target,
        relation,
        anchor=anchor,
        title=link.title,
        media_type=link.media_type,
        languages=link.languages,
        contexts=link.contexts,
    )
    if not link.forwards_query:
        text += '; fwqs="false"'
    return text if link.public else f'{text}; public="false"'


def _title(text: str) -> str:
    if text.isascii():
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'title="{quoted}"'
    return f"title*=UTF-8''{quote(text, safe='')}"
