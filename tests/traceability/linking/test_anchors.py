"""The levels of an identifier, from the one that was asked for up to the primary key (GS1-Conformant Resolver 1.2.0 §2.5.9)."""

import pytest

from traceability.identifiers import IdentifierInvalid
from traceability.linking.anchors import levels_of

CLASS = "https://id.gs1.org/01/06901234000016"


@pytest.mark.parametrize(
    ("asked", "levels"),
    [
        ("06901234000016", [""]),
        ("https://example.com/01/06901234000016", [""]),
        ("https://example.com/01/06901234000016/", [""]),
        ("https://example.com/some/path/01/06901234000016/10/L", ["/10/L", ""]),
        ("(01)06901234000016(10)L(21)S", ["/21/S", ""]),
        ("https://example.com/01/06901234000016/21/S?17=261231", ["/21/S", ""]),
        ("https://example.com/01/06901234000016/10/L/21/S", ["/21/S", "/10/L", ""]),
        ("https://example.com/01/06901234000016/22/V", ["/22/V", ""]),
        ("https://example.com/01/06901234000016/22/V/10/L", ["/22/V/10/L", "/10/L", "/22/V", ""]),
        (
            "https://example.com/01/06901234000016/22/V/10/L/21/S",
            ["/21/S", "/22/V/10/L", "/10/L", "/22/V", ""],
        ),
        ("https://example.com/01/06901234000016/235/T", ["/235/T", ""]),
        ("https://example.com/01/06901234000016/10/A%2FB", ["/10/A%2FB", ""]),
    ],
)
def test_a_trade_item_has_the_levels_that_its_qualifiers_name(asked: str, levels: list[str]) -> None:
    assert [CLASS + level for level in levels] == [anchor.text for anchor in levels_of(asked)]


@pytest.mark.parametrize(
    ("asked", "levels"),
    [
        ("/414/6901234000009/254/A", ["/414/6901234000009/254/A", "/414/6901234000009"]),
        ("/00/069012340000000016", ["/00/069012340000000016"]),
        ("/8003/06901234000009AB", ["/8003/06901234000009AB", "/8003/06901234000009"]),
        ("/253/6901234000009DOC", ["/253/6901234000009DOC", "/253/6901234000009"]),
        ("/8010/6901234AB/8011/7", ["/8010/6901234AB/8011/7", "/8010/6901234AB"]),
        ("/8018/690123400000000018/8019/3", ["/8018/690123400000000018/8019/3", "/8018/690123400000000018"]),
        (
            "/8006/069012340000160102/21/S",
            ["/8006/069012340000160102/21/S", "/8006/069012340000160102"],
        ),
    ],
)
def test_other_keys_lose_one_qualifier_after_the_other(asked: str, levels: list[str]) -> None:
    found = levels_of(f"https://example.com{asked}")

    assert [f"https://id.gs1.org{level}" for level in levels] == [anchor.text for anchor in found]


def test_an_identifier_without_levels_is_its_own_only_one() -> None:
    assert ["hdl:88.118.8/AB/C"] == [anchor.text for anchor in levels_of("88.118.8/AB/C")]


def test_the_address_of_a_level_is_read_back_as_the_same_level() -> None:
    for asked in ("https://e.com/01/06901234000016/22/V/10/L", "88.118.8/AB/C", "uscc:91350100M000100Y43"):
        for anchor in levels_of(asked):
            assert anchor == levels_of(anchor.address("https://trace.example.com"))[0]
            assert anchor.address("https://x").removeprefix("https://x") == anchor.path


@pytest.mark.parametrize(
    "asked",
    [
        "https://example.com/01/06901234000017",
        "https://example.com/01/06901234000016/foo",
        "https://example.com/01/06901234000016/21/S/10/L",
        "https://example.com/01/06901234000016/17/261231",
        "https://example.com/01/06901234000016/10",
        "https://example.com/nothing",
    ],
)
def test_what_is_no_identifier_is_refused(asked: str) -> None:
    with pytest.raises(IdentifierInvalid):
        levels_of(asked)
