"""Raw storage words are where and what docs/formats.md §5 says, as the Python side computes and reads them.

Only the published slots are read here; the compiler's own layout is held against the same numbers at the end.
"""

from __future__ import annotations

import pytest

from traceability.ledger import slots
from traceability.ledger.head import EMPTY_HEAD, replay
from traceability.ledger.ids import attestation_id, lien_id, schema_id
from traceability.ledger.keys import keccak, prefix_key
from traceability.ledger.meta import Flag, Kind, Meta, Role, State
from traceability.ledger.records import (
    AssetKind,
    AttestationRecord,
    AttestationStatus,
    DirectoryEntry,
    Grant,
    GrantStatus,
    LienQuantity,
    LienRecord,
    LienState,
    MemberKey,
    NodeRecord,
    OrganisationRecord,
    OrganisationStatus,
    SchemaRecord,
    StateRecord,
)

REST = "01/0/00001/21/A1"
PUBLISHED = {
    "Directory": {"_entries": "0", "_authority": "1"},
    "Members": {"_organisations": "0", "_profiles": "1", "_keys": "2", "_count": "3"},
    "Prefixes": {"_grants": "0", "_partners": "1", "_nodes": "2"},
    "Ledger": {"_heads": "0", "_states": "1", "_counts": "2", "_anchors": "3"},
    "Attestations": {"_schemas": "0", "_attestations": "1", "_successors": "2"},
    "Liens": {"_liens": "0", "_assets": "1", "_quantities": "2", "_encumbrances": "3"},
}


def _time(network, receipt):
    return network.w3.eth.get_block(receipt["blockNumber"])["timestamp"]


@pytest.mark.parametrize("name", slots.DIRECTORY_NAMES)
def test_the_directory_keeps_each_contract(network, name):
    word = network.slot(network.directory, slots.directory_entry(name))

    entry = DirectoryEntry.from_word(word)
    assert bytes.fromhex(getattr(network, name).address[2:]) == entry.contract
    assert 1 == entry.version
    block, _, _ = network.directory.functions.entry(keccak(name.encode())).call()[::-1]
    assert block == entry.from_block


def test_the_directory_keeps_its_authority_right_aligned(network):
    word = network.slot(network.directory, slots.DIRECTORY_AUTHORITY)

    assert bytes(12) + bytes.fromhex(network.authority.account.address[2:]) == word


def test_members_keep_the_record_of_an_organisation(network):
    profile = b'{"name":"Laoshan Carriers"}'
    admit = network.members.functions.admit(profile, int(Role.CARRIER | Role.SERVICE), network.accounts[7].address)
    time = _time(network, network.send(admit, network.authority))
    number = network.members.functions.count().call()
    network.send(network.members.functions.setSuccessor(number, 2), network.authority)
    network.send(network.members.functions.suspend(number, "review"), network.authority)

    record = OrganisationRecord.from_word(network.slot(network.members, slots.organisation_record(number)))

    expected = OrganisationRecord(OrganisationStatus.SUSPENDED, Role.CARRIER | Role.SERVICE, 2, 1, time)
    assert expected == record
    assert keccak(profile) == network.slot(network.members, slots.organisation_profile(number))
    assert number == int.from_bytes(network.slot(network.members, slots.ORGANISATION_COUNT), "big")


def test_members_keep_the_record_of_a_key(network, parties):
    start, end = network.now() + 1000, network.now() + 2000
    key = network.accounts[7].address
    network.send(network.members.functions.addKey(1, key, start, end), parties.manufacturer)

    word = network.slot(network.members, slots.member_key(bytes.fromhex(key[2:])))

    assert MemberKey(organisation=1, number=2, valid_from=start, valid_until=end) == MemberKey.from_word(word)


def test_prefixes_keep_a_grant_a_partner_and_a_node(network, parties):
    functions = network.prefixes.functions
    time = _time(network, network.send(functions.grant("gs1", "6907654", 1), network.authority))
    key = prefix_key("gs1", "6907654")
    network.send(functions.setPolicy(key, 0x2, 0x1234), parties.manufacturer)
    network.send(functions.setPartner(key, 2, 0x3FFF), parties.manufacturer)
    network.send(functions.grantNode("idis", "88.118", 5), network.authority)

    word = network.slot(network.prefixes, slots.grant(key))

    assert Grant(GrantStatus.GRANTED, 1, 0x2, 0x1234, time) == Grant.from_word(word)
    assert 0x3FFF == int.from_bytes(network.slot(network.prefixes, slots.partner(key, 2)), "big")
    node = NodeRecord.from_word(network.slot(network.prefixes, slots.node(prefix_key("idis", "88.118"))))
    assert NodeRecord(GrantStatus.GRANTED, 5) == node


