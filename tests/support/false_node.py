"""A chain node that lies to its own installation: a JSON-RPC server before the true one, which alters or delays what it answers."""

from __future__ import annotations

import copy
import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest
from ports import free_port

from chain.errors import AnswerDisproved
from chain.headers import encoded_header
from chain.network import Consensus

Lie = Callable[[str, list[Any], Any], Any]
"""Method, parameters and the true result → the result that is told."""


def truth(method: str, params: list[Any], result: Any) -> Any:
    """Tell what the true node tells."""
    return result


def with_own_hash(header: dict[str, Any], consensus: Consensus) -> dict[str, Any]:
    """Return a header that was altered with the hash that it has now: a node could have made it itself."""
    with pytest.raises(AnswerDisproved) as refused:
        encoded_header(header, consensus, bytes(32))
    assert isinstance(refused.value.found, bytes)
    return header | {"hash": "0x" + refused.value.found.hex()}


@dataclass
class FalseNode:
    """The server; what it alters can be changed while it runs."""

    true_url: str
    port: int = field(default_factory=free_port)
    lie: Lie = truth
    asking: Callable[[str, list[Any]], list[Any]] = lambda _, params: params
    """Method and parameters → the parameters that the true node is asked with."""
    delay: float = 0.0
    """Seconds before each answer."""
    asked: list[str] = field(default_factory=list)
    """Methods, in the order in which they were asked."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def answer(self, body: bytes) -> bytes:
        asked = json.loads(body)
        for question in asked if isinstance(asked, list) else [asked]:
            question["params"] = self.asking(question["method"], question["params"])
        body = json.dumps(asked).encode()
        parts = urlsplit(self.true_url)
        assert parts.hostname is not None
        upstream = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
        try:
            upstream.request("POST", "/", body, {"Content-Type": "application/json"})
            told = json.loads(upstream.getresponse().read())
        finally:
            upstream.close()
        for question, reply in zip(
            *((each if isinstance(each, list) else [each]) for each in (asked, told)), strict=True
        ):
            self.asked.append(question["method"])
            if reply.get("result") is not None:
                altered = self.lie(question["method"], question["params"], copy.deepcopy(reply["result"]))
                reply["result"] = altered
        if self.delay:
            time.sleep(self.delay)
        return json.dumps(told).encode()


@contextmanager
def false_node(true_url: str) -> Iterator[FalseNode]:
    """Run a server before the node at an address."""
    node = FalseNode(true_url)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            try:
                content, status = node.answer(self.rfile.read(int(self.headers["Content-Length"]))), 200
            except OSError:
                content, status = b"the true node is away", 502
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", node.port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield node
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
