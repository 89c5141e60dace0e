"""The dossier page as it reads with JavaScript off: every check with its answer and its reason, as the server found them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from api.pages.markup import Markup, element, joined
from api.pages.reading import Reading, display_of
from api.pages.words import Words


def dossier_body(content: Mapping[str, Any], words: Words) -> Markup:
    """Return what stands in `<main>` for a dossier file (`suyuan-dossier/1`)."""
    dossier = content["dossier"]
    outcomes = [verdict["overall"] for verdict in content["verdicts"]]
    overall = next((name for name in ("FAIL", "UNKNOWN", "REFER", "PASS") if name in outcomes), "UNKNOWN")
    return joined(
        [
            element(
                "section",
                {"class": "banner", "data-status": overall.lower(), "id": "banner"},
                element("p", {"class": "banner-basis"}, words.say("bank.unchecked")),
                element("h1", {}, f"{words.say('bank.' + overall)}: {words.say('bank.overall.' + overall)}"),
                element("p", {}, words.say(f"bank.overall.{overall}.text")),
                element("p", {"class": "js-off"}, element("noscript", {}, words.say("javascript.off"))),
            ),
            element(
                "dl",
                {"class": "facts", "id": "facts"},
                _row(words.say("bank.borrower"), _borrower(content, words)),
                _row(words.say("bank.uscc"), str(dossier.get("uscc") or "–")),
                _row(words.say("bank.until"), words.time(int(dossier["until"]))),
            ),
            *(_asset(verdict, words) for verdict in content["verdicts"]),
            element(
                "p",
                {},
                element("a", {"href": "?download=1"}, words.say("bank.download")),
                " ",
                words.say("bank.download_help"),
            ),
        ]
    )


def closed_body(words: Words, status: int) -> Markup:
    """Return what stands in `<main>` where a link opens nothing, or the dossier could not be made."""
    return element(
        "section",
        {"class": "banner", "data-status": "unknown", "id": "banner"},
        element("h1", {}, words.say("failure.title")),
        element(
            "p", {}, words.say_of("bank.closed" if status == 410 else "failure.server", "failure.server", status=status)
        ),
    )


def _row(name: str, value: str) -> Markup:
    return element("div", {"class": "fact"}, element("dt", {}, name), element("dd", {}, value))


def _borrower(content: Mapping[str, Any], words: Words) -> str:
    number = content["dossier"]["borrower"]
    for verdict in content["verdicts"]:
        return Reading(verdict["verdict"], words).organisation(number)
    return words.say("organisation.unnamed", number=number)


def _asset(verdict: Mapping[str, Any], words: Words) -> Markup:
    reading = Reading(verdict["verdict"], words)
    shown = display_of(verdict["asset"] or "")
    rows = [
        element(
            "tr",
            {"data-status": check["outcome"].lower(), "data-check": check["id"]},
            element("th", {"scope": "row"}, words.say(f"bank.check.{check['id']}")),
            element("td", {}, element("strong", {}, words.say(f"bank.{check['outcome']}"))),
            element("td", {}, _reason(check, reading)),
        )
        for check in verdict["checks"]
    ]
    path = display_path(verdict["asset"])
    return element(
        "section",
        {"class": "asset", "data-status": verdict["overall"].lower()},
        element("h2", {}, shown),
        element("table", {}, element("caption", {}, words.say("bank.table", id=shown)), element("tbody", {}, *rows)),
        element("p", {}, element("a", {"href": path}, words.say("bank.story"))) if path else None,
    )


def display_path(asset: str | None) -> str | None:
    """Return the path of an asset's own page on this server."""
    if asset is None or not asset.startswith("https://id.gs1.org/"):
        return None
    return quote(asset.removeprefix("https://id.gs1.org"), safe="/%")


def _reason(check: Mapping[str, Any], reading: Reading) -> str:
    """Return the sentence of a check's reason: the bank's own, else that of the fact which it repeats."""
    words, args = reading.words, dict(check["args"])
    values: dict[str, object] = dict(args)
    for name in ("organisation", "pledgee", "pledgor"):
        if isinstance(args.get(name), int):
            values[name] = reading.organisation(args[name])
    for name in ("since", "at"):
        if isinstance(args.get(name), int):
            values[name] = words.date(args[name])
    if "relation" in args:
        values["what"] = words.say_of(f"bank.relation.{args['relation']}", "bank.relation.asset")
    if "state" in args:
        values["state"] = words.say_of(f"bank.lien.{args['state']}", "bank.lien.active")
    for name in ("id", "party"):
        if isinstance(args.get(name), str):
            values[name] = display_of(args[name])
    if "because" in args:
        values["because"] = words.say_of(f"because.{args['because']}", "because.other", id=values.get("id", ""))
    values["expires"] = (
        words.say("bank.attestation.until", time=words.date(args["until"]))
        if isinstance(args.get("until"), int)
        else ""
    )
    key = f"bank.{check['id']}.{check['reason']}"
    if key in words.texts:
        return words.say(key, **values)
    fact = {"proof": "consensus", "provenance": "story"}.get(check["id"], check["id"])
    return reading.sentence({"id": fact, "reason": check["reason"], "args": args})
