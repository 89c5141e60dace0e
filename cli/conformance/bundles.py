"""Proof bundles, good and forged, each with the verdict that every checker gives on it, byte for byte (docs/formats.md §7)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cli.conformance.results import Result, judged
from traceability.commitment.json_text import canonical_json
from traceability.errors import TrustRootInvalid
from traceability.proof import TrustRoot
from traceability.verdict.consumer import verdict_of_text

SHOWN, FORGED = "verdicts on bundles", "forged bundles"


def is_bundle(content: Any) -> bool:
    """Return whether a JSON file holds a bundle with a root of trust and a verdict."""
    return isinstance(content, Mapping) and {"bundle", "trustRoot", "now", "asked", "expected"} <= set(content)


def results_of(name: str, content: Mapping[str, Any]) -> Iterator[Result]:
    """Yield the one case of a file: the verdict, compared as RFC 8785 text."""
    bundle, expected = content["bundle"], content["expected"]
    text = bundle if isinstance(bundle, str) else json.dumps(bundle, ensure_ascii=False)
    refused = expected["facts"][0]["status"] == "refused"
    yield judged(FORGED if refused else SHOWN, name, _difference(text, content, expected))


def _difference(text: str, content: Mapping[str, Any], expected: Any) -> str | None:
    try:
        root = TrustRoot.from_object(content["trustRoot"])
    except TrustRootInvalid as invalid:
        return f"the root of trust is refused: {invalid}"
    verdict = verdict_of_text(text, root, content["now"], content["asked"])
    if verdict.to_json().encode() == canonical_json(expected):
        return None
    given = {fact.id: f"{fact.status.value} {fact.reason} {dict(fact.args)}" for fact in verdict.facts}
    wanted = {fact["id"]: f"{fact['status']} {fact['reason']} {fact['args']}" for fact in expected["facts"]}
    other = [f"{id_}: {given.get(id_)}, not {said}" for id_, said in wanted.items() if given.get(id_) != said]
    return "; ".join(other) or "other steps, parts, organisations, attestations or names"
