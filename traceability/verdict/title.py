"""Title: who owns the asset by the newest event that names an owning party (EPCIS 2.0 §7.3.5.4, CBV 2.0 §7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from traceability.commitment import Thing
from traceability.life.happening import Happening
from traceability.verdict.asset import Asset, Told
from traceability.verdict.checks import Check, Evidence, Outcome

_BEFORE, _AFTER = "/destinationList/", "/destination"


def title_check(asset: Asset, borrower: int) -> Check:
    """Return whether the borrower owns the asset, by the word of the events.

    An owning party is a GLN under somebody's prefix: the holder of that prefix is the owner. A transfer that is not
    shown may be the newest, so nothing passes while a line or a destination is hidden.
    """
    newest: tuple[Told, Thing | str] | None = None
    hidden = not asset.is_whole()
    for told in asset.told_with_packages():
        hidden = hidden or _hides_a_destination(told.happening)
        for party in _owning_parties(told.happening):
            if newest is None or told.line.meta.time >= newest[0].line.meta.time:
                newest = (told, party)
    if newest is None:
        if hidden:
            return Check("title", Outcome.UNKNOWN, "story_not_whole")
        by_borrower = asset.holder == borrower
        return Check(
            "title", Outcome.REFER, "made_by_borrower_and_no_transfer" if by_borrower else "no_transfer_recorded"
        )
    told, party = newest
    evidence = (Evidence.of(told.thing.canonical, told.line),)
    if isinstance(party, str):
        return Check("title", Outcome.REFER, "owner_outside_network", {"party": party}, evidence)
    owner = asset.holder_of(party)
    if owner is None:
        return Check("title", Outcome.UNKNOWN, "owner_not_shown", {"party": party.canonical}, evidence)
    args: dict[str, str | int] = {"organisation": owner, "party": party.canonical}
    if owner != borrower:
        return Check("title", Outcome.FAIL, "owned_by_another", args, evidence)
    if hidden:
        return Check("title", Outcome.UNKNOWN, "story_not_whole", args, evidence)
    return Check("title", Outcome.PASS, "owned_by_borrower", args, evidence)


def _owning_parties(told: Happening) -> Iterator[Thing | str]:
    for pointer, value in told.values.items():
        if pointer.startswith(_BEFORE) and pointer.endswith(_AFTER) and isinstance(value, Thing | str):
            kind = told.text(pointer.removesuffix(_AFTER) + "/type")
            if kind == "owning_party":
                yield value


def _hides_a_destination(told: Happening) -> bool:
    return any(pointer.startswith(_BEFORE) for pointer in told.closed)
