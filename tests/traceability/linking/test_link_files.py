"""Files of links are read row by row, every wrong row told, and written so that they are read back the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from traceability.linking.drafts import LinkDraft, words_of
from traceability.linking.errors import LinkFileInvalid
from traceability.linking.link import Standing
from traceability.linking.link_files import MOST_LINKS, drafts_in, table_of

CLASS = "https://id.gs1.org/01/06901234000016"
TABLE = """about,linkType,target,title,hreflang,type,context,fwqs,default,disclosure
(01)06901234000016,gs1:pip,https://e.com/zh,产品,zh zh-CN,text/html,,,yes,
06901234000016,faqs,https://e.com/q?a=1,"Questions, answers",en,,LK;BR,no,alternative,private; readers=2
https://e.com/01/06901234000016/22/V/10/L,gs1:dpp,https://e.com/dpp,,,application/ld+json,,,,
"""


def problems(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(LinkFileInvalid) as refusal:
        drafts_in(data)
    assert all(problem.cure for problem in refusal.value.problems)
    return [(problem.pointer, problem.reason) for problem in refusal.value.problems]


def test_a_table_is_read_with_all_its_columns() -> None:
    first, second, third = drafts_in(TABLE.encode())

    assert (CLASS, "产品", ("zh", "zh-CN"), Standing.DEFAULT) == (
        first.anchor.text,
        first.link.title,
        first.link.languages,
        first.link.standing,
    )
    assert (("LK", "BR"), False, Standing.ALTERNATIVE, "private; readers=2") == (
        second.link.contexts,
        second.link.forwards_query,
        second.link.standing,
        second.disclosure,
    )
    assert (CLASS + "/22/V/10/L", "Digital Product Passport") == (third.anchor.text, third.link.title)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_as_spreadsheets_in_china_save_it_is_read(encoding: str, delimiter: str) -> None:
    rows = ["标识,链接类型,目标,标题,语言,默认", "06901234000016,pip,https://e.com/,产品信息,zh,是", "", ",,,,,"]

    (draft,) = drafts_in("\r\n".join(rows).replace(",", delimiter).encode(encoding))

    assert ("产品信息", Standing.DEFAULT) == (draft.link.title, draft.link.standing)


def test_every_wrong_row_is_told_with_its_place_and_the_cure() -> None:
    rows = [
        "about,linkType,target,hreflang,default",
        "06901234000017,pip,https://e.com,,",
        "06901234000016,nosuch,https://e.com,,",
        "06901234000016,pip,e.com,,",
        "06901234000016,pip,https://e.com,english,",
        "06901234000016,pip,https://e.com/1,,yes",
        "06901234000016,pip,https://e.com/2,,yes",
        "06901234000016,pip,https://e.com,,perhaps",
        "06901234000016,pip,,,",
    ]

    found = problems("\n".join(rows).encode())

    assert ["row 2, about", "row 3, linkType", "row 4, target", "row 5, hreflang"] == [place for place, _ in found[:4]]
    assert {"row 7", "row 8, default", "row 9, target"} == {place for place, _ in found[4:]}
    assert "second default" in next(reason for place, reason in found if place == "row 7")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "row 1"),
        (b"a,b\n1,2", "row 1"),
        (b"about,linkType,target\n1,2,3,4", "row 2"),
        (b"about,linkType,target\n", "the file"),
        (b"\xff\xfe\x00\xd8\x81", "the file"),
        (b"{", "line 1, column 2"),
        (b"[" * 5000, "the file"),
        (b'{"links": 1}', "the file"),
        (b'{"links": [1]}', "/links/0"),
        (b'{"links": [{"about": 1}]}', "/links/0/linkType"),
        (b'{"links": [{"about": "06901234000016", "linkType": "pip", "target": "https://e.com", "tite": "x"}]}', "/links/0/tite"),
        (b'{"linkset": {}}', "/linkset"),
        (b'{"linkset": [{"gs1:pip": []}]}', "/linkset/0"),
        (b'{"linkset": [{"anchor": "https://e.com/01/06901234000016", "gs1:pip": [1]}]}', "/linkset/0/https:~1~1ref.gs1.org~1voc~1pip/0"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_with_the_place(data: bytes, place: str) -> None:
    assert problems(data)[0][0].startswith(place)


def test_a_file_has_a_most_of_links() -> None:
    row = "06901234000016,pip,https://e.com/{}\n"
    data = "about,linkType,target\n" + "".join(row.format(number) for number in range(MOST_LINKS + 1))

    assert f"has more than {MOST_LINKS} links" == problems(data.encode())[0][1]


def told(drafts: tuple[LinkDraft, ...]) -> list[Any]:
    return [words_of(draft) for draft in drafts]


def test_what_is_written_is_read_back_the_same() -> None:
    drafts = drafts_in(TABLE.encode())

    assert told(drafts) == told(drafts_in(table_of(told(drafts)).encode()))
    assert told(drafts) == told(drafts_in(json.dumps({"links": told(drafts)}).encode()))


def test_a_linkset_of_another_resolver_is_read_with_its_default(standards: Path) -> None:
    drafts = drafts_in((standards / "gs1" / "modelLinkset.json").read_bytes())

    defaults = [draft for draft in drafts if draft.link.standing is Standing.DEFAULT]
    assert 15 == len(drafts)
    assert ["https://ref.gs1.org/tools/demo/2024retail/"] == [draft.link.target for draft in defaults]
    assert "https://id.gs1.org/01/09506000164908/21/1234" == drafts[-1].anchor.text
    assert ("LK",) == next(draft.link.contexts for draft in drafts if draft.link.contexts)


def test_a_default_without_a_type_of_its_own_is_refused() -> None:
    content = {
        "linkset": [
            {
                "anchor": "https://e.com/01/06901234000016",
                "gs1:defaultLink": [{"href": "https://e.com/x", "title": "X"}],
                "gs1:pip": [{"href": "https://e.com/y", "title": "Y"}],
            }
        ]
    }

    assert "has no type of its own" in problems(json.dumps(content).encode())[0][1]


def test_defaults_by_language_are_read_as_alternatives() -> None:
    links = [{"href": f"https://e.com/{tag}", "title": tag, "hreflang": [tag]} for tag in ("en", "zh")]
    content = {
        "linkset": [
            {
                "anchor": "https://e.com/01/06901234000016",
                "itemDescription": "it",
                "https://ref.gs1.org/voc/defaultLink": [{"href": "https://e.com/en", "title": "en"}],
                "https://gs1.org/voc/defaultLinkMulti": links,
                "https://gs1.org/voc/pip": links,
            }
        ]
    }

    assert [Standing.DEFAULT, Standing.ALTERNATIVE] == [
        draft.link.standing for draft in drafts_in(json.dumps(content).encode())
    ]


def test_a_link_that_is_not_public_stays_so() -> None:
    content = {
        "linkset": [
            {
                "anchor": "https://e.com/01/06901234000016",
                "gs1:pip": [{"href": "https://e.com", "title": "t", "public": False}],
            }
        ]
    }

    assert ["private"] == [draft.disclosure for draft in drafts_in(json.dumps(content).encode())]
