"""What attestations say: the body and the secret of their commitment, saved together with the promise to attest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, insert, select

from store.columns import table_of
from store.database import Record
from store.reader import ANYONE, MEMBERS, Disclosure, Reader
from store.record.alias_saving import AliasClaim, save_alias
from store.record.groups import group_subjects
from store.record.outbox import add_promises
from store.record.payloads import Payload
from store.record.tables import StatementRow

statements = table_of(StatementRow)


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of one attestation, secret included: for making openings, never for an answer."""

    attestation_id: bytes
    schema_id: bytes
    subject: bytes
    """Key of the thing."""
    identifier: str
    """Canonical form of the thing."""
    organisation: int
    """The attester."""
    commitment: bytes
    body: str
    secret: bytes
    disclosure: Disclosure
    issued_at: datetime

    def shows_to(self, reader: Reader) -> bool:
        """Whether the reader may know the body at all."""
        visibility = self.disclosure.visibility
        return (
            visibility == ANYONE or (visibility == MEMBERS and not reader.is_anonymous) or self.shows_whole_to(reader)
        )

    def shows_whole_to(self, reader: Reader) -> bool:
        """Whether the reader may know the hidden fields too."""
        return not {self.organisation, *self.disclosure.readers}.isdisjoint(reader.whole_subjects)


def save_statement(
    record: Record,
    statement: Statement,
    promise: Payload,
    now: datetime,
    *,
    before: Sequence[Payload] = (),
    alias: AliasClaim | None = None,
) -> int:
    """Save a statement and the promise to attest (or supersede) in one transaction; return the outbox row.

    `before` are promised first (the statement's schema); `alias` is what is looked up of it, where it is a claim about two codes.
    """
    shown = statement.disclosure
    with record.writing() as connection:
        named = group_subjects(connection, statement.organisation, shown.groups)
        readers = sorted({*shown.readers, *named.values()})
        row = {name: getattr(statement, name) for name in Statement.__slots__} | {
            "visibility": shown.visibility,
            "disclosure": msgspec.json.encode({"hidden": shown.hidden, "readers": readers}).decode(),
        }
        connection.execute(insert(statements), row)
        if alias is not None:
            save_alias(connection, alias)
        return add_promises(connection, statement.organisation, [*before, promise], now)[-1]


def statements_of(record: Record, attestation_ids: Sequence[bytes]) -> Mapping[bytes, Statement]:
    """Return the statements of these attestations; who calls this answers for what goes out (`shows_to`)."""
    query = select(statements).where(statements.c.attestation_id.in_(bindparam("wanted", expanding=True)))
    with record.reading() as connection:
        return {
            row.attestation_id: _statement(row) for row in connection.execute(query, {"wanted": list(attestation_ids)})
        }


def statements_by_commitment(record: Record, commitments: Sequence[bytes]) -> Mapping[bytes, Statement]:
    """Return statements by their commitments; who calls this answers for what goes out (`shows_to`)."""
    query = select(statements).where(statements.c.commitment.in_(bindparam("wanted", expanding=True)))
    with record.reading() as connection:
        return {row.commitment: _statement(row) for row in connection.execute(query, {"wanted": list(commitments)})}


def statements_after(record: Record, attestation_id: bytes, limit: int) -> tuple[Statement, ...]:
    """Return statements in the order of their ids, from the one after this: the audit's way through."""
    query = select(statements).where(statements.c.attestation_id > attestation_id).order_by(statements.c.attestation_id)
    with record.reading() as connection:
        return tuple(_statement(row) for row in connection.execute(query.limit(limit)))


def _statement(row: Row[Any]) -> Statement:
    kept = msgspec.json.decode(row.disclosure, type=dict[str, list[Any]])
    disclosure = Disclosure(row.visibility, tuple(kept["readers"]), tuple(kept["hidden"]))
    names = [name for name in Statement.__slots__ if name != "disclosure"]
    return Statement(**{name: getattr(row, name) for name in names}, disclosure=disclosure)
