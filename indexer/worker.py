"""The indexer as a process: follow the chain until told to stop, and stand still while there is an alarm."""

import contextlib
import logging
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field

from chain.connection import connect
from chain.errors import AnswerDisproved, ReplyInvalid, Retryable
from indexer.alarm import alarm_of, clear_alarm, read_alarm, write_alarm
from indexer.errors import FinalBlockVanished, HeadersDisagree
from indexer.figures import Figures
from indexer.following import Indexer
from indexer.settings import Settings
from indexer.status import status_of, write_status
from store.database import Mirror, Record
from store.errors import StoreCannotWrite
from store.mirror.sole_writer import sole_writer
from store.opening import open_mirror, open_record

LOGGER = logging.getLogger("suyuan.indexer")

PATIENCE = 1.0
"""Seconds to wait for a node that is away, for a disk that is full, and between two looks whether the alarm is gone."""
SIGN = 1.0
"""Seconds between two signs of life."""


def run(settings: Settings, stop: threading.Event) -> Figures:
    """Follow the chain until `stop` is set; a node that is away is waited for, and while there is an alarm nothing is done.

    Raises: MirrorOfAnotherNetwork, MirrorBusy: an operator must look.
    """
    with (
        closing(open_record(settings.record_url)) as record,
        closing(open_mirror(settings.mirror_url, cache_megabytes=128)) as mirror,
        sole_writer(mirror),
    ):
        process = _Process(settings, record, mirror, stop)
        while not stop.is_set():
            process.work()
        return process.figures


@dataclass(slots=True)
class _Process:
    settings: Settings
    record: Record
    mirror: Mirror
    stop: threading.Event
    figures: Figures = field(default_factory=Figures)
    _signed_at: float = float("-inf")

    def work(self) -> None:
        """Follow the chain until something keeps the indexer from it; say what, and wait."""
        alarm = read_alarm(self.settings.home)
        if alarm is not None and not alarm.takes_back:
            self._wait(f"stands since an alarm: {alarm.message}. {alarm.cure}")
            return
        try:
            self._follow(takes_back=alarm is not None)
        except (Retryable, ReplyInvalid) as error:
            LOGGER.warning("the node does not answer, or not as it should, trying again: %s", error)
            self._wait(
                f"the node does not answer, or not as it should: {str(error).rstrip('.')}. See that it runs, or ask another (SUYUAN_RPC_URL)"
            )
        except StoreCannotWrite as error:
            LOGGER.warning("%s", error)
            self._wait(str(error))
        except (AnswerDisproved, FinalBlockVanished, HeadersDisagree) as error:
            raised = alarm_of(error, time.time())
            LOGGER.critical("ALARM, the indexer stands: %s. %s", raised.message, raised.cure)
            write_alarm(self.settings.home, raised)

    def _follow(self, *, takes_back: bool) -> None:
        settings, figures = self.settings, self.figures
        with closing(connect(settings.network)) as connection:
            indexer = Indexer(
                connection, self.record, self.mirror, settings.target_bytes, settings.largest_range,
                takes_back=takes_back, figures=figures,
            )  # fmt: skip
            rewinds = figures.rewinds
            while not self.stop.is_set():
                worked = indexer.step()
                self._sign()
                if takes_back and figures.rewinds > rewinds:
                    LOGGER.warning(
                        "final blocks were taken back, as an operator has said: block %d is the newest", figures.block
                    )
                    clear_alarm(settings.home)
                    return
                if not worked:
                    self.stop.wait(settings.pause)

    def _wait(self, trouble: str) -> None:
        self._sign(trouble)
        self.stop.wait(PATIENCE)

    def _sign(self, trouble: str | None = None) -> None:
        """Write the status now and then, and at once where there is trouble; a full disk must not end the indexer."""
        if trouble is None and time.monotonic() - self._signed_at < SIGN:
            return
        self._signed_at = time.monotonic()
        with contextlib.suppress(OSError):
            write_status(self.settings.home, status_of(self.settings.network, self.figures, time.time(), trouble))
