"""`python -m delivery`: the delivery process of the installation that `SUYUAN_HOME` names."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading

from delivery.errors import DeliveryError
from delivery.main import run


def main() -> int:
    """Run until SIGTERM or SIGINT, and return the exit code."""
    logging.basicConfig(level=logging.INFO)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        run(os.environ, stop)
    except DeliveryError as error:
        print(f"delivery: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
