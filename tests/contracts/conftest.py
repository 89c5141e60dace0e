"""A network of contracts on a session-wide anvil; each test starts from the same state and leaves none behind."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from eth_abi.abi import encode
from eth_account import Account
from eth_account.signers.local import LocalAccount
from ports import free_port
from web3 import HTTPProvider, Web3
from web3.contract import Contract
from web3.exceptions import ContractCustomError, Web3RPCError

from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key
from traceability.ledger.meta import Flag, Kind, Role, State, flags_of

ROOT = Path(__file__).resolve().parents[2]
ANVIL = ROOT / "node_modules" / ".bin" / "anvil"
NAMES = ("Directory", "Members", "Prefixes", "Ledger", "Attestations", "Liens")
COMPILED = (*NAMES, "Council")
"""The council is deployed by the tests that hand over to it."""
MNEMONIC = "test test test test test test test test test test test junk"
"""The public mnemonic of development chains."""

GTIN_PREFIX = "6901234"
FAR_FUTURE = 2**40


@dataclass(frozen=True)
class Party:
    """Somebody with a key, and the number of its organisation (0 for none)."""

    account: LocalAccount
    organisation: int


@dataclass(frozen=True)
class Line:
    """A line of an event in a batch: index of the prefix, and the rest of the identifier."""

    rest: str
    prefix: int = 0


@dataclass(frozen=True)
class EventOfBatch:
    """An event as a batch carries it."""

    commitment: bytes
    kind: Kind
    lines: Sequence[Line]
    state: State = State.UNCHANGED
    flags: Flag | None = None

    def head(self) -> bytes:
        flags = flags_of(self.kind, private=False) if self.flags is None else self.flags
        return bytes((self.kind, flags, self.state)) + len(self.lines).to_bytes(2, "big")


class Network:
    """The deployed contracts, and how the tests talk to them."""

    def __init__(self, w3: Web3, accounts: Sequence[LocalAccount]) -> None:
        self.w3 = w3
        self.accounts = accounts
        self.authority = Party(accounts[0], 0)
        self.artifacts = {name: json.loads((ROOT / "chain" / "abi" / f"{name}.json").read_text()) for name in COMPILED}
        self._errors: dict[bytes, tuple[str, list[str]]] = {}
        for name in COMPILED:
            self.learn_errors(self.artifacts[name]["abi"])
        self.directory = self.deploy("Directory", self.authority.account.address)
        self.members = self.deploy("Members", self.directory.address)
        self.prefixes = self.deploy("Prefixes", self.directory.address, self.members.address)
        self.ledger = self.deploy("Ledger", self.members.address, self.prefixes.address)
        self.attestations = self.deploy("Attestations", self.members.address)
        self.liens = self.deploy("Liens", self.members.address)
        self.names = {getattr(self, name.lower()).address: name for name in NAMES}
        for name in NAMES[1:]:
            target = getattr(self, name.lower()).address
            self.send(self.directory.functions.set(keccak(name.lower().encode()), target, 1), self.authority)

    def learn_errors(self, abi: Sequence[Mapping[str, Any]]) -> None:
        for entry in abi:
            if entry["type"] == "error":
                types = [argument["type"] for argument in entry["inputs"]]
                selector = keccak(f"{entry['name']}({','.join(types)})".encode())[:4]
                self._errors[selector] = (entry["name"], types)

    def deploy(self, name: str, *arguments: Any, artifact: Mapping[str, Any] | None = None) -> Contract:
        artifact = self.artifacts[name] if artifact is None else artifact
        factory = self.w3.eth.contract(abi=artifact["abi"], bytecode=artifact["bytecode"])
        receipt = self.send(factory.constructor(*arguments), self.authority)
        return self.w3.eth.contract(address=receipt["contractAddress"], abi=artifact["abi"])

    def send(self, call: Any, by: Party) -> Any:
        """Mine one transaction and return its receipt; a refusal raises."""
        sent = call.transact({"from": by.account.address, "gas": 100_000_000, "gasPrice": 0})
        receipt = self.w3.eth.wait_for_transaction_receipt(sent, poll_latency=0.002)
        if receipt["status"] != 1:
            raise AssertionError(f"reverted: {self.refusal(call, by)}")
        return receipt

    def refusal(self, call: Any, by: Party) -> tuple[Any, ...]:
        """Return name and arguments of the error with which a contract refuses a call."""
        try:
            call.call({"from": by.account.address})
        except (ContractCustomError, Web3RPCError) as refused:
            data = bytes.fromhex(str(refused.data).removeprefix("0x"))
            name, types = self._errors[data[:4]]
            return (name, *self.w3.codec.decode(types, data[4:]))
        raise AssertionError("the contract accepted what it had to refuse")

    def slot(self, contract: Contract, slot: bytes) -> bytes:
        """Return a raw storage word."""
        return bytes(self.w3.eth.get_storage_at(contract.address, int.from_bytes(slot, "big"))).rjust(32, b"\0")

    def now(self) -> int:
        return int(self.w3.eth.get_block("latest")["timestamp"])

    def pass_time(self, seconds: int) -> None:
        self.w3.provider.make_request("evm_increaseTime", [seconds])  # type: ignore[arg-type]
        self.w3.provider.make_request("evm_mine", [])  # type: ignore[arg-type]

    def admit(self, account: LocalAccount, roles: int) -> Party:
        profile = json.dumps({"name": account.address}, separators=(",", ":")).encode()
        self.send(self.members.functions.admit(profile, roles, account.address), self.authority)
        return Party(account, self.members.functions.count().call())

    def signed(
        self,
        contract: Contract,
        primary: str,
        types: Mapping[str, Sequence[tuple[str, str]]],
        message: Mapping[str, Any],
        by: Party,
        **domain: Any,
    ) -> bytes:
        """Return an EIP-712 signature over a write; `domain` replaces parts of the domain."""
        name = self.names[contract.address]
        typed = {
            "domain": {
                "name": f"Suyuan {name}",
                "version": "1",
                "chainId": self.w3.eth.chain_id,
                "verifyingContract": contract.address,
                **domain,
            },
            "primaryType": primary,
            "types": {
                "EIP712Domain": [
                    {"name": "name", "type": "string"},
                    {"name": "version", "type": "string"},
                    {"name": "chainId", "type": "uint256"},
                    {"name": "verifyingContract", "type": "address"},
                ],
                **{key: [{"type": kind, "name": field} for kind, field in fields] for key, fields in types.items()},
            },
            "message": message,
        }
        return bytes(by.account.sign_typed_data(full_message=typed).signature)

    def authorisation(
        self,
        contract: Contract,
        primary: str,
        fields: Sequence[tuple[str, str]],
        values: Sequence[Any],
        by: Party,
        *,
        nonce: int | None = None,
        deadline: int = FAR_FUTURE,
        structs: Mapping[str, Sequence[tuple[str, str]]] | None = None,
        **domain: Any,
    ) -> tuple[str, int, int, bytes]:
        """Return the last argument of a `…BySig` function, signed over the fields with nonce and deadline."""
        if nonce is None:
            nonce = contract.functions.nonceOf(by.organisation).call()
        message = {field: value for (_, field), value in zip(fields, values, strict=True)}
        types = {primary: [*fields, ("uint256", "nonce"), ("uint256", "deadline")], **(structs or {})}
        signature = self.signed(
            contract, primary, types, {**message, "nonce": nonce, "deadline": deadline}, by, **domain
        )
        return (by.account.address, nonce, deadline, signature)


def batch_of(
    events: Sequence[EventOfBatch], *, number: int = 0, prefixes: Sequence[bytes] | None = None, stream: int = 0
) -> tuple[Any, ...]:
    """Return the argument of `record`."""
    lines = [line for event in events for line in event.lines]
    return (
        stream,
        number,
        [prefix_key("gs1", GTIN_PREFIX)] if prefixes is None else list(prefixes),
        [event.commitment for event in events],
        b"".join(event.head() for event in events),
        [rest_hash(line.rest) for line in lines],
        bytes(line.prefix for line in lines),
    )


@pytest.fixture(scope="session")
def anvil() -> Iterator[Web3]:
    """Start a London chain of its own on a free port."""
    if not ANVIL.exists():
        pytest.skip("anvil is not there: run npm ci")
    port = free_port()
    command = [
        str(ANVIL), "--host", "127.0.0.1", "--port", str(port), "--hardfork", "london", "--quiet",
        "--gas-price", "0", "--block-base-fee-per-gas", "0", "--gas-limit", "200000000", "--accounts", "12",
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        w3 = Web3(HTTPProvider(f"http://127.0.0.1:{port}"))
        waited = time.monotonic() + 20
        while not w3.is_connected():
            if time.monotonic() > waited:
                process.kill()
                raise TimeoutError("anvil did not answer within 20 seconds")
            time.sleep(0.02)
        yield w3
        process.terminate()


@pytest.fixture(scope="session")
def deployed(anvil: Web3) -> Network:
    Account.enable_unaudited_hdwallet_features()
    accounts = [Account.from_mnemonic(MNEMONIC, account_path=f"m/44'/60'/0'/0/{i}") for i in range(12)]
    return Network(anvil, accounts)


@dataclass(frozen=True)
class Parties:
    """The organisations that every test finds, and somebody who is none."""

    manufacturer: Party
    carrier: Party
    bank: Party
    inspector: Party
    node: Party
    stranger: Party


@pytest.fixture(scope="session")
def admitted(deployed: Network) -> Parties:
    roles = (Role.MANUFACTURER, Role.CARRIER, Role.BANK, Role.INSPECTOR, Role.REGISTRAR)
    found = [deployed.admit(deployed.accounts[1 + i], int(role)) for i, role in enumerate(roles)]
    schemes = (("gs1", b"\0", 4, 12), ("idis", b".", 1, 64), ("uscc", b"\0", 18, 18), ("lei", b"\0", 20, 20))
    for scheme in schemes:
        deployed.send(deployed.prefixes.functions.registerScheme(*scheme), deployed.authority)
    grant = deployed.prefixes.functions.grant("gs1", GTIN_PREFIX, found[0].organisation)
    deployed.send(grant, deployed.authority)
    return Parties(*found, stranger=Party(deployed.accounts[9], 0))


@pytest.fixture
def network(deployed: Network, admitted: Parties) -> Iterator[Network]:
    """Return the network, and take back afterwards what the test did to it."""
    snapshot = deployed.w3.provider.make_request("evm_snapshot", [])["result"]  # type: ignore[arg-type]
    yield deployed
    deployed.w3.provider.make_request("evm_revert", [snapshot])  # type: ignore[arg-type]


@pytest.fixture
def parties(admitted: Parties) -> Parties:
    return admitted


@pytest.fixture
def gtin() -> bytes:
    """Return the key of the manufacturer's prefix."""
    return prefix_key("gs1", GTIN_PREFIX)


