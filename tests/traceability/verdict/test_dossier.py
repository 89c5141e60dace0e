"""Dossier files: read strictly, checked from their bundles alone."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_story import CLASS, FRIDGE, Story

from traceability.proof import Consensus
from traceability.verdict.dossier import DossierVerdict, dossier_verdict_of

USCC = "91370212760012345X"


def file_of(story: Story, **changes: Any) -> dict[str, Any]:
    dossier = {"borrower": story.maker, "uscc": USCC, "assets": [FRIDGE], "until": story.now + 60} | changes
    return {"format": "suyuan-dossier/1", "dossier": dossier, "bundles": [json.loads(story.bundle().to_json())]}


def read(story: Story, content: object, later: int = 0) -> DossierVerdict:
    return dossier_verdict_of(json.dumps(content), story.chain.trust_root(), story.now + later)


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(Consensus.QBFT).whole()


def test_a_file_is_the_worst_of_its_assets(story: Story) -> None:
    found = read(story, file_of(story))

    assert found.problems == ()
    assert found.overall.value == found.assets[0].overall.value == "REFER"
    assert json.loads(found.to_json())["assets"][0]["asset"] == FRIDGE


def test_past_its_time_everything_is_unknown_at_best(story: Story) -> None:
    found = read(story, file_of(story), later=61)

    assert (found.overall.value, found.problems[0].reason) == ("UNKNOWN", "dossier_expired")


def test_a_bundle_for_each_asset_must_be_there(story: Story) -> None:
    found = read(story, file_of(story, assets=[FRIDGE, CLASS]))

    assert (found.overall.value, found.problems[0].reason) == ("UNKNOWN", "bundles_missing")


def test_a_bundle_of_another_asset_fails(story: Story) -> None:
    assert read(story, file_of(story, assets=[CLASS])).assets[0].checks[0].reason == "other_thing"


def test_a_bundle_that_cannot_be_read_fails(story: Story) -> None:
    found = read(story, file_of(story) | {"bundles": [{"format": "suyuan-bundle/1"}]})

    assert [(check.outcome.value, check.reason) for check in found.assets[0].checks] == [("FAIL", "bundle_refused")]


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"format": "suyuan-dossier/2"},
        {"format": "suyuan-dossier/1"},
        {"format": "suyuan-dossier/1", "dossier": {}, "bundles": []},
        {"format": "suyuan-dossier/1", "dossier": {"borrower": "1", "until": 1, "assets": ["x"]}, "bundles": []},
        {"format": "suyuan-dossier/1", "dossier": {"borrower": 1, "until": 1, "assets": []}, "bundles": []},
        {"format": "suyuan-dossier/1", "dossier": {"borrower": 1, "until": 1, "assets": [7]}, "bundles": []},
        {
            "format": "suyuan-dossier/1",
            "dossier": {"borrower": 1, "until": 1, "assets": ["x"], "uscc": 5},
            "bundles": [],
        },
    ],
)
def test_what_is_no_dossier_file_fails(story: Story, content: object) -> None:
    found = read(story, content)

    assert (found.overall.value, found.problems[0].reason) == ("FAIL", "unreadable")


def test_a_file_that_is_too_long_is_not_read(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("traceability.verdict.dossier.MAXIMUM_BYTES", 10)

    assert read(story, file_of(story)).problems[0].reason == "unreadable"


def test_nesting_without_end_fails(story: Story) -> None:
    found = dossier_verdict_of("[" * 100_000, story.chain.trust_root(), 0)

    assert found.problems[0].reason == "unreadable"
