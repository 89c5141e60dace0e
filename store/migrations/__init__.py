"""Revisions of the record, run by Alembic."""
