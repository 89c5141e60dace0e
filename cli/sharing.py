"""What the commands about readers share: selections from options, and grants and ways to read in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from cli.errors import CommandRefused
from store.record.grants import Grant
from store.record.who_reads import WayToRead
from store.selection import Selection
from traceability.epcis.vocabulary import BUSINESS_STEPS
from traceability.identifiers import parse

EVENT_TYPES = ("ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent")
ACTIONS = ("ADD", "OBSERVE", "DELETE")


def selection_of(
    events: Sequence[str] | None,
    things: Sequence[str] | None,
    event_types: Sequence[str] | None,
    actions: Sequence[str] | None,
    steps: Sequence[str] | None,
    time_from: str | None,
    time_before: str | None,
    *,
    everything: bool,
) -> Selection:
    """Return what the options select.

    Raises:
        CommandRefused: nothing is selected, or an option cannot be read.
        IdentifierInvalid: a thing is no identifier.
    """
    selection = Selection(
        events=tuple(commitment_of(text) for text in events or ()),
        things=tuple(parse(text).canonical for text in things or ()),
        event_types=_among("--type", event_types, EVENT_TYPES),
        actions=_among("--action", actions, ACTIONS),
        biz_steps=tuple(BUSINESS_STEPS.normal(step) for step in steps or ()),
        time_from=_moment("--from", time_from),
        time_before=_moment("--before", time_before),
    )
    if selection.takes_all != everything:
        raise CommandRefused(
            "say which events: --event, --thing, --type, --action, --step, --from, --before, or else --everything"
        )
    return selection


def commitment_of(text: str) -> bytes:
    """Return the bytes of a commitment.

    Raises:
        CommandRefused: it is none.
    """
    try:
        commitment = bytes.fromhex(text.removeprefix("0x"))
    except ValueError:
        commitment = b""
    if len(commitment) != 32:
        raise CommandRefused(f"{text[:80]!r} is no commitment: write 0x and 64 hexadecimal digits")
    return commitment


def grant_lines(item: Grant, names: Mapping[int, str], now: datetime) -> Iterator[str]:
    """Yield a grant in words."""
    standing = "runs" if item.runs(now) else "taken back" if item.revoked_at is not None else "over"
    if item.runs(now) and item.until is not None:
        standing = f"until {item.until:%Y-%m-%d %H:%M} UTC"
    whom = ["anyone"] * item.to_anyone + ["members"] * item.to_members
    whom += [str(subject) for subject in item.subjects if subject > 0]
    whom += [names[subject] for subject in item.subjects if subject in names]
    later = ", and what comes" if item.standing else ""
    yield f"grant {item.id}  {standing}  {item.events} events{later}  to {', '.join(whom) or 'nobody'}  {item.note}".rstrip()
    if item.hidden:
        yield f"    without {', '.join(item.hidden)}"


def way_line(item: WayToRead) -> str:
    """Return a way to read an event in words."""
    who = item.who
    if who.group is not None:
        whom = f"group {who.group} ({', '.join(str(member) for member in who.in_group) or 'nobody'})"
    else:
        whom = "anyone" if who.anyone else "every member" if who.members else f"organisation {who.organisation}"
    why = f"grant {item.grant}" if item.grant is not None else item.why
    until = f", until {item.until:%Y-%m-%d %H:%M} UTC" if item.until is not None else ""
    without = f", without {', '.join(item.hidden)}" if item.hidden else ""
    return f"{whom}: {why}{until}{without}"


def _among(option: str, given: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    for value in given or ():
        if value not in known:
            raise CommandRefused(f"{option} {value[:60]!r} is none of {', '.join(known)}")
    return tuple(given or ())


def _moment(option: str, text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise CommandRefused(f"{option} {text[:60]!r} is no time with an offset: write 2027-03-01T00:00:00+08:00")
    return moment
