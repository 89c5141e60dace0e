"""Sending one message to servers that behave well, badly, slowly, or not at all, and to names that point elsewhere a moment later."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from waiting import PATIENCE

from delivery.destinations import Reach
from delivery.sending import Outcome, Sender

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

HERE = Reach(("https", "http"), (ipaddress.ip_network("127.0.0.0/8"),))
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


async def here(_: str, __: int) -> Sequence[str]:
    return ["127.0.0.1"]


def sender(
    reach: Reach = HERE, resolver: object = here, patience: float = PATIENCE, tls: ssl.SSLContext | None = None
) -> Sender:
    return Sender(reach, tls or ssl.create_default_context(), resolver, patience)  # type: ignore[arg-type]  # a test's own


@asynccontextmanager
async def serving(handler: Handler, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    tasks: set[asyncio.Task[None]] = set()

    async def handled(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await handler(reader, writer)
        writer.transport.abort()

    server = await asyncio.start_server(handled, "127.0.0.1", 0, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        # Aborted transports let go of their sockets in the next round.
        await asyncio.sleep(0)
        await asyncio.sleep(0)


async def request_of(reader: asyncio.StreamReader) -> tuple[list[str], bytes]:
    """Return the lines of a request's head, and its body."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    length = next(int(line.partition(":")[2]) for line in head if line.lower().startswith("content-length"))
    return head, await reader.readexactly(length)


def answering(answer: bytes, seen: list[tuple[list[str], bytes]] | None = None) -> Handler:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await request_of(reader)
        if seen is not None:
            seen.append(request)
        writer.write(answer)
        await writer.drain()
        writer.close()

    return handle


def outcome(handler: Handler, url: str = "http://receiver.example.com:{port}/hook?a=b", **options: object) -> Outcome:
    async def run() -> Outcome:
        async with serving(handler) as port:
            return await sender(**options).send(url.format(port=port), {"GS1-Signature": "abc"}, b'{"a":1}')  # type: ignore[arg-type]  # as above

    return asyncio.run(run())


def test_a_message_is_one_post_with_its_headers_and_body() -> None:
    seen: list[tuple[list[str], bytes]] = []

    found = outcome(answering(OK, seen))

    head, body = seen[0]
    assert found == Outcome(200, "")
    assert found.is_taken
    assert "POST /hook?a=b HTTP/1.1" == head[0]
    assert b'{"a":1}' == body
    lines = {line.partition(": ")[0]: line.partition(": ")[2] for line in head[1:] if line}
    assert "abc" == lines["GS1-Signature"]
    assert lines["Host"].startswith("receiver.example.com:")
    assert "close" == lines["Connection"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "answered with 500"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n", "answered with 302: redirects are not followed"),
        (b"SSH-2.0-OpenSSH\r\n", "the answer is no HTTP/1.1"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"a" * 70_000, "the answer is no HTTP/1.1"),
        (b"", "the answer is no HTTP/1.1"),
        (b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "the answer is no HTTP/1.1"),
    ],
)
def test_an_answer_that_takes_nothing_says_why(answer: bytes, reason: str) -> None:
    found = outcome(answering(answer))

    assert not found.is_taken
    assert reason == found.reason


