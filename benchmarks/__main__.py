"""Runs benchmarks one after the other, each in a process of its own, and writes docs/figures.md from what they said last."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "figures.json"
PAGE = ROOT / "docs" / "figures.md"
NAMES = (
    "event_hash",
    "identifiers",
    "capture_document",
    "capture_to_searchable",
    "backfill",
    "trace",
    "queries",
    "resolver",
    "deliveries",
    "gas",
    "page",
)
PATIENCE = 1_800
"""Seconds that one benchmark may take."""


def main() -> None:
    """Run the named benchmarks, or all, and write what they say."""
    wanted = sys.argv[1:] or list(NAMES)
    if unknown := [name for name in wanted if name not in NAMES]:
        sys.exit(f"bench: there is no {', '.join(unknown)}; there are {', '.join(NAMES)}")
    results: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    failed = []
    for name in wanted:
        load, began = os.getloadavg()[0], time.perf_counter()
        print(f"{name} …", file=sys.stderr, flush=True)
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        if done.returncode:
            failed.append(name)
            continue
        said = json.loads(done.stdout.strip().splitlines()[-1])
        took = time.perf_counter() - began
        results[name] = {
            "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
            "load before": round(load, 1),
            "seconds": round(took),
            "machine": _machine(),
        } | said
        print(json.dumps(results[name], ensure_ascii=False), flush=True)
        print(f"{name}: {took:.0f} s", file=sys.stderr, flush=True)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n")
    PAGE.write_text(page_of(results))
    if failed:
        sys.exit(f"bench: failed: {', '.join(failed)}")


def _machine() -> dict[str, str]:
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in _read("/proc/cpuinfo").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    memory = next(
        (
            int(line.split()[1]) // 1024**2
            for line in _read("/proc/meminfo").splitlines()
            if line.startswith("MemTotal")
        ),
        0,
    )
    return {
        "processor": f"{os.cpu_count()} cores, {model}",
        "memory": f"{memory} GB",
        "software": f"{platform.system()} {platform.release().split('-')[0]}, Python {platform.python_version()}, "
        f"web3.py {version('web3')}, SQLAlchemy {version('sqlalchemy')}",
    }


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def page_of(results: dict[str, Any]) -> str:
    """Return docs/figures.md."""
    lines = [
        "# Figures",
        "",
        "Written by `scripts/bench`; do not edit. `scripts/bench` repeats all of it, `scripts/bench event_hash` one part (the names stand below).",
        "Raw figures: `benchmarks/figures.json`.",
        "",
        "**Read ratios, not third digits.** What is compared was run in one go; the parts may have been run at different times. Everything that",
        "a part needs (node, database, server, browser) runs on the same machine. The load before each part (processes that run or wait to)",
        "stands beside it: where it is above 1, other work was going on, and the figures would be better on a free machine; at a load of 4 to 5",
        "on two cores they are two to three times worse. The goals are those of the design; where a figure misses its goal it says so.",
        "",
    ]
    for machine in {json.dumps(result["machine"], sort_keys=True) for result in results.values()}:
        lines += [f"- {name}: {text}" for name, text in json.loads(machine).items()]
    for name in NAMES:
        if name in results:
            lines += _part(name, results[name])
    return "\n".join(lines) + "\n"


def _part(name: str, result: dict[str, Any]) -> list[str]:
    columns = result["columns"]
    lines = ["", f"## {result['title']}", "", result["how"], ""]
    lines += [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
    lines += [f"| {' | '.join(row)} |" for row in result["rows"]]
    lines += ["", *(f"- {note}" for note in result["notes"])] if result["notes"] else [""]
    lines += [
        f"- `scripts/bench {name}`, {result['date']}, {result['seconds']} s, load before it {result['load before']}."
    ]
    return lines


if __name__ == "__main__":
    main()
