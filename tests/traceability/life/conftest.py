"""Puts the in-memory ledger of the verdict's tests on the path of these tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "verdict"))
