"""Cases of others are told to be what they are by where they lie and what they hold, and each that falls short is named."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from terminals import Terminal

from cli.conformance.folder import results_in
from cli.conformance.report import markdown
from cli.conformance.results import Outcome, Result
from cli.conformance.trial import trial
from traceability.epcis import event_hash, prehash_string, read_json

NOW = datetime(2026, 11, 25, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def document(**changes: Any) -> dict[str, Any]:
    event = {
        "type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-03-04T11:00:30+08:00", "eventTimeZoneOffset": "+08:00",
        "epcList": ["https://id.gs1.org/01/06901234567892/21/A1"],
    }  # fmt: skip
    return {
        "@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
        "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-04T11:00:30+08:00",
        "epcisBody": {"eventList": [event | changes]},
    }  # fmt: skip


def lay(folder: Path, name: str, content: Any) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def found(folder: Path) -> dict[str, tuple[Outcome, str]]:
    with trial() as stage:
        return {result.case: (result.outcome, result.why) for result in results_in(folder, stage, NOW)}


def test_a_document_is_captured_found_and_written_in_both_syntaxes(tmp_path: Path) -> None:
    lay(tmp_path, "anything/one.jsonld", document())
    lay(tmp_path, "anything/same.jsonld", document())

    assert {"anything/one.jsonld": (Outcome.PASSED, ""), "anything/same.jsonld": (Outcome.PASSED, "")} == found(
        tmp_path
    )


def test_a_document_that_is_refused_falls_short_with_place_and_reason(tmp_path: Path) -> None:
    lay(tmp_path, "one.json", document(epcList=["https://id.gs1.org/01/06901234567893/21/A1"]))

    ((outcome, why),) = found(tmp_path).values()

    assert Outcome.FALLS_SHORT is outcome
    assert "/epcisBody/eventList/0/epcList/0" in why
    assert "check digit" in why


def test_in_a_folder_of_invalid_documents_only_a_refusal_passes(tmp_path: Path) -> None:
    lay(tmp_path, "Invalid/wrong.jsonld", document(action="PERHAPS"))
    lay(tmp_path, "Invalid/broken.json", '{"type": "EPCISDocument"')
    lay(tmp_path, "Invalid/no-epcis.xml", "<a/>")
    lay(tmp_path, "Invalid/deep.json", "[" * 100_000)
    lay(tmp_path, "Invalid/right.jsonld", document())

    results = found(tmp_path)

    assert (Outcome.FALLS_SHORT, "captured: 1 events were taken") == results.pop("Invalid/right.jsonld")
    assert {(Outcome.PASSED, "")} == set(results.values())
    assert 4 == len(results)


def test_each_line_of_published_hashes_is_a_case(tmp_path: Path) -> None:
    (event,) = read_json(json.dumps(document()).encode()).events
    lay(tmp_path, "set/a.jsonld", document())
    lay(tmp_path, "set/a.hashes", event_hash(event) + "\n")
    lay(tmp_path, "set/a.prehashes", prehash_string(event) + "x\n")
    lay(tmp_path, "set/expected-equal/b.json", document())

    results = found(tmp_path)

    assert 2 == len(results)
    # Both files of one document name the same event; the pre-hash comes last.
    assert Outcome.FALLS_SHORT is results["set/a.jsonld event 0"][0]
    assert "1 hashes for 1 writings" == results["set/expected-equal/b.json"][1]


def test_rows_of_identifiers_are_cases(tmp_path: Path) -> None:
    rows = [
        {"scheme": "gtin", "input": "6901234567892", "valid": True},
        {"scheme": "gtin", "input": "6901234567893", "valid": True},
        {"scheme": "gtin", "input": "6901234567893", "valid": False},
    ]
    lay(tmp_path, "identifiers/more.jsonl", "\n".join([*map(json.dumps, rows), "nonsense"]))

    outcomes = [outcome for outcome, _ in found(tmp_path).values()]

    assert [Outcome.PASSED, Outcome.FALLS_SHORT, Outcome.PASSED, Outcome.FALLS_SHORT] == outcomes


def test_the_command_names_what_falls_short_and_ends_with_one(tmp_path: Path, fresh: Terminal) -> None:
    lay(tmp_path, "sets/right.jsonld", document())
    lay(tmp_path, "sets/wrong.jsonld", document(action="PERHAPS"))
    page = tmp_path / "report.md"

    answer = fresh.run("conformance", str(tmp_path / "sets"), "--write", str(page))

    assert 1 == answer.code
    assert "falls short: documents (JSON-LD): wrong.jsonld: refused" in answer.out
    assert "| documents (JSON-LD) | 1 | 2 |" in page.read_text(encoding="utf-8")
    assert not fresh.home.exists()


def test_a_folder_without_cases_is_refused(tmp_path: Path, fresh: Terminal) -> None:
    (tmp_path / "empty").mkdir()

    for folder, reason in (("empty", "holds no case"), ("none", "is no folder")):
        answer = fresh.run("conformance", str(tmp_path / folder))

        assert answer.code not in (0, None)
        assert reason in answer.err


def test_the_published_report_is_what_the_command_says_of_the_published_sets(standards: Path) -> None:
    with trial() as stage:
        results: list[Result] = list(results_in(standards, stage, NOW))

    assert [] == [result for result in results if result.outcome is Outcome.FALLS_SHORT]
    assert (ROOT / "docs" / "conformance.md").read_text(encoding="utf-8") == markdown(results)


@pytest.mark.parametrize("name", ["Combination_of_different_event", "SensorData_with_combined_events"])
def test_a_mended_document_gets_no_indulgence(standards: Path, tmp_path: Path, name: str) -> None:
    text = (standards / "openepcis/JSON/Capture/Documents" / f"{name}.json").read_text(encoding="utf-8")
    lay(tmp_path, "as-it-is.json", text)
    lay(tmp_path, "touched.json", text + " ")

    results = found(tmp_path)

    assert Outcome.FAULT_OF_SET is results["as-it-is.json"][0]
    assert Outcome.FALLS_SHORT is results["touched.json"][0]


def test_our_own_networks_and_bundles_good_and_forged_are_run_case_by_case(vectors: Path) -> None:
    with trial() as stage:
        results = list(results_in(vectors, stage, NOW))

    assert [] == [result for result in results if result.outcome is not Outcome.PASSED]
    sets = Counter(result.set for result in results)
    assert sets["forged bundles"] > 30
    assert sets["verdicts on bundles"] > 100
    assert sets["QBFT changes of the set"] > 15
    assert sets["forged headers and proofs"] > 15


def test_a_bundle_with_another_verdict_falls_short_with_what_differs(vectors: Path, tmp_path: Path) -> None:
    content = json.loads((vectors / "bundles" / "seal_given_twice.json").read_text(encoding="utf-8"))
    content["expected"]["facts"][0]["args"]["why"] = "header"
    lay(tmp_path, "one.json", content)

    ((outcome, why),) = found(tmp_path).values()

    assert Outcome.FALLS_SHORT is outcome
    assert "consensus: refused bundle_refused {'why': 'seals'}, not" in why
