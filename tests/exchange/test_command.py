"""`suyuan fetch …` at the reader's own installation, against the owner's node."""

from __future__ import annotations

import pytest
from click.testing import Result
from two_nodes import BANK, MAKER, NOWHERE, Firms
from typer.testing import CliRunner

from cli.errors import CommandRefused
from cli.main import app
from exchange.errors import ServiceUnknown
from traceability.verdict.facts import Status

LET_IN = {"SUYUAN_WEBHOOK_SCHEMES": "http", "SUYUAN_WEBHOOK_NETWORKS": "127.0.0.0/8"}


def _run(firms: Firms, *arguments: str, **environment: str) -> Result:
    home = firms.reader.home
    usual = {"SUYUAN_HOME": str(home), "SUYUAN_PASSPHRASE_FILE": str(home / "passphrase"), **LET_IN}
    return CliRunner().invoke(app, ["fetch", "--as", str(BANK), *arguments], env=usual | environment)


def test_the_events_of_a_thing_are_fetched_by_its_code(firms: Firms) -> None:
    thing, commitment = firms.event()
    firms.grant(commitment)

    said = _run(firms, thing)
    again = _run(firms, thing)

    assert 0 == said.exit_code, said.output
    assert [f"0x{commitment.hex()}", "matched", "organisation", f"{MAKER}:"] == said.output.split()[:4]
    assert said.output == again.output
    assert [Status.MATCHED] == firms.steps(thing)


def test_hidden_events_are_told_and_are_no_failure(firms: Firms) -> None:
    _, commitment = firms.event()

    said = _run(firms, "0x" + commitment.hex())

    assert (0, True) == (said.exit_code, "hidden by owner" in said.output), said.output


def test_what_could_not_be_asked_ends_with_a_code_of_its_own(firms: Firms) -> None:
    _, commitment = firms.event(NOWHERE)

    said = _run(firms, "0x" + commitment.hex())

    assert (3, True) == (said.exit_code, "not checked" in said.output), said.output


def test_an_address_or_a_firm_is_asked_in_the_owners_place(firms: Firms) -> None:
    _, commitment = firms.event(NOWHERE, visibility="public")

    by_address = _run(firms, "0x" + commitment.hex(), "--from", firms.service)
    by_firm = _run(firms, "0x" + commitment.hex(), "--from", str(MAKER))

    assert (0, True) == (by_address.exit_code, "matched" in by_address.output), by_address.output
    assert (0, by_address.output) == (by_firm.exit_code, by_firm.output)


def test_private_addresses_are_asked_where_the_operator_lets_them(firms: Firms) -> None:
    _, commitment = firms.event()

    said = _run(firms, "0x" + commitment.hex(), SUYUAN_WEBHOOK_NETWORKS="")

    assert (3, True) == (said.exit_code, "not sent" in said.output), said.output


def test_nothing_to_ask_for_is_said(firms: Firms) -> None:
    said = _run(firms, "https://id.gs1.org/01/06901234000016/21/NOBODY")

    assert (0, True) == (said.exit_code, "nothing to ask for" in said.output), said.output


@pytest.mark.parametrize(
    ("arguments", "refusal", "words"),
    [
        (("0x12",), CommandRefused, "no commitment"),
        (("0x" + "00" * 32, "--from", "ftp://x"), CommandRefused, "no address of a node"),
        (("0x" + "00" * 32, "--from", str(NOWHERE)), ServiceUnknown, "names no address"),
        (("0x" + "00" * 32, "--as", "99"), CommandRefused, "no organisation 99"),
        (("0x" + "00" * 32, "--as", str(MAKER)), CommandRefused, "no keystore here"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    firms: Firms, arguments: tuple[str, ...], refusal: type[Exception], words: str
) -> None:
    said = _run(firms, *arguments)

    assert isinstance(said.exception, refusal)
    assert words in str(said.exception)
