"""`/links`: a firm edits its links on a page, with its API key, without a script.

Every act is a form that carries its own proof (the word that stands for the key), and no cookie is set: a page of another
origin can make nobody's browser change a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi import UploadFile as Upload
from fastapi.responses import HTMLResponse

from api.callers import AccountRole, Caller
from api.errors import AlreadyExists, ApiError
from api.negotiation import preferred_language
from api.pages.app_files import AppFiles
from api.resolver.form_page import PATH, Shown, Told, code_of, entry_page, links_page
from api.resolver.form_sessions import FormSessions
from api.resolver.form_words import TEXTS
from api.resources.links import LinkForm, exported
from api.rooms import Rooms, rooms_of
from capture.errors import CaptureRefused
from capture.links import drafts_of_kept, import_links, kept_links
from store.record.accounts import account_of
from store.record.links import KeptLink, add_link, change_link, link_by_id, links_of, remove_link
from traceability.linking.drafts import draft_of, words_of
from traceability.linking.errors import LinkFileInvalid, LinkInvalid
from traceability.linking.link_files import drafts_in

router = APIRouter(tags=["Links"])

SHOWN = 200
"""Links that the page lists."""

Text = Annotated[str, Form(max_length=2_000)]


@router.get(PATH, response_class=HTMLResponse)
def enter(request: Request) -> Response:
    """Show the page on which a firm edits its links; it asks for an API key."""
    language = preferred_language(request.headers.get("accept-language"), request.query_params.get("lang"))
    return _page(entry_page(_app(request), language, Told()), language)


@router.post(PATH, response_class=HTMLResponse)
def act(
    request: Request,
    action: Annotated[str, Form(pattern="^(enter|leave|list|edit|save|remove|import|export)$")],
    lang: Annotated[str, Form(pattern="^(zh|en)$")] = "zh",
    key: Annotated[str, Form(max_length=200)] = "",
    session: Annotated[str, Form(max_length=100)] = "",
    search: Text = "",
    id: Annotated[str, Form(max_length=100)] = "",
    about: Text = "",
    linkType: Text = "",
    target: Text = "",
    title: Text = "",
    hreflang: Text = "",
    type: Text = "",
    context: Text = "",
    default: Text = "no",
    disclosure: Text = "",
    fwqs: Text = "",
    form: Annotated[str, Form(pattern="^(csv|json|linkset)$")] = "csv",
    dryRun: Text = "",
    file: Upload | None = None,
) -> Response:
    """Do what a form of the page asks: enter, list, save, remove, import, export, leave."""
    rooms, texts, sessions = rooms_of(request), TEXTS[lang], _sessions_of(request)
    if action == "leave":
        sessions.leave(session)
        return _page(entry_page(_app(request), lang, Told()), lang)
    known = key.strip() if action == "enter" else sessions.key_of(session, rooms.clock())
    if known is None:
        return _page(entry_page(_app(request), lang, Told(texts["again"], [("", texts["again"])])), lang, 403)
    caller = _caller(rooms, known)
    if caller is None:
        return _page(entry_page(_app(request), lang, Told("", [("", texts["key_refused"])])), lang, 403)
    word = sessions.enter(known, rooms.clock()) if action == "enter" else session
    shown, told = Shown(caller.organisation, word, about=search.strip()), Told()
    values = {
        "about": about, "linkType": linkType, "target": target, "title": title, "hreflang": hreflang, "type": type,
        "context": context, "default": default, "disclosure": disclosure, "fwqs": fwqs or "yes",
    }  # fmt: skip
    match action:
        case "export":
            return exported(rooms, caller.organisation, LinkForm(form))
        case "save":
            shown, told = _saved(rooms, replace(shown, values=values, editing=id), texts)
        case "edit":
            shown, told = _editing(rooms, replace(shown, editing=id), texts)
        case "remove":
            gone = remove_link(rooms.record, id, caller.organisation)
            told = Told(texts["removed"]) if gone else Told("", [("", texts["gone"])])
        case "import":
            data = file.file.read() if file is not None else b""
            told = _imported(rooms, caller.organisation, data, bool(dryRun), lang)
    status = 400 if told.problems else 200
    return _page(links_page(_app(request), lang, told, _with_links(rooms, shown)), lang, status)


def _saved(rooms: Rooms, shown: Shown, texts: Mapping[str, str]) -> tuple[Shown, Told]:
    """Keep the link of the form; what is wrong leaves the form as it was filled in."""
    known = link_by_id(rooms.record, shown.editing, shown.organisation) if shown.editing else None
    if shown.editing and known is None:
        return replace(shown, editing=""), Told("", [("", texts["gone"])])
    try:
        (link,) = kept_links(rooms.record, rooms.mirror, shown.organisation, [draft_of(shown.values)], rooms.clock())
        _keep(rooms, link, known)
    except (LinkInvalid, LinkFileInvalid, CaptureRefused, ApiError) as error:
        return shown, Told("", _problems(error, texts))
    return Shown(shown.organisation, shown.session, about=shown.about), Told(texts["saved"])


def _keep(rooms: Rooms, link: KeptLink, known: KeptLink | None) -> None:
    again = None if known is None else replace(link, id=known.id, created_at=known.created_at)
    if not (add_link(rooms.record, link) if again is None else change_link(rooms.record, again)):
        raise AlreadyExists("the link", link.target, "you have the same link already")


def _editing(rooms: Rooms, shown: Shown, texts: Mapping[str, str]) -> tuple[Shown, Told]:
    known = link_by_id(rooms.record, shown.editing, shown.organisation)
    if known is None:
        return replace(shown, editing=""), Told("", [("", texts["gone"])])
    words = words_of(drafts_of_kept(rooms.record, [known])[0])
    lists = {"hreflang": " ".join(words["hreflang"]), "context": " ".join(words["context"])}
    values = {name: str(value) for name, value in words.items()} | lists | {"fwqs": "yes" if words["fwqs"] else "no"}
    return replace(shown, values=values), Told()


def _imported(rooms: Rooms, organisation: int, data: bytes, dry_run: bool, language: str) -> Told:
    texts = TEXTS[language]
    try:
        drafts = drafts_in(data)
        added, changed = import_links(rooms.record, rooms.mirror, organisation, drafts, rooms.clock(), dry_run=dry_run)
    except (LinkFileInvalid, CaptureRefused) as error:
        return Told("", _problems(error, texts))
    if dry_run:
        return Told(texts["checked"].format(count=len(drafts)))
    return Told(texts["imported"].format(added=added, changed=changed))


def _problems(error: Exception, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return places and what is wrong there, a part of the form under its own label."""
    if isinstance(error, LinkFileInvalid):
        return [(_label(item.pointer, texts), f"{item.reason}: {item.cure}") for item in error.problems]
    place = str(getattr(error, "place", ""))
    cure = str(getattr(error, "cure", ""))
    reason = str(getattr(error, "reason", error))
    return [(_label(place, texts), f"{reason}: {cure}" if cure and cure not in reason else reason)]


