"""The entry of the delivery process: settings from the environment, then work until told to stop."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from chain.errors import NetworkFileInvalid
from delivery import worker
from delivery.settings import settings_from

WAITING = 0.5
"""Seconds between two looks for an installation that is still being set up."""


def run(environment: Mapping[str, str], stop: threading.Event) -> None:
    """Deliver for the installation that the environment names until `stop` is set.

    Raises:
        SettingInvalid, DeliveryPresent: an operator must look.
    """
    while not stop.is_set():
        try:
            settings = settings_from(environment)
        except NetworkFileInvalid:
            stop.wait(WAITING)
        else:
            worker.run(settings, stop)
