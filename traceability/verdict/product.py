"""The product as its holder describes it: claimed, and recorded (traceability/verdict/README.md §2.8)."""

from __future__ import annotations

from collections.abc import Sequence

from traceability.commitment import Opened, Thing
from traceability.errors import BundleRefused, InclusionRefused, OpeningRefused, ProofNodeMissing
from traceability.identifiers import class_of, parse
from traceability.ledger.meta import Kind
from traceability.life.naming import role_at
from traceability.life.resting import thing_under
from traceability.proof import AnchorClaim, ProvenState
from traceability.verdict.facts import Fact, Status
from traceability.verdict.names import MASTER_DATA_SCHEMA
from traceability.verdict.steps import Step
from traceability.verdict.texts import pairs_of

Description = tuple[tuple[str, str], ...]
"""Pointer and text of each opened leaf of a description."""


def product_fact(
    state: ProvenState, thing: Thing, holder: int | None, steps: Sequence[Step]
) -> tuple[Fact, Description | None]:
    """Return the fact, and the description where there is one."""
    if holder is None:
        return Fact("product", Status.NOT_CHECKED, "no_description"), None
    described = Fact("product", Status.CLAIMED, "described_by_holder", {"organisation": holder})
    for step in reversed(steps):
        told = step.line.happening
        if (
            told is not None
            and step.reason == "asserted"
            and told.kind is Kind.DESCRIBE
            and told.organisation == holder
        ):
            return described, pairs_of(told.values)
    refused = False
    for anchor in reversed(state.bundle.anchors):
        try:
            opened = _anchored_description(state, anchor, thing, holder)
        except (OpeningRefused, InclusionRefused, BundleRefused):
            refused = True
            continue
        except ProofNodeMissing:
            continue
        if opened is not None:
            return described, pairs_of(opened.values)
    if refused:
        return Fact("product", Status.REFUSED, "description_refused"), None
    return Fact("product", Status.NOT_CHECKED, "no_description"), None


def _anchored_description(state: ProvenState, anchor: AnchorClaim, thing: Thing, holder: int) -> Opened | None:
    """Return what an anchored event opens, if it is the holder's description of the thing or its class.

    Raises:
        OpeningRefused, InclusionRefused, BundleRefused: it is not what it claims.
        ProofNodeMissing: the anchor is not shown.
    """
    opened = state.opened(anchor.commitment)
    if opened is None or opened.header.kind is not Kind.DESCRIBE or opened.schema == MASTER_DATA_SCHEMA:
        return None
    if not opened.header.organisation == anchor.organisation == holder:
        return None
    product_class = class_of(parse(thing.canonical))
    wanted = {thing.key} | ({thing_under(product_class, thing.prefix_length).key} if product_class else set())
    names = (value for pointer, value in opened.values.items() if role_at(pointer, Kind.DESCRIBE) is not None)
    if not any(isinstance(value, Thing) and value.key in wanted for value in names):
        return None
    state.verify_anchor(anchor)
    return opened
