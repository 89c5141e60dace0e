"""Origins in the one writing that is signed."""

from __future__ import annotations

import pytest

from traceability.signed_requests.origin import origin_of


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        ("https://Node.Example.com", "https://node.example.com"),
        ("HTTPS://node.example.com:443/", "https://node.example.com"),
        ("http://node.example.com:80", "http://node.example.com"),
        ("http://node.example.com:443", "http://node.example.com:443"),
        ("https://[2001:DB8::1]:8470", "https://[2001:db8::1]:8470"),
    ],
)
def test_an_origin_has_one_writing(written: str, origin: str) -> None:
    assert origin == origin_of(written)
    assert origin == origin_of(origin)


@pytest.mark.parametrize(
    "written",
    [
        "", "node.example.com", "ftp://node.example.com", "https://", "https:///path", "https://node.example.com/api",
        "https://node.example.com?a", "https://node.example.com#a", "https://user@node.example.com",
        "https://@node.example.com", "https://node.example.com:99999", "https://node.example.com:0", "https://node example.com",
        "https://\u6d77\u5c9a.example", "https://node.example.com\n", "https://" + "a" * 300,
    ],
)  # fmt: skip
def test_what_is_no_origin_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        origin_of(written)
