"""The conformance statement of GS1-Conformant Resolver 1.2.0 (§5), lines 12 to 14: which target a request is led to.

The number before each test is the line of `resolver-requirements-1_2.txt`.
"""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from traceability.linking.link_types import GS1

Keep = Callable[..., dict[str, Any]]
PATH = "/01/06901234000016"
ORIGIN = "http://localhost:8470"


# 12. Nothing asked leads to the default; a better match goes before it.


def test_nothing_asked_leads_to_the_default(client: TestClient, keep: Keep) -> None:
    assert f"{ORIGIN}/verdict{PATH}" == client.get(PATH).headers["Location"]

    keep(target="https://maker.example/page", default="yes")

    for headers in ({}, {"Accept": "*/*"}, {"Accept": "text/html,*/*;q=0.8"}, {"Accept-Language": "ja"}):
        answer = client.get(PATH, headers=headers)
        assert (307, "https://maker.example/page") == (answer.status_code, answer.headers["Location"])


def test_a_language_or_context_leads_to_the_default_that_was_made_for_it(client: TestClient, keep: Keep) -> None:
    keep(target="https://maker.example/page", default="yes")
    keep(target="https://maker.example/ja", default="alternative", hreflang=["ja"])
    keep(target="https://maker.example/lk", default="alternative", context=["LK"])

    def led(query: str = "", **headers: str) -> str:
        return client.get(PATH + query, headers=headers).headers["Location"].partition("?")[0]

    assert "https://maker.example/ja" == led(**{"Accept-Language": "de;q=0.9,ja;q=0.1"})
    assert "https://maker.example/lk" == led("?context=LK")
    assert "https://maker.example/page" == led(**{"Accept-Language": "de"})
    assert "https://maker.example/page" == led("?context=FR")


# 13. The type that is asked for is followed, by language, context and form; 300 where several are; 404 where none is.


def test_the_type_that_is_asked_for_is_followed_in_every_writing(client: TestClient, keep: Keep) -> None:
    keep("gs1:recipeInfo", "https://maker.example/recipe")

    for name in ("gs1:recipeInfo", "recipeInfo", f"{GS1}recipeInfo", "https://gs1.org/voc/recipeInfo"):
        answer = client.get(PATH, params={"linkType": name})
        assert 307 == answer.status_code
        assert answer.headers["Location"].startswith("https://maker.example/recipe")


def test_a_type_of_the_class_is_found_from_the_item(client: TestClient, keep: Keep) -> None:
    keep("gs1:recipeInfo", "https://maker.example/recipe")

    answer = client.get(PATH + "/10/L/21/S?linkType=gs1:recipeInfo")

    assert answer.headers["Location"].startswith("https://maker.example/recipe")


def test_language_context_and_form_tell_links_of_a_type_apart(client: TestClient, keep: Keep) -> None:
    keep("gs1:instructions", "https://maker.example/zh", hreflang=["zh"], type="text/html")
    keep("gs1:instructions", "https://maker.example/en", hreflang=["en"], type="text/html")
    keep("gs1:instructions", "https://maker.example/en-lk", hreflang=["en"], type="text/html", context=["LK"])
    keep("gs1:instructions", "https://maker.example/en.pdf", hreflang=["en"], type="application/pdf")

    def led(query: str = "", **headers: str) -> str:
        answer = client.get(PATH + "?linkType=gs1:instructions" + query, headers=headers)
        return answer.headers["Location"].partition("?")[0].removeprefix("https://maker.example/")

    english = {"Accept-Language": "zh;q=0.2,en-US;q=0.3,en;q=0.3", "Accept": "text/html"}
    assert "en" == led(**english)
    assert "zh" == led(**english | {"Accept-Language": "zh,en;q=0.9"})
    assert "en-lk" == led("&context=LK", **english)
    assert "en.pdf" == led(**english | {"Accept": "application/pdf,text/html;q=0.5"})
    assert "en.pdf" == led("&lang=en&mediaType=application/pdf")
    assert "zh" == led("&lang=zh&mediaType=text/html")


@pytest.mark.parametrize("accept", ["*/*", "application/linkset+json", "application/linkset", "text/html"])
def test_links_that_nothing_tells_apart_are_a_choice(
    client: TestClient, keep: Keep, within_schema: Callable[[Any], list[str]], accept: str
) -> None:
    keep("gs1:certificationInfo", "https://maker.example/1", title="First")
    keep("gs1:certificationInfo", "https://maker.example/2", title="Second")

    answer = client.get(PATH + "?linkType=gs1:certificationInfo", headers={"Accept": accept})

    assert 300 == answer.status_code
    assert "https://maker.example/1" in answer.text and "https://maker.example/2" in answer.text
    assert "Location" not in answer.headers
    if "json" in answer.headers["Content-Type"]:
        assert [] == within_schema(answer.json())
        (context,) = answer.json()["linkset"]
        assert {"First", "Second"} == {link["title"] for link in context[f"{GS1}certificationInfo"]}


def test_a_type_that_is_not_there_is_not_found_and_the_others_are_named(client: TestClient) -> None:
    answer = client.get(PATH + "?linkType=gs1:nosuchlt")

    assert (404, "/problems/link-not-found") == (answer.status_code, answer.json()["type"])
    assert "gs1:dpp" in answer.json()["errors"][0]["cure"]


def test_an_identifier_of_which_nobody_holds_a_prefix_is_not_found(client: TestClient) -> None:
    for query in ("", "?linkType=linkset", "?linkType=gs1:pip"):
        answer = client.get("/01/00614141777778" + query)
        assert (404, "/problems/thing-not-held") == (answer.status_code, answer.json()["type"])


# 14. The query of the request goes on to the target.


def test_the_whole_query_is_handed_on_as_it_was_written(client: TestClient, keep: Keep) -> None:
    keep(target="https://maker.example/page?x=1#top", default="yes")
    query = "foo=bar&17=261231;3103=000189&utm=%E5%86%B0&linkType=gs1:pip&foo=baz"

    assert f"https://maker.example/page?x=1&{query}#top" == client.get(f"{PATH}?{query}").headers["Location"]


def test_a_link_can_keep_the_query_back(client: TestClient, keep: Keep, linkset: Callable[..., Any]) -> None:
    keep(target="https://maker.example/page", default="yes", fwqs=False)

    assert "https://maker.example/page" == client.get(PATH + "?foo=bar").headers["Location"]
    assert linkset()[0][f"{GS1}pip"][0]["fwqs"] is False
