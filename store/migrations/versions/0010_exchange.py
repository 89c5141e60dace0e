"""Openings that were fetched from other firms' nodes, and the nonces of signed requests."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Bring the record one version further."""
    op.create_table(
        "fetched_openings",
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("opening", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("fetched_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation", "commitment"),
    )
    op.create_index("fetched_openings_by_end", "fetched_openings", ["until"], unique=False)
    op.create_table(
        "used_nonces",
        sa.Column("signer", sa.LargeBinary(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("signer", "nonce"),
    )
    op.create_index("used_nonces_by_end", "used_nonces", ["ends"], unique=False)
