"""The conformance statement of GS1-Conformant Resolver 1.2.0 (§5), requirement by requirement, over HTTP.

The number before each test is the line of `resolver-requirements-1_2.txt`; lines 12 to 14 are in test_requirements_on_targets.py, and
TLS (line 2) is the proxy's before this server.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.identifier_paths import GS1_KEYS
from traceability.identifiers import gs1_message
from traceability.linking.link_types import GS1

Keep = Callable[..., dict[str, Any]]
PATH = "/01/06901234000016"
ORIGIN = "http://localhost:8470"
DEFAULT = f"{GS1}defaultLink"
KEYS = {
    "00": "069012340000000016",
    "01": "06901234000016/22/V/10/L/21/S",
    "253": "6901234000009DOC1",
    "255": "6901234000009123",
    "401": "6901234HOUSE7",
    "402": "69012340000000016",
    "414": "6901234000009/254/A1",
    "415": "6901234000009/8020/R1",
    "417": "6901234000009",
    "8003": "06901234000009A1",
    "8004": "6901234ASSET/7040/1ABC",
    "8006": "069012340000160102/21/S",
    "8010": "6901234PART/8011/7",
    "8013": "6901234MODELVU",
    "8017": "690123400000000018/8019/1",
    "8018": "690123400000000018/8019/1",
}
"""One identifier of the maker's for each primary key, with all its qualifiers."""


# 1. GET, HEAD and OPTIONS over HTTP 1.1.


def test_get_head_and_options_are_answered(client: TestClient) -> None:
    got, headed, asked = client.get(PATH), client.head(PATH), client.options(PATH)

    assert (307, 307, 204) == (got.status_code, headed.status_code, asked.status_code)
    assert b"" == headed.content
    assert got.headers["Location"] == headed.headers["Location"]
    assert "GET, HEAD, OPTIONS" == asked.headers["Allow"]


# 3. CORS.


@pytest.mark.parametrize("path", [PATH, PATH + "/21/S", "/01/1", "/01/00614141777778", "/.well-known/gs1resolver"])
def test_scripts_of_every_origin_may_read_every_answer(client: TestClient, path: str) -> None:
    for answer in (client.get(path), client.head(path), client.get(path + "?linkType=linkset")):
        assert "*" == answer.headers["Access-Control-Allow-Origin"]
        assert {"GET", "HEAD", "OPTIONS"} == set(answer.headers["Access-Control-Allow-Methods"].split(", "))
        assert "Link" in answer.headers["Access-Control-Expose-Headers"]
        assert "cross-origin" == answer.headers["Cross-Origin-Resource-Policy"]


def test_a_preflight_is_answered_without_a_key(client: TestClient) -> None:
    asked = {"Origin": "https://shop.example", "Access-Control-Request-Method": "GET"}
    answer = client.options(PATH, headers=asked | {"Access-Control-Request-Headers": "accept"})

    assert 204 == answer.status_code
    assert "Accept" in answer.headers["Access-Control-Allow-Headers"]


# 4 and 5. Compressed links are read, and told in full.


def test_a_compressed_link_is_resolved_and_told_in_full(client: TestClient) -> None:
    packed = gs1_message(f"https://id.gs1.org{PATH}/21/S1").compressed_link().rpartition("/")[2]

    got, plain = client.get(f"/{packed}"), client.get(PATH + "/21/S1")

    assert (307, plain.headers["Location"]) == (got.status_code, got.headers["Location"])
    assert f'<{ORIGIN}{PATH}/21/S1>; rel="owl:sameAs"' in got.headers["Link"]
    assert "owl:sameAs" not in plain.headers["Link"]
    assert f"{ORIGIN}{PATH}/21/S1" == client.get(f"/{packed}?linkType=linkset").json()["linkset"][0]["anchor"]


# 6. What is no identifier is 400 with a reason.


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/01/06901234000017", "check-digit"),
        (PATH + "/foo", None),
        (PATH + "/21/S/10/L", None),
        (PATH + "/17/261231", None),
        (PATH + "/10", None),
        (PATH + "/21/" + "S" * 21, None),
        (PATH + "/254/A", None),
        (PATH + "/21/S?17=261399", None),
        ("/00/069012340000000017", "check-digit"),
        (PATH + "/21/%zz", None),
    ],
)
def test_what_is_no_identifier_is_told_with_400_and_a_cure(client: TestClient, path: str, reason: str | None) -> None:
    answer = client.get(path, headers={"Accept": "application/json"})

    assert 400 == answer.status_code
    assert "/problems/identifier-invalid" == answer.json()["type"]
    assert answer.json()["errors"][0]["cure"]
    assert reason is None or reason in answer.json()["detail"]