def test_interim_answers_are_waited_through() -> None:
    assert 204 == outcome(answering(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")).status


def test_an_endless_answer_is_not_read() -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request_of(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            while True:
                writer.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
                await writer.drain()
        except ConnectionError:
            writer.close()

    assert outcome(handle).is_taken


def test_a_server_that_answers_a_byte_at_a_time_is_left_in_time() -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            for byte in OK * 1000:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.2)
        except ConnectionError:
            writer.close()

    assert "no answer within 0.5 seconds" == outcome(handle, patience=0.5).reason


def test_a_server_that_reads_nothing_and_answers_is_heard() -> None:
    async def run() -> Outcome:
        async def handle(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
            await asyncio.sleep(0.5)
            writer.close()

        async with serving(handle) as port:
            return await sender().send(f"http://receiver.example.com:{port}/", {}, b"x" * 50_000_000)

    assert 413 == asyncio.run(run()).status


def test_a_name_that_is_public_when_it_is_checked_and_private_a_moment_later_is_of_no_use() -> None:
    """A resolver that gives another address at each question: the connection goes to the one that was checked."""
    asked: list[str] = []

    async def rebinding(host: str, _: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    reached: list[tuple[list[str], bytes]] = []
    narrow = Reach(("http",), (ipaddress.ip_network("127.0.0.1/32"),))

    found = outcome(answering(OK, reached), reach=narrow, resolver=rebinding)
    again = outcome(answering(OK, reached), reach=narrow, resolver=rebinding)

    assert found.is_taken
    assert "not sent: the address leads to an address that is not public" == again.reason
    assert 1 == len(reached)
    assert ["receiver.example.com"] * 2 == asked


@pytest.mark.parametrize(
    "addresses", [["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["::ffff:127.0.0.1"], ["169.254.169.254"]]
)
def test_a_name_that_leads_inside_is_not_connected_to(addresses: list[str]) -> None:
    async def inside(_: str, __: int) -> Sequence[str]:
        return addresses

    reached: list[tuple[list[str], bytes]] = []
    found = outcome(answering(OK, reached), reach=Reach(("http",)), resolver=inside)

    assert found.reason.startswith("not sent")
    assert [] == reached


def test_a_name_that_is_not_known_or_a_port_where_nobody_listens_is_said() -> None:
    import socket  # noqa: PLC0415 - only for its error

    async def unknown(_: str, __: int) -> Sequence[str]:
        raise socket.gaierror

    assert "the name cannot be resolved" == outcome(answering(OK), resolver=unknown).reason
    assert "the connection was refused" == outcome(answering(OK), "http://receiver.example.com:1/").reason


def test_the_second_address_is_tried_where_the_first_does_not_answer() -> None:
    async def two(_: str, __: int) -> Sequence[str]:
        return ["127.0.0.9", "127.0.0.1"]

    assert outcome(answering(OK), resolver=two).is_taken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Wed, 25 Nov 2020 00:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("9" * 50, 999_999_999.0),
    ],
)
def test_retry_after_is_read_in_both_of_its_forms(text: str, expected: float | None) -> None:
    answer = f"HTTP/1.1 503 Busy\r\nRetry-After: {text}\r\nContent-Length: 0\r\n\r\n".encode()

    assert expected == outcome(answering(answer)).retry_after


def test_a_time_of_retry_after_that_lies_ahead_is_waited_for() -> None:
    ahead = (datetime.now(UTC) + timedelta(seconds=100)).replace(microsecond=0)
    time = ahead.strftime("%a, %d %b %Y %H:%M:%S GMT")
    answer = f"HTTP/1.1 503 Busy\r\nRetry-After: {time}\r\nContent-Length: 0\r\n\r\n".encode()

    found = outcome(answering(answer)).retry_after
    still_ahead = (ahead - datetime.now(UTC)).total_seconds()

    assert found is not None
    assert still_ahead <= found <= 100


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Make a certificate that signs itself, and return the files of it and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    files = folder / f"{name}.crt", folder / f"{name}.key"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return files


@pytest.mark.parametrize(
    ("host", "is_trusted", "reason"),
    [
        ("receiver.example.com", True, ""),
        ("other.example.com", True, "the certificate is not valid"),
        ("receiver.example.com", False, "the certificate is not valid"),
    ],
)
def test_tls_is_checked_by_the_name_and_not_by_the_address(
    tmp_path: Path, host: str, is_trusted: bool, reason: str
) -> None:
    files = certificate(tmp_path, "receiver.example.com")
    serving_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving_tls.load_cert_chain(*files)
    trust = ssl.create_default_context(cafile=str(files[0]) if is_trusted else None)

    async def run() -> Outcome:
        async with serving(answering(OK), serving_tls) as port:
            return await sender(tls=trust).send(f"https://{host}:{port}/", {}, b"{}")

    found = asyncio.run(run())

    assert found.is_taken is (reason == "")
    assert found.reason.startswith(reason)


def test_a_server_without_tls_is_not_spoken_to_in_clear() -> None:
    seen: list[tuple[list[str], bytes]] = []

    found = outcome(answering(OK, seen), "https://receiver.example.com:{port}/", patience=2.0)

    assert not found.is_taken
    assert [] == seen
