"""On a network whose blocks come later, and may be replaced: batches on their way, finality, resending, forks.

The chain is anvil with mining by hand, pinned as a Clique network of depth 2.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from chain.network import Consensus, save_network
from store.record.outbox import counts
from store.record.progress import Progress
from store.record.transactions import Passage, transactions_at
from submission.errors import BlockVanished
from submission.foreign import writer_of_batch
from submission.settings import Limits


@pytest.fixture
def slow(installation, with_limits):
    """Return the installation on a network of depth 2 whose blocks come when the test says so."""
    with_limits(Limits(events=2, leaves=2, open_batches=3))
    installation.settings = replace(installation.settings, resend=3_600.0)
    installation.network = replace(installation.network, consensus=Consensus.CLIQUE, depth=2)
    save_network(installation.home, installation.network)
    installation.connection.request("evm_setAutomine", (False,))
    return installation


def mine(installation, blocks: int = 1) -> None:
    for _ in range(blocks):
        installation.connection.request("evm_mine")


def progress(installation, rows) -> list[Progress]:
    return [installation.row(row).progress for row in rows]


def test_batches_follow_each_other_without_waiting_for_their_blocks(slow, created_events):
    rows = slow.promise(1, *created_events(6))
    worker = slow.worker()

    worker.run_until_idle()
    on_the_way = transactions_at(slow.record, (Passage.SENT,))
    mine(slow)
    worker.run_until_idle()

    assert [0, 1, 2] == [transaction.content.number for transaction in on_the_way]
    assert {Progress.MINED} == set(progress(slow, rows))
    assert [event.commitment for event in created_events(6)] == slow.recorded()


def test_no_more_batches_are_on_their_way_than_the_limit(slow, created_events):
    slow.promise(1, *created_events(20))

    slow.worker().run_until_idle()

    assert 3 == len(transactions_at(slow.record, (Passage.SENT,)))
    assert 14 == counts(slow.record)[Progress.WAITING]


def test_a_block_is_final_at_the_networks_depth(slow, created_events):
    rows = slow.promise(1, *created_events(2))
    worker = slow.worker()
    worker.run_until_idle()
    mine(slow, 2)
    worker.run_until_idle()
    before = set(progress(slow, rows))

    mine(slow)
    worker.run_until_idle()

    assert ({Progress.MINED}, {Progress.FINAL}) == (before, set(progress(slow, rows)))


def test_a_transaction_that_the_node_forgot_is_sent_again_unchanged(slow, created_events):
    rows = slow.promise(1, *created_events(2))
    worker = slow.worker()
    worker.run_until_idle()
    (sent,) = transactions_at(slow.record, (Passage.SENT,))
    slow.connection.request("anvil_dropTransaction", ("0x" + sent.content.hash.hex(),))

    slow.settings = replace(slow.settings, resend=0.0)
    slow.worker().step()
    mine(slow)
    worker.run_until_idle()

    assert {Progress.MINED} == set(progress(slow, rows))
    (mined,) = [t for t in transactions_at(slow.record, (Passage.MINED,)) if t.id == sent.id]
    assert sent.content == mined.content


def test_a_batch_whose_block_was_replaced_is_sent_again_unchanged(slow, created_events):
    snapshot = slow.connection.request("evm_snapshot")
    rows = slow.promise(1, *created_events(4))
    worker = slow.worker()
    worker.run_until_idle()
    mine(slow)
    worker.run_until_idle()
    before = {t.content.hash for t in transactions_at(slow.record, (Passage.MINED,))}

    slow.connection.request("evm_revert", (snapshot,))
    mine(slow)
    worker.look_back()
    worker.run_until_idle()
    mine(slow)
    worker.run_until_idle()

    assert {Progress.MINED} == set(progress(slow, rows))
    assert before == {t.content.hash for t in transactions_at(slow.record, (Passage.MINED,))}
    assert [event.commitment for event in created_events(4)] == slow.recorded()


def test_a_refusal_is_not_believed_while_something_is_on_its_way(slow, created_event, observed_event):
    (first,) = slow.promise(2, created_event("compressor", prefix="6909999"))
    (second,) = slow.promise(1, observed_event("compressor", prefix="6909999"))
    worker = slow.worker()
    worker.run_until_idle()
    meanwhile = progress(slow, (first, second))

    mine(slow)
    worker.run_until_idle()
    mine(slow)
    worker.run_until_idle()

    assert [Progress.SIGNED, Progress.WAITING] == meanwhile
    assert [Progress.MINED, Progress.MINED] == progress(slow, (first, second))


def test_a_block_that_vanishes_from_a_final_network_is_an_alarm(installation, created_events):
    installation.promise(1, *created_events(2))
    installation.worker().run_until_idle()
    installation.network = replace(installation.network, consensus=Consensus.QBFT)
    installation.chain.kill()
    installation.chain.start()

    with pytest.raises(BlockVanished) as caught:
        installation.worker().step()

    assert caught.value.number > 0


def test_the_writer_of_a_batch_is_found_among_the_logs(installation, created_events, anchored_events):
    installation.promise(1, *created_events(2), *anchored_events(2))
    installation.worker().run_until_idle()
    written = {t.content.stream: t.content.hash for t in transactions_at(installation.record, (Passage.FINAL,))}

    def writer(stream: int, number: int) -> bytes | None:
        return writer_of_batch(installation.connection, installation.contracts, 1, stream, number)

    assert (written[0], written[1]) == (writer(0, 0), writer(1, 0))
    assert writer(0, 1) is None
