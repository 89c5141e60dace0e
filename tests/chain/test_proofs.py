"""Headers hash to their block, and proofs of many slots are proven by one pool of nodes."""

import pytest

from chain.errors import AnswerDisproved, AnswerNotReady
from chain.finality import final_through, is_instant, may_rewind
from chain.gateways import RecordedEvent, batch_of
from chain.headers import encoded_header, header_at, header_rlp, headers_of
from chain.network import Consensus, Network
from chain.proofs import prove
from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key
from traceability.ledger.slots import directory_entry, grant, head, member_key
from traceability.proof import TrieNodes
from traceability.proof.header import BlockHeader


def test_headers_of_a_range_form_a_chain(chain):
    headers = headers_of(chain.connection, 0, chain.connection.block_number())

    assert list(range(len(headers))) == [header.number for header in headers]
    assert [header.hash for header in headers[:-1]] == [header.parent_hash for header in headers[1:]]


def test_the_rlp_of_every_header_hashes_to_its_block(chain):
    for number in range(chain.connection.block_number() + 1):
        header, encoded = header_rlp(chain.connection, number)

        assert header.hash == keccak(encoded)


def test_a_header_is_found_by_hash_and_by_tag(chain):
    latest = header_at(chain.connection, "latest")

    assert latest == header_at(chain.connection, latest.hash)


def test_a_header_whose_fields_do_not_hash_to_its_block_is_refused(chain):
    fields = chain.connection.request("eth_getBlockByNumber", ("0x1", False))
    changed = fields | {"timestamp": hex(int(fields["timestamp"], 16) + 1)}

    with pytest.raises(AnswerDisproved, match="block 1: the header's hash must be"):
        encoded_header(changed, Consensus.NONE, bytes.fromhex(fields["hash"][2:]))


def test_a_block_that_is_not_there_yet_is_retryable(chain):
    with pytest.raises(AnswerNotReady):
        header_at(chain.connection, 10_000)
    with pytest.raises(AnswerNotReady):
        headers_of(chain.connection, 0, 10_000)


def test_the_pool_proves_every_slot_of_every_contract_under_the_headers_state_root(chain):
    contracts = chain.contracts
    prefix = prefix_key("gs1", "6901234")
    rests = [rest_hash(f"proof {number}") for number in range(40)]
    batch = batch_of([RecordedEvent(keccak(rest), 2, 0, 0, ((prefix, rest),)) for rest in rests])
    chain.send(chain.maker, contracts.ledger.record(batch, contracts.ledger.stream_count(1, 0)), gas=20_000_000)
    heads = [head(thing_key(prefix, rest)) for rest in rests]
    absent = head(thing_key(prefix, rest_hash("never written")))

    proof = prove(
        chain.connection,
        {
            contracts.ledger.address: [*heads, absent, heads[0]],
            contracts.prefixes.address: [grant(prefix)],
            contracts.members.address: [member_key(chain.maker.address)],
            contracts.directory.address: [directory_entry("ledger")],
        },
    )

    state_root = BlockHeader.from_rlp(proof.header_rlp).state_root
    nodes = TrieNodes(proof.nodes)
    for (address, slot), value in proof.values.items():
        account = nodes.account(state_root, address)
        assert value == nodes.slot(account.storage_root, slot)
    assert bytes(32) == proof.values[contracts.ledger.address, absent]
    assert contracts.ledger.address == proof.values[contracts.directory.address, directory_entry("ledger")][:20]
    assert len(set(proof.nodes)) == len(proof.nodes)


def test_a_contract_is_proven_without_slots_too(chain):
    proof = prove(chain.connection, {chain.contracts.liens.address: []})

    assert {} == proof.values
    assert proof.nodes


@pytest.mark.parametrize(
    ("consensus", "final", "instant", "rewinds"),
    [(Consensus.NONE, 20, True, True), (Consensus.QBFT, 20, True, False), (Consensus.CLIQUE, 8, False, True)],
)
def test_finality_follows_the_kind_of_network(consensus, final, instant, rewinds):
    network = Network("http://x", 1, bytes(20), bytes(32), consensus)

    assert (final, instant, rewinds) == (final_through(network, 20), is_instant(network), may_rewind(network))


def test_a_young_forking_network_has_no_final_block():
    network = Network("http://x", 1, bytes(20), bytes(32), Consensus.CLIQUE)

    assert -1 == final_through(network, 3)