def _label(pointer: str, texts: Mapping[str, str]) -> str:
    name = pointer.strip("/")
    return texts["label"] if name == "title" else texts.get(name, pointer)


def _with_links(rooms: Rooms, shown: Shown) -> Shown:
    anchor = code_of(shown.about) or None
    found = links_of(rooms.record, shown.organisation, anchor=anchor, limit=SHOWN + 1)
    drafts = drafts_of_kept(rooms.record, found[:SHOWN])
    listed = [(item.id, words_of(draft)) for item, draft in zip(found, drafts, strict=False)]
    return replace(shown, links=listed, more=len(found) > SHOWN)


def _caller(rooms: Rooms, key: str) -> Caller | None:
    """Return whoever has a key that may keep and read links."""
    account = account_of(rooms.record, key, rooms.clock()) if key and key.isascii() else None
    if account is None:
        return None
    roles = account.reader.roles
    if not {AccountRole.CAPTURE.value, AccountRole.QUERY.value} <= roles or account.reader.organisation is None:
        return None
    return Caller(account.reader, account.id)


def _sessions_of(request: Request) -> FormSessions:
    """Return who has entered; it lives as long as the application."""
    state = request.app.state
    if not hasattr(state, "link_sessions"):
        state.link_sessions = FormSessions()
    kept: FormSessions = state.link_sessions
    return kept


def _app(request: Request) -> AppFiles:
    app: AppFiles = request.app.state.app_files
    return app


def _page(text: str, language: str, status: int = 200) -> Response:
    return HTMLResponse(text, status, {"Content-Language": language, "Vary": "Accept-Language"})
