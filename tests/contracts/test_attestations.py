"""An attestation is worth what its status says, and no status calls one active that is not in force.

status
├── unknown
├── revoked
├── superseded
├── expired, unless one of the above
├── issuer suspended, unless one of the above
└── active
"""

from __future__ import annotations

import pytest

from traceability.ledger.ids import attestation_id
from traceability.ledger.keys import keccak

UNKNOWN, ACTIVE, EXPIRED, REVOKED, SUPERSEDED, ISSUER_SUSPENDED = range(6)
SCHEMA = b'{"name":"inspection"}'
SUBJECT = keccak(b"subject")
COMMITMENT = keccak(b"commitment")


@pytest.fixture
def functions(network, parties):
    network.send(network.attestations.functions.registerSchema(SCHEMA), parties.inspector)
    return network.attestations.functions


@pytest.fixture
def issue(network, parties, functions):
    def _issue(commitment=COMMITMENT, expires=0, by=parties.inspector):
        network.send(functions.attest(keccak(SCHEMA), SUBJECT, commitment, expires), by)
        return attestation_id(keccak(SCHEMA), SUBJECT, by.organisation, commitment)

    return _issue


def _statement(commitment, *, subject=SUBJECT, schema=SCHEMA, expires=0):
    return (keccak(schema), subject, commitment, expires)


def test_an_attestation_that_was_issued_is_active(network, parties, functions, issue):
    found = issue()

    assert ACTIVE == functions.status(found).call()
    assert [parties.inspector.organisation, 1, network.now(), 0, bytes(32)] == functions.attestationOf(found).call()
    assert found == functions.idOf(keccak(SCHEMA), SUBJECT, parties.inspector.organisation, COMMITMENT).call()


def test_what_was_never_attested_is_unknown(functions):
    assert UNKNOWN == functions.status(COMMITMENT).call()


def test_a_revoked_attestation_is_never_active_again(network, parties, functions, issue):
    found = issue()
    network.send(functions.revoke(found), parties.inspector)

    assert REVOKED == functions.status(found).call()
    again = functions.attest(*_statement(COMMITMENT))
    assert ("AttestationExists", found, REVOKED) == network.refusal(again, parties.inspector)
    assert ("AttestationClosed", found, REVOKED) == network.refusal(functions.revoke(found), parties.inspector)
    replaced = functions.supersede(found, COMMITMENT, _statement(keccak(b"new")))
    assert ("AttestationClosed", found, REVOKED) == network.refusal(replaced, parties.inspector)


def test_a_superseded_attestation_is_not_active_but_its_successor_is(network, parties, functions, issue):
    found = issue()
    network.send(functions.supersede(found, COMMITMENT, _statement(keccak(b"new"))), parties.inspector)

    successor = functions.attestationOf(found).call()[4]
    assert [SUPERSEDED, ACTIVE] == [functions.status(each).call() for each in (found, successor)]
    assert ("AttestationClosed", found, SUPERSEDED) == network.refusal(functions.revoke(found), parties.inspector)


def test_an_attestation_is_expired_after_its_last_second(network, functions, issue):
    expires = network.now() + 100
    found = issue(expires=expires)

    network.w3.provider.make_request("evm_setNextBlockTimestamp", [expires])
    network.w3.provider.make_request("evm_mine", [])
    assert ACTIVE == functions.status(found).call()
    network.pass_time(1)
    assert EXPIRED == functions.status(found).call()


def test_an_attestation_of_a_suspended_issuer_is_not_active(network, functions, issue):
    found = issue()
    network.send(network.members.functions.suspend(4, "review"), network.authority)
    assert ISSUER_SUSPENDED == functions.status(found).call()

    network.send(network.members.functions.reinstate(4, "done"), network.authority)

    assert ACTIVE == functions.status(found).call()


def test_what_is_revoked_reads_so_though_its_issuer_is_suspended_and_its_time_over(network, parties, functions, issue):
    found = issue(expires=network.now() + 10)
    network.send(functions.revoke(found), parties.inspector)
    network.send(network.members.functions.suspend(4, "review"), network.authority)
    network.pass_time(100)

    assert REVOKED == functions.status(found).call()


def test_any_valid_key_of_the_issuer_revokes(network, parties, functions, issue):
    """EAS lets only the very address revoke that attested; here a lost key does not make a statement eternal."""
    found = issue()
    rotated = type(parties.inspector)(network.accounts[8], parties.inspector.organisation)
    network.send(network.members.functions.rotateKey(rotated.account.address), parties.inspector)
    network.pass_time(2)
    assert "KeyExpired" == network.refusal(functions.revoke(found), parties.inspector)[0]

    network.send(functions.revoke(found), rotated)

    assert REVOKED == functions.status(found).call()


