"""One node of the network over keep-alive HTTP: JSON-RPC 2.0 with typed replies."""

from __future__ import annotations

import http.client
import queue
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, Self, TypeVar
from urllib.parse import urlsplit

import msgspec

from chain.errors import (
    AnswerNotReady,
    ChainError,
    NetworkMismatch,
    NodeOverloaded,
    NodeRefused,
    NodeTimedOut,
    NodeUnreachable,
    ReplyInvalid,
    Retryable,
)
from chain.network import Network
from chain.refusals import refusal_of
from traceability.ledger.keys import keccak

T = TypeVar("T")

TIMEOUT = 30.0
"""Seconds to wait for a reply."""
ATTEMPTS = 6
"""How often a reading request is tried before its error is passed on."""
FIRST_PAUSE = 0.05
"""Seconds before the second attempt; each later pause is twice as long."""
REVERTED = 3
"""JSON-RPC error code of a reverted call (geth, anvil, Besu with data)."""


class RpcError(msgspec.Struct, gc=False):
    """The error member of a JSON-RPC reply."""

    code: int
    message: str = ""
    data: Any = None


class Reply(msgspec.Struct, Generic[T], gc=False):
    """A JSON-RPC reply whose result is decoded straight to its type."""

    result: T | None = None
    error: RpcError | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """What a transaction or a reading call says to a contract."""

    to: bytes
    """The 20-byte address of the contract."""
    data: bytes
    """Selector and arguments."""
    name: str = ""
    """Contract and function in words, for messages."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a transaction in a block."""

    transaction_hash: bytes
    block_number: int
    block_hash: bytes
    succeeded: bool
    gas_used: int
    contract: bytes | None
    """The address of the contract that the transaction created."""


