"""Published limits of subscriptions (docs/subscriptions.md): beyond each comes a clear refusal or a pause, never a slow death."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one installation."""

    subscriptions: int = 100
    """Webhook subscriptions that an organisation may have."""
    sockets: int = 20
    """WebSocket subscriptions that an organisation may have open at each api process."""
    queue: int = 16
    """Messages that wait for one receiver; beyond it events wait in the mirror, where they take no room."""
    events: int = 100
    """Events of one message."""
    octets: int = 512 * 1024
    """Octets of the bodies in one message; a single larger event is a message of its own."""
    dead_days: int = 30
    """Days that dead letters are kept."""
