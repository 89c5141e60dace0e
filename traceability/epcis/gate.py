"""The semantic gate: what no schema sees, checked on the normal form of one event (EPCIS 2.0 §7.4, CBV 2.0 §7 and §8).

`problems_of` gives errors and warnings; `verify_event` raises for errors. Pointers are within the event.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from traceability.epcis import vocabulary
from traceability.epcis.event import Event
from traceability.epcis.gate_identifiers import identifier_problems
from traceability.epcis.gate_shape import shape_problems
from traceability.epcis.hashing import event_hash
from traceability.epcis.problem import DocumentInvalid, Problem, errors_of, strictly
from traceability.epcis.raw import Raw
from traceability.epcis.times import moment_of

AHEAD = timedelta(hours=24)
"""How far ahead of our clock a time may be; clocks differ, and so do calendars at midnight."""

_HASH_SCHEME = "ni:///"
_ALGORITHMS = {
    "sha-256": "sha256",
    "sha-384": "sha384",
    "sha-512": "sha512",
    **{f"sha3-{bits}": f"sha3_{bits}" for bits in (224, 256, 384, 512)},
}
"""Names in ``ni:`` URIs (RFC 6920 §9.4) and in Python."""
_HASH_ID = re.compile(rf"ni:///({'|'.join(_ALGORITHMS)});[^?]*\?ver=CBV2\.0")
_WORDS = {"bizStep": vocabulary.BUSINESS_STEPS, "disposition": vocabulary.DISPOSITIONS}


def verify_event(event: Event, now: datetime, *, strict: bool = False) -> None:
    """Raise if the event has an error.

    Raises:
        DocumentInvalid: with every error; pointers are within the event.
    """
    if errors := errors_of(problems_of(event, now, strict=strict)):
        raise DocumentInvalid(errors)


def problems_of(event: Event, now: datetime, *, strict: bool = False) -> tuple[Problem, ...]:
    """Return what is wrong with an event, and what its author should know.

    With `strict`, what is a warning else is an error: an ``eventID`` that is the hash of another event (a warning, since
    all such ids of the standard's own examples are), and a thing named in two writings.
    """
    shape = tuple(shape_problems(event.body))
    problems = [*shape, *identifier_problems(event), *_word_problems(event.body), *_time_problems(event.body, now)]
    if not shape:
        problems += _event_id_problems(event)
    return tuple(strictly(problems) if strict else problems)


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
    latest = _latest(now)
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
        times += [
            (f"/sensorElementList/{index}/sensorReport/{at}/time", report["time"])
            for at, report in enumerate(element.get("sensorReport", ()))
            if "time" in report
        ]
    for pointer, time in times:
        # Times of the normal form order as their texts do, to the second.
        if time is not None and time[:19] > latest:
            clock = f"{now:%Y-%m-%dT%H:%M:%SZ}"
            cure = f"{time} is more than a day ahead of our clock ({clock}): an event is what has happened."
            yield Problem(pointer, "time-in-future", cure)


@lru_cache(maxsize=16)
def _latest(now: datetime) -> str:
    return (now.astimezone(UTC) + AHEAD).isoformat()[:19]


def _event_id_problems(event: Event) -> Iterator[Problem]:
    claimed = event.event_id
    found = _HASH_ID.fullmatch(claimed) if claimed is not None and claimed.startswith(_HASH_SCHEME) else None
    if found is not None and claimed != (right := event_hash(event, _ALGORITHMS[found.group(1)])):
        cure = f"The hash of this event is {right}: use it, leave eventID out, or give another kind of URI."
        yield Problem("/eventID", "event-id-mismatch", cure, is_warning=True)
