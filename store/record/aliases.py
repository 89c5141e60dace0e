"""Claims that two codes name one thing: found by either code; the statement itself lies with its attestation."""

from collections.abc import Collection
from dataclasses import replace

import msgspec

from store.bulk import rows_among
from store.columns import moment_of
from store.database import Record
from store.reader import Reader
from store.record.alias_saving import AliasClaim
from store.record.statements import Statement, statements_of


def claims_about(record: Record, codes: Collection[str], reader: Reader) -> tuple[AliasClaim, ...]:
    """Return the claims that name one of these codes, revoked ones included, that the reader may know; oldest first."""
    found: dict[bytes, AliasClaim] = {}
    columns = "attestation_id, organisation, code, other, relation, claimed_at"
    with record.reading() as connection:
        for column in ("code", "other"):
            query = f"SELECT {columns} FROM aliases WHERE {column} {{among}}"
            for row in rows_among(connection, query, dict.fromkeys(codes)):
                found[bytes(row[0])] = AliasClaim(bytes(row[0]), row[1], row[2], row[3], row[4], moment_of(int(row[5])))
    if not found:
        return ()
    statements = statements_of(record, list(found))
    shown = [
        _as_stated(claim, statements[number])
        for number, claim in found.items()
        if number in statements and statements[number].shows_to(reader) and not statements[number].disclosure.hidden
    ]
    return tuple(sorted(shown, key=lambda claim: (claim.claimed_at, claim.attestation_id)))


def _as_stated(claim: AliasClaim, statement: Statement) -> AliasClaim:
    """Return a claim as its statement says it, which the chain holds to; the row only found it."""
    said = msgspec.json.decode(statement.body)
    return replace(
        claim,
        organisation=statement.organisation,
        code=said["subject"],
        other=said["things"][0],
        relation=said["relation"],
    )
