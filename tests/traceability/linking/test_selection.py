"""Which link a request follows, by the rules of GS1-Conformant Resolver 1.2.0 §2.6 and its examples."""

from collections.abc import Callable, Sequence

import pytest

from traceability.linking.anchors import levels_of
from traceability.linking.link import Link, Standing
from traceability.linking.link_set import Level
from traceability.linking.link_types import GS1
from traceability.linking.selection import Choice, Followed, NothingThere, Selection, Wish, selected
from traceability.linking.weights import weighted

ITEM, CLASS = levels_of("https://e.com/01/06901234000016/21/S")
PIP = f"{GS1}pip"

Make = Callable[..., Link]


def levels(item: Sequence[Link] = (), of_class: Sequence[Link] = ()) -> tuple[Level, ...]:
    def level(anchor: object, links: Sequence[Link]) -> Level:
        default = next((link for link in links if link.standing is Standing.DEFAULT), None)
        return Level(anchor, "it", tuple(links), default)  # type: ignore[arg-type]  # an anchor

    return (level(ITEM, item), level(CLASS, of_class))


def wish(relation: str | None = PIP, language: str = "", accept: str = "", *contexts: str) -> Wish:
    return Wish(relation, weighted(language), weighted(accept), contexts)


def target(selection: Selection) -> str | list[str] | None:
    match selection:
        case Followed(link, _):
            return link.target
        case Choice(links, _):
            return [link.target for link in links]
        case NothingThere(_):
            return None


def test_nothing_asked_leads_to_the_default(make: Make) -> None:
    page = make(target="https://e.com/page", standing=Standing.DEFAULT)

    found = selected(levels([page, make("dpp", "https://e.com/dpp")]), wish(None))

    assert "https://e.com/page" == target(found)


def test_a_default_of_a_level_above_holds_where_the_finer_one_has_none(make: Make) -> None:
    found = selected(levels([make("dpp")], [make(target="https://e.com/c", standing=Standing.DEFAULT)]), wish(None))

    assert "https://e.com/c" == target(found)
    assert isinstance(found, Followed) and CLASS == found.level.anchor


def test_a_set_without_any_default_has_nothing_to_follow(make: Make) -> None:
    assert NothingThere(None) == selected(levels([make("dpp")]), wish(None))


def test_the_asked_type_is_followed_at_the_finest_level_that_has_it(make: Make) -> None:
    both = levels([make(target="https://e.com/item")], [make(target="https://e.com/class")])
    above = levels([make("dpp")], [make(target="https://e.com/class")])

    assert "https://e.com/item" == target(selected(both, wish()))
    assert "https://e.com/class" == target(selected(above, wish()))


def test_a_type_that_no_level_has_is_not_found(make: Make) -> None:
    assert NothingThere(PIP) == selected(levels([make("dpp")], [make("faqs")]), wish())


def test_a_single_link_is_followed_whatever_its_language_and_form(make: Make) -> None:
    only = make(target="https://e.com/fr", languages=["fr"], media_type="application/pdf")

    assert "https://e.com/fr" == target(selected(levels([only]), wish(PIP, "zh", "text/html", "CN")))


