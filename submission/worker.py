"""The submission process: the only writer, in a loop of three looks (vanished, on the way, waiting)."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime

from chain.connection import Connection, connect
from chain.errors import AnswerDisproved, Retryable
from chain.gateways import contracts_of
from chain.keystore import Keystores
from chain.network import load_network
from chain.passphrase import Passphrase
from store.database import Record
from store.errors import StoreCannotWrite
from store.opening import open_record
from store.record.outbox import counts
from store.record.progress import Progress
from store.record.restoring import holds_promises
from submission.adopting import Adopting
from submission.following import Following
from submission.rewinding import Rewinding
from submission.route import Route, pass_by, utc_now
from submission.settings import SubmissionSettings
from submission.signers import Signers
from submission.status import Status, write_status
from submission.writer_lock import writer_lock
from submission.writing import Writing

_log = logging.getLogger("suyuan.submission")

STATUS_INTERVAL = 1.0
"""Seconds between two writes of the status, at least."""
SHARE_OF_COUNTING = 0.02
"""The share of time that counting rows for the status may take."""
LONGEST_PAUSE = 5.0
"""Seconds between two attempts at most while the node is away."""


class Worker:
    """Brings what waits in the outbox to the chain."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._adopting = Adopting(route)
        self._rewinding = Rewinding(route)
        self._following = Following(route)
        self._writing = Writing(route, self._following, _gas_ceiling(route))
        self._watch_at = 0.0
        self._status_at = 0.0
        self._block = -1

    @property
    def route(self) -> Route:
        """What the worker works with."""
        return self._route

    def step(self) -> bool:
        """Take one look at everything, and return whether anything moved.

        Raises:
            Retryable: the node is away; nothing is lost, and the next look finds where things stand.
            BlockVanished: on a network where no block may vanish.
        """
        moved = False
        if time.monotonic() >= self._watch_at:
            moved |= self._rewinding.step()
            self._block = self._route.connection.block_number()
            self._watch_at = time.monotonic() + self._route.settings.watch
        if holds_promises(self._route.record):
            return self._adopting.adopt()
        moved |= self._following.step()
        moved |= self._writing.step()
        return moved

    def look_back(self) -> None:
        """Look for vanished blocks at the next step: the node was away, and may have come back with fewer."""
        self._watch_at = 0.0
        self._route.signers.forget()

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set."""
        pause = self._route.settings.idle
        while not stop.is_set():
            try:
                moved = self.step()
            except (Retryable, AnswerDisproved, StoreCannotWrite) as error:
                # A node that is away, one that lies, a disk that is full: what was promised waits for all of them.
                if pause <= self._route.settings.idle:
                    _log.warning("nothing goes to the chain now: %s", error)
                self._route.tally.last_error = str(error)
                self.look_back()
                pause = min(max(pause, 0.1) * 2, LONGEST_PAUSE)
                self._publish()
                stop.wait(pause)
                continue
            pause = self._route.settings.idle
            self._publish()
            if not moved:
                stop.wait(pause)

    def run_until_idle(self) -> None:
        """Work until nothing moves any more, and nothing is about to: for tests and one-off commands."""
        self.look_back()
        while self.step() or self._following.expects_blocks():
            pass

    def _publish(self) -> None:
        if time.monotonic() < self._status_at:
            return
        began = time.monotonic()
        tally, rows = self._route.tally, counts(self._route.record)
        # Counting looks at every row: in a large record it is done less often.
        self._status_at = began + max(STATUS_INTERVAL, (time.monotonic() - began) / SHARE_OF_COUNTING)
        status = Status(
            at=time.time(),
            block=self._block,
            signed=tally.signed,
            mined=tally.mined,
            reverted=tally.reverted,
            refused=tally.refused,
            resent=tally.resent,
            rewinds=tally.rewinds,
            waiting=rows[Progress.WAITING],
            sent=rows[Progress.SIGNED],
            mined_rows=rows[Progress.MINED],
            final=rows[Progress.FINAL],
            failed=rows[Progress.FAILED],
            last_error=tally.last_error,
            stuck=dict(tally.stuck),
        )
        with contextlib.suppress(OSError):
            write_status(self._route.settings.home, status)


def open_worker(
    settings: SubmissionSettings,
    record: Record,
    connection: Connection,
    passphrase: Passphrase,
    *,
    now: Callable[[], datetime] = utc_now,
    witness: Callable[[str], None] = pass_by,
) -> Worker:
    """Return a worker over an open record and a connected node. The caller holds the writer's lock."""
    contracts = contracts_of(connection)
    keystores = Keystores(settings.keystores, passphrase)
    signers = Signers(keystores, contracts, lambda: now().timestamp())
    return Worker(Route(record, connection, contracts, keystores, signers, settings, now, witness))


def run(settings: SubmissionSettings, passphrase: Passphrase, stop: threading.Event) -> None:
    """Serve one installation until `stop` is set: the body of the submission process.

    Raises:
        WriterPresent: another submission process serves it.
        NetworkFileInvalid, NetworkMismatch: the pinned network is not there or is another one.
        BlockVanished: on a network where no block may vanish.
    """
    with writer_lock(settings.home):
        record = open_record(settings.record_url)
        try:
            connection = _connected(settings, stop)
            if connection is None:
                return
            with connection:
                open_worker(settings, record, connection, passphrase).run(stop)
        finally:
            record.close()


def _connected(settings: SubmissionSettings, stop: threading.Event) -> Connection | None:
    """Return a connection once the node answers, or None if the process is stopped before."""
    network = load_network(settings.home)
    if settings.rpc_url is not None:
        network = network.with_rpc_url(settings.rpc_url)
    pause = 0.1
    while not stop.is_set():
        try:
            return connect(network, attempts=1)
        except Retryable:
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
    return None


def _gas_ceiling(route: Route) -> int:
    block = route.connection.request("eth_getBlockByNumber", ("latest", False))
    return min(int(block["gasLimit"], 16), route.settings.limits.gas)
