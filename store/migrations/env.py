"""Alembic's entry: the connection is handed over by `store.opening`, inside its transaction."""

from alembic import context

from store.record.tables import RECORD

context.configure(connection=context.config.attributes["connection"], target_metadata=RECORD, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
