"""Subscriptions, their messages, and the events that were put into messages."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the record one version further."""
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("query_name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("signature_token", sa.Text(), nullable=True),
        sa.Column("schedule", sa.Text(), nullable=True),
        sa.Column("report_if_empty", sa.Boolean(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("epc_format", sa.Text(), nullable=False),
        sa.Column("cbv_format", sa.Text(), nullable=False),
        sa.Column("initial_record_time", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("began", NUMBER, nullable=False),
        sa.Column("place", NUMBER, nullable=False),
        sa.Column("place_hash", sa.LargeBinary(), nullable=True),
        sa.Column("arrived", NUMBER, nullable=False),
        sa.Column("until", NUMBER, nullable=True),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("executed_at", sa.BigInteger(), nullable=True),
        sa.Column("notified_at", sa.BigInteger(), nullable=True),
        sa.Column("suspended_at", sa.BigInteger(), nullable=True),
        sa.Column("dead_in_a_row", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "subscriptions_by_organisation", "subscriptions", ["organisation", "query_name", "id"], unique=False
    )
    op.create_table(
        "subscription_messages",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("subscription", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=True),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("failed_at", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(
        "subscription_messages_by_subscription", "subscription_messages", ["subscription", "number"], unique=False
    )
    op.create_table(
        "subscription_events",
        sa.Column("subscription", sa.Text(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("message", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("subscription", "commitment"),
    )
    op.create_index("subscription_events_by_message", "subscription_events", ["message", "position"], unique=False)
    op.create_index(
        "subscription_events_by_position", "subscription_events", ["subscription", "position"], unique=False
    )
