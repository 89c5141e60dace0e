"""Each gateway writes what its contract understands, and reads what it answers."""

import ast
from pathlib import Path

import pytest

from chain.contract_interface import interface_of
from chain.deployment import SCHEMES
from chain.errors import ContractUnknown, ReplyInvalid
from chain.events import LienReserved, OrganisationAdmitted, event_of
from chain.gateways import (
    AttestationsGateway,
    AttestationStanding,
    DirectoryGateway,
    MembersGateway,
    Pledge,
    RecordedEvent,
    Statement,
    batch_of,
)
from chain.logs import logs_between, logs_in_block
from chain.refusals import AssetEncumbered, PledgeeMismatch, SignatureInvalid, StreamOutOfOrder
from chain.signer import Signer
from traceability.ledger.ids import attestation_id, schema_id
from traceability.ledger.keys import prefix_key, rest_hash, thing_key

BANK_ROLE = 64


@pytest.fixture(scope="module")
def bank(chain):
    signer = Signer(bytes(31) + b"\x0b")
    receipt = chain.send(chain.authority, chain.contracts.members.admit(b'{"name":"Bank"}', BANK_ROLE, signer.address))
    (log,) = [
        event
        for log in logs_between(
            chain.connection, receipt.block_number, receipt.block_number, [chain.contracts.members.address]
        ).logs
        if isinstance(event := event_of(log), OrganisationAdmitted)
    ]
    return log.organisation, signer


def test_the_directory_names_every_contract(chain):
    directory = chain.contracts.directory

    assert chain.contracts.ledger.address == directory.entry("ledger").address
    assert chain.authority.address == directory.authority()
    with pytest.raises(ContractUnknown, match="payments"):
        directory.entry("payments")


def test_an_address_without_a_contract_answers_nothing_readable(chain):
    with pytest.raises(ReplyInvalid):
        DirectoryGateway(chain.connection, b"\x01" * 20).authority()


def test_every_scheme_is_registered_with_its_separator(chain):
    for rule in SCHEMES:
        scheme = chain.contracts.prefixes.scheme_of(rule.name)

        assert scheme.registered
        assert (rule.separator.encode() or b"\x00", rule.shortest, rule.longest) == (
            scheme.separator,
            scheme.shortest,
            scheme.longest,
        )


def test_members_and_their_keys_are_read_back(chain):
    members: MembersGateway = chain.contracts.members

    assert (1, 1) == (members.member(chain.maker.address).organisation, members.member(chain.maker.address).key_number)
    assert (1, 1) == (members.record(1).standing, members.record(1).roles)
    assert 0 == members.key_record(b"\x01" * 20).organisation
    assert members.key_record(chain.maker.address).is_valid_at(2**40)


def test_grants_and_rights_are_read_back(chain):
    key = prefix_key("gs1", "6901234")

    assert (1, 1) == (chain.contracts.prefixes.grant_of(key).status, chain.contracts.prefixes.grant_of(key).holder)
    assert 0x2BF2 == chain.contracts.prefixes.grant_of(key).everyone
    assert chain.contracts.prefixes.rights(key, 1) & 1


def test_a_batch_that_a_member_signed_is_sent_by_anybody(chain):
    ledger = chain.contracts.ledger
    number = ledger.stream_count(1, 0)
    batch = batch_of(
        [RecordedEvent(b"\x07" * 32, 2, 0, 0, ((prefix_key("gs1", "6901234"), rest_hash("by signature")),))]
    )
    authorisation = ledger.authorise_record(chain.maker, batch, number, 2**40)

    receipt = chain.send(chain.authority, ledger.record_by_signature(batch, number, authorisation))

    assert receipt.succeeded
    assert number + 1 == ledger.stream_count(1, 0)
    with pytest.raises(StreamOutOfOrder):
        chain.connection.call(ledger.record_by_signature(batch, number, authorisation), chain.authority.address)
    with pytest.raises(SignatureInvalid):
        chain.connection.call(ledger.record_by_signature(batch, number + 1, authorisation), chain.authority.address)


