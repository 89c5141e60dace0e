"""Aliases: claims that two codes name one thing, what each is worth, and which contradict each other (docs/decisions/0019).

A claim is an attestation under `ALIAS_SCHEMA` by whoever holds the prefix of its subject. It is confirmed where the other
code is the claimant's too, or its holder claims the same; else it is the word of one side. Nothing decides between claims
that contradict each other: both are given, and both are called disputed unless one is confirmed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

ALIAS_SCHEMA: Final = (
    '{"fields":{"relation":"same or different","things":"the other code"},"name":"suyuan-alias","version":1}'
)
"""RFC 8785 text of the schema of claims; its hash is the schema's id on the chain."""

_GS1 = "https://id.gs1.org/"
_LONG_SCHEMES = ("did", "urn", "hdl")
_WEB = ("http", "https")


class Relation(Enum):
    """What a claim says of two codes."""

    SAME = "same"
    DIFFERENT = "different"


class Standing(Enum):
    """What a claim is worth."""

    CONFIRMED = "confirmed"
    """Both codes are the claimant's, or the holder of the other claims the same."""
    ONE_SIDED = "one_sided"
    """The word of the holder of one of the codes."""
    DISPUTED = "disputed"
    """The holder of the other code denies it, or another claim contradicts it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one organisation says of two codes, and still says."""

    organisation: int
    code: str
    """Canonical form of the subject."""
    other: str
    """Canonical form of the other code."""
    relation: Relation

    def beside(self, code: str) -> str | None:
        """Return the code that stands beside one of the two, None where it is neither."""
        if code == self.code:
            return self.other
        return self.code if code == self.other else None


@dataclass(frozen=True, slots=True)
class Alias:
    """A claim that two codes name one thing, with what it is worth."""

    claim: Claim
    standing: Standing
    denied_by: tuple[int, ...]
    """Organisations that say that the two are different, ascending."""
    conflicts: tuple[Claim, ...]
    """Claims that would make two codes of one form name one thing, in the order given."""


def aliases_among(claims: Sequence[Claim], holder_of: Callable[[str], int | None]) -> tuple[Alias, ...]:
    """Return the claims of sameness that count, each with its standing, in the order given.

    A claim counts where its author holds the prefix of its subject; `holder_of` answers for a canonical form, None where
    nobody holds a prefix of it.
    """
    counting = [claim for claim in claims if claim.code != claim.other and holder_of(claim.code) == claim.organisation]
    same = [claim for claim in counting if claim.relation is Relation.SAME]
    return tuple(_alias(claim, counting, same, holder_of) for claim in same)


def form_of(canonical: str) -> str:
    """Return by what codes are told apart that one thing cannot have two of: GS1 key and qualifiers, else the scheme."""
    if canonical.startswith(_GS1):
        return "/".join(canonical.removeprefix(_GS1).split("/")[::2])
    scheme, _, rest = canonical.partition(":")
    if scheme in _LONG_SCHEMES:
        return f"{scheme}:{rest.replace('.', ':').partition(':')[0]}"
    return scheme


def _alias(
    claim: Claim, counting: Sequence[Claim], same: Sequence[Claim], holder_of: Callable[[str], int | None]
) -> Alias:
    denied_by = sorted(
        {
            other.organisation
            for other in counting
            if other.relation is Relation.DIFFERENT and _pair(other) == _pair(claim)
        }
    )
    conflicts = tuple(_conflicts(claim, same))
    if denied_by:
        standing = Standing.DISPUTED
    elif _is_confirmed(claim, same, holder_of):
        standing = Standing.CONFIRMED
    else:
        standing = Standing.DISPUTED if conflicts else Standing.ONE_SIDED
    return Alias(claim, standing, tuple(denied_by), conflicts)


def _is_confirmed(claim: Claim, same: Sequence[Claim], holder_of: Callable[[str], int | None]) -> bool:
    return holder_of(claim.other) == claim.organisation or any(
        other.code == claim.other and other.other == claim.code for other in same
    )


def _conflicts(claim: Claim, same: Sequence[Claim]) -> Iterator[Claim]:
    tied = {_pair(other) for other in same}
    for other in same:
        for shared in (claim.code, claim.other):
            mine, its = claim.beside(shared), other.beside(shared)
            if mine is None or its is None or its in (mine, shared):
                continue
            if form_of(mine) == form_of(its) not in _WEB and frozenset((mine, its)) not in tied:
                yield other


def _pair(claim: Claim) -> frozenset[str]:
    return frozenset((claim.code, claim.other))
