"""Opening the two databases: connect, bring the schema up to date, hand over."""

from store.database import Mirror, Record
from store.record.tables import RECORD


def open_record(url: str) -> Record:
    """Open the record, bringing its schema up to date first."""
    record = Record(url)
    with record.writing() as connection:
        RECORD.create_all(connection)
    return record


def open_mirror(url: str) -> Mirror:
    """Open the mirror, bringing its schema up to date first."""
    return Mirror(url)
