"""Skeletons, assets and texts of the built app; and pages without it."""

from pathlib import Path

import pytest

from api.pages.app_files import load_app, simple_page
from api.pages.markup import Markup, element, joined, json_in_page
from api.pages.words import Words
from api.settings import Settings


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for folder in ("pages", "assets", "messages"):
        (tmp_path / folder).mkdir()
    (tmp_path / "pages" / "verdict.html").write_text("<title>{{title}}</title>{{body}}{{settings}}{{other}}")
    (tmp_path / "pages" / "scan.html").write_text("scan")
    (tmp_path / "assets" / "style-1.css").write_text("a{}" * 500)
    (tmp_path / "assets" / "x.wasm").write_bytes(b"\0asm")
    (tmp_path / "messages" / "zh.json").write_text('{"a": "甲"}')
    (tmp_path / "messages" / "en.json").write_text('{"a": "A"}')
    return tmp_path


def test_marks_are_replaced_once_and_others_left(built: Path) -> None:
    app = load_app(built)

    page = app.page("verdict", lang="en", title="<{{body}}>", data="/x", body=Markup("<b></b>"), settings=Markup("{}"))

    assert "<title>&lt;{{body}}&gt;</title><b></b>{}{{other}}" == page


def test_assets_have_their_type_and_are_packed(built: Path) -> None:
    app = load_app(built)

    assert "application/wasm" == app.assets["x.wasm"].media_type
    assert app.assets["style-1.css"].compressed is not None
    assert app.scan is not None and b"scan" == app.scan.content
    assert "A" == app.words["en"].say("a")
    assert '<link rel="stylesheet" href="/assets/style-1.css">' in simple_page(app, "en", "T", element("p", {}, "x"))


def test_without_the_app_pages_are_readable() -> None:
    app = load_app(None)

    page = app.page("verdict", lang="zh", title="T", data="", body=element("h1", {}, "海"), settings=Markup("{}"))

    assert "<h1>海</h1>" in page
    assert "<script" not in page
    assert app.style is None


def test_data_never_becomes_markup() -> None:
    assert '<p title="&quot;&gt;">&lt;b&gt;</p>' == element("p", {"title": '">', "hidden": False}, "<b>")
    assert "<input required>" == element("input", {"required": True})
    assert "a&amp;b" == joined(["a", ["&", None], "b"])
    assert "<" not in json_in_page({"a": "</script><!--"})


def test_texts_are_filled_and_counted() -> None:
    words = Words(
        "en",
        {
            "n": "{count} {count:thing|things}",
            "age.seconds": "{count}s",
            "age.minutes": "{count}m",
            "age.hours": "{count}h",
            "age.days": "{count}d",
        },
    )

    assert ("1 thing", "2 things") == (words.say("n", count=1), words.say("n", count=2))
    assert ["5s", "3m", "5h", "9d"] == [words.age(seconds) for seconds in (5, 200, 5 * 3600, 9 * 86400)]
    assert ("none", "1 thing") == (words.say("none"), words.say_of("none", "n", count=1))


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "SUYUAN_HOME": str(tmp_path),
            "SUYUAN_PUBLIC_ORIGIN": "https://x/",
            "SUYUAN_SCANNER_APP": "/app",
        }
    )

    assert (tmp_path, "https://x", Path("/app")) == (
        settings.home,
        settings.public_origin,
        settings.scanner_app,
    )
    assert settings.record_url.endswith("record.db")
