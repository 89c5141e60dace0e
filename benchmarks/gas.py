"""Gas per function, from the figures that the contracts' tests hold (tests/contracts/gas.json), beside the goals of the design."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.table import Table, thousands

FIGURES = Path(__file__).parents[1] / "tests" / "contracts" / "gas.json"

GOALS = {
    "Ledger.record per line, 100 events of one thing": 9_500,
    "Ledger.record per thing, one event of 100 things": 7_500,
    "Ledger.record more for a first line": 17_000,
    "Ledger.anchor per event, 1,000 events a root": 60,
    "Attestations.attest": 50_000,
    "Attestations.attestMany per attestation, 100 a batch": 50_000,
}


def measured() -> Table:
    """Return the figures."""
    figures: dict[str, int] = json.loads(FIGURES.read_text())
    names = [*GOALS, *(name for name in figures if name not in GOALS)]
    missed = [
        f"{name} ({thousands(figures[name])} for {thousands(goal)})"
        for name, goal in GOALS.items()
        if figures[name] > goal
    ]
    return Table(
        title="Gas",
        how="London EVM, solc 0.8.30; whole transactions unless the name says *per*. Held by `tests/contracts/test_gas.py` within one percent.",
        columns=("what", "gas", "goal"),
        rows=tuple((name, thousands(figures[name]), thousands(GOALS[name]) if name in GOALS else "") for name in names),
        notes=(f"Over their goals: {'; '.join(missed)}. `docs/decisions/0010-contracts.md` says what is in the way.",)
        if missed
        else (),
        values=dict(figures),
    )


if __name__ == "__main__":
    print(json.dumps(measured().as_json()))
