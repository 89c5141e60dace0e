"""The signature base (RFC 9421 §2.5): what of a request is signed, line by line.

Of a message's components those are built that a request needs (§2.1, §2.2.1 to §2.2.7); a component with parameters is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from traceability.signed_requests.errors import RequestSignatureInvalid
from traceability.signed_requests.structured_fields import InnerList, serialized

_CURE = "cover @method, @target-uri (or @authority, @path and @query) and content-digest, and no more than is sent"


@dataclass(frozen=True, slots=True)
class RequestParts:
    """A request, as far as it can be signed."""

    method: str
    origin: str
    """Scheme and authority as the receiver is known by, such as `https://node.example.com`: lower case, no usual port."""
    path: str
    """As it is sent, percent-encoded."""
    query: str
    """What follows the question mark, as it is sent; empty where there is none."""
    headers: Mapping[str, str]
    """By name in lower case; of a header that was sent several times the values with a comma and a space between them."""

    @property
    def target(self) -> str:
        """Return path and query."""
        return self.path + (f"?{self.query}" if self.query else "")


def signature_base(parts: RequestParts, signed: InnerList) -> bytes:
    """Return the bytes that are signed, for the covered components and the parameters of a signature.

    Raises:
        RequestSignatureInvalid: a component is named twice, is not to be had, or is of a kind that is not built here.
    """
    lines: dict[str, str] = {}
    for item in signed.items:
        name = item.value
        if not isinstance(name, str) or item.parameters or name != name.lower():
            raise _refusal("a component is no plain name in lower case")
        if name in lines:
            raise _refusal(f"{name!r} is covered twice")
        lines[name] = _component(parts, name)
    text = "".join(f'"{name}": {value}\n' for name, value in lines.items())
    return f'{text}"@signature-params": {serialized(signed)}'.encode("latin-1")


def _component(parts: RequestParts, name: str) -> str:
    scheme, _, authority = parts.origin.partition("://")
    derived = {
        "@method": parts.method,
        "@target-uri": parts.origin + parts.target,
        "@authority": authority,
        "@scheme": scheme,
        "@request-target": parts.target,
        "@path": parts.path,
        "@query": f"?{parts.query}",
    }
    if name in derived:
        return derived[name]
    value = parts.headers.get(name)
    if value is None or name.startswith("@"):
        raise _refusal(f"{name[:60]!r} is covered, and the request has none")
    if "\r" in value or "\n" in value:
        raise _refusal(f"{name[:60]!r} is of several lines")
    return value.strip(" \t")


def _refusal(reason: str) -> RequestSignatureInvalid:
    return RequestSignatureInvalid("Signature-Input", reason, _CURE)
