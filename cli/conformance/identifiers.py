"""Identifiers: rows of codes that are valid or not, EPC URNs with their Digital Links, and the GS1 syntax dictionary."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cli.conformance.results import Material, Result, judged
from traceability.commitment.json_text import nests_within
from traceability.identifiers.published import dictionary_differences, verified_epc_urn, verified_row

DEEPEST = 8


def row_results(material: Material) -> Iterator[Result]:
    """Yield a case for each line of a file of identifiers."""
    for number, line in enumerate(material.data.splitlines(), 1):
        if not line.strip():
            continue
        case = f"{material.name} line {number}"
        try:
            row = json.loads(line) if nests_within(line.decode("utf-8", "replace"), DEEPEST) else None
        except ValueError:
            row = None
        if not isinstance(row, Mapping) or "scheme" not in row or "input" not in row:
            yield judged("identifiers", case, "is no row of an identifier")
            continue
        yield judged(f"identifiers: {row['scheme']}", f"{case} {str(row['input'])[:80]}", verified_row(row))


def is_epc_urn_pairs(content: Any) -> bool:
    """Return whether a JSON file holds EPC URNs with their Digital Links."""
    cases = content.get("cases") if isinstance(content, Mapping) else None
    return isinstance(cases, list) and any(
        "canonical_digital_link" in case for case in cases if isinstance(case, Mapping)
    )


def epc_urn_results(name: str, content: Mapping[str, Any]) -> Iterator[Result]:
    """Yield a case for each pair."""
    for case in content["cases"]:
        yield judged("EPC URNs", f"{name} {str(case.get('input'))[:100]}", verified_epc_urn(case))


def dictionary_results(material: Material) -> Iterator[Result]:
    """Yield one case for each application identifier of which our table says something else, or one that all is the same."""
    differences = dictionary_differences(material.data.decode("utf-8"))
    if not differences:
        yield judged("application identifiers", material.name, None)
    for difference in differences:
        yield judged("application identifiers", material.name, difference)
