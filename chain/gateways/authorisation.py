"""A member's EIP-712 signature over one write, which anybody may send (formats §6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chain.signer import Domain, Signer


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A signature with what it holds for."""

    signer: bytes
    """The address of the key that signed."""
    nonce: int
    """The next number of the signer's organisation in the contract."""
    deadline: int
    """The last second, in Unix time, at which the write may be mined."""
    signature: bytes

    def as_tuple(self) -> tuple[bytes, int, int, bytes]:
        """Return the fields in the order of the Solidity struct."""
        return (self.signer, self.nonce, self.deadline, self.signature)


def authorise(
    signer: Signer,
    domain: Domain,
    primary: str,
    fields: Sequence[tuple[str, str, object]],
    *,
    nonce: int,
    deadline: int,
    more: Mapping[str, Sequence[tuple[str, str]]] | None = None,
) -> Authorisation:
    """Return the signature over a write whose fields are (type, name, value), with nonce and deadline appended.

    `more` declares the struct types that the fields use.
    """
    every = [*fields, ("uint256", "nonce", nonce), ("uint256", "deadline", deadline)]
    types = {primary: [(name, kind) for kind, name, _ in every], **(more or {})}
    signature = signer.sign_typed(domain, types, primary, {name: value for _, name, value in every})
    return Authorisation(signer.address, nonce, deadline, signature)
