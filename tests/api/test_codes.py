"""What a code names, asked of the API: every scheme, with its reasons in both languages."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


def asked(client: TestClient, code: str, **parameters: str) -> Any:
    answer = client.get("/api/v1/codes", params={"code": code, **parameters})

    assert answer.status_code == 200
    return answer.json()


def test_a_right_code_is_named_with_all_that_it_says(client: TestClient) -> None:
    found = asked(client, "]d2010690123456789217270131\x1d10L7")

    assert found["isValid"]
    assert ("gs1", "lgtin", "lot") == (found["scheme"], found["kind"], found["level"])
    assert "https://id.gs1.org/01/06901234567892/10/L7" == found["id"]
    assert ["GTIN", "USE BY or EXPIRY", "BATCH/LOT"] == [element["title"] for element in found["elements"]]
    assert found["findings"] == []


@pytest.mark.parametrize(
    ("code", "scheme", "reason"),
    [("1M8GDM9A1KP042788", "vin", "check-digit"), ("91350100M000100Y56", "uscc", "inner-check")],
)
def test_a_wrong_code_says_why_in_both_languages(client: TestClient, code: str, scheme: str, reason: str) -> None:
    found = asked(client, code)

    assert (False, scheme, reason) == (found["isValid"], found["scheme"], found["refusal"]["reason"])
    assert found["refusal"]["zh"].endswith("。")
    assert found["refusal"]["en"].endswith(".")


def test_parts_that_do_not_go_together_are_found(client: TestClient) -> None:
    found = asked(client, "(01)06901234567892(37)2")

    assert {"excluded", "required"} == {finding["reason"] for finding in found["findings"]}
    assert not found["isValid"]


def test_a_bare_code_is_read_as_what_it_is_said_to_be(client: TestClient) -> None:
    assert "sgln" == asked(client, "6901234000016", kind="gln")["kind"]
    assert 400 == client.get("/api/v1/codes", params={"code": "1", "kind": "barcode"}).status_code


def test_what_names_nothing_has_no_id(client: TestClient) -> None:
    found = asked(client, "hello")

    assert "id" not in found
    assert "unknown-form" == found["refusal"]["reason"]


def test_the_schemes_are_listed_with_examples_that_they_read(client: TestClient) -> None:
    schemes = client.get("/api/v1/codes/schemes").json()["schemes"]

    assert {"gs1", "idis", "did:bid", "vin"} <= {scheme["name"] for scheme in schemes}
    assert all(asked(client, scheme["samples"][0])["isValid"] for scheme in schemes)
