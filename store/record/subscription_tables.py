"""The tables of the record that hold subscriptions: who wants what sent where, what waits to be sent, what was put into messages."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlmodel import Field

from store.columns import Bytes, Moment, Number
from store.record.tables import RecordModel


class SubscriptionRow(RecordModel, table=True):
    """One standing query and the address that its events are sent to (EPCIS 2.0 clause 12.7.4)."""

    __tablename__: ClassVar[str] = "subscriptions"
    __table_args__ = (Index("subscriptions_by_organisation", "organisation", "query_name", "id"),)

    id: str = Field(primary_key=True, sa_type=Text)
    organisation: int
    """As whom the events are read."""
    query_name: str = Field(sa_type=Text)
    query: str = Field(sa_type=Text)
    """The query's definition as JSON."""
    destination: str = Field(sa_type=Text)
    """Address of the receiver."""
    signature_token: str | None = Field(default=None, sa_type=Text)
    """The subscriber's secret, with which messages are signed."""
    schedule: str | None = Field(default=None, sa_type=Text)
    """JSON of the schedule's fields; None for a stream."""
    report_if_empty: bool = False
    media_type: str = Field(sa_type=Text)
    epc_format: str = Field(sa_type=Text)
    cbv_format: str = Field(sa_type=Text)
    initial_record_time: datetime | None = Field(default=None, sa_type=Moment)
    created_at: datetime = Field(sa_type=Moment)
    began: int = Field(sa_type=Number)
    """Position after which the first event may lie."""
    place: int = Field(sa_type=Number)
    """Position up to which all events were looked at."""
    place_hash: bytes | None = Field(default=None, sa_type=Bytes)
    """Hash of the block of that position."""
    arrived: int = Field(sa_type=Number)
    """Number of the newest event of the record that was looked at, for bodies that come after their logs."""
    until: int | None = Field(default=None, sa_type=Number)
    """Position up to which the execution that is under way goes; None between executions, and in a stream."""
    counted: int = 0
    """Events that the execution under way has found."""
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    """When a scheduled query is executed next."""
    executed_at: datetime | None = Field(default=None, sa_type=Moment)
    notified_at: datetime | None = Field(default=None, sa_type=Moment)
    """When the receiver last took a message."""
    suspended_at: datetime | None = Field(default=None, sa_type=Moment)
    """Since when nothing is sent, because the receiver did not take it for too long."""
    dead_in_a_row: int = 0
    """Messages that were given up since the receiver last took one."""


class SubscriptionMessageRow(RecordModel, table=True):
    """One message that is still to be taken by its receiver, or that was given up."""

    __tablename__: ClassVar[str] = "subscription_messages"
    __table_args__ = (Index("subscription_messages_by_subscription", "subscription", "number"),)

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    """Order in which messages are sent."""
    subscription: str = Field(sa_type=Text)
    id: str = Field(sa_type=Text)
    """The same at every attempt."""
    kind: str = Field(sa_type=Text)
    """`events`, `empty`, `test` or `problem`."""
    state: str = Field(sa_type=Text)
    """`waiting` or `dead`."""
    attempts: int = 0
    first_at: datetime | None = Field(default=None, sa_type=Moment)
    """When it was first tried."""
    next_at: datetime = Field(sa_type=Moment)
    """When it may be tried next."""
    failure: str | None = Field(default=None, sa_type=Text)
    """Why the last attempt failed."""
    failed_at: datetime | None = Field(default=None, sa_type=Moment)
    created_at: datetime = Field(sa_type=Moment)


class SubscriptionEventRow(RecordModel, table=True):
    """One event that was put into a message of a subscription: it is never put into a second one."""

    __tablename__: ClassVar[str] = "subscription_events"
    __table_args__ = (
        Index("subscription_events_by_message", "message", "position"),
        Index("subscription_events_by_position", "subscription", "position"),
    )

    subscription: str = Field(primary_key=True, sa_type=Text)
    commitment: bytes = Field(primary_key=True, sa_type=Bytes)
    position: int = Field(sa_type=Number)
    message: int = Field(sa_type=Number)
