"""The semantic gate: what no schema sees, checked on the normal form of one event (EPCIS 2.0 §7.4, CBV 2.0 §7 and §8).

`problems_of` gives errors and warnings; `verify_event` raises for errors. Pointers are within the event.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from traceability.epcis import vocabulary
from traceability.epcis.event import Event
from traceability.epcis.gate_identifiers import identifier_problems
from traceability.epcis.gate_shape import shape_problems
from traceability.epcis.hashing import event_hash
from traceability.epcis.problem import DocumentInvalid, Problem, errors_of
from traceability.epcis.raw import Raw
from traceability.epcis.times import moment_of

AHEAD = timedelta(hours=24)
"""How far ahead of our clock a time may be; clocks differ, and so do calendars at midnight."""

_HASH_SCHEME = "ni:///"
_WORDS = {"bizStep": vocabulary.BUSINESS_STEPS, "disposition": vocabulary.DISPOSITIONS}


def verify_event(event: Event, now: datetime, *, strict_event_id: bool = False) -> None:
    """Raise if the event has an error.

    Raises:
        DocumentInvalid: with every error; pointers are within the event.
    """
    if errors := errors_of(problems_of(event, now, strict_event_id=strict_event_id)):
        raise DocumentInvalid(errors)


def problems_of(event: Event, now: datetime, *, strict_event_id: bool = False) -> tuple[Problem, ...]:
    """Return what is wrong with an event, and what its author should know.

    An ``eventID`` that is a hash of another event is a warning, since the standard's own examples carry such; with
    `strict_event_id` it is an error.
    """
    shape = tuple(shape_problems(event.body))
    problems = [*shape, *identifier_problems(event.body), *_word_problems(event.body), *_time_problems(event.body, now)]
    if not shape:
        problems += _event_id_problems(event, strict=strict_event_id)
    return tuple(problems)


def _word_problems(body: Raw) -> Iterator[Problem]:
    """Refuse what stands under a prefix of the standard's vocabulary but is no word of it."""
    words = [(f"/{name}", body[name], words) for name, words in _WORDS.items() if name in body]
    for name in ("set", "unset"):
        for index, word in enumerate(body.get("persistentDisposition", {}).get(name, ())):
            words.append((f"/persistentDisposition/{name}/{index}", word, vocabulary.DISPOSITIONS))
    for pointer, word, known in words:
        if word.startswith(known.web):
            unknown = word[len(known.web) :][:64]
            cure = f"The Core Business Vocabulary 2.0 has no {known.name} {unknown!r}; use an address of your own."
            yield Problem(pointer, "word-unknown", cure)


def _time_problems(body: Raw, now: datetime) -> Iterator[Problem]:
    latest = now + AHEAD
    times = [
        ("/eventTime", body.get("eventTime")),
        ("/errorDeclaration/declarationTime", body.get("errorDeclaration", {}).get("declarationTime")),
    ]
    for index, element in enumerate(body.get("sensorElementList", ())):
        metadata = element.get("sensorMetadata", {})
        start, end = metadata.get("startTime"), metadata.get("endTime")
        if start and end and moment_of(start) > moment_of(end):
            yield Problem(
                f"/sensorElementList/{index}/sensorMetadata/endTime", "time-order", "endTime is not before startTime."
            )
        times += [
            (f"/sensorElementList/{index}/sensorMetadata/{name}", metadata.get(name))
            for name in ("time", "startTime", "endTime")
        ]
    for pointer, time in times:
        if time is not None and moment_of(time) > latest:
            clock = f"{now:%Y-%m-%dT%H:%M:%SZ}"
            cure = f"{time} is more than a day ahead of our clock ({clock}): an event is what has happened."
            yield Problem(pointer, "time-in-future", cure)


def _event_id_problems(event: Event, *, strict: bool) -> Iterator[Problem]:
    claimed = event.event_id
    if claimed is None or not claimed.startswith(_HASH_SCHEME) or not claimed.endswith("?ver=CBV2.0"):
        return
    if claimed.startswith(f"{_HASH_SCHEME}sha-256;") and claimed != (right := event_hash(event)):
        cure = f"The hash of this event is {right}: use it, leave eventID out, or give another kind of URI."
        yield Problem("/eventID", "event-id-mismatch", cure, is_warning=not strict)
