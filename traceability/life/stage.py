"""Stages of life: from requirement to recycling, as an event says or as its business step implies (CBV 2.0 §7.1)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from traceability.life.happening import Happening


class Stage(Enum):
    """A stage in the life of a product."""

    REQUIREMENT = "requirement"
    """需求"""
    DESIGN = "design"
    """设计"""
    PLANNING = "planning"
    """计划"""
    ENGINEERING = "engineering"
    """工艺"""
    MANUFACTURING = "manufacturing"
    """制造"""
    LOGISTICS = "logistics"
    """物流"""
    SALE = "sale"
    """销售"""
    MAINTENANCE = "maintenance"
    """使用与维护"""
    RECYCLING = "recycling"
    """回收"""


_STEPS: Mapping[Stage, tuple[str, ...]] = {
    Stage.MANUFACTURING: ("commissioning", "creating_class_instance", "encoding", "assembling", "other"),
    Stage.LOGISTICS: (
        "packing", "unpacking", "loading", "unloading", "shipping", "departing", "arriving", "transporting", "receiving",
        "accepting", "storing", "staging_outbound", "picking", "cross_docking", "consigning",
    ),
    Stage.SALE: ("stocking", "retail_selling", "dispensing", "stock_taking"),
    Stage.MAINTENANCE: ("installing", "repairing", "removing", "replacing", "reserving"),
    Stage.RECYCLING: ("collecting", "disassembling", "decommissioning", "destroying", "waste_disposing", "sorting"),
}  # fmt: skip
"""The stage that a business step implies; steps that happen in several stages imply none."""

_BY_STEP = {step: stage for stage, steps in _STEPS.items() for step in steps}


def stage_of(told: Happening) -> Stage | None:
    """Return the stage of life of an event, None where neither its stage nor its business step tells."""
    said = told.stage
    if said is not None:
        return next((stage for stage in Stage if stage.value == said), None)
    return _BY_STEP.get(told.text("/bizStep") or "")
