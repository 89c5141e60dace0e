"""Encumbrance: whether a lien lies on the asset, on a package that it is in, or on a part of it (docs/formats.md §5)."""

from __future__ import annotations

from collections.abc import Iterator

from traceability.commitment import Thing
from traceability.errors import ProofNodeMissing
from traceability.verdict.asset import Asset
from traceability.verdict.checks import Check, Outcome


def lien_check(asset: Asset, reader: int | None) -> Check:
    """Return whether the asset is free; `reader` is the organisation that asks, None for whoever holds the link.

    Who holds a lien is said only where the bundle shows the lien's record, which it does for its two parties and where
    the borrower allows it.
    """
    unknown = False
    for thing, relation in _places(asset):
        try:
            lien = asset.state.lien_on(thing.key)
        except ProofNodeMissing:
            unknown = True
            continue
        if lien is not None:
            found = _standing(asset, lien, thing, relation, reader)
            if found is not None:
                return found
    if unknown:
        return Check("liens", Outcome.UNKNOWN, "proof_missing")
    return Check("liens", Outcome.PASS, "unencumbered")


def _places(asset: Asset) -> Iterator[tuple[Thing, str]]:
    """Yield the asset, the packages that it is in and the parts that are in it, each with its relation."""
    yield asset.thing, "asset"
    links = asset.links()
    for stay in links.containments:
        if stay.end is None and stay.package.thing is not None:
            yield stay.package.thing, "package"
    for component in links.current_components:
        if component.named.thing is not None:
            yield component.named.thing, "component"


def _standing(asset: Asset, lien: bytes, thing: Thing, relation: str, reader: int | None) -> Check | None:
    """Return what a lien means, None where its reservation ran out."""
    args: dict[str, str | int] = {"relation": relation, "id": thing.canonical, "lien": f"0x{lien.hex()}"}
    try:
        record = asset.state.lien(lien)
    except ProofNodeMissing:
        return Check("liens", Outcome.FAIL, "encumbered_by_another", args)
    if record is None:
        return Check("liens", Outcome.UNKNOWN, "lien_not_shown", args)
    if not record.encumbers(asset.state.time):
        return None
    args |= {
        "state": record.state.name.lower(),
        "pledgee": record.pledgee,
        "pledgor": record.pledgor,
        "since": record.since,
    }
    if reader is not None and record.pledgee == reader:
        return Check("liens", Outcome.REFER, "encumbered_by_reader", args)
    return Check("liens", Outcome.REFER if relation == "component" else Outcome.FAIL, "encumbered", args)
