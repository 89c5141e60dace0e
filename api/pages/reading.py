"""Reads a verdict to a person in words: names of organisations, sentences of facts, the worst news first."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from api.pages.words import Words
from traceability.identifiers import IdentifierInvalid, parse


class Reading:
    """One verdict (`suyuan-verdict/1`) in one language."""

    def __init__(self, verdict: Mapping[str, Any], words: Words) -> None:
        self.verdict = verdict
        self.words = words
        self._names = {item["number"]: self._name_in(item) for item in verdict.get("organisations", ())}

    def fact(self, name: str) -> Mapping[str, Any]:
        """Return one fact; one that is not there was not checked."""
        for fact in self.verdict["facts"]:
            if fact["id"] == name:
                return dict(fact)
        return {"id": name, "status": "not_checked", "reason": "nothing_checked", "args": {}}

    def organisation(self, number: int | None) -> str:
        """Return the name of an organisation, or its number."""
        return self._names.get(number or 0) or self.words.say("organisation.unnamed", number=number or 0)

    def product(self, name: str) -> str | None:
        """Return a text of the description, in the reader's language where there is one."""
        leaves: Sequence[Sequence[str]] | None = self.verdict.get("product")
        if leaves is None:
            return None
        pointer = f"/{name}"
        texts = {pair[0]: pair[1] for pair in leaves}
        below = [text for place, text in leaves if place.startswith(f"{pointer}/")]
        return texts.get(f"{pointer}/{self.words.language}") or texts.get(pointer) or (below[0] if below else None)

    def sentence(self, fact: Mapping[str, Any]) -> str:
        """Return the sentence that a fact's reason stands for."""
        words, args = self.words, fact["args"]
        if fact["reason"] == "bundle_refused":
            why = words.say_of(f"consensus.bundle_refused.{args.get('why')}", "consensus.bundle_refused.bundle")
            return words.say("consensus.bundle_refused", why=why)
        known = f"{fact['id']}.{fact['reason']}"
        values = self._values(args)
        if known in words.texts:
            return words.say(known, **values)
        return words.say_of(f"any.{fact['reason']}", "any.nothing_checked", **values)

    def headline(self) -> str:
        """Return the one line that says the most important thing."""
        words = self.words
        recall, story, state = self.fact("recall"), self.fact("story"), self.fact("state")
        if self.fact("consensus")["status"] == "refused":
            return words.say("banner.refused.title")
        if recall["reason"] == "recalled":
            return words.say(
                "banner.recalled.title" if recall["args"].get("why") == "self" else "banner.recalled_part.title"
            )
        if story["reason"] == "never_recorded":
            known = any(alias["standing"] == "confirmed" for alias in self.verdict.get("aliases", ()))
            return words.say("banner.alias.title" if known else "banner.never_recorded.title")
        if any(fact["status"] == "refused" for fact in self.verdict["facts"]):
            return words.say("banner.disagrees.title")
        if state["reason"] in ("stolen", "destroyed", "lost", "retired"):
            return words.say(f"banner.{state['reason']}.title")
        if recall["reason"] == "quarantined":
            return words.say("banner.quarantined.title")
        if recall["reason"] != "not_recalled":
            return words.say("banner.not_known.title")
        complete = story["reason"] in ("complete", "complete_headed", "lines_hidden")
        return words.say("banner.calm.title" if complete else "banner.calm_open.title")

    def _values(self, args: Mapping[str, Any]) -> dict[str, object]:
        words = self.words
        values: dict[str, object] = {name: "" if value is None else value for name, value in args.items()}
        if isinstance(args.get("organisation"), int):
            values["organisation"] = self.organisation(args["organisation"])
        if isinstance(args.get("since"), int):
            values["since"] = words.date(args["since"])
        if isinstance(args.get("age"), int):
            values["age"] = words.age(args["age"])
        if isinstance(args.get("given"), str):
            values["given"] = display_of(args["given"])
        shown = display_of(args["id"]) if isinstance(args.get("id"), str) else ""
        if isinstance(args.get("why"), str):
            values["what"] = words.say_of(f"what.{args['why']}", "what.self", id=shown)
        if isinstance(args.get("because"), str):
            values["because"] = words.say_of(f"because.{args['because']}", "because.other", id=shown)
        return values

    def _name_in(self, item: Mapping[str, Any]) -> str | None:
        profile = item.get("profile")
        if profile is None:
            return (
                self.words.say("organisation.refused", number=item["number"])
                if item["reason"] == "profile_disagrees"
                else None
            )
        name = name_in_profile(profile, self.words.language)
        if name is not None and item["reason"] == "suspended":
            return self.words.say("organisation.suspended", organisation=name)
        return name


def name_in_profile(profile: str, language: str) -> str | None:
    """Return the name that a profile gives, in a language where there is one."""
    try:
        content = json.loads(profile)
    except (ValueError, RecursionError):
        return None
    names = content.get("name") if isinstance(content, dict) else None
    if language == "en" and isinstance(content, dict) and isinstance(content.get("nameEn"), str):
        return str(content["nameEn"])
    if isinstance(names, str):
        return names
    if isinstance(names, dict):
        found = names.get(language) or next(iter(names.values()), None)
        return found if isinstance(found, str) else None
    return None


def display_of(text: str) -> str:
    """Return an identifier as people write it; any other text as it is."""
    try:
        return parse(text).display()
    except IdentifierInvalid:
        return text
