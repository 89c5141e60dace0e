"""After a restore nothing is written twice, whatever its kind, and what was written is known by its transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from chain.events import Anchored, Attested, OrganisationAdmitted, PrefixGranted, SchemaRegistered
from chain.keystore import Keystores
from store import open_record
from store.backup import backup_record, restore_record
from store.record.outbox import AUTHORITY, broken_promises, counts, promise
from store.record.payloads import AdmitOrganisation, Attest, GrantPrefix, RegisterSchema
from store.record.progress import Progress
from store.record.restoring import holds_promises
from submission.adopting import leaves_under
from traceability.commitment.tree import tree_root
from traceability.ledger.ids import schema_id

SCHEMA = '{"name":"inspection"}'


@pytest.fixture
def promised(installation: Any, created_events: Any, observed_event: Any, anchored_events: Any) -> list[int]:
    """Promise something of every kind, so that it waits when the backup is made."""
    third = installation.keystores.create()
    admission = AdmitOrganisation('{"name":"Firm 3"}', 1, third.address)
    attestation = Attest(schema_id(SCHEMA.encode()), bytes(31) + b"\x01", bytes(31) + b"\x02", 0)
    numbers = [
        *installation.promise(AUTHORITY, admission, GrantPrefix("gs1", "6955555", 1)),
        *installation.promise(1, *created_events(5), *anchored_events(4), RegisterSchema(SCHEMA), attestation),
    ]
    # The same act a second time: both are wanted.
    numbers += installation.promise(1, replace(attestation, commitment=bytes(31) + b"\x03"))
    return numbers


def restored(installation: Any, tmp_path: Path, backup: Path) -> Any:
    """Return the installation with the record that the backup restores."""
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    restore_record(backup, url, datetime.now(UTC))
    installation.record.close()
    installation.record = open_record(url)
    installation.settings = replace(installation.settings, record_url=url)
    return installation


def told(installation: Any) -> dict[str, int]:
    """Return how often the chain says each thing that may be said once only."""
    events = installation.events()
    kinds = (Anchored, Attested, OrganisationAdmitted, PrefixGranted, SchemaRegistered)
    return {kind.__name__: sum(isinstance(event, kind) for event in events) for kind in kinds}


def test_what_was_sent_after_the_backup_is_not_sent_again(
    installation: Any, promised: list[int], tmp_path: Path
) -> None:
    backup_record(installation.record, tmp_path / "backup")
    installation.worker().run_until_idle()
    before, recorded = told(installation), installation.recorded()

    again = restored(installation, tmp_path, tmp_path / "backup")
    again.worker().run_until_idle()

    assert (before, recorded) == (told(again), again.recorded())
    assert {Progress.FINAL} == {again.row(number).progress for number in promised}
    assert all(again.row(number).transaction_id is not None for number in promised)
    assert () == broken_promises(again.record)
    assert {
        "Anchored": 1,
        "Attested": 2,
        "OrganisationAdmitted": 3,
        "PrefixGranted": 3,
        "SchemaRegistered": 1,
    } == before


def test_what_was_not_sent_is_sent_after_the_restore(installation: Any, promised: list[int], tmp_path: Path) -> None:
    backup_record(installation.record, tmp_path / "backup")

    again = restored(installation, tmp_path, tmp_path / "backup")
    assert counts(again.record)[Progress.HELD] == len(promised)
    again.worker().run_until_idle()

    assert not holds_promises(again.record)
    assert {Progress.FINAL} == {again.row(number).progress for number in promised}
    assert 5 == len(again.recorded())


def test_a_batch_of_which_the_backup_knows_a_part_is_adopted_for_that_part(
    installation: Any, created_events: Any, tmp_path: Path
) -> None:
    first, *others = created_events(4)
    known = installation.promise(1, first)
    backup_record(installation.record, tmp_path / "backup")
    promise(installation.record, 1, others, datetime.now(UTC))
    installation.worker().run_until_idle()

    again = restored(installation, tmp_path, tmp_path / "backup")
    again.worker().run_until_idle()

    assert 4 == len(again.recorded())
    assert Progress.FINAL == again.row(known[0]).progress


def test_blocks_that_vanish_after_the_restore_are_sent_again_unchanged(
    installation: Any, promised: list[int], tmp_path: Path
) -> None:
    backup_record(installation.record, tmp_path / "backup")
    installation.chain.save()
    height = installation.connection.block_number()
    snapshot = installation.connection.request("evm_snapshot", ())
    installation.worker().run_until_idle()
    before, recorded = told(installation), installation.recorded()
    again = restored(installation, tmp_path, tmp_path / "backup")
    again.worker().run_until_idle()

    assert installation.connection.request("evm_revert", (snapshot,)) is True
    assert height == installation.connection.block_number()
    again.worker().run_until_idle()

    assert before == told(again)
    assert sorted(recorded) == sorted(again.recorded())


def test_nothing_is_told_or_sent_while_a_transaction_that_nobody_knows_is_on_its_way(
    installation: Any, promised: list[int], tmp_path: Path
) -> None:
    backup_record(installation.record, tmp_path / "backup")
    installation.connection.request("evm_setAutomine", (False,))
    sender = installation.worker()
    sender.step()
    again = restored(installation, tmp_path, tmp_path / "backup")

    assert not again.worker().step()
    assert holds_promises(again.record)
    again.connection.request("evm_setAutomine", (True,))
    again.connection.request("evm_mine", ())
    again.worker().run_until_idle()

    assert {Progress.FINAL} == {again.row(number).progress for number in promised}
    assert 5 == len(again.recorded()) == len(set(again.recorded()))


def test_a_transaction_of_another_firm_is_nobody_s_here(installation: Any, created_events: Any, tmp_path: Path) -> None:
    numbers = installation.promise(2, RegisterSchema(SCHEMA))
    backup_record(installation.record, tmp_path / "backup")
    installation.worker().run_until_idle()
    again = restored(installation, tmp_path, tmp_path / "backup")
    # The key of firm 2 is not here any more: what it wrote may have been written by another installation of it.
    for path in (again.home / "keystores").glob(f"*{again.signers[2].address.hex()}*"):
        path.rename(tmp_path / path.name)
    again.keystores = Keystores(again.home / "keystores", again.passphrase, work_factor=2)
    again.worker().run_until_idle()

    assert Progress.WAITING == again.row(numbers[0]).progress
    assert 1 == told(again)["SchemaRegistered"]


def test_leaves_are_neighbours_whose_tree_has_the_root() -> None:
    held = [(number, bytes([number]) * 32) for number in range(1, 13)]
    root = tree_root([commitment for _, commitment in held[2:7]])

    assert held[2:7] == leaves_under(root, 5, held)
    assert () == leaves_under(root, 5, [leaf for leaf in held if leaf[0] != 5])
    assert () == leaves_under(root, 13, held)
    assert () == leaves_under(tree_root([]), 0, held)
