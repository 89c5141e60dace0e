"""Every test of the store runs on SQLite and on PostgreSQL."""

from datetime import UTC, datetime

import pytest


@pytest.fixture
def now() -> datetime:
    """Give one fixed time."""
    return datetime(2026, 5, 4, 3, 2, 1, 987654, tzinfo=UTC)
