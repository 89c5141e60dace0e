"""The outbox comes to the chain: batches, refusals, order between organisations."""

from __future__ import annotations

import pytest

from chain.events import Anchored, BatchRecorded
from chain.signer import Signer
from store.record.outbox import AUTHORITY, counts
from store.record.payloads import AdmitOrganisation, GrantPrefix, RotateKey, SuspendOrganisation
from store.record.progress import Progress
from store.record.transactions import anchored_place
from submission import following
from submission.errors import WriterPresent
from submission.settings import Limits
from submission.writer_lock import writer_lock
from traceability.commitment.tree import tree_root


def test_waiting_events_are_written_in_one_batch_in_their_order(installation, created_events):
    rows = installation.promise(1, *created_events(20))

    installation.worker().run_until_idle()

    assert [event.commitment for event in created_events(20)] == installation.recorded()
    assert {Progress.FINAL} == {installation.row(row).progress for row in rows}
    assert [BatchRecorded(1, 0, 0, 20)] == [e for e in installation.events() if isinstance(e, BatchRecorded)]


def test_a_worker_is_not_idle_while_a_block_is_still_to_come(installation, created_events, monkeypatch):
    monkeypatch.setattr(following, "AT_ONCE", 0.0)
    rows = installation.promise(1, *created_events(3))
    sendings = 0

    def mine_late(step: str) -> None:
        nonlocal sendings
        sendings += step == "after sending"
        if sendings == 5:
            installation.connection.request("evm_setAutomine", (True,))
            installation.connection.request("evm_mine")

    installation.connection.request("evm_setAutomine", (False,))
    installation.worker(mine_late).run_until_idle()

    assert {Progress.FINAL} == {installation.row(row).progress for row in rows}
    assert 3 == len(installation.recorded())


def test_more_events_than_a_batch_holds_are_written_in_several(installation, created_events, with_limits):
    with_limits(Limits(events=8))
    installation.promise(1, *created_events(20))

    installation.worker().run_until_idle()

    batches = [(e.number, e.events) for e in installation.events() if isinstance(e, BatchRecorded)]
    assert batches == [(0, 8), (1, 8), (2, 4)]


def test_a_second_worker_continues_the_stream_where_the_first_left_off(installation, created_events):
    installation.promise(1, *created_events(3))
    installation.worker().run_until_idle()
    installation.promise(1, *created_events(6)[3:])

    installation.worker().run_until_idle()

    assert [event.commitment for event in created_events(6)] == installation.recorded()
    assert installation.contracts.ledger.stream_count(1, 0) == 2


def test_exactly_the_guilty_event_fails_with_the_errors_own_name(installation, created_events, foreign_event):
    events = created_events(30)
    events[17] = foreign_event
    rows = installation.promise(1, *events)

    installation.worker().run_until_idle()

    refused = installation.row(rows[17])
    assert refused.progress == Progress.FAILED
    assert refused.failure.name == "IdentifierNotOwned"
    assert f"organisation={1}" in refused.failure.detail
    others = [event.commitment for place, event in enumerate(events) if place != 17]
    assert others == installation.recorded()


def test_each_of_several_guilty_events_fails_and_the_rest_go_on(installation, created_events, created_event):
    events = created_events(12)
    for place in (0, 5, 6, 11):
        events[place] = created_event(f"not mine {place}", prefix="6909999")
    rows = installation.promise(1, *events)

    installation.worker().run_until_idle()

    failed = [place for place, row in enumerate(rows) if installation.row(row).progress is Progress.FAILED]
    assert failed == [0, 5, 6, 11]
    assert len(installation.recorded()) == 8


def test_an_event_waits_for_what_another_organisation_promised_before_it(installation, created_event, observed_event):
    (earlier,) = installation.promise(2, created_event("compressor", prefix="6909999"))
    first, second = installation.promise(
        1, observed_event("compressor", prefix="6909999"), created_event("refrigerator")
    )

    installation.worker().run_until_idle()

    assert {Progress.FINAL} == {installation.row(row).progress for row in (earlier, first, second)}


def test_an_event_that_rests_on_a_later_promise_of_another_organisation_is_refused(
    installation, created_event, observed_event
):
    (early,) = installation.promise(1, observed_event("compressor", prefix="6909999"))
    (late,) = installation.promise(2, created_event("compressor", prefix="6909999"))

    installation.worker().run_until_idle()

    assert installation.row(early).failure.name == "ThingNotCreated"
    assert installation.row(late).progress == Progress.FINAL


