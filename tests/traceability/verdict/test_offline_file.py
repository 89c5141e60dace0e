"""The offline file says what Python says: every vector and some changed bundles are given to it, in a browser without a network.

The file is built from the same verifier as the phone's; here its answers are read from its page, fact by fact and line by line.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from checking import answer_of, changed
from mutated_bundles import Question, question_of
from playwright.sync_api import Page, sync_playwright
from write_vectors import FOLDER

from traceability.life.aliases import ALIAS_SCHEMA
from traceability.proof import TrustRoot

pytestmark = pytest.mark.browser

APP = Path(__file__).parents[3] / "scanner-app"
FILE = APP / "dist" / "assets" / "offline.html"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
WORDS = json.loads((APP / "src" / "messages" / "en.json").read_text(encoding="utf-8"))
PATIENCE = 300_000
"""Milliseconds that a slow machine may take for one answer."""

READ = """() => {
  const lists = (name) => [...document.querySelectorAll(name)].map(({ dataset }) => [dataset.status, dataset.reason]);
  const facts = [...document.querySelectorAll("[data-fact]")].map(({ dataset }) => [dataset.fact, dataset.status]);
  const banner = document.getElementById("banner");
  return { tone: banner.dataset.tone, said: banner.innerText, facts: Object.fromEntries(facts), steps: lists(".step"), parts: lists(".part"),
           attestations: lists(".attestation") };
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not there (apt-get install chromium)")
    if not FILE.exists():
        pytest.skip("the scanner app is not built: run scripts/setup")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"], timeout=PATIENCE
        )
        context = browser.new_context(offline=True, locale="en-GB")
        context.set_default_timeout(PATIENCE)
        yield context.new_page()
        browser.close()


def said_by_the_file(page: Page, question: Question) -> dict[str, Any]:
    """Return what the page shows once it was given the root of trust and the bundle."""
    page.clock.set_fixed_time(question.now)
    page.goto(FILE.as_uri())
    for place, text in enumerate([json.dumps(question.trust_root), question.text]):
        content = {"name": "file.json", "mimeType": "application/json", "buffer": text.encode("utf-8", "surrogatepass")}
        page.locator("input[type=file]").nth(place).set_input_files(content)  # type: ignore[arg-type]
        page.wait_for_selector("#banner" if place else ".mono")
    shown: dict[str, Any] = page.evaluate(READ)
    return shown


def expected_of(verdict: dict[str, Any]) -> dict[str, Any]:
    """Return what the page must show of Python's verdict."""
    if verdict["facts"][0]["status"] == "refused":
        return {"facts": {}, "steps": [], "parts": [], "attestations": []}
    parts = [row for row in verdict["restsOn"] if row["why"] != "self"]
    attestations = [row for row in verdict["attestations"] if row["schema"] != ALIAS_SCHEMA]
    lists = {"steps": verdict["steps"], "parts": parts, "attestations": attestations}
    return {
        "facts": {fact["id"]: fact["status"] for fact in verdict["facts"]},
        **{name: [[row["status"], row["reason"]] for row in rows] for name, rows in lists.items()},
    }


def verify_said(page: Page, questions: Iterable[Question]) -> int:
    """Hold the file's page against Python's verdict, case by case; return how many cases it could be asked.

    It is not told what was scanned, and takes no root of trust that cannot be read.
    """
    count = 0
    for question in questions:
        verdict = json.loads(answer_of(question))
        consensus = verdict["facts"][0]
        why = consensus["args"].get("why")
        if question.asked is None or consensus["reason"] == "other_thing" or why == "trust_root":
            continue
        count += 1
        shown = said_by_the_file(page, question)
        tone, said = shown.pop("tone"), shown.pop("said")
        assert [question.change, shown] == [question.change, expected_of(verdict)]
        if consensus["status"] == "refused":
            assert [question.change, tone] == [question.change, "bad"]
            assert WORDS[f"consensus.bundle_refused.{why}"] in said
    return count


def test_the_file_says_what_python_says_of_every_vector(page: Page) -> None:
    paths = sorted(FOLDER.glob("*.json"))
    questions = [replace(question_of(json.loads(path.read_text(encoding="utf-8"))), change=path.stem) for path in paths]

    assert verify_said(page, questions) > 140


def test_the_file_shows_the_fingerprint_that_terminal_and_labels_show(page: Page) -> None:
    vector = json.loads((FOLDER / "sealed_by_a_quorum.json").read_text(encoding="utf-8"))

    said_by_the_file(page, question_of(vector))

    assert TrustRoot.from_object(vector["trustRoot"]).fingerprint in page.locator("p.mono").inner_text()
    assert TrustRoot.from_object(vector["trustRoot"]).fingerprint in page.locator("#proof").inner_text()
    assert "A recall after that cannot be excluded." in page.locator('[data-fact="freshness"]').inner_text()


def test_the_file_says_what_python_says_of_changed_bundles(page: Page) -> None:
    assert verify_said(page, changed(range(60))) > 40
