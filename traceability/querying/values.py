"""Values of parameters: each becomes the keys of what events hold, or is refused with its parameter's name and a cure."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from traceability.epcis import vocabulary
from traceability.epcis.raw import Raw
from traceability.epcis.times import TimeUnreadable, moment_of, normal_time
from traceability.epcis.vocabulary import Vocabulary
from traceability.querying.errors import ParameterInvalid
from traceability.querying.keys import (
    NUMBER,
    NUMBER_IN_TEXT,
    after,
    moment_in,
    number_in,
    number_key,
    text_key,
    time_key,
)
from traceability.querying.patterns import canonical_or_same
from traceability.querying.query import Span

ToText = Callable[[str, Raw], str]
"""Takes a parameter's name and one of its values; gives the text that an event would hold."""

LARGEST_COUNT = 10**9
_FINEST = timedelta(microseconds=1)


def text(parameter: str, value: Raw) -> str:
    """Return a text as it is."""
    if not isinstance(value, str) or not value:
        raise ParameterInvalid(parameter, str(value), "give a text that is not empty")
    return value


def identifier(parameter: str, value: Raw) -> str:
    """Return an identifier in its canonical form, any other address or URN as it is."""
    return canonical_or_same(text(parameter, value).strip())


def hexadecimal(parameter: str, value: Raw) -> str:
    """Return hexadecimal digits in upper case: bytes are compared, not letters."""
    return text(parameter, value).strip().upper()


def truth(parameter: str, value: Raw) -> bool:
    """Return true or false."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise ParameterInvalid(parameter, str(value), "give true or false")


def word_of(words: Vocabulary) -> ToText:
    """Return the reader of words of a vocabulary: bare as events hold them, or an absolute IRI."""

    def word(parameter: str, value: Raw) -> str:
        found = words.normal(text(parameter, value).strip())
        if found in words.words or ":" in found:
            return found
        if words.is_open and words.is_name(found):
            return words.address(found)
        cure = f"give a {words.name} of the Core Business Vocabulary 2.0 as a bare word, or your own as an address"
        raise ParameterInvalid(parameter, found, cure)

    return word


def event_type(parameter: str, value: Raw) -> str:
    """Return the type of an event without its prefix."""
    return text(parameter, value).strip().removeprefix("https://ref.gs1.org/epcis/").removeprefix("epcis:")


def action(parameter: str, value: Raw) -> str:
    """Return an action."""
    if value not in ("ADD", "OBSERVE", "DELETE"):
        raise ParameterInvalid(parameter, str(value), "an action is ADD, OBSERVE or DELETE")
    return str(value)


def number(parameter: str, value: Raw) -> Decimal:
    """Return a number exactly as it was written."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise ParameterInvalid(parameter, str(value), "give a number")
    try:
        found = number_in(str(value).strip())
    except InvalidOperation:
        found = None
    if found is None:
        raise ParameterInvalid(parameter, str(value), "give a number, such as 12.5")
    return found


def time(parameter: str, value: Raw) -> str:
    """Return a moment in the normal form of times."""
    try:
        # A plus sign that was not escaped in an address arrives as a space.
        return normal_time(text(parameter, value).strip().replace(" ", "+"))
    except TimeUnreadable:
        raise ParameterInvalid(parameter, str(value), "write it as 2026-03-01T08:00:00Z") from None


def moment(parameter: str, value: Raw) -> datetime:
    """Return a moment as the index keeps it, in whole microseconds: one between two is the later one."""
    normal = time(parameter, value)
    found = moment_of(normal)
    return found + _FINEST if normal[26:-1].strip("0") else found.astimezone(UTC)


def count(parameter: str, value: Raw) -> int:
    """Return how many, from 1 on."""
    found = number(parameter, value)
    if found != found.to_integral_value() or not 0 < found <= LARGEST_COUNT:
        raise ParameterInvalid(parameter, str(value), f"give a whole number from 1 to {LARGEST_COUNT}")
    return int(found)


def keys_asked(parameter: str, values: Sequence[Raw]) -> tuple[bytes, ...]:
    """Return the keys that an extension may have which is one of these, whatever its type.

    A number that JSON gives as a number is also found where a text holds it; a text that looks like a number or a time is also
    found where a number or that moment stands.
    """
    found: set[bytes] = set()
    for value in values:
        if isinstance(value, bool):
            found.add(text_key("true" if value else "false"))
        elif isinstance(value, str):
            found.add(text_key(text(parameter, value)))
            if (read := moment_in(value.replace(" ", "+"))) is not None:
                found.add(time_key(read))
            elif (written := number_in(value)) is not None:
                found.add(number_key(written))
        else:
            asked = number(parameter, value)
            found |= {number_key(asked), number_key(asked, NUMBER_IN_TEXT)}
    return tuple(sorted(found))


def spans_asked(parameter: str, comparison: str, value: Raw) -> tuple[Span, ...]:
    """Return the spans of keys of an extension that compares so with a number or a time."""
    if isinstance(value, str) and (read := moment_in(value.strip().replace(" ", "+"))) is not None:
        return (span(comparison, time_key(read)),)
    try:
        asked = number(parameter, value)
    except ParameterInvalid:
        cure = "give a number, or a time as 2026-03-01T08:00:00Z; texts are compared by EQ only"
        raise ParameterInvalid(parameter, str(value), cure) from None
    return tuple(span(comparison, number_key(asked, kind)) for kind in (NUMBER, NUMBER_IN_TEXT))


def span(comparison: str, key: bytes) -> Span:
    """Return the span of the keys of the same kind that compare so with one."""
    kind = key[:1]
    least, beyond = kind, bytes((kind[0] + 1,))
    return {
        "EQ": (key, after(key)),
        "GT": (after(key), beyond),
        "GE": (key, beyond),
        "LT": (least, key),
        "LE": (least, after(key)),
    }[comparison]


WORDS: Final[Mapping[str, ToText]] = {
    "bizStep": word_of(vocabulary.BUSINESS_STEPS),
    "disposition": word_of(vocabulary.DISPOSITIONS),
    "reason": word_of(vocabulary.ERROR_REASONS),
    "measurement": word_of(vocabulary.MEASUREMENTS),
    "bizTransaction": word_of(vocabulary.TRANSACTION_TYPES),
    "source": word_of(vocabulary.SOURCE_TYPES),
    "destination": word_of(vocabulary.SOURCE_TYPES),
}
"""Readers of the standard's vocabularies."""
