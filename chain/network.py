"""The network that an installation is pinned to: what a verifier must trust, and where a node of it is."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from chain.errors import NetworkFileInvalid
from traceability.proof.header import Consensus
from traceability.proof.qbft import EPOCH_LENGTH
from traceability.proof.trust_root import TrustRoot

__all__ = ["FILE_NAME", "Consensus", "Network", "load_network", "save_network", "trust_root_of"]

FILE_NAME = "network.json"
"""The name of the file in the installation's folder."""


@dataclass(frozen=True, slots=True)
class Network:
    """A network as pinned by an installation."""

    rpc_url: str
    """The URL of the node's JSON-RPC over HTTP."""
    chain_id: int
    """The EIP-155 chain id."""
    directory: bytes
    """The 20-byte address of the Directory contract, through which all others are found."""
    genesis: bytes
    """The 32-byte hash of block 0."""
    consensus: Consensus = Consensus.NONE
    """How blocks are agreed on."""
    validators: tuple[bytes, ...] = ()
    """The validators in force when the network was pinned (20-byte addresses), for QBFT."""
    expires: int = 0
    """Until when the validators are taken on faith, in seconds since 1970, for QBFT."""
    epoch_length: int = EPOCH_LENGTH
    """After how many blocks the network forgets votes on validators, for QBFT."""
    from_block: int = 0
    """The block in which the Directory was deployed: nothing of ours is before it."""
    gas_price: int = 0
    """The gas price in wei that the network asks for."""
    depth: int = 12
    """Blocks after which a block of a forking network counts as final."""

    def with_rpc_url(self, rpc_url: str) -> Network:
        """Return the same network reached through another node."""
        return replace(self, rpc_url=rpc_url)


def load_network(home: Path) -> Network:
    """Return the network pinned in `home`.

    Raises:
        NetworkFileInvalid: the file is missing or not what `save_network` writes.
    """
    path = home / FILE_NAME
    try:
        fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Network(
            rpc_url=str(fields["rpcUrl"]),
            chain_id=int(fields["chainId"]),
            directory=_bytes(fields["directory"], 20),
            genesis=_bytes(fields["genesis"], 32),
            consensus=Consensus(fields["consensus"]),
            validators=tuple(_bytes(item, 20) for item in fields.get("validators", [])),
            expires=int(fields.get("expires", 0)),
            epoch_length=int(fields.get("epochLength", EPOCH_LENGTH)),
            from_block=int(fields.get("fromBlock", 0)),
            gas_price=int(fields.get("gasPrice", 0)),
            depth=int(fields.get("depth", 12)),
        )
    except FileNotFoundError:
        raise NetworkFileInvalid(path, "it does not exist") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NetworkFileInvalid(path, f"{type(error).__name__}: {error}") from error


def save_network(home: Path, network: Network) -> Path:
    """Write the network into `home` in one step, and return the file's path."""
    path = home / FILE_NAME
    fields = {
        "rpcUrl": network.rpc_url,
        "chainId": network.chain_id,
        "directory": "0x" + network.directory.hex(),
        "genesis": "0x" + network.genesis.hex(),
        "consensus": network.consensus.value,
        "validators": ["0x" + address.hex() for address in network.validators],
        "expires": network.expires,
        "epochLength": network.epoch_length,
        "fromBlock": network.from_block,
        "gasPrice": network.gas_price,
        "depth": network.depth,
    }
    home.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".json.draft")
    draft.write_text(json.dumps(fields, indent=2) + "\n", encoding="utf-8")
    draft.replace(path)
    return path


def trust_root_of(network: Network) -> TrustRoot:
    """Return what a checker of this network takes on faith (formats §7).

    Raises:
        TrustRootInvalid: a QBFT network without validators or expiry.
    """
    return TrustRoot(
        chain_id=network.chain_id,
        genesis=network.genesis,
        directory=network.directory,
        consensus=network.consensus,
        validators=network.validators,
        expires=network.expires,
        epoch_length=network.epoch_length,
    )


def _bytes(text: str, size: int) -> bytes:
    value = bytes.fromhex(text.removeprefix("0x"))
    if len(value) != size:
        raise ValueError(f"{text} is not {size} bytes long")
    return value
