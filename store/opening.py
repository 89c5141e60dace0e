"""Opening the two databases: connect, bring the schema up to date, hand over."""

from store.database import Mirror, Record
from store.schema import migrate_record, renew_mirror


def open_record(url: str) -> Record:
    """Open the record, bringing its schema up to date first. Raises: DatabaseAddressUnknown, SchemaTooNew."""
    record = Record(url)
    try:
        migrate_record(record)
    except BaseException:
        record.close()
        raise
    return record


def open_mirror(url: str) -> Mirror:
    """Open the mirror, making its tables first where they are missing or old. Raises: as `open_record`."""
    mirror = Mirror(url)
    try:
        renew_mirror(mirror)
    except BaseException:
        mirror.close()
        raise
    return mirror