def test_nobody_else_revokes_or_supersedes(network, parties, functions, issue):
    found = issue()
    expected = ("AttestationOfAnother", found, parties.inspector.organisation, parties.carrier.organisation)

    assert expected == network.refusal(functions.revoke(found), parties.carrier)
    replaced = functions.supersede(found, COMMITMENT, _statement(keccak(b"new")))
    assert expected == network.refusal(replaced, parties.carrier)


def test_the_successor_of_an_issuer_revokes_and_supersedes(network, parties, functions, issue):
    first, second = issue(), issue(keccak(b"second"))
    network.send(network.members.functions.setSuccessor(4, 2), network.authority)

    network.send(functions.revoke(first), parties.carrier)
    network.send(functions.supersede(second, keccak(b"second"), _statement(keccak(b"new"))), parties.carrier)

    assert [REVOKED, SUPERSEDED] == [functions.status(each).call() for each in (first, second)]
    successor = attestation_id(keccak(SCHEMA), SUBJECT, parties.carrier.organisation, keccak(b"new"))
    assert ACTIVE == functions.status(successor).call()


def test_what_does_not_exist_cannot_be_revoked_or_superseded(network, parties, functions):
    for call in (functions.revoke(COMMITMENT), functions.supersede(COMMITMENT, COMMITMENT, _statement(COMMITMENT))):
        assert ("AttestationUnknown", COMMITMENT) == network.refusal(call, parties.inspector)


@pytest.mark.parametrize("change", ["subject", "schema", "replaced"])
def test_a_successor_is_about_the_same_subject_under_the_same_schema(network, parties, functions, issue, change):
    network.send(functions.registerSchema(b"{}"), parties.inspector)
    found = issue()
    other = {"subject": {"subject": keccak(b"other")}, "schema": {"schema": b"{}"}, "replaced": {}}[change]
    replaced = keccak(b"other") if change == "replaced" else COMMITMENT

    call = functions.supersede(found, replaced, _statement(keccak(b"new"), **other))

    assert ("AttestationMismatch", found) == network.refusal(call, parties.inspector)


def test_an_attestation_cannot_supersede_itself(network, parties, functions, issue):
    found = issue()

    call = functions.supersede(found, COMMITMENT, _statement(COMMITMENT))

    assert ("AttestationExists", found, ACTIVE) == network.refusal(call, parties.inspector)


def test_the_same_statement_of_two_organisations_is_two_attestations(network, parties, functions, issue):
    first, second = issue(), issue(by=parties.carrier)

    network.send(functions.revoke(first), parties.inspector)

    assert [REVOKED, ACTIVE] == [functions.status(each).call() for each in (first, second)]


def test_an_end_in_the_past_is_refused(network, parties, functions):
    call = functions.attest(*_statement(COMMITMENT, expires=1))

    assert ("ExpiryPassed", 1) == network.refusal(call, parties.inspector)[:2]


def test_an_unknown_schema_is_refused(network, parties, functions):
    call = functions.attest(*_statement(COMMITMENT, schema=b"other"))

    assert ("SchemaUnknown", keccak(b"other")) == network.refusal(call, parties.inspector)


def test_a_schema_is_registered_once_and_by_a_member(network, parties, functions):
    assert [parties.inspector.organisation, network.now()] == functions.schemaOf(keccak(SCHEMA)).call()
    expected = ("SchemaExists", keccak(SCHEMA), parties.inspector.organisation)
    assert expected == network.refusal(functions.registerSchema(SCHEMA), parties.carrier)
    assert ("SchemaEmpty",) == network.refusal(functions.registerSchema(b""), parties.carrier)
    refused = network.refusal(functions.registerSchema(b"{}"), parties.stranger)
    assert ("KeyUnknown", parties.stranger.account.address.lower()) == refused


def test_many_attestations_are_issued_together_or_not_at_all(network, parties, functions):
    statements = [_statement(keccak(bytes([i]))) for i in range(3)]
    broken = [*statements, _statement(COMMITMENT, schema=b"other")]
    assert "SchemaUnknown" == network.refusal(functions.attestMany(broken), parties.inspector)[0]

    ids = functions.attestMany(statements).call({"from": parties.inspector.account.address})
    network.send(functions.attestMany(statements), parties.inspector)

    assert [ACTIVE] * 3 == [functions.status(each).call() for each in ids]


def test_a_suspended_member_attests_and_revokes_nothing(network, parties, functions, issue):
    found = issue()
    network.send(network.members.functions.suspend(4, "review"), network.authority)

    for call in (functions.attest(*_statement(keccak(b"new"))), functions.revoke(found)):
        assert ("OrganisationSuspended", 4) == network.refusal(call, parties.inspector)
