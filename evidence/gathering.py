"""Gathering: everything that a bundle about a thing holds for one reader, as record and mirror have it now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from evidence.aliases import KnownAlias, StandingClaim, aliases_by, claims_around
from evidence.anchoring import add_anchored
from evidence.errors import ThingNotHeld
from evidence.eyes import Eyes
from evidence.gathered import Gathered
from evidence.naming import add_names
from evidence.sources import StoreSources
from evidence.telling import EVERYTHING, TELLING, Demand
from store.database import Mirror, Record
from store.mirror.assertions import attestations_about, attestations_of, schemas_of
from store.record.products import descriptions_of
from store.record.statements import statements_of
from traceability.commitment import Thing
from traceability.identifiers import Identifier, Level, class_of, parse
from traceability.ledger import slots
from traceability.ledger.head import replay
from traceability.ledger.meta import Kind, Meta
from traceability.life.resting import prefix_of, rests_on, thing_under
from traceability.proof import AttestationClaim, ThingClaim

MOST_LINES = 500
"""Lines of the subject that a bundle shows; of a longer history the newest."""

ALWAYS = 2**63
"""Later than any line."""

CONTRACTS = ("members", "prefixes", "ledger")
"""The contracts that every answer rests on."""


def gathered_about(
    record: Record,
    mirror: Mirror,
    identifier: Identifier,
    eyes: Eyes,
    *,
    packages: bool = False,
    now: datetime | None = None,
) -> Gathered:
    """Return everything that a bundle about a thing holds; `packages` opens what happened to its packages too.

    What other firms opened until some end is looked up as of `now`, which is this moment unless given.

    Raises:
        ThingNotHeld: no prefix of the identifier is granted to anyone.
    """
    sources = StoreSources(record, mirror, eyes, now)
    subject = sources.grants.thing(identifier)
    if subject is None:
        raise ThingNotHeld(identifier.canonical)
    gathered = Gathered(subject, sources)
    for contract in CONTRACTS:
        gathered.wanted.want(contract)
    code = subject.canonical
    claims = claims_around(record, mirror, [code], eyes.reader)
    _add_things(gathered, _confirmed(gathered, aliases_by(mirror, claims, [code])))
    _add_attestations(gathered, record, mirror, claims)
    _add_description(gathered, record, mirror)
    _add_openings(gathered, packages=packages)
    add_names(gathered, record, mirror)
    return gathered


def _confirmed(gathered: Gathered, aliases: Sequence[KnownAlias]) -> list[Thing]:
    """Return the other codes by which both sides know the subject, those under a granted prefix."""
    codes = [known.alias.claim.beside(gathered.subject.canonical) for known in aliases if known.is_confirmed]
    things = [gathered.sources.grants.thing(parse(code)) for code in codes if code is not None]
    return [thing for thing in things if thing is not None]


def _add_things(gathered: Gathered, aliases: Sequence[Thing]) -> None:
    sources, wanted = gathered.sources, gathered.wanted
    _add_claim(gathered, gathered.subject, MOST_LINES)
    for resting in rests_on(gathered.subject, sources, aliases).rests_on:
        if resting.thing is None:
            continue
        wanted.want_grant(prefix_of(resting.thing))
        # Of a class only the state bears on anything: it has no head.
        wanted.want("ledger", slots.state(resting.thing.key))
        if parse(resting.thing.canonical).has_head:
            wanted.want_thing(resting.thing.key)
        horizon = ALWAYS if resting.horizon is None else resting.horizon
        gathered.horizons[resting.thing.key] = max(horizon, gathered.horizons.get(resting.thing.key, 0))
        if sources.lines_as_stored(resting.thing.key):
            _add_claim(gathered, resting.thing)
    for prefix, organisation in sources.masks:
        wanted.want_partner(prefix, organisation)
    grant = sources.grant(prefix_of(gathered.subject))
    gathered.organisations |= {
        *(Meta.unpack(meta).organisation for _, meta in gathered.claims[gathered.subject.key].lines),
        sources.state(gathered.subject).organisation,
        grant.holder if grant else 0,
    }


def _add_claim(gathered: Gathered, thing: Thing, most: int | None = None) -> None:
    if thing.key in gathered.claims:
        return
    gathered.wanted.want_grant(prefix_of(thing))
    gathered.wanted.want_thing(thing.key)
    lines = [(line.commitment, line.meta) for line in gathered.sources.lines_as_stored(thing.key)]
    start = 0 if most is None else max(0, len(lines) - most)
    before = replay(lines[:start], bytes(32))
    claim = ThingClaim(thing.canonical, prefix_of(thing).text, start, before, tuple(lines[start:]))
    gathered.claims[thing.key] = claim


def _add_openings(gathered: Gathered, *, packages: bool) -> None:
    """Open the subject's events, and of all others what ties things together; of packages all, if asked for."""
    needed = tuple(claim.id for claim in gathered.claims.values())
    whole: list[bytes] = []
    links: dict[bool, list[bytes]] = {True: [], False: []}
    for key, claim in gathered.claims.items():
        metas = [(commitment, Meta.unpack(meta)) for commitment, meta in claim.lines]
        if key == gathered.subject.key or (packages and parse(claim.id).level is Level.PACKAGE):
            whole += [commitment for commitment, _ in metas]
            continue
        corrected = any(meta.kind is Kind.CORRECT for _, meta in metas)
        until = gathered.horizons.get(key, ALWAYS)
        links[corrected] += [
            commitment
            for commitment, meta in metas
            if meta.kind is Kind.CORRECT or (meta.kind in TELLING and meta.time <= until)
        ]
    # The fuller opening of an event that is needed twice comes last and stays.
    for corrected in (False, True):
        demand = Demand(needed, only_links=True, corrected=corrected)
        gathered.events |= gathered.sources.openings(links[corrected], demand)
    gathered.events |= gathered.sources.openings(whole, Demand(needed))