def test_the_ledger_keeps_heads_states_counts_and_anchors(network, parties, writing):
    event = writing.event(Kind.STATE, REST, state=State.QUARANTINED, flags=Flag.STATE | Flag.PRIVATE)
    record = network.ledger.functions.record(writing.batch_of([event]))
    time = _time(network, network.send(record, parties.manufacturer))
    root = keccak(b"root")
    network.send(network.ledger.functions.anchor(1, 0, root, 7, 1 << Kind.OBSERVE), parties.manufacturer)

    meta = Meta(Kind.STATE, Flag.STATE | Flag.PRIVATE, State.QUARANTINED, 1, 1, time).pack()
    head = network.slot(network.ledger, slots.head(writing.key(REST)))
    assert replay([(event.commitment, meta)], EMPTY_HEAD) == head
    state = StateRecord.from_word(network.slot(network.ledger, slots.state(writing.key(REST))))
    assert StateRecord(State.QUARANTINED, 1, time) == state
    assert 1 == int.from_bytes(network.slot(network.ledger, slots.stream(1, slots.HEADED_STREAM)), "big")
    assert 1 == int.from_bytes(network.slot(network.ledger, slots.stream(1, slots.ANCHORED_STREAM)), "big")
    assert root == network.slot(network.ledger, slots.anchor(1, slots.ANCHORED_STREAM, 0))


def test_attestations_keep_schemas_records_and_successors(network, parties):
    functions = network.attestations.functions
    schema, subject = b'{"name":"inspection"}', keccak(b"subject")
    registered = _time(network, network.send(functions.registerSchema(schema), parties.inspector))
    old = (schema_id(schema), subject, keccak(b"old"), 2**33)
    issued = _time(network, network.send(functions.attest(*old), parties.inspector))
    issuer = parties.inspector.organisation
    ids = [attestation_id(schema_id(schema), subject, issuer, keccak(text)) for text in (b"old", b"new")]
    new = (schema_id(schema), subject, keccak(b"new"), 0)
    replaced = _time(network, network.send(functions.supersede(ids[0], keccak(b"old"), new), parties.inspector))

    word = network.slot(network.attestations, slots.schema(schema_id(schema)))
    assert SchemaRecord(issuer, registered) == SchemaRecord.from_word(word)
    records = [
        AttestationRecord.from_word(network.slot(network.attestations, slots.attestation(found))) for found in ids
    ]
    assert AttestationRecord(AttestationStatus.SUPERSEDED, issuer, 1, issued, 2**33) == records[0]
    assert AttestationRecord(AttestationStatus.ISSUED, issuer, 1, replaced, 0) == records[1]
    assert ids[1] == network.slot(network.attestations, slots.attestation_successor(ids[0]))


def test_liens_keep_the_record_the_asset_and_the_encumbrance(network, parties, pledge):
    asset, reference, until = keccak(b"asset"), keccak(b"loan"), network.now() + 3600
    reserved = _time(network, network.send(pledge(asset, reference, until), parties.bank))
    found = lien_id(asset, parties.manufacturer.organisation, parties.bank.organisation, reference)

    record = LienRecord.from_word(network.slot(network.liens, slots.lien(found)))

    expected = LienRecord(
        LienState.RESERVED,
        AssetKind.THING,
        parties.manufacturer.organisation,
        parties.bank.organisation,
        until,
        reserved,
    )
    assert expected == record
    assert asset == network.slot(network.liens, slots.lien_asset(found))
    assert LienQuantity.from_word(network.slot(network.liens, slots.lien_quantity(found))) is None
    assert found == network.slot(network.liens, slots.encumbrance(asset))


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_compiler_lays_published_slots_where_the_formats_say(network, name):
    layout = {entry["label"]: (entry["slot"], entry["offset"]) for entry in network.artifacts[name]["storageLayout"]}

    assert {label: (slot, 0) for label, slot in PUBLISHED[name].items()} == {
        label: layout[label] for label in PUBLISHED[name]
    }
