"""`suyuan links`: a firm's own links by file, and prefixes that another resolver answers for."""

import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from terminals import PREFIX, PRODUCT, Terminal

TABLE = f"""标识,链接类型,目标,标题,语言,默认
{PRODUCT},gs1:pip,https://maker.example/zh,产品信息,zh,是
{PRODUCT},gs1:faqs,https://maker.example/faq,,en,
"""


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def location(terminal: Terminal, path: str) -> str:
    address = f"http://127.0.0.1:{terminal.environment['SUYUAN_PORT']}{path}"
    try:
        urllib.request.build_opener(NoRedirects).open(address)
    except urllib.error.HTTPError as answer:
        return str(answer.headers["Location"])
    raise AssertionError("no redirect")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "links.csv"
    path.write_text(TABLE, encoding="gb18030")
    return path


def test_links_are_tried_imported_listed_exported_and_removed(terminal: Terminal, table: Path, tmp_path: Path):
    tried = terminal.must("links", "import", str(table), "--as", "1", "--dry-run")
    nothing = terminal.must("links", "list", "--as", "1")
    kept = terminal.must("links", "import", str(table), "--as", "1")
    again = terminal.must("links", "import", str(table), "--as", "1")
    listed = terminal.must("links", "list", "--as", "1", f"(01){PRODUCT}")

    assert "2 links are in order; nothing was written\n" == tried.out
    assert "" == nothing.out
    assert "2 links are new, 0 took the place of the same link\n" == kept.out
    assert "0 links are new, 2 took the place of the same link\n" == again.out
    assert 2 == len(listed.lines)
    assert any(line.endswith("gs1:pip  https://maker.example/zh  (zh, default)") for line in listed.lines)

    for form in ("csv", "json", "linkset"):
        file = tmp_path / f"out.{form}"
        terminal.must("links", "export", "--as", "1", "--format", form, "--to", str(file))
        assert "0 links are new, 2 took" in terminal.must("links", "import", str(file), "--as", "1").out
    assert 2 == len(json.loads(terminal.must("links", "export", "--as", "1").out)["links"])

    for line in listed.lines:
        terminal.must("links", "remove", line.split()[0], "--as", "1")
    assert "" == terminal.must("links", "list", "--as", "1").out
    assert 1 == terminal.run("links", "remove", "none", "--as", "1").code


def test_every_wrong_row_is_told_and_nothing_is_kept(terminal: Terminal, tmp_path: Path):
    file = tmp_path / "wrong.csv"
    rows = [
        "about,linkType,target",
        f"{PRODUCT},gs1:nosuch,https://e.com",
        f"{PRODUCT},gs1:pip,e.com",
        "1,pip,https://e.com",
    ]
    file.write_text("\n".join(rows))

    said = terminal.run("links", "import", str(file), "--as", "1")

    assert 1 == said.code
    for place in ("row 2, linkType", "row 3, target", "row 4, about", "wrong.csv was refused; nothing was kept"):
        assert place in said.err
    assert "" == terminal.must("links", "list", "--as", "1").out


def test_only_the_holder_keeps_links_of_a_code(terminal: Terminal, table: Path):
    said = terminal.run("links", "import", str(table), "--as", "2")

    assert (1, True) == (said.code, "is not under a prefix that you hold" in said.err)


def test_a_prefix_is_handed_to_another_resolver_and_back(terminal: Terminal):
    assert 1 == terminal.run("links", "delegate", "gs1", PREFIX, "https://id.example.com", "--as", "2").code
    assert 1 == terminal.run("links", "delegate", "gs1", PREFIX, "https://id.example.com", "--as", "0").code

    handed = terminal.must("links", "delegate", "gs1", PREFIX, "https://id.example.com/", "--as", "1")
    there = location(terminal, f"/01/{PRODUCT}")
    listed = terminal.must("links", "delegations")
    terminal.must("links", "undelegate", "gs1", PREFIX, "--as", "1")

    assert f"gs1:{PREFIX} is handled by https://id.example.com\n" == handed.out
    assert f"gs1:{PREFIX}  https://id.example.com  by organisation 1\n" == listed.out
    assert f"https://id.example.com/01/{PRODUCT}" == there
    assert "/verdict/" in location(terminal, f"/01/{PRODUCT}")
    assert 1 == terminal.run("links", "undelegate", "gs1", PREFIX, "--as", "1").code
