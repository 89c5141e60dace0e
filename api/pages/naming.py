"""Names and other codes on pages, each by whose word it is: the same sentences as on the device (scanner-app, names.ts)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from api.pages.markup import Child, Markup, element
from api.pages.reading import Reading, display_of
from evidence.aliases import KnownAlias

_OF_CLASS = re.compile(r"/(21|10)/[^/]*\Z")


def called(reading: Reading, code: str, author: int | None = None) -> list[Child]:
    """Return what a thing (or else its class) is called by every firm that names it, with its code.

    `author` is the firm that stands beside it already, whose own word needs no second name.
    """
    words = reading.words
    shown = element("span", {"class": "id"}, display_of(code))
    product_class = _OF_CLASS.sub("", code)
    # What is of the page's own kind is named at its top.
    is_of_its_kind = product_class != code and product_class == _OF_CLASS.sub("", reading.verdict.get("thing") or "")
    said = [] if is_of_its_kind else _said(reading, code) or _said(reading, product_class)
    if not said:
        return [shown]
    first, number = said[0]
    key = "name.own" if number == author else "name.said"
    notes = [words.say(key, organisation=reading.organisation(number))]
    for name, other in said[1:]:
        organisation = reading.organisation(other)
        notes.append(organisation if name == first else words.say("name.other", name=name, organisation=organisation))
    note = element("small", {"class": "said-by"}, words.say("list.separator").join(notes))
    return [element("b", {}, first), " ", shown, " ", note]


def aliases_section(reading: Reading) -> Markup | None:
    """Return the card with the other codes of a thing, None where nobody claims one."""
    rows = [
        alias_row(
            reading,
            _link(reading, alias["id"]),
            alias["standing"],
            alias["organisation"],
            alias["deniedBy"],
            alias["conflicts"],
            alias["state"],
        )
        for alias in reading.verdict.get("aliases", ())
    ]
    return _card(reading, rows)


def known_aliases_section(reading: Reading, code: str, known: Sequence[KnownAlias]) -> Markup | None:
    """Return the card for a code that no member holds, of which the chain proves nothing: its claims, with links."""
    rows = []
    for item in known:
        alias = item.alias
        other = alias.claim.beside(code) or alias.claim.other
        conflicts = [
            {"organisation": claim.organisation, "code": claim.code, "other": claim.other} for claim in alias.conflicts
        ]
        speaker = alias.claim.organisation
        shown = _link(reading, other)
        rows.append(alias_row(reading, shown, alias.standing.value, speaker, alias.denied_by, conflicts, None))
    return _card(reading, rows)


def alias_row(
    reading: Reading,
    shown: Child,
    standing: str,
    organisation: int,
    denied_by: Sequence[int],
    conflicts: Sequence[Mapping[str, Any]],
    state: str | None,
) -> Markup:
    """Return one claim: the other code, who says so, what it is worth, and what speaks against it."""
    words = reading.words
    notes = [words.say(f"alias.{standing}", organisation=reading.organisation(organisation))]
    notes += [words.say("alias.denied", organisation=reading.organisation(number)) for number in denied_by]
    notes += [
        words.say(
            "alias.conflict",
            organisation=reading.organisation(claim["organisation"]),
            code=display_of(claim["code"]),
            other=display_of(claim["other"]),
        )
        for claim in conflicts
    ]
    warning = None
    if state not in (None, "active"):
        said = words.say_of(f"rests.{state}", "rests.proof_missing")
        warning = element("p", {"class": "step-note"}, words.say("alias.state", state=said))
    return element(
        "li",
        {"class": "alias", "data-standing": standing},
        element("span", {"class": "id"}, shown),
        element("p", {"class": "help"}, " ".join(notes)),
        warning,
    )


def _link(reading: Reading, code: str) -> Markup:
    address = f"/lookup?code={quote(code, safe='')}&lang={reading.words.language}"
    return element("a", {"href": address}, display_of(code))


def _card(reading: Reading, rows: Sequence[Markup]) -> Markup | None:
    if not rows:
        return None
    return element(
        "section",
        {"class": "card", "id": "aliases"},
        element("h2", {}, reading.words.say("alias.title")),
        element("ul", {"class": "parts"}, *rows),
    )


def _said(reading: Reading, code: str) -> list[tuple[str, int]]:
    """Return each name of a code, in the reader's language where it has one, with the organisation that says so."""
    found = []
    for entry in reading.verdict.get("names", ()):
        if entry["id"] == code:
            texts = dict(entry["texts"])
            first = next(iter(texts.values()))
            name = texts.get(reading.words.language) or texts.get("") or first
            found.append((name, int(entry["organisation"])))
    return found
