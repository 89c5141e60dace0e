"""A firm's own links: kept, changed, removed, one by one or by file, and prefixes that it hands to another resolver.

A link may be about an identifier under a prefix that the firm holds on the chain, and nothing else. Who reads a link is the
firm's word (`disclosure`); without it everyone does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi import UploadFile as Upload
from pydantic import Field
from typing_extensions import TypedDict

from api.callers import Capturer, Querier
from api.errors import AlreadyExists, NotFound
from api.paging import announce_next, page_size_of, place_of
from api.resolver.errors import IdentifierNotOwned, PrefixNotGranted
from api.resources.fields import Body, IdentifierText, identifier_at
from api.rooms import Rooms, rooms_of
from capture.links import drafts_of_kept, import_links, kept_links
from store.database import Record
from store.record.links import KeptLink, add_link, change_link, link_by_id, links_of, remove_link
from traceability.linking.anchors import levels_of
from traceability.linking.drafts import LinkWords, draft_of, words_of
from traceability.linking.errors import LinkFileInvalid
from traceability.linking.link_files import drafts_in, table_of
from traceability.linking.linkset_json import MEDIA_TYPE as LINKSET_JSON
from traceability.linking.published import linkset_of

router = APIRouter(prefix="/api/v1/links", tags=["Links"])

LinkText = Annotated[str, Field(max_length=2_000)]
_MOST_EXPORTED = 100_000


class LinkForm(StrEnum):
    """How a file of links is written."""

    CSV = "csv"
    JSON = "json"
    LINKSET = "linkset"


class LinkBody(Body):
    """One link, as a firm writes it."""

    about: IdentifierText
    linkType: LinkText
    target: LinkText
    title: LinkText = ""
    hreflang: Annotated[list[LinkText], Field(default_factory=list, max_length=20)]
    type: LinkText = ""
    context: Annotated[list[LinkText], Field(default_factory=list, max_length=20)]
    fwqs: bool = True
    default: Literal["no", "yes", "alternative"] = "no"
    disclosure: LinkText = ""


class KeptLinkContent(LinkWords):
    """A link that is kept."""

    id: str
    createdAt: str
    changedAt: str


class LinkList(TypedDict):
    """Links of a firm."""

    links: list[KeptLinkContent]


class ImportContent(TypedDict):
    """What became of a file of links."""

    links: int
    added: int
    changed: int
    dryRun: bool


@router.get("")
def list_links(
    request: Request, response: Response, caller: Querier, id: Annotated[str | None, Query(max_length=1000)] = None
) -> LinkList:
    """List the links of the caller's organisation, about one identifier where asked."""
    size = page_size_of(request)
    anchor = None if id is None else _anchor_text(id)
    bound = f"links {anchor} of {caller.organisation}"
    after = place_of(request, bound) or ""
    found = links_of(rooms_of(request).record, caller.organisation, anchor=anchor, limit=size + 1, after=after)
    announce_next(request, response, bound, found[size - 1].id if len(found) > size else None, size)
    return {"links": link_contents(rooms_of(request).record, found[:size])}


@router.post("", status_code=201)
def create_link(request: Request, response: Response, body: LinkBody, caller: Capturer) -> KeptLinkContent:
    """Keep a link about an identifier of the caller's organisation; one that becomes the default takes that from another."""
    rooms = rooms_of(request)
    link = _kept(request, caller.organisation, body)
    if not add_link(rooms.record, link):
        raise AlreadyExists("the link", link.target, "change the one that you have: GET /api/v1/links?id=… lists it")
    response.headers["Location"] = f"/api/v1/links/{link.id}"
    return link_contents(rooms_of(request).record, [link])[0]


@router.get("/export", response_class=Response)
def export_links(request: Request, caller: Querier, form: LinkForm = LinkForm.JSON) -> Response:
    """Give all links of the caller's organisation as a file that an import reads back: a table, JSON, or a linkset."""
    return exported(rooms_of(request), caller.organisation, form)


