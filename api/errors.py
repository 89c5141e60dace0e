"""What this door itself refuses, one tree; the refusals of lower rooms pass through `api.problems` under their own names.

```
ApiError
├── RequestInvalid            places and cures of a request that cannot be read
├── HeaderInvalid             a header's value that does not exist
├── UnsupportedMediaType      a body of another kind
├── UriTooLong                an address beyond the limit
├── KeyMissing, KeyRefused, RoleMissing
├── RequestRepeated           a signed request that came before
├── NotFound, QueryUnknown, SubscriptionUnknown, MethodNotAllowed
├── QueryPredefined           a query of the standard's own, which stays as it is
├── OriginRefused             a page of another origin opens a socket with this browser's password
├── NotAcceptable             no form of the answer that the caller accepts
│   ├── FormatNotWritten      a writing of identifiers or words that does not exist, or that is not kept
│   └── VersionNotSpoken      no version of EPCIS or CBV that the caller speaks
├── AlreadyExists
├── QueryParameterInvalid, QueryInvalid, QueryTooLarge, QueryTooComplex, PageTokenInvalid
├── SignatureInvalid
├── RateLimitExceeded         more of what anyone may send than is taken
├── NotImplementedHere
└── BodyTooLarge              also an HTTPException, so that the framework lets it pass while it reads a body
```
"""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import HTTPException

from capture.errors import Problem


class ApiError(Exception):
    """Base of what this room raises."""

    problems: tuple[Problem, ...] = ()
    """Places and cures, where there are several."""


class RequestInvalid(ApiError):
    """A request of which a part is not of the expected form."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems[0].reason)


class PlacedError(ApiError):
    """A refusal of one value at one place."""

    def __init__(self, place: str, given: str, cure: str) -> None:
        self.place = place
        self.given = given[:200]
        self.cure = cure
        super().__init__(f"{place} is {self.given!r}")


class HeaderInvalid(PlacedError):
    """A header whose value does not exist."""


class QueryParameterInvalid(PlacedError):
    """A query parameter that cannot be read."""


class QueryInvalid(PlacedError):
    """A query that can be read and not answered."""


class PageTokenInvalid(PlacedError):
    """A page token that is not ours, was altered, or is too old."""


class SignatureInvalid(PlacedError):
    """A signature by another key than the named one."""


class AlreadyExists(PlacedError):
    """A name or content that is taken."""


class UnsupportedMediaType(ApiError):
    """A body of a kind that the resource does not take."""

    def __init__(self, given: str, accepted: Sequence[str]) -> None:
        self.given = given[:200]
        self.accepted = tuple(accepted)
        self.place = "Content-Type"
        self.cure = "send one of: " + ", ".join(self.accepted)
        super().__init__(f"the body is {self.given or 'of no named type'}")


class NotAcceptable(ApiError):
    """No form of the answer is one that the caller accepts."""

    def __init__(self, given: str, offered: Sequence[str]) -> None:
        self.given = given[:200]
        self.offered = tuple(offered)
        self.place = "Accept"
        self.cure = "accept one of: " + ", ".join(self.offered)
        super().__init__(f"the answer is not to be had as {self.given!r}")


class FormatNotWritten(NotAcceptable):
    """A header asks for a writing of identifiers or words that does not exist, or that is not kept."""

    def __init__(self, header: str, given: str, offered: Sequence[str], cure: str = "") -> None:
        super().__init__(given, offered)
        self.place = header
        self.cure = cure or "send one of: " + ", ".join(self.offered)
        self.args = (f"{header} {self.given!r} is not written here",)


class VersionNotSpoken(NotAcceptable):
    """A header leaves out every version of EPCIS or CBV that the resource speaks."""

    def __init__(self, header: str, given: str, spoken: Sequence[str]) -> None:
        super().__init__(given, spoken)
        self.place = header
        self.cure = "leave the header out, or name one of: " + ", ".join(self.offered)
        self.args = (f"{header} {self.given!r} leaves out every version that is spoken here",)


class UriTooLong(ApiError):
    """An address beyond the limit."""

    def __init__(self, given: int, limit: int) -> None:
        self.given = given
        self.limit = limit
        self.place = "the request's address"
        self.cure = "define a named query with POST /queries and ask for its events"
        super().__init__(f"the address has {given} octets, the limit is {limit}")


class KeyMissing(ApiError):
    """A resource that needs an account, asked for without one."""

    place = "Authorization"
    cure = "send 'Authorization: Bearer <API key>'"

    def __init__(self) -> None:
        super().__init__("no API key was sent")


class KeyRefused(ApiError):
    """A key that is not, or no longer, one of ours; the key itself is never repeated."""

    place = "Authorization"
    cure = "send the newest key of the account, or ask its administrator for one"

    def __init__(self) -> None:
        super().__init__("the API key that was sent opens nothing")


class RequestRepeated(ApiError):
    """A signed request that came before; whoever saw it may have sent it again."""

    place = "Signature-Input"
    cure = "sign each request anew, with a nonce of its own"

    def __init__(self, nonce: str) -> None:
        self.nonce = nonce
        super().__init__("a request with this nonce came before")


class RoleMissing(ApiError):
    """An account without the role that the resource needs."""

    place = "Authorization"

    def __init__(self, role: str) -> None:
        self.role = role
        self.cure = f"use a key that has the role {role!r}"
        super().__init__(f"the account does not have the role {role!r}")


class NotFound(ApiError):
    """Nothing is at the address, or nothing that this reader may know of."""

    def __init__(self, what: str, given: str) -> None:
        self.what = what
        self.given = given[:200]
        self.place = what
        self.cure = "look it up in the list that holds it; what is another firm's and private is not found either"
        super().__init__(f"there is no {what} {self.given!r}")


class QueryUnknown(NotFound):
    """A named query that does not exist."""


class SubscriptionUnknown(NotFound):
    """A subscription that does not exist, or is another firm's."""


