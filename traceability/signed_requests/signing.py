"""Signing requests and reading their signatures: who sent a request, when, and that it is this one (RFC 9421 §3).

The key is an organisation's signing key (secp256k1). RFC 9421 registers no algorithm for it, so `alg` is left out, as §3.2 allows
where the key tells: the signature is r ‖ s ‖ v (v 0 or 1) over the keccak256 of the signature base, and `keyid` the key's address.
A signature base begins with a quotation mark. It is neither a transaction nor typed data, so none of them is signed by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from traceability.ledger.keys import keccak
from traceability.proof.qbft import signer
from traceability.signed_requests.content_digest import HEADER, content_digest, verify_content_digest
from traceability.signed_requests.errors import RequestSignatureInvalid, RequestSignatureLate
from traceability.signed_requests.signature_base import RequestParts, signature_base
from traceability.signed_requests.structured_fields import Bare, InnerList, Item, dictionary, serialized

TAG = "suyuan-request-1"
"""What a signature is for: one with another tag, or without one, says nothing to us."""
LABEL = "suyuan"
LONGEST_LIFE = 300
"""Seconds that a signature may hold."""
CLOCK_SKEW = 60
"""Seconds by which the clocks of two firms may differ."""
MOST_SIGNATURES = 8
"""Signatures of one request that are looked at."""

_PLACES = (frozenset({"@target-uri"}), frozenset({"@authority", "@path", "@query"}))
_CURE = "sign the request as docs/sharing.md says, with a key of your organisation that is valid now"


class Key(Protocol):
    """A key that signs and does not show itself."""

    @property
    def address(self) -> bytes:
        """Return the 20 bytes by which the chain knows it."""

    def signature(self, digest: bytes) -> bytes:
        """Return the 65 bytes (r, s, v with v 0 or 1) over a 32-byte digest."""


@dataclass(frozen=True, slots=True)
class RequestSignature:
    """What a signature shows: whose key sent this request, and when."""

    signer: bytes
    """Address of the key, 20 bytes."""
    nonce: str
    created: int
    """Seconds since 1970, as `expires`."""
    expires: int


def signed_headers(parts: RequestParts, body: bytes, key: Key, *, now: int, nonce: str, life: int) -> dict[str, str]:
    """Return the headers that sign a request; `now` is in seconds since 1970, `life` in seconds, the nonce used once."""
    digest = content_digest(body)
    covered = ("@method", "@target-uri", HEADER)
    parameters: dict[str, Bare] = {
        "created": now,
        "expires": now + life,
        "nonce": nonce,
        "keyid": "0x" + key.address.hex(),
        "tag": TAG,
    }
    signed = InnerList(tuple(Item(name, {}) for name in covered), parameters)
    base = signature_base(RequestParts(parts.method, parts.origin, parts.path, parts.query, {HEADER: digest}), signed)
    return {
        "Content-Digest": digest,
        "Signature-Input": f"{LABEL}={serialized(signed)}",
        "Signature": f"{LABEL}={serialized(key.signature(keccak(base)))}",
    }


def request_signature(parts: RequestParts, body: bytes, now: int) -> RequestSignature | None:
    """Return what the signature of a request shows at a time; None where it has none with our tag.

    That the nonce was not used before, and whose key it is, are for the caller to find out.

    Raises:
        RequestSignatureInvalid: it is not in its form, covers too little, or is not by the key that it names over this request.
        RequestSignatureLate: it holds at another time.
    """
    found = _ours(parts.headers)
    if found is None:
        return None
    signed, octets = found
    wanted = _parameters(signed.parameters)
    covered = {str(item.value) for item in signed.items}
    if "@method" not in covered or not any(places <= covered for places in _PLACES):
        raise RequestSignatureInvalid("Signature-Input", "it covers too little of the request", _CURE)
    if HEADER in covered:
        verify_content_digest(parts.headers.get(HEADER, ""), body)
    elif body:
        raise RequestSignatureInvalid("Signature-Input", "it does not cover the body's digest", _CURE)
    try:
        signed_by = signer(keccak(signature_base(parts, signed)), octets)
    except ValueError:
        signed_by = b""
    if signed_by != wanted.signer:
        reason = f"it is not by the key 0x{wanted.signer.hex()} over this request to {parts.origin}"
        raise RequestSignatureInvalid("Signature", reason, _CURE)
    if not wanted.created - CLOCK_SKEW <= now <= wanted.expires + CLOCK_SKEW:
        raise RequestSignatureLate(wanted.created, wanted.expires, now)
    return wanted


def _ours(headers: Mapping[str, str]) -> tuple[InnerList, bytes] | None:
    """Return the covered components and the signature with our tag."""
    inputs = dictionary("Signature-Input", headers.get("signature-input", ""))
    if len(inputs) > MOST_SIGNATURES:
        raise RequestSignatureInvalid("Signature-Input", f"it has more than {MOST_SIGNATURES} signatures", _CURE)
    ours = {
        label: member
        for label, member in inputs.items()
        if isinstance(member, InnerList) and member.parameters.get("tag") == TAG
    }
    if not ours:
        return None
    if len(ours) > 1:
        raise RequestSignatureInvalid("Signature-Input", "it has more than one signature of ours", _CURE)
    label, signed = next(iter(ours.items()))
    member = dictionary("Signature", headers.get("signature", "")).get(label)
    if not isinstance(member, Item) or not isinstance(member.value, bytes):
        raise RequestSignatureInvalid("Signature", f"it has no {label!r}", _CURE)
    return signed, member.value


def _parameters(given: Mapping[str, Bare]) -> RequestSignature:
    created, expires, nonce, key = (given.get(name) for name in ("created", "expires", "nonce", "keyid"))
    if "alg" in given:
        raise RequestSignatureInvalid("Signature-Input", "alg names another kind of key than ours", "leave alg out")
    # A truth value is a number to Python.
    if type(created) is not int or type(expires) is not int or not 0 <= created <= expires <= created + LONGEST_LIFE:
        reason = f"created and expires are not there, or more than {LONGEST_LIFE} seconds apart"
        raise RequestSignatureInvalid("Signature-Input", reason, _CURE)
    if not isinstance(nonce, str) or not 16 <= len(nonce) <= 100:
        raise RequestSignatureInvalid("Signature-Input", "nonce is not of 16 to 100 characters", _CURE)
    try:
        address = bytes.fromhex(str(key).removeprefix("0x")) if isinstance(key, str) else b""
    except ValueError:
        address = b""
    if len(address) != 20 or key != "0x" + address.hex():
        raise RequestSignatureInvalid("Signature-Input", "keyid is no address of a key in lower case", _CURE)
    return RequestSignature(address, nonce, created, expires)
