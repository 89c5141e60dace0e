"""The verdict page in headless Chromium on a slow phone's terms: weight, bundle and time to the verdict; and the demonstration's starts."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.async_api import Browser, CDPSession, async_playwright

from benchmarks.installation import free_port
from benchmarks.table import Table, goal, median

BITS_PER_SECOND = 1_600_000
ROUND_TRIP = 150
"""Milliseconds."""
SLOWER = 4
"""Times that the processor is slowed down."""
RUNS = 5
SHOWN = {
    "sound": "a refrigerator that nothing is wrong with",
    "recalled": "one with a compressor of the recalled lot",
    "pallet": "a pallet that a bank lends against",
}
STATE = """
performance.getEntriesByName('suyuan-verdict').length > 0 ? 'checked'
: document.getElementById('verdict')?.dataset.state === 'failed' ? 'failed' : null
"""
ON_THE_MAIN_THREAD = "Chromium slows the page's own thread down; the worker that checks the proof runs at full speed."


def measured() -> Table:
    """Return the figures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    rows: list[tuple[str, ...]] = []
    notes: list[str] = []
    values: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="suyuan-bench-") as folder:
        with demonstration(Path(folder)) as (first, pages):
            if chromium is not None:
                _measure_pages(chromium, pages, rows, values)
        with demonstration(Path(folder)) as (second, _):
            pass
    values["demo"] = {"first run s": first, "second run s": second}
    rows += [
        ("demonstration: first run, until it serves", f"{first:.1f} s", ""),
        ("demonstration: second run, until it serves", f"{second:.1f} s", ""),
    ]
    if chromium is None:
        notes.append("Chromium is not installed here, and the pages were left out.")
    notes += [
        (
            f"Every run has a new browser profile, {BITS_PER_SECOND / 1e6:.1f} Mbit/s, {ROUND_TRIP} ms from request to answer and a "
            f"{SLOWER}-fold slowed processor, set by CDP. {ON_THE_MAIN_THREAD} "
            "The verdict is the moment at which the checked result stands on the page (a performance mark of the page itself). Server, "
            "chain and browser share two cores."
        ),
        "A bundle's lines are those of all things that the answer rests on (components, lots, packages), not of the thing alone.",
        "The first run sets up chain, members and the whole example (300 events over HTTP, one after the other); packages were installed before.",
    ]
    return Table(
        title="Verdict page",
        how=f"Headless Chromium against `suyuan demo` on this machine, cold cache, median of {RUNS}.",
        columns=("what", "figure", "goal"),
        rows=tuple(rows),
        notes=tuple(notes),
        values=values,
    )


@contextmanager
def demonstration(folder: Path) -> Iterator[tuple[float, dict[str, str]]]:
    """Run the demonstration and yield how long it took to serve, and its pages by name."""
    port = free_port()
    home = folder / "demo"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SUYUAN_")}
    environment["SUYUAN_RPC_URL"] = f"http://127.0.0.1:{free_port()}"
    log = folder / "demo.log"
    began = time.perf_counter()
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "cli.main", "demo", "--home", str(home), "--host", "127.0.0.1", "--port", str(port)],
            stdout=output, stderr=subprocess.STDOUT, env=environment,
        )  # fmt: skip
    try:
        while "Ctrl-C ends it" not in log.read_text():
            if process.poll() is not None or time.perf_counter() - began > 240:
                raise RuntimeError(f"the demonstration did not start:\n{log.read_text()[-2000:]}")
            time.sleep(0.05)
        took = time.perf_counter() - began
        text = log.read_text()
        pages = {
            name: found.group(1)
            for name, words in SHOWN.items()
            if (found := re.search(rf"^ *{re.escape(words)} +(http\S+)", text, re.MULTILINE))
        }
        yield took, pages
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()


