"""Steps: the lines of a thing as a reader is told them, each with its status (traceability/verdict/README.md §1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from traceability.commitment import Thing
from traceability.errors import MetaInvalid
from traceability.ledger.meta import Flag, Meta
from traceability.life.corrections import Corrections
from traceability.life.custody import Party, parties_of, shown_text
from traceability.life.happening import Happening
from traceability.life.lines import Line, Standing
from traceability.verdict.facts import Status


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a thing with its status."""

    line: Line
    status: Status
    reason: str
    thing: Thing
    corrections: Corrections

    def to_object(self) -> dict[str, object]:
        """Return the step as values that `json` writes."""
        line, told, position = self.line, self.line.happening, self.line.position
        lists = self.corrections
        return {
            "position": position,
            "status": self.status.value,
            "reason": self.reason,
            "kind": line.meta.kind.name.lower(),
            "organisation": line.meta.organisation,
            "recordedAt": line.meta.time,
            "state": line.meta.state.name.lower() if line.meta.flags & Flag.STATE else None,
            **_told(told, self.thing),
            "declaredWrongBy": lists.declared_wrong_by.get(position, []),
            "disputedBy": lists.disputed_by.get(position, []),
            "corrects": lists.corrects.get(position, []),
            "replacedBy": lists.replaced_by.get(position, []),
        }


def steps_of(thing: Thing, lines: Sequence[Line], corrections: Corrections, base: Status) -> tuple[Step, ...]:
    """Return the steps of a thing; `base` is the status of what agrees with the block."""
    return tuple(Step(line, *_status(line, corrections, base), thing, corrections) for line in lines)


def disagreeing_steps(thing: Thing, start: int, lines: Iterable[tuple[bytes, bytes]]) -> tuple[Step, ...]:
    """Return the steps of lines that do not lead to the head: all refused, and nothing of them opened."""
    try:
        refused = [
            Line(number, commitment, Meta.unpack(meta), Standing.REFUSED, "lines_disagree", None)
            for number, (commitment, meta) in enumerate(lines, start)
        ]
    except MetaInvalid:
        return ()
    return tuple(Step(line, Status.REFUSED, "lines_disagree", thing, Corrections()) for line in refused)


def _status(line: Line, corrections: Corrections, base: Status) -> tuple[Status, str]:
    match line.standing:
        case Standing.REFUSED:
            return Status.REFUSED, line.reason
        case Standing.KEPT_BACK:
            if line.position in corrections.forgotten:
                return Status.HIDDEN_BY_OWNER, "forgotten"
            return (Status.HIDDEN_BY_OWNER if line.by_owner else Status.WITHHELD_BY_SERVER), line.reason
        case Standing.TOLD:
            if not corrections.stands(line.position):
                return base, "declared_wrong"
            if line.position in corrections.doubtful:
                return Status.NOT_CHECKED, "may_be_declared_wrong"
            return base, line.reason


def _told(told: Happening | None, thing: Thing) -> dict[str, object]:
    if told is None:
        texts = dict.fromkeys(("role", "eventTime", *_TEXTS, "stage"))
        return {**texts, "others": [], "sources": [], "destinations": []}
    roles = told.roles_of(thing.key, thing.canonical)
    others = [
        {"role": named.role.value, "id": named.text}
        for named in told.named
        if named.thing is None or named.thing.key != thing.key
    ]
    return {
        "role": roles[0].value if roles else None,
        "eventTime": told.event_time,
        **{name: shown_text(told.values, pointer) for name, pointer in _TEXTS.items()},
        "stage": told.stage,
        "others": others,
        "sources": _objects(parties_of(told.values, "/sourceList/", "source")),
        "destinations": _objects(parties_of(told.values, "/destinationList/", "destination")),
    }


_TEXTS = {
    "eventType": "/type",
    "action": "/action",
    "bizStep": "/bizStep",
    "disposition": "/disposition",
    "readPoint": "/readPoint/id",
    "bizLocation": "/bizLocation/id",
    "eventId": "/eventID",
    "eventHash": "hash:cbv2.0",
}
"""What is shown of an event: name in the verdict and pointer in the event."""


def _objects(parties: Iterable[Party]) -> list[dict[str, str | None]]:
    return [{"type": party.type, "id": party.id} for party in parties]
