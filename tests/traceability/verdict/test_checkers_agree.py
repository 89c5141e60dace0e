"""Python and the phone say the same about 10,000 changed bundles, case by case, each the same in every run.

The phone's verifier runs from its sources in one process of Node. A disagreement names the seed: `mutated(…, seed)` makes the case anew.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator

import pytest
from checking import answer_of, changed
from node_verifier import BUNDLER, NodeVerifier, question_line

CASES = 10_000
AT_ONCE = 500


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NodeVerifier]:
    if shutil.which("node") is None or not BUNDLER.exists():
        pytest.skip("node or the packages of package.json are not there: run `npm ci`")
    verifier = NodeVerifier(tmp_path_factory.mktemp("verifier"))
    yield verifier
    verifier.close()


@pytest.mark.parametrize("first", range(0, CASES, AT_ONCE))
def test_python_and_the_phone_say_the_same(phone: NodeVerifier, first: int) -> None:
    questions = changed(range(first, first + AT_ONCE))
    lines = [question_line(asked.text, asked.trust_root, asked.now, asked.asked) for asked in questions]

    with phone.asked(lines) as answers:
        expected = [answer_of(question) for question in questions]
        given = list(answers)

    different = [
        (question.change, ours, theirs)
        for question, ours, theirs in zip(questions, expected, given, strict=True)
        if ours != theirs
    ]
    assert different == []


def test_the_changes_reach_every_way_to_be_refused_and_every_answer() -> None:
    verdicts = [json.loads(answer_of(question)) for question in changed(range(1500))]
    reasons = Counter((verdict["facts"][0]["reason"], verdict["facts"][0]["args"].get("why")) for verdict in verdicts)
    facts = Counter((fact["id"], fact["status"]) for verdict in verdicts for fact in verdict["facts"])

    refusals = {("bundle_refused", why) for why in ("trust_root", "network", "seals", "header", "bundle")}
    assert refusals | {("other_thing", None), ("quorum_sealed", None), ("trust_root_expired", None)} <= set(reasons)
    assert {
        ("holder", "withheld_by_server"), ("story", "refused"), ("story", "withheld_by_server"), ("story", "proven"),
        ("state", "proven"), ("recall", "proven"), ("recall", "not_checked"), ("product", "refused"), ("freshness", "not_checked"),
    } <= set(facts)  # fmt: skip
