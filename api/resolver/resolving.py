"""Resolving: an identifier's address answers with a link's target, with the link set, or with a choice (docs/decisions/0016-resolver.md).

```
not an identifier                      ─▶ 400 with the reason, in words to a person
a prefix that another resolver handles ─▶ 307 there, `gs1:handledBy`
nobody holds a prefix of it            ─▶ 404
linkType=linkset, or asked by Accept   ─▶ 200 the link set (RFC 9264)
linkType=gs1:…                         ─▶ 307 the best link of the type, 300 where several are, 404 where none is
nothing asked                          ─▶ a browser whose default is our page gets that page at once, a program that wants
                                          JSON our verdict; everyone else 307 to the default link
```
"""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request, Response

from api.answers import answer_error
from api.callers import Caller
from api.identifier_paths import path_of, query_of, text_in
from api.negotiation import preferred_language
from api.pages.verdicts import misread_page, verdict_answer
from api.resolver.answers import VARY, add_links, linkset_link, linkset_response, open_to_all, redirect, same_as_link
from api.resolver.errors import LinkNotFound
from api.resolver.link_pages import choice_page, linkset_page
from api.resolver.link_sets import delegation_of, levels_of_question
from api.resolver.lots import with_lot
from api.resolver.questions import Question, question_of
from api.resolver.wishes import Asked, Form, asked_by
from api.rooms import Rooms, rooms_of
from evidence.errors import ThingNotHeld
from traceability.identifiers import IdentifierInvalid, gs1_message
from traceability.identifiers.gs1.values import encoded
from traceability.linking.anchors import levels_of
from traceability.linking.link import Link, with_query
from traceability.linking.link_set import Level
from traceability.linking.link_types import curie_of
from traceability.linking.linkset_json import choice_object, linkset_object
from traceability.linking.linkset_text import choice_text, header_link, linkset_text
from traceability.linking.selection import Choice, Followed, NothingThere, selected


def resolve(request: Request, caller: Caller) -> Response:
    """Answer for the identifier whose address was asked for; every answer, a refusal too, is open to every origin."""
    links: list[str] = []
    try:
        response = _resolved(request, caller, links)
    except Exception as error:  # noqa: BLE001 - every error becomes a problem; its row says which
        response = answer_error(request, error)
    add_links(response, links)
    response.headers.setdefault("Vary", VARY)
    return open_to_all(response)


def _resolved(request: Request, caller: Caller, links: list[str]) -> Response:
    """Return the answer; what is to stand in its `Link` header comes into `links`, whatever happens later."""
    rooms, asked = rooms_of(request), asked_by(request)
    origin = rooms.settings.public_origin
    try:
        text = text_in(path_of(request), query_of(request))
        question = question_of(rooms, levels_of(text))
    except IdentifierInvalid as error:
        if asked.form is Form.HTML and asked.named:
            return misread_page(request, error)
        raise
    if question.identifier.scheme == "gs1" and (message := gs1_message(text)).is_compressed:
        links.append(same_as_link(message.digital_link(origin)))
    delegation = delegation_of(rooms, question)
    if delegation is not None:
        there = Link("", delegation.target + _whole_path(text, question), "")
        links.append(header_link(delegation.target, "gs1:handledBy", title="Handled by"))
        return redirect(with_query(there, query_of(request)))
    links.append(linkset_link(question.anchors[0], origin))
    if question.held is None and not (asked.form is Form.HTML and asked.named):
        raise ThingNotHeld(question.identifier.canonical)
    if question.held is None:
        return verdict_answer(request, caller, question.identifier)
    return _answered(request, rooms, caller, asked, question)


def _whole_path(text: str, question: Question) -> str:
    """Return the path of an address with all its qualifiers, uncompressed."""
    if question.identifier.scheme != "gs1":
        return question.anchors[0].path
    return "".join(f"/{ai}/{encoded(value)}" for ai, value in gs1_message(text).path)


def _answered(request: Request, rooms: Rooms, caller: Caller, asked: Asked, question: Question) -> Response:
    language = preferred_language(request.headers.get("accept-language"), request.query_params.get("lang"))
    nothing_asked = asked.wish.relation is None and not asked.wants_linkset
    if nothing_asked and asked.named and asked.form in (Form.JSON, Form.JSON_LD):
        return verdict_answer(request, caller, question.identifier)
    if not nothing_asked:
        question = with_lot(rooms, question, caller.reader)
    levels = levels_of_question(
        rooms, question, caller.reader, language, described=asked.wants_linkset, relation=asked.wish.relation
    )
    if asked.wants_linkset:
        return _linkset(request, asked, levels, language)
    selection = selected(levels, asked.wish)
    if nothing_asked and isinstance(selection, Followed) and not selection.link.own:
        # A firm's own page: first look whether the item's lot is in order, which its address need not name.
        question = with_lot(rooms, question, caller.reader)
        levels = levels_of_question(rooms, question, caller.reader, language, described=False)
        selection = selected(levels, asked.wish)
    match selection:
        case Followed(link, level):
            if nothing_asked and asked.named and asked.form is Form.HTML and link.own:
                return _page_at_once(request, caller, level, link)
            return redirect(with_query(link, query_of(request)))
        case Choice(found, level):
            named = levels_of_question(rooms, question, caller.reader, language, described=True)
            described = next(item for item in named if item.anchor == level.anchor)
            return _choice(request, asked, described, found, language)
        case NothingThere(relation):
            raise LinkNotFound(
                curie_of(relation or ""), sorted({curie_of(item.relation) for at in levels for item in at.links})
            )


def _page_at_once(request: Request, caller: Caller, level: Level, link: Link) -> Response:
    """Return the page to which the default link leads, without the round trip of a redirect."""
    response = verdict_answer(request, caller, level.anchor.identifier)
    response.headers["Content-Location"] = link.target
    return response


def _linkset(request: Request, asked: Asked, levels: Sequence[Level], language: str) -> Response:
    origin = rooms_of(request).settings.public_origin
    content = linkset_object(levels, origin)
    page = linkset_page(request, levels, content, language) if asked.form is Form.HTML else ""
    text = linkset_text(levels, origin) if asked.form is Form.LINKSET_TEXT else ""
    response = linkset_response(asked.form, content, text, page, origin)
    response.headers["Content-Language"] = language
    return response


def _choice(request: Request, asked: Asked, level: Level, links: Sequence[Link], language: str) -> Response:
    origin = rooms_of(request).settings.public_origin
    content = choice_object(level, links, origin)
    page = choice_page(request, level, links, language) if asked.form is Form.HTML else ""
    text = choice_text(level, links, origin) if asked.form is Form.LINKSET_TEXT else ""
    response = linkset_response(asked.form, content, text, page, origin, 300)
    response.headers["Content-Language"] = language
    return response
