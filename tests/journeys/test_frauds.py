"""Frauds through the whole house: refused with the error's own name, and nobody else's thing is touched by them.

a firm writes under a prefix that is not its own, or its own over another's thing
a firm that is suspended, or whose key has run out, writes
a firm puts another's commitment on a thing of its own
a signature is used a second time, or on another contract, chain or nonce
a batch is sent a second time
(what each contract refuses, case by case: tests/contracts)
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from founding import NUMBER, PREFIX
from goods import created, document, item, observed, package
from proving import bundle_of, said, steps_said, verdict_of, verdict_on
from reckoning import reckoning_of
from town import Town
from waiting import awaited

from chain.errors import NodeRefused
from chain.gateways.authorisation import Authorisation, authorise
from chain.keystore import Keystores
from chain.passphrase import passphrase_from_file
from chain.signer import Domain, Signer
from store.record.outbox import promise, promise_of
from store.record.payloads import Line, Payload, RecordEvent
from store.record.progress import Progress
from traceability.identifiers import parse
from traceability.ledger.head import lines_of
from traceability.ledger.keys import prefix_key, rest_hash, thing_key


@pytest.fixture(scope="module")
def town(own_town: Town) -> Town:
    return own_town


def promised(town: Town, firm: str, payload: Payload) -> tuple[Progress, str | None]:
    """Promise as a firm that runs its own software, past all checks of ours, and return what became of it."""
    with town.opened() as (record, _):
        [number] = promise(record, NUMBER[firm], [payload], datetime.now(UTC))
        settled = (Progress.FINAL, Progress.FAILED)
        row = awaited(
            lambda: (found := promise_of(record, number)).progress in settled and found, "the promise to settle"
        )
    return row.progress, None if row.failure is None else row.failure.name


def line(prefix: str, thing: str, of: str | None = None) -> Line:
    """Return the line of a thing; with `of` the prefix that it really is under, while `prefix` is named."""
    rest = parse(thing).halves(len(of or prefix))[1]
    return Line(prefix_key("gs1", prefix), rest_hash(rest))


def refusals_of(job: Any) -> set[str]:
    """Return the problem types of a job."""
    assert job["success"] is False
    return {error["problem"] for error in job["errors"]}


# --- whose thing it is


def test_a_thing_under_anothers_prefix_is_refused_at_the_door_and_nothing_is_stored(town: Town) -> None:
    before = town.query("record", "SELECT count(*) FROM events")

    answer = town.capture("rival", document(created(item(PREFIX["maker"], "FORGED"))))

    assert (400, {"/problems/identifier-not-owned"}) == (
        answer.status,
        {each["type"] for each in answer.json()["errors"]},
    )
    assert "/epcisBody/eventList/0/epcList/0" == answer.json()["errors"][0]["pointer"]
    assert before == town.query("record", "SELECT count(*) FROM events")


def test_a_firm_that_passes_our_door_by_is_refused_by_the_contract(town: Town) -> None:
    forged = RecordEvent(b"\x11" * 32, 2, 0, 0, (line(PREFIX["maker"], item(PREFIX["maker"], "FORGED2")),))

    outcome = promised(town, "rival", forged)

    assert (Progress.FAILED, "IdentifierNotOwned") == outcome


def test_naming_ones_own_prefix_over_anothers_thing_touches_only_ones_own(town: Town) -> None:
    thing = item(PREFIX["maker"], "VICTIM")
    town.told("maker", document(created(thing)))
    key = thing_key(prefix_key("gs1", PREFIX["maker"]), rest_hash(parse(thing).halves(7)[1]))
    head = town.contracts.ledger.head(key)

    outcome = promised(
        town, "rival", RecordEvent(b"\x12" * 32, 2, 0, 0, (line(PREFIX["rival"], thing, of=PREFIX["maker"]),))
    )

    assert (Progress.FINAL, None) == outcome
    assert (1, head) == (lines_of(head), town.contracts.ledger.head(key))
    verdict = verdict_of(town, thing)
    assert ("matched", "complete_headed") == said(verdict, "story")
    assert [("matched", "asserted")] == steps_said(verdict)


def test_a_bundle_that_names_anothers_prefix_over_a_thing_is_refused(town: Town) -> None:
    thing = item(PREFIX["maker"], "VICTIM2")
    town.told("maker", document(created(thing)))
    bundle = bundle_of(town, thing)

    for prefix in (PREFIX["rival"], PREFIX["maker"][:6], "69760010"):
        bundle["things"][0]["prefix"] = prefix
        verdict = verdict_on(town, bundle, thing)

        # A prefix that does not begin the identifier cannot be read; a shorter or longer one was granted to nobody.
        assert not {"proven", "matched"} & {said(verdict, name)[0] for name in ("holder", "story", "recall", "product")}


def test_a_commitment_of_another_firm_on_ones_own_thing_is_refused_and_counted_once(town: Town) -> None:
    [commitment] = town.told("maker", document(created(item(PREFIX["maker"], "GENUINE"))))
    own = item(PREFIX["rival"], "BORROWED")

    outcome = promised(town, "rival", RecordEvent(commitment, 2, 0, 0, (line(PREFIX["rival"], own),)))
    town.quiet()

    assert (Progress.FINAL, None) == outcome
    verdict = verdict_of(town, own)
    assert [("refused", "header_disagrees")] == steps_said(verdict)
    assert ("refused", "lines_refused") == said(verdict, "story")
    assert ("not_checked", "own_state_only") == said(verdict, "recall")
    assert [("matched", "asserted")] == steps_said(verdict_of(town, item(PREFIX["maker"], "GENUINE")))
    # The chain holds it twice, once by each firm; as an event it is the maker's, once.
    assert 1 == town.mirror_rows("events", commitment=commitment)
    found = town.ask("GET", f"/events?MATCH_epc={own}").json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    assert [] == found


# --- who may write


def test_a_suspended_firm_is_refused_by_the_chain_and_then_at_the_door(town: Town) -> None:
    carrier = NUMBER["carrier"]
    thing = item(PREFIX["maker"], "CARRIED")
    town.told("maker", document(created(thing)))
    # The suspension and the event wait together: the door does not know of it yet, the contract does.
    town.kill("submission")
    suspended = town.ask("POST", f"/api/v1/members/{carrier}/suspend", "operator", {"reason": "audit"})
    answers = [
        town.capture("carrier", document(observed(thing, step=step)), lane=lane)
        for step, lane in (("loading", "headed"), ("unloading", "anchored"))
    ]
    town.start("submission")

    jobs = [town.settled("carrier", answer) for answer in answers]
    town.settled("operator", suspended)
    town.quiet()
    door = town.capture("carrier", document(observed(thing, step="storing")))
    town.settled(
        "operator", town.ask("POST", f"/api/v1/members/{carrier}/reinstate", "operator", {"reason": "audit over"})
    )
    town.quiet()
    town.told("carrier", document(observed(thing, step="shipping")))

    assert [{"/problems/organisation-suspended"}] * 2 == [refusals_of(job) for job in jobs]
    assert (403, "/problems/organisation-unknown") == (door.status, door.json()["problem"])
    assert [("matched", "asserted")] * 2 == steps_said(verdict_of(town, thing))


def test_a_key_that_has_run_out_writes_no_more_and_the_job_says_so(town: Town) -> None:
    number = NUMBER["rival"]
    [key] = town.ask("GET", f"/api/v1/members/{number}").json()["keys"]
    address = bytes.fromhex(key["address"][2:])
    before = reckoning_of(town).on_chain

    # 0 is the moment at which the chain takes it: any time of ours may have passed by then, and would be refused.
    closing = town.ask("POST", f"/api/v1/members/{number}/keys/{key['address']}/close", "rival", {"validUntil": 0})
    assert "final" == town.settled("rival", closing)["progress"]
    # A key is valid through its last second.
    awaited(lambda: int(time.time()) > town.contracts.members.key_record(address).valid_until + 1, "the key to run out")
    headed = town.settled("rival", town.capture("rival", document(created(item(PREFIX["rival"], "TOO-LATE")))))
    anchored = town.settled(
        "rival", town.capture("rival", document(observed(item(PREFIX["maker"], "VICTIM"))), lane="anchored")
    )

    assert [{"/problems/key-expired"}] * 2 == [refusals_of(headed), refusals_of(anchored)]
    assert all(error["detail"].startswith("KeyExpired(") for job in (headed, anchored) for error in job["errors"])
    assert before == reckoning_of(town).on_chain


# --- signatures


def consent(
    town: Town, asset: bytes, *, contract: str = "Liens", chain_id: int | None = None, nonce: int | None = None
) -> dict[str, Any]:
    """Return what the bank posts: the maker's signature, for another contract, chain or nonce where that is said."""
    signer = signer_of(town, "maker")
    liens = town.contracts.liens
    number = liens.nonce_of(NUMBER["maker"]) if nonce is None else nonce
    domain = Domain(
        f"Suyuan {contract}", chain_id or liens.domain().chain_id, getattr(town.contracts, contract.lower()).address
    )
    reference, until, deadline = asset[::-1], int(time.time()) + 86_400, int(time.time()) + 3_600
    fields = [
        ("bytes32", "asset", asset),
        ("uint32", "pledgee", NUMBER["bank"]),
        ("bytes32", "loanReference", reference),
        ("uint64", "until", until),
    ]
    signed: Authorisation = authorise(signer, domain, "Pledge", fields, nonce=number, deadline=deadline)
    texts = {"asset": asset, "reference": reference, "pledgor": signed.signer, "signature": signed.signature}
    numbers = {"pledgee": NUMBER["bank"], "until": until, "nonce": number, "deadline": deadline}
    return {name: "0x" + value.hex() for name, value in texts.items()} | numbers


