"""A node connects anew to the others when no block has come for long although they are there."""

from __future__ import annotations

from network.engines.standstill import Standstill


def test_a_chain_that_grows_is_left_alone():
    standstill = Standstill(30)

    assert [] == [second for second in range(200) if standstill.noticed(second // 20, second, connected=True)]


def test_a_chain_that_stands_is_noticed_once_in_each_patience():
    standstill = Standstill(30)

    assert [30, 60, 90] == [second for second in range(100) if standstill.noticed(1, second, connected=True)]


def test_nothing_is_noticed_while_the_others_are_away_and_the_count_begins_when_they_come():
    standstill = Standstill(30)

    assert [79] == [second for second in range(100) if standstill.noticed(1, second, connected=second >= 50)]


def test_it_is_counted_how_often_the_same_block_was_the_newest():
    standstill = Standstill(30)

    counted = [standstill.times for second in range(100) if standstill.noticed(1, second, connected=True)]
    standstill.noticed(2, 101, connected=True)

    assert ([1, 2, 3], 0) == (counted, standstill.times)


def test_the_highest_block_is_remembered_when_the_chain_goes_back():
    standstill = Standstill(30)

    for second, block in enumerate([5, 6, 4, 5]):
        standstill.noticed(block, second, connected=True)

    assert (5, 6) == (standstill.block, standstill.highest)
