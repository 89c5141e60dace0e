"""Whatever is killed, and whenever: what was promised is on the chain exactly once, in the order promised.

the submission process is killed (SIGKILL)
├── before or after storing, sending, marking; at the first batch or at a later one
└── and the chain with it
the chain is killed and comes back with an older state
├── while nothing is on its way
├── between two batches of a running worker
├── and again while it is caught up
└── when a reverted transaction is among what it lost
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from chain.connection import Connection
from chain.deployment import await_receipt
from chain.errors import Retryable
from chain.events import Anchored, BatchRecorded
from chain.refusals import StreamOutOfOrder
from store.record.progress import Progress
from store.record.transactions import Passage, transactions_at
from submission.calls import record_call
from submission.settings import Limits

STEPS = ("before storing", "after storing", "before sending", "after sending", "before marking", "after marking")
ROOT = Path(__file__).resolve().parents[2]


def die_at(home: Path, step: str, times: int) -> int:
    """Run the worker that dies at a step, and return its exit code."""
    script = Path(__file__).with_name("worker_that_dies.py")
    return subprocess.run(
        [sys.executable, str(script), str(home), step, str(times)], cwd=ROOT, check=False, env={"PYTHONPATH": str(ROOT)}
    ).returncode


def verify_all_once(installation, rows, events, anchors=()) -> None:
    """Check that each event is on the chain once, in order, and its row final."""
    assert [event.commitment for event in events] == installation.recorded()
    assert {Progress.FINAL} == {installation.row(row).progress for row in rows}
    batches = [event for event in installation.events() if isinstance(event, BatchRecorded)]
    for organisation in {batch.organisation for batch in batches}:
        numbers = [batch.number for batch in batches if batch.organisation == organisation]
        assert list(range(len(numbers))) == numbers
    roots = [event.root for event in installation.events() if isinstance(event, Anchored)]
    promised = [
        transaction.content.root
        for transaction in transactions_at(installation.record, (Passage.FINAL,))
        if transaction.content.root is not None
    ]
    assert promised == roots
    assert len(anchors) == sum(e.count for e in installation.events() if isinstance(e, Anchored))


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("step", STEPS)
def test_a_worker_killed_at_a_step_leaves_each_event_on_the_chain_exactly_once(
    installation, created_events, anchored_events, step, times
):
    events, anchors = created_events(10), anchored_events(10)
    rows = installation.promise(1, *events, *anchors)

    code = die_at(installation.home, step, times)
    installation.worker().run_until_idle()

    assert code == -9
    verify_all_once(installation, rows, events, anchors)


@pytest.mark.parametrize("step", ["after storing", "after sending", "after marking"])
def test_worker_and_chain_killed_together_leave_each_event_on_the_chain_exactly_once(
    installation, created_events, step
):
    events = created_events(10)
    rows = installation.promise(1, *events)

    die_at(installation.home, step, 2)
    installation.chain.kill()
    installation.chain.start()
    installation.worker().run_until_idle()

    verify_all_once(installation, rows, events)


def test_a_chain_that_lost_its_last_blocks_is_brought_back_to_what_was_promised(
    installation, created_events, anchored_events, with_limits
):
    with_limits(Limits(events=3, leaves=3))
    events, anchors = created_events(10), anchored_events(10)
    rows = installation.promise(1, *events, *anchors)
    installation.worker().run_until_idle()
    before = {item.content.hash for item in transactions_at(installation.record, (Passage.FINAL,))}

    installation.chain.kill()
    installation.chain.start()
    lost = installation.recorded()
    installation.worker().run_until_idle()

    assert lost == []
    verify_all_once(installation, rows, events, anchors)
    assert before == {item.content.hash for item in transactions_at(installation.record, (Passage.FINAL,))}


def test_members_and_prefixes_that_the_chain_forgot_come_back_before_the_events(
    installation, created_events, created_event
):
    events = [*created_events(3), created_event("compressor", prefix="6909999")]
    rows = installation.promise(1, *events[:3]) + installation.promise(2, events[3])
    installation.worker().run_until_idle()

    # The state on the disk is older than the admissions: the fixture saved it after deployment only.
    installation.chain.kill()
    installation.chain.start()
    forgotten = installation.contracts.members.count()
    installation.worker().run_until_idle()

    assert forgotten == 0
    assert installation.contracts.members.count() == 2
    verify_all_once(installation, rows, events)


def test_a_running_worker_notices_that_the_chain_came_back_with_fewer_blocks(installation, created_events):
    events = created_events(12)
    rows = installation.promise(1, *events[:6])
    worker = installation.worker()
    worker.run_until_idle()
    installation.chain.kill()
    rows += installation.promise(1, *events[6:])

    with pytest.raises(Retryable):
        worker.run_until_idle()
    installation.chain.start()
    worker.run_until_idle()

    verify_all_once(installation, rows, events)
    assert worker.route.tally.rewinds == 1


def test_a_chain_that_dies_again_while_it_is_caught_up_loses_nothing(installation, created_events, with_limits):
    with_limits(Limits(events=2))
    events = created_events(10)
    rows = installation.promise(1, *events)
    installation.worker().run_until_idle()
    installation.chain.kill()
    installation.chain.start()
    remaining = 3

    def die_once(step: str) -> None:
        nonlocal remaining
        remaining -= step == "after marking"
        if remaining == 0:
            installation.chain.kill()

    with pytest.raises(Retryable):
        installation.worker(die_once).run_until_idle()
    installation.chain.start()
    installation.worker().run_until_idle()

    verify_all_once(installation, rows, events)


def test_new_events_are_not_written_before_what_the_chain_forgot(installation, created_events):
    events = created_events(8)
    rows = installation.promise(1, *events[:4])
    installation.worker().run_until_idle()
    installation.chain.kill()
    installation.chain.start()
    rows += installation.promise(1, *events[4:])

    installation.worker().run_until_idle()

    verify_all_once(installation, rows, events)


def test_the_nonce_of_a_reverted_transaction_is_used_again_without_writing_its_rows_twice(installation, created_events):
    events = created_events(6)
    rows = installation.promise(1, *events)
    authority = installation.keystores.signer(installation.contracts.directory.authority())
    suspended = False

    def send_directly(connection: Connection, call) -> None:
        nonce = connection.nonce(authority.address)
        signed = authority.sign_transaction(
            to=call.to, data=call.data, nonce=nonce, gas=500_000, gas_price=0, chain_id=31337
        )
        await_receipt(connection, connection.send(signed.raw))

    def suspend_for_a_moment(step: str) -> None:
        nonlocal suspended
        members = installation.contracts.members
        if step == "before sending" and not suspended:
            send_directly(installation.connection, members.suspend(1, "test"))
            suspended = True
        elif step == "after sending" and suspended and members.record(1).standing == 2:
            # The transaction has reverted by now.
            sent = transactions_at(installation.record, (Passage.SIGNED,))[-1]
            await_receipt(installation.connection, sent.content.hash)
            send_directly(installation.connection, members.reinstate(1, "test"))

    worker = installation.worker(suspend_for_a_moment)
    worker.run_until_idle()
    reverted = worker.route.tally.reverted
    installation.chain.kill()
    installation.chain.start()
    installation.worker().run_until_idle()

    assert reverted == 1
    verify_all_once(installation, rows, events)


def test_a_nonce_that_somebody_else_used_is_given_up_and_the_rows_are_written_with_the_next(
    installation, created_events
):
    events = created_events(3)
    rows = installation.promise(1, *events)
    signer = installation.signers[1]

    def race(step: str) -> None:
        if step == "before sending" and installation.connection.nonce(signer.address) == 0:
            foreign = signer.sign_transaction(
                to=signer.address, data=b"", nonce=0, gas=21_000, gas_price=0, chain_id=31337
            )
            await_receipt(installation.connection, installation.connection.send(foreign.raw))

    worker = installation.worker(race)
    worker.run_until_idle()
    while any(installation.row(row).progress is not Progress.FINAL for row in rows):
        worker.step()

    verify_all_once(installation, rows, events)


def test_a_batch_with_a_number_that_the_stream_has_already_is_refused_by_the_contract(installation, created_events):
    events = created_events(2)
    installation.promise(1, *events)
    installation.worker().run_until_idle()

    again = record_call(installation.contracts, events, 0)
    with pytest.raises(StreamOutOfOrder) as caught:
        installation.connection.call(again, installation.signers[1].address)

    assert (caught.value.expected, caught.value.given) == (1, 0)