def _measure_pages(chromium: str, pages: dict[str, str], rows: list[tuple[str, ...]], values: dict[str, Any]) -> None:
    for name, address in pages.items():
        runs = asyncio.run(_visits(chromium, address))
        sent = runs[0]["requests"]
        bundle = next(request for request in sent if urlsplit(request["url"]).path == "/api/v1/bundle")
        worker = sum(request["bytes"] for request in sent if "/assets/worker" in request["url"])
        page = sum(request["bytes"] for request in sent if request is not bundle and "/pictures/" not in request["url"])
        size = _size(bundle["url"])
        seconds = median([run["verdict"] for run in runs]) / 1000
        values[name] = size | {
            "seconds": seconds,
            "page": page,
            "worker": worker,
            "bundle": bundle["bytes"],
            "runs": [run["verdict"] for run in runs],
        }
        rows.append((f"{SHOWN[name]}: time to verdict", f"{seconds:.2f} s", goal("1.5 s", met=seconds <= 1.5)))
        if name == "sound":
            rows += [
                (
                    "its page without bundle and picture, compressed, as sent",
                    _kilobytes(page),
                    goal("45 KB", met=page <= 45_000),
                ),
                ("of these the verifier (its worker)", _kilobytes(worker), goal("20 KB", met=worker <= 20_000)),
            ]
        said = f"its bundle, compressed, as sent ({size['things']} things, {size['lines']} lines; {_kilobytes(size['raw'])} unpacked)"
        rows.append(
            (
                said,
                _kilobytes(bundle["bytes"]),
                goal(f"{40 + size['lines']} KB", met=bundle["bytes"] <= 1000 * (40 + size["lines"])),
            )
        )


async def _visits(chromium: str, address: str) -> list[dict[str, Any]]:
    async with async_playwright() as playwright:
        found = []
        for _ in range(RUNS):
            browser = await playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox"] if os.geteuid() == 0 else []
            )
            try:
                found.append(await _visit(browser, address))
            finally:
                await browser.close()
        return found


async def _visit(browser: Browser, address: str) -> dict[str, Any]:
    """Open the page as a phone would, wait for the verdict, and say what was sent and when."""
    page = await (await browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")).new_page()
    session = await page.context.new_cdp_session(page)
    requests: dict[str, dict[str, Any]] = {}
    await _slow_down(session, requests)
    await page.goto(address, wait_until="commit")
    state = None
    while state is None:
        await asyncio.sleep(0.1)
        state = await _value(session, STATE)
    if state == "failed":
        raise RuntimeError(await page.inner_text("body"))
    verdict = await _value(session, "performance.getEntriesByName('suyuan-verdict')[0].startTime")
    await page.wait_for_load_state("networkidle")
    return {"verdict": verdict, "requests": [request for request in requests.values() if request["bytes"]]}


async def _value(session: CDPSession, expression: str) -> Any:
    """Return the value of an expression; the page's policy forbids the `eval` by which playwright would ask."""
    answer = await session.send("Runtime.evaluate", {"expression": expression, "returnByValue": True})
    return answer["result"].get("value")


async def _slow_down(session: CDPSession, requests: dict[str, dict[str, Any]]) -> None:
    def sent(event: dict[str, Any]) -> None:
        requests[event["requestId"]] = {"url": event["request"]["url"], "bytes": 0}

    def finished(event: dict[str, Any]) -> None:
        if event["requestId"] in requests:
            requests[event["requestId"]]["bytes"] = event["encodedDataLength"]

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.loadingFinished", finished)
    await session.send("Network.enable")
    speed = BITS_PER_SECOND / 8
    await session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": ROUND_TRIP, "downloadThroughput": speed, "uploadThroughput": speed / 2},
    )
    await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _size(url: str) -> dict[str, int]:
    with urlopen(url) as answer:
        data = answer.read()
    things = json.loads(data)["things"]
    return {"raw": len(data), "things": len(things), "lines": sum(len(thing["lines"]) for thing in things)}


def _kilobytes(count: float) -> str:
    return f"{count / 1000:.1f} KB"


if __name__ == "__main__":
    print(json.dumps(measured().as_json()))
