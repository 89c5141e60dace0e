"""Saving master data: each statement becomes the newest of its firm about its thing; the same said again changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from store.columns import indexed, table_of
from store.record.saying_tables import MasterDataAttributeRow, MasterDataChildRow, MasterDataRow

master_data = table_of(MasterDataRow)
attributes = table_of(MasterDataAttributeRow)
children = table_of(MasterDataChildRow)


@dataclass(frozen=True, slots=True)
class ElementIndex:
    """What is looked up of one statement about a place, party, product or other thing."""

    vocabulary: str
    uri: str
    digest: bytes
    """SHA-256 of attributes and children."""
    attributes: tuple[tuple[str, str | None], ...]
    """Name and value as text, None where it is no scalar."""
    children: tuple[str, ...]


def is_new(connection: Connection, organisation: int, element: ElementIndex) -> bool:
    """Say whether a firm does not say exactly this of the thing already."""
    query = select(master_data.c.digest).where(_said_now(organisation, element))
    return connection.execute(query).scalar_one_or_none() != element.digest


def save_element(
    connection: Connection, organisation: int, commitment: bytes, element: ElementIndex, now: datetime
) -> None:
    """Make a statement the newest of its firm about its thing."""
    connection.execute(update(master_data).where(_said_now(organisation, element)).values(current=False))
    row = {
        "commitment": commitment,
        "organisation": organisation,
        "vocabulary": element.vocabulary,
        "uri": element.uri,
        "digest": element.digest,
        "current": True,
        "captured_at": now,
    }
    number = connection.execute(insert(master_data).returning(master_data.c.id), row).scalar_one()
    named = [
        {"element": number, "ordinal": place, "name": name, "value": indexed(value)}
        for place, (name, value) in enumerate(element.attributes)
    ]
    below = [{"element": number, "ordinal": place, "child": child} for place, child in enumerate(element.children)]
    if named:
        connection.execute(insert(attributes), named)
    if below:
        connection.execute(insert(children), below)


def forget_element(connection: Connection, commitment: bytes) -> None:
    """Delete what could be looked up of a statement that is forgotten; no older one takes its place."""
    number = connection.execute(
        select(master_data.c.id).where(master_data.c.commitment == commitment)
    ).scalar_one_or_none()
    if number is not None:
        connection.execute(delete(attributes).where(attributes.c.element == number))
        connection.execute(delete(children).where(children.c.element == number))
        connection.execute(delete(master_data).where(master_data.c.id == number))


def _said_now(organisation: int, element: ElementIndex) -> ColumnElement[bool]:
    return (
        (master_data.c.organisation == organisation)
        & (master_data.c.vocabulary == element.vocabulary)
        & (master_data.c.uri == element.uri)
        & master_data.c.current
    )
