"""What the deploy script leaves behind works: one event, one recall, one lien refused, as Brownie sees them."""

from __future__ import annotations

import brownie
import pytest
from brownie import accounts, web3


@pytest.fixture
def network(contracts):
    """Admit a manufacturer (1) and a bank (2), and grant a prefix."""
    contracts["members"].admit(b'{"name":"Qingdao Refrigerators"}', 1, accounts[1], {"from": accounts[0]})
    contracts["members"].admit(b'{"name":"Laoshan Bank"}', 64, accounts[2], {"from": accounts[0]})
    contracts["prefixes"].grant("gs1", "6901234", 1, {"from": accounts[0]})
    return contracts


def _batch(number, kind, flags=0, state=0):
    rest = web3.keccak(text="01/0/56789/21/A1")
    heads = bytes([kind, flags, state, 0, 1])
    return (0, number, [web3.keccak(text="gs1:6901234")], [web3.keccak(text="event")], heads, [rest], b"\0")


def _key():
    return web3.keccak(web3.keccak(text="gs1:6901234") + web3.keccak(text="01/0/56789/21/A1"))


def test_the_directory_knows_every_contract(contracts):
    for name, contract in contracts.items():
        if name != "directory":
            assert (contract.address, 1) == tuple(contracts["directory"].entry(web3.keccak(text=name)))[:2]


def test_a_holder_records_an_event(network):
    transaction = network["ledger"].record(_batch(0, 2), {"from": accounts[1]})

    assert [str(_key().hex())] == [str(key).removeprefix("0x") for key in transaction.events["EventRecorded"]["keys"]]
    assert 1 == int.from_bytes(bytes(network["ledger"].head(_key()))[:4], "big")


def test_a_holder_recalls_a_thing(network):
    network["ledger"].record(_batch(0, 2), {"from": accounts[1]})
    network["ledger"].record(_batch(1, 10, 4, 3), {"from": accounts[1]})

    assert 3 == network["ledger"].state(_key())[0]


def test_a_batch_sent_twice_and_a_strangers_batch_are_refused(network):
    network["ledger"].record(_batch(0, 2), {"from": accounts[1]})

    with brownie.reverts():
        network["ledger"].record(_batch(0, 2), {"from": accounts[1]})
    with brownie.reverts():
        network["ledger"].record(_batch(0, 2), {"from": accounts[5]})
    assert 1 == network["ledger"].streamCount(1, 0)


def test_a_bank_needs_the_pledgors_signature(network):
    consent = (accounts[1], 0, 2**40, bytes(65))

    with brownie.reverts():
        network["liens"].reserve(_key(), 2, web3.keccak(text="loan"), 2**31, consent, {"from": accounts[2]})
