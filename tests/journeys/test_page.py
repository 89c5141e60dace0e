"""The page as a person sees it: a real browser opens the address of a label and checks the bundle itself.

the page
├── says in Chinese and English what it is, whether it is recalled, and against which block it was checked
├── never says proven of a development chain
├── says refused when a body was changed in SQL
├── checks in a messenger's web view too: plain HTTP, no privileges of a secure context, a JavaScript of early 2022
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
from waiting import PATIENCE

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
BUILT = Path(__file__).parents[2] / "scanner-app" / "dist" / "manifest.json"
SHOP = "label.example"
"""A name that leads to this machine: over plain HTTP it is no secure context, as 127.0.0.1 is."""
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    f"--host-resolver-rules=MAP {SHOP} 127.0.0.1",
]  # fmt: skip
WECHAT = (
    "Mozilla/5.0 (Linux; Android 12; V2048A Build/SP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/98.0.4758.102 "
    "Mobile Safari/537.36 XWEB/3185 MMWEBSDK/20220204 MicroMessenger/8.0.20.2100(0x28001439) WeChat/arm64 NetType/4G Language/zh_CN"
)
"""How a web view of WeChat names itself."""
LATER = {
    "Array.prototype": "findLast findLastIndex toReversed toSorted toSpliced with at group groupBy",
    "String.prototype": "at isWellFormed toWellFormed",
    "Uint8Array.prototype": "at findLast toReversed toSorted with toHex toBase64 setFromHex",
    "Uint8Array": "fromHex fromBase64",
    "Object": "hasOwn groupBy",
    "Map": "groupBy",
    "Promise": "withResolvers try",
    "Set.prototype": "union intersection difference isSubsetOf isSupersetOf",
    "AbortSignal": "timeout any",
    "globalThis": "structuredClone CompressionStream DecompressionStream reportError scheduler navigation Iterator",
    "Navigator.prototype": "serviceWorker mediaDevices storage clipboard share",
    "Crypto.prototype": "subtle randomUUID",
}
"""What a web view of early 2022 on plain HTTP has not, on the page and in its workers."""
NAMES = {"zh-CN": "冰箱", "en-GB": "Refrigerator"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not there (apt-get install chromium)")
    if not BUILT.exists():
        pytest.skip("the scanner app is not built: run scripts/setup")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", CHROMIUM), args=SWITCHES, timeout=PATIENCE * 1000
        )
        yield running
        running.close()


def taken_away() -> str:
    """Return a script that takes away what came later, or comes with a secure context only."""
    lines = [
        f"if (typeof {owner.split('.')[0]} !== 'undefined' && {owner}) for (const name of {names.split()!r}) delete {owner}[name];"
        for owner, names in LATER.items()
    ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def tale(town: Town) -> Tale:
    return told(town, "page")


def seen(
    browser: Browser, town: Town, thing: str, locale: str = "zh-CN", *, script: bool = True
) -> tuple[str, str, int]:
    """Return the state and the text of a thing's page once its worker has answered, and how many facts it calls proven."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale=locale, java_script_enabled=script)
    context.set_default_timeout(PATIENCE * 1000)
    try:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{town.api_port}{thing.removeprefix('https://id.gs1.org')}")
        main = page.locator("main#verdict")
        if script:
            page.locator('main#verdict:not([data-state="unchecked"])').wait_for()
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


def test_the_web_view_of_a_messenger_checks_the_bundle_too(browser: Browser, town: Town, tale: Tale) -> None:
    said: list[str] = []
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="zh-CN", user_agent=WECHAT, service_workers="block"
    )
    context.set_default_timeout(PATIENCE * 1000)
    context.add_init_script(taken_away())
    # Init scripts do not reach workers, so theirs is put before their own code.
    context.route(
        "**/assets/*worker*.js",
        lambda route: route.fulfill(
            body=taken_away() + (BUILT.parent / "assets" / route.request.url.rpartition("/")[2]).read_text(),
            content_type="text/javascript",
        ),
    )
    page = context.new_page()
    page.on("pageerror", lambda error: said.append(str(error)))
    try:
        page.goto(f"http://{SHOP}:{town.api_port}{tale.refrigerator.removeprefix('https://id.gs1.org')}")
        page.locator('main#verdict:not([data-state="unchecked"])').wait_for()
        lacks = page.evaluate("[isSecureContext, 'serviceWorker' in navigator, typeof crypto.subtle, typeof [].at]")

        assert [False, False, "undefined", "undefined"] == lacks
        assert ("checked", []) == (page.locator("main#verdict").get_attribute("data-state"), said)
        assert "冰箱" in page.locator("main#verdict").inner_text()
        assert page.locator('[data-status="matched"]').count() > 0
    finally:
        context.close()


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
