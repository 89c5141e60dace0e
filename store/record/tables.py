"""The tables of the record: what cannot be had from the chain and must be backed up."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Index, MetaData, Text, UniqueConstraint, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from store.columns import Bytes, Moment, Number

RECORD = MetaData()
"""All tables of the record."""


class RecordModel(SQLModel, registry=registry(metadata=RECORD)):
    """The base of every table of the record."""


LIVE = text("state <> 'failed'")
"""The transactions that have been, or may still be, carried out."""


class EventRow(RecordModel, table=True):
    """One captured event: body, secret, and who may see what of it."""

    __tablename__: ClassVar[str] = "events"
    __table_args__ = (
        UniqueConstraint("organisation", "content_digest", name="events_by_content"),
        Index("events_by_event_id", "event_id"),
        Index("events_by_hash", "event_hash"),
        Index("events_by_job", "job_id"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    """Order of arrival: a larger number was committed later."""
    commitment: bytes = Field(sa_type=Bytes, unique=True)
    """32 bytes."""
    organisation: int
    """Owner of the body and author of the event."""
    content_digest: bytes = Field(sa_type=Bytes)
    """SHA-256 of the RFC 8785 text of the body: the same content is captured once."""
    event_hash: str | None = Field(default=None, sa_type=Text)
    """CBV 2.0 hash as `ni:` URI; None once forgotten."""
    event_id: str | None = Field(default=None, sa_type=Text)
    """`eventID` of the body, or None."""
    body: str | None = Field(default=None, sa_type=Text)
    """Normal form as JSON text; None once forgotten."""
    writings: str | None = Field(default=None, sa_type=Text)
    """How its author wrote identifiers and words, as a JSON object, where otherwise than the body has them."""
    secret: bytes | None = Field(default=None, sa_type=Bytes)
    """32 bytes from which the salts come; None once forgotten."""
    kind: int
    flags: int
    state: int
    lane: int
    """0 headed, 1 anchored: also the number of the stream."""
    visibility: str = Field(sa_type=Text)
    """`public`, `members` or `private`."""
    hidden: str = Field(default="[]", sa_type=Text)
    """JSON list of pointers that only owner and readers see."""
    captured_at: datetime = Field(sa_type=Moment)
    job_id: str | None = Field(default=None, sa_type=Text)
    job_index: int | None = None
    """Place of the event in its document, from 0."""
    forgotten_at: datetime | None = Field(default=None, sa_type=Moment)


class EventReaderRow(RecordModel, table=True):
    """One subject that its owner shows one event to: an organisation, a group, or a grant that was made later."""

    __tablename__: ClassVar[str] = "event_readers"
    __table_args__ = (Index("event_readers_by_subject", "organisation"),)

    commitment: bytes = Field(sa_type=Bytes, primary_key=True)
    organisation: int = Field(primary_key=True, sa_type=Number)
    """A subject (`store.reader`)."""


class ForgettingRow(RecordModel, table=True):
    """One forgetting, in order: the mirror takes the event's projection away."""

    __tablename__: ClassVar[str] = "forgettings"

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    commitment: bytes = Field(sa_type=Bytes)
    forgotten_at: datetime = Field(sa_type=Moment)


class RestorationRow(RecordModel, table=True):
    """One restore of this record from a backup: a mirror that does not know of it is filled again."""

    __tablename__: ClassVar[str] = "restorations"

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    restored_at: datetime = Field(sa_type=Moment)


class NamedQueryRow(RecordModel, table=True):
    """A named query of one organisation (EPCIS 2.0 clause 12.7)."""

    __tablename__: ClassVar[str] = "named_queries"

    organisation: int = Field(primary_key=True)
    name: str = Field(primary_key=True, sa_type=Text)
    definition: str = Field(sa_type=Text)
    """JSON."""
    created_at: datetime = Field(sa_type=Moment)


