"""What the delivery process is told at its start, and where messages may go, which the api asks too."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chain.finality import may_rewind
from chain.network import Consensus, Network, load_network
from delivery.destinations import Reach
from delivery.errors import SettingInvalid
from delivery.limits import Limits
from delivery.retries import Patience


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one delivery process."""

    home: Path
    record_url: str
    mirror_url: str
    may_rewind: bool
    """Whether blocks may vanish from the network."""
    depth: int
    """Newest blocks that are not delivered yet, because they may still vanish."""
    reach: Reach = field(default_factory=Reach)
    patience: Patience = field(default_factory=Patience)
    limits: Limits = field(default_factory=Limits)
    authorities: Path | None = None
    """File with certificates of authorities that receivers' certificates are checked against; the system's if None."""
    attempt_seconds: float = 20.0
    """Seconds that one attempt may take."""
    parallel: int = 32
    """Receivers that are sent to at a time."""
    pause: float = 0.25
    """Seconds between two looks at the mirror when there was nothing new."""


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Return the settings that the environment names.

    Raises:
        NetworkFileInvalid: the installation is not set up yet.
        SettingInvalid: a value cannot be read.
    """
    home = Path(environment.get("SUYUAN_HOME", ".suyuan")).resolve()
    network = load_network(home)
    authorities = environment.get("SUYUAN_WEBHOOK_CA")
    usual = Patience()
    return Settings(
        home=home,
        record_url=environment.get("SUYUAN_RECORD_URL", f"sqlite:///{home / 'record.db'}"),
        mirror_url=environment.get("SUYUAN_MIRROR_URL", f"sqlite:///{home / 'mirror.db'}"),
        may_rewind=may_rewind(network),
        depth=depth_of(network),
        reach=reach_from(environment),
        patience=Patience(
            first_pause=_seconds(environment, "SUYUAN_WEBHOOK_FIRST_PAUSE", usual.first_pause),
            longest_pause=_seconds(environment, "SUYUAN_WEBHOOK_LONGEST_PAUSE", usual.longest_pause),
            horizon=_seconds(environment, "SUYUAN_WEBHOOK_HORIZON", usual.horizon),
        ),
        authorities=Path(authorities) if authorities else None,
    )


def depth_of(network: Network) -> int:
    """Return how many of the newest blocks may still vanish as a matter of course."""
    return network.depth if network.consensus is Consensus.CLIQUE else 0


def reach_from(environment: Mapping[str, str]) -> Reach:
    """Return where messages may go: `SUYUAN_WEBHOOK_SCHEMES` and `SUYUAN_WEBHOOK_NETWORKS`.

    Raises:
        SettingInvalid: a scheme or a network cannot be read.
    """
    schemes = _words(environment, "SUYUAN_WEBHOOK_SCHEMES", "https")
    for scheme in schemes:
        if scheme not in ("https", "http"):
            raise SettingInvalid("SUYUAN_WEBHOOK_SCHEMES", scheme, "write https, or https,http")
    networks = []
    for text in _words(environment, "SUYUAN_WEBHOOK_NETWORKS", ""):
        try:
            networks.append(ipaddress.ip_network(text))
        except ValueError:
            cure = "write networks such as 10.1.0.0/16, with commas between them"
            raise SettingInvalid("SUYUAN_WEBHOOK_NETWORKS", text, cure) from None
    return Reach(schemes, tuple(networks))


def _words(environment: Mapping[str, str], name: str, usual: str) -> tuple[str, ...]:
    return tuple(word.strip().lower() for word in environment.get(name, usual).split(",") if word.strip())


def _seconds(environment: Mapping[str, str], name: str, usual: float) -> float:
    text = environment.get(name)
    if text is None:
        return usual
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0 < found < 1e9:
        raise SettingInvalid(name, text, "write a number of seconds")
    return found
