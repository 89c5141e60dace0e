"""A signing key in memory: transactions (EIP-155) and typed data (EIP-712)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chain.key_libraries import local_account, typed_message
from traceability.ledger.keys import keccak

DOMAIN_VERSION = "1"
"""The version in every EIP-712 domain of ours (formats §6)."""


@dataclass(frozen=True, slots=True)
class SignedBytes:
    """A signed transaction, ready to be stored and sent."""

    raw: bytes
    """The bytes that a node takes."""
    hash: bytes
    """The transaction's hash, known before it is sent."""


@dataclass(frozen=True, slots=True)
class Domain:
    """An EIP-712 domain: the contract and chain for which a signature holds (formats §6)."""

    name: str
    """`Suyuan <Contract>`."""
    chain_id: int
    contract: bytes
    """The address of the verifying contract."""

    def as_mapping(self) -> dict[str, Any]:
        """Return the domain as EIP-712 writes it."""
        return {
            "name": self.name,
            "version": DOMAIN_VERSION,
            "chainId": self.chain_id,
            "verifyingContract": "0x" + self.contract.hex(),
        }


class Signer:
    """A private key that signs and does not show itself."""

    __slots__ = ("_account", "address")

    def __init__(self, private_key: bytes) -> None:
        self._account = local_account(private_key)
        self.address = bytes.fromhex(self._account.address[2:])

    @classmethod
    def generate(cls) -> Signer:
        """Return a signer with a new random key."""
        while True:
            key = secrets.token_bytes(32)
            # Zero and values at or above the group order are no keys; such draws practically never happen.
            if 0 < int.from_bytes(key, "big") < 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141:
                return cls(key)

    def sign_transaction(
        self, *, to: bytes | None, data: bytes, nonce: int, gas: int, gas_price: int, chain_id: int
    ) -> SignedBytes:
        """Return a signed legacy transaction that carries no value; `to` None creates a contract.

        Legacy form, because every engine takes it, with gas price zero where the network is free.
        """
        signed = self._account.sign_transaction(
            {
                "to": to,
                "data": data,
                "nonce": nonce,
                "gas": gas,
                "gasPrice": gas_price,
                "chainId": chain_id,
                "value": 0,
            }
        )
        raw = bytes(signed.raw_transaction)
        return SignedBytes(raw=raw, hash=keccak(raw))

    def sign_typed(
        self, domain: Domain, types: Mapping[str, Sequence[tuple[str, str]]], primary: str, message: Mapping[str, Any]
    ) -> bytes:
        """Return the 65-byte signature (r ‖ s ‖ v) of an EIP-712 message; `types` maps names to (field, type) pairs."""
        full = {
            "types": {
                "EIP712Domain": [
                    {"name": "name", "type": "string"},
                    {"name": "version", "type": "string"},
                    {"name": "chainId", "type": "uint256"},
                    {"name": "verifyingContract", "type": "address"},
                ],
                **{name: [{"name": field, "type": kind} for field, kind in fields] for name, fields in types.items()},
            },
            "primaryType": primary,
            "domain": domain.as_mapping(),
            "message": dict(message),
        }
        return bytes(self._account.sign_message(typed_message(full)).signature)

    def signature(self, digest: bytes) -> bytes:
        """Return the 65-byte signature (r ‖ s ‖ v, v 0 or 1) over a 32-byte digest that is no transaction and no typed data."""
        signed = self._account.unsafe_sign_hash(digest)
        return bytes(signed.r.to_bytes(32, "big") + signed.s.to_bytes(32, "big") + bytes([signed.v - 27]))

    def private_key(self) -> bytes:
        """Return the key itself: for the keystore only."""
        return bytes(self._account.key)

    def __repr__(self) -> str:
        return f"Signer(0x{self.address.hex()})"
