"""Founding: one folder with a deployed network, admitted firms and granted prefixes, of which every town is a copy."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from ports import free_port
from town import Nursery, Town

from chain.connection import connect
from chain.deployment import deploy, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.keystore import Keystores
from chain.network import save_network
from chain.passphrase import create_passphrase_file
from indexer.following import Indexer
from store import Record, open_mirror, open_record
from store.record.accounts import issue_key
from store.record.outbox import AUTHORITY, promise
from store.record.payloads import AdmitOrganisation, GrantPrefix, Payload
from submission.settings import SubmissionSettings
from submission.worker import open_worker
from traceability.ledger.meta import Role

FIRMS = ("maker", "supplier", "carrier", "rival", "bank")
"""Organisations 1 to 5."""
NUMBER = {name: place for place, name in enumerate(FIRMS, 1)}
PREFIX = {"maker": "6976001", "supplier": "6976002", "rival": "6976004"}
"""The GS1 prefixes; the carrier and the bank hold none."""
ROLES = {
    "maker": Role.MANUFACTURER,
    "supplier": Role.SUPPLIER,
    "carrier": Role.CARRIER,
    "rival": Role.MANUFACTURER,
    "bank": Role.BANK,
}
FIRM_ROLES = ("capture", "query", "administer")


def found(folder: Path) -> None:
    """Deploy the contracts on a chain of its own, admit the firms, grant the prefixes, and leave all that on the disk."""
    folder.mkdir(parents=True)
    chain = Embedded(EmbeddedSettings(folder / "chain", port=free_port(), state_interval=3600))
    chain.start()
    passphrase = create_passphrase_file(folder / "passphrase")
    # Weak on purpose: every process that signs opens every keystore again.
    keystores = Keystores(folder / "keystores", passphrase, work_factor=2)
    with unpinned(chain.url) as deploying:
        network = deploy(deploying, keystores.create())
    save_network(folder, network)
    record_url = f"sqlite:///{folder / 'record.db'}"
    record, mirror = open_record(record_url), open_mirror(f"sqlite:///{folder / 'mirror.db'}")
    settings = SubmissionSettings(home=folder, record_url=record_url, keystores=folder / "keystores", watch=0.0)
    with connect(network) as connection:
        admissions: list[Payload] = [
            AdmitOrganisation(
                json.dumps({"name": name}, separators=(",", ":")), int(ROLES[name]), keystores.create().address
            )
            for name in FIRMS
        ]
        grants: list[Payload] = [GrantPrefix("gs1", prefix, NUMBER[name]) for name, prefix in PREFIX.items()]
        promise(record, AUTHORITY, [*admissions, *grants], datetime.now(UTC))
        open_worker(settings, record, connection, passphrase).run_until_idle()
        Indexer(connection, record, mirror).catch_up()
    (folder / "api-keys.json").write_text(json.dumps(_issued(record)), encoding="utf-8")
    record.close()
    mirror.close()
    chain.stop()


def _issued(record: Record) -> dict[str, str]:
    keys = {"operator": issue_key(record, AUTHORITY, "operator", ("operate",), datetime.now(UTC))[1]}
    for name in FIRMS:
        keys[name] = issue_key(record, NUMBER[name], name, FIRM_ROLES, datetime.now(UTC))[1]
    return keys


def town_from(founded: Path, home: Path, nursery: Nursery) -> Town:
    """Return a town that is a copy of what was founded; its processes are not started yet."""
    shutil.copytree(founded, home)
    return Town(home, nursery, json.loads((home / "api-keys.json").read_text(encoding="utf-8")))
