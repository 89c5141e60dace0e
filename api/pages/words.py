"""The texts of pages, from the phone app's catalogue, so that server and device say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

_MARK = re.compile(r"\{(\w+)(?::([^|}]*)\|([^}]*))?\}")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_SOURCES = Path(__file__).resolve().parents[2] / "scanner-app" / "src" / "messages"


class Words:
    """One language's texts; a key that the catalogue does not have is said as it is."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self.texts = texts

    def say(self, key: str, **values: object) -> str:
        """Return the text of a key, `{name}` and `{count:one|many}` filled in."""

        def filled(mark: re.Match[str]) -> str:
            value = values.get(mark[1], "")
            if mark[3] is None:
                return str(value)
            return mark[2] if str(value) == "1" else mark[3]

        return _MARK.sub(filled, self.texts.get(key, key))

    def say_of(self, key: str, fallback: str, **values: object) -> str:
        """Return the text of a key that data chose, or of the fallback."""
        return self.say(key if key in self.texts else fallback, **values)

    def date(self, seconds: int) -> str:
        """Return a day in UTC."""
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d")

    def time(self, seconds: int) -> str:
        """Return a day and minute in UTC: the server does not know the reader's time zone."""
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")

    def age(self, seconds: int) -> str:
        """Return a length of time in the largest unit that fits."""
        length = abs(seconds)
        if length < 2 * _MINUTE:
            return self.say("age.seconds", count=length)
        if length < 2 * _HOUR:
            return self.say("age.minutes", count=length // _MINUTE)
        if length < 2 * _DAY:
            return self.say("age.hours", count=length // _HOUR)
        return self.say("age.days", count=length // _DAY)


def catalogue(built: Path | None) -> Mapping[str, Words]:
    """Return the texts of both languages, from the built app, else from its sources, else none."""
    words = {}
    for language in ("zh", "en"):
        texts: dict[str, str] = {}
        for folder in (built / "messages" if built is not None else None, _SOURCES):
            path = None if folder is None else folder / f"{language}.json"
            if path is not None and path.is_file():
                texts = json.loads(path.read_text(encoding="utf-8"))
                break
        words[language] = Words(language, texts)
    return words
