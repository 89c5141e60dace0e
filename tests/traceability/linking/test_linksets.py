"""Linksets are written as RFC 9264 says, and always within the schema of GS1-Conformant Resolver 1.2.0."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traceability.linking.anchors import levels_of
from traceability.linking.description_file import description_of
from traceability.linking.errors import LinkInvalid
from traceability.linking.link import Link, Standing, link_of
from traceability.linking.link_set import link_set
from traceability.linking.link_types import DEFAULT_LINK, DEFAULT_LINK_MULTI, REGISTERED, RESERVED, TITLES
from traceability.linking.linkset_json import choice_object, json_ld_object, link_object, linkset_object
from traceability.linking.linkset_text import choice_text, header_link, linkset_text
from traceability.linking.own_links import own_links

ORIGIN = "https://trace.example.com"
CODES = (
    "https://e.com/01/06901234000016/22/V/10/L/21/S",
    "https://e.com/01/06901234000016/10/%22%2F%25",
    "https://e.com/414/6901234000009/254/A",
    "88.118.8/冰箱 01",
    "uscc:91350100M000100Y43",
)

Make = Callable[..., Link]


@pytest.fixture(scope="session")
def gs1_schema(standards: Path) -> Any:
    return jsonschema_rs.validator_for(json.loads((standards / "gs1" / "gs1-linkset-schema.json").read_text()))


@pytest.fixture(scope="session")
def rfc_schema(standards: Path) -> Any:
    return jsonschema_rs.validator_for(json.loads((standards / "gs1" / "linkset-schema.json").read_text()))


types = st.sampled_from(
    [f"gs1:{name}" for name in TITLES if f"https://ref.gs1.org/voc/{name}" not in RESERVED]
    + sorted(REGISTERED)
    + ["https://example.com/voc/spareParts"]
)
targets = st.one_of(
    st.sampled_from(["https://example.com/", "http://[::1]:80/x?y=1", "https://例子.中国/页"]),
    st.from_regex(r"https?://[a-z0-9.-]{1,20}(:[0-9]{1,4})?/[ -~一-龥]{0,30}", fullmatch=True),
)


@st.composite
def links(draw: Any) -> Link | None:
    try:
        return link_of(
            link_type=draw(types),
            target=draw(targets),
            title=draw(st.text(max_size=30)),
            languages=draw(st.lists(st.sampled_from(["zh", "en-GB", "zh-Hans-CN", "yue", "es-419"]), max_size=3)),
            media_type=draw(st.sampled_from([None, "text/html", "application/ld+json", "image/svg+xml"])),
            contexts=draw(st.lists(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,10}", fullmatch=True), max_size=2)),
            forwards_query=draw(st.booleans()),
            standing=draw(st.sampled_from(Standing)),
            public=draw(st.booleans()),
        )
    except LinkInvalid:
        return None


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(code=st.sampled_from(CODES), kept=st.lists(links(), max_size=6), place=st.integers(0, 4), alarmed=st.booleans())
def test_every_linkset_is_within_the_official_schema_with_one_default_for_each_anchor(
    gs1_schema: Any, code: str, kept: list[Link | None], place: int, alarmed: bool
) -> None:
    anchors = levels_of(code)
    at = anchors[place % len(anchors)].text
    levels = link_set(
        anchors,
        {at: [link for link in kept if link is not None]},
        lambda anchor: own_links(anchor, ORIGIN, "zh"),
        lambda anchor: anchor.identifier.display(),
        alarmed=alarmed,
    )

    content = json.loads(json.dumps(linkset_object(levels, ORIGIN)))

    assert [] == [f"{error.instance_path}: {error.message}" for error in gs1_schema.iter_errors(content)]
    for context in content["linkset"]:
        assert 1 == len(context[DEFAULT_LINK])
        assert {"href", "title"} == set(context[DEFAULT_LINK][0])
        described = [
            link["href"]
            for name, links in context.items()
            if isinstance(links, list) and name not in (DEFAULT_LINK, DEFAULT_LINK_MULTI)
            for link in links
        ]
        assert context[DEFAULT_LINK][0]["href"] in described


def test_the_samples_of_others_that_the_schema_takes_are_within_it(standards: Path, gs1_schema: Any) -> None:
    model = json.loads((standards / "gs1" / "modelLinkset.json").read_text())

    assert [] == list(gs1_schema.iter_errors(model))


def test_a_linkset_without_titles_of_gs1_is_within_the_schema_of_rfc_9264(rfc_schema: Any) -> None:
    anchors = levels_of(CODES[0])
    content = linkset_object(
        link_set(anchors, {}, lambda anchor: own_links(anchor, ORIGIN, "en"), lambda _: "it"), ORIGIN
    )
    for context in content["linkset"]:
        context.pop("itemDescription")
        for value in context.values():
            for link in value if isinstance(value, list) else ():
                link.pop("fwqs", None)
    # Its pattern of relations has no capital in a registered name; ours are addresses.
    assert [] == [error.message for error in rfc_schema.iter_errors(json.loads(json.dumps(content)))]


def test_what_has_its_usual_value_is_left_out(make: Make) -> None:
    assert {"href": "https://example.com/", "title": "T"} == link_object(make(title="T"))
    assert {"fwqs": False, "public": False} == {
        name: value
        for name, value in link_object(make(forwards_query=False, public=False)).items()
        if name in ("fwqs", "public")
    }


def test_a_choice_holds_the_links_that_are_as_good_and_no_default(make: Make, gs1_schema: Any) -> None:
    anchors = levels_of(CODES[0])
    level = link_set(anchors, {}, lambda anchor: own_links(anchor, ORIGIN, "en"), lambda _: "it")[0]
    two = [make(target="https://e.com/1"), make(target="https://e.com/2")]

    content = choice_object(level, two, ORIGIN)

    assert ["https://e.com/1", "https://e.com/2"] == [
        link["href"] for link in content["linkset"][0]["https://ref.gs1.org/voc/pip"]
    ]
    assert DEFAULT_LINK not in content["linkset"][0]
    assert [] == list(gs1_schema.iter_errors(content))
    assert 2 == choice_text(level, two, ORIGIN).count('rel="https://ref.gs1.org/voc/pip"')


def test_as_linked_data_it_brings_its_context() -> None:
    anchors = levels_of(CODES[0])
    content = linkset_object(link_set(anchors, {}, lambda a: own_links(a, ORIGIN, "en"), lambda _: "it"), ORIGIN)

    linked = json_ld_object(content)

    assert content["linkset"] == linked["linkset"]
    assert {"anchor": "@id", "href": "@id", "linkset": "@graph"}.items() <= linked["@context"].items()


def test_the_text_form_names_the_anchor_of_every_link() -> None:
    anchors = levels_of(CODES[1])
    levels = link_set(anchors, {}, lambda anchor: own_links(anchor, ORIGIN, "zh"), lambda _: "it")

    text = linkset_text(levels, ORIGIN)

    lines = text.strip().split(",\n")
    assert len(lines) == sum(len(level.links) + 1 for level in levels)
    assert text.isascii()
    for line in lines:
        assert re.fullmatch(r'<https://[^>]+>; rel="[^"]+"; anchor="https://[^"]+"(; [a-z]+\*?=[^;]+)*', line), line


def test_a_link_value_quotes_its_title_or_encodes_it() -> None:
    assert '<https://e.com>; rel="pip"; title="a \\"b\\" \\\\c"' == header_link(
        "https://e.com", "pip", title='a "b" \\c'
    )
    assert "<https://e.com>; rel=\"pip\"; title*=UTF-8''%E5%86%B0" == header_link("https://e.com", "pip", title="冰")


def test_the_description_file_has_what_its_schema_asks_for() -> None:
    # Of https://ref.gs1.org/standards/resolver/1.2.0/description-file-schema: both are required, the rest is typed.
    content = description_of("https://trace.example.com", "Suyuan", "Hailan")

    assert ("https://trace.example.com", ["all"]) == (content["resolverRoot"], content["supportedPrimaryKeys"])
    assert [{"namespace": "https://ref.gs1.org/voc/", "prefix": "gs1:"}] == content["supportedLinkType"]
    assert content["linkTypeDefaultCanBeLinkset"] is False
    assert {"fn": "Hailan"} == content["contact"]
    assert "https://trace.example.com/linkset-context.jsonld" == content["jsonLdContextLocation"]
    assert "contact" not in description_of("https://trace.example.com", "Suyuan")
