"""Signed requests: whose key sent exactly this request, when; everything else is refused with its reason.

- a request as it was signed is by its key
- another method, address, query, body or time
- a signature that covers too little, names another key, or has no nonce
- other signatures beside ours say nothing
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from chain.signer import Signer
from traceability.ledger.keys import keccak
from traceability.signed_requests.errors import RequestSignatureInvalid, RequestSignatureLate
from traceability.signed_requests.signature_base import RequestParts, signature_base
from traceability.signed_requests.signing import (
    CLOCK_SKEW,
    LONGEST_LIFE,
    TAG,
    RequestSignature,
    request_signature,
    signed_headers,
)
from traceability.signed_requests.structured_fields import Bare, InnerList, Item, serialized

KEY = Signer(bytes(31) + b"\x01")
NOW = 1_790_000_000
BODY = b'{"commitments":[]}'
NONCE = "0123456789abcdef"
ASKED = RequestParts("POST", "https://node.example.com", "/api/v1/openings", "a=1", {})


def _sent(body: bytes = BODY, **other: int) -> RequestParts:
    headers = signed_headers(ASKED, body, KEY, now=NOW, nonce=NONCE, life=other.get("life", 60))
    return replace(ASKED, headers={name.lower(): value for name, value in headers.items()})


def _by_hand(covered: tuple[str, ...], **other: Bare) -> RequestParts:
    usual: dict[str, Bare] = {
        "created": NOW,
        "expires": NOW + 60,
        "nonce": NONCE,
        "keyid": "0x" + KEY.address.hex(),
        "tag": TAG,
    }
    parameters = {name: value for name, value in (usual | other).items() if value is not False}
    signed = InnerList(tuple(Item(name, {}) for name in covered), parameters)
    signature = KEY.signature(keccak(signature_base(ASKED, signed)))
    return replace(
        ASKED,
        headers={
            "signature-input": f"x={serialized(signed)}",
            "signature": f"x={serialized(signature)}",
        },
    )


def test_a_request_is_by_the_key_that_signed_it() -> None:
    found = request_signature(_sent(), BODY, NOW)

    assert RequestSignature(KEY.address, NONCE, NOW, NOW + 60) == found


def test_path_authority_and_query_may_be_covered_one_by_one() -> None:
    sent = _by_hand(("@method", "@authority", "@path", "@query"))

    found = request_signature(sent, b"", NOW)

    assert found is not None
    assert KEY.address == found.signer


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: replace(parts, method="PUT"),
        lambda parts: replace(parts, origin="https://other.example.com"),
        lambda parts: replace(parts, origin="http://node.example.com"),
        lambda parts: replace(parts, path="/api/v1/grants"),
        lambda parts: replace(parts, query="a=2"),
        lambda parts: replace(parts, headers={**parts.headers, "signature": "suyuan=:" + "A" * 88 + ":"}),
        lambda parts: replace(parts, headers={**parts.headers, "signature": "other=:AAAA:"}),
        lambda parts: replace(parts, headers={**parts.headers, "signature": "suyuan=1"}),
        lambda parts: replace(parts, headers={name: text for name, text in parts.headers.items() if name != "signature"}),
        lambda parts: replace(
            parts,
            headers={**parts.headers, "signature-input": parts.headers["signature-input"].replace("9abcdef", "9abcdee")},
        ),
    ],
)  # fmt: skip
def test_another_request_is_not_by_that_key(change: Callable[[RequestParts], RequestParts]) -> None:
    with pytest.raises(RequestSignatureInvalid):
        request_signature(change(_sent()), BODY, NOW)


def test_another_body_is_refused() -> None:
    with pytest.raises(RequestSignatureInvalid, match="not the body's"):
        request_signature(_sent(), BODY + b" ", NOW)


@pytest.mark.parametrize("covered", [(), ("@method",), ("@target-uri",), ("@method", "@authority", "@path")])
def test_a_signature_over_too_little_is_refused(covered: tuple[str, ...]) -> None:
    with pytest.raises(RequestSignatureInvalid, match="covers too little"):
        request_signature(_by_hand(covered), b"", NOW)


def test_a_body_must_be_covered() -> None:
    with pytest.raises(RequestSignatureInvalid, match="body's digest"):
        request_signature(_by_hand(("@method", "@target-uri")), BODY, NOW)


@pytest.mark.parametrize(
    "other",
    [
        {"nonce": False}, {"nonce": "short"}, {"nonce": 12345678901234567}, {"nonce": "x" * 101},
        {"created": False}, {"expires": False}, {"expires": NOW - 1}, {"expires": NOW + LONGEST_LIFE + 1},
        {"created": "1"}, {"created": -1, "expires": 1}, {"keyid": False}, {"keyid": "0x12"}, {"keyid": b"x"},
        {"keyid": "0x" + KEY.address.hex().upper()}, {"keyid": KEY.address.hex()}, {"keyid": "0x" + "11" * 20},
        {"alg": "ecdsa-p256-sha256"},
    ],
)  # fmt: skip
def test_parameters_are_all_there_and_in_their_form(other: dict[str, Bare]) -> None:
    with pytest.raises(RequestSignatureInvalid):
        request_signature(_by_hand(("@method", "@target-uri"), **other), b"", NOW)


@pytest.mark.parametrize("another", ["@method", "@status", "x-none", "X"])
def test_components_that_a_request_does_not_have_are_refused(another: str) -> None:
    covered = ("@method", "@target-uri", another)
    signed = f'x=({" ".join(serialized(name) for name in covered)});created={NOW};expires={NOW};nonce="{NONCE}"'
    headers = {
        "signature-input": f'{signed};keyid="0x{KEY.address.hex()}";tag="{TAG}"',
        "signature": f"x={serialized(bytes(65))}",
    }

    with pytest.raises(RequestSignatureInvalid):
        request_signature(replace(ASKED, headers=headers), b"", NOW)


@pytest.mark.parametrize("now", [NOW - CLOCK_SKEW, NOW, NOW + 60 + CLOCK_SKEW])
def test_a_signature_holds_in_its_time_and_as_far_as_clocks_may_differ(now: int) -> None:
    assert request_signature(_sent(), BODY, now) is not None


@pytest.mark.parametrize("now", [NOW - CLOCK_SKEW - 1, NOW + 60 + CLOCK_SKEW + 1])
def test_a_signature_of_another_time_is_late(now: int) -> None:
    with pytest.raises(RequestSignatureLate):
        request_signature(_sent(), BODY, now)


def test_signatures_for_others_say_nothing_to_us() -> None:
    proxy = 'proxy=("@method");created=1;keyid="k"'

    assert request_signature(ASKED, BODY, NOW) is None
    assert request_signature(replace(ASKED, headers={"signature-input": proxy}), BODY, NOW) is None

    ours = _sent()
    both = {**ours.headers, "signature-input": f"{proxy}, {ours.headers['signature-input']}"}
    assert request_signature(replace(ours, headers=both), BODY, NOW) is not None


def test_two_signatures_of_ours_are_refused() -> None:
    ours = _sent()
    text = ours.headers["signature-input"]
    twice = {**ours.headers, "signature-input": f"{text}, other{text.removeprefix('suyuan')}"}

    with pytest.raises(RequestSignatureInvalid, match="more than one"):
        request_signature(replace(ours, headers=twice), BODY, NOW)


def test_more_signatures_than_are_looked_at_are_refused() -> None:
    many = ", ".join(f"s{number}=()" for number in range(9))

    with pytest.raises(RequestSignatureInvalid, match="more than 8"):
        request_signature(replace(ASKED, headers={"signature-input": many}), b"", NOW)