class QueryPredefined(PlacedError):
    """A query of the standard's own, which nobody makes or deletes."""


class OriginRefused(PlacedError):
    """A page of another origin opens a socket with a password that the browser keeps for this one."""


class MethodNotAllowed(ApiError):
    """A method that the resource does not know."""

    place = "the request's method"

    def __init__(self, given: str, allowed: str) -> None:
        self.given = given[:20]
        self.allowed = allowed
        self.cure = f"use one of: {allowed}" if allowed else "ask OPTIONS for the methods"
        self.headers = {"Allow": allowed} if allowed else {}
        super().__init__(f"{self.given} is not answered here")


class QueryTooLarge(ApiError):
    """An answer beyond the caller's maxEventCount."""

    place = "maxEventCount"
    cure = "narrow the query, or leave maxEventCount out and read page by page"

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"more than {limit} events match")


class QueryTooComplex(ApiError):
    """A query that asks for more at once than is taken."""

    def __init__(self, place: str, given: int, limit: int) -> None:
        self.place = place
        self.given = given
        self.limit = limit
        self.cure = f"ask for at most {limit}, in several queries where needed"
        super().__init__(f"{place}: {given} at once, the limit is {limit}")


class RateLimitExceeded(ApiError):
    """More of what anyone may send than is taken in this time."""

    place = "the request"

    def __init__(self, what: str, limit: int, window: int, wait: int) -> None:
        self.limit = limit
        self.window = window
        self.cure = f"send it again in {wait} seconds"
        self.headers = {"Retry-After": str(wait), "RateLimit-Policy": f'"{what}";q={limit};w={window}'}
        super().__init__(f"more than {limit} {what} came in {window} seconds")


class NotImplementedHere(ApiError):
    """A part of a standard that this server does not do yet."""

    def __init__(self, what: str, cure: str) -> None:
        self.what = what
        self.place = what
        self.cure = cure
        super().__init__(f"{what} is not done by this server yet")


class BodyTooLarge(ApiError, HTTPException):
    """A body beyond the limit of its resource, told while it is still being read."""

    def __init__(self, limit: int) -> None:
        HTTPException.__init__(self, 413)
        self.limit = limit
        self.place = "the body"
        self.cure = f"send at most {limit} octets; split a capture into several documents"
        self.args = (f"the body is larger than {limit} octets",)

    def __str__(self) -> str:
        return str(self.args[0])
