"""The api process: waits until the installation is set up, serves until it is told to stop."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping

import uvicorn

from api.app import create_app
from api.settings import Settings
from capture.collection import collect_rarely
from chain.network import FILE_NAME

_LOGGER = logging.getLogger("suyuan.api")


def run(environment: Mapping[str, str], host: str, port: int) -> None:
    """Serve HTTP until SIGTERM or SIGINT; open requests are answered first."""
    settings = Settings.from_environment(environment)
    told = False
    while not (settings.home / FILE_NAME).is_file():
        if not told:
            _LOGGER.warning("waiting for %s: set the installation up with `suyuan init`", settings.home / FILE_NAME)
            told = True
        time.sleep(0.2)
    app = create_app(settings)
    # The application stays as long as the process: a trace or capture that makes thousands of objects need not walk it.
    collect_rarely()
    # Access logs would hold identifiers of things that someone looked at.
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=10,
        server_header=False,
        # A client of a subscription has nothing to say: what it sends is not gathered.
        ws_max_size=4096,
        ws_max_queue=4,
    )


if __name__ == "__main__":
    run(os.environ, os.environ.get("SUYUAN_HOST", "127.0.0.1"), int(os.environ.get("SUYUAN_PORT", "8470")))
