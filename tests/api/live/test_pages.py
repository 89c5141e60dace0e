"""What a person sees: the verdict page without a script, the front page, typed codes, reports, problems as pages."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

Build = Callable[..., Any]
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def path_of(item: str) -> str:
    return item.removeprefix("https://id.gs1.org")


@pytest.fixture(scope="module")
def shown(house: Any) -> str:
    """Give an item with a description."""
    item = house.item()
    created = {
        "type": "ObjectEvent",
        "action": "ADD",
        "eventTime": "2026-05-03T10:00:00+08:00",
        "eventTimeZoneOffset": "+08:00",
    }
    house.capture("maker", created | {"bizStep": "commissioning", "epcList": [item]})
    product = {"name": {"zh": "海岚冰箱<1>", "en": "Hailan refrigerator <1>"}, "contact": {"phone": "+86 532 1234"}}
    house.post("maker", "/api/v1/products", {"id": "https://id.gs1.org/01/06901234000016", "product": product})
    return str(item)


def test_the_page_reads_without_a_script_and_says_that_nothing_was_checked(house: Any, shown: str) -> None:
    answer = house.client.get(path_of(shown) + "?lang=en", headers=HTML)

    assert 200 == answer.status_code
    assert "Hailan refrigerator &lt;1&gt;" in answer.text
    assert "not checked on this device" in answer.text
    assert "JavaScript is off" in answer.text
    assert "Firm 1" in answer.text
    assert 'data-status="proven"' not in answer.text
    assert 'data-status="matched"' not in answer.text


def test_chinese_is_what_a_chinese_browser_gets(house: Any, shown: str) -> None:
    answer = house.client.get(path_of(shown), headers=HTML | {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"})

    assert "海岚冰箱&lt;1&gt;" in answer.text
    assert "zh" == answer.headers["Content-Language"]


def test_no_page_carries_an_inline_script(house: Any, shown: str) -> None:
    for path in (path_of(shown), "/", "/docs", "/problems", "/problems/key-expired", "/scan", "/01/1"):
        answer = house.client.get(path, headers=HTML)
        scripts = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", answer.text)
        assert all('type="application/json"' in script for script in scripts), path
        assert " onclick" not in answer.text and "javascript:" not in answer.text
        if answer.headers["content-type"].startswith("text/html"):
            assert "script-src 'self'" in answer.headers["content-security-policy"]
            assert "unsafe-inline" not in answer.headers["content-security-policy"]


def test_a_program_gets_json_at_the_same_address(house: Any, shown: str) -> None:
    content = house.client.get(path_of(shown), headers={"Accept": "application/json"}).json()

    assert (shown, "server") == (content["id"], content["checkedBy"])
    story = next(fact for fact in content["verdict"]["facts"] if fact["id"] == "story")
    assert ("complete_headed", 1) == (story["reason"], story["args"]["lines"])


def test_a_recalled_lot_is_told_with_the_advice(house: Any) -> None:
    item = house.item()
    house.capture(
        "maker",
        {
            "type": "ObjectEvent",
            "action": "ADD",
            "eventTime": "2026-05-03T10:00:00+08:00",
            "eventTimeZoneOffset": "+08:00",
            "epcList": [item],
            "ilmd": {"cbvmda:lotNumber": "L9"},
        },
    )
    house.post("maker", "/api/v1/recalls", {"id": "(01)06901234000016(10)L9", "reason": {"en": "It may overheat."}})

    page = house.client.get(path_of(item) + "?lang=en", headers=HTML).text
    state = house.client.get("/api/v1/states?id=" + quote("(01)06901234000016(10)L9")).json()

    assert "Recalled" in page
    assert ("recalled", 1) == (state["state"], state["organisation"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/01/06901234000017/21/A", 400),
        ("/01/00614141777778/21/A", 404),
        ("/nothing/here", 404),
        ("/assets/none.js", 404),
        ("/problems/none", 404),
        ("/dossiers/none", 410),
    ],
)
def test_what_is_not_there_is_said_in_a_page(house: Any, path: str, status: int) -> None:
    answer = house.client.get(path, headers=HTML)

    assert status == answer.status_code
    assert answer.headers["content-type"].startswith("text/html")


def test_a_thing_that_was_never_recorded_is_called_so(house: Any) -> None:
    page = house.client.get("/01/06901234000016/21/NEVER?lang=en", headers=HTML)

    assert "never recorded" in page.text


def test_a_typed_code_leads_to_its_page(house: Any, shown: str) -> None:
    answer = house.client.get("/lookup?lang=en&code=" + quote("(01)06901234000016(21)I1"), headers=HTML)

    assert (303, "/01/06901234000016/21/I1?lang=en") == (answer.status_code, answer.headers["Location"])


def test_the_front_page_is_a_page_for_people_and_a_collection_for_programs(house: Any) -> None:
    assert "<form" in house.client.get("/", headers=HTML).text
    assert "capture" in house.client.get("/").json()["member"]


def test_an_escaped_slash_in_a_serial_is_no_separator(house: Any, created: Build) -> None:
    item = "https://id.gs1.org/01/06901234000016/21/A%2FB"
    house.capture("maker", created(item))

    content = house.client.get("/01/06901234000016/21/A%2FB", headers={"Accept": "application/json"}).json()

    assert item == content["id"]


def test_anyone_reports_a_problem_and_the_holder_reads_it(house: Any, shown: str) -> None:
    form = {"id": shown, "kind": "copy", "text": "looks fake", "contact": "+86 1", "lang": "en"}
    from_page = house.client.post("/api/v1/reports", data=form, headers=HTML)
    from_app = house.client.post("/api/v1/reports", data=form, headers={"Accept": "application/json"})

    assert (303, "/verdict" + path_of(shown) + "?reported=1&lang=en") == (
        from_page.status_code,
        from_page.headers["Location"],
    )
    assert 201 == from_app.status_code
    mine = house.client.get("/api/v1/reports", headers=house.keys["maker"]).json()["reports"]
    assert ["looks fake", "looks fake"] == [report["text"] for report in mine if report["about"] == shown]
    assert [] == house.client.get("/api/v1/reports", headers=house.keys["carrier"]).json()["reports"]
    assert "Thank you" in house.client.get(from_page.headers["Location"], headers=HTML).text


def test_head_is_get_without_the_body(house: Any, shown: str) -> None:
    answer = house.client.head(path_of(shown), headers=HTML)

    assert (200, b"") == (answer.status_code, answer.content)
