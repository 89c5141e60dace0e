"""Puts the in-memory ledger of this folder, and the network of our own, on the path of its tests, which import them by name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "vectors"))
sys.path.insert(0, str(Path(__file__).parent))
