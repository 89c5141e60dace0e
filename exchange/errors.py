"""What this room refuses, one tree.

```
ExchangeError
├── ServiceUnknown     an organisation whose profile names no address of its node
└── AnswerRefused      an answer of another firm's node that cannot be true, or cannot be read
```
"""


class ExchangeError(Exception):
    """The base of what this room raises."""


class ServiceUnknown(ExchangeError):
    """An organisation that says nowhere on the chain under which address its node answers."""

    def __init__(self, organisation: int, reason: str) -> None:
        self.organisation = organisation
        self.reason = reason
        super().__init__(f"organisation {organisation}: {reason}")


class AnswerRefused(ExchangeError):
    """An answer that is not what was asked for: whoever gave it is named."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
