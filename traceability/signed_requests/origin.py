"""Origins: scheme, host and port by which a node is asked, in the one writing that is signed (RFC 9421 §2.2.2 and §2.2.3)."""

from __future__ import annotations

from urllib.parse import urlsplit

_USUAL = {"https": 443, "http": 80}
LONGEST = 300
"""Characters of an origin."""


def origin_of(url: str) -> str:
    """Return the origin of a node's address: lower case, without the usual port; a path is not part of it.

    Raises:
        ValueError: it is no address of that kind, or has a path, query, fragment or user.
    """
    if len(url) > LONGEST or not url.isascii() or not url.isprintable() or " " in url:
        raise ValueError("it is too long, or has characters that no address has")
    parts = urlsplit(url)
    if parts.scheme not in _USUAL or not parts.hostname:
        raise ValueError("it does not begin with https:// or http:// and a host")
    if parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError("it has more than scheme, host and port")
    if parts.port == 0:
        raise ValueError("nobody listens at port 0")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port not in (None, _USUAL[parts.scheme]) else "")
