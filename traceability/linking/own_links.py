"""The links that this resolver fills in itself, at each level those that answer there: docs/decisions/0016-resolver.md.

Which of them an identifier has depends on what it names and on nothing that is recorded of it: the list tells nobody whether a
firm has events, attestations or products that it does not show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

from traceability.identifiers import Level as IdentifierLevel
from traceability.linking.anchors import Anchor
from traceability.linking.link import Link, Standing
from traceability.linking.link_types import GS1

PAGE_LANGUAGES: Final = ("zh", "en")
"""Languages of our pages."""
VERDICT, RECALL, CERTIFICATES, VERIFICATION, PASSPORT = (
    "verdict",
    "recall-status",
    "certificates",
    "verify",
    "passport",
)
"""First parts of the paths at which we answer about a thing, before the path of its own link."""
VIEWS: Final = (VERDICT, RECALL, CERTIFICATES, VERIFICATION, PASSPORT)

_THINGS: Final = frozenset((IdentifierLevel.CLASS, IdentifierLevel.LOT, IdentifierLevel.ITEM, IdentifierLevel.PACKAGE))
_PAGE_TYPES: Final[Mapping[IdentifierLevel, str]] = {
    IdentifierLevel.PLACE: "locationInfo",
    IdentifierLevel.PARTY: "registryEntry",
}
_EVENT_PARAMETERS: Final[Mapping[IdentifierLevel, str]] = {
    IdentifierLevel.CLASS: "MATCH_anyEPCClass",
    IdentifierLevel.LOT: "MATCH_anyEPCClass",
    IdentifierLevel.ITEM: "MATCH_anyEPC",
    IdentifierLevel.PACKAGE: "MATCH_anyEPC",
    IdentifierLevel.DOCUMENT: "MATCH_anyEPC",
    IdentifierLevel.PLACE: "EQ_bizLocation",
}
_TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "page": ("What is known of it, and who proves it", "它的来历,由谁证明"),
    "epcis": ("Its events, as far as they are public", "它的公开事件"),
    "recallStatus": ("Is it recalled?", "是否被召回"),
    "certificationInfo": ("Attestations and certificates", "证明与证书"),
    "verificationService": ("Verification of its identifier", "标识核验服务"),
    "dpp": ("Digital product passport", "数字产品护照"),
}


def own_links(anchor: Anchor, origin: str, language: str) -> Sequence[Link]:
    """Return our links of a level with titles in `zh` or `en`; a level that is no identity has the page only."""
    level, path = anchor.identifier.level, anchor.path
    page = Link(
        relation=GS1 + _PAGE_TYPES.get(level, "traceability"),
        target=f"{origin}/{VERDICT}{path}",
        title=_title("page", language),
        languages=PAGE_LANGUAGES,
        media_type="text/html",
        standing=Standing.DEFAULT,
        own=True,
    )
    if not anchor.is_identity:
        return (page,)
    links = [page]
    if level in _THINGS:
        links.append(_view("recallStatus", f"{origin}/{RECALL}{path}", "application/json", language))
        links.append(_view("verificationService", f"{origin}/{VERIFICATION}{path}", "application/json", language))
        links.append(_view("dpp", f"{origin}/{PASSPORT}{path}", "application/ld+json", language))
    links.append(_view("certificationInfo", f"{origin}/{CERTIFICATES}{path}", "application/json", language))
    if level in _EVENT_PARAMETERS:
        query = f"{_EVENT_PARAMETERS[level]}={quote(anchor.identifier.canonical, safe='')}"
        links.append(_view("epcis", f"{origin}/events?{query}", "application/ld+json", language, forwards_query=False))
    return links


def _view(name: str, target: str, media_type: str, language: str, *, forwards_query: bool = True) -> Link:
    title = _title(name, language)
    return Link(GS1 + name, target, title, media_type=media_type, forwards_query=forwards_query, own=True)


def _title(name: str, language: str) -> str:
    return _TITLES[name][language == "zh"]
