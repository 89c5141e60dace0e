"""What a bank needs beyond a consumer: the liens on an asset and around it, and who owns it by the newest transfer."""

from __future__ import annotations

from evidence.gathered import Gathered
from store.database import Mirror
from store.mirror.assertions import liens_on
from traceability.commitment import Thing
from traceability.ledger import slots
from traceability.ledger.records import LienState
from traceability.life.corrections import corrections_of
from traceability.life.links import Links, links_of
from traceability.life.resting import prefix_of


def add_pledging(gathered: Gathered, mirror: Mirror, borrower: int, *, shows_liens: bool) -> None:
    """Add the liens of an asset, its packages and its parts, the owners that events name, and the borrower.

    The record of a lien says who holds it: it is added for its two parties, and for others where the borrower, who is
    one of them, allows it.
    """
    gathered.organisations.add(borrower)
    links = _links(gathered)
    places = [gathered.subject]
    places += [stay.package.thing for stay in links.containments if stay.end is None and stay.package.thing]
    places += [part.named.thing for part in links.current_components if part.named.thing]
    reader = gathered.sources.eyes.reader.organisation
    for place in places:
        gathered.wanted.want("liens", slots.encumbrance(place.key))
    for lien in liens_on(mirror, [place.key for place in places]):
        parties = (lien.pledgee, lien.pledgor)
        if lien.state != LienState.RELEASED and (reader in parties or (shows_liens and borrower in parties)):
            gathered.wanted.want_lien(lien.lien_id)
            gathered.liens.append(lien.lien_id)
            gathered.organisations |= set(parties)
    for owner in _owners(gathered, links):
        gathered.wanted.want_grant(prefix_of(owner))
        grant = gathered.sources.grant(prefix_of(owner))
        gathered.organisations.add(grant.holder if grant else 0)


def _links(gathered: Gathered) -> Links:
    sources, subject = gathered.sources, gathered.subject
    grant = sources.grant(prefix_of(subject))
    lines = sources.lines(subject)
    return links_of(subject, lines, corrections_of(lines, grant.holder if grant else 0), lambda _: True)


def _owners(gathered: Gathered, links: Links) -> set[Thing]:
    """Return the parties under a granted prefix that events name as destinations of the asset or its packages."""
    things = [gathered.subject, *(stay.package.thing for stay in links.containments if stay.package.thing)]
    return {
        value
        for thing in things
        for line in gathered.sources.lines(thing)
        if line.happening is not None
        for pointer, value in line.happening.values.items()
        if pointer.startswith("/destinationList/") and isinstance(value, Thing)
    }
