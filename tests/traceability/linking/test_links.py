"""What may stand in a link, and how it is written (GS1-Conformant Resolver 1.2.0 §2.5)."""

import pytest

from traceability.linking.errors import LinkInvalid, LinkTypeInvalid
from traceability.linking.languages import language_weight, verified_tag, written_tags
from traceability.linking.link import Link, Standing, link_of, verified_target, with_query
from traceability.linking.link_types import GS1, TITLES, curie_of, kept_relation_of, relation_of, title_of
from traceability.linking.media_types import media_weight, verified_media_type
from traceability.linking.weights import weighted


@pytest.mark.parametrize(
    "writing",
    [
        "gs1:pip",
        "pip",
        "https://ref.gs1.org/voc/pip",
        "https://gs1.org/voc/pip",
        "https://www.gs1.org/voc/pip",
        "http://gs1.org/voc/pip",
    ],
)
def test_a_link_type_has_one_full_form_for_every_writing(writing: str) -> None:
    assert f"{GS1}pip" == relation_of(writing)
    assert "gs1:pip" == curie_of(relation_of(writing))


def test_a_link_type_that_nobody_has_can_be_asked_for_and_not_kept() -> None:
    assert f"{GS1}nosuchlt" == relation_of("gs1:nosuchlt")
    with pytest.raises(LinkTypeInvalid, match="no link type of the GS1 Web Vocabulary"):
        kept_relation_of("gs1:nosuchlt")


@pytest.mark.parametrize("text", ["", "gs1:", "gs1:two words", "javascript:x", "no such", "https://example.com/ns#pip"])
def test_what_is_no_link_type_is_refused(text: str) -> None:
    with pytest.raises(LinkTypeInvalid):
        relation_of(text)


@pytest.mark.parametrize("reserved", ["gs1:defaultLink", "gs1:defaultLinkMulti", "gs1:handledBy"])
def test_types_that_say_how_a_link_stands_are_not_given_to_one(reserved: str) -> None:
    with pytest.raises(LinkTypeInvalid, match="own type"):
        kept_relation_of(reserved)


def test_other_vocabularies_are_taken_unless_they_repeat_a_gs1_type() -> None:
    assert "https://example.com/voc/spareParts" == kept_relation_of("https://example.com/voc/spareParts")
    assert "license" == kept_relation_of("license")
    with pytest.raises(LinkTypeInvalid, match="gs1:recipeInfo"):
        kept_relation_of("https://example.com/voc/RecipeInfo")


def test_every_link_type_of_the_vocabulary_is_known_by_its_title(standards_link_types: dict[str, str]) -> None:
    missing = {name for name in standards_link_types if name not in TITLES and name != "applicableTo"}

    assert set() == missing
    assert standards_link_types["pip"] == title_of(f"{GS1}pip", "en")


def test_a_link_without_a_title_has_that_of_its_type() -> None:
    assert "Product Information Page" == link_of(link_type="gs1:pip", target="https://example.com").title
    assert "产品信息页" == link_of(link_type="gs1:pip", target="https://example.com", languages=["zh"]).title


def test_a_link_is_read_with_all_its_parts() -> None:
    link = link_of(
        link_type="gs1:certificationInfo",
        target="https://EXAMPLE.com/证书?a=1#x",
        title=" Certificate ",
        languages=["EN-gb", "en-GB", "zh_hans_cn"],
        media_type="Application/PDF; charset=x",
        contexts=["LK", "LK"],
        standing=Standing.DEFAULT,
    )

    assert "https://example.com/%E8%AF%81%E4%B9%A6?a=1#x" == link.target
    assert ("Certificate", ("en-GB", "zh-Hans-CN"), "application/pdf", ("LK",)) == (
        link.title,
        link.languages,
        link.media_type,
        link.contexts,
    )


@pytest.mark.parametrize(
    "target",
    [
        "",
        "example.com/page",
        "/page",
        "ftp://example.com",
        "javascript:alert(1)",
        "https://",
        "https://:80/",
        "https://user@example.com/",
        "https://example.com\\@evil.com/",
        "https://example.com/a b",
        "https://example.com/%zz",
        "https://example.com:99999/",
        "https://example.com/\r\nSet-Cookie: a=b",
        "https://exa mple.com/",
        "https://example.com/" + "a" * 2000,
        "https://[::1",
        "https://-bad-/",
    ],
)
def test_a_target_that_cannot_be_followed_is_refused_with_a_cure(target: str) -> None:
    with pytest.raises(LinkInvalid) as refusal:
        verified_target(target)

    assert "target" == refusal.value.place
    assert refusal.value.cure


