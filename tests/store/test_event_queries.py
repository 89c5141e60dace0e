"""Queries answer what the reader may see, in pages that lose nothing."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import ANONYMOUS, Mirror, Reader
from store.columns import microseconds_of
from store.errors import PageTokenInvalid
from store.mirror.event_queries import event_page
from store.mirror.place import Place
from store.mirror.projecting import ProjectionWriter
from store.mirror.projection import Audience, NamedIdentifier, NameRole, Projection, Shown, Term
from store.mirror.vocabulary import Resource, vocabulary
from traceability.querying import query_of
from traceability.querying.keys import number_key, text_key

START = datetime(2026, 1, 1, tzinfo=UTC)
OWNER, FRIEND, STRANGER = Reader(1), Reader(2), Reader(3)
EVERYBODY = (ANONYMOUS, STRANGER, FRIEND, OWNER)
GTIN = "https://id.gs1.org/01/06901234000016"
Happen = Callable[..., Projection]


@pytest.fixture
def happens(mirror: Mirror) -> Happen:
    """Give the way to project an event; every day one, unless a day is given."""
    return happening_in(mirror)


def happening_in(mirror: Mirror) -> Happen:
    positions = itertools.count(1)
    writer = ProjectionWriter()

    def happen(*names: tuple[str, NameRole], **fields: object) -> Projection:
        position = next(positions)
        audience = fields.pop("audience", Audience.ANYONE)
        day = fields.pop("day", position)
        hidden_names = fields.pop("hidden_names", False)
        terms = fields.get("terms", ())
        is_private = audience is not Audience.ANYONE or hidden_names or any(term.audience for term in terms)  # type: ignore[attr-defined]  # of terms
        columns = {
            "position": position, "commitment": position.to_bytes(32, "big"), "organisation": 1, "kind": 1,
            "event_type": "ObjectEvent", "action": "OBSERVE", "event_time": microseconds_of(START + timedelta(days=day)),  # type: ignore[arg-type]  # a day
            "record_time": position, "event_id": None, "biz_step": None, "disposition": None, "read_point": None,
            "biz_location": None, "is_correction": False, "event_hash": None, "edges": (), "custody": (),
            "shown": int(Shown.EVENT_ID | Shown.EVENT_HASH),
        }  # fmt: skip
        name_audience = Audience.WHOLE if hidden_names else audience
        projection = Projection(
            **(columns | fields),  # type: ignore[arg-type]  # columns by name
            audience=audience,  # type: ignore[arg-type]
            readers=(1, 2) if is_private else (),
            names=tuple(NamedIdentifier(text, role, name_audience) for text, role in names),  # type: ignore[arg-type]
        )
        with mirror.writing() as connection:
            writer.write(connection, [projection])
        return projection

    return happen


def positions(mirror: Mirror, reader: Reader = ANONYMOUS, **parameters: object) -> list[int]:
    return [event.position for event in event_page(mirror, query_of(parameters), reader).events]


def test_the_newest_event_comes_first_unless_asked_otherwise(mirror: Mirror, happens: Happen) -> None:
    for _ in range(3):
        happens()

    assert positions(mirror) == [3, 2, 1]
    assert positions(mirror, orderDirection="ASC") == [1, 2, 3]


def test_event_time_or_the_chain_gives_the_order(mirror: Mirror, happens: Happen) -> None:
    for day in (5, 1, 3, 3):
        happens(day=day)

    assert positions(mirror, orderBy="eventTime") == [1, 4, 3, 2]
    assert positions(mirror, orderBy="eventTime", orderDirection="ASC") == [2, 3, 4, 1]
    assert positions(mirror, orderBy="recordTime") == [4, 3, 2, 1]


def test_an_extension_gives_the_order_and_who_lacks_it_comes_last(mirror: Mirror, happens: Happen) -> None:
    field = "{https://ex.org/}rank"
    for value in (text_key("b"), number_key(Decimal(-5)), None, number_key(Decimal(12)), text_key("B")):
        happens(terms=() if value is None else (Term(field, value, 0),))
    happens(terms=(Term(field, number_key(Decimal(3)), 0), Term(field, number_key(Decimal(99)), 0)))

    assert positions(mirror, orderBy="https://ex.org/#rank", orderDirection="ASC") == [2, 6, 4, 5, 1, 3]
    assert positions(mirror, orderBy="https://ex.org/#rank") == [1, 5, 4, 6, 2, 3]


def test_values_of_a_field_are_alternatives_and_fields_must_all_be_met(mirror: Mirror, happens: Happen) -> None:
    happens(biz_step="shipping", disposition="in_transit")
    happens(biz_step="receiving", disposition="in_progress")
    happens(biz_step="shipping", disposition="in_progress", action="ADD")

    assert positions(mirror, EQ_bizStep=["shipping", "receiving"]) == [3, 2, 1]
    assert positions(mirror, EQ_bizStep="shipping", EQ_disposition="in_progress") == [3]
    assert positions(mirror, EQ_bizStep="shipping", EQ_action="OBSERVE") == [1]


def test_a_name_is_met_exactly_or_by_a_pattern_in_the_roles_asked_for(mirror: Mirror, happens: Happen) -> None:
    happens((f"{GTIN}/21/a", NameRole.SUBJECT), terms=(Term("epcList.class", text_key(GTIN), 0),))
    happens((f"{GTIN}/21/b", NameRole.PARENT), terms=(Term("parentID.class", text_key(GTIN), 0),))
    happens(("https://id.gs1.org/01/06901234000023/21/a", NameRole.SUBJECT))

    assert positions(mirror, MATCH_epc=f"{GTIN}/21/a") == [1]
    assert positions(mirror, MATCH_anyEPC="urn:epc:idpat:sgtin:6901234.000001.*") == [2, 1]
    assert positions(mirror, MATCH_epc="urn:epc:idpat:sgtin:6901234.*.*") == [3, 1]
    assert positions(mirror, MATCH_epc=f"{GTIN}/21/b") == []


def test_times_include_their_start_and_not_their_end(mirror: Mirror, happens: Happen) -> None:
    for day in (1, 2, 3):
        happens(day=day)

    assert positions(mirror, GE_eventTime="2026-01-02T00:00:00Z", LT_eventTime="2026-01-04T00:00:00Z") == [2, 1]


@pytest.mark.parametrize("order", ["eventTime", "recordTime", "https://ex.org/#rank"])
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("step", [None, "shipping"])
def test_pages_lose_and_repeat_nothing(
    mirror: Mirror, happens: Happen, order: str, direction: str, step: str | None
) -> None:
    for number in range(23):
        rank = () if number % 5 == 0 else (Term("{https://ex.org/}rank", number_key(Decimal(number % 3)), 0),)
        happens(day=number % 4, biz_step="shipping" if number % 2 else "receiving", terms=rank)
    asked = query_of({"orderBy": order, "orderDirection": direction} | ({"EQ_bizStep": step} if step else {}))
    whole = [event.position for event in event_page(mirror, asked, ANONYMOUS).events]
    walked: list[int] = []
    place = None

    while True:
        page = event_page(mirror, asked, ANONYMOUS, limit=3, after=place)
        walked += [event.position for event in page.events]
        place = None if page.next is None else Place.from_text(page.next.to_text())
        if place is None:
            break

    assert walked == whole
    assert len(whole) == (11 if step else 23)


@pytest.mark.parametrize("text", ["", "x", "!!!!", "1.2", "1.2.zz", "1.99999999999999999999.", "ü"])
def test_a_made_up_place_is_refused(text: str) -> None:
    with pytest.raises(PageTokenInvalid):
        Place.from_text(text)


@pytest.mark.parametrize(
    ("audience", "seen_by"),
    [
        (Audience.ANYONE, [ANONYMOUS, STRANGER, FRIEND, OWNER]),
        (Audience.MEMBERS, [STRANGER, FRIEND, OWNER]),
        (Audience.WHOLE, [FRIEND, OWNER]),
    ],
)
def test_an_event_is_found_by_those_who_may_see_it(
    mirror: Mirror, happens: Happen, audience: Audience, seen_by: list[Reader]
) -> None:
    happens(("urn:x:thing", NameRole.SUBJECT), audience=audience, biz_step="shipping")

    for reader in EVERYBODY:
        expected = [1] if reader in seen_by else []
        assert positions(mirror, reader) == expected
        assert positions(mirror, reader, MATCH_epc="urn:x:thing") == expected
        assert list(vocabulary(mirror, Resource.EPCS, reader)) == ["urn:x:thing"] * len(expected)
        assert list(vocabulary(mirror, Resource.BIZ_STEPS, reader)) == ["shipping"] * len(expected)


@pytest.mark.parametrize(
    ("field", "value", "parameter", "resource"),
    [
        ("action", "ADD", "EQ_action", None),
        ("eventID", "urn:uuid:1", "EQ_eventID", None),
        ("bizStep", "shipping", "EQ_bizStep", Resource.BIZ_STEPS),
        ("disposition", "damaged", "EQ_disposition", Resource.DISPOSITIONS),
        ("readPoint", "urn:x:gate", "EQ_readPoint", Resource.READ_POINTS),
        ("bizLocation", "urn:x:hall", "EQ_bizLocation", Resource.BIZ_LOCATIONS),
        ("bizTransaction:po", "urn:x:order", "EQ_bizTransaction_po", None),
    ],
)
def test_nobody_finds_an_event_by_a_field_that_he_may_not_see(
    mirror: Mirror, happens: Happen, field: str, value: str, parameter: str, resource: Resource | None
) -> None:
    happens(terms=(Term(field, text_key(value), Audience.WHOLE),), action=None, shown=0)

    found = [positions(mirror, reader, **{parameter: value}) for reader in EVERYBODY]

    assert found == [[], [], [1], [1]]
    assert positions(mirror, ANONYMOUS) == [1]
    if resource is not None:
        assert [len(vocabulary(mirror, resource, reader)) for reader in EVERYBODY] == [0, 0, 1, 1]


def test_nobody_finds_an_event_by_a_name_that_he_may_not_see(mirror: Mirror, happens: Happen) -> None:
    happens(("urn:x:thing", NameRole.SUBJECT), hidden_names=True)

    found = [positions(mirror, reader, MATCH_epc="urn:x:thing") for reader in EVERYBODY]

    assert found == [[], [], [1], [1]]
    assert vocabulary(mirror, Resource.EPCS, ANONYMOUS) == ()


def test_nobody_learns_by_the_order_what_he_may_not_see(mirror: Mirror, happens: Happen) -> None:
    for value in (3, 1, 2):
        happens(terms=(Term("{https://ex.org/}rank", number_key(Decimal(value)), Audience.WHOLE),))

    assert positions(mirror, FRIEND, orderBy="https://ex.org/#rank", orderDirection="ASC") == [2, 3, 1]
    assert positions(mirror, STRANGER, orderBy="https://ex.org/#rank", orderDirection="ASC") == [3, 2, 1]


def test_vocabularies_go_on_after_a_value(mirror: Mirror, happens: Happen) -> None:
    for step in ("shipping", "packing", "receiving", "packing"):
        happens(biz_step=step)

    assert vocabulary(mirror, Resource.BIZ_STEPS, ANONYMOUS, limit=2) == ("packing", "receiving")
    assert vocabulary(mirror, Resource.BIZ_STEPS, ANONYMOUS, after="receiving") == ("shipping",)


STEPS = st.sampled_from(["shipping", "receiving"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    events=st.lists(st.tuples(STEPS, st.sampled_from(list(Audience)), st.booleans(), st.integers(0, 3)), max_size=8),
    wanted=STEPS,
    reader=st.sampled_from(EVERYBODY),
)
def test_a_query_answers_as_reading_all_events_would(
    mirror: Mirror, events: list[tuple[str, Audience, bool, int]], wanted: str, reader: Reader
) -> None:
    with mirror.writing() as connection:
        for table in ("events", "event_readers", "event_names", "event_values", "names", "shapes", "fields"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    happen = happening_in(mirror)
    expected = []
    for number, (step, audience, is_hidden, day) in enumerate(events, 1):
        hidden = {"terms": (Term("bizStep", text_key(step), Audience.WHOLE),)}
        happen(audience=audience, day=day, **(hidden if is_hidden else {"biz_step": step}))
        whole = reader in (FRIEND, OWNER)
        level = Audience.WHOLE if whole else Audience.ANYONE if reader is ANONYMOUS else Audience.MEMBERS
        if audience <= level and step == wanted and (whole or not is_hidden):
            expected.append(number)

    assert positions(mirror, reader, EQ_bizStep=wanted, orderBy="recordTime", orderDirection="ASC") == expected
