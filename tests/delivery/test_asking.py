"""Asking a server whose answer is read: whole, too long, broken off, or by an address that is not reached."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import pytest

from delivery.asking import Answer, Asker
from delivery.destinations import Reach
from delivery.sending import Sender

HERE = Reach(("http",), (ipaddress.ip_network("127.0.0.0/8"),))
QUESTION = b"question"


async def _here(_: str, __: int) -> Sequence[str]:
    return ["127.0.0.1"]


def _ask(port: int, reach: Reach = HERE, longest: int = 1000) -> Answer:
    asker = Asker(Sender(reach, ssl.create_default_context(), _here, 60.0))
    return asker.ask(f"http://node.example.com:{port}/api", {"X-Name": "value"}, QUESTION, longest)


@contextmanager
def _server(*parts: bytes, seen: list[bytes] | None = None) -> Iterator[int]:
    """Answer one request with some bytes and close."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            # Whoever has read enough hangs up.
            with connection, suppress(ConnectionError):
                request = b""
                while not request.endswith(QUESTION):
                    request += connection.recv(4096)
                if seen is not None:
                    seen.append(request)
                for part in parts:
                    connection.sendall(part)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listening.getsockname()[1]
        thread.join()


def test_the_answer_is_read_whole() -> None:
    seen: list[bytes] = []
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    with _server(head, b"3\r\nabc\r\n", b"2\r\nde\r\n0\r\n\r\n", seen=seen) as port:
        answer = _ask(port)

    assert Answer(200, b"abcde", "") == answer
    assert f"Host: node.example.com:{port}".encode() in seen[0]
    assert b"X-Name: value" in seen[0]


@pytest.mark.parametrize("status", [301, 403, 500])
def test_other_statuses_are_told_with_their_words_and_not_followed(status: int) -> None:
    told = f"HTTP/1.1 {status} Word\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 2\r\n\r\nno".encode()

    with _server(b"HTTP/1.1 103 Early Hints\r\n\r\n", told) as port:
        assert Answer(status, b"no", "") == _ask(port)


def test_no_more_is_read_than_was_asked_for() -> None:
    with _server(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 2000) as port:
        answer = _ask(port, longest=1000)

    assert Answer(None, b"", "the answer is longer than 1000 octets") == answer


@pytest.mark.parametrize("told", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", b"nonsense\r\n\r\n"])
def test_an_answer_that_breaks_off_is_none(told: bytes) -> None:
    with _server(told) as port:
        answer = _ask(port)

    assert answer.status is None
    assert answer.reason


def test_addresses_inside_are_not_asked() -> None:
    answer = _ask(1, Reach(("http",)))

    assert answer.status is None
    assert "not sent" in answer.reason
