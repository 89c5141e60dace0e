"""Members, prefixes, attestations and liens in the mirror are what the contracts say, after every change."""

import itertools
import json
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from waiting import awaited

from chain.gateways import Pledge, Statement
from chain.network import save_network
from chain.signer import Signer
from indexer import main
from indexer.following import Indexer
from store import Mirror, open_mirror
from store.errors import MirrorBusy
from store.mirror import assertions, members, positions
from store.mirror.checkpoints import checkpoint_of
from store.mirror.sole_writer import sole_writer
from traceability.ledger.ids import lien_id
from traceability.ledger.ids import schema_id as id_of_schema
from traceability.ledger.keys import prefix_key

FRESH = itertools.count(4_000)
FAR = 2**64 - 1
"""The last time that 64 bits hold, far beyond what SQL can count."""


@dataclass
class Firm:
    """A firm of the test's own."""

    world: Any
    indexer: Indexer
    number: int
    signer: Signer

    def acts(self, call: Any) -> None:
        self.world.send(self.signer, call)
        self.indexer.catch_up()

    def authority_acts(self, call: Any) -> None:
        self.world.send(self.world.authority, call)
        self.indexer.catch_up()


@pytest.fixture
def admitted(world: Any, indexer: Indexer) -> Callable[[int], Firm]:
    def admit(roles: int = 1) -> Firm:
        signer = Signer.generate()
        world.send(world.authority, world.contracts.members.admit(b'{"name":"Firm"}', roles, signer.address))
        indexer.catch_up()
        return Firm(world, indexer, world.contracts.members.count(), signer)

    return admit


@pytest.fixture
def prefix(world: Any) -> str:
    return f"693{next(FRESH)}"


def test_every_change_of_an_organisation_is_a_new_version(world: Any, mirror: Mirror, admitted: Any) -> None:
    firm, contract = admitted(), world.contracts.members

    firm.authority_acts(contract.suspend(firm.number, "unpaid"))
    suspended = members.organisation_of(mirror, firm.number)
    firm.authority_acts(contract.reinstate(firm.number, "paid"))
    firm.authority_acts(contract.set_roles(firm.number, 64))
    firm.authority_acts(contract.set_profile(firm.number, b'{"name":"\xe6\x9f\x9c\x00\xff"}'))
    firm.authority_acts(contract.set_successor(firm.number, 1))

    found = members.organisation_of(mirror, firm.number)
    truth = contract.record(firm.number)
    assert suspended is not None
    assert found is not None
    assert (suspended.standing, found.standing) == (2, 1)
    assert (found.roles, found.successor, found.admitted_at) == (truth.roles, truth.successor, truth.admitted_at)
    assert found.profile == '{"name":"柜\ufffd\ufffd"}'
    assert members.organisations_of(mirror, [firm.number, 10_000]) == {firm.number: found}
    assert members.organisations_after(mirror, firm.number - 1)[0] == found


def test_keys_are_added_closed_and_rotated(world: Any, mirror: Mirror, admitted: Any) -> None:
    firm, contract = admitted(), world.contracts.members
    second, third = Signer.generate(), Signer.generate()

    firm.acts(contract.add_key(firm.number, second.address, 0, FAR))
    never = members.signing_key(mirror, second.address)
    firm.acts(contract.close_key(second.address, 0))
    firm.acts(contract.rotate_key(third.address))

    keys = members.signing_keys_of(mirror, firm.number)
    assert never is not None
    assert never.valid_until == 2**63 - 1
    assert [key.address for key in keys] == [firm.signer.address, second.address, third.address]
    for key in keys:
        truth = contract.key_record(key.address)
        assert (key.organisation, key.key_number, key.valid_from, key.valid_until) == (
            truth.organisation,
            truth.key_number,
            truth.valid_from,
            truth.valid_until,
        )