def signer_of(town: Town, firm: str) -> Signer:
    keystores = Keystores(town.home / "keystores", passphrase_from_file(town.home / "passphrase"))
    members = town.contracts.members
    [address] = [each for each in keystores.addresses() if members.key_record(each).organisation == NUMBER[firm]]
    return keystores.signer(address)


def pallet(town: Town, number: int) -> bytes:
    """Create a package of the maker's and return its key."""
    thing = package(PREFIX["maker"], number)
    town.told("maker", document(created(thing)))
    return thing_key(prefix_key("gs1", PREFIX["maker"]), rest_hash(parse(thing).halves(7)[1]))


def outcome_of(town: Town, consented: dict[str, Any]) -> tuple[str, str | None]:
    told = town.settled("bank", town.ask("POST", "/api/v1/liens", "bank", consented))
    return told["progress"], told.get("failure", {}).get("name")


def test_a_signature_for_another_contract_chain_or_nonce_is_refused(town: Town) -> None:
    asset = pallet(town, 8001)
    nonce = town.contracts.liens.nonce_of(NUMBER["maker"])

    elsewhere = outcome_of(town, consent(town, asset, contract="Attestations"))
    other_chain = outcome_of(town, consent(town, asset, chain_id=1))
    later = outcome_of(town, consent(town, asset, nonce=nonce + 1))
    renumbered = outcome_of(town, consent(town, asset, nonce=nonce + 1) | {"nonce": nonce})

    assert ("failed", "SignatureInvalid") == elsewhere == other_chain == renumbered
    assert ("failed", "NonceOutOfOrder") == later
    assert bytes(32) == town.contracts.liens.lien_on(asset)