class Ledgers:
    """What the tests write on the ledger, in fewer words."""

    EventOfBatch = EventOfBatch
    Line = Line
    batch_of = staticmethod(batch_of)

    @staticmethod
    def event(kind: Kind, *rests: str, commitment: int = 1, **more: Any) -> EventOfBatch:
        return EventOfBatch(keccak(commitment.to_bytes(32, "big")), kind, [Line(rest) for rest in rests], **more)

    @staticmethod
    def key(rest: str, prefix: bytes | None = None) -> bytes:
        return thing_key(prefix_key("gs1", GTIN_PREFIX) if prefix is None else prefix, rest_hash(rest))


@pytest.fixture
def writing() -> type[Ledgers]:
    return Ledgers


@dataclass(frozen=True)
class Council:
    """The council in office: manufacturer, carrier and bank, of whom two must approve, for a hundred seconds."""

    network: Network
    contract: Contract
    seats: tuple[Party, ...]
    delay: int = 100
    lifetime: int = 86_400
    reason: str = "as agreed in writing"

    def content(self, *calls: Any) -> tuple[list[str], list[bytes], str]:
        """Return the arguments of `propose`, and of `execute` after the number, for calls of web3."""
        data = [bytes.fromhex(call._encode_transaction_data()[2:]) for call in calls]
        return [call.address for call in calls], data, self.reason

    def hash(self, content: tuple[list[str], list[bytes], str]) -> bytes:
        return keccak(encode(["address[]", "bytes[]", "string"], content))

    def propose(self, *calls: Any, by: int = 0) -> int:
        self.network.send(self.contract.functions.propose(*self.content(*calls)), self.seats[by])
        return int(self.contract.functions.proposalCount().call())

    def approve(self, number: int, *calls: Any, by: int = 1) -> None:
        content = self.hash(self.content(*calls))
        self.network.send(self.contract.functions.approve(number, content), self.seats[by])

    def execution(self, number: int, *calls: Any) -> Any:
        return self.contract.functions.execute(number, *self.content(*calls))

    def decide(self, *calls: Any) -> Any:
        """Bring a proposal all the way, and return the receipt of its execution."""
        number = self.propose(*calls)
        self.approve(number, *calls)
        self.network.pass_time(self.delay)
        return self.network.send(self.execution(number, *calls), self.seats[2])


