"""The entry of the submission process: settings from the environment, then work until told to stop."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

from chain.passphrase import passphrase_of
from submission import worker
from submission.settings import SubmissionSettings


def settings_from(environment: Mapping[str, str]) -> SubmissionSettings:
    """Return the settings that the environment gives: `SUYUAN_HOME`, `SUYUAN_RECORD_URL`, `SUYUAN_RPC_URL`."""
    home = Path(environment.get("SUYUAN_HOME", ".suyuan")).resolve()
    return SubmissionSettings(
        home=home,
        record_url=environment.get("SUYUAN_RECORD_URL", f"sqlite:///{home / 'record.db'}"),
        keystores=home / "keystores",
        rpc_url=environment.get("SUYUAN_RPC_URL") or None,
    )


def run(environment: Mapping[str, str], stop: threading.Event) -> None:
    """Serve the installation that the environment names until `stop` is set.

    Raises:
        PassphraseMissing, WriterPresent, NetworkFileInvalid, NetworkMismatch, BlockVanished: see `worker.run`.
    """
    settings = settings_from(environment)
    worker.run(settings, passphrase_of(environment), stop)
