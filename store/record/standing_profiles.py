"""Standing profiles: who may read a firm's events where their capture says nothing, for the firm and for each of its prefixes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.access_tables import StandingProfileRow
from store.record.disclosure_log import Act, Hand, note

profiles = table_of(StandingProfileRow)

WHOLE_FIRM = ""
"""Stands for every prefix that has no profile of its own."""


@dataclass(frozen=True, slots=True)
class StandingProfile:
    """One profile of a firm."""

    prefix: str
    """`scheme:prefix`, or `WHOLE_FIRM`."""
    profile: str
    """As `Suyuan-Disclosure` says it."""
    changed_at: datetime


def standing_profiles(record: Record, reader: Reader) -> tuple[StandingProfile, ...]:
    """Return the reader's own standing profiles, the firm's first."""
    query = select(profiles).where(profiles.c.organisation == reader.organisation).order_by(profiles.c.prefix)
    with record.reading() as connection:
        rows = connection.execute(query)
        return tuple(StandingProfile(row.prefix, row.profile, row.changed_at) for row in rows)


def set_standing_profile(record: Record, hand: Hand, prefix: str, profile: str) -> None:
    """Let a profile hold for what is captured from now on under a prefix, or for the whole firm."""
    mine = (profiles.c.organisation == hand.organisation) & (profiles.c.prefix == prefix)
    row = {"organisation": hand.organisation, "prefix": prefix, "profile": profile, "changed_at": hand.now}
    with record.writing() as connection:
        connection.execute(delete(profiles).where(mine))
        connection.execute(insert(profiles), row)
        note(connection, hand, Act.STANDING_PROFILE_SET, {"prefix": prefix, "profile": profile})


def end_standing_profile(record: Record, hand: Hand, prefix: str) -> bool:
    """End a standing profile and say whether there was one."""
    mine = (profiles.c.organisation == hand.organisation) & (profiles.c.prefix == prefix)
    with record.writing() as connection:
        ended = connection.execute(delete(profiles).where(mine)).rowcount == 1
        if ended:
            note(connection, hand, Act.STANDING_PROFILE_ENDED, {"prefix": prefix})
    return ended
