"""What both readers do alike: sizes, the header's texts, and events one by one, strictly or past their mistakes."""

from collections.abc import Callable, Mapping, Sequence

from traceability.epcis.document import RefusedEvent
from traceability.epcis.event import Event
from traceability.epcis.header import HEADER_FIELDS
from traceability.epcis.limits import Limits
from traceability.epcis.problem import MOST_SHOWN, DocumentInvalid, Problem, errors_of
from traceability.epcis.raw import Raw
from traceability.epcis.values import Values


def verify_size(data: bytes, limits: Limits) -> None:
    """Raise if the document is empty or longer than the limit."""
    if len(data) > limits.bytes:
        cure = f"A document has at most {limits.bytes} bytes; this has {len(data)}. Send it in parts."
        raise DocumentInvalid([Problem("", "too-large", cure)])
    if not data.strip():
        raise DocumentInvalid([Problem("", "empty", "The document is empty.")])


def header_texts(raw: Mapping[str, Raw], values: Values) -> dict[str, str]:
    """Return sender, receiver and instance identifier, where they are given."""
    found = {name: values.text(raw[name], f"/{name}") for name in HEADER_FIELDS if raw.get(name) is not None}
    return {name: text for name, text in found.items() if text is not None}


def assembled_events(
    raw: Sequence[Raw],
    normal: Callable[[Raw, str], Event],
    problems: list[Problem],
    base: str,
    *,
    tolerant: bool,
) -> tuple[Event | RefusedEvent, ...]:
    """Return the events in order.

    Raises:
        DocumentInvalid: not tolerant, and any event is wrong.
    """
    entries: list[Event | RefusedEvent] = []
    refused = False
    for index, element in enumerate(raw):
        before = len(problems)
        event = normal(element, f"{base}/{index}")
        if len(problems) == before or not errors_of(problems[before:]):
            entries.append(event)
        elif tolerant:
            entries.append(RefusedEvent(errors_of(problems[before:])[:MOST_SHOWN]))
            del problems[before:]
        else:
            refused = True
            if len(problems) >= MOST_SHOWN:
                break
    if refused:
        raise DocumentInvalid(errors_of(problems))
    return tuple(entries)
