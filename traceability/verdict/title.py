"""Title: who owns the asset by the newest event that names an owning party (EPCIS 2.0 §7.3.5.4, CBV 2.0 §7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from traceability.commitment import Thing, Value
from traceability.verdict.asset import Asset
from traceability.verdict.checks import Check, Evidence, Outcome


def title_check(asset: Asset, borrower: int) -> Check:
    """Return whether the borrower owns the asset, by the word of the events.

    An owning party is a GLN under somebody's prefix: the holder of that prefix is the owner.
    """
    newest: tuple[int, Evidence, Thing] | None = None
    for told in asset.told_with_packages():
        for party in _owning_parties(dict(told.happening.values)):
            if newest is None or told.line.meta.time >= newest[0]:
                newest = (told.line.meta.time, Evidence.of(told.thing.canonical, told.line), party)
    if newest is None:
        if asset.holder == borrower:
            return Check("title", Outcome.REFER, "made_by_borrower_and_no_transfer")
        return Check("title", Outcome.REFER, "no_transfer_recorded")
    owner = asset.holder_of(newest[2])
    if owner is None:
        return Check("title", Outcome.UNKNOWN, "owner_not_shown", {"party": newest[2].canonical}, (newest[1],))
    args: dict[str, str | int] = {"organisation": owner, "party": newest[2].canonical}
    if owner == borrower:
        return Check("title", Outcome.PASS, "owned_by_borrower", args, (newest[1],))
    return Check("title", Outcome.FAIL, "owned_by_another", args, (newest[1],))


def _owning_parties(values: dict[str, Value]) -> Iterator[Thing]:
    for pointer, value in values.items():
        if not (pointer.startswith("/destinationList/") and pointer.endswith("/destination")):
            continue
        kind = values.get(pointer.removesuffix("destination") + "type")
        if isinstance(value, Thing) and kind == "owning_party":
            yield value
