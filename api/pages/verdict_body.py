"""The verdict page as it reads with JavaScript off: the server's word, and said to be (scanner-app/README.md, `{{body}}`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from api.pages.markup import Child, Markup, element, joined
from api.pages.naming import aliases_section, called
from api.pages.reading import Reading
from traceability.identifiers import Identifier, Level

_FACTS = ("recall", "story", "holder", "copy", "state", "product", "freshness", "consensus")
_REPORT_KINDS = ("copy", "recall", "damaged", "wrong", "other")
_PHONE = re.compile(r"[+\d][\d\s()-]{2,24}")
_MAIL = re.compile(r"[^\s@<>?&]+@[^\s@<>?&]+")


def verdict_body(reading: Reading, identifier: Identifier, pictures: str, *, reported: bool = False) -> Markup:
    """Return what stands in `<main>`."""
    return joined(
        [
            _thanks(reading) if reported else None,
            _banner(reading),
            _product(reading, identifier, pictures),
            aliases_section(reading),
            _facts(reading),
            _story(reading),
            _parts(reading),
            report_form(reading, identifier.canonical),
        ]
    )


def unknown_body(reading: Reading, message: str) -> Markup:
    """Return what stands in `<main>` where the server has nothing to show."""
    words = reading.words
    return joined(
        [
            element(
                "section",
                {"class": "banner", "data-status": "not_checked", "id": "banner"},
                element("h1", {}, words.say("failure.title")),
                element("p", {}, message),
            )
        ]
    )


def server_status(status: str) -> str:
    """Return the status of a fact as the server may show it: what it checked itself is only claimed to the reader."""
    return "claimed" if status in ("proven", "matched") else status


def _thanks(reading: Reading) -> Markup:
    return element("p", {"class": "notice", "role": "status"}, reading.words.say("report.sent"))


def _banner(reading: Reading) -> Markup:
    words = reading.words
    bad = reading.fact("recall")["reason"] in ("recalled", "quarantined")
    return element(
        "section",
        {"class": "banner", "data-status": "not_checked", "id": "banner"},
        element("p", {"class": "banner-icon", "aria-hidden": "true"}),
        element("p", {"class": "banner-basis"}, words.say("server.says")),
        element("h1", {}, reading.headline()),
        element("p", {}, reading.sentence(reading.fact("recall"))) if bad else None,
        _advice(reading) if bad else None,
        element("p", {"class": "js-off"}, element("noscript", {}, words.say("javascript.off"))),
    )


def _advice(reading: Reading) -> Markup:
    words = reading.words
    return element(
        "div",
        {"class": "advice"},
        element("h2", {}, words.say("advice.title")),
        element("p", {}, reading.product("recallAdvice") or words.say("advice.default")),
        _contact(reading),
    )


def _contact(reading: Reading) -> Markup | None:
    words, links = reading.words, []
    phone, url, email = (reading.product(f"contact/{name}") for name in ("phone", "url", "email"))
    if phone is not None and _PHONE.fullmatch(phone):
        links.append(
            element("a", {"href": "tel:" + re.sub(r"[^+\d]", "", phone)}, words.say("advice.call", phone=phone))
        )
    if url is not None and url.startswith("https://"):
        host = url.removeprefix("https://").partition("/")[0]
        links.append(element("a", {"href": url, "rel": "noreferrer noopener"}, words.say("advice.web", url=host)))
    if email is not None and _MAIL.fullmatch(email):
        links.append(element("a", {"href": f"mailto:{email}"}, words.say("advice.mail", email=email)))
    return element("p", {"class": "contact"}, *(joined([link, " "]) for link in links)) if links else None


def _product(reading: Reading, identifier: Identifier, pictures: str) -> Markup:
    words = reading.words
    name = reading.product("name") or words.say("product.unnamed")
    digest = reading.product("picture/sha256")
    picture = None
    if digest is not None and re.fullmatch("[0-9a-f]{64}", digest):
        picture = element(
            "img",
            {
                "class": "picture",
                "src": pictures + digest,
                "alt": words.say("product.picture"),
                "width": 96,
                "height": 96,
            },
        )
    holder = reading.fact("holder")["args"].get("organisation")
    kind = {Level.ITEM: "serial", Level.LOT: "lot", Level.PACKAGE: "package"}.get(identifier.level, "identifier")
    return element(
        "section",
        {"class": "product", "id": "product"},
        picture,
        element(
            "div",
            {},
            element("h2", {}, name),
            element("p", {"class": "maker"}, words.say("product.made_by", organisation=reading.organisation(holder)))
            if holder
            else None,
            element(
                "p", {"class": "code"}, f"{words.say('product.' + kind)}: ", element("strong", {}, identifier.display())
            ),
            element("p", {"class": "help"}, words.say("product.compare")),
            _contact(reading),
        ),
    )


def _facts(reading: Reading) -> Markup:
    words = reading.words
    rows = []
    for name in _FACTS:
        fact = reading.fact(name)
        status = server_status(fact["status"])
        badge = element("span", {"class": "badge"}, words.say(f"status.{status}", number=_block(reading)))
        rows.append(
            element(
                "div",
                {"class": "fact", "data-status": status, "data-fact": name},
                element("dt", {}, words.say(f"fact.{name}")),
                element("dd", {}, badge, " ", reading.sentence(fact)),
            )
        )
    return element(
        "section",
        {"id": "facts-section"},
        element("h2", {}, words.say("facts.title")),
        element("dl", {"class": "facts", "id": "facts"}, *rows),
    )


def _block(reading: Reading) -> int:
    block: Mapping[str, Any] | None = reading.verdict.get("block")
    return 0 if block is None else int(block["number"])


def _story(reading: Reading) -> Markup:
    words = reading.words
    steps = [_step(reading, step) for step in reading.verdict.get("steps", ())]
    shown: Child = element("ol", {"class": "steps"}, *steps) if steps else element("p", {}, words.say("story.empty"))
    return element("section", {"id": "story"}, element("h2", {}, words.say("story.title")), shown)


def _step(reading: Reading, step: Mapping[str, Any]) -> Markup:
    words = reading.words
    seconds = step["eventTime"] if step["eventTime"] is not None else step["recordedAt"]
    when = None
    if seconds is not None:
        when = element("time", {"datetime": datetime.fromtimestamp(seconds, UTC).isoformat()}, words.time(seconds))
    where = step["readPoint"] or step["bizLocation"]
    status = server_status(step["status"])
    notes = [
        words.say(f"step.{name}", positions=words.say("list.separator").join(str(at + 1) for at in step[member]))
        for name, member in (
            ("declared_wrong", "declaredWrongBy"),
            ("disputed", "disputedBy"),
            ("corrects", "corrects"),
            ("replaced_by", "replacedBy"),
        )
        if step.get(member)
    ]
    if step["reason"] != "declared_wrong" and f"step.{step['reason']}" in words.texts:
        notes.append(words.say(f"step.{step['reason']}"))
    return element(
        "li",
        {"class": "step", "data-status": status},
        element("h3", {}, _step_title(reading, step)),
        element(
            "p",
            {"class": "step-meta"},
            when,
            " · " if when else None,
            element(
                "span", {"class": "who"}, words.say("step.by", organisation=reading.organisation(step["organisation"]))
            ),
            joined([" · ", element("span", {"class": "where"}, *_at(reading, where, step["organisation"]))])
            if where
            else None,
        ),
        *(element("p", {"class": "step-note"}, note) for note in notes),
        element("span", {"class": "badge"}, words.say(f"status.{status}", number=_block(reading))),
    )


def _at(reading: Reading, place: str, author: int | None) -> list[Child]:
    before, _, after = reading.words.say("step.at", place="\n").partition("\n")
    return [before, *called(reading, place, author), after]


def _step_title(reading: Reading, step: Mapping[str, Any]) -> str:
    words = reading.words
    if step["kind"] == "state" and step["state"] is not None:
        return words.say_of(f"set.{step['state']}", "kind.state")
    kind = words.say_of(f"kind.{step['kind']}", "step.other")
    if step["bizStep"] is None:
        return kind
    local = re.split(r"[/#:]", step["bizStep"])[-1]
    title = words.texts.get(f"step.{local.rpartition('-')[2]}", local)
    return f"{kind}: {title}" if step["kind"] == "correct" else title


def _parts(reading: Reading) -> Markup | None:
    words = reading.words
    resting = [item for item in reading.verdict.get("restsOn", ()) if item["why"] != "self"]
    if not resting:
        return None
    rows = [
        element(
            "li",
            {"data-status": server_status(item["status"])},
            f"{words.say('why.' + item['why'])} ",
            *called(reading, item["id"]),
            f": {words.say_of('rests.' + item['reason'], 'rests.proof_missing')}",
        )
        for item in resting
    ]
    return element("section", {"id": "parts"}, element("h2", {}, words.say("parts.title")), element("ul", {}, *rows))


def report_form(reading: Reading, canonical: str) -> Markup:
    """Return the form by which anyone reports a problem, which works without a script."""
    words = reading.words
    options = [element("option", {"value": kind}, words.say(f"report.{kind}")) for kind in _REPORT_KINDS]
    return element(
        "section",
        {"id": "report"},
        element("h2", {}, words.say("report.title")),
        element(
            "form",
            {"class": "report", "method": "post", "action": "/api/v1/reports"},
            element("input", {"type": "hidden", "name": "id", "value": canonical}),
            element("input", {"type": "hidden", "name": "lang", "value": words.language}),
            element("label", {}, words.say("report.kind"), " ", element("select", {"name": "kind"}, *options)),
            element(
                "label",
                {},
                words.say("report.text"),
                " ",
                element("textarea", {"name": "text", "rows": 4, "maxlength": 2000}),
            ),
            element(
                "label", {}, words.say("report.contact"), " ", element("input", {"name": "contact", "maxlength": 200})
            ),
            element("p", {"class": "help"}, words.say("report.contact_help")),
            element("button", {}, words.say("report.send")),
        ),
    )
