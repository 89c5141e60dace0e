"""What SQL holds: the record, which must be kept, and the mirror, which can be rebuilt."""

from store.database import Database, Mirror, Record
from store.opening import open_mirror, open_record
from store.reader import ANONYMOUS, Disclosure, Reader

__all__ = ["ANONYMOUS", "Database", "Disclosure", "Mirror", "Reader", "Record", "open_mirror", "open_record"]
