"""What the store refuses.

StoreRefusal
├── DatabaseAddressUnknown
├── SchemaTooNew
├── EventAlreadyCaptured
├── PromiseUnknown
├── PassageImpossible
├── PictureTooLarge
├── BackupInvalid
├── TooManyElements
├── GroupUnknown
├── GroupExists
├── TooManyGroups
├── GrantUnknown
├── TooManyGrants
├── StoreCannotWrite
└── PageTokenInvalid
"""


class StoreRefusal(Exception):
    """The base of every refusal of the store."""


class DatabaseAddressUnknown(StoreRefusal):
    """An address that names neither SQLite nor PostgreSQL."""

    def __init__(self, address: str) -> None:
        # The address may carry a password: only its scheme is repeated.
        self.scheme = address.split(":", 1)[0]
        super().__init__(
            f"{self.scheme!r} is no database we know: use sqlite:///FILE or postgresql+psycopg://HOST/NAME"
        )


class SchemaTooNew(StoreRefusal):
    """A database written by a newer version of this program."""

    def __init__(self, database: str, found: str, known: str) -> None:
        self.database, self.found, self.known = database, found, known
        super().__init__(f"the {database} has schema {found}, this program knows {known}: install the newer program")


class StoreCannotWrite(StoreRefusal):
    """A database that cannot be written to now, for the most because its disk is full; what was begun was taken back."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"the database cannot be written to ({reason}): make room on its disk (`df -h`, `SUYUAN_HOME`); nothing is lost"
        )


class EventAlreadyCaptured(StoreRefusal):
    """Two events of one document, or of two requests at once, with the same content."""

    def __init__(self, organisation: int, content_digest: bytes) -> None:
        self.organisation, self.content_digest = organisation, content_digest
        super().__init__(
            f"organisation {organisation} has already captured an event with content digest {content_digest.hex()}"
        )


class PromiseUnknown(StoreRefusal):
    """An outbox row or transaction that is not there."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"the outbox has no row {number}")


class PassageImpossible(StoreRefusal):
    """A transaction that would move to a state it cannot reach from where it is."""

    def __init__(self, transaction: int, expected: tuple[str, ...], wanted: str) -> None:
        self.transaction, self.expected, self.wanted = transaction, expected, wanted
        super().__init__(f"transaction {transaction} cannot become {wanted}: it is not {' or '.join(expected)}")


class PictureTooLarge(StoreRefusal):
    """A picture above the published limit."""

    def __init__(self, size: int, limit: int) -> None:
        self.size, self.limit = size, limit
        super().__init__(f"the picture has {size} bytes, the limit is {limit}")


class BackupInvalid(StoreRefusal):
    """A backup file that cannot be restored."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path} cannot be restored: {reason}")


class RecordNotEmpty(StoreRefusal):
    """A restore into a record that holds something already."""

    def __init__(self, table: str, rows: int) -> None:
        self.table, self.rows = table, rows
        super().__init__(f"the record is not empty ({rows} rows in {table}): restore into a new installation")


class PageTokenInvalid(StoreRefusal):
    """A page token that this store did not hand out."""

    def __init__(self, token: str) -> None:
        self.token = token
        super().__init__(f"{token[:40]!r} is no page token of this query")


class MirrorOfAnotherNetwork(StoreRefusal):
    """A mirror that was filled from another chain or directory."""

    def __init__(self, found: str, wanted: str) -> None:
        self.found, self.wanted = found, wanted
        super().__init__(f"the mirror holds {found}, not {wanted}: delete it and run `suyuan rebuild`")


class RangeOutOfOrder(StoreRefusal):
    """A range of blocks that does not follow on what the mirror holds."""

    def __init__(self, expected: int, given: int) -> None:
        self.expected, self.given = expected, given
        super().__init__(f"the mirror goes on at block {expected}, the range starts at {given}")


class MirrorBusy(StoreRefusal):
    """A mirror that another process writes."""

    def __init__(self) -> None:
        super().__init__("another process writes the mirror: stop the running indexer (`suyuan serve`) first")


class TooManyElements(StoreRefusal):
    """A query for master data that more elements meet than its asker wants, or than one answer may hold."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(f"more than {most} elements of master data meet the query: narrow it")


class GroupUnknown(StoreRefusal):
    """A group that its asker does not have."""

    def __init__(self, name: str) -> None:
        self.name = name[:100]
        super().__init__(f"you have no group {self.name!r}")


class GroupExists(StoreRefusal):
    """A name that another group of the same owner has."""

    def __init__(self, name: str) -> None:
        self.name = name[:100]
        super().__init__(f"you have a group {self.name!r} already")


class TooManyGroups(StoreRefusal):
    """More groups than one organisation may have."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"you have {limit} groups, the limit: delete one first")


class GrantUnknown(StoreRefusal):
    """A grant that its asker did not make."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"you made no grant {number}")


class TooManyGrants(StoreRefusal):
    """More running grants than one organisation may have."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"you have {limit} running grants, the limit: revoke one first, or name several events in one")