def _add_attestations(gathered: Gathered, record: Record, mirror: Mirror, claims: Sequence[StandingClaim]) -> None:
    """Add what is attested of the thing and its class, and all claims about its codes with the things that they name."""
    subjects = {thing.key: thing for thing in _described(gathered.subject)}
    about = {attestation.attestation_id: attestation for attestation in attestations_about(mirror, list(subjects))}
    for attestation in attestations_of(mirror, [claim.kept.attestation_id for claim in claims]):
        about.setdefault(attestation.attestation_id, attestation)
    for code in dict.fromkeys(code for item in claims for code in (item.claim.code, item.claim.other)):
        thing = gathered.sources.grants.thing(parse(code))
        if thing is not None:
            subjects.setdefault(thing.key, thing)
            _add_claim(gathered, thing, 0)
    found = tuple(about.values())
    statements = statements_of(record, [attestation.attestation_id for attestation in found])
    texts = {schema.schema_id: schema.text for schema in schemas_of(mirror, [item.schema_id for item in found])}
    for attestation in found:
        statement = statements.get(attestation.attestation_id)
        if statement is None or attestation.schema_id not in texts or attestation.subject not in subjects:
            continue
        opening = gathered.sources.eyes.statement(statement, gathered.sources.grants.things_of)
        if opening is None:
            continue
        thing = subjects[attestation.subject]
        _add_claim(gathered, thing)
        gathered.wanted.want("attestations", slots.attestation(attestation.attestation_id))
        gathered.organisations.add(attestation.organisation)
        gathered.attestations.append(
            AttestationClaim(
                texts[attestation.schema_id],
                thing.canonical,
                attestation.organisation,
                opening,
                attestation.commitment,
            )
        )


def _add_description(gathered: Gathered, record: Record, mirror: Mirror) -> None:
    """Add the holder's description of the thing or its class, where it stands in the anchored lane."""
    grant = gathered.sources.grant(prefix_of(gathered.subject))
    described = descriptions_of(record, [thing.canonical for thing in _described(gathered.subject)])
    for description in described:
        if grant is None or description.organisation != grant.holder:
            continue
        if add_anchored(gathered, record, mirror, description.commitment, EVERYTHING):
            return


def _described(subject: Thing) -> Iterable[Thing]:
    """Return a thing and its class: what descriptions and attestations may be about."""
    product_class = class_of(parse(subject.canonical))
    if product_class is None or product_class.canonical == subject.canonical:
        return (subject,)
    return (subject, thing_under(product_class, subject.prefix_length))
