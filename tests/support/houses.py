"""A whole installation for tests: an embedded chain, submission and indexer in this process, and the door over them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_network
from itertools import count
from pathlib import Path
from secrets import token_bytes
from typing import Any

import pytest
from ports import free_port
from starlette.testclient import TestClient
from waiting import PATIENCE

from api.app import create_app
from api.rooms import Rooms
from api.settings import Settings
from chain.connection import Connection, connect
from chain.deployment import deploy, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.errors import EngineMissing
from chain.gateways import contracts_of
from chain.gateways.liens import Pledge
from chain.keystore import Keystores
from chain.network import save_network
from chain.passphrase import create_passphrase_file
from delivery.destinations import Reach
from indexer.following import Indexer
from store import open_mirror, open_record
from store.record.accounts import issue_key
from submission.settings import SubmissionSettings
from submission.worker import open_worker
from traceability.identifiers import parse
from traceability.ledger.keys import prefix_key, rest_hash, thing_key

FIRMS = ("maker", "carrier", "bank")


@dataclass
class House:
    """A whole installation."""

    client: TestClient
    rooms: Rooms
    settle: Callable[[], None]
    keys: dict[str, dict[str, str]]
    addresses: dict[str, str]
    serials: Iterator[int]
    keystores: Keystores
    known: dict[str, list[str]] = field(default_factory=dict)
    """Values of parameters under which there is something, by name."""

    def post(self, firm: str, path: str, content: Any, **headers: str) -> Any:
        """Return the answer to a firm's request once the chain has taken it."""
        answer = self.client.post(path, json=content, headers=self.keys[firm] | headers)
        assert answer.status_code < 300, answer.text
        self.settle()
        return answer

    def item(self) -> str:
        """Return a new item of the maker's."""
        return f"https://id.gs1.org/01/06901234000016/21/I{next(self.serials)}"

    def capture(self, firm: str, *events: Any, disclosure: str = "public") -> Any:
        """Capture events and bring them to the chain."""
        context = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"]
        document = {
            "@context": context,
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-05-04T00:00:00Z",
        }
        body = json.dumps(document | {"epcisBody": {"eventList": list(events)}})
        headers = self.keys[firm] | {"Content-Type": "application/ld+json", "Suyuan-Disclosure": disclosure}
        answer = self.client.post("/capture", content=body, headers=headers)
        assert 202 == answer.status_code, answer.text
        self.settle()
        return self.client.get(answer.headers["Location"], headers=self.keys[firm]).json()

    def consent(self, firm: str, item: str, until: str) -> dict[str, Any]:
        """Sign, with the firm's own key, that the bank may take a lien on an item."""
        liens = contracts_of(self.rooms.connection).liens
        address, number = bytes.fromhex(self.addresses[firm][2:]), FIRMS.index(firm) + 1
        identifier = parse(item)
        prefix, rest = identifier.halves(7)
        asset = thing_key(prefix_key(prefix.scheme, prefix.text), rest_hash(rest))
        pledge = Pledge(asset, 3, token_bytes(32), int(datetime.fromisoformat(until).timestamp()))
        deadline = int(datetime.now(UTC).timestamp()) + 86_400
        signed = liens.authorise_pledge(self.keystores.signer(address), pledge, liens.nonce_of(number), deadline)
        return {
            "asset": "0x" + asset.hex(),
            "pledgee": pledge.pledgee,
            "reference": "0x" + pledge.reference.hex(),
            "until": pledge.until,
            "pledgor": "0x" + signed.signer.hex(),
            "nonce": signed.nonce,
            "deadline": signed.deadline,
            "signature": "0x" + signed.signature.hex(),
        }


@contextmanager
def built_house(home: Path) -> Iterator[House]:
    """Build an installation with three firms in a folder; the test that asks is skipped where there is no chain to start."""
    port = free_port()
    try:
        chain = Embedded(EmbeddedSettings(home / "chain", port=port, state_interval=3600))
        chain.start()
    except EngineMissing as missing:
        pytest.skip(str(missing))
    passphrase = create_passphrase_file(home / "passphrase")
    keystores = Keystores(home / "keystores", passphrase, work_factor=2)
    with unpinned(chain.url) as deploying:
        network = deploy(deploying, keystores.create())
    save_network(home, network)
    urls = f"sqlite:///{home / 'record.db'}", f"sqlite:///{home / 'mirror.db'}"
    record, mirror = open_record(urls[0]), open_mirror(urls[1])
    reach = Reach(("https", "http"), (ip_network("127.0.0.0/8"),))
    settings = Settings(home, *urls, public_origin="https://trace.example.com", reach=reach)
    rooms = Rooms(settings, record, mirror, network, Connection(network, timeout=PATIENCE, attempts=2))
    sending, reading = connect(network), connect(network)
    submission = SubmissionSettings(
        home=home, record_url=urls[0], keystores=home / "keystores", watch=0.0, patience=0.05
    )
    worker, follower = open_worker(submission, record, sending, passphrase), Indexer(reading, record, mirror)

    def settle() -> None:
        worker.run_until_idle()
        follower.catch_up()

    now = datetime.now(UTC)
    keys = {
        "operator": {"Authorization": "Bearer " + issue_key(record, 9999, "operator", ["operate", "query"], now)[1]}
    }
    with TestClient(create_app(settings, rooms), follow_redirects=False) as client:
        addresses = {}
        built = House(client, rooms, settle, keys, addresses, count(1), keystores)
        for number, firm in enumerate(FIRMS, 1):
            addresses[firm] = "0x" + keystores.create().address.hex()
            profile = {"name": {"zh": f"企业{number}", "en": f"Firm {number}"}, "uscc": "91370200MA3C4D5E6F"}
            roles = ["bank"] if firm == "bank" else ["manufacturer"]
            built.post("operator", "/api/v1/members", {"profile": profile, "roles": roles, "key": addresses[firm]})
            text = issue_key(record, number, firm, ["capture", "query", "administer"], now)[1]
            keys[firm] = {"Authorization": f"Bearer {text}"}
        for prefix, holder in (("6901234", 1), ("6921111", 2)):
            built.post("operator", "/api/v1/prefixes", {"scheme": "gs1", "prefix": prefix, "holder": holder})
        yield built
    for connection in (rooms.connection, sending, reading):
        connection.close()
    record.close()
    mirror.close()
    chain.kill()
