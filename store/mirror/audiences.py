"""Audiences of their own: which subjects may know a row of which a grant and the profile hide different fields."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol

from sqlalchemy import Connection, Index, select
from sqlmodel import Field

from store.access import audience_number
from store.bulk import insert_rows, rows_among
from store.columns import Number, table_of
from store.database import Mirror
from store.mirror.tables import CLUSTERED, MirrorModel


class AudienceRow(MirrorModel, table=True):
    """One subject of one audience; the number of an audience follows from its subjects (`store.access`)."""

    __tablename__: ClassVar[str] = "audiences"
    __table_args__ = (Index("audiences_by_subject", "subject", "audience"), CLUSTERED)

    audience: int = Field(primary_key=True, sa_type=Number)
    subject: int = Field(primary_key=True, sa_type=Number)


audiences = table_of(AudienceRow)


class HasAudiences(Protocol):
    """What is projected and may have audiences of its own."""

    @property
    def audiences(self) -> Sequence[tuple[int, tuple[int, ...]]]:
        """Return the audiences, each with its subjects."""


def wrong_audiences(mirror: Mirror) -> tuple[int, ...]:
    """Return the audiences whose subjects do not give their number: somebody else has written there."""
    found: dict[int, list[int]] = {}
    with mirror.reading() as connection:
        for row in connection.execute(select(audiences)):
            found.setdefault(row.audience, []).append(row.subject)
    return tuple(sorted(number for number, subjects in found.items() if audience_number(subjects) != number))


def write_audiences(connection: Connection, projections: Iterable[HasAudiences]) -> None:
    """Keep the audiences that some projections use and that are not kept yet."""
    wanted = dict(each for projection in projections for each in projection.audiences)
    if not wanted:
        return
    known = {
        number for (number,) in rows_among(connection, "SELECT audience FROM audiences WHERE audience {among}", wanted)
    }
    rows = [(number, subject) for number, subjects in wanted.items() if number not in known for subject in subjects]
    insert_rows(connection, audiences, sorted(rows))
