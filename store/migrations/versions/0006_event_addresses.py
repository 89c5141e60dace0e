"""Events are found by their hash, and page tokens can be given back."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Bring the record one version further."""
    op.create_index("events_by_hash", "events", ["event_hash"], unique=False)
    op.create_table(
        "released_tokens",
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_index("released_tokens_by_end", "released_tokens", ["ends"], unique=False)
