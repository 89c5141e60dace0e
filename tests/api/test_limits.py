"""What anyone may send is limited, the limits are told, and what is beyond them is refused with the time to wait."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.report_rate import ADDRESSES, ReportRate
from api.rooms import Rooms

Build = Callable[..., Any]
JSON = {"Accept": "application/json"}


def sent(client: TestClient, serial: str, **more: str) -> Any:
    form = {"id": f"https://id.gs1.org/01/06901234000016/21/{serial}", "kind": "damaged"} | more
    return client.post("/api/v1/reports", data=form, headers=JSON)


def test_the_limits_are_told(client: TestClient) -> None:
    limits = client.get("/api/v1/network").json()["limits"]

    assert (20, 10, 300, 4) == tuple(
        limits[name] for name in ("reportsOfAnAddress", "reportsOfAThing", "reportsOfAHolder", "bundlesOfAQuestion")
    )
    assert (10_000, 3600, 8_000) == tuple(
        limits[name] for name in ("captureEvents", "pageTokenSeconds", "addressOctets")
    )


def test_so_many_reports_about_one_thing_are_kept_and_no_more(client: TestClient, key: Build, stored: Build) -> None:
    answers = [sent(client, "A") for _ in range(10)]
    before = stored()
    refused = sent(client, "A")

    assert {201} == {answer.status_code for answer in answers}
    assert (429, "/problems/rate-limit-exceeded") == (refused.status_code, refused.json()["type"])
    assert "3601" == refused.headers["Retry-After"]
    assert '"reports about one thing";q=10;w=3600' == refused.headers["RateLimit-Policy"]
    assert before == stored()
    assert 10 == len(client.get("/api/v1/reports", headers=key()).json()["reports"])


def test_one_address_reports_so_often_and_no_more(client: TestClient) -> None:
    answers = [sent(client, f"S{number}") for number in range(21)]

    assert [201] * 20 + [429] == [answer.status_code for answer in answers]
    assert "send it again in" in answers[-1].json()["errors"][0]["cure"]


def test_after_the_window_a_report_is_kept_again(rooms: Rooms) -> None:
    moments = [rooms.clock()]
    moved = replace(rooms, clock=lambda: moments[0])
    with TestClient(create_app(rooms.settings, moved)) as client:
        for _ in range(10):
            sent(client, "A")
        moments[0] += timedelta(seconds=3599)
        early = sent(client, "A")
        moments[0] += timedelta(seconds=2)
        late = sent(client, "A")

    assert (429, 201) == (early.status_code, late.status_code)


def test_a_report_in_a_form_that_there_is_not_is_not_kept(client: TestClient, stored: Build) -> None:
    before = stored()
    form = {"id": "https://id.gs1.org/01/06901234000016/21/A", "kind": "damaged"}

    answer = client.post("/api/v1/reports", data=form, headers={"Accept": "image/png"})

    assert 406 == answer.status_code
    assert before == stored()


def test_the_window_slides_and_quiet_addresses_are_forgotten() -> None:
    rate = ReportRate(most=2, seconds=10)

    assert [0, 0, 10] == [rate.wait("a", moment) for moment in (0.0, 5.0, 1.0)]
    assert 0 == rate.wait("a", 10.5)
    assert 5 == rate.wait("a", 11.0)
    for number in range(ADDRESSES):
        rate.wait(str(number), 11.0)
    assert 0 == rate.wait("a", 11.0)


@pytest.mark.parametrize("path", ["/events", "/capture", "/epcs", "/queries"])
def test_an_address_beyond_its_limit_is_refused_whatever_it_asks(client: TestClient, key: Build, path: str) -> None:
    answer = client.get(f"{path}?MATCH_epc={'x' * 8000}", headers=key())

    assert (414, "epcisException:URITooLongException") == (answer.status_code, answer.json()["type"])
    assert "2.0.0" == answer.headers["GS1-EPCIS-Version"]


def test_a_query_of_too_many_values_is_too_complex(client: TestClient) -> None:
    values = "|".join(str(number) for number in range(1100))
    answer = client.get(f"/events?EQ_transformationID={values}")

    assert (413, "epcisException:QueryTooComplexException") == (answer.status_code, answer.json()["type"])
