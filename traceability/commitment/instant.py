"""Times of an event as seconds and nanoseconds, read from ISO 8601 text with an offset (EPCIS 2.0 §7.3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from traceability.errors import TimeNotCommittable

_EPOCH_DAY = 719163
"""The proleptic ordinal of 1970-01-01."""


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """A point in time, finer than a `datetime` can say."""

    seconds: int
    """Seconds since 1970, negative before."""
    nanoseconds: int
    """Nanoseconds after that second, 0 to 999,999,999."""

    def datetime(self) -> datetime:
        """Return the time as an aware UTC `datetime`, cut to microseconds."""
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=self.seconds, microseconds=self.nanoseconds // 1000)


def instant_of(text: str, pointer: str) -> Instant:
    """Return the time that a text says.

    Raises:
        TimeNotCommittable: it is not `YYYY-MM-DDThh:mm:ss[.fraction]` with `Z` or an offset `±hh:mm` of at most
            14 hours, or its fraction is finer than a nanosecond.
    """
    if not (
        text.isascii()
        and len(text) >= 20
        and text[4] == text[7] == "-"
        and text[10] == "T"
        and text[13] == text[16] == ":"
    ):
        raise TimeNotCommittable(pointer, text, "not YYYY-MM-DDThh:mm:ss with an offset")
    try:
        written = datetime.fromisoformat(text[:19])
    except ValueError:
        raise TimeNotCommittable(pointer, text, "no such date or time") from None
    end = len(text) - (1 if text[-1] == "Z" else 6)
    seconds = (written.toordinal() - _EPOCH_DAY) * 86400 + written.hour * 3600 + written.minute * 60 + written.second
    seconds -= _offset(text, end, pointer)
    if end == 19:
        return Instant(seconds, 0)
    digits = text[20:end]
    if text[19] != "." or not digits.isdecimal():
        raise TimeNotCommittable(pointer, text, "fraction of a second without digits")
    if len(digits) > 9 and digits[9:].strip("0"):
        raise TimeNotCommittable(pointer, text, "finer than a nanosecond")
    return Instant(seconds, int(digits[:9].ljust(9, "0")))


def _offset(text: str, end: int, pointer: str) -> int:
    """Return the offset that a text ends with, in seconds east of UTC."""
    if text[end:] == "Z":
        return 0
    hours, minutes = text[end + 1 : end + 3], text[end + 4 :]
    if end < 19 or text[end] not in "+-" or text[end + 3] != ":" or not (hours + minutes).isdecimal():
        raise TimeNotCommittable(pointer, text, "no offset, Z or ±hh:mm")
    seconds = int(hours) * 3600 + int(minutes) * 60
    if int(minutes) > 59 or seconds > 14 * 3600:
        raise TimeNotCommittable(pointer, text, "offset beyond 14 hours")
    return -seconds if text[end] == "-" else seconds
