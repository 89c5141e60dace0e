"""Roots of trust: the few values that a checker takes on faith, pinned in its build (docs/formats.md §7)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from traceability.commitment.json_text import canonical_json
from traceability.errors import BundleRefused, TrustRootInvalid
from traceability.proof.bundle import network_claim
from traceability.proof.claims import NetworkClaim
from traceability.proof.header import Consensus
from traceability.proof.qbft import EPOCH_LENGTH
from traceability.proof.strict_json import Fields, octets, parsed

MAXIMUM_BYTES = 65536
"""The length of a root of trust at most."""

MAXIMUM_VALIDATORS = 256
"""The number of validators at most."""


@dataclass(frozen=True, slots=True)
class TrustRoot:
    """What is pinned about one network."""

    chain_id: int
    genesis: bytes
    """The hash of the genesis block."""
    directory: bytes
    """The address of the directory of contracts."""
    consensus: Consensus
    validators: tuple[bytes, ...] = ()
    """The addresses of the validators in force when it was pinned; their keys serve this network only."""
    expires: int = 0
    """Until when the validators are taken on faith, seconds since 1970; 0 where there are none."""
    epoch_length: int = EPOCH_LENGTH
    """After how many blocks the network forgets votes."""

    def __post_init__(self) -> None:
        qbft = self.consensus is Consensus.QBFT
        if qbft and (not self.validators or self.expires == 0):
            raise TrustRootInvalid("QBFT needs validators and an expiry")
        if not qbft and (self.validators or self.expires):
            raise TrustRootInvalid("validators or expiry without QBFT")
        if len(set(self.validators)) != len(self.validators):
            raise TrustRootInvalid("a validator given twice")
        if self.epoch_length < 1:
            raise TrustRootInvalid("an epoch without blocks")

    @property
    def network(self) -> NetworkClaim:
        """Return the network that a bundle must name."""
        return NetworkClaim(self.chain_id, self.genesis, self.directory, self.consensus)

    @property
    def fingerprint(self) -> str:
        """Return half of the SHA-256 of the RFC 8785 text in groups of four digits, to be compared by eye."""
        digest = hashlib.sha256(canonical_json(self.to_object())).hexdigest()
        return " ".join(digest[at : at + 4] for at in range(0, 32, 4))

    def to_object(self) -> dict[str, object]:
        """Return the root of trust as values that `json` writes."""
        return {
            "chainId": self.chain_id,
            "genesis": "0x" + self.genesis.hex(),
            "directory": "0x" + self.directory.hex(),
            "consensus": self.consensus.value,
            "validators": ["0x" + validator.hex() for validator in self.validators],
            "expires": self.expires,
            "epochLength": self.epoch_length,
        }

    def to_json(self) -> str:
        """Return the root of trust as JSON text."""
        return json.dumps(self.to_object(), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> TrustRoot:
        """Return the root of trust that a JSON text says.

        Raises:
            TrustRootInvalid: it is not in the one form that a root of trust has.
        """
        try:
            return cls.from_object(parsed(text, MAXIMUM_BYTES))
        except BundleRefused as error:
            raise TrustRootInvalid(error.reason, error.place) from None

    @classmethod
    def from_object(cls, value: object) -> TrustRoot:
        """Return the root of trust that a parsed JSON value says.

        Raises:
            TrustRootInvalid: it is not in the one form that a root of trust has.
        """
        pinned = ("chainId", "genesis", "directory", "consensus")
        try:
            fields = Fields(value, "", (*pinned, "validators", "expires", "epochLength"))
            network = network_claim({name: fields.raw(name) for name in pinned}, "")
            return cls(
                chain_id=network.chain_id,
                genesis=network.genesis,
                directory=network.directory,
                consensus=network.consensus,
                validators=tuple(
                    octets(validator, place, 20, 20)
                    for validator, place in fields.items("validators", MAXIMUM_VALIDATORS)
                ),
                expires=fields.integer("expires", 2**53 - 1),
                epoch_length=fields.integer("epochLength", 2**53 - 1),
            )
        except BundleRefused as error:
            raise TrustRootInvalid(error.reason, error.place) from None
