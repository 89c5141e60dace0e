"""Reports are counted by thing, and bundles leave in the order in which they were issued."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Bring the record one version further."""
    op.create_index("reports_by_thing", "reports", ["identifier", "created_at"], unique=False)
    op.create_index("bundles_by_time", "bundles", ["issued_at"], unique=False)
