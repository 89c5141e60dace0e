"""`suyuan group …`: named sets of organisations, to whose members the owner shows events."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from capture.disclosure import GROUP_NAME
from cli.errors import CommandRefused
from cli.options import Acting
from cli.rooms import opened, verify_member
from cli.settings import current
from store.database import Mirror
from store.reader import Reader
from store.record import groups
from store.record.disclosure_log import Hand

Name = Annotated[str, typer.Argument(metavar="GROUP", help="Name of a group of the organisation's own.")]
Members = Annotated[list[int], typer.Argument(metavar="ORGANISATION...", help="Numbers of organisations.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        help="Groups of organisations that may read: make, list, add, remove, rename, delete.", no_args_is_help=True
    )
    group.command("make")(make)
    group.command("list")(list_groups)
    group.command("add")(add)
    group.command("remove")(remove)
    group.command("rename")(rename)
    group.command("delete")(delete)
    app.add_typer(group, name="group")


def hand_of(acting: int) -> Hand:
    """Return by whom, for whom and when a command changes who may read."""
    return Hand(acting, "terminal", datetime.now(UTC))


def make(
    name: Name,
    acting: Acting,
    member: Annotated[
        list[int] | None, typer.Option(help="Number of an organisation; may be given several times.")
    ] = None,
) -> None:
    """Make a group: a profile names it (`groups=dealers`), and `suyuan share grant --to-group` reaches it."""
    _verify_name(name)
    with opened(current()) as (record, mirror):
        verify_member(mirror, acting)
        _verify_members(mirror, member or [])
        made = groups.make_group(record, hand_of(acting), name, member or [])
    typer.echo(_line(made))


def list_groups(acting: Acting) -> None:
    """List the groups of the organisation; nobody else sees their names or members."""
    with opened(current()) as (record, _):
        for group in groups.groups_of(record, Reader(acting)):
            typer.echo(_line(group))


def add(name: Name, members: Members, acting: Acting) -> None:
    """Take organisations into a group: they read at once what the group may read."""
    with opened(current()) as (record, mirror):
        _verify_members(mirror, members)
        found = groups.group_of(record, name, Reader(acting))
        for member in members:
            found = groups.add_member(record, hand_of(acting), name, member)
    typer.echo(_line(found))


def remove(name: Name, members: Members, acting: Acting) -> None:
    """Take organisations out of a group: they read at once no more what only the group may read."""
    with opened(current()) as (record, _):
        for member in members:
            if not groups.remove_member(record, hand_of(acting), name, member):
                raise CommandRefused(f"organisation {member} is not in {name}")
        found = groups.group_of(record, name, Reader(acting))
    typer.echo(_line(found))


def rename(name: Name, new_name: Annotated[str, typer.Argument(help="The new name.")], acting: Acting) -> None:
    """Give a group another name; what it was shown stays."""
    _verify_name(new_name)
    with opened(current()) as (record, _):
        typer.echo(_line(groups.rename_group(record, hand_of(acting), name, new_name)))


def delete(name: Name, acting: Acting) -> None:
    """Delete a group: whoever read by it reads no more, also if a new one gets its name."""
    with opened(current()) as (record, _):
        groups.delete_group(record, hand_of(acting), name)
    typer.echo(f"group {name} is deleted")


def _verify_name(name: str) -> None:
    if not GROUP_NAME.fullmatch(name):
        raise CommandRefused(f"{name[:80]!r} is no name of a group: use letters, digits and . _ -, at most 64")


def _verify_members(mirror: Mirror, members: list[int]) -> None:
    for member in members:
        verify_member(mirror, member)


def _line(group: groups.Group) -> str:
    inside = ", ".join(str(member) for member in group.members) or "nobody"
    return f"{group.name}: {inside}"
