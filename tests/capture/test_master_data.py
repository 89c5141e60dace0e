"""Master data in documents: kept as statements of the firm that says so, versioned, found for who may see them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from capture.documents import Request, capture_document
from capture.errors import EventsRefused
from capture.forgetting import forget_event
from capture.reading import Form
from store import Mirror, Record
from store.errors import TooManyElements
from store.reader import ANONYMOUS, ANYONE, Disclosure, Reader
from store.record.master_data import attributes_of, descendants, uris_with, versions_of
from store.record.master_data_finding import find_elements
from traceability.epcis.master_data_query import MasterDataQueryInvalid, master_data_query_of

MAKER, CARRIER = 1, 2
PLANT = "https://id.gs1.org/414/6901234000016"
LINE = "https://id.gs1.org/414/6901234000016/254/2"
DOOR = "https://id.gs1.org/414/6901234000016/254/door"
LOCATION = "urn:epcglobal:epcis:vtype:BusinessLocation"
NAME, CITY = "urn:epcglobal:cbv:mda:name", "urn:epcglobal:cbv:mda:city"

Asked = Callable[..., Request]


def document(*elements: dict[str, Any], vocabulary: str = LOCATION, events: list[Any] | None = None) -> bytes:
    return msgspec.json.encode(
        {
            "@context": [
                "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                {"my": "https://my.example/"},
            ],
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-05-01T00:00:00Z",
            "epcisHeader": {
                "epcisMasterData": {"vocabularyList": [{"type": vocabulary, "vocabularyElementList": list(elements)}]}
            },
            "epcisBody": {"eventList": events or []},
        }
    )


def element(uri: str, children: list[str] | None = None, **attributes: Any) -> dict[str, Any]:
    named = [{"id": f"urn:epcglobal:cbv:mda:{name}", "attribute": value} for name, value in attributes.items()]
    return {"id": uri, "attributes": named, **({"children": children} if children else {})}


def said(record: Record, mirror: Mirror, request: Request, *elements: dict[str, Any]) -> None:
    job = capture_document(record, mirror, document(*elements), Form.JSON, request)

    assert job.success


def names_of(record: Record, uri: str, reader: Reader) -> list[tuple[int, str | None]]:
    return [(found.organisation, found.text(NAME)) for found in attributes_of(record, [uri], reader).get(uri, ())]


def public(request: Request) -> Request:
    return replace(request, disclosure=Disclosure(ANYONE))


def test_a_header_without_events_is_kept_with_attributes_and_children(
    record: Record, mirror: Mirror, asked: Asked
) -> None:
    request = public(asked())

    said(record, mirror, request, element("urn:epc:id:sgln:6901234.00001.0", [LINE], name="Plant 1", city="Qingdao"))

    found = attributes_of(record, [PLANT], ANONYMOUS)[PLANT]
    assert [({NAME: ("Plant 1",), CITY: ("Qingdao",)}, (LINE,), LOCATION, MAKER)] == [
        (dict(one.attributes), one.children, one.vocabulary, one.organisation) for one in found
    ]


def test_nobody_sees_what_was_not_captured_for_everyone(record: Record, mirror: Mirror, asked: Asked) -> None:
    said(record, mirror, asked(), element(PLANT, [LINE], name="Secret plant"))

    assert [] == names_of(record, PLANT, ANONYMOUS)
    assert [] == names_of(record, PLANT, Reader(CARRIER))
    assert [(MAKER, "Secret plant")] == names_of(record, PLANT, Reader(MAKER))
    assert frozenset() == uris_with(record, Reader(CARRIER), NAME)
    assert frozenset({PLANT}) == descendants(record, PLANT, Reader(CARRIER))
    assert () == find_elements(record, master_data_query_of({}), ANONYMOUS)


def test_two_firms_that_say_different_things_are_both_shown(record: Record, mirror: Mirror, asked: Asked) -> None:
    said(record, mirror, public(asked()), element(PLANT, name="Plant 1"))
    said(record, mirror, public(asked(organisation=CARRIER)), element(PLANT, name="Gate of the plant"))

    assert [(MAKER, "Plant 1"), (CARRIER, "Gate of the plant")] == names_of(record, PLANT, ANONYMOUS)


def test_the_newest_word_counts_even_where_it_was_said_before(record: Record, mirror: Mirror, asked: Asked) -> None:
    request = public(asked())
    for minute, name in enumerate(("One", "Two", "One")):
        said(record, mirror, replace(request, now=request.now + timedelta(minutes=minute)), element(PLANT, name=name))

    assert [(MAKER, "One")] == names_of(record, PLANT, ANONYMOUS)
    assert [False, False, True] == [version.current for version in versions_of(record, PLANT, ANONYMOUS)]


def test_the_same_said_again_is_no_new_version(record: Record, mirror: Mirror, asked: Asked) -> None:
    request = public(asked())
    for minute in range(3):
        said(record, mirror, replace(request, now=request.now + timedelta(minutes=minute)), element(PLANT, name="One"))

    assert 1 == len(versions_of(record, PLANT, ANONYMOUS))


def test_a_newer_private_word_takes_the_public_one_away(record: Record, mirror: Mirror, asked: Asked) -> None:
    request = asked()
    said(record, mirror, public(request), element(PLANT, name="One"))
    said(record, mirror, replace(request, now=request.now + timedelta(1)), element(PLANT, name="Two"))

    assert [] == names_of(record, PLANT, ANONYMOUS)
    assert [(MAKER, "Two")] == names_of(record, PLANT, Reader(MAKER))


def test_what_is_forgotten_can_no_longer_be_looked_up(record: Record, mirror: Mirror, asked: Asked) -> None:
    request = public(asked())
    said(record, mirror, request, element(PLANT, [LINE], name="One"))
    (version,) = versions_of(record, PLANT, ANONYMOUS)

    forget_event(record, mirror, version.commitment, request)

    assert {} == attributes_of(record, [PLANT], Reader(MAKER))
    with record.reading() as connection:
        for table in ("master_data", "master_data_attributes", "master_data_children"):
            assert 0 == connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()


def test_hidden_attributes_are_hidden_from_answers_and_from_questions(
    record: Record, mirror: Mirror, asked: Asked
) -> None:
    hidden = Disclosure(ANYONE, (), ("/attributes/" + CITY,))
    request = replace(asked(), disclosure=hidden)

    said(record, mirror, request, element(PLANT, name="One", city="Qingdao"))

    (found,) = attributes_of(record, [PLANT], ANONYMOUS)[PLANT]
    assert {NAME: ("One",)} == dict(found.attributes)
    assert frozenset() == uris_with(record, ANONYMOUS, CITY, ["Qingdao"])
    assert frozenset({PLANT}) == uris_with(record, Reader(MAKER), CITY, ["Qingdao"])


def test_descendants_follow_children_and_survive_circles(record: Record, mirror: Mirror, asked: Asked) -> None:
    request = public(asked())
    said(record, mirror, request, element(PLANT, [LINE], name="P"), element(LINE, [DOOR], name="L"))
    said(record, mirror, public(asked(organisation=CARRIER)), element(DOOR, [PLANT], name="D"))

    assert frozenset({PLANT, LINE, DOOR}) == descendants(record, PLANT, ANONYMOUS, LOCATION)
    assert frozenset({PLANT}) == descendants(record, PLANT, ANONYMOUS, "urn:epcglobal:epcis:vtype:ReadPoint")


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, {PLANT, LINE, DOOR}),
        ({"vocabularyName": ["BusinessLocation"]}, {PLANT, LINE, DOOR}),
        ({"vocabularyName": ["urn:epcglobal:epcis:vtype:ReadPoint"]}, set()),
        ({"EQ_name": ["urn:epc:id:sgln:6901234.00001.0", "https://nobody.example/"]}, {PLANT}),
        ({"WD_name": [LINE]}, {LINE, DOOR}),
        ({"WD_name": [LINE], "EQ_name": [PLANT, DOOR]}, {DOOR}),
        ({"HASATTR": ["cbvmda:city"]}, {PLANT}),
        ({"HASATTR": ["cbvmda:city", "https://nobody.example/a"]}, {PLANT}),
        ({"EQATTR_cbvmda:name": ["P", "D"]}, {PLANT, DOOR}),
        ({"EQATTR_cbvmda:name": ["P", "D"], "EQATTR_urn:epcglobal:cbv:mda:city": ["Qingdao"]}, {PLANT}),
        ({"EQATTR_cbvmda:name": ["p"]}, set()),
    ],
)
def test_parameters_of_the_standard_choose_elements(
    record: Record, mirror: Mirror, asked: Asked, parameters: dict[str, list[str]], expected: set[str]
) -> None:
    tree = (element(PLANT, [LINE], name="P", city="Qingdao"), element(LINE, [DOOR], name="L"), element(DOOR, name="D"))
    said(record, mirror, public(asked()), *tree)

    found = find_elements(record, master_data_query_of(parameters), ANONYMOUS)

    assert expected == {one.uri for one in found}


def test_an_answer_has_only_what_was_asked_for(record: Record, mirror: Mirror, asked: Asked) -> None:
    said(record, mirror, public(asked()), element(PLANT, [LINE], name="P", city="Qingdao"))
    bare = {"includeAttributes": ["false"], "includeChildren": ["false"]}

    (without,) = find_elements(record, master_data_query_of(bare), ANONYMOUS)
    (named,) = find_elements(record, master_data_query_of({"attributeNames": ["cbvmda:name"]}), ANONYMOUS)

    assert ({}, ()) == (without.attributes, without.children)
    assert ({NAME: ("P",)}, (LINE,)) == (named.attributes, named.children)


def test_more_elements_than_wanted_are_refused(record: Record, mirror: Mirror, asked: Asked) -> None:
    said(record, mirror, public(asked()), element(PLANT, name="P"), element(LINE, name="L"))

    with pytest.raises(TooManyElements):
        find_elements(record, master_data_query_of({"maxElementCount": ["1"]}), ANONYMOUS)


@pytest.mark.parametrize(
    "parameters",
    [
        {"EQ_bizStep": ["x"]},
        {"includeAttributes": ["maybe"]},
        {"maxElementCount": ["0"]},
        {"maxElementCount": ["1", "2"]},
        {"EQ_name": [" "]},
        {"EQATTR_": ["x"]},
        {"EQ_name": ["x"] * 1001},
    ],
)
def test_parameters_that_the_query_does_not_have_are_refused(parameters: dict[str, list[str]]) -> None:
    with pytest.raises(MasterDataQueryInvalid):
        master_data_query_of(parameters)


def test_repeated_elements_and_attributes_are_one_statement(record: Record, mirror: Mirror, asked: Asked) -> None:
    said(
        record,
        mirror,
        public(asked()),
        element(PLANT, [LINE], name="One"),
        element(PLANT, [DOOR], name=["Two", "Three"]),
    )

    (found,) = attributes_of(record, [PLANT], ANONYMOUS)[PLANT]
    assert (("One", "Two", "Three"), (LINE, DOOR)) == (found.attributes[NAME], found.children)


def test_a_declared_prefix_of_an_attribute_is_filled_in(record: Record, mirror: Mirror, asked: Asked) -> None:
    attribute = {"id": PLANT, "attributes": [{"id": "my:floor", "attribute": 3}]}

    said(record, mirror, public(asked()), attribute)

    assert frozenset({PLANT}) == uris_with(record, ANONYMOUS, "https://my.example/floor", ["3"])


def test_a_name_too_long_to_be_looked_up_refuses_the_document(record: Record, mirror: Mirror, asked: Asked) -> None:
    data = document(element("https://example.com/" + "a" * 2010, name="x"))

    with pytest.raises(EventsRefused) as refused:
        capture_document(record, mirror, data, Form.JSON, asked())

    assert ["/epcisHeader/epcisMasterData/vocabularyList/0/vocabularyElementList/0"] == [
        problem.pointer for problem in refused.value.problems
    ]


@pytest.mark.parametrize(
    ("path", "elements"),
    [
        ("epcis/examples/xml/Mimasu/Example-masterData.xml", 7),
        ("epcis/examples/xml/CBV/CBV-11.4-2020-06-16a.xml", 3),
        ("epcis/examples/xml/WithFullCombinationOfFields/masterdata_all_possible_fields.xml", 2),
    ],
)
def test_the_master_data_of_the_standard_are_captured(
    record: Record, mirror: Mirror, asked: Asked, standards: Path, path: str, elements: int
) -> None:
    job = capture_document(record, mirror, (standards / path).read_bytes(), Form.XML, public(asked()))

    assert (True, ()) == (job.success, job.results)
    assert elements == len(find_elements(record, master_data_query_of({}), ANONYMOUS))
