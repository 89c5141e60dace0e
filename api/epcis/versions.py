"""Which versions of EPCIS and CBV are spoken, and what a request's headers ask for (EPCIS 2.0 §12.3, version negotiation)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from api.errors import VersionNotSpoken

EPCIS_VERSION: Final = "2.0.0"
CBV_VERSION: Final = "2.0.0"
OLDEST_CAPTURED: Final = "1.2.0"
"""Oldest version of a document that `/capture` reads; every answer is written in the newest."""

_Version = tuple[int, ...]


def spoken_versions(path: str, method: str = "POST") -> tuple[str, str]:
    """Return the oldest and the newest version that a resource speaks."""
    captures = path.rstrip("/") == "/capture" and method in ("POST", "OPTIONS")
    return (OLDEST_CAPTURED if captures else EPCIS_VERSION), EPCIS_VERSION


def verify_versions(headers: Mapping[str, str], path: str, method: str) -> None:
    """Refuse a request whose headers leave out every version that the resource speaks.

    `GS1-EPCIS-Version` names one version, `GS1-EPCIS-Min` and `GS1-EPCIS-Max` a range; a header that is no version leaves out
    all of them.

    Raises:
        VersionNotSpoken: naming the header.
    """
    oldest, newest = spoken_versions(path, method)
    low, high = _numbers(oldest), _numbers(newest)
    for name in ("GS1-EPCIS", "GS1-CBV"):
        exact = headers.get(f"{name}-Version")
        if exact is not None:
            version = _version(exact)
            # A document says 2.0 where the standard's own headers say 2.0.0: the last part never tells them apart.
            if version is None or not low[:2] <= version[:2] <= high[:2]:
                raise VersionNotSpoken(f"{name}-Version", exact, _offered(oldest, newest))
        least, most = headers.get(f"{name}-Min"), headers.get(f"{name}-Max")
        if least is not None and ((version := _version(least)) is None or version > high):
            raise VersionNotSpoken(f"{name}-Min", least, _offered(oldest, newest))
        if most is not None and ((version := _version(most)) is None or version < low):
            raise VersionNotSpoken(f"{name}-Max", most, _offered(oldest, newest))


def _offered(oldest: str, newest: str) -> tuple[str, ...]:
    return (newest,) if oldest == newest else (oldest, newest)


def _version(text: str) -> _Version | None:
    parts = text.strip().split(".")
    if len(parts) > 6 or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        return None
    return _numbers(text.strip())


def _numbers(text: str) -> _Version:
    return tuple(int(part) for part in (*text.split("."), "0", "0"))[:3]
