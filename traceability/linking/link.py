"""One link and what may stand in it (GS1-Conformant Resolver 1.2.0 §2.5; RFC 9264 §4.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import quote, urlsplit, urlunsplit

from traceability.linking.errors import LinkInvalid
from traceability.linking.languages import verified_tag
from traceability.linking.link_types import kept_relation_of, title_of
from traceability.linking.media_types import verified_media_type

LONGEST_TARGET = 2_000
"""Characters of the longest target."""
LONGEST_TITLE = 200
"""Characters of the longest title."""
MOST_VALUES = 20
"""Most languages, and most contexts, of one link."""

_CONTEXT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,59}")
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9.])?")
_KEPT = "/:?#[]@!$&'()*+,;=%~-._"


class Standing(StrEnum):
    """How a link stands among those of its anchor."""

    PLAIN = "plain"
    """It is followed when its type is asked for."""
    DEFAULT = "default"
    """It is also followed when nothing better is asked for; an anchor has one."""
    ALTERNATIVE = "alternative"
    """It also takes the default's place where language, context or form of the request match it."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link, valid once built by `link_of`."""

    relation: str
    """Its type, as a full address or a registered relation."""
    target: str
    """Absolute http or https address, in ASCII."""
    title: str
    """What a person reads."""
    languages: tuple[str, ...] = ()
    """BCP 47 tags of the target; none means that it has no language, or that it is not known."""
    media_type: str | None = None
    contexts: tuple[str, ...] = ()
    """Values of `context` for which it is meant; none means for all."""
    forwards_query: bool = True
    """Whether the query of a request goes on to the target."""
    standing: Standing = Standing.PLAIN
    public: bool = True
    """Whether everyone may see it."""
    own: bool = False
    """Whether this resolver filled it in without anyone's hand."""

    @property
    def parts(self) -> tuple[object, ...]:
        """Return what tells it from another link of the same anchor."""
        return (self.relation, self.target, self.languages, self.media_type or "", self.contexts)

    def as_plain(self) -> Link:
        """Return it without a claim to be the default."""
        return replace(self, standing=Standing.PLAIN)


def link_of(
    *,
    link_type: str,
    target: str,
    title: str = "",
    languages: Sequence[str] = (),
    media_type: str | None = None,
    contexts: Sequence[str] = (),
    forwards_query: bool = True,
    standing: Standing = Standing.PLAIN,
    public: bool = True,
) -> Link:
    """Return a link of a firm, every part checked; a title that is left out is that of the link type.

    Raises:
        LinkInvalid: with the part, its value and the cure.
    """
    relation = kept_relation_of(link_type)
    tags = tuple(dict.fromkeys(verified_tag(tag) for tag in _few("hreflang", languages)))
    values = tuple(dict.fromkeys(_verified_context(value) for value in _few("context", contexts)))
    kind = verified_media_type(media_type) if media_type else None
    shown = _verified_title(title) or title_of(relation, "zh" if tags and tags[0].startswith("zh") else "en")
    return Link(relation, verified_target(target), shown, tags, kind, values, forwards_query, standing, public)


def verified_target(text: str) -> str:
    """Return an address as it is followed: absolute, http or https, in ASCII (RFC 3986, RFC 3987 §3.1).

    Raises:
        LinkInvalid: it cannot be followed, or would show one host and lead to another.
    """
    text = text.strip()
    if not text or len(text) > LONGEST_TARGET:
        raise LinkInvalid("target", text, f"write an address of 1 to {LONGEST_TARGET} characters")
    if not text.isprintable() or any(letter in ' "<>\\^`{|}' for letter in text):
        raise LinkInvalid("target", text, "percent-encode spaces, quotes, brackets and backslashes")
    if _BROKEN_PERCENT.search(text):
        raise LinkInvalid("target", text, "write a percent sign itself as %25")
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").encode("idna" if not (parts.hostname or "").isascii() else "ascii").decode()
    except (ValueError, UnicodeError):
        raise LinkInvalid("target", text, "write an address such as https://example.com/page") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise LinkInvalid("target", text, "begin the address with https:// or http://")
    if "@" in parts.netloc:
        raise LinkInvalid("target", text, "leave user name and password out of the address")
    bracketed = f"[{host}]" if ":" in host else host
    if not _HOST.fullmatch(bracketed):
        raise LinkInvalid("target", text, "name a host behind https://")
    place = bracketed if port is None else f"{bracketed}:{port}"
    rest = (quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    address = urlunsplit((parts.scheme.lower(), place, *rest))
    if len(address) > LONGEST_TARGET:
        raise LinkInvalid("target", text, f"write an address of at most {LONGEST_TARGET} characters once encoded")
    return address


def with_query(link: Link, query: str) -> str:
    """Return a link's target with the query of a request handed on, unless the link keeps it back (§2.12)."""
    if not query or not link.forwards_query:
        return link.target
    address, mark, fragment = link.target.partition("#")
    joint = "" if address.endswith(("?", "&")) else "&" if "?" in address else "?"
    return f"{address}{joint}{query}{mark}{fragment}"


def _verified_title(text: str) -> str:
    shown = text.strip()
    if len(shown) > LONGEST_TITLE or not shown.isprintable():
        raise LinkInvalid("title", text, f"write one line of at most {LONGEST_TITLE} characters")
    return shown


def _verified_context(text: str) -> str:
    value = text.strip()
    if not _CONTEXT.fullmatch(value):
        raise LinkInvalid("context", text, "write a word of letters, digits, dot, colon, hyphen, at most 60 characters")
    return value


def _few(place: str, values: Sequence[str]) -> Sequence[str]:
    if len(values) > MOST_VALUES:
        raise LinkInvalid(place, f"{len(values)} values", f"name at most {MOST_VALUES}")
    return values
