"""Groups, grants after capture, standing profiles, and the log of who may read."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

KEPT = sa.text("deleted_at IS NULL")
TO_MANY = sa.text("(to_anyone OR to_members) AND revoked_at IS NULL")

REFUSE = "the log of who may read is only ever added to"


def upgrade() -> None:
    """Bring the record one version further."""
    op.create_table(
        "reader_groups",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "reader_groups_by_name",
        "reader_groups",
        ["organisation", "name"],
        unique=True,
        sqlite_where=KEPT,
        postgresql_where=KEPT,
    )
    op.create_table(
        "reader_group_members",
        sa.Column("group_id", NUMBER, nullable=False),
        sa.Column("organisation", NUMBER, nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", "organisation"),
    )
    op.create_index(
        "reader_group_members_by_organisation", "reader_group_members", ["organisation", "group_id"], unique=False
    )
    op.create_table(
        "disclosure_grants",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("selection", sa.Text(), nullable=False),
        sa.Column("standing", sa.Boolean(), nullable=False),
        sa.Column("to_anyone", sa.Boolean(), nullable=False),
        sa.Column("to_members", sa.Boolean(), nullable=False),
        sa.Column("hidden", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("disclosure_grants_by_organisation", "disclosure_grants", ["organisation", "id"], unique=False)
    op.create_index(
        "disclosure_grants_to_many",
        "disclosure_grants",
        ["to_anyone"],
        unique=False,
        sqlite_where=TO_MANY,
        postgresql_where=TO_MANY,
    )
    op.create_table(
        "disclosure_grant_targets",
        sa.Column("grant_id", NUMBER, nullable=False),
        sa.Column("subject", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("grant_id", "subject"),
    )
    op.create_index(
        "disclosure_grant_targets_by_subject", "disclosure_grant_targets", ["subject", "grant_id"], unique=False
    )
    op.create_table(
        "standing_profiles",
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organisation", "prefix"),
    )
    op.create_table(
        "disclosure_log",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organisation", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("disclosure_log_by_organisation", "disclosure_log", ["organisation", "id"], unique=False)
    op.create_table(
        "reader_changes",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    _widen_subjects()
    op.create_index("event_readers_by_subject", "event_readers", ["organisation"], unique=False)
    _close_log()


def _widen_subjects() -> None:
    # A column of SQLite holds numbers of any size.
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("event_readers", "organisation", type_=sa.BigInteger())


def _close_log() -> None:
    """Let the database itself refuse to rewrite the log."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER disclosure_log_refuses_{act.lower()} BEFORE {act} ON disclosure_log"
                f" BEGIN SELECT RAISE(ABORT, '{REFUSE}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION disclosure_log_refuses() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{REFUSE}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER disclosure_log_refuses BEFORE UPDATE OR DELETE ON disclosure_log"
        " FOR EACH ROW EXECUTE FUNCTION disclosure_log_refuses()"
    )
