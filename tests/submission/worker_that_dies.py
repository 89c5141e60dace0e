"""A submission process that kills itself (SIGKILL) when it comes to a step for the n-th time: run as a script."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from chain.connection import connect
from chain.network import load_network
from chain.passphrase import passphrase_from_file
from store.opening import open_record
from submission.settings import Limits, SubmissionSettings
from submission.worker import open_worker
from submission.writer_lock import writer_lock


def main(home: Path, fatal: str, times: int) -> None:
    """Work until idle, or until the fatal step comes for the n-th time."""
    remaining = times

    def witness(step: str) -> None:
        nonlocal remaining
        if step == fatal:
            remaining -= 1
            if remaining == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    settings = SubmissionSettings(
        home, f"sqlite:///{home / 'record.db'}", home / "keystores", limits=Limits(events=4, leaves=4), watch=0.0
    )
    with writer_lock(home), connect(load_network(home)) as connection:
        record = open_record(settings.record_url)
        passphrase = passphrase_from_file(home / "passphrase")
        open_worker(settings, record, connection, passphrase, witness=witness).run_until_idle()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
