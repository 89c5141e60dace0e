"""Writes tests/vectors/bundles anew: `python tests/traceability/verdict/write_vectors.py`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "vectors"))
sys.path.insert(0, str(Path(__file__).parent))

from vector_cases import Case, cases

from traceability.verdict.consumer import verdict_of_text

FOLDER = Path(__file__).resolve().parents[2] / "vectors" / "bundles"


def vector(case: Case) -> str:
    expected = verdict_of_text(case.bundle, case.trust_root, case.now, case.asked)
    value = {
        "bundle": json.loads(case.bundle),
        "trustRoot": case.trust_root.to_object(),
        "now": case.now,
        "asked": case.asked,
        "expected": expected.to_object(),
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.json"):
        path.unlink()
    for made in cases():
        (FOLDER / f"{made.name}.json").write_text(vector(made), encoding="utf-8")