def test_a_link_type_in_no_writing_is_400(client: TestClient) -> None:
    for given in ("gs1:", "<script>", "gs1:a b", "x" * 300):
        answer = client.get(PATH, params={"linkType": given})
        assert (400, "/problems/query-parameter-invalid") == (answer.status_code, answer.json()["type"])
    assert 400 == client.get(PATH + "?linkType=gs1:pip&linkType=gs1:dpp").status_code


# 7. No error is told with 200.


@pytest.mark.parametrize("accept", ["text/html", "application/json", "*/*", "application/linkset+json", "image/png"])
def test_no_error_is_told_with_200(client: TestClient, accept: str) -> None:
    for path in ("/01/06901234000017", PATH + "/foo", "/01/00614141777778", PATH + "?linkType=gs1:nosuchlt"):
        assert client.get(path, headers={"Accept": accept}).status_code in (400, 404)


# 8. The linkset by linkType=linkset, linkType=all and Accept, with all levels, within the schema.


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        ("?linkType=linkset", "*/*", "application/linkset+json"),
        ("?linkType=all", "*/*", "application/linkset+json"),
        ("", "application/linkset+json", "application/linkset+json"),
        ("?linkType=linkset", "application/json", "application/json"),
        ("?linkType=linkset", "application/ld+json", "application/ld+json"),
        ("?linkType=linkset", "text/html;q=0.5,application/linkset+json", "application/linkset+json"),
        ("", "application/linkset", "application/linkset"),
        ("?linkType=all", "text/html,*/*;q=0.8", "text/html"),
    ],
)
def test_the_linkset_is_had_in_every_form_and_never_by_a_redirect(
    client: TestClient, query: str, accept: str, kind: str
) -> None:
    answer = client.get(PATH + query, headers={"Accept": accept})

    assert (200, kind) == (answer.status_code, answer.headers["Content-Type"].partition(";")[0])
    assert kind == "text/html" or kind == answer.headers["Content-Type"]
    assert "Accept" in answer.headers["Vary"]


def test_the_linkset_holds_every_level_up_to_the_primary_key(
    client: TestClient, linkset: Callable[..., Any], keep: Keep, within_schema: Callable[[Any], list[str]]
) -> None:
    variant, lot = f"https://e.com{PATH}/22/V", f"https://e.com{PATH}/22/V/10/L"
    keep("gs1:pip", "https://maker.example/variant", about=variant)
    keep("gs1:dpp", "https://maker.example/lot", about=lot)

    found = linkset(PATH + "/22/V/10/L/21/S")

    assert [f"{ORIGIN}{PATH}{end}" for end in ("/21/S", "/22/V/10/L", "/10/L", "/22/V", "")] == [
        context["anchor"] for context in found
    ]
    assert [{"href": "https://maker.example/variant", "title": "Product Information Page"}] == found[3][f"{GS1}pip"]
    assert [] == within_schema({"linkset": found})


def test_the_subject_is_the_uncompressed_address_however_it_was_asked(linkset: Callable[..., Any]) -> None:
    for path in (PATH, PATH + "/", "/gtin/06901234000016", "/01/6901234000016"):
        assert f"{ORIGIN}{PATH}" == linkset(path)[0]["anchor"]


# 9. The linkset is announced in the Link header, also of redirects; other links are not.


def test_every_answer_says_where_the_linkset_is(client: TestClient, keep: Keep) -> None:
    keep()
    for answer in (client.get(PATH), client.get(PATH + "?linkType=gs1:pip"), client.get(PATH + "?linkType=gs1:none")):
        links = answer.headers["Link"].split('",')
        assert 1 == len([link for link in links if 'rel="linkset"' in link])
        assert f"<{ORIGIN}{PATH}?linkType=linkset>" in answer.headers["Link"]
        assert 'title="' in answer.headers["Link"]
        assert 'rel="gs1:' not in answer.headers["Link"]


