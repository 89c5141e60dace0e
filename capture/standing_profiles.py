"""What holds where a capture says nothing: the firm's standing profiles, by the prefixes of the things that an event names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from capture.disclosure import NOBODY_ELSE, disclosure_of
from capture.errors import DisclosureInvalid
from capture.grants import GrantBook
from store.database import Record
from store.reader import Disclosure, Reader
from store.record.groups import groups_of
from store.record.standing_profiles import WHOLE_FIRM, standing_profiles
from traceability.identifiers import Identifier


class StandingProfiles:
    """The standing profiles of one organisation, for the time of one capture."""

    def __init__(self, organisation: int, profiles: Mapping[str, Disclosure], book: GrantBook) -> None:
        self._organisation = organisation
        self._profiles = profiles
        self._book = book

    def profile_of(self, things: Iterable[Identifier]) -> Disclosure:
        """Return the profile of an event that names these things.

        The things under the firm's own prefixes decide; where their profiles differ, nobody else reads the event: which of two
        profiles was meant is not ours to guess.
        """
        whole_firm = self._profiles.get(WHOLE_FIRM, NOBODY_ELSE)
        if len(self._profiles) == (WHOLE_FIRM in self._profiles):
            return whole_firm
        found = {self._profiles.get(prefix, whole_firm) for prefix in self._own_prefixes(things)}
        if len(found) > 1:
            return NOBODY_ELSE
        return found.pop() if found else whole_firm

    def _own_prefixes(self, things: Iterable[Identifier]) -> Iterable[str]:
        for thing in things:
            holding = self._book.holding_of(thing)
            if holding is not None and holding.grant.holder == self._organisation:
                yield f"{holding.prefix.scheme}:{holding.prefix.text}"


def standing_profiles_of(record: Record, organisation: int, book: GrantBook) -> StandingProfiles:
    """Return the standing profiles of an organisation; one that cannot be read any more lets nobody else read."""
    reader = Reader(organisation)
    kept = standing_profiles(record, reader)
    # A group that was deleted since lets nobody read, and is no reason to refuse a capture.
    names = {group.name for group in groups_of(record, reader)} if kept else set()
    found: dict[str, Disclosure] = {}
    for item in kept:
        try:
            profile = disclosure_of(item.profile)
        except DisclosureInvalid:
            profile = NOBODY_ELSE
        found[item.prefix] = replace(profile, groups=tuple(name for name in profile.groups if name in names))
    return StandingProfiles(organisation, found, book)
