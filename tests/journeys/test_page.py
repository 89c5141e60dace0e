"""The page as a person sees it: a real browser opens the address of a label and checks the bundle itself.

the page
├── says in Chinese and English what it is, whether it is recalled, and against which block it was checked
├── never says proven of a development chain
├── says refused when a body was changed in SQL
└── is readable, and says that nothing was checked, with JavaScript off
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from founding import PREFIX
from goods import created, document, item, observed
from playwright.sync_api import Browser, sync_playwright
from tale import Tale, recalled, told
from town import Town

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
BUILT = Path(__file__).parents[2] / "scanner-app" / "dist" / "manifest.json"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
NAMES = {"zh-CN": "冰箱", "en-GB": "Refrigerator"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not there (apt-get install chromium)")
    if not BUILT.exists():
        pytest.skip("the scanner app is not built: run scripts/setup")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", CHROMIUM), args=SWITCHES)
        yield running
        running.close()


@pytest.fixture(scope="module")
def tale(town: Town) -> Tale:
    return told(town, "page")


def seen(
    browser: Browser, town: Town, thing: str, locale: str = "zh-CN", *, script: bool = True
) -> tuple[str, str, int]:
    """Return the state and the text of a thing's page once its worker has answered, and how many facts it calls proven."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale=locale, java_script_enabled=script)
    try:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{town.api_port}{thing.removeprefix('https://id.gs1.org')}")
        main = page.locator("main#verdict")
        if script:
            page.locator('main#verdict:not([data-state="unchecked"])').wait_for(timeout=30_000)
        return str(main.get_attribute("data-state")), main.inner_text(), main.locator('[data-status="proven"]').count()
    finally:
        context.close()


@pytest.mark.parametrize("locale", list(NAMES))
def test_the_page_checks_the_bundle_itself_and_never_says_proven(
    browser: Browser, town: Town, tale: Tale, locale: str
) -> None:
    state, text, proven = seen(browser, town, tale.refrigerator, locale)

    assert ("checked", 0) == (state, proven)
    assert NAMES[locale] in text


def test_a_recalled_part_is_the_first_thing_that_is_said(browser: Browser, town: Town) -> None:
    other = told(town, "page-recalled")
    recalled(town, "supplier", other.compressor_lot)

    _, text, _ = seen(browser, town, other.refrigerator)

    assert "召回" in text.splitlines()[0]


def test_a_body_that_was_changed_in_sql_is_refused_on_the_page(browser: Browser, town: Town) -> None:
    thing = item(PREFIX["maker"], "PAGE-CHANGED")

    town.told("maker", document(created(thing)))
    commitment = town.told("maker", document(observed(thing)))[0]
    ((body,),) = town.query("record", "SELECT body FROM events WHERE commitment = ?", commitment)
    change = "UPDATE events SET body = ? WHERE commitment = ?"
    town.change("record", change, body.replace("inspecting", "destroying"), commitment)
    try:
        _, text, proven = seen(browser, town, thing)
    finally:
        # Other journeys share the town: its audit must find nothing.
        town.change("record", change, body, commitment)

    assert proven == 0
    assert "有内容对不上" == text.splitlines()[0]
    assert "核验不符" in text


def test_with_javascript_off_the_page_reads_and_says_that_nothing_was_checked(
    browser: Browser, town: Town, tale: Tale
) -> None:
    state, text, _ = seen(browser, town, tale.refrigerator, script=False)

    assert "unchecked" == state
    assert "冰箱" in text
    assert "JavaScript" in text
