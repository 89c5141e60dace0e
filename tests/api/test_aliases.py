"""Claims about codes over HTTP: promised, refused, listed."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from api.rooms import Rooms
from store.columns import table_of
from store.mirror.tables import AttestationRow
from store.reader import Reader
from store.record.aliases import claims_about
from traceability.ledger.ids import schema_id
from traceability.life.aliases import ALIAS_SCHEMA

MAKER, CARRIER = 1, 2
ITEM = "https://id.gs1.org/01/06901234000016/21/A"
OTHER = "https://id.gs1.org/01/06921111000014/21/B"

Key = Callable[..., dict[str, str]]


def confirm(rooms: Rooms) -> None:
    """Let the mirror know every claim of the record as issued."""
    with rooms.mirror.writing() as connection:
        connection.execute(table_of(AttestationRow).delete())
        for position, claim in enumerate(claims_about(rooms.record, [ITEM, OTHER], Reader(MAKER))):
            row = {"attestation_id": claim.attestation_id, "position": position, "key_number": 1, "status": 1}
            row |= {"schema_id": schema_id(ALIAS_SCHEMA.encode()), "subject": b"s" * 32, "commitment": b"c" * 32}
            row |= {"organisation": claim.organisation, "issued_at": 7, "expires_at": 0, "successor": None}
            connection.execute(table_of(AttestationRow).insert(), row)


def test_a_claim_is_promised_and_listed_once_it_is_on_the_chain(client: TestClient, rooms: Rooms, key: Key) -> None:
    answer = client.post("/api/v1/aliases", json={"codes": [OTHER, ITEM]}, headers=key(MAKER))
    assert (202, ITEM, OTHER) == (answer.status_code, answer.json()["code"], answer.json()["other"])
    assert [] == client.get("/api/v1/aliases", params={"id": ITEM}).json()["aliases"]

    confirm(rooms)

    for code, beside in ((ITEM, OTHER), (OTHER, ITEM)):
        (told,) = client.get("/api/v1/aliases", params={"id": code}).json()["aliases"]
        assert (beside, MAKER, "one_sided", []) == (
            told["alias"],
            told["organisation"],
            told["standing"],
            told["conflicts"],
        )


def test_a_claim_about_codes_of_others_is_refused(client: TestClient, key: Key) -> None:
    answer = client.post("/api/v1/aliases", json={"codes": [ITEM, ITEM[:-1] + "C"]}, headers=key(CARRIER))

    assert (400, "/problems/identifier-not-owned") == (answer.status_code, answer.json()["errors"][0]["type"])


def test_a_claim_is_made_once(client: TestClient, key: Key) -> None:
    first = client.post("/api/v1/aliases", json={"codes": [ITEM, OTHER]}, headers=key(MAKER)).json()

    again = client.post("/api/v1/aliases", json={"codes": [ITEM, OTHER]}, headers=key(MAKER))

    assert (409, "/problems/alias-known") == (again.status_code, again.json()["type"])
    assert first["attestation"] in again.json()["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {"codes": [ITEM]},
        {"codes": [ITEM, "nonsense"]},
        {"codes": [ITEM, OTHER], "relation": "similar"},
        {"codes": [ITEM, ITEM]},
    ],
)
def test_what_is_no_claim_is_refused(client: TestClient, key: Key, body: dict[str, object]) -> None:
    assert 400 == client.post("/api/v1/aliases", json=body, headers=key(MAKER)).status_code


def test_a_claim_hides_nothing_of_itself(client: TestClient, key: Key) -> None:
    headers = key(MAKER) | {"Suyuan-Disclosure": "public; hide=/things/0"}

    assert 400 == client.post("/api/v1/aliases", json={"codes": [ITEM, OTHER]}, headers=headers).status_code


def test_a_private_claim_is_not_listed_for_others(client: TestClient, rooms: Rooms, key: Key) -> None:
    headers = key(MAKER) | {"Suyuan-Disclosure": "private"}
    client.post("/api/v1/aliases", json={"codes": [ITEM, OTHER]}, headers=headers)
    confirm(rooms)

    assert [] == client.get("/api/v1/aliases", params={"id": ITEM}).json()["aliases"]
    assert 1 == len(client.get("/api/v1/aliases", params={"id": ITEM}, headers=key(MAKER)).json()["aliases"])


def test_only_its_author_takes_a_claim_back(client: TestClient, rooms: Rooms, key: Key) -> None:
    made = client.post("/api/v1/aliases", json={"codes": [ITEM, OTHER]}, headers=key(MAKER)).json()["attestation"]
    confirm(rooms)

    assert 404 == client.delete(f"/api/v1/aliases/{made}", headers=key(CARRIER)).status_code
    assert 202 == client.delete(f"/api/v1/aliases/{made}", headers=key(MAKER)).status_code
