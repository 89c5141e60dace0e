"""The first block: who seals from then on, what accounts have, and its hash, by which everyone knows the network.

Source: EIP-225 (Clique), the QBFT extra data of Besu, Yellow Paper appendix D (state trie); Besu `genesis.json`, geth `genesis.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from network.plan import Engine, Plan
from network.state_root import state_root
from traceability.ledger.keys import keccak
from traceability.proof.rlp import encode
from traceability.proof.trie import EMPTY_TRIE

QBFT_MIX = bytes.fromhex("63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365")
"""`mixHash` of every QBFT block."""
CLIQUE_BASE_FEE = 7
"""Wei: the least that London's rule comes down to."""
QBFT_BASE_FEE = 1_000_000_000
"""Wei: what Besu writes into the first block; with `zeroBaseFee` all others have zero."""
ALLOWANCE = 10**30
"""Wei of each organisation where gas costs something: more than it can ever use."""
REQUEST_TIMEOUT = 4
"""Seconds after which QBFT goes on to the next round."""
CONTRACT_SIZE = 2_147_483_647
_EMPTY_UNCLES = bytes.fromhex("1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347")
_FORKS = (
    "homesteadBlock", "eip150Block", "eip155Block", "eip158Block", "byzantiumBlock", "constantinopleBlock", "petersburgBlock",
    "istanbulBlock", "berlinBlock", "londonBlock",
)  # fmt: skip


def genesis_of(plan: Plan) -> dict[str, Any]:
    """Return the content of `genesis.json` for the plan's engine."""
    if plan.engine is Engine.BESU:
        return _common(plan) | {
            "config": {
                "chainId": plan.rules.chain_id,
                "berlinBlock": 0,
                "londonBlock": 0,
                "shanghaiTime": 0,
                "zeroBaseFee": True,
                "contractSizeLimit": CONTRACT_SIZE,
                "qbft": {
                    "epochlength": plan.rules.epoch,
                    "blockperiodseconds": plan.rules.period,
                    "requesttimeoutseconds": max(REQUEST_TIMEOUT, 2 * plan.rules.period),
                },
            },
            "mixHash": "0x" + QBFT_MIX.hex(),
        }
    config: dict[str, Any] = {"chainId": plan.rules.chain_id} | dict.fromkeys(_FORKS, 0)
    if plan.engine is Engine.CLIQUE:
        config["clique"] = {"period": plan.rules.period, "epoch": plan.rules.epoch}
    return _common(plan) | {"config": config, "mixHash": "0x" + bytes(32).hex(), "baseFeePerGas": hex(CLIQUE_BASE_FEE)}


def genesis_hash(plan: Plan) -> bytes:
    """Return the hash of the first block, without any node. A node that has another one has another network."""
    return keccak(first_header(plan, state_root(balances(plan))))


def first_header(plan: Plan, root: bytes) -> bytes:
    """Return the RLP of the first block's header over a state with this root."""
    fields: list[Any] = [
        bytes(32), _EMPTY_UNCLES, bytes(20), root, EMPTY_TRIE, EMPTY_TRIE, bytes(256),
        b"\x01", b"", _whole(plan.rules.gas_limit), b"", _whole(plan.rules.created_at), extra_data(plan),
        QBFT_MIX if plan.engine is Engine.BESU else bytes(32), bytes(8),
    ]  # fmt: skip
    if plan.engine is Engine.BESU:
        fields += [_whole(QBFT_BASE_FEE), EMPTY_TRIE]
    else:
        fields.append(_whole(CLIQUE_BASE_FEE))
    return encode(fields)


def extra_data(plan: Plan) -> bytes:
    """Return the extra data of the first block: the validators, in the form of the engine."""
    if plan.engine is Engine.BESU:
        return encode([bytes(32), list(plan.validators), [], b"", []])
    return bytes(32) + b"".join(plan.validators) + bytes(65)


def balances(plan: Plan) -> Mapping[bytes, int]:
    """Return what accounts have in the first block: nothing where gas is free, else enough for each organisation."""
    if plan.engine is Engine.BESU:
        return {}
    return {each.request.organisation: ALLOWANCE for each in plan.requests}


def _common(plan: Plan) -> dict[str, Any]:
    return {
        "nonce": "0x0",
        "timestamp": hex(plan.rules.created_at),
        "gasLimit": hex(plan.rules.gas_limit),
        "difficulty": "0x1",
        "coinbase": "0x" + bytes(20).hex(),
        "extraData": "0x" + extra_data(plan).hex(),
        "alloc": {address.hex(): {"balance": hex(amount)} for address, amount in balances(plan).items()},
    }


def _whole(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")
