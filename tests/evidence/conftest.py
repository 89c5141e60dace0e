"""A small house from capture to mirror on a chain of its own: two firms, an inspector, a bank and what they record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from ports import free_port

from capture.documents import Request, capture_document
from capture.forgetting import forget_event
from capture.lane import Lane
from capture.products import describe_product
from capture.reading import Form
from capture.states import change_state
from chain.connection import Connection, connect
from chain.deployment import deploy, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.keystore import Keystores
from chain.network import save_network, trust_root_of
from chain.passphrase import create_passphrase_file
from evidence.bundles import bundle_of
from indexer.following import Indexer
from store import Mirror, Record, open_mirror, open_record
from store.reader import ANONYMOUS, ANYONE, Disclosure, Reader
from store.record.outbox import AUTHORITY, promise
from store.record.payloads import AdmitOrganisation, GrantPrefix, Payload
from submission.settings import SubmissionSettings
from submission.worker import open_worker
from traceability.identifiers import parse
from traceability.ledger.meta import Role, State
from traceability.proof import Bundle, TrustRoot
from traceability.verdict.consumer import Verdict, verdict_of_text

MAKER, SUPPLIER, INSPECTOR, BANK = 1, 2, 3, 4
FIRMS = (
    ('{"name":"青岛海岚电器股份有限公司","uscc":"91370212760012345X"}', Role.MANUFACTURER, "6901234"),
    ('{"name":"胶州宏大压缩机有限公司"}', Role.SUPPLIER, "6905678"),
    ('{"name":"鲁质检认证(青岛)有限公司"}', Role.INSPECTOR, None),
    ('{"name":"胶澳商业银行股份有限公司"}', Role.BANK, None),
)
CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"]
PUBLIC = Disclosure(ANYONE)


@dataclass
class House:
    """An installation whose processes work when they are told to."""

    home: Path
    chain: Embedded
    connection: Connection
    record: Record
    mirror: Mirror
    settings: SubmissionSettings
    passphrase: Any
    signers: dict[int, Any] = field(default_factory=dict)

    def promise(self, organisation: int, *payloads: Payload) -> None:
        promise(self.record, organisation, payloads, datetime.now(UTC))
        self.settle()

    def capture(self, organisation: int, *events: dict[str, Any], disclosure: Disclosure = PUBLIC, lane: Lane = Lane.HEADED) -> list[bytes]:  # fmt: skip
        document = {
            "@context": CONTEXT,
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-05-04T00:00:00Z",
            "epcisBody": {"eventList": list(events)},
        }
        request = Request(organisation, datetime.now(UTC), disclosure=disclosure, lane=lane)
        job = capture_document(self.record, self.mirror, json.dumps(document).encode(), Form.JSON, request)
        self.settle()
        return [result.commitment for result in job.results if result.commitment is not None]

    def change_state(self, organisation: int, thing: str, state: State) -> None:
        request = Request(organisation, datetime.now(UTC), disclosure=PUBLIC)
        change_state(self.record, self.mirror, [parse(thing)], state, request)
        self.settle()

    def describe(self, organisation: int, thing: str, **content: Any) -> None:
        request = Request(organisation, datetime.now(UTC), disclosure=PUBLIC)
        describe_product(self.record, self.mirror, parse(thing), content, request)
        self.settle()

    def forget(self, organisation: int, commitment: bytes) -> None:
        forget_event(self.record, self.mirror, commitment, Request(organisation, datetime.now(UTC)))
        self.settle()

    def settle(self) -> None:
        """Bring everything to the chain and back."""
        with connect(self.connection.network) as connection:
            open_worker(self.settings, self.record, connection, self.passphrase).run_until_idle()
            Indexer(connection, self.record, self.mirror).catch_up()

    def bundle(self, thing: str, reader: Reader = ANONYMOUS) -> Bundle:
        return bundle_of(self.record, self.mirror, self.connection, parse(thing), reader)

    def verdict(self, thing: str, reader: Reader = ANONYMOUS) -> Verdict:
        return self.check(self.bundle(thing, reader), thing)

    def check(self, bundle: Bundle, thing: str) -> Verdict:
        return verdict_of_text(
            bundle.to_json(), self.trust_root, int(datetime.now(UTC).timestamp()), parse(thing).canonical
        )

    @staticmethod
    def event(event_type: str, step: str, **more: Any) -> dict[str, Any]:
        when = {"eventTime": "2026-05-03T10:00:00+08:00", "eventTimeZoneOffset": "+08:00"}
        return {"type": event_type, **when, "bizStep": step, **more}

    def created(self, organisation: int, *things: str, lot: str | None = None, **more: Any) -> bytes:
        ilmd = {"ilmd": {"cbvmda:lotNumber": lot}} if lot else {}
        event = self.event("ObjectEvent", "commissioning", action="ADD", epcList=list(things), **ilmd)
        return self.capture(organisation, event, **more)[0]

    def observed(self, organisation: int, *things: str, **more: Any) -> bytes:
        return self.capture(
            organisation, self.event("ObjectEvent", "inspecting", action="OBSERVE", epcList=list(things)), **more
        )[0]

    def built(self, organisation: int, parent: str, *children: str, action: str = "ADD") -> bytes:
        step = "assembling" if action == "ADD" else "removing"
        return self.capture(
            organisation, self.event("AssociationEvent", step, action=action, parentID=parent, childEPCs=list(children))
        )[0]

    @property
    def trust_root(self) -> TrustRoot:
        return trust_root_of(self.connection.network)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return an installation with four members; tests of one module share it and use things of their own."""
    with ExitStack() as opened:
        home = tmp_path_factory.mktemp("house")
        chain = Embedded(EmbeddedSettings(home / "chain", port=free_port(), state_interval=3600))
        chain.start()
        opened.callback(chain.kill)
        passphrase = create_passphrase_file(home / "passphrase")
        keystores = Keystores(home / "keystores", passphrase, work_factor=2)
        authority = keystores.create()
        with unpinned(chain.url) as deploying:
            network = deploy(deploying, authority)
        save_network(home, network)
        connection = opened.enter_context(connect(network))
        record_url = f"sqlite:///{home / 'record.db'}"
        record, mirror = open_record(record_url), open_mirror(f"sqlite:///{home / 'mirror.db'}")
        opened.callback(record.close)
        opened.callback(mirror.close)
        settings = SubmissionSettings(home=home, record_url=record_url, keystores=home / "keystores", watch=0.0)
        built = House(home, chain, connection, record, mirror, settings, passphrase)
        for number, (profile, role, prefix) in enumerate(FIRMS, 1):
            built.signers[number] = keystores.create()
            built.promise(AUTHORITY, AdmitOrganisation(profile, int(role), built.signers[number].address))
            if prefix is not None:
                built.promise(AUTHORITY, GrantPrefix("gs1", prefix, number))
        yield built
