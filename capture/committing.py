"""Turns one checked event into what is stored and promised: hash, commitment, lines, lane (docs/formats.md §4)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import msgspec

from capture.errors import EventRefused, Problem
from capture.grants import GrantBook
from capture.lane import Lane
from capture.limits import Limits
from store.reader import ANYONE, Disclosure
from store.record.capture import ANCHORED, HEADED, CapturedEvent, Description
from store.record.payloads import Line
from traceability.commitment import Committed, commit, commit_statement
from traceability.epcis import Event, event_hash
from traceability.errors import CommitmentError
from traceability.identifiers import Identifier
from traceability.ledger.keys import rest_hash
from traceability.ledger.meta import Flag, Kind, State, flags_of, right_of

_ENCODER = msgspec.json.Encoder(decimal_format="number", order="sorted")
"""Writes numbers as they were written and names in one order, so that equal content has equal text."""


_HAS_NUMBERS = re.compile(r'":[-0-9]|[\[,][-0-9]')
"""What a text shows that has numbers; some without have it too."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What the capture says about an event beside its body."""

    organisation: int
    """Who asserts it."""
    disclosure: Disclosure
    """Who may read it."""
    lane: Lane
    """How it goes to the chain."""
    kind: Kind | None = None
    """What it does, where the body alone does not say (state, describe, forget)."""
    state: State = State.UNCHANGED
    """State that it sets, for kind STATE."""
    description: Description | None = None
    """What it says of a product, for kind DESCRIBE."""


def body_text(body: Mapping[str, Any]) -> str:
    """Return the one text of a body: names in order, numbers as written."""
    return _ENCODER.encode(body).decode()


def content_digest(body: Mapping[str, Any]) -> bytes:
    """Return what tells duplicates within an organisation: SHA-256 of the body's one text, 10.0 and 10 being one number."""
    return hashlib.sha256(_ENCODER.encode(_levelled(body))).digest()


def _levelled(value: Any) -> Any:
    if isinstance(value, Decimal):
        text = format(value, "f")
        return Decimal(text.rstrip("0").rstrip(".") if "." in text else text) or Decimal(0)
    if isinstance(value, Mapping):
        return {name: _levelled(member) for name, member in value.items()}
    return [_levelled(item) for item in value] if isinstance(value, list | tuple) else value


def captured_event(
    event: Event, index: int, intent: Intent, book: GrantBook, secret: bytes, limits: Limits
) -> CapturedEvent:
    """Return an EPCIS event ready to be saved.

    Raises:
        EventRefused: with every place at which the chain would refuse it, or at which it cannot be committed.
    """
    kind = event.kind if intent.kind is None else intent.kind
    named = [(thing.pointer, thing.identifier) for thing in event.things()]
    lines = _lines(named, index, kind, intent, book, limits)
    hash_text = event_hash(event)

    def thing_of(text: str) -> tuple[Identifier, int] | None:
        read = event.identified.get(text)
        return book.thing_of(text) if read is None else book.granted(text, read)

    def committed(flags: Flag) -> Committed:
        return commit(
            event.body,
            event_hash=hash_text,
            organisation=intent.organisation,
            kind=kind,
            flags=flags,
            state=intent.state,
            secret=secret,
            thing_of=thing_of,
        )

    captured = _captured(committed, event.body, lines, index, kind, intent, secret, hash_text, event.event_id)
    return replace(captured, writings=body_text(event.writings)) if event.writings else captured


def captured_statement(
    body: Mapping[str, Any],
    schema: str,
    named: Sequence[tuple[str, Identifier]],
    kind: Kind,
    intent: Intent,
    book: GrantBook,
    secret: bytes,
    limits: Limits,
) -> CapturedEvent:
    """Return a statement (a description, a "forgotten") ready to be saved; its schema takes the place of the event hash.

    Raises:
        EventRefused: as for an event.
    """
    lines = _lines(named, 0, kind, intent, book, limits)

    def committed(flags: Flag) -> Committed:
        return commit_statement(
            body,
            schema=schema,
            organisation=intent.organisation,
            secret=secret,
            thing_of=book.thing_of,
            kind=kind,
            flags=flags,
        )

    return _captured(committed, body, lines, 0, kind, intent, secret, schema, None)


