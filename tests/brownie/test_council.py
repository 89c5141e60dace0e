"""The council as Brownie sees it: the deployer's key may nothing any more, two of three organisations decide."""

from __future__ import annotations

import brownie
import pytest
from brownie import accounts, chain, web3

DELAY = 60


@pytest.fixture
def council(contracts, hand_over):
    """Admit three organisations and hand the authority over to them: two must approve, for a minute."""
    for number in (1, 2, 3):
        contracts["members"].admit(b'{"name":"Firm %d"}' % number, 1, accounts[number], {"from": accounts[0]})
    return hand_over(contracts, accounts[0], [1, 2, 3], 2, DELAY)


def _content(contracts):
    suspension = contracts["members"].suspend.encode_input(3, "audit")
    return [contracts["members"].address], [suspension], "as agreed"


def _hash(content):
    types = ["address[]", "bytes[]", "string"]
    targets, calls, reason = content
    return web3.keccak(web3.codec.encode(types, [targets, [bytes.fromhex(call[2:]) for call in calls], reason]))


def test_the_deployers_key_may_nothing_any_more(contracts, council):
    former = {"from": accounts[0]}

    for call in (
        lambda: contracts["members"].admit(b"{}", 1, accounts[8], former),
        lambda: contracts["members"].suspend(1, "no", former),
        lambda: contracts["members"].addKey(1, accounts[8], 0, 0, former),
        lambda: contracts["prefixes"].registerScheme("plates", b"\0", 1, 9, former),
        lambda: contracts["prefixes"].grant("gs1", "6901234", 1, former),
        lambda: contracts["prefixes"].grantNode("idis", "88.118", 1, former),
        lambda: contracts["directory"].set(web3.keccak(text="ledger"), contracts["liens"], 2, former),
        lambda: contracts["directory"].setAuthority(accounts[0], former),
        lambda: contracts["directory"].acceptAuthority(former),
    ):
        with brownie.reverts():
            call()
    assert council.address == contracts["directory"].authority()


def test_two_of_three_decide_after_the_delay_and_once(contracts, council):
    content = _content(contracts)
    council.propose(*content, {"from": accounts[1]})
    council.approve(1, _hash(content), {"from": accounts[2]})

    with brownie.reverts():
        council.execute(1, *content, {"from": accounts[1]})
    chain.sleep(DELAY)
    chain.mine()
    transaction = council.execute(1, *content, {"from": accounts[9]})

    assert [2] == [event["standing"] for event in transaction.events["StandingChanged"]]
    with brownie.reverts():
        council.execute(1, *content, {"from": accounts[1]})


def test_one_of_three_decides_nothing(contracts, council):
    content = _content(contracts)
    council.propose(*content, {"from": accounts[1]})
    chain.sleep(DELAY)
    chain.mine()

    with brownie.reverts():
        council.execute(1, *content, {"from": accounts[1]})
    with brownie.reverts():
        council.setCouncil([1], 1, 0, 3600, {"from": accounts[1]})