@pytest.fixture
def council(network: Network, parties: Parties) -> Council:
    """Return the council, to which the deployer has handed over."""
    seats = (parties.manufacturer, parties.carrier, parties.bank)
    numbers = [seat.organisation for seat in seats]
    members = network.members.address
    made = Council(
        network, network.deploy("Council", network.directory.address, members, numbers, 2, 100, 86_400), seats
    )
    network.names[made.contract.address] = "Council"
    directory = network.directory.functions
    network.send(directory.set(keccak(b"council"), made.contract.address, 1), network.authority)
    network.send(directory.setAuthority(made.contract.address), network.authority)
    network.send(made.contract.functions.takeOffice(), parties.stranger)
    return made


PLEDGE = [("bytes32", "asset"), ("uint32", "pledgee"), ("bytes32", "loanReference"), ("uint64", "until")]


@pytest.fixture
def pledge(network: Network, parties: Parties) -> Any:
    """Return a function that makes a call of `reserve` for the bank, with the manufacturer's signature."""

    def _pledge(asset: bytes, reference: bytes, until: int, **more: Any) -> Any:
        values = (asset, parties.bank.organisation, reference, until)
        pledgor = more.pop("pledgor", parties.manufacturer)
        consent = network.authorisation(network.liens, "Pledge", PLEDGE, values, pledgor, **more)
        return network.liens.functions.reserve(*values, consent)

    return _pledge


@pytest.fixture(scope="session")
def compilation() -> Any:
    """Return scripts/compile_contracts.py as a module."""
    spec = spec_from_file_location("compile_contracts", ROOT / "scripts" / "compile_contracts.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def compiled(compilation: Any) -> Mapping[str, Any]:
    """Return what the compiler says of every contract now."""
    if not (ROOT / "node_modules" / "solc").exists():
        pytest.skip("the compiler is not there: run npm ci")
    found: Mapping[str, Any] = compilation.compiled(compilation.project_sources())
    return found
