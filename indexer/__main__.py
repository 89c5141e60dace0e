"""`python -m indexer`: the indexer's process on its own."""

import logging
import os
import signal
import threading

from indexer.main import run


def main() -> int:
    """Run until SIGTERM or SIGINT."""
    logging.basicConfig(level=logging.INFO)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    run(os.environ, stop)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
