"""The page on which a firm edits its links, as markup: it works without a script, on a phone too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from api.pages.app_files import AppFiles, cards_page
from api.pages.markup import Markup, element
from api.resolver.form_words import TEXTS
from traceability.identifiers import IdentifierInvalid
from traceability.linking.anchors import levels_of
from traceability.linking.drafts import LinkWords
from traceability.linking.link_types import GS1, GS1_PREFIX, RESERVED, TITLES, relation_of, title_of

PATH = "/links"
"""Where the page is."""
FIELDS = ("about", "linkType", "target", "title", "hreflang", "type", "context", "default", "disclosure")
"""Texts of the form of one link."""
_MOST_TEXT = 2_000
_FIRST = ("pip", "instructions", "certificationInfo", "safetyInfo", "support")
"""Link types that most firms have, first in the list."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says first: that something is done, or why it is not."""

    message: str = ""
    problems: Sequence[tuple[str, str]] = ()
    """Places, and what is wrong there with its cure."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a firm sees once it has entered."""

    organisation: int
    session: str
    """Stands for the key in the page's forms."""
    links: Sequence[tuple[str, LinkWords]] = ()
    """Ids and links."""
    about: str = ""
    """The code that was looked up."""
    more: bool = False
    """Whether there are more links than are shown."""
    editing: str = ""
    """Id of the link that is being changed."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What stands in the form of one link."""


def entry_page(app: AppFiles, language: str, told: Told) -> str:
    """Return the page before anyone has entered."""
    texts = TEXTS[language]
    form = element(
        "form",
        {"class": "report", "method": "post", "action": PATH},
        _hidden("lang", language),
        _hidden("action", "enter"),
        _field(texts["key"], "key", "", {"type": "password", "autocomplete": "current-password", "required": True}),
        element("p", {"class": "help"}, texts["key_help"]),
        element("button", {"type": "submit"}, texts["enter"]),
    )
    return _page(app, language, told, [_card(form)])


def links_page(app: AppFiles, language: str, told: Told, shown: Shown) -> str:
    """Return the page of a firm that has entered: its links, one to add or change, files."""
    texts = TEXTS[language]
    parts = [_head(texts, language, shown), _one(texts, language, shown)]
    if shown.editing:
        parts.reverse()
    return _page(app, language, told, [*parts, _files(texts, language, shown)])


def _page(app: AppFiles, language: str, told: Told, parts: Sequence[Markup]) -> str:
    texts = TEXTS[language]
    other = "en" if language == "zh" else "zh"
    switch = element("a", {"href": f"{PATH}?lang={other}", "hreflang": other, "lang": other}, texts["other"])
    head = _card(
        element("h1", {}, texts["title"]),
        element("p", {"class": "help"}, texts["what"]),
        element("p", {}, switch),
    )
    return cards_page(app, language, texts["title"], head, *_told(texts, told), *parts)


def _card(*children: Markup | None) -> Markup:
    return element("section", {"class": "card column"}, *children)


def _told(texts: Mapping[str, str], told: Told) -> list[Markup]:
    if told.problems:
        rows = [
            element("li", {}, element("strong", {}, place), ": " if place else "", what)
            for place, what in told.problems
        ]
        return [
            element(
                "section",
                {"class": "banner", "data-tone": "bad", "role": "alert"},
                told.message or texts["refused"],
                element("ul", {}, *rows),
            )
        ]
    return (
        [element("section", {"class": "banner", "data-tone": "calm", "role": "status"}, told.message)]
        if told.message
        else []
    )


def _head(texts: Mapping[str, str], language: str, shown: Shown) -> Markup:
    search = _form(
        language,
        shown,
        "list",
        _field(texts["search"], "search", shown.about, {"maxlength": 1000}),
        element("button", {"type": "submit"}, texts["show"]),
    )
    rows = [_row(texts, language, shown, number, words) for number, words in shown.links]
    return _card(
        element("h2", {}, texts["mine"]),
        element("p", {"class": "help"}, texts["firm"].format(number=shown.organisation)),
        search,
        *(rows or [element("p", {}, texts["none"])]),
        element("p", {"class": "help"}, texts["more"].format(count=len(shown.links))) if shown.more else None,
        _form(language, shown, "leave", element("button", {}, texts["leave"])),
    )


def _row(texts: Mapping[str, str], language: str, shown: Shown, number: str, words: LinkWords) -> Markup:
    notes = [*words["hreflang"], words["type"], *words["context"]]
    notes.append({"yes": texts["is_default"], "alternative": texts["is_alternative"]}.get(words["default"], ""))
    notes.append("" if words["disclosure"] == "public" else words["disclosure"])
    anchor = levels_of(words["about"])[0]
    code = anchor.identifier.display() if anchor.is_identity else anchor.path
    return element(
        "div",
        {"class": "banner"},
        element(
            "p", {}, element("strong", {}, words["title"]), " · ", title_of(relation_of(words["linkType"]), language)
        ),
        element(
            "p",
            {},
            element("a", {"href": f"{anchor.path}?linkType=all&lang={language}", "title": texts["see"]}, code),
            " → ",
            element("a", {"href": words["target"], "rel": "noopener"}, words["target"]),
        ),
        element("p", {"class": "help"}, " · ".join(note for note in notes if note)) if any(notes) else None,
        element(
            "div",
            {"class": "contact"},
            _form(language, shown, "edit", _hidden("id", number), element("button", {}, texts["change"])),
            _form(language, shown, "remove", _hidden("id", number), element("button", {}, texts["remove"])),
        ),
    )


