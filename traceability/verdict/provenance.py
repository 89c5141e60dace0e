"""Provenance and receipt: whether an asset's story goes back to its origins, and whether another party has had it in hand."""

from __future__ import annotations

from traceability.ledger.meta import Kind
from traceability.verdict.asset import Asset, Told
from traceability.verdict.checks import Check, Evidence, Outcome
from traceability.verdict.facts import Status

RECEIVING_STEPS = frozenset({"receiving", "accepting"})
"""Business steps by which a party says that it has the goods (CBV 2.0 §7.1)."""

MAKING = frozenset({Kind.CREATE, Kind.TRANSFORM})
"""The kinds by which a thing comes into being."""

OUTSIDE = frozenset({"not_on_network"})
"""Gaps that are known to be there, and that nobody on the network can close."""

_BY_STATUS = {
    Status.REFUSED: Outcome.FAIL,
    Status.WITHHELD_BY_SERVER: Outcome.UNKNOWN,
    Status.HIDDEN_BY_OWNER: Outcome.UNKNOWN,
    Status.NOT_CHECKED: Outcome.UNKNOWN,
}


def provenance_check(asset: Asset) -> Check:
    """Return whether the story of the asset is whole and goes back to declared origins."""
    story = asset.verdict.fact("story")
    if story.status in _BY_STATUS:
        return Check("provenance", _BY_STATUS[story.status], story.reason, story.args)
    told = asset.told(asset.thing)
    first = told[0] if told else None
    if first is None or first.line.position or first.line.meta.kind not in MAKING:
        return Check("provenance", Outcome.REFER, "no_origin", {"lines": len(told)})
    foundation = asset.verdict.foundation
    assert foundation is not None  # noqa: S101 - a verdict with a story has it
    evidence = tuple(Evidence.of(asset.thing.canonical, item.line) for item in told if item.line.meta.kind in MAKING)
    unknown = [gap for gap in foundation.gaps if gap[0] not in OUTSIDE]
    if unknown:
        args: dict[str, str | int] = {"because": unknown[0][0], "id": unknown[0][1], "count": len(unknown)}
        refused = unknown[0][0] == "lines_disagree"
        return Check("provenance", Outcome.FAIL if refused else Outcome.UNKNOWN, "upstream_not_shown", args, evidence)
    if foundation.gaps:
        args = {"id": foundation.gaps[0][1], "count": len(foundation.gaps)}
        return Check("provenance", Outcome.REFER, "origin_outside_network", args, evidence)
    return Check("provenance", Outcome.PASS, "back_to_origin", {"checked": len(foundation.rests_on)}, evidence)


def receipt_check(asset: Asset) -> Check:
    """Return whether a party other than the maker says that it received the asset, or the package that it was in."""
    holder = asset.holder
    for told in asset.told_with_packages():
        if holder is not None and told.line.meta.organisation != holder and _is_receipt(told):
            args = {"organisation": told.line.meta.organisation, "at": told.line.meta.time}
            evidence = (Evidence.of(told.thing.canonical, told.line),)
            return Check("receipt", Outcome.PASS, "received_by_second_party", args, evidence)
    story = asset.verdict.fact("story")
    if holder is None or story.status in _BY_STATUS:
        return Check("receipt", Outcome.UNKNOWN, "story_not_whole", {"because": story.reason})
    return Check("receipt", Outcome.REFER, "no_second_party")


def _is_receipt(told: Told) -> bool:
    """Return whether an event says that its author has the goods: it receives them, or unpacks them."""
    return told.happening.text("/bizStep") in RECEIVING_STEPS or told.happening.kind is Kind.UNPACK
