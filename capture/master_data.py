"""Turns the master data of a document into statements: who says what of a place, party or product, since when (CBV 2.0 §10).

Each element is committed like an event (kind DESCRIBE, docs/decisions/0017), on the anchored lane: anyone may say something
of anything, so that no prefix is claimed and no line is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from capture.committing import Intent, body_text, captured_statement
from capture.composing import NAMESPACE
from capture.errors import CaptureLimitExceeded, EventRefused, Problem
from capture.grants import GrantBook
from capture.lane import Lane
from store.columns import LONGEST_INDEXED
from store.record.capture import CapturedEvent
from store.record.master_data import text_of
from store.record.master_data_saving import ElementIndex
from traceability.epcis import MasterVocabulary
from traceability.ledger.meta import Kind

if TYPE_CHECKING:
    # Whoever captures documents calls this module.
    from capture.documents import Request

MASTER_DATA_SCHEMA: Final = NAMESPACE + "master-data"
"""Schema of such a statement, in leaf 1 of its commitment."""

ASSERTED_BY: Final = NAMESPACE + "assertedBy"
"""Attribute that our answers add: the organisation that says so; whoever captures an answer says it himself."""

ASSERTED_AT: Final = NAMESPACE + "assertedAt"
"""Attribute that our answers add: when the organisation captured it."""

NOT_IN_DOCUMENT: Final = -1
"""Index of a statement in the list of events: it stands beside them."""


@dataclass(slots=True)
class _Gathered:
    """What a document says of one thing under one vocabulary, perhaps at several places."""

    pointer: str
    attributes: dict[str, list[Any]]
    children: dict[str, None]


def described_elements(
    vocabularies: Sequence[MasterVocabulary], base: str, request: Request, book: GrantBook
) -> tuple[list[CapturedEvent], list[Problem]]:
    """Return a statement for each thing that a document describes, and what is wrong with others.

    `base` is the pointer of the document's `vocabularyList`.

    Raises:
        CaptureLimitExceeded: the document describes more things than a capture may hold events.
    """
    gathered = _gathered(vocabularies, base)
    if len(gathered) > request.limits.events:
        raise CaptureLimitExceeded("elements of master data", request.limits.events)
    captured: list[CapturedEvent] = []
    problems: list[Problem] = []
    for (vocabulary, uri), element in gathered.items():
        too_long = next((text for text in (vocabulary, uri, *element.children) if _is_too_long(text)), None)
        if too_long is not None:
            reason = f"a name has {len(too_long)} characters, the limit is {LONGEST_INDEXED}"
            problems.append(Problem("document-invalid", element.pointer, reason, "give a shorter identifier"))
            continue
        try:
            captured.append(_statement(vocabulary, uri, element, request, book))
        except EventRefused as refusal:
            problems.extend(
                replace(problem, pointer=element.pointer, reason=f"{problem.reason} ({problem.pointer})")
                for problem in refusal.problems
            )
    return captured, problems


def _gathered(vocabularies: Sequence[MasterVocabulary], base: str) -> dict[tuple[str, str], _Gathered]:
    found: dict[tuple[str, str], _Gathered] = {}
    for number, vocabulary in enumerate(vocabularies):
        for place, element in enumerate(vocabulary.elements):
            pointer = f"{base}/{number}/vocabularyElementList/{place}"
            said = found.setdefault((vocabulary.type, element.id), _Gathered(pointer, {}, {}))
            for name, value in element.attributes:
                if name in (ASSERTED_BY, ASSERTED_AT):
                    continue
                values = said.attributes.setdefault(name, [])
                values.extend(value if isinstance(value, list) else () if value is None else (value,))
            said.children.update(dict.fromkeys(element.children))
    return found


def _statement(vocabulary: str, uri: str, element: _Gathered, request: Request, book: GrantBook) -> CapturedEvent:
    said: dict[str, Any] = {}
    attributes = {name: _one_or_all(values) for name, values in sorted(element.attributes.items()) if values}
    if attributes:
        said["attributes"] = attributes
    if element.children:
        said["children"] = list(element.children)
    index = ElementIndex(
        vocabulary,
        uri,
        hashlib.sha256(body_text(said).encode()).digest(),
        tuple(_looked_up(element.attributes)),
        tuple(element.children),
    )
    # The time makes what is said again after something else a statement of its own.
    body = {"subject": uri, "vocabulary": vocabulary, "since": request.now.isoformat(timespec="microseconds"), **said}
    intent = Intent(request.organisation, request.disclosure, Lane.ANCHORED, Kind.DESCRIBE)
    event = captured_statement(
        body, MASTER_DATA_SCHEMA, [], Kind.DESCRIBE, intent, book, request.secrets(), request.limits
    )
    return replace(event, index=NOT_IN_DOCUMENT, element=index)


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _looked_up(attributes: Mapping[str, list[Any]]) -> Iterable[tuple[str, str | None]]:
    for name, values in sorted(attributes.items()):
        for value in values:
            yield name, text_of(value)


def _is_too_long(text: str) -> bool:
    return not text or len(text.encode()) > LONGEST_INDEXED