def _captured(
    committed_with: Callable[[Flag], Committed],
    body: Mapping[str, Any],
    lines: tuple[Line, ...],
    index: int,
    kind: Kind,
    intent: Intent,
    secret: bytes,
    hash_text: str,
    event_id: str | None,
) -> CapturedEvent:
    headed = intent.lane is Lane.HEADED and bool(lines)
    flags = flags_of(kind, private=intent.disclosure.visibility != ANYONE or bool(intent.disclosure.hidden))
    try:
        committed = committed_with(flags)
    except CommitmentError as error:
        pointer = str(getattr(error, "pointer", ""))
        reason = str(getattr(error, "reason", error))
        raise EventRefused(index, [Problem("value-not-committable", pointer, reason, _cure_of(error))]) from error
    text = body_text(body)
    digest = content_digest(body) if _HAS_NUMBERS.search(text) else hashlib.sha256(text.encode()).digest()
    return CapturedEvent(
        index=index,
        commitment=committed.root,
        content_digest=digest,
        event_hash=hash_text,
        event_id=event_id,
        body=text,
        secret=secret,
        kind=int(kind),
        flags=int(flags),
        state=int(intent.state),
        lane=HEADED if headed else ANCHORED,
        lines=lines if headed else (),
        disclosure=intent.disclosure,
        description=intent.description,
    )


def _cure_of(error: CommitmentError) -> str:
    name = type(error).__name__
    if name == "NumberNotCommittable":
        return "write the number as a string, or with fewer digits"
    if name == "TimeNotCommittable":
        return "write the time as 2026-03-01T08:00:00+08:00"
    return "write a text, a number or a boolean there"


def _lines(
    named: Sequence[tuple[str, Identifier]], index: int, kind: Kind, intent: Intent, book: GrantBook, limits: Limits
) -> tuple[Line, ...]:
    """Return the lines of an event, one for each thing, having checked the writer's right to each.

    Raises:
        EventRefused: with every thing that the writer has no right to.
    """
    lines: dict[str, Line | None] = {}
    problems: list[Problem] = []
    for pointer, identifier in named:
        if identifier.canonical in lines:
            continue
        lines[identifier.canonical] = None
        # Classes, places and parties have no head; a line names one only where it sets its state.
        has_line = identifier.has_head or kind is Kind.STATE
        is_claimed = kind in (Kind.STATE, Kind.DESCRIBE)
        if not has_line and not is_claimed:
            continue
        holding = book.holding_of(identifier)
        if holding is None:
            if is_claimed:
                reason = f"no organisation holds a prefix of {identifier.display()}"
                problems.append(Problem("prefix-not-granted", pointer, reason, "have the prefix granted to you first"))
        elif not book.admits(holding, intent.organisation, kind):
            reason = f"prefix {holding.prefix} does not admit organisation {intent.organisation} to write {kind.name.lower()} events"
            cure = "ask the holder of the prefix to admit you, or correct the identifier"
            problems.append(Problem("identifier-not-owned", pointer, reason, cure))
        elif intent.lane is Lane.ANCHORED and holding.grant.anchors_forbidden & right_of(kind):
            reason = f"prefix {holding.prefix} does not allow {kind.name.lower()} events on the anchored lane"
            problems.append(Problem("anchor-forbidden", pointer, reason, "capture it on the headed lane"))
        elif has_line:
            rest = identifier.halves(len(holding.prefix.text))[1]
            lines[identifier.canonical] = Line(holding.key, rest_hash(rest))
    found = tuple(line for line in lines.values() if line is not None)
    if len(found) > limits.things:
        reason = f"the event names {len(found)} things, the limit is {limits.things}"
        problems.append(Problem("capture-limit-exceeded", "", reason, "split it into several events"))
    if problems:
        raise EventRefused(index, problems)
    return found
