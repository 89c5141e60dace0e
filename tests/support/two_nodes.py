"""Two firms' nodes on one chain: the owner's, which answers over HTTP, and the reader's, with keys and databases of its own."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from ports import free_port
from waiting import PATIENCE, awaited

from api.app import create_app
from api.rooms import Rooms
from api.settings import Settings
from capture.documents import Request, capture_document
from capture.reading import Form
from chain.connection import Connection, connect
from chain.deployment import deploy, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.errors import EngineMissing
from chain.keystore import Keystores
from chain.network import Network, save_network, trust_root_of
from chain.passphrase import create_passphrase_file
from delivery.asking import Answer, Asker
from delivery.destinations import Reach
from delivery.sending import Sender, system_resolver
from evidence.bundles import bundle_of
from exchange.fetching import Fetched, Reading
from indexer.following import Indexer
from store import Disclosure, Mirror, Record, open_mirror, open_record
from store.reader import PRIVATE
from store.record.disclosure_log import Hand
from store.record.grants import Grant, GrantOrder, make_grant
from store.record.outbox import AUTHORITY, promise
from store.record.payloads import AdmitOrganisation, GrantPrefix, Payload
from store.record.standing import reader_of
from store.selection import Selection
from submission.settings import SubmissionSettings
from submission.worker import open_worker
from traceability.identifiers import parse
from traceability.identifiers.check_digits import gs1_check_digit
from traceability.ledger.meta import Role
from traceability.verdict.consumer import verdict_of_text
from traceability.verdict.facts import Status

MAKER, BANK, SILENT, NOWHERE = 1, 2, 3, 4
"""Organisations: the owner, the reader, one whose node does not answer, one that names no node."""
PREFIXES = {MAKER: "6901234", SILENT: "6905678", NOWHERE: "6907890"}
HERE = Reach(("http",), (ip_network("127.0.0.0/8"),))


@dataclass
class Node:
    """What one firm runs: keys, record and mirror of its own, against the chain."""

    home: Path
    network: Network
    record: Record
    mirror: Mirror
    connection: Connection
    keystores: Keystores
    passphrase: Any

    def settle(self) -> None:
        """Bring to the chain what was promised here, and take in what is there."""
        settings = SubmissionSettings(
            home=self.home, record_url=self.record.url, keystores=self.home / "keystores", watch=0.0
        )
        with connect(self.network) as connection:
            open_worker(settings, self.record, connection, self.passphrase).run_until_idle()
            Indexer(connection, self.record, self.mirror).catch_up()

    def promise(self, organisation: int, *payloads: Payload) -> None:
        promise(self.record, organisation, payloads, datetime.now(UTC))
        self.settle()


def node_at(home: Path, network: Network, opened: ExitStack, keystores: Keystores | None = None) -> Node:
    """Return a node in a folder of its own."""
    save_network(home, network)
    passphrase = create_passphrase_file(home / "passphrase")
    record, mirror = open_record(f"sqlite:///{home / 'record.db'}"), open_mirror(f"sqlite:///{home / 'mirror.db'}")
    connection = Connection(network, timeout=PATIENCE, attempts=2)
    for each in (record, mirror, connection):
        opened.callback(each.close)
    keys = keystores or Keystores(home / "keystores", passphrase, work_factor=2)
    return Node(home, network, record, mirror, connection, keys, passphrase)


@dataclass
class Firms:
    """The owner's node, its address, and the reader's node."""

    owner: Node
    reader: Node
    service: str
    later: timedelta = timedelta()
    """How far all clocks are ahead."""
    _serials: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def now(self) -> datetime:
        return datetime.now(UTC) + self.later

    def event(self, organisation: int = MAKER, visibility: str = PRIVATE, **more: Any) -> tuple[str, bytes]:
        """Capture the making of a new item at the owner's node, and return the item and the event's commitment."""
        body = f"0{PREFIXES[organisation]}00001"
        thing = f"https://id.gs1.org/01/{body}{gs1_check_digit(body)}/21/E{next(self._serials)}"
        content = {
            "type": "ObjectEvent",
            "action": "ADD",
            "eventTime": "2026-05-03T10:00:00+08:00",
            "eventTimeZoneOffset": "+08:00",
            "bizStep": "commissioning",
            "epcList": [thing],
            "bizTransactionList": [{"type": "po", "bizTransaction": "https://example.com/po/4711"}],
        }
        document = {
            "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-05-04T00:00:00Z",
            "epcisBody": {"eventList": [content | more]},
        }
        request = Request(organisation, datetime.now(UTC), disclosure=Disclosure(visibility))
        owner = self.owner
        job = capture_document(owner.record, owner.mirror, json.dumps(document).encode(), Form.JSON, request)
        self.settle()
        commitment = job.results[0].commitment
        assert commitment is not None
        return parse(thing).canonical, commitment

    def settle(self) -> None:
        self.owner.settle()
        self.reader.settle()

    def grant(self, commitment: bytes, **more: Any) -> Grant:
        """Open one of the maker's events to the bank."""
        order = GrantOrder(Selection(events=(commitment,)), organisations=(BANK,), **more)
        return make_grant(self.owner.record, self.hand, order)

    @property
    def hand(self) -> Hand:
        return Hand(MAKER, "test", self.now)

    def fetch(self, *commitments: bytes, asker: Any = None, signer: bytes | None = None) -> tuple[Fetched, ...]:
        """Fetch events as the bank."""
        keys = self.reader.keystores
        reading = Reading(
            self.reader.record,
            self.reader.mirror,
            BANK,
            keys.signer(signer or keys.addresses()[0]),
            asker or self.asker(),
            lambda: self.now,
            Status.PROVEN,
        )
        return reading.fetch(commitments)

    @staticmethod
    def asker(reach: Reach = HERE) -> Asker:
        return Asker(Sender(reach, ssl.create_default_context(), system_resolver(1), 60.0))

    def steps(self, thing: str, organisation: int | None = BANK) -> list[Status]:
        """Return how well each step of a thing's story is shown to an organisation by the reader's own node."""
        node, now = self.reader, int(self.now.timestamp())
        reader = reader_of(node.record, organisation, (), self.now)
        bundle = bundle_of(node.record, node.mirror, node.connection, parse(thing), reader, now)
        verdict = verdict_of_text(bundle.to_json(), trust_root_of(node.network), now, thing)
        return [step.status for step in verdict.steps]


