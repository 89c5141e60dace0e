"""What the chain says of a thing: its lines, its state, attestations and liens. All of it is public by nature."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from store.bulk import rows_among
from store.columns import table_of
from store.database import Mirror
from store.mirror.interning import unpacked
from store.mirror.positions import first_position
from store.mirror.tables import LineRow, RecordedRow, StateRow, ThingRow

things = table_of(ThingRow)
lines = table_of(LineRow)
recorded = table_of(RecordedRow)
states = table_of(StateRow)


@dataclass(frozen=True, slots=True)
class ThingLine:
    """One line of a thing."""

    position: int
    commitment: bytes
    meta: bytes


@dataclass(frozen=True, slots=True)
class KeyState:
    """The state of a key since its newest change."""

    state: int
    organisation: int
    since: int
    """Seconds since 1970."""
    position: int


@dataclass(frozen=True, slots=True)
class OnChain:
    """Where the chain holds a commitment."""

    position: int
    meta: bytes
    keys: tuple[bytes, ...]
    """Keys of the things with a line; none for a leaf under an anchor."""


def lines_of(
    mirror: Mirror, key: bytes, *, newest: int | None = None, until_block: int | None = None
) -> tuple[ThingLine, ...]:
    """Return the lines of a thing, oldest first: all, or the newest so many, as of a block."""
    query = (
        select(recorded.c.position, recorded.c.commitment, recorded.c.meta)
        .join(lines, lines.c.position == recorded.c.position)
        .join(things, things.c.id == lines.c.thing)
        .where(things.c.key == key)
    )
    if until_block is not None:
        query = query.where(lines.c.position < first_position(until_block + 1))
    query = query.order_by(lines.c.position.desc(), lines.c.ordinal.desc())
    if newest is not None:
        query = query.limit(newest)
    with mirror.reading() as connection:
        return tuple(ThingLine(*row) for row in reversed(connection.execute(query).all()))


def line_counts(mirror: Mirror, keys: Sequence[bytes]) -> Mapping[bytes, int]:
    """Return how many lines each thing has; things without a line are left out."""
    query = "SELECT t.key, count(*) FROM things t JOIN lines l ON l.thing = t.id WHERE t.key {among} GROUP BY t.key"
    with mirror.reading() as connection:
        return {bytes(key): int(count) for key, count in rows_among(connection, query, keys)}


def states_of(mirror: Mirror, keys: Sequence[bytes]) -> Mapping[bytes, KeyState]:
    """Return the state of each key that ever changed."""
    query = (
        "SELECT s.key, s.state, s.organisation, s.since, s.position FROM states s WHERE s.key {among}"
        " AND s.position = (SELECT max(n.position) FROM states n WHERE n.key = s.key)"
    )
    with mirror.reading() as connection:
        return {row[0]: KeyState(*row[1:]) for row in rows_among(connection, query, keys)}


def state_changes(mirror: Mirror, key: bytes) -> tuple[KeyState, ...]:
    """Return every change of a key's state, oldest first."""
    query = select(states).where(states.c.key == key).order_by(states.c.position)
    with mirror.reading() as connection:
        return tuple(_state(row) for row in connection.execute(query))


def keys_in_state(
    mirror: Mirror, organisation: int, state: int, limit: int = 100, after: bytes = b""
) -> tuple[tuple[bytes, KeyState], ...]:
    """Return keys that an organisation has put into a state which still holds, in the order of the keys."""
    other = states.alias("later")
    newest = select(func.max(other.c.position)).where(other.c.key == states.c.key).correlate(states).scalar_subquery()
    query = select(states).where(
        states.c.organisation == organisation,
        states.c.state == state,
        states.c.key > after,
        states.c.position == newest,
    )
    with mirror.reading() as connection:
        rows = connection.execute(query.order_by(states.c.key).limit(limit))
        return tuple((row.key, _state(row)) for row in rows)


def on_chain(mirror: Mirror, commitments: Sequence[bytes]) -> Mapping[bytes, tuple[OnChain, ...]]:
    """Return where each commitment stands on the chain, first place first; anybody may have written it again."""
    query = "SELECT commitment, position, meta, things FROM recorded WHERE commitment {among} ORDER BY position"
    found: dict[bytes, list[OnChain]] = {}
    with mirror.reading() as connection:
        rows = rows_among(connection, query, commitments)
        wanted = {number for row in rows for number in unpacked(row[3])}
        keys: dict[int, bytes] = dict(rows_among(connection, "SELECT id, key FROM things WHERE id {among}", wanted))
    for commitment, position, meta, packed in rows:
        place = OnChain(position, meta, tuple(keys[number] for number in unpacked(packed)))
        found.setdefault(commitment, []).append(place)
    return {commitment: tuple(places) for commitment, places in found.items()}


def _state(row: Row[Any]) -> KeyState:
    return KeyState(row.state, row.organisation, row.since, row.position)