@router.post("/import")
def import_file(
    request: Request, caller: Capturer, file: Upload, dry_run: Annotated[bool, Form(alias="dryRun")] = False
) -> ImportContent:
    """Keep the links of a file (CSV, JSON or linkset; multipart `file`, `dryRun`), all or none; errors are told by row."""
    rooms = rooms_of(request)
    drafts = drafts_in(file.file.read())
    added, changed = import_links(
        rooms.record, rooms.mirror, caller.organisation, drafts, rooms.clock(), dry_run=dry_run
    )
    return {"links": len(drafts), "added": added, "changed": changed, "dryRun": dry_run}


@router.get("/{link_id}")
def get_link(request: Request, link_id: str, caller: Querier) -> KeptLinkContent:
    """Tell one link of the caller's organisation."""
    return link_contents(rooms_of(request).record, [_mine(request, link_id, caller.organisation)])[0]


@router.put("/{link_id}")
def put_link(request: Request, link_id: str, body: LinkBody, caller: Capturer) -> KeptLinkContent:
    """Change a link of the caller's organisation."""
    known = _mine(request, link_id, caller.organisation)
    link = _kept(request, caller.organisation, body, known)
    if not change_link(rooms_of(request).record, link):
        raise AlreadyExists("the link", link.target, "you have the same link already: remove one of the two")
    return link_contents(rooms_of(request).record, [link])[0]


@router.delete("/{link_id}", status_code=204)
def delete_link(request: Request, link_id: str, caller: Capturer) -> None:
    """Remove a link of the caller's organisation."""
    if not remove_link(rooms_of(request).record, link_id, caller.organisation):
        raise NotFound("link of yours", link_id)


def exported(rooms: Rooms, organisation: int, form: LinkForm) -> Response:
    """Return all links of a firm as a file."""
    drafts = drafts_of_kept(rooms.record, links_of(rooms.record, organisation, limit=_MOST_EXPORTED))
    match form:
        case LinkForm.CSV:
            text, kind = table_of([words_of(draft) for draft in drafts]), "text/csv; charset=utf-8"
        case LinkForm.LINKSET:
            text, kind = _json(linkset_of(drafts, rooms.settings.public_origin)), LINKSET_JSON
        case LinkForm.JSON:
            text, kind = _json({"links": [words_of(draft) for draft in drafts]}), "application/json"
    response = Response(text)
    response.headers["Content-Type"] = kind
    ending = "csv" if form is LinkForm.CSV else "json"
    response.headers["Content-Disposition"] = f'attachment; filename="suyuan-links.{ending}"'
    return response


def link_contents(record: Record, items: Sequence[KeptLink]) -> list[KeptLinkContent]:
    """Return links of one firm as JSON, in the words in which they are written."""
    return [
        {
            "id": item.id,
            **words_of(draft),
            "createdAt": item.created_at.isoformat(),
            "changedAt": item.changed_at.isoformat(),
        }
        for item, draft in zip(items, drafts_of_kept(record, items), strict=True)
    ]


def _kept(request: Request, organisation: int, body: LinkBody, known: KeptLink | None = None) -> KeptLink:
    rooms = rooms_of(request)
    draft = draft_of(body.model_dump())
    try:
        link = kept_links(rooms.record, rooms.mirror, organisation, [draft], rooms.clock())[0]
    except LinkFileInvalid as error:
        problem = error.problems[0]
        if problem.code == "identifier-not-owned":
            raise IdentifierNotOwned(problem.reason, problem.cure) from error
        if problem.code == "prefix-not-granted":
            raise PrefixNotGranted(problem.reason, problem.cure) from error
        raise
    return link if known is None else _instead(known, link)


def _instead(known: KeptLink, link: KeptLink) -> KeptLink:
    return replace(link, id=known.id, created_at=known.created_at)


def _mine(request: Request, link_id: str, organisation: int) -> KeptLink:
    found = link_by_id(rooms_of(request).record, link_id, organisation)
    if found is None:
        raise NotFound("link of yours", link_id)
    return found


def _anchor_text(text: str) -> str:
    identifier_at("query id", text)
    return levels_of(text)[0].text


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)
