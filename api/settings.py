"""The settings of the api process, read once from the environment by the entry point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from capture.limits import Limits
from delivery.destinations import Reach
from delivery.limits import Limits as SubscriptionLimits
from delivery.settings import reach_from
from store.record.reports import ReportLimits


@dataclass(frozen=True, slots=True)
class Settings:
    """What `create_app` needs to know; nothing of it is secret but what the files hold."""

    home: Path
    """Folder of the installation (SUYUAN_HOME): network.json, keystores, databases."""
    record_url: str
    """SQL address of the record."""
    mirror_url: str
    """SQL address of the mirror."""
    public_origin: str
    """Scheme, host and port that labels encode and links carry, without a trailing slash."""
    rpc_url: str | None = None
    """Address of the node, where it is not the one in network.json."""
    scanner_app: Path | None = None
    """Folder of the built phone app (`scanner-app/dist`); without it pages stay readable, unchecked."""
    limits: Limits = field(default_factory=Limits)
    """Published limits of a capture."""
    page_size: int = 100
    """Items of a page of our own lists where the caller names no number."""
    epcis_page_size: int = 30
    """Items of a page of an EPCIS resource where the caller names no number, as the standard's perPage says."""
    page_size_limit: int = 1000
    """Most items that a page may hold."""
    token_seconds: int = 3600
    """How long a page token lives."""
    request_bytes: int = 1024 * 1024
    """Octets of a request other than a capture or a picture."""
    reports: ReportLimits = field(default_factory=ReportLimits)
    """Published limits of what anyone may report."""
    picture_bytes: int = 2 * 1024 * 1024
    """Octets of a product picture."""
    reach: Reach = field(default_factory=Reach)
    """Where the messages of subscriptions may go."""
    subscriptions: SubscriptionLimits = field(default_factory=SubscriptionLimits)
    """Published limits of subscriptions."""

    @staticmethod
    def from_environment(environment: Mapping[str, str]) -> Settings:
        """Return the settings that the environment names, with defaults below SUYUAN_HOME."""
        home = Path(environment.get("SUYUAN_HOME", ".suyuan")).absolute()
        return Settings(
            home=home,
            record_url=environment.get("SUYUAN_RECORD_URL", f"sqlite:///{home / 'record.db'}"),
            mirror_url=environment.get("SUYUAN_MIRROR_URL", f"sqlite:///{home / 'mirror.db'}"),
            public_origin=environment.get("SUYUAN_PUBLIC_ORIGIN", "http://127.0.0.1:8470").rstrip("/"),
            rpc_url=environment.get("SUYUAN_RPC_URL"),
            scanner_app=_scanner_app(environment.get("SUYUAN_SCANNER_APP")),
            reach=reach_from(environment),
        )


def _scanner_app(named: str | None) -> Path | None:
    """Return the folder of the built app: the one that is named, else the one beside this source tree."""
    if named:
        return Path(named)
    beside = Path(__file__).resolve().parents[1] / "scanner-app" / "dist"
    return beside if beside.is_dir() else None
