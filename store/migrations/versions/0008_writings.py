"""Events keep how their author wrote identifiers and words, for answers that translate nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Bring the record one version further."""
    op.add_column("events", sa.Column("writings", sa.Text(), nullable=True))