@pytest.mark.parametrize(
    ("language", "followed"),
    [
        ("en", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("fr;q=0.4,en;q=0.5", "en"),
        ("en;q=0.4,fr;q=0.5", "fr"),
        ("de,fr;q=0.1", "fr"),
        ("de", "any"),
        ("en;q=0, zh;q=0, fr;q=0", "any"),
    ],
)
def test_language_decides_by_its_weight_and_not_by_its_order(make: Make, language: str, followed: str) -> None:
    links = [make(target=f"https://e.com/{tag}", languages=[tag]) for tag in ("en", "zh", "fr")]
    links.append(make(target="https://e.com/any"))

    assert f"https://e.com/{followed}" == target(selected(levels(links), wish(PIP, language)))


def test_a_region_is_met_by_its_language_and_a_language_by_its_region(make: Make) -> None:
    links = [make(target=f"https://e.com/{tag}", languages=[tag]) for tag in ("en-GB", "zh")]

    assert "https://e.com/en-GB" == target(selected(levels(links), wish(PIP, "en")))
    assert "https://e.com/zh" == target(selected(levels(links), wish(PIP, "zh-CN")))


@pytest.mark.parametrize(
    ("contexts", "followed"),
    [(("LK",), "LK"), (("FR",), "any"), ((), "any"), (("FR", "BR"), "BR")],
)
def test_context_decides_where_language_does_not(make: Make, contexts: tuple[str, ...], followed: str) -> None:
    links = [make(target=f"https://e.com/{value}", contexts=[value]) for value in ("LK", "BR")]
    links.append(make(target="https://e.com/any"))

    assert f"https://e.com/{followed}" == target(selected(levels(links), wish(PIP, "en", "", *contexts)))


@pytest.mark.parametrize(
    ("accept", "followed"),
    [
        ("application/pdf", "application/pdf"),
        ("text/html,application/pdf;q=0.9", "text/html"),
        ("text/*;q=0.2,application/pdf;q=0.1", "text/html"),
        ("*/*;q=0.1,application/pdf", "application/pdf"),
    ],
)
def test_form_decides_last(make: Make, accept: str, followed: str) -> None:
    links = [make(target=f"https://e.com/{kind}", media_type=kind) for kind in ("text/html", "application/pdf")]

    assert f"https://e.com/{followed}" == target(selected(levels(links), wish(PIP, "en", accept)))


def test_what_is_not_acceptable_goes_before_language_is_looked_at(make: Make) -> None:
    page = make(target="https://e.com/page", languages=["en"], media_type="text/html")
    data = make(target="https://e.com/data", media_type="application/json")

    assert "https://e.com/data" == target(selected(levels([page, data]), wish(PIP, "en", "application/json")))
    assert "https://e.com/page" == target(selected(levels([page, data]), wish(PIP, "en", "*/*")))


def test_links_that_nothing_tells_apart_are_a_choice(make: Make) -> None:
    links = [make(target=f"https://e.com/{number}", media_type="text/html") for number in (1, 2)]
    links.append(make(target="https://e.com/pdf", media_type="application/pdf"))

    found = selected(levels(links), wish(PIP, "en", "text/html"))

    assert ["https://e.com/1", "https://e.com/2"] == target(found)


def test_two_links_to_the_same_target_are_no_choice(make: Make) -> None:
    links = [make(target="https://e.com/1"), make(target="https://e.com/1", contexts=["LK"])]

    assert "https://e.com/1" == target(selected(levels(links), wish()))


@pytest.mark.parametrize(
    ("language", "accept", "contexts", "followed"),
    [
        ("", "", (), "default"),
        ("de", "*/*", (), "default"),
        ("es", "text/html,*/*;q=0.8", (), "es"),
        ("ja;q=0.2,es;q=0.1", "", (), "ja"),
        ("", "", ("LK",), "lk"),
        ("", "application/pdf", (), "pdf"),
        ("", "*/*", (), "default"),
        ("es", "application/json", (), "default"),
    ],
)
def test_an_alternative_takes_the_defaults_place_where_the_request_gives_a_reason(
    make: Make, language: str, accept: str, contexts: tuple[str, ...], followed: str
) -> None:
    def other(name: str, **parts: object) -> Link:
        return make(target=f"https://e.com/{name}", standing=Standing.ALTERNATIVE, **parts)

    links = [
        make(target="https://e.com/default", standing=Standing.DEFAULT),
        other("es", languages=["es"], media_type="text/html"),
        other("ja", languages=["ja"]),
        other("lk", contexts=["LK"]),
        other("pdf", media_type="application/pdf"),
    ]

    assert f"https://e.com/{followed}" == target(selected(levels(links), wish(None, language, accept, *contexts)))


def test_alternatives_that_nothing_tells_apart_leave_the_default(make: Make) -> None:
    links = [make(target="https://e.com/default", standing=Standing.DEFAULT)]
    links += [
        make(target=f"https://e.com/{number}", languages=["es"], standing=Standing.ALTERNATIVE) for number in (1, 2)
    ]

    assert "https://e.com/default" == target(selected(levels(links), wish(None, "es")))
