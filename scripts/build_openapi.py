"""Writes docs/openapi.json from the application's routes; with `--check` says whether the committed file is fresh."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from api.app import description  # noqa: E402 - the path comes first

FILE = ROOT / "docs" / "openapi.json"


def text() -> str:
    """Return the file as it should be."""
    return json.dumps(description(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        if FILE.read_text(encoding="utf-8") != text():
            sys.exit(f"{FILE.relative_to(ROOT)} is not what the routes give: run scripts/build_openapi.py")
    else:
        FILE.write_text(text(), encoding="utf-8")
        print(FILE.relative_to(ROOT))