class Connection:
    """A node of one network. Threads may share it: each request takes an idle HTTP connection or opens one."""

    def __init__(self, network: Network, *, timeout: float = TIMEOUT, attempts: int = ATTEMPTS) -> None:
        self.network = network
        self.url = network.rpc_url
        self.timeout = timeout
        self.attempts = attempts
        self.received_bytes = 0
        self.requests = 0
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise NodeUnreachable(self.url, "the URL is not http:// or https://")
        self._host = parts.hostname
        self._port = parts.port
        self._secure = parts.scheme == "https"
        self._path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._idle: queue.LifoQueue[http.client.HTTPConnection] = queue.LifoQueue()

    def __enter__(self) -> Self:
        """Return the connection, which is closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self.close()

    def close(self) -> None:
        """Close the idle HTTP connections."""
        while True:
            try:
                self._idle.get_nowait().close()
            except queue.Empty:
                return

    def request(self, method: str, params: Sequence[object] = (), kind: Any = Any, *, once: bool = False) -> Any:
        """Return the result of a JSON-RPC method, decoded as `kind`; a reading request is retried unless `once`.

        Raises:
            ContractRefusal: the call reverted with a contract's custom error.
            NodeRefused: any other JSON-RPC error.
            Retryable: the node could not be reached or asked to come back, and the attempts are used up.
        """
        body = msgspec.json.encode({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})

        shape = _reply_of(kind)

        def attempt() -> Any:
            reply = self._decoded(method, self._posted(method, body), shape)
            if reply.error is not None:
                raise error_of(method, reply.error)
            return reply.result

        return attempt() if once else self.retried(attempt)

    def request_many(self, method: str, params: Sequence[Sequence[object]], kind: Any = Any) -> list[Any]:
        """Return the results of one method for many parameter lists, in one HTTP request, in their order."""
        if not params:
            return []
        body = _batched(method, params)
        shape = _replies_of(kind)

        def attempt() -> list[Any]:
            replies: list[Reply[Any]] = self._decoded(method, self._posted(method, body), shape)
            if len(replies) != len(params):
                raise ReplyInvalid(method, f"{len(replies)} replies to {len(params)} requests")
            replies.sort(key=lambda reply: -1 if reply.id is None else reply.id)
            for reply in replies:
                if reply.error is not None:
                    raise error_of(method, reply.error)
            return [reply.result for reply in replies]

        return self.retried(attempt)

    def raw(self, method: str, params: Sequence[object]) -> bytes:
        """Return the node's reply undecoded: for readers with a decoder of their own."""
        return self._posted(
            method, msgspec.json.encode({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
        )

    def raw_many(self, method: str, params: Sequence[Sequence[object]]) -> bytes:
        """Return the node's reply to one method for many parameter lists undecoded; the ids are their places."""
        return self._posted(method, _batched(method, params))

    def retried(self, attempt: Callable[[], T]) -> T:
        """Return what the attempt returns, trying again after errors that a retry can help."""
        pause = FIRST_PAUSE
        for _ in range(self.attempts - 1):
            try:
                return attempt()
            except Retryable:
                time.sleep(pause)
                pause *= 2
        return attempt()

    # What every client asks.

    def chain_id(self) -> int:
        """Return the node's chain id."""
        return int(self.request("eth_chainId", (), str), 16)

    def block_number(self) -> int:
        """Return the number of the newest block."""
        return int(self.request("eth_blockNumber", (), str), 16)

    def code(self, address: bytes) -> bytes:
        """Return the code at an address, empty where there is no contract."""
        return bytes.fromhex(self.request("eth_getCode", (hexed(address), "latest"), str)[2:])

    def nonce(self, address: bytes, block: str = "latest") -> int:
        """Return how many transactions of this sender the chain holds."""
        return int(self.request("eth_getTransactionCount", (hexed(address), block), str), 16)

    def storage(self, address: bytes, slot: bytes, block: str = "latest") -> bytes:
        """Return the 32 bytes in a storage slot."""
        text: str = self.request("eth_getStorageAt", (hexed(address), hexed(slot), block), str)
        return bytes.fromhex(text[2:].rjust(64, "0"))

    def call(
        self, call: Call, sender: bytes | None = None, block: str = "latest", overrides: dict[str, Any] | None = None
    ) -> bytes:
        """Return what a contract answers, without a transaction.

        Raises:
            ContractRefusal: the contract refused.
        """
        transaction: dict[str, str] = {"to": hexed(call.to), "data": hexed(call.data)}
        if sender is not None:
            transaction["from"] = hexed(sender)
        params: tuple[object, ...] = (transaction, block) if overrides is None else (transaction, block, overrides)
        return bytes.fromhex(self.request("eth_call", params, str)[2:])

    def send(self, signed: bytes) -> bytes:
        """Send signed bytes and return the transaction's hash. Sending again what the node already knows is no error.

        Raises:
            NodeRefused: the node does not take the transaction (its nonce is used, for one).
        """
        try:
            return bytes.fromhex(self.request("eth_sendRawTransaction", (hexed(signed),), str, once=True)[2:])
        except NodeRefused as error:
            if _known_already(error.reason):
                return keccak(signed)
            raise

    def receipt(self, transaction_hash: bytes) -> Receipt | None:
        """Return what became of a transaction, or None while it is in no block."""
        found: _Receipt | None = self.request("eth_getTransactionReceipt", (hexed(transaction_hash),), _Receipt | None)
        return None if found is None else found.receipt()

    def receipts(self, transaction_hashes: Sequence[bytes]) -> list[Receipt | None]:
        """Return what became of each transaction."""
        found = self.request_many(
            "eth_getTransactionReceipt", [(hexed(item),) for item in transaction_hashes], _Receipt | None
        )
        return [None if item is None else item.receipt() for item in found]

    def _posted(self, method: str, body: bytes) -> bytes:
        connection, fresh = self._taken()
        while True:
            try:
                connection.request("POST", self._path, body, {"Content-Type": "application/json"})
                response = connection.getresponse()
                content = response.read()
            except TimeoutError:
                connection.close()
                raise NodeTimedOut(self.url, method, self.timeout) from None
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                if fresh:
                    raise NodeUnreachable(self.url, str(error) or type(error).__name__) from None
                # An idle connection may have been closed by the node meanwhile: one more try on a new one.
                connection, fresh = self._opened(), True
                continue
            self.requests += 1
            self.received_bytes += len(content)
            self._idle.put(connection)
            if response.status == 429 or response.status >= 500:
                raise NodeOverloaded(self.url, response.status)
            if response.status == 413:
                raise NodeOverloaded(self.url, response.status)
            return content

    def _taken(self) -> tuple[http.client.HTTPConnection, bool]:
        try:
            return self._idle.get_nowait(), False
        except queue.Empty:
            return self._opened(), True

    def _opened(self) -> http.client.HTTPConnection:
        if self._secure:
            return http.client.HTTPSConnection(self._host, self._port, timeout=self.timeout)
        return http.client.HTTPConnection(self._host, self._port, timeout=self.timeout)

    def _decoded(self, method: str, content: bytes, kind: Any) -> Any:
        try:
            return msgspec.json.decode(content, type=kind)
        except msgspec.MsgspecError as error:
            raise ReplyInvalid(method, str(error)) from error


class _Receipt(msgspec.Struct, gc=False, rename="camel"):
    transaction_hash: str
    block_number: str
    block_hash: str
    gas_used: str
    status: str = "0x1"
    contract_address: str | None = None

    def receipt(self) -> Receipt:
        created = self.contract_address
        return Receipt(
            transaction_hash=bytes.fromhex(self.transaction_hash[2:]),
            block_number=int(self.block_number, 16),
            block_hash=bytes.fromhex(self.block_hash[2:]),
            succeeded=int(self.status, 16) == 1,
            gas_used=int(self.gas_used, 16),
            contract=None if created is None else bytes.fromhex(created[2:]),
        )


def connect(network: Network, *, timeout: float = TIMEOUT, attempts: int = ATTEMPTS) -> Connection:
    """Return a connection to the pinned network, after asking the node whether it serves that network.

    Raises:
        NetworkMismatch: another chain id, another genesis block, or no Directory at its address.
    """
    connection = Connection(network, timeout=timeout, attempts=attempts)
    try:
        verify_network(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def verify_network(connection: Connection) -> None:
    """Check that the node serves the pinned network: chain id, genesis block and Directory.

    Raises:
        NetworkMismatch: it does not.
    """
    network = connection.network
    if (chain_id := connection.chain_id()) != network.chain_id:
        raise NetworkMismatch("the chain id", network.chain_id, chain_id)
    genesis = connection.request("eth_getBlockByNumber", ("0x0", False), dict[str, Any])
    if (found := bytes.fromhex(genesis["hash"][2:])) != network.genesis:
        raise NetworkMismatch("the genesis block", network.genesis, found)
    if not connection.code(network.directory):
        raise NetworkMismatch("the Directory at its address", network.directory, b"")


def hexed(value: bytes) -> str:
    """Return bytes as the node writes them."""
    return "0x" + value.hex()


def error_of(method: str, error: RpcError) -> ChainError:
    """Return the error that a JSON-RPC error stands for."""
    data = error.data
    if isinstance(data, dict):
        data = data.get("data")
    if isinstance(data, str) and data.startswith("0x"):
        try:
            return refusal_of(bytes.fromhex(data[2:]))
        except ValueError:
            return ReplyInvalid(method, f"error data {data[:40]} is not hex")
    message = error.message
    lowered = message.lower()
    if error.code == REVERTED or "revert" in lowered:
        return refusal_of(b"", message)
    if any(words in lowered for words in ("header not found", "block not found", "unknown block", "missing trie node")):
        return AnswerNotReady(f"block for {method} ({message})")
    return NodeRefused(method, error.code, message)


def _batched(method: str, params: Sequence[Sequence[object]]) -> bytes:
    return msgspec.json.encode(
        [{"jsonrpc": "2.0", "id": index, "method": method, "params": item} for index, item in enumerate(params)]
    )


@cache
def _reply_of(kind: Any) -> Any:
    # The type of a reply is put together at run time, which a type checker cannot follow.
    generic: Any = Reply
    return generic[kind]


@cache
def _replies_of(kind: Any) -> Any:
    generic: Any = list
    return generic[_reply_of(kind)]


def _known_already(reason: str) -> bool:
    lowered = reason.lower()
    return "already known" in lowered or "already imported" in lowered or "known transaction" in lowered
