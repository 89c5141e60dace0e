"""A trial before signing: which row of a batch would the contract refuse, and why.

The events of a batch are processed in their order: if the first *k* are refused, the first *k + 1* are too. The guilty
one is found by trying ever longer beginnings and then halving, a handful of `eth_call`s among hundreds of events.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chain.errors import ContractRefusal


@dataclass(frozen=True, slots=True)
class Guilty:
    """The first row that the contract refuses."""

    index: int
    refusal: ContractRefusal


def first_guilty(count: int, trial: Callable[[int], ContractRefusal | None]) -> Guilty | None:
    """Return the first of `count` rows that is refused, or None; `trial` tells how the first so many fare together."""
    whole = trial(count)
    if whole is None:
        return None
    accepted, refused, refusal = 0, count, whole
    reach = 1
    while reach < refused:
        found = trial(reach)
        if found is not None:
            refused, refusal = reach, found
            break
        accepted = reach
        reach *= 2
    while refused - accepted > 1:
        middle = (accepted + refused) // 2
        found = trial(middle)
        if found is None:
            accepted = middle
        else:
            refused, refusal = middle, found
    return Guilty(refused - 1, refusal)
