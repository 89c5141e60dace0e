"""The first block is made without any node, and is the one that real networks of the same plan have."""

from __future__ import annotations

import json
from pathlib import Path

from network.folder import files_of
from network.genesis import ALLOWANCE, balances, extra_data, first_header, genesis_hash, genesis_of
from network.node_key import NodeKey
from network.plan import Engine, Plan, Rules, plan_of
from network.request import JoinRequest, SignedRequest, signed_request
from network.state_root import state_root
from traceability.ledger.keys import keccak
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.trie import EMPTY_TRIE


def request(number: int, words: str = "qbft vector validator {}") -> SignedRequest:
    # The keys of the published networks are digests of these words.
    node, organisation = NodeKey(keccak(words.format(number).encode())), NodeKey(keccak(f"firm {number}".encode()))
    join = JoinRequest(
        f"firm-{number}", f"Firm {number}", "127.0.0.1", 30_300 + number, node.public_key, organisation.address
    )
    return signed_request(join, node, organisation)


def plan(engine: Engine, **rules: int) -> Plan:
    return plan_of(engine, Rules(91_337, **rules), [request(number) for number in range(1, 5)])


def test_the_first_block_is_that_of_a_running_besu_network(standards: Path) -> None:
    vectors = json.loads((standards / "qbft" / "besu" / "qbft-4-validators.json").read_text("utf-8"))
    block = vectors["genesis_header"]
    ours = plan(Engine.BESU, gas_limit=int(block["gasLimit"], 16))

    header = first_header(ours, bytes.fromhex(block["stateRoot"][2:]))

    assert vectors["genesis_validators"] == ["0x" + address.hex() for address in ours.validators]
    assert block["extraData"] == "0x" + extra_data(ours).hex() == genesis_of(ours)["extraData"]
    assert vectors["genesis_hash"] == "0x" + BlockHeader.from_rlp(header).hash(Consensus.QBFT).hex()


def test_a_state_of_balances_has_the_root_under_which_each_is_proven() -> None:
    assert EMPTY_TRIE == state_root({})
    root = state_root(balances(plan(Engine.CLIQUE)))

    assert 32 == len(root)
    assert root != state_root(dict.fromkeys(balances(plan(Engine.CLIQUE)), ALLOWANCE - 1))


def test_every_rule_of_a_plan_is_in_its_first_block() -> None:
    plans = [
        plan(Engine.BESU), plan(Engine.CLIQUE), plan(Engine.BESU, gas_limit=60_000_000), plan(Engine.BESU, created_at=1),
        plan_of(Engine.BESU, Rules(91_337), [request(number) for number in range(1, 4)]),
    ]  # fmt: skip

    assert len(plans) == len({genesis_hash(each) for each in plans})


def test_each_firm_gets_all_that_its_node_needs() -> None:
    for engine, own in (
        (Engine.BESU, {"besu.toml", "permissions.toml", "static-nodes.json", "compose.yaml"}),
        (Engine.CLIQUE, {"geth.toml"}),
    ):
        files = files_of(plan(engine), "firm-3")

        everyone = {
            "plan.json",
            "owner.json",
            "genesis.json",
            "suyuan-node.service",
            "firewall.nft",
            "prometheus.yml",
            "grafana.json",
        }
        assert everyone | own == set(files)
        for name, text in files.items():
            if name.endswith(".json"):
                json.loads(text)


def test_besu_lets_in_exactly_the_nodes_of_the_plan() -> None:
    ours = plan(Engine.BESU)
    files = files_of(ours, "firm-3")

    enodes = {each.request.enode for each in ours.requests}
    assert enodes == set(
        json.loads(files["permissions.toml"].split("accounts-allowlist")[0].removeprefix("nodes-allowlist="))
    )
    assert enodes - {ours.of("firm-3").request.enode} == set(json.loads(files["static-nodes.json"]))
    assert "tx-pool-limit-by-account-percentage=1" in files["besu.toml"]
    assert '"rpc-http-host"' not in files["besu.toml"]
    assert 'rpc-http-host="127.0.0.1"' in files["besu.toml"]


def test_json_rpc_is_for_the_firm_s_own_machine_alone() -> None:
    wall = files_of(plan(Engine.BESU), "firm-1")["firewall.nft"]

    assert "ip saddr 127.0.0.1 tcp dport 30301 accept" in wall
    assert "tcp dport { 30301, 30302, 30303 } drop" in wall
