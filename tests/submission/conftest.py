"""An installation for each test: its own embedded chain, record and keystores."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ports import free_port

from chain.connection import Connection, connect
from chain.deployment import deploy, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.events import ChainEvent, EventRecorded, event_of
from chain.gateways import Contracts, contracts_of
from chain.keystore import Keystores
from chain.logs import logs_between
from chain.network import Network, save_network
from chain.passphrase import Passphrase, create_passphrase_file
from chain.signer import Signer
from store.database import Record
from store.opening import open_record
from store.record.outbox import AUTHORITY, Promise, promise, promise_of
from store.record.payloads import (
    AdmitOrganisation,
    AnchorEvent,
    GrantPrefix,
    Line,
    Payload,
    RecordEvent,
)
from submission.route import pass_by
from submission.settings import Limits, SubmissionSettings
from submission.worker import Worker, open_worker
from traceability.ledger.keys import prefix_key, rest_hash

MAKER = "6901234"
"""The prefix of organisation 1."""
SUPPLIER = "6909999"
"""The prefix of organisation 2."""


@dataclass
class Installation:
    """An installation under test."""

    home: Path
    chain: Embedded
    network: Network
    connection: Connection
    contracts: Contracts
    record: Record
    keystores: Keystores
    settings: SubmissionSettings
    passphrase: Passphrase
    signers: dict[int, Signer] = field(default_factory=dict)
    opened: list[Connection] = field(default_factory=list)

    def worker(self, witness: Callable[[str], None] = pass_by) -> Worker:
        """Return a new worker, as a restarted process would have."""
        connection = connect(self.network)
        self.opened.append(connection)
        return open_worker(self.settings, self.record, connection, self.passphrase, witness=witness)

    def promise(self, organisation: int, *payloads: Payload) -> tuple[int, ...]:
        """Put writes into the outbox."""
        return promise(self.record, organisation, payloads, datetime.now(UTC))

    def row(self, number: int) -> Promise:
        """Return a row of the outbox."""
        return promise_of(self.record, number)

    def events(self) -> list[ChainEvent]:
        """Return everything that the chain's logs say, oldest first."""
        logs = logs_between(self.connection, 0, self.connection.block_number(), self.contracts.addresses()).logs
        return [event for log in logs if (event := event_of(log)) is not None]

    def recorded(self) -> list[bytes]:
        """Return the commitments of all events of the headed lane on the chain, oldest first."""
        return [event.commitment for event in self.events() if isinstance(event, EventRecorded)]


def commitment_of(text: str) -> bytes:
    """Return a commitment for a test."""
    return hashlib.sha256(text.encode()).digest()


def created(name: str, prefix: str = MAKER) -> RecordEvent:
    """Return the event that creates a thing."""
    line = Line(prefix_key("gs1", prefix), rest_hash(f"01/0/1/21/{name}"))
    return RecordEvent(commitment_of(f"create {prefix} {name}"), 2, 0, 0, (line,))


def observed(name: str, prefix: str = MAKER) -> RecordEvent:
    """Return an event that observes a thing."""
    line = Line(prefix_key("gs1", prefix), rest_hash(f"01/0/1/21/{name}"))
    return RecordEvent(commitment_of(f"observe {prefix} {name}"), 1, 0, 0, (line,))


def anchored(name: str) -> AnchorEvent:
    """Return an event of the anchored lane."""
    return AnchorEvent(commitment_of(f"anchor {name}"), 1)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """Return an installation with two members, each with a prefix, on a chain of its own."""
    chain = Embedded(EmbeddedSettings(tmp_path / "chain", port=free_port(), state_interval=3600))
    chain.start()
    passphrase = create_passphrase_file(tmp_path / "passphrase")
    keystores = Keystores(tmp_path / "keystores", passphrase, work_factor=2)
    authority = keystores.create()
    with unpinned(chain.url) as deploying:
        network = deploy(deploying, authority)
    save_network(tmp_path, network)
    # What is deployed must outlive a kill of the chain.
    chain.save()
    connection = connect(network)
    record_url = f"sqlite:///{tmp_path / 'record.db'}"
    record = open_record(record_url)
    settings = SubmissionSettings(
        home=tmp_path, record_url=record_url, keystores=tmp_path / "keystores", watch=0.0, patience=0.05
    )
    under_test = Installation(
        tmp_path, chain, network, connection, contracts_of(connection), record, keystores, settings, passphrase
    )
    for number, prefix in ((1, MAKER), (2, SUPPLIER)):
        under_test.signers[number] = keystores.create()
        admission = AdmitOrganisation(f'{{"name":"Firm {number}"}}', 1, under_test.signers[number].address)
        under_test.promise(AUTHORITY, admission, GrantPrefix("gs1", prefix, number))
    under_test.worker().run_until_idle()
    yield under_test
    for each in (connection, *under_test.opened):
        each.close()
    record.close()
    chain.kill()


@pytest.fixture
def created_events() -> Callable[[int], list[RecordEvent]]:
    """Return so many events that create things of organisation 1, always the same."""
    return lambda count: [created(str(place)) for place in range(count)]


@pytest.fixture
def created_event() -> Callable[..., RecordEvent]:
    """Return an event that creates a named thing."""
    return created


@pytest.fixture
def observed_event() -> Callable[..., RecordEvent]:
    """Return an event that observes a named thing."""
    return observed


@pytest.fixture
def foreign_event() -> RecordEvent:
    """Return an event that creates a thing under the supplier's prefix."""
    return created("not mine", SUPPLIER)


@pytest.fixture
def wide_event() -> Callable[[int], RecordEvent]:
    """Return one event that creates so many things."""

    def wide(things: int) -> RecordEvent:
        lines = tuple(Line(prefix_key("gs1", MAKER), rest_hash(f"wide {place}")) for place in range(things))
        return RecordEvent(commitment_of(f"wide {things}"), 2, 0, 0, lines)

    return wide


@pytest.fixture
def anchored_events() -> Callable[[int], list[AnchorEvent]]:
    """Return so many events of the anchored lane."""
    return lambda count: [anchored(str(place)) for place in range(count)]


@pytest.fixture
def anchored_state() -> AnchorEvent:
    """Return a change of state, which may not be anchored."""
    return AnchorEvent(commitment_of("state"), 10)


@pytest.fixture
def with_limits(installation: Installation) -> Callable[[Limits], None]:
    """Return what gives the installation's next workers other limits."""

    def change(limits: Limits) -> None:
        installation.settings = replace(installation.settings, limits=limits)

    return change
