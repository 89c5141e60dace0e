"""What the deployed contracts write is what a bundle proves: slots, heads, states and anchors of the embedded chain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ports import free_port

from chain.connection import Call, Connection, Receipt, connect
from chain.deployment import await_receipt, deploy, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.gateways import Contracts, contracts_of
from chain.gateways.batch import RecordedEvent, batch_of
from chain.headers import header_at
from chain.network import trust_root_of
from chain.proofs import prove
from chain.signer import Signer
from traceability.commitment import commit
from traceability.identifiers import parse
from traceability.ledger import slots
from traceability.ledger.keys import keccak, prefix_key, rest_hash
from traceability.ledger.meta import EVERYONE_DEFAULT, Flag, Kind, Meta, Role, State
from traceability.proof import AnchorClaim, Bundle, OrganisationClaim, ProvenState, QuestionKind, ThingClaim, key_of
from traceability.proof.inclusion import inclusion_path, tree_root

AUTHORITY, MAKER = Signer(bytes(31) + b"\x07"), Signer(bytes(31) + b"\x08")
ITEM = "https://id.gs1.org/01/06901234567892/21/A1"
PREFIX, REST = prefix_key("gs1", "6901234"), rest_hash("01/0/56789/21/A1")
KEY = key_of(ThingClaim(ITEM, "6901234", 0, bytes(32), ()))
PROFILE = '{"name":"海岚电器"}'
BATCH = [keccak(b"event %d" % number) for number in range(5)]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Return a chain with one member, its prefix, one thing that was made and recalled, and one anchored batch."""
    port = free_port()
    engine = Embedded(EmbeddedSettings(tmp_path_factory.mktemp("chain"), port=port, state_interval=3600))
    engine.start()
    try:
        with unpinned(engine.url) as deploying:
            network = deploy(deploying, AUTHORITY)
        with connect(network) as connected:
            contracts = contracts_of(connected)
            send(connected, AUTHORITY, contracts.members.admit(PROFILE.encode(), Role.MANUFACTURER, MAKER.address))
            send(connected, AUTHORITY, contracts.prefixes.grant("gs1", "6901234", 1))
            yield connected
    finally:
        engine.kill()


def send(connection: Connection, signer: Signer, call: Call) -> Receipt:
    signed = signer.sign_transaction(
        to=call.to,
        data=call.data,
        nonce=connection.nonce(signer.address),
        gas=5_000_000,
        gas_price=0,
        chain_id=connection.network.chain_id,
    )
    return await_receipt(connection, connection.send(signed.raw))


def wanted_of(contracts: Contracts, directory: bytes) -> dict[bytes, list[bytes]]:
    return {
        directory: [slots.directory_entry(name) for name in slots.DIRECTORY_NAMES],
        contracts.members.address: [
            slots.organisation_record(1),
            slots.organisation_profile(1),
            slots.organisation_record(2),
            slots.member_key(MAKER.address),
        ],
        contracts.prefixes.address: [slots.grant(PREFIX), slots.partner(PREFIX, 2)],
        contracts.ledger.address: [
            slots.head(KEY),
            slots.state(KEY),
            slots.stream(1, 0),
            slots.stream(1, 1),
            slots.anchor(1, 1, 0),
        ],
        contracts.liens.address: [slots.encumbrance(KEY)],
    }


def test_a_bundle_proves_what_the_contracts_wrote(connection: Connection) -> None:
    contracts = contracts_of(connection)
    made = commit(
        {"type": "ObjectEvent", "action": "ADD", "eventTime": "2026-05-01T10:00:00Z", "epcList": [ITEM]},
        event_hash="ni:///sha-256;" + "00" * 32 + "?ver=CBV2.0",
        organisation=1,
        kind=Kind.CREATE,
        flags=Flag.NONE,
        state=State.UNCHANGED,
        secret=bytes(32),
        thing_of=lambda text: (parse(text), 7),
    )
    recall = keccak(b"recall")
    events = [
        RecordedEvent(made.root, Kind.CREATE, Flag.NONE, State.UNCHANGED, ((PREFIX, REST),)),
        RecordedEvent(recall, Kind.STATE, Flag.STATE, State.RECALLED, ((PREFIX, REST),)),
    ]
    receipt = send(connection, MAKER, contracts.ledger.record(batch_of(events), 0))
    send(connection, MAKER, contracts.ledger.anchor(1, 0, tree_root(BATCH), len(BATCH), 2))
    time = header_at(connection, receipt.block_number).timestamp
    trust_root = trust_root_of(connection.network)
    state = prove(connection, wanted_of(contracts, trust_root.directory))
    claim = ThingClaim(
        ITEM,
        "6901234",
        0,
        bytes(32),
        (
            (made.root, Meta(Kind.CREATE, Flag.NONE, State.UNCHANGED, 1, 1, time).pack()),
            (recall, Meta(Kind.STATE, Flag.STATE, State.RECALLED, 1, 1, time).pack()),
        ),
    )
    bundle = Bundle(
        trust_root.network,
        QuestionKind.THING,
        ITEM,
        state.header_rlp,
        state.nodes,
        (claim,),
        {made.root: made.opening(["/epcList/0"])},
        (OrganisationClaim(1, PROFILE),),
    )

    proven = ProvenState(Bundle.from_json(bundle.to_json()), trust_root)

    assert proven.block_hash == state.header.hash
    assert proven.contract("ledger") == contracts.ledger.address
    assert proven.verify_history(claim) == KEY
    assert (State.RECALLED, 1, time) == (
        proven.state(KEY).state,
        proven.state(KEY).organisation,
        proven.state(KEY).since,
    )
    opened = proven.opened(made.root)
    assert opened is not None
    assert opened.names(KEY)
    assert opened.header.agrees_with(Meta.unpack(claim.lines[0][1]))
    proven.verify_anchor(AnchorClaim(1, 1, 0, 5, 3, inclusion_path(BATCH, 3), BATCH[3]))
    assert (1, 1) == (proven.stream_count(1, 0), proven.stream_count(1, 1))
    grant, organisation, key = proven.grant(PREFIX), proven.organisation(1), proven.member_key(MAKER.address)
    assert grant is not None
    assert organisation is not None
    assert key is not None
    assert (1, EVERYONE_DEFAULT) == (grant.holder, grant.everyone)
    assert Role.MANUFACTURER == organisation.roles
    assert (1, 1) == (key.organisation, key.number)
    assert PROFILE == proven.profile(1)
    assert proven.organisation(2) is None
    assert proven.rights(PREFIX, 2) == EVERYONE_DEFAULT
    assert proven.lien_on(KEY) is None
