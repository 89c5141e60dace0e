"""What the tests that compare checkers share: the bundles that they change, and Python's answer as the others must give it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from mutated_bundles import Question, mutated
from write_vectors import FOLDER

from traceability.errors import TrustRootInvalid
from traceability.proof import TrustRoot
from traceability.verdict.consumer import Verdict, verdict_of_text
from traceability.verdict.facts import Status, refusal

MANY = 2
"""How often the sealed bundles stand among those to change, whose seals and sets are what most forgeries are about."""


def bundles_to_change() -> list[Mapping[str, Any]]:
    """Return the sealed vectors, several times, and the smaller half of all: what is checked fast is checked more often."""
    paths = sorted(FOLDER.glob("*.json"), key=lambda path: (path.stat().st_size, path.name))
    vectors = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    sealed = [vector for vector in vectors if vector["trustRoot"]["consensus"] == "qbft"]
    return sealed * MANY + vectors[: len(vectors) // 2]


def changed(seeds: range) -> list[Question]:
    """Return a changed bundle for each seed."""
    vectors = bundles_to_change()
    return [mutated(vectors, seed) for seed in seeds]


def answer_of(question: Question) -> str:
    """Return Python's verdict as RFC 8785 text."""
    try:
        root = TrustRoot.from_object(question.trust_root)
    except TrustRootInvalid:
        # The other checkers take the root as text, and refuse what they cannot read with a verdict.
        return Verdict(None, refusal(Status.REFUSED, "bundle_refused", {"why": "trust_root"})).to_json()
    return verdict_of_text(question.text, root, question.now, question.asked).to_json()