def test_a_grant_follows_its_holder_policy_and_partners(world: Any, mirror: Mirror, admitted: Any, prefix: str) -> None:
    firm, contract, key = admitted(), world.contracts.prefixes, prefix_key("gs1", prefix)

    firm.authority_acts(contract.grant("gs1", prefix, firm.number))
    firm.acts(contract.set_policy(key, 0, 2))
    firm.acts(contract.set_partner(key, 1, 0x12))
    firm.acts(contract.set_partner(key, 2, 0x10))
    firm.acts(contract.set_partner(key, 1, 0x02))
    firm.authority_acts(contract.suspend("gs1", prefix, "under review"))

    grant, truth = members.grants_by_key(mirror, [key])[key], contract.grant_of(key)
    assert (grant.status, grant.holder, grant.everyone, grant.anchors_forbidden) == (
        truth.status,
        truth.holder,
        truth.everyone,
        truth.anchors_forbidden,
    )
    assert (grant.status, grant.everyone, grant.anchors_forbidden) == (2, 0, 2)
    assert members.partners_of(mirror, key) == {1: 0x02, 2: 0x10}
    assert members.partner_mask(mirror, key, 3) == 0
    assert [found.prefix for found in members.grants_after(mirror, firm.number)] == [prefix]
    assert members.grants_after(mirror, firm.number, after=("gs1", prefix)) == ()


def test_a_revoked_prefix_can_be_granted_again(world: Any, mirror: Mirror, admitted: Any, prefix: str) -> None:
    first, second, contract = admitted(), admitted(), world.contracts.prefixes
    key = prefix_key("gs1", prefix)

    first.authority_acts(contract.grant("gs1", prefix, first.number))
    first.authority_acts(contract.revoke("gs1", prefix, "moved"))
    revoked = members.grants_by_key(mirror, [key])[key].status
    first.authority_acts(contract.grant("gs1", prefix, second.number))

    assert (revoked, members.grants_by_key(mirror, [key])[key].holder) == (3, second.number)
    assert [grant.status for _, grant in members.grants_until(mirror, key)] == [1, 3, 1]
    assert members.grants_after(mirror, first.number) == ()


def test_a_node_may_grant_until_it_is_taken_back(world: Any, mirror: Mirror, admitted: Any, prefix: str) -> None:
    firm, contract = admitted(), world.contracts.prefixes

    firm.authority_acts(contract.grant_node("gs1", prefix, firm.number))
    given = members.nodes_of(mirror, firm.number)
    firm.authority_acts(contract.grant_node("gs1", prefix, 0))

    assert [(node.scheme, node.prefix) for node in given] == [("gs1", prefix)]
    assert members.nodes_of(mirror, firm.number) == ()


def test_attestations_are_issued_revoked_and_superseded(world: Any, mirror: Mirror, admitted: Any) -> None:
    firm, contract, subject = admitted(128), world.contracts.attestations, os.urandom(32)
    schema = json.dumps({"number": next(FRESH)}).encode()
    first, second, third = (
        Statement(id_of_schema(schema), subject, os.urandom(32), expires) for expires in (0, 0, FAR)
    )

    firm.acts(contract.register_schema(schema))
    firm.acts(contract.attest(first))
    firm.acts(contract.attest(second))
    revoked, superseded = assertions.attestations_about(mirror, [subject])
    if revoked.commitment != first.commitment:
        revoked, superseded = superseded, revoked
    firm.acts(contract.revoke(revoked.attestation_id))
    firm.acts(contract.supersede(superseded.attestation_id, second.commitment, third))

    found = {item.commitment: item for item in assertions.attestations_by(mirror, firm.number)}
    assert [found[statement.commitment].status for statement in (first, second, third)] == [2, 3, 1]
    assert found[second.commitment].successor == found[third.commitment].attestation_id
    assert found[third.commitment].expires_at == 2**63 - 1
    assert assertions.attestation_of(mirror, revoked.attestation_id) == found[first.commitment]
    assert assertions.attestation_of(mirror, bytes(32)) is None
    (kept,) = assertions.schemas_of(mirror, [id_of_schema(schema)])
    assert (kept.organisation, kept.text) == (firm.number, schema.decode())
    last = max((item.issued_at, item.attestation_id) for item in found.values())
    assert assertions.attestations_by(mirror, firm.number, after=last) == ()