def test_a_suspended_organisation_writes_nothing_and_is_told_why(installation, created_events):
    installation.promise(AUTHORITY, SuspendOrganisation(1, "audit"))
    installation.worker().run_until_idle()
    rows = installation.promise(1, *created_events(3))

    installation.worker().run_until_idle()

    assert {"OrganisationSuspended"} == {installation.row(row).failure.name for row in rows}
    assert installation.recorded() == []


def test_after_a_rotation_the_new_key_signs(installation, created_events):
    old = installation.signers[1]
    new = installation.keystores.create()
    installation.promise(1, *created_events(2))
    installation.promise(1, RotateKey(new.address))
    installation.worker().run_until_idle()
    installation.promise(1, *created_events(4)[2:])

    installation.worker().run_until_idle()

    assert len(installation.recorded()) == 4
    assert installation.connection.nonce(old.address) == 2
    assert installation.connection.nonce(new.address) == 1


def test_rows_without_a_keystore_wait_and_the_status_says_so(installation, created_event):
    stranger = Signer.generate()
    installation.promise(AUTHORITY, AdmitOrganisation("{}", 1, stranger.address), GrantPrefix("gs1", "6905555", 3))
    (row,) = installation.promise(3, created_event("x", prefix="6905555"))
    worker = installation.worker()

    worker.run_until_idle()

    assert installation.row(row).progress == Progress.WAITING
    assert worker.route.tally.stuck == {"organisation 3, stream 0": "No keystore here holds a key of organisation 3."}


def test_a_refused_operation_fails_with_its_name_and_the_next_goes_on(installation):
    first, second = installation.promise(AUTHORITY, GrantPrefix("gs1", "690123", 2), GrantPrefix("gs1", "6907777", 2))

    installation.worker().run_until_idle()

    assert installation.row(first).failure.name == "PrefixOverlapsBelow"
    assert installation.row(second).progress == Progress.FINAL


def test_anchored_events_share_one_root_that_their_places_prove(installation, anchored_events):
    events = anchored_events(7)
    installation.promise(1, *events)

    installation.worker().run_until_idle()

    leaves = [event.commitment for event in events]
    assert tree_root(leaves) == installation.contracts.ledger.anchor_root(1, 1, 0)
    assert [Anchored(1, 1, 0, tree_root(leaves), 7, 2, 1)] == [
        e for e in installation.events() if isinstance(e, Anchored)
    ]
    place = anchored_place(installation.record, leaves[3])
    assert (1, 1, 0, 3, tuple(leaves)) == (place.organisation, place.stream, place.number, place.index, place.leaves)


def test_an_anchored_event_of_a_kind_that_needs_a_head_fails_alone(installation, anchored_events, anchored_state):
    events = [*anchored_events(4), anchored_state]
    rows = installation.promise(1, *events)

    installation.worker().run_until_idle()

    assert installation.row(rows[4]).failure.name == "KindsInvalid"
    assert {Progress.FINAL} == {installation.row(row).progress for row in rows[:4]}


def test_an_event_with_more_things_than_a_batch_holds_is_written_alone(
    installation, wide_event, created_event, with_limits
):
    with_limits(Limits(lines=50))
    installation.promise(1, created_event("a"), wide_event(80), created_event("b"))

    installation.worker().run_until_idle()

    assert [e.events for e in installation.events() if isinstance(e, BatchRecorded)] == [1, 1, 1]


def test_an_event_too_large_for_any_batch_fails_and_the_rest_go_on(
    installation, wide_event, created_event, with_limits
):
    with_limits(Limits(things=50))
    rows = installation.promise(1, created_event("a"), wide_event(51), created_event("b"))

    installation.worker().run_until_idle()

    assert "EventTooLarge" == installation.row(rows[1]).failure.name
    assert 2 == len(installation.recorded())


def test_two_submission_processes_never_serve_one_installation(installation):
    with writer_lock(installation.home), pytest.raises(WriterPresent) as caught, writer_lock(installation.home):
        pass

    assert installation.home / "submission.lock" == caught.value.path


def test_counts_tell_what_waits_and_what_is_done(installation, created_events):
    installation.promise(1, *created_events(5))
    before = counts(installation.record)[Progress.WAITING]

    installation.worker().run_until_idle()

    assert (before, counts(installation.record)[Progress.WAITING]) == (5, 0)
    assert counts(installation.record)[Progress.FINAL] == 9
