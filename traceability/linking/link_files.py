"""Files of links: tables (CSV), JSON, and linksets of other resolvers (RFC 9264), read row by row and written again.

A row that is wrong does not hide the next one: all problems are told at once, each with its place.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from traceability.epcis.nesting import nests_too_deeply
from traceability.linking.drafts import DEFAULT_WORDS, MEMBERS, LinkDraft, LinkWords, draft_of
from traceability.linking.errors import LinkFileInvalid, LinkInvalid, RowProblem
from traceability.linking.link import Standing
from traceability.linking.link_types import DEFAULT_LINK, DEFAULT_LINK_MULTI, GS1, relation_of

MOST_LINKS: Final = 10_000
"""Most links of one file."""
MOST_BYTES: Final = 8 * 1024 * 1024
"""Octets of the largest file."""
MOST_PROBLEMS: Final = 200
"""Problems that are told of one file; the rest is told once these are cured."""

_COLUMNS: Final[Mapping[str, str]] = {
    "标识": "about",
    "链接类型": "linkType",
    "目标": "target",
    "标题": "title",
    "语言": "hreflang",
    "媒体类型": "type",
    "场景": "context",
    "传递参数": "fwqs",
    "默认": "default",
    "公开范围": "disclosure",
} | {name.lower(): name for name in MEMBERS}
"""Names of columns, in Chinese and in any case, and the parts that they hold."""

Row = tuple[str, Mapping[str, Any]]
"""A place in a file and the parts that stand there."""


def drafts_in(data: bytes) -> tuple[LinkDraft, ...]:
    """Return the links of a file of any of the three kinds, told apart by how it begins.

    Raises:
        LinkFileInvalid: with every problem's place and cure.
    """
    if len(data) > MOST_BYTES:
        raise _refused("the file", f"has {len(data)} octets", f"split it into files of at most {MOST_BYTES}")
    text = _decoded(data)
    rows = _json_rows(text) if text.lstrip()[:1] in ("{", "[") else _table_rows(text)
    drafts: list[LinkDraft] = []
    problems: list[RowProblem] = []
    for number, (pointer, values) in enumerate(rows):
        if number == MOST_LINKS:
            raise _refused("the file", f"has more than {MOST_LINKS} links", "split it")
        try:
            drafts.append(draft_of(values, pointer))
        except LinkInvalid as error:
            joint = "/" if pointer.startswith("/") else ", "
            problems.append(RowProblem(f"{pointer}{joint}{error.place}", error.reason, error.cure))
    problems += _second_defaults(drafts)
    if problems:
        raise LinkFileInvalid(problems[:MOST_PROBLEMS])
    if not drafts:
        raise _refused("the file", "holds no link", f"begin with a row of names ({', '.join(MEMBERS)}), or write JSON")
    return tuple(drafts)


def table_of(rows: Sequence[LinkWords]) -> str:
    """Return links as a table that `drafts_in` reads back; it begins with the mark by which spreadsheets know UTF-8."""
    written = io.StringIO()
    writer = csv.DictWriter(written, MEMBERS, lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        flat = {name: " ".join(value) if isinstance(value, list) else value for name, value in row.items()}
        writer.writerow(flat | {"fwqs": "yes" if row["fwqs"] else "no"})
    return "\ufeff" + written.getvalue()


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            # What spreadsheets in China write where nobody asks for UTF-8.
            return data.decode("gb18030")
        except UnicodeDecodeError as error:
            raise _refused("the file", f"is no text at octet {error.start}", "save it as UTF-8") from error


def _table_rows(text: str) -> Iterator[Row]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = next(lines, [])
        names = [_COLUMNS.get(name.strip(), _COLUMNS.get(name.strip().lower(), name.strip())) for name in header]
        for wanted in ("about", "linkType", "target"):
            if wanted not in names:
                raise _refused("row 1", f"has no column {wanted}", f"name the columns: {', '.join(MEMBERS)}")
        for values in lines:
            if not any(value.strip() for value in values):
                continue
            place = f"row {lines.line_num}"
            if len(values) > len(names):
                raise _refused(place, f"has {len(values)} values for {len(names)} columns", "quote values with commas")
            yield place, dict(zip(names, values, strict=False))
    except csv.Error as error:
        raise _refused(
            f"row {lines.line_num}", f"is no row of a table ({error})", "quote values with commas"
        ) from error


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _json_rows(text: str) -> Iterator[Row]:
    if nests_too_deeply(text):
        raise _refused("the file", "nests too deeply", "write a list of links")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f"line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else "the file"
        raise _refused(place, "is no JSON", "send a JSON text (RFC 8259)") from error
    if isinstance(content, dict) and "linkset" in content:
        yield from _linkset_rows(content["linkset"])
        return
    items = content.get("links") if isinstance(content, dict) else content
    if not isinstance(items, list):
        raise _refused("the file", "holds no list of links", 'write {"links": […]} or a linkset')
    for number, item in enumerate(items):
        if not isinstance(item, dict):
            raise _refused(f"/links/{number}", "is no object", f"use members: {', '.join(MEMBERS)}")
        yield f"/links/{number}", {name: value for name, value in item.items() if name in MEMBERS or name not in _KEPT}


_KEPT: Final = frozenset(("id", "createdAt", "changedAt", "organisation"))
"""Members that an export has and an import does not look at."""


def _linkset_rows(contexts: Any) -> Iterator[Row]:
    if not isinstance(contexts, list):
        raise _refused("/linkset", "is no list", "write one link context for each anchor (RFC 9264)")
    for number, context in enumerate(contexts):
        place = f"/linkset/{number}"
        if not isinstance(context, dict) or not isinstance(context.get("anchor"), str):
            raise _refused(place, "has no anchor", "give each link context the address of its identifier")
        yield from _context_rows(place, context)


def _context_rows(place: str, context: Mapping[str, Any]) -> Iterator[Row]:
    relations = {_full(name): value for name, value in context.items() if isinstance(value, list)}
    defaults = _targets(relations.get(DEFAULT_LINK))
    alternatives = _targets(relations.get(DEFAULT_LINK_MULTI))
    described = {
        target
        for name, links in relations.items()
        if name not in (DEFAULT_LINK, DEFAULT_LINK_MULTI)
        for target in _targets(links)
    }
    for target in (*defaults, *alternatives):
        if target not in described:
            cure = "list the same target under the link type that describes it as well"
            raise _refused(f"{place}/{GS1}defaultLink", f"{target!r} has no type of its own", cure)
    for name, links in relations.items():
        if name in (DEFAULT_LINK, DEFAULT_LINK_MULTI):
            continue
        for number, link in enumerate(links):
            pointer = f"{place}/{name.replace('~', '~0').replace('/', '~1')}/{number}"
            if not isinstance(link, dict):
                raise _refused(pointer, "is no object", "give each link href and title (RFC 9264)")
            yield pointer, _members_of_target(context["anchor"], name, link, defaults, alternatives)
            if link.get("href") in defaults:
                defaults.remove(link["href"])


def _members_of_target(
    anchor: str, relation: str, link: Mapping[str, Any], defaults: Sequence[str], alternatives: Sequence[str]
) -> Mapping[str, Any]:
    target = link.get("href")
    standing = Standing.PLAIN
    if target in defaults:
        standing = Standing.DEFAULT
    elif target in alternatives:
        standing = Standing.ALTERNATIVE
    known = {name: link[name] for name in ("title", "hreflang", "type", "context", "fwqs") if name in link}
    hidden = {"disclosure": "private"} if link.get("public") is False else {}
    return {
        "about": anchor,
        "linkType": relation,
        "target": target,
        "default": DEFAULT_WORDS[standing],
        **known,
        **hidden,
    }


def _full(name: str) -> str:
    try:
        return relation_of(name)
    except LinkInvalid:
        return name


def _targets(links: Any) -> list[str]:
    if not isinstance(links, list):
        return []
    return [link["href"] for link in links if isinstance(link, dict) and isinstance(link.get("href"), str)]


def _second_defaults(drafts: Sequence[LinkDraft]) -> list[RowProblem]:
    first: dict[str, str] = {}
    problems: list[RowProblem] = []
    for draft in drafts:
        if draft.link.standing is Standing.DEFAULT:
            known = first.setdefault(draft.anchor.text, draft.pointer)
            if known != draft.pointer:
                reason = f"makes a second default for {draft.anchor.identifier.display()}"
                problems.append(RowProblem(draft.pointer, reason, f"{known} is its default already: one is enough"))
    return problems


def _refused(pointer: str, reason: str, cure: str) -> LinkFileInvalid:
    return LinkFileInvalid([RowProblem(pointer, reason, cure)])