def test_the_linkset_says_where_its_json_ld_context_is(client: TestClient) -> None:
    header = client.get(PATH + "?linkType=linkset").headers["Link"]
    found = re.search(r'<([^>]+)>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld\+json"', header)

    assert found is not None
    answer = client.get(found[1].removeprefix(ORIGIN))
    assert "application/ld+json" == answer.headers["Content-Type"]
    assert "@context" in answer.json()


# 10. One default link for any request.


@pytest.mark.parametrize("path", [PATH, PATH + "/10/L", PATH + "/21/S", "/414/6901234000009/254/A1"])
def test_each_identified_thing_has_one_default_without_other_attributes(
    client: TestClient, linkset: Callable[..., Any], keep: Keep, path: str
) -> None:
    keep(target="https://maker.example/1", default="yes")
    keep(target="https://maker.example/2", default="yes")

    for context in linkset(path):
        assert 1 == len(context[DEFAULT])
        assert {"href", "title"} == set(context[DEFAULT][0])
    assert linkset(path)[0][DEFAULT][0]["href"] == client.get(path).headers["Location"]


def test_the_default_has_a_type_of_its_own_as_well(linkset: Callable[..., Any], keep: Keep) -> None:
    keep(target="https://maker.example/page", default="yes")

    (context,) = linkset()

    assert "https://maker.example/page" == context[DEFAULT][0]["href"] == context[f"{GS1}pip"][0]["href"]


# 11. Every link has target, type and title.


def test_every_link_has_target_type_and_title(linkset: Callable[..., Any], keep: Keep) -> None:
    keep("gs1:faqs", "https://maker.example/q")
    keep("https://example.com/voc/spareParts", "https://maker.example/spare")

    for context in linkset(PATH + "/10/L/21/S"):
        for name, links in context.items():
            if isinstance(links, list):
                assert name.startswith("https://")
                assert all(link["href"].startswith(("https://", "http://")) and link["title"] for link in links)


# 15. The description file.


def test_the_resolver_describes_itself(client: TestClient) -> None:
    answer = client.get("/.well-known/gs1resolver", headers={"Accept": "application/json"})

    content = answer.json()
    assert "application/json" == answer.headers["Content-Type"]
    assert (ORIGIN, ["all"]) == (content["resolverRoot"], content["supportedPrimaryKeys"])
    assert 200 == client.get(content["jsonLdContextLocation"].removeprefix(ORIGIN)).status_code
    assert 405 == client.post("/.well-known/gs1resolver").status_code


@pytest.mark.parametrize("primary", sorted(KEYS))
def test_every_primary_key_resolves_with_its_qualifiers(
    client: TestClient, linkset: Callable[..., Any], primary: str, within_schema: Callable[[Any], list[str]]
) -> None:
    path = f"/{primary}/{KEYS[primary]}"

    assert 307 == client.get(path).status_code
    found = linkset(path)
    assert found[0][DEFAULT][0]["href"] == client.get(path).headers["Location"]
    assert [] == within_schema({"linkset": found})
    assert 204 == client.options(path).status_code


def test_no_primary_key_is_left_out() -> None:
    assert set(GS1_KEYS) == set(KEYS)


# 16. The GS1 vocabulary is known; other vocabularies do not repeat it.


def test_other_vocabularies_do_not_repeat_gs1(client: TestClient, key: Callable[..., dict[str, str]]) -> None:
    body = {"about": "06901234000016", "linkType": "https://example.com/voc/PIP", "target": "https://e.com/"}

    answer = client.post("/api/v1/links", json=body, headers=key())

    assert (400, "/problems/link-invalid") == (answer.status_code, answer.json()["type"])
    assert "gs1:pip" in answer.text


# 18. A slash at the end is tolerated.


@pytest.mark.parametrize("path", [PATH, PATH + "/21/S", "/414/6901234000009"])
def test_a_slash_at_the_end_makes_no_difference(client: TestClient, path: str) -> None:
    one, other = client.get(path), client.get(path + "/")

    assert (one.status_code, one.headers["Location"]) == (other.status_code, other.headers["Location"])
    assert one.headers["Link"] == other.headers["Link"]
