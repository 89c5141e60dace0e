"""Grants as they may have been when something was committed: which identifiers were under which prefix, then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from store.database import Mirror
from store.mirror.members import GrantedPrefix, grants_by_key
from traceability.commitment import Thing
from traceability.commitment.commit import ThingOf
from traceability.identifiers import Identifier, IdentifierInvalid, Prefix, parse
from traceability.ledger.keys import prefix_key
from traceability.life.resting import thing_under

MOST_GRANTS = 32
"""Grants, the newest, that are looked at when something does not give its commitment."""


class GrantHistory:
    """Looks up the prefixes of identifiers, each once."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._by_prefix: dict[Prefix, GrantedPrefix | None] = {}

    def grant(self, prefix: Prefix) -> GrantedPrefix | None:
        """Return the grant of a prefix, whatever its status."""
        self._look_up([prefix])
        return self._by_prefix[prefix]

    def grant_over(
        self, identifier: Identifier, counts: Callable[[GrantedPrefix], bool] = lambda _: True
    ) -> GrantedPrefix | None:
        """Return the grant over an identifier, of those that count."""
        candidates = identifier.prefix_candidates()
        self._look_up(candidates)
        for prefix in candidates:
            grant = self._by_prefix[prefix]
            if grant is not None and counts(grant):
                return grant
        return None

    def thing(self, identifier: Identifier) -> Thing | None:
        """Return an identifier with its key, None where no prefix of it is granted."""
        grant = self.grant_over(identifier)
        return None if grant is None else thing_under(identifier, len(grant.prefix))

    def things_of(self) -> Iterator[ThingOf]:
        """Yield the ways in which texts were things: as of now, as of before each grant, and without each grant.

        The last are for grants that share a second with what was committed.
        """
        yield lambda text: self._thing_of(text, lambda _: True)
        grants = sorted(
            (grant for grant in self._by_prefix.values() if grant is not None), key=lambda grant: -grant.granted_at
        )[:MOST_GRANTS]
        for moment in dict.fromkeys(grant.granted_at for grant in grants):
            yield partial(self._thing_of, counts=partial(_is_before, moment))
        for grant in grants:
            yield partial(self._thing_of, counts=partial(_is_not, grant.prefix_key))

    def _thing_of(self, text: str, counts: Callable[[GrantedPrefix], bool]) -> tuple[Identifier, int] | None:
        try:
            identifier = parse(text)
        except IdentifierInvalid:
            return None
        if identifier.canonical != text:
            return None
        grant = self.grant_over(identifier, counts)
        return None if grant is None else (identifier, len(grant.prefix))

    def _look_up(self, prefixes: list[Prefix] | tuple[Prefix, ...]) -> None:
        unknown = {
            prefix_key(prefix.scheme, prefix.text): prefix for prefix in prefixes if prefix not in self._by_prefix
        }
        if unknown:
            found = grants_by_key(self._mirror, list(unknown))
            for key, prefix in unknown.items():
                self._by_prefix[prefix] = found.get(key)


def _is_before(moment: int, grant: GrantedPrefix) -> bool:
    return grant.granted_at < moment


def _is_not(prefix: bytes, grant: GrantedPrefix) -> bool:
    return grant.prefix_key != prefix
