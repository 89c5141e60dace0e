"""The attestations: statements of an organisation under a schema, revocable and supersedable (formats §5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from chain.connection import Call
from chain.gateways.gateway import SignedGateway


class AttestationStanding(IntEnum):
    """What an attestation is worth now, as the contract's `status` says."""

    UNKNOWN = 0
    ACTIVE = 1
    EXPIRED = 2
    REVOKED = 3
    SUPERSEDED = 4
    ISSUER_SUSPENDED = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """What an attestation says, as the contract takes it."""

    schema_id: bytes
    subject: bytes
    """The key of the thing, class, place or party that it is about."""
    commitment: bytes
    """The root over the statement."""
    expires: int
    """Seconds since 1970; 0 never."""

    def as_tuple(self) -> tuple[bytes, bytes, bytes, int]:
        """Return the fields in the order of the Solidity struct."""
        return (self.schema_id, self.subject, self.commitment, self.expires)


class AttestationsGateway(SignedGateway):
    """The Attestations contract."""

    contract = "Attestations"

    def register_schema(self, schema: bytes) -> Call:
        """Return the call that registers a schema (RFC 8785 JSON)."""
        return self._call("registerSchema", schema)

    def attest(self, statement: Statement) -> Call:
        """Return the call that issues one attestation."""
        return self._call("attest", *statement.as_tuple())

    def attest_many(self, statements: tuple[Statement, ...]) -> Call:
        """Return the call that issues several attestations at once."""
        return self._call("attestMany", tuple(statement.as_tuple() for statement in statements))

    def revoke(self, attestation_id: bytes) -> Call:
        """Return the call that revokes an attestation; for any valid key of the issuing organisation."""
        return self._call("revoke", attestation_id)

    def supersede(self, attestation_id: bytes, replaced: bytes, statement: Statement) -> Call:
        """Return the call that puts another statement in an attestation's place; `replaced` is the old commitment."""
        return self._call("supersede", attestation_id, replaced, statement.as_tuple())

    def status(self, attestation_id: bytes) -> AttestationStanding:
        """Return what an attestation is worth now."""
        return AttestationStanding(self._read("status", attestation_id)[0])
