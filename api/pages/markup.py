"""Markup built from values: everything that comes from data is escaped at this one place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape


class Markup(str):
    """Text that is markup already; every other text is escaped when it becomes a child or an attribute."""

    __slots__ = ()


_VOID = frozenset(("img", "input", "meta", "link", "br"))
Child = str | Markup | None | Iterable["Child"]


def element(name: str, attributes: dict[str, object] | None = None, *children: Child) -> Markup:
    """Return an element; attributes that are None or False are left out, True stands without a value."""
    parts = [f"<{name}"]
    for key, value in (attributes or {}).items():
        if value is None or value is False:
            continue
        parts.append(f" {key}" if value is True else f' {key}="{escape(str(value), quote=True)}"')
    parts.append(">")
    if name not in _VOID:
        parts.append(joined(children))
        parts.append(f"</{name}>")
    return Markup("".join(parts))


def joined(children: Iterable[Child]) -> Markup:
    """Return children one after the other."""
    parts: list[str] = []
    for child in children:
        if child is None:
            continue
        if isinstance(child, Markup):
            parts.append(child)
        elif isinstance(child, str):
            parts.append(escape(child, quote=True))
        else:
            parts.append(joined(child))
    return Markup("".join(parts))


def json_in_page(content: object) -> Markup:
    """Return JSON for a script element of data: no `<` can end the element."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
