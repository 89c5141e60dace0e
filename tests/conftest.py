"""What all tests share: where other people's standards material lies, and the embedded chain."""

from pathlib import Path

import pytest

pytest_plugins = ["both_databases", "documents"]

ROOT = Path(__file__).resolve().parents[1]
STANDARDS = ROOT.parent / "shared" / "standards"


@pytest.fixture(scope="session")
def standards() -> Path:
    """Return the folder of standards material written by others, or skip where a checkout does not have it."""
    if not STANDARDS.is_dir():
        pytest.skip(
            f"standards material is not there: put it at {STANDARDS.relative_to(ROOT.parent)} beside the checkout"
        )
    return STANDARDS


@pytest.fixture(scope="session")
def vectors() -> Path:
    """Return the folder of vectors that Python, Solidity and TypeScript all pass."""
    return ROOT / "tests" / "vectors"
