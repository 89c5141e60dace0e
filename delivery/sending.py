"""Sending one message: one POST over one connection to a checked address, bounded in time and size, without redirects."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Final

import h11

from delivery.destinations import Destination, Reach
from delivery.errors import DestinationRefused

LONGEST_ANSWER: Final = 64 * 1024
"""Octets of an answer that are read; nothing of it is kept."""

CONNECTING: Final = 5.0
"""Seconds within which a connection stands."""

FAILURES: Final = (DestinationRefused, OSError, UnicodeError, h11.ProtocolError)
"""What an attempt may end with; a time that is over and a failed TLS are errors of the operating system to Python."""

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""Answers the addresses of a name."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attempt."""

    status: int | None
    """Status of the answer; None where there was none."""
    reason: str
    """Why the message was not taken, in words that may be shown to the subscriber; empty where it was."""
    retry_after: float | None = None
    """Seconds that the receiver asks to wait."""

    @property
    def is_taken(self) -> bool:
        """Say whether the receiver has the message now."""
        return self.status is not None and 200 <= self.status < 300


def system_resolver(threads: int) -> Resolver:
    """Return the system's resolver, in threads of its own: names that nobody answers for must not hold up anything else."""
    executor = ThreadPoolExecutor(threads, "resolving")

    async def addresses_of(host: str, port: int) -> Sequence[str]:
        ask = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        found = await asyncio.get_running_loop().run_in_executor(executor, ask)
        return [str(address[0]) for *_, address in found]

    return addresses_of


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends messages to where they may go."""

    reach: Reach
    tls: ssl.SSLContext
    resolver: Resolver
    patience: float = 20.0
    """Seconds that one attempt may take as a whole."""

    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Outcome:
        """Send one message and return what became of it; nothing is raised."""
        try:
            async with asyncio.timeout(self.patience):
                return await self._send(url, headers, body)
        except FAILURES as failure:
            return Outcome(None, words_of(failure, self.patience))

    async def _send(self, url: str, headers: Mapping[str, str], body: bytes) -> Outcome:
        destination = self.reach.destination(url)
        reader, writer = await self.connection(url, destination)
        try:
            return await _exchanged(reader, writer, destination, headers, body)
        finally:
            # An ordered end of TLS would wait for the receiver; the message is taken or not by now.
            writer.transport.abort()

    async def connection(self, url: str, destination: Destination) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect to the first address of a destination that answers; all that its name has must be such as are reached.

        Raises:
            DestinationRefused: one of them is not.
            OSError: none answers.
        """
        addresses = self.reach.checked(url, await self.resolver(destination.host, destination.port))
        last: OSError = ConnectionRefusedError()
        for address in addresses[:4]:
            secure = destination.scheme == "https"
            try:
                async with asyncio.timeout(CONNECTING):
                    return await asyncio.open_connection(
                        address,
                        destination.port,
                        limit=LONGEST_ANSWER,
                        ssl=self.tls if secure else None,
                        server_hostname=destination.host if secure else None,
                    )
            except OSError as error:
                last = error
        raise last


def posted(
    writer: asyncio.StreamWriter, destination: Destination, headers: Mapping[str, str], body: bytes
) -> h11.Connection:
    """Hand a POST to a connection and return the protocol that reads its answer."""
    connection = h11.Connection(our_role=h11.CLIENT, max_incomplete_event_size=LONGEST_ANSWER)
    fields = {"Host": destination.authority, "Content-Length": str(len(body)), "Connection": "close", **headers}
    request = h11.Request(method="POST", target=destination.target, headers=list(fields.items()))
    for event in (request, h11.Data(data=body), h11.EndOfMessage()):
        writer.write(connection.send(event) or b"")
    return connection


def words_of(failure: BaseException, patience: float) -> str:
    """Return why nothing was sent or no answer came, in words that may be shown to whoever wanted it."""
    match failure:
        case DestinationRefused(reason=reason):
            return f"not sent: the address {reason}"
        case TimeoutError():
            return f"no answer within {patience:g} seconds"
        case ssl.SSLCertVerificationError(verify_message=message):
            return f"the certificate is not valid: {message}"
        case ssl.SSLError(reason=reason):
            return f"TLS failed: {reason or 'no common protocol'}"
        case socket.gaierror():
            return "the name cannot be resolved"
        case ConnectionRefusedError():
            return "the connection was refused"
        case h11.RemoteProtocolError():
            return "the answer is no HTTP/1.1"
        case h11.LocalProtocolError():
            return "the message cannot be sent to this address"
    return f"the connection failed ({type(failure).__name__})"


async def _exchanged(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    destination: Destination,
    headers: Mapping[str, str],
    body: bytes,
) -> Outcome:
    connection = posted(writer, destination, headers, body)
    sending = asyncio.ensure_future(writer.drain())
    try:
        # A receiver may answer before it has read all, with 413 for example, and read no further.
        response = await _response(reader, connection)
    finally:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
    return _outcome(response)


async def _response(reader: asyncio.StreamReader, connection: h11.Connection) -> h11.Response:
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(LONGEST_ANSWER))
        elif isinstance(event, h11.Response):
            # The status says it all: the body of the answer is not read.
            return event
        elif not isinstance(event, h11.InformationalResponse):
            raise ConnectionResetError


def _outcome(response: h11.Response) -> Outcome:
    status = int(response.status_code)
    if 200 <= status < 300:
        return Outcome(status, "")
    if 300 <= status < 400:
        return Outcome(status, f"answered with {status}: redirects are not followed")
    waits = dict(response.headers).get(b"retry-after")
    return Outcome(status, f"answered with {status}", None if waits is None else _seconds(waits.decode("latin-1")))


def _seconds(text: str) -> float | None:
    if text.strip().isdecimal():
        return float(text.strip()[:9])
    try:
        wanted = parsedate_to_datetime(text)
    except ValueError:
        return None
    if wanted.tzinfo is None:
        return None
    return max((wanted - wanted.now(wanted.tzinfo)).total_seconds(), 0.0)
