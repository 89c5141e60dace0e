"""Openings for a reader: an event is committed again from body and secret, and only what the reader may see is opened.

A body that was changed since does not give its commitment any more. It is opened as it stands: the checker refuses it,
and the change shows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

from evidence.telling import EVERYTHING, Demand, naming_pointers, telling_pointers
from store.disclosure import is_hidden
from store.reader import Reader
from store.record.bodies import SealedEvent
from store.record.statements import Statement
from traceability.commitment import Committed, Opening, commit, commit_statement
from traceability.commitment.commit import EVENT_HASH_POINTER, STATEMENT_KINDS, ThingOf
from traceability.errors import CommitmentError
from traceability.ledger.meta import Flag, Kind, State

ThingOfEach = Callable[[], Iterable[ThingOf]]
"""Answers the ways in which identifiers may have been under grants when the event was committed, likeliest first."""

BULK_ROLES = ("/outputEPCList/", "/epcList/")
"""Lists that may be long and of which only what the question is about is opened; for packages the children too."""

SHORT_LIST = 24
"""A list up to this length is opened whole."""


def committed_again(sealed: SealedEvent, things_of: ThingOfEach) -> Committed | None:
    """Return the commitment made again from body and secret; None where the body cannot be committed any more."""
    last: Committed | None = None
    body = json.loads(sealed.body or "{}", parse_float=Decimal)
    for thing_of in things_of():
        try:
            last = _committed(sealed, body, thing_of)
        except CommitmentError:
            continue
        if last.root == sealed.commitment:
            return last
    return last


def statement_opening(statement: Statement, reader: Reader, things_of: ThingOfEach) -> Opening | None:
    """Return what the reader may see of an attestation's statement, None where that is nothing."""
    if not statement.shows_to(reader):
        return None
    body = json.loads(statement.body, parse_float=Decimal)
    last: Committed | None = None
    for thing_of in things_of():
        last = commit_statement(
            body,
            schema="0x" + statement.schema_id.hex(),
            organisation=statement.organisation,
            secret=statement.secret,
            thing_of=thing_of,
        )
        if last.root == statement.commitment:
            break
    hidden = () if statement.shows_whole_to(reader) else statement.disclosure.hidden
    return opened(last, lambda pointer: is_hidden(pointer, hidden), EVERYTHING, Kind.STATEMENT)


def _committed(sealed: SealedEvent, body: Mapping[str, Any], thing_of: ThingOf) -> Committed:
    kind, flags, state = Kind(sealed.kind), Flag(sealed.flags), State(sealed.state)
    secret, text = sealed.secret or b"", sealed.event_hash or ""
    if kind in STATEMENT_KINDS:
        # The schema of a statement is kept in the place of an event's hash.
        return commit_statement(
            body,
            schema=text,
            organisation=sealed.organisation,
            secret=secret,
            thing_of=thing_of,
            kind=kind,
            flags=flags,
            state=state,
        )
    return commit(
        body,
        event_hash=text,
        organisation=sealed.organisation,
        kind=kind,
        flags=flags,
        state=state,
        secret=secret,
        thing_of=thing_of,
    )


def opened(committed: Committed | None, is_closed: Callable[[str], bool], demand: Demand, kind: Kind) -> Opening | None:
    """Return the opening of what a question needs, without the leaves that are closed."""
    if committed is None:
        return None
    left_out = {pointer for pointer in committed.pointers if pointer.startswith("/") and is_closed(pointer)}
    if left_out:
        # The CBV hash is over all fields and has no salt: beside a hidden field it would let the reader try guesses.
        left_out.add(EVENT_HASH_POINTER)
    if demand.only_links:
        wanted = telling_pointers(committed, kind, demand)
        return committed.opening(pointer for pointer in committed.pointers if pointer in wanted - left_out)
    if demand.things:
        left_out |= _crowd(committed, demand.things, kind)
    return committed.opening(pointer for pointer in committed.pointers if pointer and pointer not in left_out)


def _crowd(committed: Committed, needed: Collection[str], kind: Kind) -> set[str]:
    """Return the pointers of things in lists of more than `SHORT_LIST` that the question is not about."""
    crowd: set[str] = set()
    kept = naming_pointers(committed, needed)
    packages = kind in (Kind.PACK, Kind.UNPACK)
    for role in (*BULK_ROLES, "/childEPCs/") if packages else BULK_ROLES:
        places = [pointer for pointer in committed.pointers if pointer.startswith(role)]
        if len(places) > SHORT_LIST:
            crowd |= set(places) - kept
    return crowd