def _one(texts: Mapping[str, str], language: str, shown: Shown) -> Markup:
    values = shown.values
    names = [*_FIRST, *(name for name in TITLES if GS1 + name not in RESERVED and name not in _FIRST)]
    types = [_option(GS1_PREFIX + name, title_of(GS1 + name, language), values.get("linkType", "")) for name in names]
    given = values.get("linkType", "")
    if given and not any(given == GS1_PREFIX + name for name in TITLES):
        types.append(element("option", {"value": given, "selected": True}, given))
    defaults = [
        element("option", {"value": value, "selected": values.get("default") == value}, texts[value])
        for value in ("no", "yes", "alternative")
    ]
    cancel = _form(language, shown, "list", element("button", {}, texts["cancel"])) if shown.editing else None
    form = _form(
        language,
        shown,
        "save",
        _hidden("id", shown.editing),
        _field(texts["about"], "about", values.get("about", shown.about), {"required": True}),
        element("label", {}, texts["linkType"], " ", element("select", {"name": "linkType"}, *types)),
        _field(
            texts["target"],
            "target",
            values.get("target", ""),
            {"type": "url", "required": True, "placeholder": "https://"},
        ),
        _field(texts["label"], "title", values.get("title", ""), {"maxlength": 200}),
        _field(texts["hreflang"], "hreflang", values.get("hreflang", "")),
        _field(texts["type"], "type", values.get("type", "")),
        _field(texts["context"], "context", values.get("context", "")),
        element("label", {}, texts["default"], " ", element("select", {"name": "default"}, *defaults)),
        _field(texts["disclosure"], "disclosure", values.get("disclosure", "public")),
        element("p", {"class": "help"}, texts["disclosure_help"]),
        _select(
            texts["fwqs"], "fwqs", (("yes", texts["forward"]), ("no", texts["keep_back"])), values.get("fwqs", "yes")
        ),
        element("button", {"type": "submit"}, texts["save"]),
    )
    return _card(element("h2", {}, texts["edit" if shown.editing else "new"]), form, cancel)


def _files(texts: Mapping[str, str], language: str, shown: Shown) -> Markup:
    upload = _form(
        language,
        shown,
        "import",
        element(
            "label",
            {},
            texts["file"],
            " ",
            element("input", {"type": "file", "name": "file", "required": True, "accept": ".csv,.json,.txt"}),
        ),
        _select(texts["dry"], "dryRun", (("", texts["import_now"]), ("yes", texts["check_only"])), ""),
        element("button", {"type": "submit"}, texts["import"]),
        multipart=True,
    )
    exports = [
        _form(language, shown, "export", _hidden("form", form), element("button", {}, f"{texts['export']} {form}"))
        for form in ("csv", "json", "linkset")
    ]
    return _card(element("h2", {}, texts["files"]), upload, element("div", {"class": "contact"}, *exports))


def _form(language: str, shown: Shown, action: str, *children: Markup | None, multipart: bool = False) -> Markup:
    attributes: dict[str, object] = {"class": "report", "method": "post", "action": PATH}
    if multipart:
        attributes["enctype"] = "multipart/form-data"
    common = (_hidden("lang", language), _hidden("session", shown.session), _hidden("action", action))
    kept = () if action in ("list", "save") else (_hidden("search", shown.about),)
    return element("form", attributes, *common, *kept, *children)


def _field(label: str, name: str, value: str, attributes: Mapping[str, object] | None = None) -> Markup:
    common: dict[str, object] = {"name": name, "value": value or None, "maxlength": _MOST_TEXT}
    return element("label", {}, label, " ", element("input", common | dict(attributes or {})))


def _option(value: str, title: str, chosen: str) -> Markup:
    return element("option", {"value": value, "selected": value == chosen}, f"{title} ({value})")


def _select(label: str, name: str, options: Sequence[tuple[str, str]], chosen: str) -> Markup:
    rows = [element("option", {"value": value, "selected": value == chosen}, title) for value, title in options]
    return element("label", {}, label, " ", element("select", {"name": name}, *rows))


def _hidden(name: str, value: str) -> Markup:
    return element("input", {"type": "hidden", "name": name, "value": value})


def code_of(text: str) -> str:
    """Return the anchor that a typed code names, or nothing where it names none."""
    try:
        return levels_of(text)[0].text if text.strip() else ""
    except IdentifierInvalid:
        return ""
