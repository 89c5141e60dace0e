"""One embedded chain with the contracts deployed, for all tests of the folder that only read or add to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from ports import free_port

from chain.connection import Call, Connection, Receipt, connect
from chain.deployment import await_receipt, deploy, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.gateways import Contracts, contracts_of
from chain.signer import Signer

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

AUTHORITY = Signer(bytes(31) + b"\x07")
MAKER = Signer(bytes(31) + b"\x08")


@dataclass(frozen=True)
class Chain:
    """A deployed chain with organisation 1, which holds the prefix 6901234."""

    connection: Connection
    contracts: Contracts
    authority: Signer
    maker: Signer

    def send(self, signer: Signer, call: Call, gas: int = 5_000_000) -> Receipt:
        """Send a call and return its receipt."""
        signed = signer.sign_transaction(
            to=call.to,
            data=call.data,
            nonce=self.connection.nonce(signer.address),
            gas=gas,
            gas_price=0,
            chain_id=self.connection.network.chain_id,
        )
        return await_receipt(self.connection, self.connection.send(signed.raw))


@pytest.fixture(scope="session")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chain]:
    """Return the deployed chain."""
    folder: Path = tmp_path_factory.mktemp("chain")
    engine = Embedded(EmbeddedSettings(folder, port=free_port(), state_interval=3600))
    engine.start()
    with unpinned(engine.url) as deploying:
        network = deploy(deploying, AUTHORITY)
    with connect(network) as connection:
        deployed = Chain(connection, contracts_of(connection), AUTHORITY, MAKER)
        deployed.send(AUTHORITY, deployed.contracts.members.admit(b"{}", 1, MAKER.address))
        deployed.send(AUTHORITY, deployed.contracts.prefixes.grant("gs1", "6901234", 1))
        yield deployed
    engine.kill()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Embedded]:
    """Return an embedded chain that is not started yet and may be stopped and killed."""
    embedded = Embedded(EmbeddedSettings(tmp_path / "chain", port=free_port(), state_interval=3600))
    yield embedded
    embedded.kill()
