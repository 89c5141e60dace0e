"""Link sets: what a firm keeps and what the resolver fills in, with one default at each level."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from traceability.linking.anchors import Anchor, levels_of
from traceability.linking.link import Link, Standing
from traceability.linking.link_set import Level, link_set
from traceability.linking.link_types import GS1
from traceability.linking.own_links import VIEWS, own_links

ORIGIN = "https://trace.example.com"
ITEM = levels_of("https://e.com/01/06901234000016/10/L/21/S")
ALARMING = ("recallStatus",)

Make = Callable[..., Link]


def composed(kept: dict[str, list[Link]] | None = None, *, alarmed: bool = False) -> tuple[Level, ...]:
    return link_set(
        ITEM,
        kept or {},
        lambda anchor: own_links(anchor, ORIGIN, "en"),
        lambda anchor: anchor.identifier.display(),
        alarmed=alarmed,
    )


def types(level: Level) -> set[str]:
    return {link.relation.removeprefix(GS1) for link in level.links}


def test_every_level_of_an_item_is_filled_without_anyones_hand() -> None:
    for level in composed():
        wanted = {"traceability", "epcis", "verificationService", "recallStatus", "certificationInfo", "dpp"}
        assert wanted == types(level)
        assert level.default is not None
        assert f"{ORIGIN}/verdict{level.anchor.path}" == level.default.target


def test_the_default_is_described_by_a_type_of_its_own() -> None:
    for level in composed():
        assert level.default in level.links


@pytest.mark.parametrize(
    ("code", "page", "others"),
    [
        ("https://e.com/00/069012340000000016", "traceability", {"epcis", "dpp", "recallStatus"}),
        ("https://e.com/414/6901234000009", "locationInfo", {"epcis", "certificationInfo"}),
        ("https://e.com/417/6901234000009", "registryEntry", {"certificationInfo"}),
        ("https://e.com/253/6901234000009DOC", "traceability", {"epcis", "certificationInfo"}),
        ("88.118.8/AB", "traceability", {"epcis", "dpp", "recallStatus"}),
        ("uscc:91350100M000100Y43", "registryEntry", {"certificationInfo"}),
    ],
)
def test_what_is_filled_in_fits_what_the_identifier_names(code: str, page: str, others: set[str]) -> None:
    anchor = levels_of(code)[0]
    links = own_links(anchor, ORIGIN, "zh")

    assert page == links[0].relation.removeprefix(GS1)
    assert others <= {link.relation.removeprefix(GS1) for link in links}


def test_our_links_lead_to_our_own_addresses() -> None:
    for link in own_links(ITEM[0], ORIGIN, "en"):
        parts = urlsplit(link.target)
        assert "trace.example.com" == parts.netloc
        assert parts.path.split("/")[1] in (*VIEWS, "events")


def test_a_level_between_two_has_the_page_only() -> None:
    variant = levels_of("https://e.com/01/06901234000016/22/V")[0]

    assert ["traceability"] == [link.relation.removeprefix(GS1) for link in own_links(variant, ORIGIN, "en")]


def test_a_firms_link_takes_the_place_of_ours_at_its_level_and_below(make: Make) -> None:
    certificate = make("certificationInfo", "https://maker.example/certificate.pdf")

    item, lot, of_class = composed({ITEM[2].text: [certificate]})

    assert (certificate,) == of_class.of_type(f"{GS1}certificationInfo")
    assert () == item.of_type(f"{GS1}certificationInfo")
    assert () == lot.of_type(f"{GS1}certificationInfo")


def test_a_firms_link_leaves_ours_at_the_levels_above(make: Make) -> None:
    item, lot, of_class = composed({ITEM[0].text: [make("dpp", "https://maker.example/dpp/S")]})

    assert not item.of_type(f"{GS1}dpp")[0].own
    assert lot.of_type(f"{GS1}dpp")[0].own
    assert of_class.of_type(f"{GS1}dpp")[0].own


def test_a_firms_default_takes_the_place_of_our_page_at_its_level_only(make: Make) -> None:
    page = make("pip", "https://maker.example/product", standing=Standing.DEFAULT)

    item, lot, of_class = composed({ITEM[2].text: [page]})

    assert page == of_class.default
    assert page in of_class.links
    assert item.default is not None and item.default.own
    assert lot.default is not None and lot.default.own
    assert 1 == sum(link.standing is Standing.DEFAULT for link in of_class.links)


def test_our_page_stands_under_another_type_where_its_own_is_the_firms(make: Make) -> None:
    item = composed({ITEM[0].text: [make("traceability", "https://maker.example/story")]})[0]

    assert item.default is not None
    assert f"{GS1}registryEntry" == item.default.relation
    assert item.default in item.links


def test_while_a_thing_is_recalled_default_and_recall_status_are_ours(make: Make) -> None:
    page = make("pip", "https://maker.example/product", standing=Standing.DEFAULT)
    calm = make("recallStatus", "https://maker.example/all-is-well")

    item, _, _ = composed({ITEM[0].text: [page, calm]}, alarmed=True)

    assert item.default is not None and item.default.own
    assert [True] == [link.own for link in item.of_type(f"{GS1}recallStatus")]
    assert page.as_plain() in item.links


def test_a_recall_status_of_the_class_does_not_hide_ours_of_the_item_in_a_recall(make: Make) -> None:
    levels = composed({ITEM[2].text: [make("recallStatus", "https://maker.example/all-is-well")]}, alarmed=True)

    assert all(level.of_type(f"{GS1}recallStatus")[0].own for level in levels)


def test_each_level_is_named() -> None:
    assert ["(01)06901234000016(21)S", "(01)06901234000016(10)L", "(01)06901234000016"] == [
        level.description for level in composed()
    ]
    assert all(isinstance(level.anchor, Anchor) for level in composed())
