"""Whoever changes a row in SQL is found out: bundle and page say refused or withheld, and the audit names the row.

in the record    the body of an event · its secret · its kind, flags or state · the whole row · a description · an attestation's statement
in the mirror    a line · an event · the state of a recalled lot · the profile of a firm · the grant of a prefix · an edge
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from founding import NUMBER, PREFIX
from proving import bundle_of, said, steps_said, verdict_of, verdict_on
from tale import Tale, recalled, told
from town import Town

from indexer.main import audit_installation
from traceability.identifiers import parse
from traceability.ledger.keys import prefix_key, rest_hash, thing_key

UNTRUE = {"refused", "withheld_by_server"}


@pytest.fixture(scope="module")
def tale(town: Town) -> Tale:
    return told(town, "tampering")


@pytest.fixture(scope="module")
def recalled_tale(town: Town) -> Tale:
    tale = told(town, "tampered-recall")
    recalled(town, "supplier", tale.compressor_lot)
    return tale


@contextmanager
def changed(town: Town, database: str, table: str, where: dict[str, Any], change: dict[str, Any]) -> Iterator[None]:
    """Change columns of some rows, and put them back in the end."""
    condition = " AND ".join(f'"{name}" = ?' for name in where)
    columns = ", ".join(f'"{name}"' for name in change)
    before = town.query(database, f"SELECT rowid, {columns} FROM {table} WHERE {condition}", *where.values())
    assert before, f"no such row of {table}"
    settings = ", ".join(f'"{name}" = ?' for name in change)
    town.change(database, f"UPDATE {table} SET {settings} WHERE {condition}", *change.values(), *where.values())
    next_block(town)
    try:
        yield
    finally:
        for rowid, *values in before:
            town.change(database, f"UPDATE {table} SET {settings} WHERE rowid = ?", *values, rowid)
        next_block(town)


@contextmanager
def deleted(town: Town, database: str, table: str, condition: str, *values: object) -> Iterator[None]:
    """Delete rows, and put them back in the end."""
    before = town.query(database, f"SELECT * FROM {table} WHERE {condition}", *values)
    assert before, f"no such row of {table}"
    town.change(database, f"DELETE FROM {table} WHERE {condition}", *values)
    next_block(town)
    try:
        yield
    finally:
        for row in before:
            town.change(database, f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", *row)
        next_block(town)


def next_block(town: Town) -> None:
    """Let the chain make a block: a bundle of an earlier one, which may be handed out again for some seconds, is of no use then."""
    town.connection.request("evm_mine")
    town.quiet()


def audited(town: Town) -> list[str]:
    """Return what the audit names, table and row."""
    found = audit_installation(town.environment)
    return [f"{each.table} {each.row}" for each in found]


def page_statuses(town: Town, thing: str) -> set[str]:
    """Return the statuses that the page of a thing shows with JavaScript off."""
    page = town.ask("GET", thing.removeprefix("https://id.gs1.org"), Accept="text/html")
    assert page.status == 200
    return set(re.findall(r'data-status="(\w+)"', page.body.decode()))


def hexadecimal(commitment: bytes) -> str:
    return "0x" + commitment.hex()


def body_of(town: Town, commitment: bytes) -> str:
    return str(town.query("record", "SELECT body FROM events WHERE commitment = ?", commitment)[0][0])


def test_untouched_the_tale_holds_and_the_audit_names_nothing(town: Town, tale: Tale) -> None:
    town.quiet()

    verdict = verdict_of(town, tale.refrigerator)

    assert ("matched", "complete_headed") == said(verdict, "story")
    assert ("matched", "not_recalled") == said(verdict, "recall")
    assert not UNTRUE & page_statuses(town, tale.refrigerator)
    assert [] == audited(town)


# Where a field stands in the body, and what a thief would rather read there.
FIELDS = [
    ("packed", '"bizStep":"packing"', '"bizStep":"storing"'),
    ("packed", '"action":"ADD"', '"action":"DELETE"'),
    ("created", '"eventTime":"2026-05-03', '"eventTime":"2025-05-03'),
    ("created", "M-tampering", "N-tampering"),
    ("assembled", "C-tampering", "C-another"),
]


@pytest.mark.parametrize(
    ("event", "old", "new"), FIELDS, ids=lambda value: value if value.isalpha() else value.strip('"')[:24]
)
def test_a_changed_field_of_a_stored_event_is_refused_and_named(
    town: Town, tale: Tale, event: str, old: str, new: str
) -> None:
    commitment = tale.commitments[event]
    body = body_of(town, commitment)
    assert old in body
    with changed(town, "record", "events", {"commitment": commitment}, {"body": body.replace(old, new)}):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)
        shown = page_statuses(town, tale.refrigerator)

    assert ("refused", "lines_refused") == said(verdict, "story")
    assert ("refused", "opening_disagrees") in steps_said(verdict)
    assert "refused" in shown
    assert f"record.events {hexadecimal(commitment)}" in named


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("secret", b"\x07" * 32),
        ("kind", 1),
        ("flags", 2),
        ("state", 3),
        ("event_hash", "ni:///sha-256;00?ver=CBV2.0"),
        ("organisation", 2),
    ],
)
def test_a_changed_secret_or_column_is_never_matched_and_is_named(
    town: Town, tale: Tale, column: str, value: object
) -> None:
    commitment = tale.commitments["created"]
    with changed(town, "record", "events", {"commitment": commitment}, {column: value}):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)

    assert said(verdict, "story")[0] in UNTRUE
    assert verdict.steps[0].status.value in UNTRUE
    assert "not_recalled" not in said(verdict, "recall")
    assert f"record.events {hexadecimal(commitment)}" in named


def test_a_deleted_event_of_the_record_is_withheld_and_its_loss_is_named(town: Town, tale: Tale) -> None:
    commitment = tale.commitments["packed"]
    with deleted(town, "record", "events", "commitment = ?", commitment):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)

    assert ("withheld_by_server", "lines_withheld") == said(verdict, "story")
    assert ("withheld_by_server", "not_opened") in steps_said(verdict)
    assert ("not_checked", "own_state_only") == said(verdict, "recall")
    assert any(row.startswith("mirror.events ") for row in named)


def test_a_changed_description_is_refused_and_named(town: Town, tale: Tale) -> None:
    commitment = tale.commitments["description"]
    body = body_of(town, commitment)
    with changed(
        town, "record", "events", {"commitment": commitment}, {"body": body.replace("400-000-0520", "400-000-6666")}
    ):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)

    assert ("refused", "description_refused") == said(verdict, "product")
    assert verdict.product is None
    assert f"record.events {hexadecimal(commitment)}" in named


def test_a_changed_statement_of_an_attestation_is_refused_and_named(town: Town, tale: Tale) -> None:
    key = bytes.fromhex(tale.attestation[2:])
    body = str(town.query("record", "SELECT body FROM statements WHERE attestation_id = ?", key)[0][0])
    with changed(
        town, "record", "statements", {"attestation_id": key}, {"body": body.replace('"grade":1', '"grade":5')}
    ):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)

    [shown] = verdict.attestations
    assert ("refused", "opening_disagrees") == (shown.status.value, shown.reason)
    assert f"record.statements {tale.attestation}" in named


# --- the mirror


def test_a_deleted_line_of_the_mirror_is_refused_and_named(town: Town, tale: Tale) -> None:
    position = town.query(
        "mirror", "SELECT position FROM recorded WHERE commitment = ?", tale.commitments["correction"]
    )[0][0]
    with deleted(town, "mirror", "lines", "position = ?", position):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)
        shown = page_statuses(town, tale.refrigerator)

    assert ("refused", "lines_disagree") == said(verdict, "story")
    assert {("refused", "lines_disagree")} == set(steps_said(verdict))
    assert "refused" in shown
    assert any(row.startswith("mirror.lines ") and str(position) in row for row in named)


def test_a_line_that_was_put_into_the_mirror_is_refused_and_named(town: Town, tale: Tale) -> None:
    thing, position = town.query(
        "mirror", "SELECT thing, l.position FROM lines l JOIN recorded r ON r.position = l.position WHERE r.commitment = ?",
        tale.commitments["compressor created"],
    )[0]  # fmt: skip
    other = town.query("mirror", "SELECT position FROM recorded WHERE commitment = ?", tale.commitments["created"])[0][
        0
    ]
    town.change("mirror", "INSERT INTO lines (thing, position, ordinal) VALUES (?, ?, 9)", thing, other)
    next_block(town)
    try:
        verdict, named = verdict_of(town, tale.compressor), audited(town)
    finally:
        town.change("mirror", "DELETE FROM lines WHERE ordinal = 9")

    assert position != other
    assert ("refused", "lines_disagree") == said(verdict, "story")
    assert any(row.startswith("mirror.lines ") for row in named)


def test_a_deleted_event_of_the_mirror_is_named_and_the_proof_does_not_need_it(town: Town, tale: Tale) -> None:
    commitment = tale.commitments["packed"]
    position = town.query("mirror", "SELECT position FROM events WHERE commitment = ?", commitment)[0][0]
    with deleted(town, "mirror", "events", "position = ?", position):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)

    assert ("matched", "complete_headed") == said(verdict, "story")
    assert f"mirror.events {position}" in named


def test_a_changed_meta_of_the_mirror_is_refused_and_named(town: Town, tale: Tale) -> None:
    commitment = tale.commitments["created"]
    position, meta = town.query("mirror", "SELECT position, meta FROM recorded WHERE commitment = ?", commitment)[0]
    forged = meta[:4] + NUMBER["rival"].to_bytes(4, "big") + meta[8:]
    with changed(town, "mirror", "recorded", {"position": position}, {"meta": forged}):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)

    assert ("refused", "lines_disagree") == said(verdict, "story")
    assert f"mirror.recorded {position}" in named


def test_a_recall_that_is_deleted_from_the_mirror_is_still_a_recall(town: Town, recalled_tale: Tale) -> None:
    lot = parse(recalled_tale.compressor_lot)
    key = thing_key(prefix_key("gs1", PREFIX["supplier"]), rest_hash(lot.halves(len(PREFIX["supplier"]))[1]))
    [(position,)] = town.query("mirror", "SELECT position FROM states WHERE key = ?", key)
    with deleted(town, "mirror", "states", "key = ? AND position = ?", key, position):
        own, whole = verdict_of(town, recalled_tale.compressor_lot), verdict_of(town, recalled_tale.refrigerator)
        named = audited(town)

    assert ("matched", "recalled") == said(own, "state")
    assert ("matched", "recalled") == said(whole, "recall")
    assert f"mirror.states 0x{key.hex()} {position}" in named


def test_a_changed_profile_is_refused_and_named(town: Town, tale: Tale) -> None:
    with changed(
        town, "mirror", "organisations", {"organisation": NUMBER["maker"]}, {"profile": '{"name":"somebody else"}'}
    ):
        verdict, named = verdict_of(town, tale.refrigerator), audited(town)

    shown = next(each for each in verdict.organisations if each.number == NUMBER["maker"])
    assert ("refused", "profile_disagrees", None) == (shown.status.value, shown.reason, shown.profile)
    assert any(row.startswith(f"mirror.organisations {NUMBER['maker']} ") for row in named)


def test_a_prefix_granted_to_another_in_the_mirror_changes_no_holder(town: Town, tale: Tale) -> None:
    key = prefix_key("gs1", PREFIX["maker"])
    with changed(town, "mirror", "grants", {"prefix_key": key}, {"holder": NUMBER["rival"]}):
        holder, named = verdict_of(town, tale.refrigerator).fact("holder"), audited(town)

    assert NUMBER["maker"] == holder.args["organisation"]
    assert any(row.startswith(f"mirror.grants 0x{key.hex()}") for row in named)


@pytest.mark.parametrize("table", ["edges_up", "edges_down", "event_names", "custody"])
def test_a_deleted_row_of_what_queries_read_is_named(town: Town, tale: Tale, table: str) -> None:
    position = town.query("mirror", "SELECT position FROM events WHERE commitment = ?", tale.commitments["packed"])[0][
        0
    ]
    with deleted(town, "mirror", table, "position = ?", position):
        named = audited(town)

    assert any(row.startswith(f"mirror.{table} ") for row in named)


def test_a_stored_bundle_that_was_changed_is_refused(town: Town, tale: Tale) -> None:
    bundle = bundle_of(town, tale.refrigerator)
    bundle["things"][0]["lines"][0][0] = "0x" + "00" * 32

    verdict = verdict_on(town, bundle, tale.refrigerator)

    assert ("refused", "lines_disagree") == said(verdict, "story")


def test_the_command_names_the_row_and_fails(town: Town, tale: Tale) -> None:
    commitment = tale.commitments["packed"]
    body = body_of(town, commitment).replace("packing", "storing")
    with changed(town, "record", "events", {"commitment": commitment}, {"body": body}):
        audit = town.command("audit")

    assert 1 == audit.returncode
    assert f"record.events {hexadecimal(commitment)}: body, secret or hash do not give the commitment\n" in audit.stdout
    assert "storing" not in audit.stdout + audit.stderr
