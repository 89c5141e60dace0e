"""The pages and files around the verdict: front page, scanner, assets, problem types."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api.epcis.answer_schemas import SUB_RESOURCES
from api.epcis.vocabularies import FORMS, collection, top_level
from api.errors import NotFound
from api.negotiation import HTML_TYPE, preferred, preferred_language
from api.pages.app_files import AppFiles, Asset, simple_page
from api.pages.markup import Markup, element, joined
from api.problems import BY_NAME, TABLE
from traceability.linking.anchors import levels_of

router = APIRouter(tags=["Pages"])

_PROBLEMS = Path(__file__).resolve().parents[2] / "docs" / "problems.md"
_FRONT = {
    "zh": ("溯源", "每一件产品经历了什么,由谁证明。", "扫描编码", "或输入编码", "查看", "接口说明", "本网络的信任根"),
    "en": (
        "Suyuan",
        "What happened to a product, and who proves it.",
        "Scan a code",
        "or type one",
        "Look it up",
        "Interface",
        "Trust root of this network",
    ),
}


@router.get("/", response_class=HTMLResponse, responses={200: SUB_RESOURCES})
def front(request: Request) -> Response:
    """Show the front page, or to a program the top-level resources of the EPCIS binding."""
    if preferred(request.headers.get("accept"), (*FORMS, HTML_TYPE)) != HTML_TYPE:
        return collection(request, top_level())
    language = preferred_language(request.headers.get("accept-language"), request.query_params.get("lang"))
    name, what, scan, typed, look, interface, trust = _FRONT[language]
    other = "en" if language == "zh" else "zh"
    page = simple_page(
        _app(request),
        language,
        name,
        element("h1", {}, name),
        element("p", {}, what),
        element("p", {}, element("a", {"class": "button main", "href": "/scan"}, scan)),
        element(
            "form",
            {"method": "get", "action": "/lookup"},
            element("label", {}, typed, " ", element("input", {"name": "code", "required": True, "maxlength": 1000})),
            element("input", {"type": "hidden", "name": "lang", "value": language}),
            element("button", {}, look),
        ),
        element(
            "p",
            {},
            element("a", {"href": f"/links?lang={language}"}, "我的链接" if language == "zh" else "My links"),
            " · ",
            element("a", {"href": "/docs"}, interface),
            " · ",
            element("a", {"href": "/api/v1/network"}, trust),
        ),
        element(
            "p",
            {},
            element("a", {"href": f"/?lang={other}", "hreflang": other}, "English" if other == "en" else "中文"),
        ),
    )
    return HTMLResponse(page, headers={"Content-Language": language, "Vary": "Accept, Accept-Language"})


@router.get("/lookup", response_class=RedirectResponse, status_code=303)
def look_up(request: Request, code: str, lang: str = "zh") -> Response:
    """Send whoever has a code, in any writing, to its own address, which the resolver answers; what else is asked goes along."""
    others = [(name, value) for name, value in request.query_params.multi_items() if name not in ("code", "lang")]
    query = urlencode([("lang", "en" if lang == "en" else "zh"), *others])
    return RedirectResponse(f"{levels_of(code)[0].path}?{query}", 303)


@router.get("/scan", response_class=HTMLResponse)
def scan(request: Request) -> Response:
    """Show the scanner."""
    return _sent(request, _app(request).scan, "scanner", "no-cache")


@router.get("/scan/sw.js", include_in_schema=False)
def service_worker(request: Request) -> Response:
    """Give the scanner's service worker."""
    response = _sent(request, _app(request).service_worker, "service worker", "no-cache")
    response.headers["Service-Worker-Allowed"] = "/scan"
    return response


@router.get("/assets/{path:path}", include_in_schema=False)
def asset(request: Request, path: str) -> Response:
    """Give a file of the app; its name changes with its content."""
    return _sent(request, _app(request).assets.get(path), path, "public, max-age=31536000, immutable")


@router.get("/docs", response_class=HTMLResponse, include_in_schema=False)
def interface(request: Request) -> Response:
    """List the resources by what they are about, readable offline; the full description is the OpenAPI file."""
    groups: dict[str, list[Markup]] = {}
    for path, operations in request.app.openapi()["paths"].items():
        for method, operation in operations.items():
            if method != "options":
                line = [
                    element("code", {}, f"{method.upper()} {path}"),
                    " ",
                    operation.get("description", "").partition("\n")[0],
                ]
                groups.setdefault(operation.get("tags", ["Other"])[0], []).append(element("li", {}, *line))
    page = simple_page(
        _app(request),
        "en",
        "Suyuan interface",
        element("h1", {}, "Interface"),
        element("p", {}, element("a", {"href": "/openapi.json"}, "OpenAPI description"), ": every parameter and body."),
        element(
            "p", {}, element("a", {"href": "/problems"}, "Problem types"), ": why a refusal happens, how to solve it."
        ),
        element("p", {}, "Accounts send Authorization: Bearer <API key>."),
        *(joined([element("h2", {}, name), element("ul", {}, *lines)]) for name, lines in groups.items()),
    )
    return HTMLResponse(page)


@router.get("/problems", response_class=HTMLResponse)
def list_problems(request: Request) -> Response:
    """List the problem types."""
    rows = [
        element("li", {}, element("a", {"href": row.uri}, row.name), f": {row.title} ({row.status})") for row in TABLE
    ]
    return HTMLResponse(
        simple_page(_app(request), "en", "Problem types", element("h1", {}, "Problem types"), element("ul", {}, *rows))
    )


@router.get("/problems/{name}", response_class=HTMLResponse)
def get_problem(request: Request, name: str) -> Response:
    """Explain one problem type: why it happens and how to solve it."""
    row = BY_NAME.get(name)
    if row is None:
        raise NotFound("problem type", name)
    paragraphs = [_paragraph(line) for line in problem_section(name).split("\n\n") if line.strip()]
    return HTMLResponse(
        simple_page(
            _app(request),
            "en",
            row.title,
            element("h1", {}, row.title),
            element("p", {}, f"{row.name}, {row.status}"),
            *paragraphs,
        )
    )


def problem_section(name: str) -> str:
    """Return the section of a problem type in docs/problems.md, empty where the documents are not installed."""
    if not _PROBLEMS.is_file():
        return ""
    match = re.search(
        rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", _PROBLEMS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return match[1].strip() if match else ""


def _paragraph(text: str) -> Markup:
    return element("p", {}, text.replace("**", "").replace("`", ""))


def _app(request: Request) -> AppFiles:
    app: AppFiles = request.app.state.app_files
    return app


def _sent(request: Request, found: Asset | None, what: str, caching: str) -> Response:
    if found is None:
        raise NotFound("file", what)
    headers = {"Cache-Control": caching, "Vary": "Accept-Encoding"}
    if found.compressed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.compressed, media_type=found.media_type, headers=headers | {"Content-Encoding": "gzip"})
    return Response(found.content, media_type=found.media_type, headers=headers)
