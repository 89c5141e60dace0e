"""The built phone app: skeletons of pages, its assets in memory, its catalogue of texts (scanner-app/README.md)."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from api.pages.markup import Markup, element, joined
from api.pages.words import Words, catalogue

MARKS = ("lang", "page", "title", "data", "body", "settings")
"""The marks that a skeleton leaves for the server."""

_PLAIN = """<!doctype html>
<html lang="{{lang}}" data-page="{{page}}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>{{title}}</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <main id="verdict" data-state="unchecked">{{body}}</main>
  </body>
</html>
"""
"""The page without the app: readable, checked by nothing, and saying so."""

_COMPRESSED = (".js", ".css", ".svg", ".json", ".html", ".wasm", ".txt", ".map")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the app as it is sent."""

    media_type: str
    content: bytes
    compressed: bytes | None
    """The content in gzip, where that is smaller."""


@dataclass(frozen=True, slots=True)
class AppFiles:
    """What the server needs of the built app, read once."""

    skeletons: Mapping[str, str]
    """Pages with marks, by name (`verdict`, `dossier`)."""
    assets: Mapping[str, Asset]
    """Files below `/assets/`, by path."""
    scan: Asset | None
    """The scanner's page."""
    service_worker: Asset | None
    """The scanner's service worker."""
    words: Mapping[str, Words]
    """Texts by language."""

    @property
    def style(self) -> str | None:
        """Return the address of the app's stylesheet."""
        return next((f"/assets/{path}" for path in self.assets if path.endswith(".css")), None)

    def page(self, name: str, *, lang: str, title: str, data: str, body: Markup, settings: Markup) -> str:
        """Return a page: the skeleton with its marks replaced, each by text escaped for its place."""
        text = self.skeletons.get(name, _PLAIN)
        values = {
            "lang": lang,
            "page": name,
            "title": joined([title]),
            "data": joined([data]),
            "body": body,
            "settings": settings,
        }
        return _filled(text, values)


def load_app(folder: Path | None) -> AppFiles:
    """Return the app in a folder; without one, pages work unchecked and without style."""
    if folder is None or not (folder / "pages").is_dir():
        return AppFiles({}, {}, None, None, catalogue(folder))
    pages = folder / "pages"
    skeletons = {path.stem: path.read_text(encoding="utf-8") for path in pages.glob("*.html") if path.stem != "scan"}
    assets = {
        path.relative_to(folder / "assets").as_posix(): _asset(path)
        for path in sorted((folder / "assets").rglob("*"))
        if path.is_file()
    }
    scan, worker = pages / "scan.html", pages / "sw.js"
    return AppFiles(
        skeletons,
        assets,
        _asset(scan) if scan.is_file() else None,
        _asset(worker) if worker.is_file() else None,
        catalogue(folder),
    )


def simple_page(app: AppFiles, lang: str, title: str, *children: Markup) -> str:
    """Return a page of ours that needs no script, in the app's clothes where it is there."""
    return cards_page(app, lang, title, element("section", {"class": "card"}, *children))


def cards_page(app: AppFiles, lang: str, title: str, *cards: Markup) -> str:
    """Return such a page whose parts are cards of their own."""
    style = element("link", {"rel": "stylesheet", "href": app.style}) if app.style else ""
    head = element("a", {"class": "brand", "href": "/"}, "溯源 Suyuan")
    text = _PLAIN.replace("</head>", f"{style}</head>").replace("<body>", f'<body><header class="bar">{head}</header>')
    values = {
        "lang": lang,
        "page": "plain",
        "title": joined([title]),
        "body": joined(cards),
    }
    return _filled(text, values)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Return a skeleton with its marks replaced in one pass: a value that holds a mark of its own is not looked at again."""
    parts = text.split("{{")
    built = [parts[0]]
    for part in parts[1:]:
        mark, closed, rest = part.partition("}}")
        built.append(f"{values[mark]}{rest}" if closed and mark in values else "{{" + part)
    return "".join(built)


def _asset(path: Path) -> Asset:
    content = path.read_bytes()
    kind = {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }.get(path.suffix, mimetypes.guess_type(path.name)[0] or "application/octet-stream")
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    packed = gzip.compress(content, 9, mtime=0) if path.suffix in _COMPRESSED else content
    return Asset(kind, content, packed if len(packed) < len(content) else None)
