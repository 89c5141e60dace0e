"""What several commands take: the organisation that acts, what may refuse in many places at once, and files of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Protocol

import typer

from cli.errors import CommandRefused

Acting = Annotated[int, typer.Option("--as", min=1, max=2**32 - 1, help="Number of the organisation that acts.")]
Reason = Annotated[str, typer.Option(help="Stands on the chain for all members to read.")]


class Problem(Protocol):
    """What is wrong at one place of what was given, and what cures it."""

    @property
    def pointer(self) -> str:
        """Where."""

    @property
    def reason(self) -> str:
        """What is wrong."""

    @property
    def cure(self) -> str:
        """What to do."""


@contextmanager
def refusals_told(what: str) -> Iterator[None]:
    """Tell every problem of what was refused on a line of its own, then refuse the command.

    Raises:
        CommandRefused: the events, document or description were refused.
    """
    from capture.errors import EventsRefused  # noqa: PLC0415 - only commands that capture have imported this room.
    from traceability.epcis import DocumentInvalid  # noqa: PLC0415 - as above.

    try:
        yield
    except (EventsRefused, DocumentInvalid) as refusal:
        for problem in refusal.problems:
            tell(problem)
        raise CommandRefused(f"{what} was refused; nothing was stored") from refusal


def tell(problem: Problem) -> None:
    """Tell a problem in one line."""
    typer.echo(f"  {problem_line(problem.pointer, problem.reason, problem.cure)}", err=True)


def problem_line(pointer: str, reason: str, cure: str) -> str:
    """Return a problem in one line: place, reason, cure, each said once."""
    said, remedy = reason.removeprefix(pointer).strip(" .:"), cure.strip(" .")
    if remedy and remedy.lower() not in said.lower():
        said = f"{said}: {remedy}" if said else remedy
    return f"{pointer or 'the document'}: {said}"


def json_file(path: Path) -> Mapping[str, Any]:
    """Return the object in a JSON file.

    Raises:
        CommandRefused: it is no JSON object.
    """
    try:
        content = json.loads(path.read_bytes())
    except UnicodeDecodeError as error:
        raise CommandRefused(f"{path} is not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise CommandRefused(f"{path} is no JSON: line {error.lineno}, column {error.colno}: {error.msg}") from error
    if not isinstance(content, dict):
        raise CommandRefused(f"{path} holds no JSON object: write {{…}}")
    return content


def address_of(text: str) -> bytes:
    """Return the twenty bytes of an address.

    Raises:
        CommandRefused: it is none.
    """
    try:
        address = bytes.fromhex(text.removeprefix("0x"))
    except ValueError:
        address = b""
    if len(address) != 20:
        raise CommandRefused(f"{text[:80]!r} is no address: write 0x and 40 hexadecimal digits")
    return address
