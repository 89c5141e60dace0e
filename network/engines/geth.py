"""geth 1.13 with Clique: built from its Go module where it is not there, started so that its signers meet before they seal.

geth seals as soon as it mines; signers that start apart build chains that shut each other out (two of four on each side, standing
still). So a node mines only once it is connected to most of the others.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from chain.connection import Connection
from chain.errors import ChainError
from network.engines.process import NodeProcess, connection_to
from network.engines.standstill import Standstill
from network.errors import EngineFailed, EngineUnavailable
from network.folder.addresses import metrics_port, rpc_port
from network.folder.addresses import peers as peers_of
from network.genesis import genesis_hash
from network.node_key import FILE as KEY_FILE
from network.node_key import load_node_key
from network.plan import Plan
from network.request import JoinRequest

_log = logging.getLogger("suyuan.network")

VERSION = "1.13.15"
"""The newest geth that seals with Clique."""
MODULE = f"github.com/ethereum/go-ethereum/cmd/geth@v{VERSION}"
GAS_PRICE = 1
"""Wei that a transaction must offer beside the base fee."""
LEFT = 2
"""Newest blocks that a node gives up where two halves stand still; fewer than the depth of finality (12 unless a network has another)."""
DATA = "data"
PASSWORD = "node.password"  # noqa: S105 - the name of a file.
Say = Callable[[str], None]


def geth_path() -> Path | None:
    """Return geth 1.13, on PATH or built here before, None where it is not there."""
    for candidate in (shutil.which("geth"), str(_built())):
        if candidate is not None and os.access(candidate, os.X_OK) and VERSION in _version(candidate):
            return Path(candidate)
    return None


def geth(say: Say) -> Path:
    """Return geth 1.13, built from its Go module if need be (one to three minutes, once).

    Raises:
        EngineUnavailable: neither geth nor Go is here, or the build failed.
    """
    if (found := geth_path()) is not None:
        return found
    go = shutil.which("go")
    if go is None:
        raise EngineUnavailable(
            f"geth {VERSION}", "Install Go (apt-get install golang) so that it can be built, or put geth on PATH"
        )
    say(f"building geth {VERSION} from its Go module, once: this takes one to three minutes")
    target = _built()
    target.parent.mkdir(parents=True, exist_ok=True)
    # Without the flag the link fails on Go 1.23 and later: a dependency reaches into the runtime.
    command = [go, "install", "-ldflags=-checklinkname=0", MODULE]
    done = subprocess.run(
        command, env=os.environ | {"GOBIN": str(target.parent)}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise EngineUnavailable(f"geth {VERSION}", f"Its build failed: {done.stderr.strip()[-500:]}")
    return target


def initialise(program: Path, plan: Plan, request: JoinRequest, folder: Path) -> None:
    """Write the first block and take in the node's key as a sealing account, once.

    Raises:
        FolderInvalid: the folder has no key.
        EngineFailed: geth refuses the genesis file or the key.
    """
    key = load_node_key(folder)
    data = folder / DATA
    if not (data / "geth" / "chaindata").exists():
        _run(program, folder, "init", "--datadir", DATA, "--state.scheme", "hash", "genesis.json")
    password = folder / PASSWORD
    if not list((data / "keystore").glob(f"*{key.address.hex()}")):
        descriptor = os.open(password, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(16))
        _run(program, folder, "account", "import", "--datadir", DATA, "--lightkdf", "--password", PASSWORD, KEY_FILE)
    if key.address != request.validator:
        raise EngineFailed("geth", "has a key that is not the one of the plan", folder / KEY_FILE)
    if plan.rules.chain_id <= 0:
        raise EngineFailed("geth", "needs a chain id", folder)


class GethNode:
    """One node of a Clique network."""

    def __init__(self, program: Path, plan: Plan, request: JoinRequest, folder: Path) -> None:
        self.plan = plan
        self.request = request
        self.process = NodeProcess(
            "geth", folder, _command(program, plan, request), f"http://127.0.0.1:{rpc_port(request)}"
        )
        self._standstill = Standstill()

    @property
    def url(self) -> str:
        """Return the URL of the node's JSON-RPC."""
        return self.process.url

    def start(self) -> None:
        """Start the node, not yet sealing. Raises: EngineFailed, FolderInvalid."""
        self.process.start(genesis_hash(self.plan))

    def seal(self, say: Say, patience: float = 60.0) -> bool:
        """Begin to seal once most of the other validators are connected, and return whether that came within `patience`."""
        if self.request.validator not in self.plan.validators:
            return True
        others, wanted = len(self.plan.validators) - 1, self._most()
        deadline = time.monotonic() + patience
        with connection_to(self.url) as connection:
            while int(connection.request("net_peerCount", (), str), 16) < wanted:
                if time.monotonic() > deadline:
                    return False
                time.sleep(0.2)
            connection.request("miner_start", ())
        say(f"{self.request.name}: connected to at least {wanted} of {others} others, sealing")
        return True

    def watch(self, say: Say) -> None:
        """Connect to the other nodes anew if no block came for long although they are connected, and then leave the last two blocks.

        A node that is busy is left alone.
        """
        try:
            with connection_to(self.url) as connection:
                seen = int(connection.request("net_peerCount", (), str), 16)
                block = connection.block_number()
                if not self._standstill.noticed(block, time.monotonic(), connected=seen >= max(self._most(), 1)):
                    return
                # However often it happens, a block that others may hold for final is not left.
                kept = max(self._standstill.highest - LEFT, 0)
                if block > kept and self._standstill.times > 1 and self._yields(connection):
                    # It seals again at once, or follows the others, whose chain is the heavier one now.
                    say(
                        f"{self.request.name}: no block since {block}, {seen} others being connected; going back to {kept}"
                    )
                    connection.request("debug_setHead", (hex(kept),))
                    connection.request("miner_stop", ())
                    connection.request("miner_start", ())
                    return
                say(
                    f"{self.request.name}: no block since {block} although {seen} others are connected; connecting anew"
                )
                # By the addresses of the plan: who was called knows only the port that the caller's system chose.
                for peer in peers_of(self.plan, self.request):
                    connection.request("admin_removePeer", (peer.enode,))
                    connection.request("admin_addPeer", (peer.enode,))
        except ChainError as error:
            _log.info("%s: not looked at: %s", self.request.name, error)

    def _yields(self, connection: Connection) -> bool:
        """Return whether this node gives up first: its newest block was sealed out of turn; if that helped nobody, any node does."""
        newest = connection.request("eth_getBlockByNumber", ("latest", False))
        out_of_turn = int(newest["difficulty"], 16) == 1
        return self.request.validator in self.plan.validators and (out_of_turn or self._standstill.times > 2)

    def _most(self) -> int:
        others = len(self.plan.validators) - 1
        return others // 2 + others % 2

    def stop(self) -> None:
        """Stop the node in order."""
        try:
            with connection_to(self.url) as connection:
                connection.request("miner_stop", ())
        except ChainError as error:
            _log.info("%s: not told to stop sealing: %s", self.request.name, error)
        self.process.stop()


