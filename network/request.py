"""A request to join: what a firm hands over so that its node belongs to the network. It holds public keys only, signed by both.

The node's key signs that it wants to be there under that name and address; the organisation's key signs that it wants this node to
be its own. Both sign keccak256 of the words `suyuan join request` and the RFC 8785 text of the request without its signatures.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import rfc8785

from network.errors import RequestInvalid
from network.node_key import address_of
from traceability.commitment.json_text import nests_within
from traceability.ledger.keys import keccak
from traceability.proof.qbft import signer

FORMAT = "suyuan-join-1"
_WORDS = b"suyuan join request"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_LONGEST = 20_000
"""Characters of a request."""
_PUBLIC_KEY, _ADDRESS, _SIGNATURE = 64, 20, 65


class Key(Protocol):
    """A key that signs and does not show itself."""

    def signature(self, digest: bytes) -> bytes:
        """Return the 65 bytes (r, s, v with v 0 or 1) over a 32-byte digest."""


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """What one firm says of itself and its node."""

    name: str
    """Name of the node's folder: lower-case letters, digits and hyphens."""
    title: str
    """Name of the firm, as people write it."""
    host: str
    """Name or IPv4 address under which its peers reach the node."""
    port: int
    """TCP and UDP port of the peer-to-peer protocol."""
    node: bytes
    """The node's public key, 64 bytes."""
    organisation: bytes
    """Address of the firm's signing key, 20 bytes."""
    validates: bool = True
    """Whether the node wants to seal blocks."""

    @property
    def validator(self) -> bytes:
        """Return the address by which the node seals blocks."""
        return address_of(self.node)

    @property
    def enode(self) -> str:
        """Return the address under which its peers know it (devp2p, enode URL)."""
        return f"enode://{self.node.hex()}@{self.host}:{self.port}"

    def to_json(self) -> dict[str, Any]:
        """Return what is signed."""
        return {
            "format": FORMAT,
            "name": self.name,
            "title": self.title,
            "host": self.host,
            "port": self.port,
            "node": "0x" + self.node.hex(),
            "organisation": "0x" + self.organisation.hex(),
            "validates": self.validates,
        }

    def digest(self) -> bytes:
        """Return the 32 bytes that both keys sign."""
        return keccak(_WORDS + rfc8785.dumps(self.to_json()))


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A request with both signatures, which were checked."""

    request: JoinRequest
    by_node: bytes
    by_organisation: bytes

    def to_json(self) -> dict[str, Any]:
        """Return the request as it is handed over."""
        signatures = {"node": "0x" + self.by_node.hex(), "organisation": "0x" + self.by_organisation.hex()}
        return self.request.to_json() | {"signatures": signatures}


def signed_request(request: JoinRequest, node: Key, organisation: Key) -> SignedRequest:
    """Return a request signed by both keys.

    Raises:
        RequestInvalid: a part cannot be used, or the keys are not those that it names.
    """
    _verify_words(request)
    return _verified(request, node.signature(request.digest()), organisation.signature(request.digest()))


def read_request(text: str) -> SignedRequest:
    """Return a request that was handed over, checked.

    Raises:
        RequestInvalid: naming the part, what is wrong with it, and the cure.
    """
    if len(text) > _LONGEST or not nests_within(text, 3):
        raise RequestInvalid("the request", "is no request: it is too long or nests too deeply", "Ask for it again")
    try:
        fields = json.loads(text)
    except ValueError:
        raise RequestInvalid(
            "the request", "is no JSON", "Hand over the file as `suyuan network join` wrote it"
        ) from None
    return request_from(fields)


def request_from(fields: Any) -> SignedRequest:
    """Return a request from its JSON value, checked. Raises: RequestInvalid."""
    if not isinstance(fields, Mapping) or fields.get("format") != FORMAT:
        raise RequestInvalid("format", f"is not {FORMAT}", "Use the same version of suyuan everywhere")
    known = {"format", "name", "title", "host", "port", "node", "organisation", "validates", "signatures"}
    if unknown := set(fields) - known:
        raise RequestInvalid(min(unknown), "is no part of a request", "Hand over the file as it was written")
    port, validates, signatures = fields.get("port"), fields.get("validates"), fields.get("signatures")
    if type(port) is not int or type(validates) is not bool or not isinstance(signatures, Mapping):
        raise RequestInvalid(
            "port, validates, signatures", "are not what they should be", "Hand over the file as it was written"
        )
    request = JoinRequest(
        name=str(fields.get("name")),
        title=str(fields.get("title")),
        host=str(fields.get("host")),
        port=port,
        node=_octets(fields, "node", _PUBLIC_KEY),
        organisation=_octets(fields, "organisation", _ADDRESS),
        validates=validates,
    )
    _verify_words(request)
    return _verified(request, _octets(signatures, "node", _SIGNATURE), _octets(signatures, "organisation", _SIGNATURE))


def _verify_words(request: JoinRequest) -> None:
    if not _NAME.fullmatch(request.name):
        raise RequestInvalid(
            "name", f"{request.name[:60]!r} cannot name a folder", "Use lower-case letters, digits, hyphens"
        )
    if not 0 < len(request.title) <= 200 or not request.title.isprintable():
        raise RequestInvalid("title", "is empty, too long or not printable", "Write the firm's name")
    if not _HOST.fullmatch(request.host):
        raise RequestInvalid(
            "host", f"{request.host[:60]!r} is no host", "Write a host name or an IPv4 address, without port"
        )
    if not 0 < request.port < 65_536:
        raise RequestInvalid("port", f"{request.port} is no port", "Choose one from 1 to 65535")


def _verified(request: JoinRequest, by_node: bytes, by_organisation: bytes) -> SignedRequest:
    digest = request.digest()
    for place, signature, wanted in (
        ("signatures/node", by_node, request.validator),
        ("signatures/organisation", by_organisation, request.organisation),
    ):
        try:
            found = signer(digest, signature)
        except ValueError:
            found = b""
        if found != wanted:
            raise RequestInvalid(place, "is not by the key that the request names", "Run `suyuan network join` again")
    return SignedRequest(request, by_node, by_organisation)


def _octets(fields: Mapping[str, Any], name: str, size: int) -> bytes:
    text = fields.get(name)
    if isinstance(text, str) and re.fullmatch(f"0x[0-9a-f]{{{2 * size}}}", text):
        return bytes.fromhex(text[2:])
    raise RequestInvalid(name, f"is not 0x and {2 * size} hexadecimal digits", "Hand over the file as it was written")
