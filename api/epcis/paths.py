"""The paths of the EPCIS REST binding, and the methods that each knows (EPCIS 2.0 §12.6, §12.7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

METHODS: Final[Mapping[str, str]] = {
    "/": "GET, HEAD, OPTIONS",
    "/capture": "GET, HEAD, POST, OPTIONS",
    "/capture/{captureID}": "GET, HEAD, OPTIONS",
    "/events": "GET, HEAD, POST, OPTIONS",
    "/events/{eventID}": "GET, HEAD, OPTIONS",
    "/eventTypes": "GET, HEAD, OPTIONS",
    "/eventTypes/{eventType}": "GET, HEAD, OPTIONS",
    "/eventTypes/{eventType}/events": "GET, HEAD, OPTIONS",
    "/epcs": "GET, HEAD, OPTIONS",
    "/epcs/{epc}": "GET, HEAD, OPTIONS",
    "/epcs/{epc}/events": "GET, HEAD, OPTIONS",
    "/bizSteps": "GET, HEAD, OPTIONS",
    "/bizSteps/{bizStep}": "GET, HEAD, OPTIONS",
    "/bizSteps/{bizStep}/events": "GET, HEAD, OPTIONS",
    "/bizLocations": "GET, HEAD, OPTIONS",
    "/bizLocations/{bizLocation}": "GET, HEAD, OPTIONS",
    "/bizLocations/{bizLocation}/events": "GET, HEAD, OPTIONS",
    "/readPoints": "GET, HEAD, OPTIONS",
    "/readPoints/{readPoint}": "GET, HEAD, OPTIONS",
    "/readPoints/{readPoint}/events": "GET, HEAD, OPTIONS",
    "/dispositions": "GET, HEAD, OPTIONS",
    "/dispositions/{disposition}": "GET, HEAD, OPTIONS",
    "/dispositions/{disposition}/events": "GET, HEAD, OPTIONS",
    "/queries": "GET, HEAD, POST, OPTIONS",
    "/queries/{queryName}": "GET, HEAD, DELETE, OPTIONS",
    "/queries/{queryName}/events": "GET, HEAD, OPTIONS",
    "/queries/{queryName}/subscriptions": "GET, HEAD, POST, OPTIONS",
    "/queries/{queryName}/subscriptions/{subscriptionID}": "GET, HEAD, DELETE, OPTIONS",
    "/nextPageToken/{token}": "DELETE, OPTIONS",
}
"""Every path of the binding and the methods that it knows."""

SLASHES: Final = (
    "/events/{eventID}",
    "/eventTypes/{eventType}",
    "/epcs/{epc}",
    "/bizSteps/{bizStep}",
    "/bizLocations/{bizLocation}",
    "/readPoints/{readPoint}",
    "/dispositions/{disposition}",
)
"""Paths that end in a URI, which may hold slashes of its own."""


def route_path(path: str) -> str:
    """Return a path of the binding as the router takes it: a value that is a URI keeps its slashes."""
    for own in SLASHES:
        if path in (own, own + "/events"):
            return own.removesuffix("}") + ":path}" + path.removeprefix(own)
    return path


def methods_of(path: str) -> str | None:
    """Return the methods that an address of the binding knows, or None where it is no address of the binding."""
    own = path.rstrip("/") or "/"
    if own in METHODS:
        return METHODS[own]
    for ending in SLASHES:
        root = ending.rpartition("/")[0] + "/"
        if own.startswith(root):
            events = ending + "/events"
            return METHODS[events if own.endswith("/events") and events in METHODS else ending]
    parts = own.split("/")
    for known, methods in METHODS.items():
        if len(parts) == known.count("/") + 1 and all(
            given == part or part.startswith("{") for given, part in zip(parts, known.split("/"), strict=True)
        ):
            return methods
    return None