def _command(program: Path, plan: Plan, request: JoinRequest) -> list[str]:
    address = "0x" + request.validator.hex()
    return [
        str(program), "--config", "geth.toml", "--datadir", DATA, "--nodekey", KEY_FILE,
        "--networkid", str(plan.rules.chain_id), "--syncmode", "full", "--gcmode", "archive", "--state.scheme", "hash",
        "--http", "--http.addr", "127.0.0.1", "--http.port", str(rpc_port(request)), "--ipcdisable",
        "--authrpc.port", "0", "--nodiscover", "--nat", "none", "--port", str(request.port),
        "--metrics", "--metrics.addr", "127.0.0.1", "--metrics.port", str(metrics_port(request)),
        "--unlock", address, "--password", PASSWORD, "--allow-insecure-unlock", "--miner.etherbase", address,
        "--miner.gaslimit", str(plan.rules.gas_limit), "--miner.gasprice", str(GAS_PRICE),
        "--txpool.pricelimit", str(GAS_PRICE), "--txpool.accountslots", "2048", "--txpool.globalslots", "8192",
        "--rpc.gascap", "0", "--rpc.txfeecap", "0", "--cache", "128", "--verbosity", "3",
    ]  # fmt: skip


def _built() -> Path:
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "suyuan" / f"geth-{VERSION}" / "geth"


def _version(program: str) -> str:
    told = subprocess.run([program, "version"], capture_output=True, text=True, check=False)
    return told.stdout


def _run(program: Path, folder: Path, *arguments: str) -> None:
    done = subprocess.run([str(program), *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        (folder / "node.log").write_text(done.stderr, encoding="utf-8")
        raise EngineFailed("geth", f"refuses {arguments[0]}: {done.stderr.strip()[-300:]}", folder / "node.log")
