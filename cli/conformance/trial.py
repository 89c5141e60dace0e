"""A trial installation: both databases in a folder that is thrown away, and a made-up network that grants what a document names.

Documents are captured and asked for through the rooms that serve an installation. No chain runs: blocks with the admission of a
firm, the grant of prefixes and the captured events are written into the mirror as the indexer would write them.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from store import Mirror, Reader, Record, open_mirror, open_record
from store.mirror.member_tables import GrantRow, OrganisationRow
from store.mirror.positions import first_position
from store.mirror.writing import MirrorWriter, Range
from traceability.identifiers import Identifier
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import ALL_RIGHTS

CHAIN_ID = 91_337
LENGTH_OF_GRANT = 7
"""Digits of a company prefix, where a document does not tell how long one is."""
ACTIVE, GRANTED = 1, 1


class Trial:
    """A firm after firm is admitted, each for one document, so that no document is another's duplicate."""

    def __init__(self, record: Record, mirror: Mirror) -> None:
        self.record = record
        self.mirror = mirror
        self._writer = MirrorWriter(mirror)
        self._writer.begin(CHAIN_ID, bytes(32), bytes(20), 0, -1)
        self._block = -1
        self._hash = bytes(32)
        self._firms = 0
        self._granted: set[tuple[str, str]] = set()

    def admitted(self, identifiers: Iterable[Identifier]) -> int:
        """Admit a firm, grant it whatever prefix of these identifiers nobody holds, and return its number."""
        self._firms += 1
        chapter = self._next()
        at = first_position(chapter.first)
        chapter.versions[OrganisationRow] = [(self._firms, at, ACTIVE, 1, 0, '{"name":"A firm on trial"}', 1)]
        rows: list[tuple[bytes, int, str, str, int, int, int, int, int]] = []
        for identifier in identifiers:
            candidates = [(prefix.scheme, prefix.text) for prefix in identifier.prefix_candidates()]
            if candidates and not self._granted.intersection(candidates):
                # The longest that is short enough, else the shortest that there is.
                scheme, text = next((each for each in candidates if len(each[1]) <= LENGTH_OF_GRANT), candidates[-1])
                self._granted.add((scheme, text))
                key = prefix_key(scheme, text)
                rows.append((key, at + 1 + len(rows), scheme, text, GRANTED, self._firms, ALL_RIGHTS, 0, 1))
        chapter.versions[GrantRow] = rows
        self._writer.write(chapter)
        return self._firms

    def _next(self) -> Range:
        self._block += 1
        parent, self._hash = self._hash, hashlib.sha256(self._hash).digest()
        return Range(self._block, self._block, blocks=[(self._block, self._hash, parent, self._block)])


@contextmanager
def trial() -> Iterator[Trial]:
    """Open a trial installation, and throw it away at the end."""
    with tempfile.TemporaryDirectory(prefix="suyuan-conformance-") as folder:
        record = open_record(f"sqlite:///{Path(folder) / 'record.db'}")
        mirror = open_mirror(f"sqlite:///{Path(folder) / 'mirror.db'}")
        try:
            yield Trial(record, mirror)
        finally:
            mirror.close()
            record.close()


def seen_by(firm: int) -> Reader:
    """Return the firm as a reader."""
    return Reader(firm)


def now_for(times: Iterable[datetime], now: datetime) -> datetime:
    """Return when a document of others is captured: now, or after its newest event where somebody wrote of times to come."""
    return max([now, *times])
