"""`python -m submission`: the submission process of the installation that `SUYUAN_HOME` names."""

from __future__ import annotations

import os
import signal
import sys
import threading

from chain.errors import ChainError
from submission.errors import SubmissionError
from submission.main import run


def main() -> int:
    """Run until SIGTERM or SIGINT, and return the exit code."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        run(os.environ, stop)
    except (ChainError, SubmissionError) as error:
        print(f"submission: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
