"""The pinned network is written whole and read strictly."""

import json

import pytest

from chain.errors import NetworkFileInvalid
from chain.network import Consensus, Network, load_network, save_network, trust_root_of

QBFT = Network(
    "http://node:8545",
    7,
    b"\x01" * 20,
    b"\x02" * 32,
    Consensus.QBFT,
    (b"\x03" * 20,),
    expires=99,
    from_block=5,
    depth=3,
)


def test_a_network_is_read_as_it_was_written(tmp_path):
    save_network(tmp_path, QBFT)

    assert QBFT == load_network(tmp_path)
    assert ["network.json"] == [path.name for path in tmp_path.iterdir()]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(NetworkFileInvalid, match="does not exist"):
        load_network(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"chainId": "seven"},
        {"directory": "0x01"},
        {"genesis": "0xzz"},
        {"consensus": "hope"},
        {"validators": ["0x01"]},
        {"rpcUrl": None, "genesis": 5},
    ],
)
def test_a_file_with_other_contents_is_refused(tmp_path, change):
    path = save_network(tmp_path, QBFT)
    path.write_text(json.dumps(json.loads(path.read_text()) | change))

    with pytest.raises(NetworkFileInvalid):
        load_network(tmp_path)


def test_the_root_of_trust_says_what_a_checker_takes_on_faith():
    root = trust_root_of(QBFT)

    assert (7, b"\x02" * 32, b"\x01" * 20, Consensus.QBFT, (b"\x03" * 20,), 99) == (
        root.chain_id,
        root.genesis,
        root.directory,
        root.consensus,
        root.validators,
        root.expires,
    )


def test_another_node_serves_the_same_network():
    assert ("http://other", 7) == (
        QBFT.with_rpc_url("http://other").rpc_url,
        QBFT.with_rpc_url("http://other").chain_id,
    )
