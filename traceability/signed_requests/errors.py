"""What is refused of a signed request.

```
RequestSignatureError
├── RequestSignatureInvalid    not in its form, over too little, over another request, or by another key
└── RequestSignatureLate       made for another time than now
```
"""

from __future__ import annotations

from traceability.errors import TraceabilityError


class RequestSignatureError(TraceabilityError):
    """The base of what is refused of a signed request."""

    place: str
    cure: str


class RequestSignatureInvalid(RequestSignatureError):
    """A signature that shows nothing of who sent the request."""

    def __init__(self, place: str, reason: str, cure: str) -> None:
        self.place = place
        self.reason = reason
        self.cure = cure
        super().__init__(f"{place}: {reason}")


class RequestSignatureLate(RequestSignatureError):
    """A signature that was made for another time; all times are in seconds since 1970."""

    place = "Signature-Input"

    def __init__(self, created: int, expires: int, now: int) -> None:
        self.created = created
        self.expires = expires
        self.now = now
        self.cure = "sign the request anew, and set the clock of the machine that signs"
        super().__init__(f"the signature holds from {created} to {expires}, and it is {now} here")
