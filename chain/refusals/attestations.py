"""What the contract of the attestations refuses: the errors of `IAttestations.sol`, with their names and arguments."""

from chain.errors import ContractRefusal


class SchemaUnknown(ContractRefusal):
    """The schema is not registered."""

    declaration = "bytes32 schema_id"
    schema_id: bytes


class SchemaExists(ContractRefusal):
    """The schema is registered already."""

    declaration = "bytes32 schema_id, uint32 organisation"
    schema_id: bytes
    organisation: int


class SchemaEmpty(ContractRefusal):
    """The schema has no text."""

    declaration = ""


class AttestationUnknown(ContractRefusal):
    """No attestation has this id."""

    declaration = "bytes32 id"
    id: bytes


class AttestationExists(ContractRefusal):
    """The same organisation attested the same commitment already; revoked or replaced, it stays so."""

    declaration = "bytes32 id, uint8 status"
    id: bytes
    status: int


class AttestationOfAnother(ContractRefusal):
    """Only the organisation that issued the attestation, or its successor, may do this."""

    declaration = "bytes32 id, uint32 issuer, uint32 organisation"
    id: bytes
    issuer: int
    organisation: int


class AttestationClosed(ContractRefusal):
    """The attestation is revoked or replaced already."""

    declaration = "bytes32 id, uint8 status"
    id: bytes
    status: int


class AttestationMismatch(ContractRefusal):
    """The parts given do not make up this attestation's id."""

    declaration = "bytes32 id"
    id: bytes


class ExpiryPassed(ContractRefusal):
    """The end lies in the past."""

    declaration = "uint64 expires, uint64 time"
    expires: int
    time: int
