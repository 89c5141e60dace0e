"""The page on which a firm edits its links: no script, no cookie, the key never in the page."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.resolver.form_sessions import LIFETIME, FormSessions
from api.resolver.form_words import TEXTS
from api.rooms import Rooms

Key = Callable[..., dict[str, str]]
LINK = {"about": "(01)06901234000016", "linkType": "gs1:pip", "target": "https://maker.example/p"}


@pytest.fixture
def secret(key: Key) -> str:
    return key()["Authorization"].removeprefix("Bearer ")


@pytest.fixture
def act(client: TestClient, secret: str) -> Callable[..., Any]:
    """Do what a form of the page does, once it was entered."""
    entered = client.post("/links", data={"action": "enter", "key": secret, "lang": "en"})
    session = re.search(r'name="session" value="([^"]+)"', entered.text)
    assert session is not None

    def done(action: str, files: Any = None, **fields: str) -> Any:
        data = {"action": action, "session": session[1], "lang": "en"} | fields
        return client.post("/links", data=data, files=files)

    return done


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_asks_for_a_key_in_the_readers_language(client: TestClient, language: str) -> None:
    answer = client.get("/links", headers={"Accept-Language": language})

    assert (200, language) == (answer.status_code, answer.headers["Content-Language"])
    assert TEXTS[language]["key"] in answer.text
    assert "<script" not in answer.text
    assert "set-cookie" not in answer.headers


def test_both_languages_say_the_same_things() -> None:
    assert set(TEXTS["zh"]) == set(TEXTS["en"])


def test_the_key_is_never_written_into_a_page(client: TestClient, secret: str, act: Callable[..., Any]) -> None:
    entered = client.post("/links", data={"action": "enter", "key": secret})

    assert 200 == entered.status_code
    for answer in (entered, act("list"), act("save", **LINK), act("save", about="x", linkType="gs1:pip", target="y")):
        assert secret not in answer.text
        assert "no-store" == answer.headers["Cache-Control"]


@pytest.mark.parametrize("roles", [("query",), ("capture",), ("administer",)])
def test_a_key_without_the_roles_does_not_enter(client: TestClient, key: Key, roles: tuple[str, ...]) -> None:
    weak = key(1, *roles)["Authorization"].removeprefix("Bearer ")

    for text in (weak, "nothing", "", "密"):
        answer = client.post("/links", data={"action": "enter", "key": text, "lang": "en"})
        assert 403 == answer.status_code
        assert TEXTS["en"]["key_refused"] in answer.text


def test_a_link_is_added_changed_and_removed(client: TestClient, key: Key, act: Callable[..., Any]) -> None:
    saved = act("save", **LINK, hreflang="zh en", default="yes", fwqs="yes", disclosure="public")
    (link,) = client.get("/api/v1/links", headers=key()).json()["links"]
    editing = act("edit", id=link["id"])
    changed = act("save", **LINK, id=link["id"], title="Our page", disclosure="members", fwqs="no")
    (after,) = client.get("/api/v1/links", headers=key()).json()["links"]
    removed = act("remove", id=link["id"])

    assert TEXTS["en"]["saved"] in saved.text and "https://maker.example/p" in saved.text
    assert (["zh", "en"], "yes", True) == (link["hreflang"], link["default"], link["fwqs"])
    assert 'value="https://maker.example/p"' in editing.text and 'value="zh en"' in editing.text
    assert TEXTS["en"]["edit"] in editing.text
    assert (200, link["id"]) == (changed.status_code, after["id"])
    assert ("Our page", [], "no", False, "members") == tuple(
        after[name] for name in ("title", "hreflang", "default", "fwqs", "disclosure")
    )
    assert TEXTS["en"]["removed"] in removed.text and TEXTS["en"]["none"] in removed.text
    assert [] == client.get("/api/v1/links", headers=key()).json()["links"]
    assert 400 == act("remove", id=link["id"]).status_code == act("edit", id=link["id"]).status_code


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"target": "javascript:alert(1)"}, "target"),
        ({"about": "06901234000017"}, "about"),
        ({"about": "06921111000014"}, "about"),
        ({"hreflang": "english"}, "hreflang"),
        ({"title": "a" * 300}, "label"),
        ({"disclosure": "nobody"}, "disclosure"),
        ({"linkType": "gs1:defaultLink"}, "linkType"),
    ],
)
def test_what_is_wrong_is_told_under_its_label_and_the_form_stays_filled(
    client: TestClient, key: Key, act: Callable[..., Any], changes: dict[str, str], label: str
) -> None:
    given = LINK | {"title": "Kept <b>words</b>", "context": "CN"} | changes

    answer = act("save", **given)

    assert 400 == answer.status_code
    assert f"<strong>{TEXTS['en'][label]}</strong>" in answer.text
    assert "<b>words</b>" not in answer.text
    assert 'value="CN"' in answer.text
    assert [] == client.get("/api/v1/links", headers=key()).json()["links"]


def test_a_file_is_tried_imported_and_exported(client: TestClient, key: Key, act: Callable[..., Any]) -> None:
    table = b"about,linkType,target\n06901234000016,pip,https://maker.example/p\n"
    wrong = table + b"06901234000016,nosuch,https://maker.example/p\n"

    tried = act("import", files={"file": ("links.csv", table)}, dryRun="yes")
    refused = act("import", files={"file": ("links.csv", wrong)})
    nothing = client.get("/api/v1/links", headers=key()).json()["links"]
    kept = act("import", files={"file": ("links.csv", table)})
    exported = act("export", form="csv")

    assert TEXTS["en"]["checked"].format(count=1) in tried.text
    assert (400, True) == (refused.status_code, "row 3, linkType" in refused.text)
    assert [] == nothing
    assert TEXTS["en"]["imported"].format(added=1, changed=0) in kept.text
    assert "attachment" in exported.headers["Content-Disposition"] and "https://maker.example/p" in exported.text
    assert 400 == act("import").status_code


def test_links_of_one_code_are_looked_up(act: Callable[..., Any]) -> None:
    act("save", **LINK)
    act("save", **LINK | {"about": "06901234000023", "target": "https://maker.example/other"})

    one = act("list", search="06901234000016")
    assert "https://maker.example/p" in one.text and "https://maker.example/other" not in one.text
    assert "https://maker.example/other" in act("list").text


def test_another_firms_links_are_out_of_reach(client: TestClient, key: Key, act: Callable[..., Any]) -> None:
    theirs = {"about": "06921111000014", "linkType": "gs1:pip", "target": "https://carrier.example/"}
    made = client.post("/api/v1/links", json=theirs, headers=key(2)).json()

    assert "carrier.example" not in act("list").text
    assert 400 == act("edit", id=made["id"]).status_code == act("remove", id=made["id"]).status_code
    assert 400 == act("save", **LINK, id=made["id"]).status_code
    assert made == client.get(f"/api/v1/links/{made['id']}", headers=key(2)).json()


def test_whoever_leaves_or_never_entered_does_nothing(client: TestClient, act: Callable[..., Any]) -> None:
    act("leave")

    assert 403 == act("list").status_code == act("save", **LINK).status_code
    assert 403 == client.post("/links", data={"action": "list", "session": "guess"}).status_code
    assert 400 == client.post("/links", data={"action": "destroy"}).status_code


def test_a_page_that_rests_too_long_asks_for_the_key_again(rooms: Rooms) -> None:
    sessions, now = FormSessions(), rooms.clock()
    word = sessions.enter("secret", now)

    assert "secret" == sessions.key_of(word, now + LIFETIME - timedelta(seconds=1))
    assert "secret" == sessions.key_of(word, now + LIFETIME + timedelta(minutes=1))
    assert sessions.key_of(word, now + 3 * LIFETIME) is None
    assert "secret" not in repr(sessions)