def test_a_lien_is_reserved_activated_and_released(world: Any, mirror: Mirror, admitted: Any, prefix: str) -> None:
    borrower, bank, contract = admitted(1), admitted(64), world.contracts.liens
    asset, reference = os.urandom(32), os.urandom(32)
    until = int(world.connection.request("eth_getBlockByNumber", ("latest", False))["timestamp"], 16) + 3600
    pledge = Pledge(asset, bank.number, reference, until)
    nonce = contract.nonce_of(borrower.number)
    number = lien_id(asset, borrower.number, bank.number, reference)

    bank.acts(contract.reserve(pledge, contract.authorise_pledge(borrower.signer, pledge, nonce, until)))
    reserved = assertions.lien_of(mirror, number)
    bank.acts(contract.activate(number))
    active = assertions.liens_on(mirror, [asset])
    bank.acts(contract.release(number))

    assert reserved is not None
    assert (reserved.state, reserved.pledgor, reserved.pledgee, reserved.until) == (
        1,
        borrower.number,
        bank.number,
        until,
    )
    assert [lien.state for lien in active] == [2]
    assert [[lien.state for lien in assertions.liens_with(mirror, firm.number)] for firm in (borrower, bank)] == [
        [3],
        [3],
    ]
    assert assertions.lien_of(mirror, bytes(32)) is None


def test_an_indexer_that_starts_anew_knows_the_versions_before(
    world: Any, record: Any, mirror: Mirror, admitted: Any
) -> None:
    firm = admitted()
    second = Indexer(world.connection, record, mirror)

    world.send(world.authority, world.contracts.members.set_roles(firm.number, 8))
    second.catch_up()

    found = members.organisation_of(mirror, firm.number)
    assert found is not None
    assert (found.roles, found.profile) == (8, '{"name":"Firm"}')


def test_the_process_follows_until_it_is_told_to_stop(
    world: Any, tmp_path: Path, address: Callable[[str], str]
) -> None:
    environment = {
        "SUYUAN_HOME": str(tmp_path),
        "SUYUAN_RECORD_URL": address("record"),
        "SUYUAN_MIRROR_URL": address("mirror"),
    }
    stop = threading.Event()
    process = threading.Thread(target=main.run, args=(environment, stop))
    process.start()
    save_network(tmp_path, world.connection.network)
    mirror = open_mirror(environment["SUYUAN_MIRROR_URL"])
    try:
        newest = world.connection.block_number()
        awaited(
            lambda: (reached := checkpoint_of(mirror)) is not None and reached.block_number == newest,
            "the mirror to reach the newest block",
        )
        with pytest.raises(MirrorBusy):
            main.rebuild_installation(environment, print)
    finally:
        stop.set()
        process.join()

    said: list[str] = []
    assert main.rebuild_installation(environment, said.append) == world.connection.block_number()
    assert said
    assert main.audit_installation(environment) == ()
    mirror.close()


def test_a_mirror_has_one_writer(mirror: Mirror) -> None:
    with sole_writer(mirror), pytest.raises(MirrorBusy), sole_writer(mirror):
        pass

    with sole_writer(mirror):
        pass


def test_a_position_says_block_log_and_leaf() -> None:
    position = positions.position_of(7, 5, 3)

    assert (positions.block_of(position), positions.log_of(position), positions.leaf_of(position)) == (7, 5, 3)
    assert positions.first_position(7) < position < positions.first_position(8)
    with pytest.raises(OverflowError):
        positions.position_of(2**27, 0)
