"""What this room refuses, one tree.

```
DeliveryError
├── SubscriptionControlsInvalid    a schedule, a stream or another control of a subscription that cannot be
├── DestinationRefused             an address to which nothing is sent
├── SubscriptionLimitExceeded      more subscriptions than an organisation may have
├── SettingInvalid                 a value of the environment that cannot be read
└── DeliveryPresent                another process delivers for this installation
```
"""

from pathlib import Path


class DeliveryError(Exception):
    """The base of what this room raises."""


class SubscriptionControlsInvalid(DeliveryError):
    """A control of a subscription that has no such value, or does not go with another one."""

    def __init__(self, place: str, given: str, cure: str) -> None:
        self.place = place
        self.given = given[:200]
        self.cure = cure
        super().__init__(f"{place} cannot be {self.given!r}")


class DestinationRefused(DeliveryError):
    """An address to which this installation sends nothing."""

    def __init__(self, given: str, reason: str, cure: str) -> None:
        self.place = "/dest"
        self.given = given[:200]
        self.reason = reason
        self.cure = cure
        super().__init__(f"{self.given!r} {reason}")


class SubscriptionLimitExceeded(DeliveryError):
    """More subscriptions than an organisation may have."""

    def __init__(self, what: str, limit: int) -> None:
        self.place = what
        self.limit = limit
        self.cure = "end one that is not needed any more"
        super().__init__(f"an organisation has at most {limit} {what}")


class SettingInvalid(DeliveryError):
    """A value of the environment that cannot be read."""

    def __init__(self, name: str, given: str, cure: str) -> None:
        self.name = name
        self.given = given
        self.cure = cure
        super().__init__(f"{name} is {given!r}: {cure}")


class DeliveryPresent(DeliveryError):
    """Another process holds the lock of the installation."""

    def __init__(self, held: Path | str) -> None:
        self.held = held
        super().__init__(f"another process delivers for this installation: it holds {held}")
