"""Link sets: read as a firm's file of links is read, written as the resolver writes them, and read back the same.

Source: RFC 9264 §4.2, GS1-Conformant Resolver 1.2.0 §2.5; and the types of links of the GS1 Web Vocabulary.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cli.conformance.own_faults import own_fault
from cli.conformance.results import Material, Outcome, Result, judged
from traceability.linking.drafts import LinkDraft
from traceability.linking.errors import LinkFileInvalid, LinkInvalid
from traceability.linking.link import Standing
from traceability.linking.link_files import drafts_in
from traceability.linking.link_set import Level
from traceability.linking.link_types import relation_of
from traceability.linking.linkset_json import linkset_object

SET, TYPES = "link sets", "link types"
ORIGIN = "https://id.gs1.org"


def is_linkset(content: Any) -> bool:
    """Return whether a JSON file holds a link set."""
    return isinstance(content, Mapping) and "linkset" in content


def is_link_types(content: Any) -> bool:
    """Return whether a JSON file lists types of links."""
    types = content.get("link_types") if isinstance(content, Mapping) else None
    return isinstance(types, list) and all(isinstance(entry, Mapping) and "id" in entry for entry in types)


def results_of(material: Material) -> Iterator[Result]:
    """Yield what became of one link set."""
    fault = own_fault(material.data)
    why = _differs(material.data)
    if fault is not None and why is not None:
        yield Result(SET, material.name, Outcome.FAULT_OF_SET, fault)
    else:
        yield judged(SET, material.name, why)


def type_results(name: str, content: Mapping[str, Any]) -> Iterator[Result]:
    """Yield a case for each type of links that a file lists: the short name is known."""
    for curie in (str(entry["id"]) for entry in content["link_types"]):
        try:
            relation_of(curie)
        except LinkInvalid as refusal:
            yield judged(TYPES, f"{name} {curie}", str(refusal))
        else:
            yield judged(TYPES, f"{name} {curie}", None)


def _differs(data: bytes) -> str | None:
    try:
        drafts = drafts_in(data)
        back = drafts_in(json.dumps(linkset_object(_levels(drafts), ORIGIN)).encode())
    except LinkFileInvalid as refusal:
        return "; ".join(f"{problem.pointer} {problem.reason}" for problem in refusal.problems[:3])
    lost, gained = _content(drafts) - _content(back), _content(back) - _content(drafts)
    if lost or gained:
        return f"{sum(lost.values())} links are lost and {sum(gained.values())} others are there when it was written and read back"
    return None


def _levels(drafts: Sequence[LinkDraft]) -> list[Level]:
    """Return the link contexts that drafts make, with the default that each names, or its first link."""
    by_anchor: dict[str, list[LinkDraft]] = {}
    for draft in drafts:
        by_anchor.setdefault(draft.anchor.text, []).append(draft)
    return [
        Level(
            group[0].anchor,
            group[0].anchor.identifier.display(),
            tuple(draft.link for draft in group),
            next((draft.link for draft in group if draft.link.standing is Standing.DEFAULT), None),
        )
        for group in by_anchor.values()
    ]


def _content(drafts: Sequence[LinkDraft]) -> Counter[tuple[str, Any]]:
    return Counter((draft.anchor.text, draft.link) for draft in drafts)
