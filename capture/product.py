"""What an owner may say of a product (traceability/verdict/README.md §4), read strictly from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from capture.errors import Problem

LANGUAGES = ("zh", "en")
"""Languages in which texts are shown."""
_LONGEST_TEXT = 2_000
_TEXTS = ("brand", "model")
_BY_LANGUAGE = ("name", "recallAdvice", "note")
_CONTACT = ("phone", "url", "email")


@dataclass(frozen=True, slots=True)
class Product:
    """A description that is in order."""

    content: Mapping[str, Any]
    """Members as committed."""


def product_of(content: Mapping[str, Any]) -> tuple[Product | None, tuple[Problem, ...]]:
    """Return the description, or every place at which it is not one."""
    problems: list[Problem] = []
    known = {*_TEXTS, *_BY_LANGUAGE, "contact", "picture"}
    uses = f"use: {', '.join(sorted(known))}"
    problems.extend(_problem(f"/{name}", "is not known", uses) for name in content if name not in known)
    if not isinstance(content.get("name"), Mapping) or not content.get("name"):
        problems.append(_problem("/name", "is missing", 'give {"zh": "…", "en": "…"}'))
    for name in _TEXTS:
        if name in content:
            _check_text(f"/{name}", content[name], problems)
    for name in _BY_LANGUAGE:
        for language, text in _members(f"/{name}", content.get(name), LANGUAGES, problems):
            _check_text(f"/{name}/{language}", text, problems)
    for name, text in _members("/contact", content.get("contact"), _CONTACT, problems):
        _check_text(f"/contact/{name}", text, problems)
        if name == "url" and isinstance(text, str) and urlsplit(text).scheme not in ("https", "http"):
            problems.append(_problem("/contact/url", "is no web address", "begin it with https://"))
    picture = dict(_members("/picture", content.get("picture"), ("sha256", "type"), problems))
    if picture and not _is_sha256(picture.get("sha256")):
        problems.append(
            _problem("/picture/sha256", "is no SHA-256", "upload the picture first and use the digest in the answer")
        )
    return (None, tuple(problems)) if problems else (Product(dict(content)), ())


def _members(pointer: str, value: Any, known: tuple[str, ...], problems: list[Problem]) -> list[tuple[str, Any]]:
    if value is None:
        return []
    if not isinstance(value, Mapping):
        problems.append(_problem(pointer, "is not an object", f"use members: {', '.join(known)}"))
        return []
    uses = f"use: {', '.join(known)}"
    problems.extend(_problem(f"{pointer}/{name}", "is not known", uses) for name in value if name not in known)
    return [(name, value[name]) for name in known if name in value]


def _check_text(pointer: str, text: Any, problems: list[Problem]) -> None:
    if not isinstance(text, str) or not text.strip() or len(text) > _LONGEST_TEXT:
        problems.append(_problem(pointer, "is not a text of 1 to 2000 characters", "shorten it, or leave it out"))


def _is_sha256(text: Any) -> bool:
    return isinstance(text, str) and len(text) == 64 and all(letter in "0123456789abcdef" for letter in text)


def _problem(pointer: str, reason: str, cure: str) -> Problem:
    return Problem("request-invalid", pointer, f"{pointer} {reason}", cure)