def test_a_signature_is_good_once(town: Town) -> None:
    asset, other = pallet(town, 8002), pallet(town, 8003)
    consented = consent(town, asset)

    first = outcome_of(town, consented)
    again = outcome_of(town, consented)
    elsewhere = outcome_of(town, consented | {"asset": "0x" + other.hex()})
    second = outcome_of(town, consent(town, asset))

    assert ("final", None) == first
    assert ("failed", "LienExists") == again
    assert ("failed", "SignatureInvalid") == elsewhere
    # Signed anew, with the next nonce: the asset is taken, and the contract says by which lien.
    assert "failed" == second[0]
    assert second[1] in ("AssetEncumbered", "LienExists")


def test_a_batch_that_is_sent_again_changes_nothing(town: Town) -> None:
    town.told("maker", document(created(item(PREFIX["maker"], "ONCE"))))
    [(signed,)] = town.query("record", "SELECT signed FROM transactions WHERE stream = 0 ORDER BY id DESC LIMIT 1")
    before, block = reckoning_of(town).on_chain, town.connection.block_number()

    with pytest.raises(NodeRefused) as refused:
        town.connection.send(signed)

    assert "nonce too low" in str(refused.value)
    assert (before, block) == (reckoning_of(town).on_chain, town.connection.block_number())


def test_the_same_document_sent_again_is_told_to_be_a_duplicate_and_promised_once(town: Town) -> None:
    content = document(created(item(PREFIX["maker"], "TWICE")))

    first = town.settled("maker", town.capture("maker", content))
    again = town.settled("maker", town.capture("maker", content))

    [event], [duplicate] = first["events"], again["events"]
    assert ("accepted", "duplicate") == (event["status"], duplicate["status"])
    assert event["commitment"] == duplicate["commitment"]
    assert 1 == reckoning_of(town).on_chain[bytes.fromhex(event["commitment"][2:])]
