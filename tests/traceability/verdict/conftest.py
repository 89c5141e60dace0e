"""Puts the in-memory ledger of this folder on the path of its tests, which import it by name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