@pytest.mark.parametrize(
    ("given", "followed"),
    [
        ("HTTPS://Example.com", "https://example.com"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
        ("https://[::1]:8443/x", "https://[::1]:8443/x"),
        ("https://例子.中国/页", "https://xn--fsqu00a.xn--fiqs8s/%E9%A1%B5"),
        ("https://example.com/a%2Fb?q=1&r=%20#top", "https://example.com/a%2Fb?q=1&r=%20#top"),
    ],
)
def test_a_target_is_followed_in_ascii(given: str, followed: str) -> None:
    assert followed == verified_target(given)


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("title", {"title": "a\nb"}),
        ("title", {"title": "a" * 201}),
        ("hreflang", {"languages": ["english"]}),
        ("hreflang", {"languages": ["en"] * 21}),
        ("type", {"media_type": "html"}),
        ("type", {"media_type": "x-world/x-vrml"}),
        ("type", {"media_type": "application/x-whatever"}),
        ("context", {"contexts": ["two words"]}),
        ("context", {"contexts": ['quo"te']}),
    ],
)
def test_a_part_that_cannot_stand_is_named(part: str, values: dict[str, object]) -> None:
    with pytest.raises(LinkInvalid) as refusal:
        link_of(link_type="gs1:pip", target="https://example.com", **values)  # type: ignore[arg-type]  # wrong on purpose

    assert part == refusal.value.place


@pytest.mark.parametrize(
    ("target", "query", "followed"),
    [
        ("https://e.com/p", "", "https://e.com/p"),
        ("https://e.com/p", "a=1&b=%20", "https://e.com/p?a=1&b=%20"),
        ("https://e.com/p?x=1", "a=1", "https://e.com/p?x=1&a=1"),
        ("https://e.com/p?", "a=1", "https://e.com/p?a=1"),
        ("https://e.com/p?x=1#part", "a=1", "https://e.com/p?x=1&a=1#part"),
    ],
)
def test_the_query_of_a_request_is_handed_on_as_it_stands(target: str, query: str, followed: str) -> None:
    assert followed == with_query(Link("license", target, "t"), query)


def test_a_link_may_keep_the_query_back() -> None:
    assert "https://e.com/p" == with_query(Link("license", "https://e.com/p", "t", forwards_query=False), "a=1")


def test_tags_are_written_in_the_two_forms_of_the_schema() -> None:
    assert ("zh-CN", "en") == written_tags(("zh-Hans-CN", "en", "en", "yue"))
    assert "es-419" == verified_tag("ES-419")


@pytest.mark.parametrize(
    ("tags", "header", "weight"),
    [
        (("zh",), "zh-CN,zh;q=0.9,en;q=0.8", 0.9),
        (("zh-CN",), "zh-CN,zh;q=0.9,en;q=0.8", 1.0),
        (("zh-CN",), "zh;q=0.9", 0.9),
        (("zh",), "zh-CN", 0.999),
        (("fr",), "zh-CN,en;q=0.8", 0.0),
        (("fr",), "en, *;q=0.5", 0.5),
        (("fr",), "fr;q=0, *;q=0.5", 0.0),
        (("fr", "en"), "en;q=0.3", 0.3),
        (("en",), "en;q=abc", 0.0),
        (("en",), "en;q=9", 1.0),
    ],
)
def test_a_language_fits_by_the_most_exact_range(tags: tuple[str, ...], header: str, weight: float) -> None:
    assert weight == pytest.approx(language_weight(tags, weighted(header)))


@pytest.mark.parametrize(
    ("kind", "header", "weight"),
    [
        ("text/html", "text/html;q=0.4,*/*;q=0.1", 0.4),
        ("text/html", "text/*;q=0.4,*/*;q=0.1", 0.4),
        ("application/pdf", "text/*;q=0.4,*/*;q=0.1", 0.1),
        ("application/pdf", "text/html", 0.0),
        (None, "text/html", 0.0),
        (None, "text/html,*/*;q=0.1", 0.1),
    ],
)
def test_a_form_fits_by_the_most_exact_range(kind: str | None, header: str, weight: float) -> None:
    assert weight == media_weight(kind, weighted(header))


def test_a_media_type_is_kept_without_its_parameters() -> None:
    assert "text/html" == verified_media_type("Text/HTML; charset=utf-8")
