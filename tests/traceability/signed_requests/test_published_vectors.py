"""The signature base of RFC 9421's own examples: the published signatures verify over the bytes that we build."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from traceability.signed_requests.content_digest import content_digest, verify_content_digest
from traceability.signed_requests.errors import RequestSignatureInvalid
from traceability.signed_requests.signature_base import RequestParts, signature_base
from traceability.signed_requests.structured_fields import InnerList, Item, dictionary, serialized

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "http_signatures.json").read_text(encoding="utf-8"))
CASES = pytest.mark.parametrize("case", VECTORS["signatures"], ids=lambda case: case["section"])


def _parts(**other: Any) -> RequestParts:
    request = {name: value for name, value in VECTORS["request"].items() if name != "body"}
    return RequestParts(**(request | other))


def _base(case: dict[str, Any], parts: RequestParts) -> bytes:
    signed = dictionary("Signature-Input", case["signature-input"])[case["label"]]
    assert isinstance(signed, InnerList)
    return signature_base(parts, signed)


@CASES
def test_the_signature_base_is_the_published_one(case: dict[str, Any]) -> None:
    assert "\n".join(case["base"]).encode() == _base(case, _parts())


@CASES
def test_the_published_signature_is_over_our_base(case: dict[str, Any]) -> None:
    member = dictionary("Signature", case["signature"])[case["label"]]
    assert isinstance(member, Item)
    assert isinstance(member.value, bytes)

    _verify(case, member.value, _base(case, _parts()))


@CASES
def test_what_was_read_is_written_again_as_it_stood(case: dict[str, Any]) -> None:
    signed = dictionary("Signature-Input", case["signature-input"])[case["label"]]

    assert isinstance(signed, InnerList)
    assert case["signature-input"] == f"{case['label']}={serialized(signed)}"


def test_the_published_digest_is_the_bodys() -> None:
    request = VECTORS["request"]

    verify_content_digest(request["headers"]["content-digest"], request["body"].encode())
    verify_content_digest(content_digest(request["body"].encode()), request["body"].encode())


def test_the_digest_of_another_body_is_refused() -> None:
    request = VECTORS["request"]

    with pytest.raises(RequestSignatureInvalid, match="not the body's"):
        verify_content_digest(request["headers"]["content-digest"], request["body"].encode() + b" ")


def _verify(case: dict[str, Any], signature: bytes, base: bytes) -> None:
    key = VECTORS["keys"][case["key"]]
    if case["algorithm"] == "hmac-sha256":
        assert hmac.digest(base64.b64decode(key), base, hashlib.sha256) == signature
        return
    public = load_pem_public_key(key.encode())
    if case["algorithm"] == "ed25519":
        assert isinstance(public, ed25519.Ed25519PublicKey)
        public.verify(signature, base)
        return
    assert isinstance(public, rsa.RSAPublicKey)
    public.verify(signature, base, padding.PSS(padding.MGF1(hashes.SHA512()), 64), hashes.SHA512())
