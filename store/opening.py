"""Opening the two databases: connect, bring the schema up to date, hand over."""

from store.database import Mirror, Record
from store.mirror import event_tables, member_tables
from store.mirror.tables import MIRROR
from store.record.tables import RECORD

MIRROR_TABLES = (event_tables, member_tables)
"""Modules whose tables belong to the mirror's metadata once they are imported."""


def open_record(url: str) -> Record:
    """Open the record, bringing its schema up to date first."""
    record = Record(url)
    with record.writing() as connection:
        RECORD.create_all(connection)
    return record


def open_mirror(url: str) -> Mirror:
    """Open the mirror, bringing its schema up to date first."""
    mirror = Mirror(url)
    with mirror.writing() as connection:
        MIRROR.create_all(connection)
    return mirror
