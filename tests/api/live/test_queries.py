"""Events out: predicates, paging by key, vocabularies, named queries, and what another firm may not see."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

Build = Callable[..., Any]
LOCATION = "https://id.gs1.org/414/6901234000023"


def events_in(answer: Any) -> list[dict[str, Any]]:
    assert 200 == answer.status_code, answer.text
    return list(answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"])


@pytest.fixture(scope="module")
def filled(house: Any) -> dict[str, Any]:
    """Give ten public events at one place and one private one."""
    items = [house.item() for _ in range(10)]
    events = []
    for number, item in enumerate(items):
        events.append(
            {
                "type": "ObjectEvent",
                "action": "ADD",
                "eventTime": f"2026-05-03T10:{number:02}:00Z",
                "eventTimeZoneOffset": "+08:00",
                "bizStep": "commissioning" if number % 2 else "packing",
                "disposition": "active",
                "bizLocation": {"id": LOCATION},
                "epcList": [item],
                "bizTransactionList": [{"type": "po", "bizTransaction": f"urn:example:po:{number}"}],
            }
        )
    house.capture("maker", *events)
    secret = house.item()
    house.capture("maker", events[0] | {"epcList": [secret], "disposition": "damaged"}, disclosure="private")
    return {"items": items, "secret": secret}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", 10),
        ("&EQ_bizStep=packing", 5),
        ("&EQ_bizStep=https://ref.gs1.org/cbv/BizStep-packing", 5),
        ("&EQ_bizStep=urn:epcglobal:cbv:bizstep:packing", 5),
        ("&EQ_bizStep=packing|commissioning", 10),
        ("&EQ_action=OBSERVE", 0),
        ("&GE_eventTime=2026-05-03T10:05:00Z", 5),
        ("&LT_eventTime=2026-05-03T18:05:00%2B08:00", 5),
        ("&eventType=AggregationEvent", 0),
        ("&EQ_bizTransaction_po=urn:example:po:3", 1),
        ("&EXISTS_errorDeclaration=", 0),
        ("&orderBy=eventTime&eventCountLimit=3", 3),
    ],
)
def test_predicates_are_joined_by_and(house: Any, filled: Any, query: str, expected: int) -> None:
    answer = house.client.get(f"/events?EQ_bizLocation={quote(LOCATION)}&perPage=50{query}")

    assert expected == len(events_in(answer))


def test_an_identifier_is_found_in_any_writing(house: Any, filled: Any) -> None:
    for writing in (filled["items"][3], "urn:epc:id:sgtin:6901234.000001." + filled["items"][3].rpartition("/")[2]):
        found = events_in(house.client.get("/events?MATCH_epc=" + quote(writing, safe="")))
        assert [[filled["items"][3]]] == [event["epcList"] for event in found]


def test_pages_follow_each_other_without_loss_while_others_write(house: Any, filled: Any) -> None:
    address = f"/events?EQ_bizLocation={quote(LOCATION)}&perPage=3&orderBy=eventTime&orderDirection=ASC"
    seen: list[str] = []
    for turn in range(6):
        answer = house.client.get(address)
        seen += [event["epcList"][0] for event in events_in(answer)]
        if turn == 0:
            early = {
                "type": "ObjectEvent",
                "action": "ADD",
                "eventTime": "2026-05-03T09:00:00Z",
                "eventTimeZoneOffset": "+08:00",
            }
            house.capture("maker", early | {"epcList": [house.item()], "bizLocation": {"id": LOCATION}})
        if "Link" not in answer.headers:
            break
        address = answer.headers["Link"].partition(">")[0].lstrip("<")

    assert filled["items"] == seen


def test_a_page_token_opens_only_its_own_query(house: Any, filled: Any) -> None:
    link = house.client.get(f"/events?EQ_bizLocation={quote(LOCATION)}&perPage=3").headers["Link"]
    token = link.partition("nextPageToken=")[2].partition(">")[0]

    for address in (
        f"/events?perPage=3&nextPageToken={token}",
        f"/epcs?nextPageToken={token}",
        "/events?nextPageToken=AAAA",
        "/events?nextPageToken=é",
    ):
        answer = house.client.get(address)
        assert (400, "/problems/page-token-invalid") == (answer.status_code, answer.json()["problem"]), address


def test_a_private_event_is_not_there_for_others_in_any_resource(house: Any, filled: Any) -> None:
    secret = filled["secret"]
    asked = [f"/events?MATCH_anyEPC={quote(secret)}", "/events?EQ_disposition=damaged", f"/epcs/{secret}/events"]

    for address in asked:
        assert [] == events_in(house.client.get(address))
        assert [] == events_in(house.client.get(address, headers=house.keys["carrier"]))
        assert 1 == len(events_in(house.client.get(address, headers=house.keys["maker"])))
    for resource in ("/epcs?perPage=1000", "/dispositions"):
        text = house.client.get(resource, headers=house.keys["carrier"]).text
        assert secret not in text and "damaged" not in text
    assert 404 == house.client.get("/dispositions/damaged").status_code
    assert 200 == house.client.get("/dispositions/damaged", headers=house.keys["maker"]).status_code
    page = house.client.get(secret.removeprefix("https://id.gs1.org"), headers={"Accept": "text/html"}).text
    assert "urn:example:po" not in page and LOCATION not in page


def test_a_value_of_a_vocabulary_leads_to_its_events(house: Any, filled: Any) -> None:
    assert "packing" in house.client.get("/bizSteps").json()["member"]
    assert ["events"] == house.client.get("/bizSteps/packing").json()["member"]
    assert 5 == len(events_in(house.client.get("/bizSteps/packing/events")))
    assert 1 == len(events_in(house.client.get(f"/epcs/{quote(filled['items'][0], safe='')}/events")))
    assert 5 == len(house.client.get("/eventTypes").json()["member"])


def test_a_named_query_gives_what_matches_now(house: Any, filled: Any) -> None:
    keys = house.keys["maker"]
    made = house.client.post("/queries", json={"name": "packed", "query": {"EQ_bizStep": ["packing"]}}, headers=keys)
    again = house.client.post("/queries", json={"name": "packed", "query": {"EQ_bizStep": ["packing"]}}, headers=keys)

    assert (201, 409) == (made.status_code, again.status_code)
    # The private one is the maker's own.
    assert 6 == len(events_in(house.client.get(made.headers["Location"] + "/events", headers=keys)))
    assert 404 == house.client.get("/queries/packed", headers=house.keys["carrier"]).status_code
    assert [] == house.client.get("/queries/packed/subscriptions", headers=keys).json()
    assert 204 == house.client.delete("/queries/packed", headers=keys).status_code
    assert 404 == house.client.get("/queries/packed/events", headers=keys).status_code


@pytest.mark.parametrize(
    "query",
    [
        "GE_eventTime=yesterday",
        "EQ_action=REMOVE",
        "EQ_colour=red",
        "perPage=0",
        "perPage=many",
        "maxEventCount=-1",
        "orderBy=colour",
        "orderDirection=UP",
        "MATCH_epc=urn:epc:idpat:sgtin:*.000001.*",
        "eventCountLimit=3",
        "GE_eventTime=0001-01-01T00:00:00%2B14:00",
        "maxEventCount=1&eventCountLimit=1",
        "GT_quantity=NaN",
    ],
)
def test_a_parameter_out_of_order_is_named(house: Any, query: str) -> None:
    answer = house.client.get("/events?" + query)

    assert 400 == answer.status_code
    assert answer.json()["errors"][0]["pointer"]


def test_more_than_was_allowed_is_refused(house: Any, filled: Any) -> None:
    answer = house.client.get(f"/events?EQ_bizLocation={quote(LOCATION)}&maxEventCount=2")

    assert (413, "epcisException:QueryTooLargeException") == (answer.status_code, answer.json()["type"])


def test_a_long_address_is_refused(house: Any) -> None:
    assert 414 == house.client.get("/events?EQ_bizStep=" + "x" * 9000).status_code


def test_events_are_written_as_xml_too(house: Any, filled: Any) -> None:
    answer = house.client.get("/events?perPage=2", headers={"Accept": "application/xml"})

    assert "<recordTime>" in answer.text
    assert 406 == house.client.get("/events", headers={"Accept": "text/csv"}).status_code


def test_every_top_level_resource_lists_what_a_reader_may_see(house: Any, filled: Any) -> None:
    expected = {
        "epcs": filled["items"][0],
        "bizSteps": "packing",
        "bizLocations": LOCATION,
        "dispositions": "active",
        "eventTypes": "ObjectEvent",
    }

    for resource, value in expected.items():
        listed: list[str] = []
        address: str | None = f"/{resource}?perPage=3"
        while address:
            answer = house.client.get(address)
            listed.extend(answer.json()["member"])
            address = answer.links["next"]["url"] if "next" in answer.links else None
        assert value in listed
        assert len(set(listed)) == len(listed)
        assert ["events"] == house.client.get(f"/{resource}/{quote(value, safe='')}").json()["member"]
        assert 404 == house.client.get(f"/{resource}/urn:example:unknown").status_code
    assert filled["secret"] not in house.client.get("/epcs?perPage=1000").json()["member"]
    assert 404 == house.client.get(f"/epcs/{quote(filled['secret'], safe='')}").status_code
    assert 200 == house.client.get(f"/epcs/{quote(filled['secret'], safe='')}", headers=house.keys["maker"]).status_code


def test_a_list_of_identifiers_is_written_as_asked(house: Any, filled: Any) -> None:
    answer = house.client.get("/epcs?perPage=1000", headers={"GS1-EPC-Format": "Always_EPC_URN"})

    serial = filled["items"][0].rpartition("/")[2]
    assert f"urn:epc:id:sgtin:6901234.000001.{serial}" in answer.json()["member"]


def test_a_value_and_the_address_narrow_each_other(house: Any, filled: Any) -> None:
    place = f"/bizLocations/{quote(LOCATION, safe='')}/events?perPage=100"

    assert 5 == len(events_in(house.client.get(f"{place}&EQ_bizStep=packing")))
    assert 0 == len(events_in(house.client.get(f"{place}&EQ_bizLocation=https://id.gs1.org/414/6901234000009")))
    assert events_in(house.client.get(place)) == events_in(house.client.get(f"{place}&EQ_bizLocation={LOCATION}"))
    assert 1 == len(events_in(house.client.get(f"{place}&MATCH_anyEPC={filled['items'][3]}")))


def test_a_class_has_events_too(house: Any, filled: Any) -> None:
    lot = "https://id.gs1.org/01/06901234000016/10/L7"
    house.capture(
        "maker",
        {
            "type": "ObjectEvent",
            "action": "ADD",
            "eventTime": "2026-05-03T12:00:00Z",
            "eventTimeZoneOffset": "+00:00",
            "quantityList": [{"epcClass": lot, "quantity": 20}],
        },
    )

    assert ["events"] == house.client.get(f"/epcs/{quote(lot, safe='')}").json()["member"]
    (event,) = events_in(house.client.get(f"/epcs/{quote(lot, safe='')}/events"))
    assert [{"epcClass": lot, "quantity": 20}] == event["quantityList"]


def test_a_page_holds_thirty_where_nothing_is_asked_for(house: Any) -> None:
    items = [house.item() for _ in range(31)]
    event = {
        "type": "ObjectEvent",
        "action": "ADD",
        "eventTime": "2026-05-03T13:00:00Z",
        "eventTimeZoneOffset": "+00:00",
    }
    house.capture("maker", *({**event, "epcList": [item]} for item in items))

    answer = house.client.get("/events?GE_eventTime=2026-05-03T13:00:00Z&LT_eventTime=2026-05-03T13:00:01Z")

    assert 30 == len(events_in(answer))
    assert 1 == len(events_in(house.client.get(answer.links["next"]["url"])))