def test_a_lien_is_reserved_with_the_pledgors_signature_and_bars_a_second(chain, bank):
    number, signer = bank
    liens = chain.contracts.liens
    asset = thing_key(prefix_key("gs1", "6901234"), rest_hash("pledged"))
    until = 2**31
    now = chain.connection.request("eth_getBlockByNumber", ("latest", False))
    until = int(now["timestamp"], 16) + 3600
    pledge = Pledge(asset, number, b"\x01" * 32, until)
    consent = liens.authorise_pledge(chain.maker, pledge, liens.nonce_of(1), 2**40)

    receipt = chain.send(signer, liens.reserve(pledge, consent))

    (log,) = logs_in_block(chain.connection, receipt.block_hash, [liens.address])
    event = event_of(log)
    assert isinstance(event, LienReserved)
    assert (asset, number, 1) == (event.asset, event.pledgee, event.pledgor)
    assert (event.lien, 1) == (liens.lien_on(asset), liens.lien_of(event.lien).state)
    second = Pledge(asset, number, b"\x02" * 32, until)
    again = liens.authorise_pledge(chain.maker, second, liens.nonce_of(1), 2**40)
    with pytest.raises(AssetEncumbered):
        chain.connection.call(liens.reserve(second, again), signer.address)
    with pytest.raises(PledgeeMismatch):
        chain.connection.call(liens.reserve(second, again), chain.maker.address)
    chain.send(signer, liens.activate(event.lien))
    chain.send(signer, liens.release(event.lien))
    assert 3 == liens.lien_of(event.lien).state


def test_an_attestation_is_issued_superseded_and_revoked(chain):
    attestations: AttestationsGateway = chain.contracts.attestations
    schema = b'{"title":"Test report"}'
    chain.send(chain.maker, attestations.register_schema(schema))
    subject = thing_key(prefix_key("gs1", "6901234"), rest_hash("attested"))
    first = Statement(schema_id(schema), subject, b"\x01" * 32, 0)
    second = Statement(first.schema_id, subject, b"\x02" * 32, 0)
    first_id, second_id = (attestation_id(s.schema_id, s.subject, 1, s.commitment) for s in (first, second))

    chain.send(chain.maker, attestations.attest(first))
    assert AttestationStanding.ACTIVE is attestations.status(first_id)
    chain.send(chain.maker, attestations.supersede(first_id, first.commitment, second))
    assert AttestationStanding.SUPERSEDED is attestations.status(first_id)
    chain.send(chain.maker, attestations.revoke(second_id))
    assert AttestationStanding.REVOKED is attestations.status(second_id)


def test_a_key_hands_over_by_signature_and_is_closed(chain):
    members = chain.contracts.members
    old, new = Signer(bytes(31) + b"\x0c"), Signer(bytes(31) + b"\x0d")
    chain.send(chain.authority, members.admit(b'{"name":"Rotating"}', 1, old.address))
    organisation = members.member(old.address).organisation
    consent = members.authorise_rotation(old, new.address, members.nonce_of(organisation), 2**40)

    chain.send(chain.authority, members.rotate_key_by_signature(new.address, consent))

    assert (organisation, 2) == (members.member(new.address).organisation, members.member(new.address).key_number)
    assert 0 == members.key_record(new.address).valid_until
    assert 0 < members.key_record(old.address).valid_until


def test_every_contract_carries_its_bytecode():
    for name in ("Directory", "Members", "Prefixes", "Ledger", "Attestations", "Liens"):
        assert 1_000 < len(interface_of(name).bytecode) < 2 * 24_576


def test_brownie_registers_the_same_schemes() -> None:
    script = ast.parse((Path(__file__).parents[2] / "scripts" / "brownie_deploy.py").read_text())
    written = next(
        ast.literal_eval(node.value)
        for node in script.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SCHEMES"
    )

    assert [(rule.name, rule.separator, rule.shortest, rule.longest) for rule in SCHEMES] == list(written)
