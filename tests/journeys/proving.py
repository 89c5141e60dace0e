"""Bundles as a phone gets them, and the verdict that a checker reaches on them with nothing but the pinned root of trust."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from town import Town

from traceability.identifiers import parse
from traceability.verdict.consumer import Verdict, verdict_of_text
from traceability.verdict.facts import Status

GOOD = (Status.PROVEN, Status.MATCHED)
"""What may be said of what holds; on a development chain it is the second."""


def bundle_of(town: Town, thing: str, firm: str | None = None) -> Any:
    """Return the bundle about a thing that the API gives to a firm or to anyone."""
    answer = town.ask("GET", f"/api/v1/bundle?id={quote(thing, safe='')}", firm)
    assert answer.status == 200, answer.body.decode()
    return answer.json()


def verdict_on(town: Town, bundle: Any, thing: str) -> Verdict:
    """Return the verdict on a bundle, changed or not, about the thing that was scanned."""
    text = json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))
    return verdict_of_text(text, town.trust_root, int(time.time()), parse(thing).canonical)


def verdict_of(town: Town, thing: str, firm: str | None = None) -> Verdict:
    """Return the verdict on the bundle as the API gives it."""
    return verdict_on(town, bundle_of(town, thing, firm), thing)


def said(verdict: Verdict, name: str) -> tuple[str, str]:
    """Return status and reason of a fact."""
    fact = verdict.fact(name)
    return fact.status.value, fact.reason


def steps_said(verdict: Verdict) -> list[tuple[str, str]]:
    """Return status and reason of each step."""
    return [(step.status.value, step.reason) for step in verdict.steps]


def good_facts(verdict: Verdict) -> Iterator[str]:
    """Yield the facts that are said to hold."""
    yield from (fact.id for fact in verdict.facts if fact.status in GOOD)
