"""The liens: one bank at a time on an asset, with the pledgor's signature (formats §5)."""

from __future__ import annotations

from dataclasses import dataclass

from chain.connection import Call
from chain.gateways.authorisation import Authorisation, authorise
from chain.gateways.gateway import SignedGateway
from chain.signer import Signer


@dataclass(frozen=True, slots=True)
class LienFacts:
    """A lien as the contract knows it; state 0 where there is none."""

    state: int
    """0 unknown, 1 reserved, 2 active, 3 released."""
    kind: int
    pledgor: int
    pledgee: int
    until: int
    since: int
    asset: bytes
    quantity: bytes


@dataclass(frozen=True, slots=True)
class Pledge:
    """What a pledgor signs: this asset to this bank, until then."""

    asset: bytes
    """The key of the thing."""
    pledgee: int
    reference: bytes
    """32 random bytes of the bank."""
    until: int
    """The last second of the reservation, in Unix time."""


class LiensGateway(SignedGateway):
    """The Liens contract."""

    contract = "Liens"

    def authorise_pledge(self, signer: Signer, pledge: Pledge, nonce: int, deadline: int) -> Authorisation:
        """Return the pledgor's signature over a pledge."""
        fields = [
            ("bytes32", "asset", pledge.asset),
            ("uint32", "pledgee", pledge.pledgee),
            ("bytes32", "loanReference", pledge.reference),
            ("uint64", "until", pledge.until),
        ]
        return authorise(signer, self.domain(), "Pledge", fields, nonce=nonce, deadline=deadline)

    def reserve(self, pledge: Pledge, pledgor: Authorisation) -> Call:
        """Return the call by which the bank reserves an asset."""
        return self._call("reserve", pledge.asset, pledge.pledgee, pledge.reference, pledge.until, pledgor.as_tuple())

    def activate(self, lien: bytes) -> Call:
        """Return the call by which the bank makes a reservation an active lien."""
        return self._call("activate", lien)

    def release(self, lien: bytes) -> Call:
        """Return the call by which the bank gives the asset free."""
        return self._call("release", lien)

    def lien_on(self, asset: bytes) -> bytes:
        """Return the lien that is on an asset now, zero where there is none."""
        value: bytes = self._read("lienOn", asset)[0]
        return value

    def lien_of(self, lien: bytes) -> LienFacts:
        """Return what the contract holds of a lien."""
        return LienFacts(*self._read("lienOf", lien))
