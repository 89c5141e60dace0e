"""Two worlds that one reader cannot tell apart: what it may not see is missing in the second, or is something else there."""

from __future__ import annotations

import copy
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from query_events import (
    CLASSES,
    DISPOSITIONS,
    ITEMS,
    PARTIES,
    PLACES,
    STEPS,
    TIMES,
    UNITS,
    URIS,
    Body,
    event_of,
    text_of,
)

from indexer.projection import projection_of
from store import Mirror, Record
from store.disclosure import is_hidden_in_all
from store.mirror.projecting import ProjectionWriter
from store.mirror.tables import MIRROR
from store.reader import Disclosure, Reader
from store.record.bodies import SealedEvent, sealed_after
from store.record.capture import HEADED, CapturedEvent, save_capture
from store.record.disclosure_log import Hand
from store.record.grants import GrantOrder, make_grant, revoke_grant
from store.record.groups import delete_group, make_group, remove_member
from store.record.jobs import NewJob
from store.record.tables import RECORD
from store.selection import Selection

OWNERS = (1, 2)
STRANGER, MEMBER, FORMER, GRANTED, LATE = 3, 4, 5, 6, 7
READERS = (None, *OWNERS, STRANGER, MEMBER, FORMER, GRANTED, LATE)
POOLS: Sequence[Sequence[Any]] = (
    ITEMS, CLASSES, PLACES, PARTIES, STEPS, DISPOSITIONS, TIMES, URIS, UNITS, ["ADD", "OBSERVE", "DELETE"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a world."""

    number: int
    owner: int
    body: Body
    profile: Disclosure

    @property
    def commitment(self) -> bytes:
        """Return a name that does not follow from the body: what is hidden may be another in the second world."""
        return self.number.to_bytes(32, "big")


@dataclass(frozen=True, slots=True)
class Granted:
    """A grant of one owner, or what was one."""

    owner: int
    events: tuple[int, ...]
    order: GrantOrder
    is_revoked: bool


def some_world(source: random.Random, bodies: Sequence[Body]) -> tuple[list[Told], list[Granted]]:
    """Return events with profiles, and grants that came later."""
    told = [Told(number, source.choice(OWNERS), body, _profile(source, body)) for number, body in enumerate(bodies, 1)]
    grants = []
    for owner in OWNERS:
        own = [each for each in told if each.owner == owner]
        for _ in range(source.randint(0, 3)):
            if not own:
                continue
            chosen = tuple(each.number for each in source.sample(own, source.randint(1, len(own))))
            hidden = tuple(sorted({_pointer(source, each.body) for each in own if source.random() < 0.3}))
            order = GrantOrder(
                Selection(),
                organisations=(GRANTED,) if source.random() < 0.5 else (),
                groups=("dealers",) if source.random() < 0.4 else (),
                to_anyone=source.random() < 0.2,
                to_members=source.random() < 0.2,
                hidden=hidden,
            )
            grants.append(Granted(owner, chosen, order, source.random() < 0.3))
    return told, grants


def build(record: Record, mirror: Mirror, told: Sequence[Told], grants: Sequence[Granted], now: datetime) -> None:
    """Fill empty databases with a world: groups, events, grants, and what the indexer makes of them."""
    for owner in OWNERS:
        hand = Hand(owner, "test", now)
        make_group(record, hand, "dealers", (MEMBER, FORMER))
        make_group(record, hand, "gone", (LATE,))
        own = [each for each in told if each.owner == owner]
        save_capture(
            record, NewJob(f"job {owner}", owner, "rollback", True), [_captured(each) for each in own], [], now
        )
        for grant in grants:
            if grant.owner == owner:
                here = tuple(each.commitment for each in own if each.number in grant.events)
                if here:
                    made = make_grant(record, hand, replace(grant.order, selection=Selection(events=here)))
                    if grant.is_revoked:
                        revoke_grant(record, hand, made.id)
        remove_member(record, hand, "dealers", FORMER)
        delete_group(record, hand, "gone")
    projections = [
        projection
        for sealed in sealed_after(record, 0, 1000)
        if (projection := projection_of(sealed, number_of(sealed), 1_780_000_000)) is not None
    ]
    with mirror.writing() as connection:
        ProjectionWriter().write(connection, sorted(projections, key=lambda each: each.position))


def empty(record: Record, mirror: Mirror) -> None:
    """Delete everything but the log, which the database itself keeps."""
    with record.writing() as connection:
        for table in reversed(RECORD.sorted_tables):
            if table.name != "disclosure_log":
                connection.execute(table.delete())
    with mirror.writing() as connection:
        for table in reversed(MIRROR.sorted_tables):
            connection.execute(table.delete())


def number_of(sealed: SealedEvent) -> int:
    """Return the number of an event, which is its position too."""
    return int.from_bytes(sealed.commitment, "big")


def second_world(told: Sequence[Told], sealed: Sequence[SealedEvent], reader: Reader) -> list[Told]:
    """Return the world without the events that a reader may not see, and with other values in what is hidden from it."""
    access = {number_of(each): each.access for each in sealed}
    found = []
    for each in told:
        views = [view.hidden for view in access[each.number].views_for(reader)]
        if views:
            body = copy.deepcopy(each.body)
            for pointer in leaf_pointers(body):
                if pointer != "/type" and is_hidden_in_all(pointer, views):
                    _change(body, pointer)
            found.append(replace(each, body=body))
    return found


def leaf_pointers(node: Any, pointer: str = "") -> Iterator[str]:
    """Yield the pointers of the scalars in a body."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from leaf_pointers(value, f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from leaf_pointers(value, f"{pointer}/{place}")
    else:
        yield pointer


def _profile(source: random.Random, body: Body) -> Disclosure:
    hidden = tuple(sorted({_pointer(source, body) for _ in range(source.randint(0, 3))}))
    return Disclosure(
        source.choice(["public", "members", "private", "private"]),
        readers=(GRANTED,) if source.random() < 0.2 else (),
        hidden=hidden if source.random() < 0.6 else (),
        groups=tuple(name for name in ("dealers", "gone") if source.random() < 0.2),
    )


def _pointer(source: random.Random, body: Body) -> str:
    """Return a pointer into a body, at times of a whole branch or of every item of a list."""
    tokens = source.choice(list(leaf_pointers(body))).split("/")[1:]
    kept = tokens[: source.randint(1, len(tokens))]
    return "/" + "/".join("*" if token.isdigit() and source.random() < 0.7 else token for token in kept)


def _captured(told: Told) -> CapturedEvent:
    event = event_of(told.body)
    text = text_of(told.body)
    return CapturedEvent(
        index=told.number,
        commitment=told.commitment,
        content_digest=told.commitment,
        event_hash=f"ni:///sha-256;{hashlib.sha256(text.encode()).hexdigest()}?ver=CBV2.0",
        event_id=event.event_id,
        body=text,
        secret=bytes(32),
        kind=int(event.kind),
        flags=0,
        state=0,
        lane=HEADED,
        lines=(),
        disclosure=told.profile,
    )


def _change(body: Any, pointer: str) -> None:
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    node = body
    for token in tokens[:-1]:
        node = node[int(token) if isinstance(node, list) else token]
    last: Any = int(tokens[-1]) if isinstance(node, list) else tokens[-1]
    node[last] = _another(node[last])


def _another(value: Any) -> Any:
    """Return another value of the same kind, from the same pool where there is one."""
    for pool in POOLS:
        if value in pool:
            return pool[(list(pool).index(value) + 1) % len(pool)]
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return (
            "+01:00"
            if value == "+00:00"
            else f"{value}0a"
            if set(value) <= set("0123456789abcdefABCDEF")
            else f"{value}x"
        )
    return value + 1
