"""A receiver of messages: a real HTTP server on this machine that keeps what comes and answers as a test says."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from ports import free_port
from waiting import awaited

Answering = Callable[["Received"], int | tuple[int, dict[str, str]]]


@dataclass(frozen=True)
class Received:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    """By name in lower case."""
    body: bytes

    @property
    def message_id(self) -> str:
        return self.headers["webhook-id"]

    def document(self) -> Any:
        return json.loads(self.body)

    def events(self) -> list[dict[str, Any]]:
        return list(self.document()["epcisBody"]["queryResults"]["resultsBody"]["eventList"])

    def epcs(self) -> list[str]:
        return [epc for event in self.events() for epc in event.get("epcList", ())]


@dataclass
class Receiver:
    """A server that can be stopped and started again on its port."""

    port: int = field(default_factory=free_port)
    answering: Answering = lambda _: 200
    received: list[Received] = field(default_factory=list)
    taken: list[Received] = field(default_factory=list)
    """What was answered with success."""
    _server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    def start(self) -> None:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                headers = {name.lower(): value for name, value in self.headers.items()}
                request = Received(self.path, headers, body)
                outer.received.append(request)
                answer = outer.answering(request)
                status, more = answer if isinstance(answer, tuple) else (answer, {})
                if 200 <= status < 300:
                    outer.taken.append(request)
                self.send_response(status)
                for name, value in more.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def epcs(self) -> list[str]:
        """Return the things of all events that were taken, message by message, each message once."""
        seen: dict[str, list[str]] = {}
        for message in self.taken:
            seen.setdefault(message.message_id, message.epcs())
        return [epc for epcs in seen.values() for epc in epcs]

    def awaited(self, enough: Callable[[Receiver], bool]) -> None:
        """Wait until the receiver has what a test waits for."""
        awaited(lambda: enough(self), "messages at the receiver")


@contextmanager
def receiving(answering: Answering = lambda _: 200) -> Iterator[Receiver]:
    """Run a receiver for the time of a block."""
    receiver = Receiver(answering=answering)
    receiver.start()
    try:
        yield receiver
    finally:
        receiver.stop()
