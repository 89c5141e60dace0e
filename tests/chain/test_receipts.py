"""Logs out of receipts are those that the node finds by itself, and the receipts give the root in the header."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from chain.errors import AnswerDisproved, AnswerNotReady, RangeTooLarge
from chain.headers import headers_of
from chain.logs import logs_between
from chain.receipts import may_hold, proven_logs
from chain.signer import Signer


def test_the_logs_of_receipts_are_the_logs_of_the_node(chain: Any) -> None:
    head = chain.connection.block_number()
    addresses = set(chain.contracts.addresses())

    proven = proven_logs(chain.connection, headers_of(chain.connection, 0, head), addresses).logs

    assert len(proven) > 3
    assert logs_between(chain.connection, 0, head, sorted(addresses)).logs == proven


def test_a_block_of_many_transactions_gives_the_root_of_its_header(chain: Any) -> None:
    connection, authority = chain.connection, chain.authority
    first = connection.nonce(authority.address)
    connection.request("evm_setAutomine", (False,))
    for nonce in range(first, first + 140):
        signed = authority.sign_transaction(
            to=authority.address, data=b"", nonce=nonce, gas=21_000, gas_price=0, chain_id=connection.network.chain_id
        )
        connection.send(signed.raw)
    admit = chain.contracts.members.admit(b"{}", 1, Signer.generate().address)
    signed = authority.sign_transaction(
        to=admit.to, data=admit.data, nonce=first + 140, gas=500_000, gas_price=0, chain_id=connection.network.chain_id
    )
    connection.send(signed.raw)
    connection.request("anvil_mine", ("0x1",))
    connection.request("evm_setAutomine", (True,))
    head = connection.block_number()
    headers = headers_of(connection, head, head)

    logs = proven_logs(connection, headers, {admit.to}).logs

    assert {140} == {log.transaction_index for log in logs}
    assert logs == logs_between(connection, head, head, [admit.to]).logs


def test_a_block_whose_bloom_has_no_address_of_ours_is_not_asked_for(chain: Any) -> None:
    chain.connection.request("anvil_mine", ("0x5",))
    head = chain.connection.block_number()
    headers = headers_of(chain.connection, head - 4, head)
    asked = chain.connection.requests

    found = proven_logs(chain.connection, headers, set(chain.contracts.addresses()))

    assert ([], 0, asked) == (found.logs, found.size, chain.connection.requests)


def test_receipts_of_another_block_are_refused(chain: Any) -> None:
    [*_, header] = [
        each
        for each in headers_of(chain.connection, 0, chain.connection.block_number())
        if may_hold(each.logs_bloom, chain.contracts.members.address)
    ]

    with pytest.raises(AnswerDisproved, match="the root of the receipts must be 0x0101"):
        proven_logs(chain.connection, [replace(header, receipts_root=b"\x01" * 32)], {chain.contracts.members.address})


def test_the_receipts_of_a_block_that_is_not_there_are_waited_for(chain: Any) -> None:
    [header] = headers_of(chain.connection, 1, 1)
    gone = replace(header, hash=b"\x01" * 32, logs_bloom=b"\xff" * 256)

    with pytest.raises(AnswerNotReady):
        proven_logs(chain.connection, [gone], set(chain.contracts.addresses()))


def test_more_than_enough_at_once_is_asked_for_in_smaller_ranges(chain: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chain.receipts.ENOUGH", 100)
    headers = headers_of(chain.connection, 0, chain.connection.block_number())

    with pytest.raises(RangeTooLarge):
        proven_logs(chain.connection, headers, set(chain.contracts.addresses()))
