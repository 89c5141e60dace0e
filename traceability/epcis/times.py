"""Times of events: read strictly, written in one form (RFC 3339 in UTC with ``Z``, at most nine fractional digits)."""

import re
from datetime import UTC, datetime, timedelta

_FORM = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,12}))?(Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])"
)
_OFFSET = re.compile(r"[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)")


_ANY_OFFSET = re.compile(r"[+-][0-9]{1,3}:[0-9]{1,3}")
_ANY_FORM = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,12})?[+-][0-9]{1,3}:[0-9]{1,3}"
)


class TimeUnreadable(ValueError):
    """A text is no date and time with an offset from UTC."""


class OffsetImpossible(TimeUnreadable):
    """An offset from UTC that no place on earth has."""


def normal_time(text: str) -> str:
    """Return a written time in the one form: UTC, ``Z``, no trailing zeros in its fraction.

    Raises:
        TimeUnreadable: the text is no date and time, has no offset, or names a moment that does not exist.
    """
    match = _FORM.fullmatch(text)
    if match is None:
        raise OffsetImpossible(text) if _ANY_FORM.fullmatch(text) else TimeUnreadable(text)
    seconds, fraction, offset = match.groups()
    if fraction and len(fraction) > 9 and fraction[9:].strip("0"):
        raise TimeUnreadable(text)
    try:
        moment = datetime.fromisoformat(seconds)
        if offset not in {"Z", "+00:00", "-00:00"}:
            if not _OFFSET.fullmatch(offset):
                raise OffsetImpossible(text)
            minutes = int(offset[1:3]) * 60 + int(offset[4:6])
            moment -= timedelta(minutes=-minutes if offset[0] == "-" else minutes)
            seconds = moment.isoformat()
    except OffsetImpossible:
        raise
    except (ValueError, OverflowError):
        raise TimeUnreadable(text) from None
    fraction = fraction[:9].rstrip("0") if fraction else ""
    return f"{seconds}.{fraction}Z" if fraction else f"{seconds}Z"


def moment_of(normal: str) -> datetime:
    """Return a time of the normal form as an aware datetime, cut to microseconds."""
    return datetime.fromisoformat(normal[:19] + normal[19:-1][:7]).replace(tzinfo=UTC)


def milliseconds_of(normal: str) -> str:
    """Return a time of the normal form with exactly three fractional digits, rounded half up (CBV 2.0, event hash)."""
    if len(normal) == 20:
        return f"{normal[:-1]}.000Z"
    fraction = normal[20:-1]
    if len(fraction) <= 3:
        return f"{normal[:20]}{fraction.ljust(3, '0')}Z"
    thousandths = int(fraction[:3]) + (fraction[3] >= "5")
    if thousandths < 1000:
        return f"{normal[:20]}{thousandths:03d}Z"
    try:
        return f"{(datetime.fromisoformat(normal[:19]) + timedelta(seconds=1)).isoformat()}.000Z"
    except OverflowError:
        return f"{normal[:20]}999Z"


def normal_offset(text: str) -> str:
    """Return a written time zone offset, ``-00:00`` as ``+00:00``.

    Raises:
        TimeUnreadable: the text is no offset between -14:00 and +14:00.
    """
    if text in {"Z", "z", "-00:00"}:
        return "+00:00"
    if not _OFFSET.fullmatch(text):
        raise OffsetImpossible(text) if _ANY_OFFSET.fullmatch(text) else TimeUnreadable(text)
    return text


def written_moment(moment: datetime | str | None) -> str:
    """Return the date of a document as it is written: a time as given, else now, in UTC with milliseconds."""
    if isinstance(moment, str):
        return moment
    given = (moment or datetime.now(UTC)).astimezone(UTC)
    return given.isoformat(timespec="milliseconds").replace("+00:00", "Z")
