"""Committing anew: each body in the record, with its secret, must give the commitment that the chain holds (formats §4)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from store.database import Mirror, Record
from store.mirror.members import GrantedPrefix, grants_until
from store.mirror.things import OnChain, on_chain
from store.record.bodies import SealedEvent, sealed_after
from store.record.outbox import promises_for
from store.record.progress import Progress
from store.record.statements import Statement, statements_after
from store.record.transactions import blocks_of
from traceability.commitment import commit, commit_statement
from traceability.commitment.commit import STATEMENT_KINDS
from traceability.epcis import Event, event_hash
from traceability.identifiers import Identifier, IdentifierInvalid, parse
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import Flag, Kind, State

PORTION = 500
MOST_MOMENTS = 32
"""Moments, the newest, at which an event may have been committed under other grants than those of its line."""
NOW = 2**62
"""After any position."""
REVOKED = 3
ARRIVED = (Progress.MINED, Progress.FINAL)


@dataclass(slots=True)
class Grants:
    """Answers under which granted prefix a text stood at a position of the chain."""

    mirror: Mirror
    position: int = NOW
    asked: set[bytes] = field(default_factory=set)
    """Keys of the prefixes that were asked for since this was last emptied."""
    _versions: dict[bytes, tuple[tuple[int, GrantedPrefix], ...]] = field(default_factory=dict)

    def moments(self) -> Iterator[int]:
        """Yield the positions just before a grant that was asked for, until now, changed; newest first."""
        changes = {position for key in self.asked for position, _ in self._versions[key]}
        yield from (change - 1 for change in sorted(changes, reverse=True)[:MOST_MOMENTS])

    def thing_of(self, text: str) -> tuple[Identifier, int] | None:
        """Return an identifier and the length of its granted prefix, or None where the text is no such identifier."""
        try:
            identifier = parse(text)
        except IdentifierInvalid:
            return None
        if identifier.canonical != text:
            return None
        for prefix in identifier.prefix_candidates():
            if self._is_granted(prefix_key(prefix.scheme, prefix.text)):
                return identifier, len(prefix.text)
        return None

    def _is_granted(self, key: bytes) -> bool:
        self.asked.add(key)
        versions = self._versions.get(key)
        if versions is None:
            versions = self._versions[key] = grants_until(self.mirror, key)
        until = [grant for position, grant in versions if position <= self.position]
        return bool(until) and until[-1].status != REVOKED


def wrong_commitments(record: Record, mirror: Mirror, until: int) -> Iterator[tuple[str, str]]:
    """Return name and problem of each event whose body, secret or columns do not give its commitment.

    The mirror is filled until a block; what the outbox knows of later ones is not looked for in it.
    """
    grants = Grants(mirror)
    number = 0
    while portion := sealed_after(record, number, PORTION):
        commitments = [sealed.commitment for sealed in portion]
        # The outbox is read before the mirror's block is compared: what it knows of later blocks is no difference.
        places, promises = on_chain(mirror, commitments), promises_for(record, commitments)
        numbers = {promise.transaction_id for promise in promises.values() if promise.transaction_id is not None}
        blocks = blocks_of(record, numbers)
        for sealed in portion:
            held = places.get(sealed.commitment, ())
            promised = promises.get(sealed.commitment)
            block = 0 if promised is None else blocks.get(promised.transaction_id or 0, 0)
            if promised is not None and promised.progress in ARRIVED and not held and block <= until:
                yield f"0x{sealed.commitment.hex()}", f"is {promised.progress} by the outbox, and not on the chain"
            problem = _problem(sealed, held, grants)
            if problem is not None:
                yield f"0x{sealed.commitment.hex()}", problem
        number = portion[-1].id


def wrong_statements(record: Record, mirror: Mirror) -> Iterator[tuple[str, str]]:
    """Return name and problem of each attestation's statement that does not give its commitment."""
    grants = Grants(mirror)
    after = b""
    while portion := statements_after(record, after, PORTION):
        for statement in portion:
            grants.asked.clear()
            moments = chain((NOW,), grants.moments())
            if not any(_root_of_statement(statement, grants, moment) == statement.commitment for moment in moments):
                yield f"0x{statement.attestation_id.hex()}", "body, secret or schema do not give the commitment"
        after = portion[-1].attestation_id


def _problem(sealed: SealedEvent, places: tuple[OnChain, ...], grants: Grants) -> str | None:
    if (sealed.body is None) != (sealed.secret is None):
        return "body and secret were not forgotten together"
    if sealed.body is None:
        return None
    said = (sealed.kind, sealed.flags, sealed.state, sealed.organisation)
    own = [place for place in places if int.from_bytes(place.meta[4:8], "big") == sealed.organisation]
    for place in own:
        if said[:3] != (place.meta[1], place.meta[2], place.meta[3]):
            return "kind, flags or state differ from the chain's"
    # The grants of its line and of now are tried first, then those that its writer's mirror may still have had.
    grants.asked.clear()
    moments = chain((place.position for place in own), (NOW,), grants.moments())
    try:
        if any(_gives(sealed, grants, moment) for moment in moments):
            return None
    except Exception as error:  # noqa: BLE001  whatever was changed in the body, the row must be named
        return f"the body cannot be committed ({type(error).__name__})"
    return "body, secret or hash do not give the commitment"


def _gives(sealed: SealedEvent, grants: Grants, position: int) -> bool:
    grants.position = position
    return root_of(sealed, grants) == sealed.commitment


def root_of(sealed: SealedEvent, grants: Grants) -> bytes | None:
    """Return the commitment that body and secret give, or None where they are gone or the stored hash is not the body's."""
    if sealed.body is None or sealed.secret is None or sealed.event_hash is None:
        return None
    body = Event.from_json(sealed.body).body
    kind, flags, state = Kind(sealed.kind), Flag(sealed.flags), State(sealed.state)
    if kind in STATEMENT_KINDS:
        # The words of a statement's schema stand where an event has its hash.
        return commit_statement(
            body,
            schema=sealed.event_hash,
            organisation=sealed.organisation,
            secret=sealed.secret,
            thing_of=grants.thing_of,
            kind=kind,
            flags=flags,
            state=state,
        ).root
    if event_hash(Event(body)) != sealed.event_hash:
        return None
    return commit(
        body,
        event_hash=sealed.event_hash,
        organisation=sealed.organisation,
        kind=kind,
        flags=flags,
        state=state,
        secret=sealed.secret,
        thing_of=grants.thing_of,
    ).root


def _root_of_statement(statement: Statement, grants: Grants, position: int) -> bytes:
    grants.position = position
    body = Event.from_json(statement.body).body
    schema = f"0x{statement.schema_id.hex()}"
    return commit_statement(
        body, schema=schema, organisation=statement.organisation, secret=statement.secret, thing_of=grants.thing_of
    ).root
