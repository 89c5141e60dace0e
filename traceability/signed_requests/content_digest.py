"""`Content-Digest` (RFC 9530 §2): the digest of a body, so that a signature over the header is one over the body."""

from __future__ import annotations

import hashlib
import hmac

from traceability.signed_requests.errors import RequestSignatureInvalid
from traceability.signed_requests.structured_fields import Item, dictionary, serialized

HEADER = "content-digest"
_ALGORITHMS = {"sha-256": hashlib.sha256, "sha-512": hashlib.sha512}
"""The algorithms that RFC 9530 §5 calls active."""


def content_digest(body: bytes) -> str:
    """Return the header's value for a body."""
    return f"sha-256={serialized(hashlib.sha256(body).digest())}"


def verify_content_digest(text: str, body: bytes) -> None:
    """Raise where a header's value is not a body's.

    Raises:
        RequestSignatureInvalid: it cannot be read, has no algorithm that is known, or is another body's.
    """
    known = {name: member for name, member in dictionary(HEADER, text).items() if name in _ALGORITHMS}
    if not known:
        raise RequestSignatureInvalid(HEADER, "it has no digest of a known kind", "send sha-256 or sha-512")
    for name, member in known.items():
        value = member.value if isinstance(member, Item) else None
        if not isinstance(value, bytes) or not hmac.compare_digest(value, _ALGORITHMS[name](body).digest()):
            raise RequestSignatureInvalid(HEADER, f"its {name} is not the body's", "send the body as it was signed")
