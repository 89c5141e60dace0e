"""Deployment: all contracts, their entries in the directory, and the numbering schemes, by the network's authority."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from chain.connection import Call, Connection, Receipt
from chain.contract_interface import interface_of
from chain.errors import AnswerNotReady, ContractRefusal, ContractUnknown, UnknownRefusal
from chain.gateways import contracts_of
from chain.gateways.council import CouncilGateway, CouncilRules
from chain.gateways.directory import DirectoryGateway
from chain.gateways.prefixes import PrefixesGateway
from chain.headers import header_at
from chain.network import Consensus, Network
from chain.refusals import AuthorityRequired
from chain.signer import Signer
from traceability.identifiers import prefix_rules

CONTRACTS = (
    ("members", "Members", ("directory",)),
    ("prefixes", "Prefixes", ("directory", "members")),
    ("ledger", "Ledger", ("members", "prefixes")),
    ("attestations", "Attestations", ("members",)),
    ("liens", "Liens", ("members",)),
)
"""Name in the directory, name in Solidity, and the contracts it is built on; in order of deployment."""

FIRST_VERSION = 1
"""The version under which the directory enters new contracts."""

RECEIPT_TIMEOUT = 120.0
"""Seconds to wait for a transaction to be mined."""
GAS_MARGIN = 1.3
"""How much more gas a transaction gets than the node estimates."""


@dataclass(frozen=True, slots=True)
class SchemeRule:
    """How a numbering scheme is registered (formats §1)."""

    name: str
    separator: str
    """The character between levels; empty where a longer prefix lies below a shorter one digit by digit."""
    shortest: int
    """Least characters of a granted prefix."""
    longest: int


SCHEMES = tuple(SchemeRule(name, *rule) for name, rule in prefix_rules().items())
"""The numbering schemes of every new network; one that was founded by an older version may lack some."""


def unpinned(rpc_url: str, consensus: Consensus = Consensus.NONE, gas_price: int = 0) -> Connection:
    """Return a connection to a node whose network has no directory yet."""
    with Connection(Network(rpc_url, 0, bytes(20), bytes(32), consensus, gas_price=gas_price)) as probe:
        pinned = replace(probe.network, chain_id=probe.chain_id(), genesis=header_at(probe, 0).hash)
    return Connection(pinned)


def deploy(connection: Connection, signer: Signer, report: Callable[[str], None] | None = None) -> Network:
    """Deploy the contracts with `signer` as the network's authority, and return the network to pin.

    `report` is told each step in words.

    Raises:
        ContractRefusal: a step was refused.
        Retryable: the node went away; deploying again begins anew at fresh addresses.
    """
    writer = _Writer(connection, signer)
    say = report or _nothing
    say("Directory")
    created = writer.created(interface_of("Directory").deployment(signer.address))
    network = replace(connection.network, directory=_address(created), from_block=created.block_number)
    directory = DirectoryGateway(connection, network.directory)
    addresses = {"directory": network.directory}
    for name, contract, needed in CONTRACTS:
        say(contract)
        data = interface_of(contract).deployment(*(addresses[other] for other in needed))
        address = _address(writer.created(data))
        writer.called(directory.set(name, address, FIRST_VERSION))
        addresses[name] = address
    prefixes = PrefixesGateway(connection, addresses["prefixes"])
    say(f"schemes {', '.join(scheme.name for scheme in SCHEMES)}")
    writer.called(
        *(
            prefixes.register_scheme(scheme.name, scheme.separator, scheme.shortest, scheme.longest)
            for scheme in SCHEMES
        )
    )
    return network


def hand_over(
    connection: Connection, signer: Signer, rules: CouncilRules, report: Callable[[str], None] | None = None
) -> bytes:
    """Deploy a council and give the network's authority to it for good; return its address.

    `signer` is the authority so far. Whatever interrupts this, it can be done again: until the last step `signer` governs.

    Raises:
        AuthorityRequired: `signer` is not the authority.
        ContractRefusal: the council cannot be made like this.
        Retryable: the node went away.
    """
    say = report or _nothing
    contracts = contracts_of(connection)
    directory = contracts.directory
    if directory.authority() != signer.address:
        raise AuthorityRequired(caller=signer.address)
    writer = _Writer(connection, signer)
    say("Council")
    data = interface_of("Council").deployment(
        directory.address, contracts.members.address, rules.seats, rules.threshold, rules.delay, rules.lifetime
    )
    address = _address(writer.created(data))
    say("directory: council")
    writer.called(directory.set("council", address, _next_version(directory, "council")))
    say("directory: authority offered to the council")
    writer.called(directory.set_authority(address))
    say("the council takes office")
    writer.called(CouncilGateway(connection, address).take_office())
    return address


def _next_version(directory: DirectoryGateway, name: str) -> int:
    try:
        return directory.entry(name).version + 1
    except ContractUnknown:
        return FIRST_VERSION


def unregistered(prefixes: PrefixesGateway) -> tuple[SchemeRule, ...]:
    """Return the numbering schemes that a network does not know."""
    return tuple(scheme for scheme in SCHEMES if not prefixes.scheme_of(scheme.name).registered)


def _nothing(_step: str) -> None:
    """Say nothing: deployment without a listener."""


class _Writer:
    """Sends transactions one after the other and waits until they are in a block."""

    def __init__(self, connection: Connection, signer: Signer) -> None:
        self._connection = connection
        self._signer = signer
        self._nonce = connection.nonce(signer.address)

    def created(self, data: bytes) -> Receipt:
        return self._awaited(self._sent(None, data))

    def called(self, *calls: Call) -> None:
        """Make calls that do not depend on each other: all are sent before the first is waited for."""
        for sent in [self._sent(call.to, call.data) for call in calls]:
            self._awaited(sent)

    def _sent(self, to: bytes | None, data: bytes) -> tuple[bytes, dict[str, str]]:
        """Send a transaction, and return its hash and the call that would repeat it."""
        network = self._connection.network
        question = {"from": "0x" + self._signer.address.hex(), "data": "0x" + data.hex()}
        if to is not None:
            question["to"] = "0x" + to.hex()
        estimate = int(self._connection.request("eth_estimateGas", (question,), str), 16)
        signed = self._signer.sign_transaction(
            to=to,
            data=data,
            nonce=self._nonce,
            gas=int(estimate * GAS_MARGIN),
            gas_price=network.gas_price,
            chain_id=network.chain_id,
        )
        transaction_hash = self._connection.send(signed.raw)
        self._nonce += 1
        return transaction_hash, question

    def _awaited(self, sent: tuple[bytes, dict[str, str]]) -> Receipt:
        transaction_hash, question = sent
        receipt = await_receipt(self._connection, transaction_hash)
        if not receipt.succeeded:
            raise self._refusal(question)
        return receipt

    def _refusal(self, question: dict[str, str]) -> ContractRefusal:
        try:
            self._connection.request("eth_call", (question, "latest"), str)
        except ContractRefusal as refusal:
            return refusal
        return UnknownRefusal(b"", "the transaction failed, and the same call does not")


def await_receipt(connection: Connection, transaction_hash: bytes, timeout: float = RECEIPT_TIMEOUT) -> Receipt:
    """Return what became of a transaction, waiting until it is in a block.

    Raises:
        AnswerNotReady: it is in no block within the timeout (seconds).
    """
    give_up = time.monotonic() + timeout
    pause = 0.002
    while (receipt := connection.receipt(transaction_hash)) is None:
        if time.monotonic() > give_up:
            raise AnswerNotReady(f"receipt of 0x{transaction_hash.hex()} after {timeout:g} s")
        time.sleep(pause)
        pause = min(pause * 2, 0.25)
    return receipt


def _address(receipt: Receipt) -> bytes:
    if receipt.contract is None:
        raise AnswerNotReady(f"contract of transaction 0x{receipt.transaction_hash.hex()}")
    return receipt.contract
