"""The links of an identifier as a page, for a person who asks for all or has to choose; without any script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request

from api.pages.app_files import AppFiles, cards_page
from api.pages.markup import Markup, element, json_in_page
from traceability.linking.link import Link
from traceability.linking.link_set import Level
from traceability.linking.link_types import curie_of, title_of
from traceability.linking.linkset_json import json_ld_object

_TEXTS = {
    "zh": {
        "all": "链接",
        "choose": "请选择",
        "choose_help": "有几个同样合适的链接,请选一个。",
        "default": "默认链接",
        "firm": "由企业维护",
        "own": "由本解析器提供",
        "other": "English",
    },
    "en": {
        "all": "Links",
        "choose": "Please choose",
        "choose_help": "Several links fit as well; choose one.",
        "default": "Default link",
        "firm": "kept by the firm",
        "own": "by this resolver",
        "other": "中文",
    },
}


def linkset_page(request: Request, levels: Sequence[Level], content: Mapping[str, Any], language: str) -> str:
    """Return all links of an identifier, level by level; the page holds the same as JSON-LD."""
    texts = _TEXTS[language]
    sections = [_section(level, level.links, texts, language) for level in levels]
    data = element("script", {"type": "application/ld+json"}, json_in_page(json_ld_object(content)))
    head = [element("h1", {}, texts["all"]), element("p", {}, levels[0].description), _switch(request, texts, language)]
    return _page(request, texts["all"], levels[0].description, [_card(head), *sections, data], language)


def choice_page(request: Request, level: Level, links: Sequence[Link], language: str) -> str:
    """Return those links among which a person has to choose."""
    texts = _TEXTS[language]
    head = [element("h1", {}, texts["choose"]), element("p", {}, texts["choose_help"])]
    sections = [_card(head), _section(level, links, texts, language)]
    return _page(request, texts["choose"], level.description, sections, language)


def _section(level: Level, links: Sequence[Link], texts: Mapping[str, str], language: str) -> Markup:
    code = level.anchor.identifier.display() if level.anchor.is_identity else level.anchor.path
    shown = None if level.description == code else element("p", {}, element("code", {}, code))
    return _card([element("h2", {}, level.description), shown, *(_row(link, level, texts, language) for link in links)])


def _card(children: Sequence[Markup | None]) -> Markup:
    return element("section", {"class": "card column"}, *children)


def _row(link: Link, level: Level, texts: Mapping[str, str], language: str) -> Markup:
    notes = [title_of(link.relation, language), *link.languages, link.media_type, *link.contexts]
    if level.default is not None and (link.target, link.relation) == (level.default.target, level.default.relation):
        notes.append(texts["default"])
    notes.append(texts["own" if link.own else "firm"])
    return element(
        "div",
        {"class": "banner"},
        element(
            "a",
            {"href": link.target, "rel": curie_of(link.relation), "hreflang": (link.languages or (None,))[0]},
            link.title,
        ),
        element("p", {"class": "help"}, " · ".join(note for note in notes if note)),
    )


def _switch(request: Request, texts: Mapping[str, str], language: str) -> Markup:
    other = "en" if language == "zh" else "zh"
    address = request.url.include_query_params(lang=other)
    return element(
        "p", {}, element("a", {"href": f"?{address.query}", "hreflang": other, "lang": other}, texts["other"])
    )


def _page(request: Request, title: str, what: str, children: Sequence[Markup], language: str) -> str:
    app: AppFiles = request.app.state.app_files
    return cards_page(app, language, f"{title}: {what}", *children)
