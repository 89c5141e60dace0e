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


def open_mirror(url: str, *, cache_megabytes: int = 32, mapped: bool = False) -> Mirror:
    """Open the mirror, making its tables first where they are missing or old. Raises: as `open_record`.

    `cache_megabytes` is what each SQLite connection may keep in memory: the indexer's one takes more than the many readers.
    `mapped` lets SQLite read the file where the operating system holds it, without a call for each page: for processes that read
    pages strewn over all of it, and write nothing there.
    """
    mirror = Mirror(url, cache_megabytes=cache_megabytes, mapped=mapped)
    try:
        renew_mirror(mirror)
    except BaseException:
        mirror.close()
        raise
    return mirror
