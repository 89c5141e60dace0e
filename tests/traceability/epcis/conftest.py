"""Puts the event texts of this folder on the path of its tests, which import them by name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
