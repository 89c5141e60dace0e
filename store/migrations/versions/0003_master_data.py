"""Master data of firms, by version, and claims that two codes name one thing."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the record one version further."""
    op.create_table(
        "master_data",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("vocabulary", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("captured_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("commitment"),
    )
    op.create_index("master_data_by_uri", "master_data", ["uri", "current"], unique=False)
    op.create_index("master_data_by_vocabulary", "master_data", ["vocabulary", "uri"], unique=False)
    op.create_index(
        "master_data_by_author", "master_data", ["organisation", "vocabulary", "uri", "current"], unique=False
    )
    op.create_table(
        "master_data_attributes",
        sa.Column("element", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("element", "ordinal"),
    )
    op.create_index("master_data_attributes_by_value", "master_data_attributes", ["name", "value"], unique=False)
    op.create_table(
        "master_data_children",
        sa.Column("element", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("child", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("element", "ordinal"),
    )
    op.create_table(
        "aliases",
        sa.Column("attestation_id", sa.LargeBinary(), nullable=False),
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("claimed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("attestation_id"),
    )
    op.create_index("aliases_by_code", "aliases", ["code"], unique=False)
    op.create_index("aliases_by_other", "aliases", ["other"], unique=False)