class Changed:
    """A node that answers otherwise than it should: the honest answer, changed on its way."""

    def __init__(self, asker: Asker, change: Any) -> None:
        self._asker, self._change = asker, change

    def ask(self, url: str, headers: Mapping[str, str], body: bytes, longest: int) -> Answer:
        answer = self._asker.ask(url, headers, body, longest)
        assert 200 == answer.status, answer
        changed = self._change(json.loads(answer.body))
        text = changed if isinstance(changed, bytes) else json.dumps(changed).encode()
        return Answer(answer.status, text, "")


@contextmanager
def two_nodes(home: Path, reader_home: Path) -> Iterator[Firms]:
    """Build two firms' nodes in two folders; the test that asks is skipped where there is no chain to start."""
    with ExitStack() as opened:
        try:
            chain = Embedded(EmbeddedSettings(home / "chain", port=free_port(), state_interval=3600))
            chain.start()
        except EngineMissing as missing:
            pytest.skip(str(missing))
        opened.callback(chain.kill)
        authority = create_passphrase_file(home / "first-passphrase")
        keystores = Keystores(home / "keystores", authority, work_factor=2)
        with unpinned(chain.url) as deploying:
            network = deploy(deploying, keystores.create())
        owner = node_at(home, network, opened, keystores)
        owner.passphrase = authority
        reader = node_at(reader_home, network, opened)
        port = free_port()
        # A port that is taken and where nobody listens: it refuses, and no other program comes to answer there.
        taken = opened.enter_context(socket.socket())
        taken.bind(("127.0.0.1", 0))
        services = {MAKER: f"http://127.0.0.1:{port}", SILENT: f"http://127.0.0.1:{taken.getsockname()[1]}"}
        for number in (MAKER, BANK, SILENT, NOWHERE):
            keys = reader.keystores if number == BANK else owner.keystores
            profile = {"name": f"Firm {number}"} | ({"service": services[number]} if number in services else {})
            role = Role.BANK if number == BANK else Role.MANUFACTURER
            text = json.dumps(profile, separators=(",", ":"), sort_keys=True)
            owner.promise(AUTHORITY, AdmitOrganisation(text, int(role), keys.create().address))
        for holder, prefix in PREFIXES.items():
            owner.promise(AUTHORITY, GrantPrefix("gs1", prefix, holder))
        reader.settle()
        built = Firms(owner, reader, services[MAKER])
        settings = Settings(home, owner.record.url, owner.mirror.url, public_origin=services[MAKER])
        rooms = Rooms(settings, owner.record, owner.mirror, network, owner.connection, clock=lambda: built.now)
        server = uvicorn.Server(
            uvicorn.Config(create_app(settings, rooms), "127.0.0.1", port, log_level="error", ws="none")
        )
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        awaited(lambda: server.started or not thread.is_alive(), "the owner's node to start")
        assert thread.is_alive()
        yield built
        server.should_exit = True
        thread.join(PATIENCE)
