"""Other codes of a thing: what the claims of a bundle say, and what each is worth (traceability/verdict/README.md §2.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from traceability.commitment import Thing
from traceability.ledger.meta import State
from traceability.ledger.records import GrantStatus
from traceability.life.aliases import ALIAS_SCHEMA, Alias, Claim, Relation, Standing, aliases_among
from traceability.life.resting import NotTold, prefix_of
from traceability.verdict.attestations import AttestationShown
from traceability.verdict.sources import BundleSources

_RELATIONS = {relation.value: relation for relation in Relation}


@dataclass(frozen=True, slots=True)
class AliasShown:
    """Another code of the thing, by the word of one member."""

    alias: Alias
    id: str
    """The other code."""
    thing: Thing | None
    """The other code with its key, None where it is not shown to be under a granted prefix."""
    state: str | None
    """The state of the other code, None where that is not known."""

    def to_object(self) -> dict[str, object]:
        """Return the alias as values that `json` writes."""
        return {
            "id": self.id,
            "organisation": self.alias.claim.organisation,
            "standing": self.alias.standing.value,
            "deniedBy": list(self.alias.denied_by),
            "conflicts": [
                {"organisation": claim.organisation, "code": claim.code, "other": claim.other}
                for claim in self.alias.conflicts
            ],
            "state": self.state,
        }


def aliases_shown(
    subject: Thing, attestations: Sequence[AttestationShown], sources: BundleSources
) -> tuple[AliasShown, ...]:
    """Return what the claims that hold say of a thing's other codes, in the order of the bundle's attestations."""
    claims = [claim for shown in attestations if (claim := _claim(shown)) is not None]
    things: dict[str, Thing] = {}
    for key, given in sources.claims.items():
        things.setdefault(given.id, Thing(len(given.prefix), key, given.id))

    def holder_of(code: str) -> int | None:
        thing = things.get(code)
        if thing is None:
            return None
        try:
            grant = sources.grant(prefix_of(thing))
        except NotTold:
            return None
        return grant.holder if grant is not None and grant.status is GrantStatus.GRANTED else None

    found = []
    for alias in aliases_among(claims, holder_of):
        other = alias.claim.beside(subject.canonical)
        if other is not None:
            thing = things.get(other) if holder_of(other) is not None else None
            found.append(AliasShown(alias, other, thing, _state(thing, sources)))
    return tuple(found)


def confirmed_things(aliases: Sequence[AliasShown]) -> tuple[Thing, ...]:
    """Return the other codes by which both sides know the thing: what is recalled under them is recalled."""
    return tuple(
        shown.thing for shown in aliases if shown.alias.standing is Standing.CONFIRMED and shown.thing is not None
    )


def is_claim(shown: AttestationShown) -> bool:
    """Say whether an attestation is a claim about codes, not testimony about the thing."""
    return shown.claim.schema == ALIAS_SCHEMA


def _claim(shown: AttestationShown) -> Claim | None:
    if not is_claim(shown) or shown.reason != "active":
        return None
    said = dict(shown.statement)
    relation = _RELATIONS.get(said.get("/relation", ""))
    other = said.get("/things/0")
    # A claim is about the subject that its attestation is filed under, and about one other code.
    if relation is None or other is None or said.get("/subject") != shown.claim.subject or "/things/1" in said:
        return None
    return Claim(shown.claim.organisation, shown.claim.subject, other, relation)


def _state(thing: Thing | None, sources: BundleSources) -> str | None:
    if thing is None:
        return None
    try:
        state = sources.state(thing).state
    except NotTold:
        return None
    return "active" if state is State.UNCHANGED else state.name.lower()
