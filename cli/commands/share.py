"""`suyuan share …`: who may read events that were captured: grants, profiles, what holds by itself, who reads what, the log."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from capture.disclosure import disclosure_of, disclosure_text, verify_pointers
from cli.commands.groups import hand_of
from cli.errors import CommandRefused
from cli.options import Acting
from cli.rooms import opened, verify_member
from cli.settings import current
from cli.sharing import commitment_of, grant_lines, selection_of, way_line
from store.mirror.members import grants_by_key
from store.reader import Reader
from store.record.disclosure_log import disclosure_log
from store.record.grants import GrantOrder, change_profile, grants_of, make_grant, revoke_grant
from store.record.groups import verify_groups
from store.record.standing_profiles import (
    WHOLE_FIRM,
    end_standing_profile,
    set_standing_profile,
    standing_profiles,
)
from store.record.who_reads import group_names, ways_to_read
from traceability.ledger.keys import prefix_key

Events = Annotated[
    list[str] | None,
    typer.Option("--event", help="Commitment of an event (0x…); may be given several times, as all of these."),
]
Things = Annotated[
    list[str] | None,
    typer.Option("--thing", help="A thing that the event names; a class stands for its lots and items too."),
]
Types = Annotated[list[str] | None, typer.Option("--type", help="Type of event, such as ObjectEvent.")]
Actions = Annotated[list[str] | None, typer.Option("--action", help="ADD, OBSERVE or DELETE.")]
Steps = Annotated[list[str] | None, typer.Option("--step", help="Business step, such as shipping.")]
From = Annotated[str | None, typer.Option("--from", help="Earliest time of the event, with its offset.")]
Before = Annotated[str | None, typer.Option(help="First time of the event that is too late.")]
Everything = Annotated[bool, typer.Option("--everything", help="All events of the organisation.")]
Profile = Annotated[str, typer.Argument(help='As `Suyuan-Disclosure`: "private; groups=dealers".')]
OfPrefix = Annotated[
    str, typer.Option("--prefix", help="A prefix of your own, as gs1:6901234; left out, the whole firm.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    share = typer.Typer(help="Who may read captured events.", no_args_is_help=True)
    share.command("grant")(grant)
    share.command("list")(list_grants)
    share.command("revoke")(revoke)
    share.command("profile")(profile)
    share.command("standing")(standing)
    share.command("who")(who)
    share.command("log")(log)
    app.add_typer(share, name="share")


def grant(
    acting: Acting,
    event: Events = None, thing: Things = None, event_type: Types = None, action: Actions = None, step: Steps = None,
    from_: From = None, before: Before = None, everything: Everything = False,
    to: Annotated[list[int] | None, typer.Option(help="Number of an organisation; may be given several times.")] = None,
    to_group: Annotated[list[str] | None, typer.Option(help="A group of yours; may be given several times.")] = None,
    to_members: Annotated[bool, typer.Option("--to-members", help="Every member of the network.")] = False,
    to_anyone: Annotated[bool, typer.Option("--to-anyone", help="Everybody, without an account.")] = False,
    hide: Annotated[list[str] | None, typer.Option(help="Pointer that stays closed, such as /bizTransactionList.")] = None,
    days: Annotated[int | None, typer.Option(help="Days after which it ends by itself.", min=1, max=36_500)] = None,
    standing: Annotated[bool, typer.Option("--standing", help="Events that are captured later too.")] = False,
    note: Annotated[str, typer.Option(help="What you call it.")] = "",
) -> None:  # fmt: skip
    """Show captured events to others; it can be taken back with `suyuan share revoke`."""
    if not (to or to_group or to_members or to_anyone):
        raise CommandRefused("say to whom: --to, --to-group, --to-members or --to-anyone")
    selection = selection_of(event, thing, event_type, action, step, from_, before, everything=everything)
    now = datetime.now(UTC)
    order = GrantOrder(
        selection=selection,
        organisations=tuple(to or ()),
        groups=tuple(to_group or ()),
        to_anyone=to_anyone,
        to_members=to_members,
        hidden=verify_pointers(hide or []),
        until=None if days is None else now + timedelta(days=days),
        standing=standing,
        note=note,
    )
    with opened(current()) as (record, mirror):
        for organisation in to or ():
            verify_member(mirror, organisation)
        made = make_grant(record, hand_of(acting), order)
    typer.echo(f"grant {made.id} shows {made.events} events")


def list_grants(acting: Acting) -> None:
    """List the grants of the organisation, newest first."""
    reader, now, before = Reader(acting), datetime.now(UTC), None
    with opened(current()) as (record, _):
        while found := grants_of(record, reader, before=before):
            names = group_names(record, [subject for item in found for subject in item.subjects], reader)
            for item in found:
                for line in grant_lines(item, names, now):
                    typer.echo(line)
            before = found[-1].id


def revoke(number: Annotated[int, typer.Argument(metavar="GRANT", min=1, max=2**62)], acting: Acting) -> None:
    """Take a grant back: whoever read by it alone reads no more, from now on."""
    with opened(current()) as (record, _):
        revoke_grant(record, hand_of(acting), number)
    typer.echo(f"grant {number} is taken back")


def profile(
    text: Profile,
    acting: Acting,
    event: Events = None, thing: Things = None, event_type: Types = None, action: Actions = None, step: Steps = None,
    from_: From = None, before: Before = None, everything: Everything = False,
) -> None:  # fmt: skip
    """Give captured events another profile, wider or narrower; grants stay as they are."""
    selection = selection_of(event, thing, event_type, action, step, from_, before, everything=everything)
    with opened(current()) as (record, _):
        changed = change_profile(record, hand_of(acting), selection, disclosure_of(text))
    typer.echo(f"{changed} events have the profile {text}; lists and counts follow with the running indexer")


def standing(
    acting: Acting,
    text: Annotated[str | None, typer.Argument(help="The profile; left out, what holds now is listed.")] = None,
    prefix: OfPrefix = WHOLE_FIRM,
    end: Annotated[bool, typer.Option("--end", help="End it.")] = False,
) -> None:
    """Say who may read what is captured from now on without a word about it: for the firm, or under one of its prefixes."""
    with opened(current()) as (record, mirror):
        if end:
            if not end_standing_profile(record, hand_of(acting), prefix):
                raise CommandRefused(f"there is no standing profile of {prefix or 'the firm'}")
        elif text is not None:
            scheme, _, digits = prefix.partition(":")
            key = prefix_key(scheme, digits)
            held = grants_by_key(mirror, [key]).get(key) if prefix else None
            if prefix and (held is None or held.holder != acting):
                raise CommandRefused(
                    f"{prefix!r} is no prefix of organisation {acting}; `suyuan prefix list` shows all"
                )
            wanted = disclosure_of(text)
            verify_groups(record, acting, wanted.groups)
            set_standing_profile(record, hand_of(acting), prefix, disclosure_text(wanted))
        for item in standing_profiles(record, Reader(acting)):
            typer.echo(f"{item.prefix or 'the firm'}: {item.profile}")


def who(
    commitment: Annotated[str, typer.Argument(help="Commitment of one of the organisation's own events (0x…).")],
    acting: Acting,
) -> None:
    """Say who may read an event now, and why."""
    with opened(current()) as (record, _):
        found = ways_to_read(record, commitment_of(commitment), Reader(acting), datetime.now(UTC))
    if found is None:
        raise CommandRefused(f"organisation {acting} has no event {commitment}")
    for item in found:
        typer.echo(way_line(item))


def log(
    acting: Acting, number: Annotated[int, typer.Option("--newest", help="How many entries.", min=1, max=10_000)] = 100
) -> None:
    """Show every change of who may read, newest first; nothing in it is ever changed or deleted."""
    with opened(current()) as (record, _):
        for entry in disclosure_log(record, Reader(acting), number):
            told = json.dumps(entry.content, ensure_ascii=False)
            typer.echo(f"{entry.at:%Y-%m-%d %H:%M:%S}  {entry.by}  {entry.act}  {told}")
