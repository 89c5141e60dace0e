"""Eyes: for whom something is opened, and how far: a reader by the owners' profiles, or whoever holds a dossier's link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from evidence.openings import ThingOfEach, committed_again, opened, statement_opening
from evidence.telling import Demand, naming_pointers
from store.disclosure import is_hidden, is_hidden_in_all
from store.reader import Reader
from store.record.bodies import SealedEvent
from store.record.statements import Statement
from traceability.commitment import Opening
from traceability.ledger.meta import Kind

EVERY_NAME = ("",)
"""What every name ends with."""

STRUCTURE = ("/type", "/action")
"""What is opened beside a granted field, so that the event can be told for what it is."""


class Eyes(Protocol):
    """Whoever a bundle is for."""

    @property
    def reader(self) -> Reader:
        """Return the reader that they are at least."""

    def opening(self, sealed: SealedEvent, things_of: ThingOfEach, demand: Demand) -> Opening | None:
        """Return what they may see of an event, None where that is nothing."""

    def statement(self, statement: Statement, things_of: ThingOfEach) -> Opening | None:
        """Return what they may see of an attestation, None where that is nothing."""


@dataclass(frozen=True, slots=True)
class ReaderEyes:
    """A firm, or anyone with a phone."""

    reader: Reader

    def opening(self, sealed: SealedEvent, things_of: ThingOfEach, demand: Demand) -> Opening | None:
        """Return what the owner's profile shows to the reader."""
        if not sealed.shows_to(self.reader):
            return None
        committed = committed_again(sealed, things_of)
        return opened(committed, _closed_to(self.reader, sealed), demand, Kind(sealed.kind))

    def statement(self, statement: Statement, things_of: ThingOfEach) -> Opening | None:
        """Return what the attester's profile shows to the reader."""
        return statement_opening(statement, self.reader, things_of)


@dataclass(frozen=True, slots=True)
class DossierEyes:
    """A bank with a dossier's link: what it may see anyway, and the granted fields of the borrower's own events."""

    reader: Reader
    borrower: int
    fields: tuple[str, ...]
    """RFC 6901 pointers with `*`; a pointer grants everything below it, the empty one everything."""

    def opening(self, sealed: SealedEvent, things_of: ThingOfEach, demand: Demand) -> Opening | None:
        """Return what the profile shows to the reader, with the granted fields if the event is the borrower's."""
        shown = ReaderEyes(self.reader).opening(sealed, things_of, demand)
        if sealed.organisation != self.borrower or not self.fields or sealed.body is None:
            return shown
        committed = committed_again(sealed, things_of)
        if committed is None:
            return shown
        anyway = sealed.shows_to(self.reader)
        hides = _closed_to(self.reader, sealed)
        granted = {pointer for pointer in committed.pointers if pointer.startswith("/") and self._grants(pointer)}
        if not granted and not anyway:
            return None
        named = naming_pointers(committed, demand.things or EVERY_NAME)

        def is_closed(pointer: str) -> bool:
            if pointer in granted:
                return False
            if anyway:
                return hides(pointer)
            return pointer not in STRUCTURE and pointer not in named

        return opened(committed, is_closed, demand, Kind(sealed.kind))

    def statement(self, statement: Statement, things_of: ThingOfEach) -> Opening | None:
        """Return what the attester's profile shows; an attestation of the borrower's own is opened whole."""
        own = Reader(self.borrower) if statement.organisation == self.borrower else self.reader
        return statement_opening(statement, own, things_of)

    def _grants(self, pointer: str) -> bool:
        return "" in self.fields or is_hidden(pointer, self.fields)


def _closed_to(reader: Reader, sealed: SealedEvent) -> Callable[[str], bool]:
    """Return the condition that every way in which a reader sees an event hides a pointer."""
    views = [view.hidden for view in sealed.access.views_for(reader)]
    return lambda pointer: is_hidden_in_all(pointer, views)
