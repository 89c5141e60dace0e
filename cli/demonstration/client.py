"""A small HTTP client for the demonstration: JSON in, JSON out, the problem's own words when something is refused."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_PATIENCE_WHEN_STOPPING = 10.0
"""Seconds that a step which is under way may still take after Ctrl-C."""


class AnswerRefused(Exception):
    """An answer that is not the one that was hoped for."""

    def __init__(self, method: str, path: str, status: int, body: bytes) -> None:
        self.status = status
        self.body = body
        super().__init__(f"{method} {path} was answered with {status}: {body.decode(errors='replace')[:600]}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


class Client:
    """One caller of the API."""

    def __init__(self, origin: str, key: str | None = None, stop: threading.Event | None = None) -> None:
        self.origin = origin
        self._key = key
        self._stop = stop

    def get(self, path: str, accept: str = "application/json", **headers: str) -> Answer:
        """Return the answer to GET."""
        return self.send("GET", path, None, {"Accept": accept, **headers})

    def post(self, path: str, content: object, **headers: str) -> Answer:
        """Return the answer to POST with a JSON body."""
        return self.send("POST", path, json.dumps(content).encode(), {"Content-Type": "application/json", **headers})

    def put(self, path: str, content: object) -> Answer:
        """Return the answer to PUT with a JSON body."""
        return self.send("PUT", path, json.dumps(content).encode(), {"Content-Type": "application/json"})

    def send(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        """Return the answer to a request.

        Raises:
            AnswerRefused: the status is 400 or more.
        """
        sent = dict(headers)
        if self._key:
            sent["Authorization"] = f"Bearer {self._key}"
        request = urllib.request.Request(self.origin + path, body, sent, method=method)  # noqa: S310 - our own address.
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310 - our own address.
                return Answer(answer.status, dict(answer.headers.items()), answer.read())
        except urllib.error.HTTPError as error:
            raise AnswerRefused(method, path, error.code, error.read()) from None

    def settled(self, answer: Answer, patience: float = 90.0) -> Any:
        """Wait until a promise or a capture job is on the chain and return its last state.

        Raises:
            AnswerRefused: the chain refused it.
            TimeoutError: it was not final within `patience` seconds.
        """
        path = answer.headers.get("Location") or answer.headers.get("location")
        if path is None:
            raise TimeoutError("the answer names no job")
        patient = Patience(patience, self._stop)
        while True:
            now = self.get(path)
            content = now.json()
            states = _progress(content)
            if "failed" in states:
                raise AnswerRefused("GET", path, now.status, now.body)
            # A job in which nothing new was said promises nothing.
            if (states or "finishedAt" in content) and states <= {"final", "refused", "duplicate"}:
                return content
            if patient.is_over():
                raise TimeoutError(f"{path} was not final within {patience:.0f} s: {now.body.decode()[:600]}")
            time.sleep(0.05)


class Patience:
    """How long something is waited for: less once the demonstration was told to stop."""

    def __init__(self, seconds: float, stop: threading.Event | None) -> None:
        self._deadline = time.monotonic() + seconds
        self._stop = stop

    def is_over(self) -> bool:
        """Return whether the wait has been long enough."""
        if self._stop is not None and self._stop.is_set():
            self._deadline = min(self._deadline, time.monotonic() + _PATIENCE_WHEN_STOPPING)
            self._stop = None
        return time.monotonic() > self._deadline


def _progress(content: Any) -> set[str]:
    """Return the states named in a promise (`progress`) or in the events of a capture job."""
    if "progress" in content:
        return {content["progress"]}
    told = [*content.get("events", []), *content.get("masterData", [])]
    return {item.get("progress") or item.get("status", "waiting") for item in told}
