"""The other codes of a thing are links of its link set, with who claims them and what that is worth."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.rooms import Rooms
from store.columns import table_of
from store.mirror.tables import AttestationRow
from store.reader import Reader
from store.record.aliases import claims_about
from traceability.ledger.ids import schema_id
from traceability.life.aliases import ALIAS_SCHEMA

ITEM, OTHER = "https://id.gs1.org/01/06901234000016/21/A", "https://id.gs1.org/01/06921111000014/21/B"


@pytest.fixture
def claim(client: TestClient, rooms: Rooms, key: Callable[..., dict[str, str]]) -> Callable[..., None]:
    """Let the maker claim that both codes name one thing, and the mirror know it."""

    def made(disclosure: str = "public") -> None:
        headers = key() | {"Suyuan-Disclosure": disclosure}
        assert 202 == client.post("/api/v1/aliases", json={"codes": [ITEM, OTHER]}, headers=headers).status_code
        (kept,) = claims_about(rooms.record, [ITEM], Reader(1))
        row = {"attestation_id": kept.attestation_id, "position": 1, "key_number": 1, "status": 1, "organisation": 1}
        row |= {"schema_id": schema_id(ALIAS_SCHEMA.encode()), "subject": b"s" * 32, "commitment": b"c" * 32}
        with rooms.mirror.writing() as connection:
            row |= {"issued_at": 7, "expires_at": 0, "successor": None}
            connection.execute(table_of(AttestationRow).insert(), row)

    return made


@pytest.mark.parametrize(
    ("path", "other", "language", "title"),
    [
        (ITEM, OTHER, "en", "Also known as (01)06921111000014(21)B, says 海岚 (one-sided)"),
        (OTHER, ITEM, "zh", "又名 (01)06901234000016(21)A，海岚声明（单方声明）"),
    ],
)
def test_a_claim_is_a_link_of_both_codes(
    claim: Callable[..., None],
    linkset: Callable[..., Any],
    within_schema: Callable[[Any], list[str]],
    path: str,
    other: str,
    language: str,
    title: str,
) -> None:
    claim()

    found = linkset(path.removeprefix("https://id.gs1.org"), **{"Accept-Language": language})

    assert [] == within_schema({"linkset": found})
    (link,) = [link for level in found for link in level.get("related", ())]
    assert (other.removeprefix("https://id.gs1.org"), title) == (
        link["href"].removeprefix("http://localhost:8470"),
        link["title"],
    )


def test_a_private_claim_is_no_link_for_others(claim: Callable[..., None], linkset: Callable[..., Any]) -> None:
    claim("private")

    assert not any("related" in level for level in linkset(ITEM.removeprefix("https://id.gs1.org")))
