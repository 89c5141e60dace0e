"""A firm keeps its links by API and by file: of its own codes only, shown to whom it says."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.rooms import Rooms
from store.columns import table_of
from store.mirror.member_tables import GrantRow
from traceability.ledger.keys import prefix_key
from traceability.linking.link_types import GS1

Keep = Callable[..., dict[str, Any]]
Key = Callable[..., dict[str, str]]
PATH = "/01/06901234000016"
LINK = {"about": "06901234000016", "linkType": "gs1:pip", "target": "https://maker.example/pip"}


def test_a_link_is_made_read_changed_and_removed(client: TestClient, key: Key) -> None:
    headers = key()

    made = client.post("/api/v1/links", json=LINK | {"hreflang": ["zh"]}, headers=headers)
    place = made.headers["Location"]
    changed = client.put(place, json=LINK | {"title": "产品"}, headers=headers)

    assert (201, 200) == (made.status_code, changed.status_code)
    assert ("https://id.gs1.org/01/06901234000016", "产品信息页") == (made.json()["about"], made.json()["title"])
    assert changed.json() == client.get(place, headers=headers).json()
    assert [changed.json()] == client.get("/api/v1/links", headers=headers).json()["links"]
    assert [] == client.get("/api/v1/links?id=06901234000023", headers=headers).json()["links"]
    assert 204 == client.delete(place, headers=headers).status_code
    assert 404 == client.get(place, headers=headers).status_code == client.delete(place, headers=headers).status_code


def test_the_same_link_is_kept_once(client: TestClient, key: Key, keep: Keep) -> None:
    first, other = keep(), keep("gs1:dpp")
    headers = key()

    again = client.post("/api/v1/links", json=LINK, headers=headers)
    made_same = client.put(f"/api/v1/links/{other['id']}", json=LINK, headers=headers)

    assert (409, 409) == (again.status_code, made_same.status_code)
    assert {first["id"], other["id"]} == {
        item["id"] for item in client.get("/api/v1/links", headers=headers).json()["links"]
    }


@pytest.mark.parametrize(
    ("changes", "status", "problem", "pointer"),
    [
        ({"about": "06901234000017"}, 400, "link-invalid", "about"),
        ({"about": "06921111000014"}, 403, "identifier-not-owned", "/about"),
        ({"about": "00614141777778"}, 403, "prefix-not-granted", "/about"),
        ({"linkType": "gs1:nosuch"}, 400, "link-invalid", "linkType"),
        ({"linkType": "gs1:defaultLink"}, 400, "link-invalid", "linkType"),
        ({"target": "javascript:alert(1)"}, 400, "link-invalid", "target"),
        ({"hreflang": ["english"]}, 400, "link-invalid", "hreflang"),
        ({"type": "x/y"}, 400, "link-invalid", "type"),
        ({"context": ["a b"]}, 400, "link-invalid", "context"),
        ({"disclosure": "secret"}, 400, "link-file-invalid", "/disclosure"),
        ({"disclosure": "private; hide=/target"}, 400, "link-file-invalid", "/disclosure"),
        ({"disclosure": "private; groups=nobody"}, 400, "link-file-invalid", "/disclosure"),
        ({"default": "perhaps"}, 400, "request-invalid", "/default"),
        ({"titel": "misspelt"}, 400, "request-invalid", "/titel"),
    ],
)
def test_what_cannot_stand_is_refused_with_its_place_and_nothing_is_kept(
    client: TestClient, key: Key, changes: dict[str, Any], status: int, problem: str, pointer: str
) -> None:
    answer = client.post("/api/v1/links", json=LINK | changes, headers=key())

    assert (status, f"/problems/{problem}") == (answer.status_code, answer.json()["type"])
    assert pointer == answer.json()["errors"][0]["pointer"]
    assert answer.json()["errors"][0]["cure"]
    assert [] == client.get("/api/v1/links", headers=key()).json()["links"]


def test_links_are_kept_with_the_role_of_a_capturer_and_read_with_that_of_a_querier(
    client: TestClient, key: Key
) -> None:
    assert 401 == client.post("/api/v1/links", json=LINK).status_code == client.get("/api/v1/links").status_code
    assert 403 == client.post("/api/v1/links", json=LINK, headers=key(1, "query")).status_code
    assert 403 == client.get("/api/v1/links", headers=key(1, "capture")).status_code


def test_a_firm_neither_sees_nor_changes_another_firms_links(client: TestClient, key: Key, keep: Keep) -> None:
    place = f"/api/v1/links/{keep()['id']}"
    carrier = key(2)

    assert [] == client.get("/api/v1/links", headers=carrier).json()["links"]
    for answer in (
        client.get(place, headers=carrier),
        client.put(place, json=LINK | {"about": "06921111000014"}, headers=carrier),
        client.delete(place, headers=carrier),
    ):
        assert 404 == answer.status_code
    assert "links" not in client.get("/api/v1/links/export", headers=carrier).text.replace('"links": []', "")


def test_a_default_takes_the_place_of_the_one_before(client: TestClient, key: Key, keep: Keep) -> None:
    first = keep(target="https://maker.example/1", default="yes")
    keep(target="https://maker.example/2", default="yes")

    assert "no" == client.get(f"/api/v1/links/{first['id']}", headers=key()).json()["default"]
    assert "https://maker.example/2" == client.get(PATH).headers["Location"]


def test_pages_of_links_hold_each_once(client: TestClient, key: Key, keep: Keep) -> None:
    wanted = {keep(target=f"https://maker.example/{number}")["id"] for number in range(5)}
    headers, found, address = key(), [], "/api/v1/links?perPage=2"
    while address:
        answer = client.get(address, headers=headers)
        found += [item["id"] for item in answer.json()["links"]]
        address = answer.links["next"]["url"] if "next" in answer.links else ""

    assert (5, wanted) == (len(found), set(found))


# Who sees a link.


@pytest.mark.parametrize(
    ("disclosure", "anyone", "carrier"),
    [
        ("", True, True),
        ("public", True, True),
        ("members", False, True),
        ("private", False, False),
        ("private; readers=2", False, True),
    ],
)
def test_a_link_is_shown_to_whom_its_firm_says(
    client: TestClient, key: Key, keep: Keep, disclosure: str, anyone: bool, carrier: bool
) -> None:
    keep("gs1:masterData", "https://maker.example/secret-data", disclosure=disclosure)

    for headers, sees in (({}, anyone), (key(2), carrier), (key(1), True)):
        linkset = client.get(PATH + "?linkType=linkset", headers=headers)
        followed = client.get(PATH + "?linkType=gs1:masterData", headers=headers)
        assert sees == ("secret-data" in linkset.text)
        assert (307 if sees else 404) == followed.status_code
        if not sees:
            assert "masterData" not in followed.text.replace("there is no link of type 'gs1:masterData'", "").replace(
                "linkType=gs1:masterData", ""
            )
        if sees and not anyone:
            assert linkset.json()["linkset"][0][f"{GS1}masterData"][0]["public"] is False


def test_a_private_default_leaves_everyone_else_our_page(client: TestClient, key: Key, keep: Keep) -> None:
    keep(target="https://maker.example/inside", default="yes", disclosure="private")

    assert "/verdict/" in client.get(PATH).headers["Location"]
    assert "https://maker.example/inside" == client.get(PATH, headers=key(1)).headers["Location"]


def test_a_link_goes_with_the_prefix(client: TestClient, rooms: Rooms, keep: Keep) -> None:
    keep(default="yes")
    grants = table_of(GrantRow)
    with rooms.mirror.writing() as connection:
        found = connection.execute(grants.select().where(grants.c.prefix == "6901234")).one()
        row = dict(found._mapping) | {"position": 10**9, "holder": 2}
        connection.execute(grants.insert(), row)

    assert "/verdict/" in client.get(PATH).headers["Location"]


# Files.


def sent(client: TestClient, headers: dict[str, str], data: bytes | str, dry_run: str = "false") -> Any:
    content = data if isinstance(data, bytes) else data.encode()
    return client.post(
        "/api/v1/links/import", files={"file": ("links", content)}, data={"dryRun": dry_run}, headers=headers
    )


def test_a_table_of_links_is_tried_and_kept(client: TestClient, key: Key) -> None:
    table = "about,linkType,target\n06901234000016,pip,https://maker.example/p\n06901234000016,faqs,https://maker.example/q\n"
    headers = key()

    tried = sent(client, headers, table, "true")
    nothing = client.get("/api/v1/links", headers=headers).json()["links"]
    kept = sent(client, headers, table)
    again = sent(client, headers, table)

    assert {"links": 2, "added": 2, "changed": 0, "dryRun": True} == tried.json()
    assert [] == nothing
    assert {"links": 2, "added": 2, "changed": 0, "dryRun": False} == kept.json()
    assert {"links": 2, "added": 0, "changed": 2, "dryRun": False} == again.json()
    assert 2 == len(client.get("/api/v1/links", headers=headers).json()["links"])


def test_one_wrong_row_keeps_the_whole_file_out(client: TestClient, key: Key) -> None:
    table = (
        "about,linkType,target\n06901234000016,pip,https://maker.example/p\n"
        "06921111000014,pip,https://maker.example/p\n00614141777778,pip,https://maker.example/p\n"
    )

    answer = sent(client, key(), table)

    assert (400, "/problems/link-file-invalid") == (answer.status_code, answer.json()["type"])
    assert [
        ("row 3, about", "/problems/identifier-not-owned"),
        ("row 4, about", "/problems/prefix-not-granted"),
    ] == [(error["pointer"], error["type"]) for error in answer.json()["errors"]]
    assert [] == client.get("/api/v1/links", headers=key()).json()["links"]


@pytest.mark.parametrize("form", ["csv", "json", "linkset"])
def test_what_is_exported_is_imported_again_without_a_difference(
    client: TestClient, key: Key, keep: Keep, form: str, within_schema: Callable[[Any], list[str]]
) -> None:
    keep(target="https://maker.example/page", default="yes", title="产品, 信息")
    keep(target="https://maker.example/ja", default="alternative", hreflang=["ja"], fwqs=False)
    keep("gs1:dpp", "https://maker.example/dpp", about=f"https://e.com{PATH}/22/V/10/L", context=["LK"])
    headers = key()
    before = client.get("/api/v1/links/export", headers=headers).json()

    exported = client.get(f"/api/v1/links/export?form={form}", headers=headers)
    for item in client.get("/api/v1/links", headers=headers).json()["links"]:
        client.delete(f"/api/v1/links/{item['id']}", headers=headers)
    answer = sent(client, headers, exported.content)

    assert 200 == answer.status_code, answer.text
    after = client.get("/api/v1/links/export", headers=headers).json()
    assert sorted(map(json.dumps, before["links"])) == sorted(map(json.dumps, after["links"]))
    assert "attachment" in exported.headers["Content-Disposition"]
    if form == "linkset":
        assert [] == within_schema(exported.json())


# Prefixes that another resolver handles.


def test_a_holder_hands_its_prefix_to_another_resolver(client: TestClient, key: Key) -> None:
    body = {"scheme": "gs1", "prefix": "6901234", "target": "https://id.maker.example/r/"}
    handed = client.put("/api/v1/delegations", json=body, headers=key())

    answer = client.get(PATH + "/10/L/21/S?linkType=all&a=1", headers={"Accept": "text/html"})

    assert 200 == handed.status_code
    assert 307 == answer.status_code
    assert f"https://id.maker.example/r{PATH}/10/L/21/S?linkType=all&a=1" == answer.headers["Location"]
    assert 'rel="gs1:handledBy"' in answer.headers["Link"] and 'rel="linkset"' not in answer.headers["Link"]
    assert [handed.json()] == client.get("/api/v1/delegations").json()["delegations"]
    assert 204 == client.delete("/api/v1/delegations/gs1/6901234", headers=key()).status_code
    assert "/verdict/" in client.get(PATH).headers["Location"]


def test_nobody_hands_away_what_is_not_his(client: TestClient, key: Key) -> None:
    def put(organisation: int, path: str = "", **changes: str) -> int:
        body = {"scheme": "gs1", "prefix": "6901234", "target": "https://evil.example"} | changes
        return client.put(
            f"/api/v1/delegations{path}", json=body, headers=key(organisation, "administer", "operate")
        ).status_code

    assert 403 == put(2)
    assert 403 == put(1, prefix="690123")
    assert 403 == put(1, "/unheld")
    assert 403 == put(1, target="https://evil.example/?a=1")
    assert 400 == put(1, target="ftp://evil.example")
    assert [] == client.get("/api/v1/delegations").json()["delegations"]


def test_the_operator_hands_over_a_prefix_that_nobody_holds(client: TestClient, key: Key) -> None:
    body = {"scheme": "gs1", "prefix": "0614141", "target": "https://id.gs1.org"}
    assert 403 == client.put("/api/v1/delegations/unheld", json=body, headers=key(1, "administer")).status_code
    assert 200 == client.put("/api/v1/delegations/unheld", json=body, headers=key(1, "operate")).status_code

    assert "https://id.gs1.org/01/00614141777778" == client.get("/01/00614141777778").headers["Location"]
    assert 204 == client.delete("/api/v1/delegations/unheld/gs1/0614141", headers=key(1, "operate")).status_code
    assert 404 == client.get("/01/00614141777778").status_code


def test_a_compressed_link_is_handed_over_in_full(client: TestClient, key: Key) -> None:
    body = {"scheme": "gs1", "prefix": "6901234", "target": "https://id.maker.example"}
    client.put("/api/v1/delegations", json=body, headers=key())

    assert f"https://id.maker.example{PATH}/21/S1" == client.get("/DAyNozPBIMSWo").headers["Location"]


# Identifiers of other schemes.


@pytest.mark.parametrize(
    ("scheme", "prefix", "code", "path"),
    [
        ("idis", "88.118.8", "88.118.8/JX/冰箱", "/88.118.8/JX%2F%E5%86%B0%E7%AE%B1"),
        ("handle", "10.1000", "hdl:10.1000/182", "/hdl/10.1000%2F182"),
        ("oid", "1.2.156", "urn:oid:1.2.156.3.4", "/urn/oid:1.2.156.3.4"),
        ("didweb", "example.com", "did:web:example.com", "/did/web:example.com"),
        ("vin", "1M8", "1M8GDM9AXKP042788", "/vin/1M8GDM9AXKP042788"),
        ("lei", "213800KUD8LAJWSQ9D15", "lei:213800KUD8LAJWSQ9D15", "/lei/213800KUD8LAJWSQ9D15"),
    ],
)
def test_codes_of_other_schemes_have_links_like_those_of_gs1(
    client: TestClient,
    rooms: Rooms,
    keep: Keep,
    within_schema: Callable[[Any], list[str]],
    scheme: str,
    prefix: str,
    code: str,
    path: str,
) -> None:
    row = {"prefix_key": prefix_key(scheme, prefix), "position": 10**9, "scheme": scheme, "prefix": prefix, "status": 1}
    with rooms.mirror.writing() as connection:
        connection.execute(
            table_of(GrantRow).insert(), row | {"holder": 1, "everyone": 0, "anchors_forbidden": 0, "granted_at": 1}
        )
    keep(about=code, target="https://maker.example/other")

    linkset = client.get(path + "?linkType=linkset").json()
    followed = client.get(path + "?linkType=gs1:pip")

    assert "https://maker.example/other?linkType=gs1:pip" == followed.headers["Location"]
    assert f"http://localhost:8470{path}" == linkset["linkset"][0]["anchor"]
    assert [] == within_schema(linkset)
    assert f"http://localhost:8470/verdict{path}" == client.get(path).headers["Location"]
