"""The cases of tests/vectors/bundles: bundles good and forged, with the facts that each must come to."""

from __future__ import annotations

import cases_of_aliases
import cases_of_corrections
import cases_of_forgeries
import cases_of_gaps
import cases_of_lines
import cases_of_names
import cases_of_networks
import cases_of_recall
import cases_of_sets
from vector_frame import Case, cases

__all__ = [
    "Case",
    "cases",
    "cases_of_aliases",
    "cases_of_corrections",
    "cases_of_forgeries",
    "cases_of_gaps",
    "cases_of_lines",
    "cases_of_names",
    "cases_of_networks",
    "cases_of_recall",
    "cases_of_sets",
]
