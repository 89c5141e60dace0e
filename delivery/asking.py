"""Asking: one POST whose answer is read, to addresses that messages may be sent to, bounded in time and size."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

import h11

from delivery.sending import FAILURES, LONGEST_ANSWER, Sender, posted, words_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int | None
    """None where nothing came, or more than is read."""
    body: bytes
    reason: str
    """Why there is no answer, in words; empty where there is one."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks where the sender may send; redirects are not followed."""

    sender: Sender

    def ask(self, url: str, headers: Mapping[str, str], body: bytes, longest: int) -> Answer:
        """Return what a POST is answered with, of at most so many octets; nothing is raised."""
        return asyncio.run(self._ask(url, headers, body, longest))

    async def _ask(self, url: str, headers: Mapping[str, str], body: bytes, longest: int) -> Answer:
        try:
            async with asyncio.timeout(self.sender.patience):
                destination = self.sender.reach.destination(url)
                reader, writer = await self.sender.connection(url, destination)
                try:
                    connection = posted(writer, destination, headers, body)
                    await writer.drain()
                    return await _answer(reader, connection, longest)
                finally:
                    writer.transport.abort()
        except FAILURES as failure:
            return Answer(None, b"", words_of(failure, self.sender.patience))


async def _answer(reader: asyncio.StreamReader, connection: h11.Connection, longest: int) -> Answer:
    status, body = 0, bytearray()
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(LONGEST_ANSWER))
        elif isinstance(event, h11.Response):
            status = int(event.status_code)
        elif isinstance(event, h11.Data):
            body += event.data
            if len(body) > longest:
                return Answer(None, b"", f"the answer is longer than {longest} octets")
        elif isinstance(event, h11.EndOfMessage):
            return Answer(status, bytes(body), "")
        elif not isinstance(event, h11.InformationalResponse):
            raise ConnectionResetError
