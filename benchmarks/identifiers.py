"""Time to read one code, for each scheme and writing, and a million texts that must raise nothing but the one refusal."""

from __future__ import annotations

import json
import time
from contextlib import suppress

from benchmarks.codes import Mutations, right_codes
from benchmarks.table import Table, goal, median, thousands
from traceability.identifiers import Identifier, IdentifierInvalid, gs1_message, parse

CODES = 2_000
RUNS = 5
TEXTS = 1_000_000
GOAL = 20.0
"""Microseconds for one code."""


def measured() -> Table:
    """Return the figures."""
    makers = right_codes(seed=4)
    times: dict[str, float] = {}
    for name, make in makers.items():
        runs = []
        for _ in range(RUNS):
            # Other codes each time: what was read before is remembered.
            codes = [make() for _ in range(CODES)]
            began = time.process_time()
            for code in codes:
                parse(code)
            runs.append((time.process_time() - began) / CODES * 1e6)
        times[name] = median(runs)
    began = time.process_time()
    read, others = fuzzed(TEXTS, seed=5)
    took = time.process_time() - began
    rows = [(name, f"{value:.1f}", goal(f"{GOAL:.0f}", met=value < GOAL)) for name, value in times.items()]
    return Table(
        title="Identifiers",
        how=f"{CODES:,} codes made anew for each scheme and writing, read strictly and checked, one core, median of {RUNS}, "
        "in time of the processor.",
        columns=("code", "microseconds to read it", "goal"),
        rows=tuple(rows),
        notes=(
            f"Fuzzing: {thousands(TEXTS)} texts (codes of every scheme changed, joined and cut, and random signs) were each read "
            f"strictly, leniently and as a whole GS1 message in {took:.0f} s; {thousands(read)} named something, and "
            f"{thousands(len(others))} raised anything but the one declared refusal"
            + (f": {', '.join(others[:5])}." if others else "."),
        ),
        values={"slowest": max(times.values()), "fuzzed": TEXTS, "other exceptions": len(others)} | times,
    )


def fuzzed(count: int, seed: int) -> tuple[int, list[str]]:
    """Return how many of so many texts named something, and those that raised what they may not."""
    mutations = Mutations(seed)
    read, others = 0, []
    for _ in range(count):
        text = mutations.text()
        try:
            read += names_something(text)
        except Exception as error:  # noqa: BLE001 - the fuzzer looks for exactly these
            others.append(f"{text!r}: {error!r}")
    return read, others


def names_something(text: str) -> bool:
    """Return whether a text names something; read in every way, and read again from its canonical form and halves."""
    found: Identifier | None = None
    with suppress(IdentifierInvalid):
        found = parse(text)
        if parse(found.canonical).canonical != found.canonical:
            raise AssertionError(f"{found.canonical} is read as another")
        for prefix in found.prefix_candidates()[:1]:
            found.halves(len(prefix.text))
    with suppress(IdentifierInvalid):
        parse(text, strict=False)
    with suppress(IdentifierInvalid):
        message = gs1_message(text)
        message.findings()
        message.element_string()
    return found is not None


if __name__ == "__main__":
    print(json.dumps(measured().as_json()))
