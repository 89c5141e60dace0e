"""Ports for servers under test: one that nobody listens on, and that nobody else on the machine is about to be given.

Ports of the ephemeral range go to any connection that any process opens, so a port found free there may be taken before its server
listens. Ours lie below it, and each worker of a test run draws from a stretch of its own.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

LOWEST, HIGHEST = 12_000, 32_000
"""Below 32,768, where Linux begins to give ports away (net.ipv4.ip_local_port_range)."""
STRETCH = 400


def _drawn() -> Iterator[int]:
    stretches = (HIGHEST - LOWEST) // STRETCH
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    # Workers of one run differ by their number, runs by the number of the process that leads them.
    leader = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    first = LOWEST + STRETCH * ((leader * 7 + worker) % stretches)
    while True:
        yield from range(first, first + STRETCH)


_PORTS = _drawn()


def free_port() -> int:
    """Return a port that nothing listens on, and that this process has not returned lately."""
    return next(port for port in _PORTS if _is_free(port))


def free_port_with(distance: int) -> int:
    """Return a free port whose neighbour at a distance is free too, for a program that takes both."""
    return next(port for port in _PORTS if _is_free(port) and _is_free(port + distance))


def free_run(length: int) -> int:
    """Return the first of so many ports one after the other, all free and all taken from what this process draws."""
    run: list[int] = []
    for port in _PORTS:
        run = [*run, port] if _is_free(port) and (not run or port == run[-1] + 1) else []
        if len(run) == length:
            return run[0]
    raise AssertionError("the ports never end")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
