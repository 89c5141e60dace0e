"""The prefixes: who holds which part of which numbering scheme, and whom the holder admits (formats §1, §2, §5)."""

from __future__ import annotations

from dataclasses import dataclass

from chain.connection import Call
from chain.gateways.gateway import SignedGateway


@dataclass(frozen=True, slots=True)
class GrantRecord:
    """A grant as the contract knows it."""

    status: int
    """0 unknown, 1 granted, 2 suspended, 3 revoked."""
    holder: int
    everyone: int
    anchors_forbidden: int
    granted_at: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """A numbering scheme as the contract knows it."""

    registered: bool
    separator: bytes
    """One byte; zero where longer prefixes lie below shorter ones character by character."""
    shortest: int
    longest: int


class PrefixesGateway(SignedGateway):
    """The Prefixes contract."""

    contract = "Prefixes"

    def register_scheme(self, scheme: str, separator: str, shortest: int, longest: int) -> Call:
        """Return the call that registers a scheme; for the authority. `separator` is one character or empty."""
        return self._call("registerScheme", scheme, separator.encode().rjust(1, b"\x00"), shortest, longest)

    def grant(self, scheme: str, prefix: str, holder: int) -> Call:
        """Return the call that grants a prefix; for the authority or the node above."""
        return self._call("grant", scheme, prefix, holder)

    def grant_node(self, scheme: str, prefix: str, organisation: int) -> Call:
        """Return the call that lets an organisation grant below a prefix."""
        return self._call("grantNode", scheme, prefix, organisation)

    def suspend(self, scheme: str, prefix: str, reason: str) -> Call:
        """Return the call that suspends a grant."""
        return self._call("suspend", scheme, prefix, reason)

    def reinstate(self, scheme: str, prefix: str, reason: str) -> Call:
        """Return the call that ends a suspension."""
        return self._call("reinstate", scheme, prefix, reason)

    def revoke(self, scheme: str, prefix: str, reason: str) -> Call:
        """Return the call that revokes a grant."""
        return self._call("revoke", scheme, prefix, reason)

    def set_policy(self, prefix_key: bytes, everyone: int, anchors_forbidden: int) -> Call:
        """Return the call that sets what members may do under a prefix; for its holder."""
        return self._call("setPolicy", prefix_key, everyone, anchors_forbidden)

    def set_partner(self, prefix_key: bytes, organisation: int, mask: int) -> Call:
        """Return the call that gives one member rights under a prefix; for its holder."""
        return self._call("setPartner", prefix_key, organisation, mask)

    def rights(self, prefix_key: bytes, organisation: int) -> int:
        """Return the rights of an organisation under a prefix, as a mask of kinds."""
        return int(self._read("rights", prefix_key, organisation)[0])

    def grant_of(self, prefix_key: bytes) -> GrantRecord:
        """Return what the contract holds of a grant."""
        return GrantRecord(*self._read("grantOf", prefix_key))

    def node_of(self, prefix_key: bytes) -> int:
        """Return the organisation that may grant below a prefix, 0 if none."""
        return int(self._read("nodeOf", prefix_key)[0])

    def scheme_of(self, scheme: str) -> Scheme:
        """Return what the contract holds of a scheme."""
        return Scheme(*self._read("schemeOf", scheme))
