"""`suyuan recall` and `suyuan state`: the holder of a thing says what state it is in, for everyone to read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from capture.disclosure import EVERYONE
from capture.documents import Request
from capture.states import STATES, change_state, state_named
from cli.options import Acting, refusals_told
from cli.rooms import await_mirror, opened, settled, verify_final
from cli.settings import current
from store.record.outbox import promises_for
from traceability.identifiers import parse

Thing = Annotated[str, typer.Argument(help="Lot, class, item or package, in any writing.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("recall")(recall)
    app.command("state")(state)


def recall(
    thing: Thing,
    acting: Acting,
    reason: Annotated[str, typer.Option(help="Why, in Chinese.")],
    reason_en: Annotated[str, typer.Option(help="The same in English.")] = "",
    advice: Annotated[str, typer.Option(help="What whoever has one is to do, in Chinese.")] = "",
    advice_en: Annotated[str, typer.Option(help="The same in English.")] = "",
) -> None:
    """Recall a lot in one step."""
    _change(thing, "recalled", acting, _languages(reason, reason_en), _languages(advice, advice_en))


def state(
    thing: Thing,
    to: Annotated[str, typer.Argument(help=f"{', '.join(STATES)}.")],
    acting: Acting,
    reason: Annotated[str, typer.Option(help="Why, in Chinese.")] = "",
    reason_en: Annotated[str, typer.Option(help="The same in English.")] = "",
) -> None:
    """Set the state of a thing; `active` lifts a recall."""
    _change(thing, to, acting, _languages(reason, reason_en), {})


def _change(thing: str, to: str, acting: int, reason: dict[str, str], advice: dict[str, str]) -> None:
    request = Request(organisation=acting, now=datetime.now(UTC), disclosure=EVERYONE)
    identifier, wanted = parse(thing), state_named(to)
    with opened(current()) as (record, mirror):
        with refusals_told(f"the state of {identifier.display()}"):
            job = change_state(record, mirror, [identifier], wanted, request, reason=reason, advice=advice or reason)
        found = promises_for(record, [result.commitment for result in job.results if result.commitment])
        verify_final(settled(record, [item.id for item in found.values()]))
        await_mirror(mirror)
    typer.echo(f"{identifier.display()} is {to}")


def _languages(chinese: str, english: str) -> dict[str, str]:
    return {language: text for language, text in (("zh", chinese), ("en", english)) if text}
