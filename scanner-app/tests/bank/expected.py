"""Write what Python's bank verdict says of the bundles of tests/vectors: `python scanner-app/tests/bank/expected.py`."""

from __future__ import annotations

import json
from pathlib import Path

from traceability.proof import TrustRoot
from traceability.verdict.dossier import dossier_verdict_of

HERE = Path(__file__).parent
BUNDLES = HERE.parents[2] / "tests" / "vectors" / "bundles"


def dossier_of(vector: dict, borrower: int) -> dict:
    """Return a dossier file about the thing of a bundle vector."""
    asset = vector["asked"] or vector["bundle"]["question"]["id"]
    said = {"borrower": borrower, "uscc": None, "assets": [asset], "until": vector["now"]}
    return {"format": "suyuan-dossier/1", "dossier": said, "bundles": [vector["bundle"]], "verdicts": []}


def main() -> None:
    """Write expected.json, one line for each bundle and borrower."""
    lines = []
    for path in sorted(BUNDLES.glob("*.json")):
        vector = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(vector["bundle"], dict):
            continue
        for borrower in (1, 2):
            text = json.dumps(dossier_of(vector, borrower))
            verdict = dossier_verdict_of(text, TrustRoot.from_object(vector["trustRoot"]), vector["now"]).to_object()
            (asset,) = verdict["assets"]
            # Times and commitments change when the vectors are built anew; answers and reasons do not.
            checks = [[check["id"], check["outcome"], check["reason"]] for check in asset["checks"]]
            row = {"bundle": path.stem, "borrower": borrower, "overall": verdict["overall"], "checks": checks}
            lines.append(json.dumps(row, ensure_ascii=False, sort_keys=True))
    (HERE / "expected.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