class OutboxRow(RecordModel, table=True):
    """One promise to write to the chain."""

    __tablename__: ClassVar[str] = "outbox"
    __table_args__ = (
        Index("outbox_by_state", "state", "organisation", "stream", "id"),
        Index("outbox_by_commitment", "commitment"),
        Index("outbox_by_transaction", "transaction_id", "position"),
        Index("outbox_by_job", "job_id"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    organisation: int
    """Whose key signs; 0 is the authority of the network."""
    operation: str = Field(sa_type=Text)
    """A member of `Operation`."""
    stream: int | None = None
    """Stream that the row extends (0 headed, 1 anchored), or None for administration."""
    commitment: bytes | None = Field(default=None, sa_type=Bytes)
    """Commitment of the event, where the operation carries one."""
    payload: str = Field(sa_type=Text)
    """The operation's dataclass as JSON."""
    state: str = Field(default="waiting", sa_type=Text)
    """A member of `Progress`."""
    transaction_id: int | None = Field(default=None, sa_type=Number)
    position: int | None = None
    """Place within the transaction, from 0; for an anchor the index of the leaf."""
    failure: str | None = Field(default=None, sa_type=Text)
    """JSON {name, detail} of the refusal that ended the promise."""
    job_id: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)


class TransactionRow(RecordModel, table=True):
    """One signed transaction: stored before it is sent, resent unchanged."""

    __tablename__: ClassVar[str] = "transactions"
    __table_args__ = (
        # A refused batch has not extended its stream, and a replaced transaction has left its nonce.
        Index("transactions_by_nonce", "sender", "nonce", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        Index(
            "transactions_by_stream",
            "organisation",
            "stream",
            "number",
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
        Index("transactions_by_state", "state", "id"),
        Index("transactions_by_block", "block_number"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    organisation: int
    sender: bytes = Field(sa_type=Bytes)
    """20 bytes: address of the key that signed."""
    nonce: int = Field(sa_type=Number)
    stream: int | None = None
    number: int | None = Field(default=None, sa_type=Number)
    """Number of the stream that the batch extends."""
    root: bytes | None = Field(default=None, sa_type=Bytes)
    """Root of an anchored batch."""
    hash: bytes = Field(sa_type=Bytes, unique=True)
    """Transaction hash, 32 bytes."""
    signed: bytes = Field(sa_type=Bytes)
    """The signed bytes as sent."""
    state: str = Field(default="signed", sa_type=Text)
    """A member of `Passage`."""
    block_number: int | None = Field(default=None, sa_type=Number)
    block_hash: bytes | None = Field(default=None, sa_type=Bytes)
    gas_used: int | None = Field(default=None, sa_type=Number)
    failure: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)


class CaptureJobRow(RecordModel, table=True):
    """One capture job (EPCIS 2.0 clause 12.6.2.2)."""

    __tablename__: ClassVar[str] = "capture_jobs"
    __table_args__ = (Index("capture_jobs_by_organisation", "organisation", "created_at"),)

    id: str = Field(primary_key=True, sa_type=Text)
    organisation: int
    behaviour: str = Field(sa_type=Text)
    """`rollback` or `proceed`."""
    success: bool | None = None
    created_at: datetime = Field(sa_type=Moment)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)
    problems: str = Field(default="[]", sa_type=Text)
    """JSON list of problems that belong to the document as a whole."""


class CaptureResultRow(RecordModel, table=True):
    """What became of one event of a capture job."""

    __tablename__: ClassVar[str] = "capture_results"

    job_id: str = Field(primary_key=True, sa_type=Text, foreign_key="capture_jobs.id")
    index: int = Field(primary_key=True)
    status: str = Field(sa_type=Text)
    """`accepted`, `duplicate` or `refused`."""
    commitment: bytes | None = Field(default=None, sa_type=Bytes)
    event_id: str | None = Field(default=None, sa_type=Text)
    problem: str | None = Field(default=None, sa_type=Text)
    """Problem document as JSON, where refused."""


class AccountKeyRow(RecordModel, table=True):
    """One API key: only its hash is kept."""

    __tablename__: ClassVar[str] = "account_keys"
    __table_args__ = (Index("account_keys_by_organisation", "organisation"),)

    id: str = Field(primary_key=True, sa_type=Text)
    """Public name of the key, for lists and rotation."""
    digest: bytes = Field(sa_type=Bytes, unique=True)
    """SHA-256 of the key, which has 256 random bits."""
    organisation: int
    label: str = Field(sa_type=Text)
    roles: str = Field(sa_type=Text)
    """Words apart by one space."""
    created_at: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
    replaced_by: str | None = Field(default=None, sa_type=Text)


class DossierRow(RecordModel, table=True):
    """One dossier link that a borrower made for a bank."""

    __tablename__: ClassVar[str] = "dossiers"
    __table_args__ = (Index("dossiers_by_organisation", "organisation", "created_at"),)

    id: str = Field(primary_key=True, sa_type=Text)
    digest: bytes = Field(sa_type=Bytes, unique=True)
    """SHA-256 of the link's token."""
    organisation: int
    """The borrower."""
    content: str = Field(sa_type=Text)
    """JSON: assets, fields, pledgee and whatever the page needs."""
    created_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
    opened: int = 0
    """How often the link was opened."""


class BundleRow(RecordModel, table=True):
    """One proof bundle as issued; an embedded chain cannot prove an older state again."""

    __tablename__: ClassVar[str] = "bundles"
    __table_args__ = (
        Index("bundles_by_question", "question", "audience", "block_number"),
        Index("bundles_by_time", "issued_at"),
    )

    id: str = Field(primary_key=True, sa_type=Text)
    question: str = Field(sa_type=Text)
    """Canonical identifier of the thing, or the id of a dossier."""
    audience: str = Field(sa_type=Text)
    """For whose eyes: `anyone`, `organisation:<n>` or `dossier:<id>`."""
    block_number: int = Field(sa_type=Number)
    text: str = Field(sa_type=Text)
    issued_at: datetime = Field(sa_type=Moment)


class ReleasedTokenRow(RecordModel, table=True):
    """A page token that was given back before its end."""

    __tablename__: ClassVar[str] = "released_tokens"
    __table_args__ = (Index("released_tokens_by_end", "ends"),)

    name: bytes = Field(primary_key=True, sa_type=Bytes)
    """The token's nonce, 12 bytes."""
    ends: int = Field(sa_type=BigInteger)
    """When it would have ended anyway, in seconds since 1970."""


class ReportRow(RecordModel, table=True):
    """A problem that a consumer reported about a thing."""

    __tablename__: ClassVar[str] = "reports"
    __table_args__ = (
        Index("reports_by_organisation", "organisation", "created_at"),
        Index("reports_by_thing", "identifier", "created_at"),
    )

    id: str = Field(primary_key=True, sa_type=Text)
    identifier: str = Field(sa_type=Text)
    organisation: int
    """The holder of the prefix, who reads the report."""
    reason: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    contact: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class PictureRow(RecordModel, table=True):
    """A picture, known by its SHA-256."""

    __tablename__: ClassVar[str] = "pictures"

    digest: bytes = Field(primary_key=True, sa_type=Bytes)
    organisation: int
    media_type: str = Field(sa_type=Text)
    content: bytes = Field(sa_type=Bytes)
    created_at: datetime = Field(sa_type=Moment)


class DescriptionRow(RecordModel, table=True):
    """The newest description of a product that its owner committed."""

    __tablename__: ClassVar[str] = "descriptions"

    identifier: str = Field(primary_key=True, sa_type=Text)
    """Canonical form of the class, lot or item described."""
    organisation: int = Field(primary_key=True)
    commitment: bytes = Field(sa_type=Bytes)
    content: str = Field(sa_type=Text)
    """JSON: name by language, picture digest, contact, …"""
    described_at: datetime = Field(sa_type=Moment)


class StatementRow(RecordModel, table=True):
    """What an attestation says: body and secret of its commitment."""

    __tablename__: ClassVar[str] = "statements"
    __table_args__ = (Index("statements_by_subject", "subject"), Index("statements_by_commitment", "commitment"))

    attestation_id: bytes = Field(primary_key=True, sa_type=Bytes)
    schema_id: bytes = Field(sa_type=Bytes)
    subject: bytes = Field(sa_type=Bytes)
    """Key of the thing."""
    identifier: str = Field(sa_type=Text)
    """Canonical form of the thing."""
    organisation: int
    """The attester."""
    commitment: bytes = Field(sa_type=Bytes)
    body: str = Field(sa_type=Text)
    secret: bytes = Field(sa_type=Bytes)
    visibility: str = Field(sa_type=Text)
    disclosure: str = Field(sa_type=Text)
    """JSON {hidden, readers}."""
    issued_at: datetime = Field(sa_type=Moment)
