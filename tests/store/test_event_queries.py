"""Queries answer what the reader may see, in pages that lose nothing, and every one of them by an index."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import ANONYMOUS, Mirror, Reader
from store.columns import microseconds_of
from store.errors import PageTokenInvalid
from store.mirror.event_queries import EventQuery, NameMatch, Order, find_events
from store.mirror.projecting import ProjectionWriter
from store.mirror.projection import Audience, Hidden, NamedIdentifier, NameRole, Projection
from store.mirror.vocabulary import Resource, vocabulary

START = datetime(2026, 1, 1, tzinfo=UTC)
OWNER, FRIEND, STRANGER = Reader(1), Reader(2), Reader(3)
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
        hidden = fields.pop("hidden", Hidden.NONE)
        day = fields.pop("day", position)
        hidden_names = fields.pop("hidden_names", False)
        private = audience is not Audience.ANYONE or hidden or hidden_names
        columns = {
            "position": position, "commitment": position.to_bytes(32, "big"), "organisation": 1, "kind": 1,
            "event_type": "ObjectEvent", "action": "OBSERVE", "event_time": microseconds_of(START + timedelta(days=day)),
            "record_time": position, "event_id": None, "biz_step": None, "disposition": None, "read_point": None,
            "biz_location": None, "is_correction": False, "event_hash": None, "edges": (), "custody": (),
        }  # fmt: skip
        name_audience = Audience.WHOLE if hidden_names else audience
        projection = Projection(
            **(columns | fields),  # type: ignore[arg-type]  # columns by name
            audience=audience,  # type: ignore[arg-type]
            hidden=hidden,  # type: ignore[arg-type]
            readers=(1, 2) if private else (),
            names=tuple(NamedIdentifier(text, role, name_audience) for text, role in names),  # type: ignore[arg-type]
        )
        with mirror.writing() as connection:
            writer.write(connection, [projection])
        return projection

    return happen


def positions(mirror: Mirror, reader: Reader = ANONYMOUS, **query: object) -> list[int]:
    return [event.position for event in find_events(mirror, EventQuery(**query), reader).events]  # type: ignore[arg-type]


def test_the_newest_event_comes_first_unless_asked_otherwise(mirror: Mirror, happens: Happen) -> None:
    for _ in range(3):
        happens()

    assert positions(mirror) == [3, 2, 1]
    assert positions(mirror, descending=False) == [1, 2, 3]


def test_event_time_can_give_the_order(mirror: Mirror, happens: Happen) -> None:
    for day in (5, 1, 3, 3):
        happens(day=day)

    assert positions(mirror, order=Order.EVENT_TIME) == [1, 4, 3, 2]
    assert positions(mirror, order=Order.EVENT_TIME, descending=False) == [2, 3, 4, 1]


def test_values_of_a_field_are_alternatives_and_fields_must_all_be_met(mirror: Mirror, happens: Happen) -> None:
    happens(biz_step="shipping", disposition="in_transit")
    happens(biz_step="receiving", disposition="in_progress")
    happens(biz_step="shipping", disposition="in_progress", action="ADD")

    assert positions(mirror, biz_steps=("shipping", "receiving")) == [3, 2, 1]
    assert positions(mirror, biz_steps=("shipping",), dispositions=("in_progress",)) == [3]
    assert positions(mirror, biz_steps=("shipping",), actions=("OBSERVE",)) == [1]


def test_a_name_is_met_exactly_or_by_its_beginning_in_the_roles_asked_for(mirror: Mirror, happens: Happen) -> None:
    happens(("https://id.gs1.org/01/1/21/a", NameRole.SUBJECT))
    happens(("https://id.gs1.org/01/1/21/b", NameRole.PARENT))
    happens(("https://id.gs1.org/01/2/21/a", NameRole.SUBJECT))
    roles = (NameRole.SUBJECT, NameRole.PARENT)

    exact = NameMatch((NameRole.SUBJECT,), ("https://id.gs1.org/01/1/21/a",))
    beginning = NameMatch(roles, beginnings=("https://id.gs1.org/01/1/21/",))
    wrong_role = NameMatch((NameRole.SUBJECT,), ("https://id.gs1.org/01/1/21/b",))

    assert positions(mirror, names=(exact,)) == [1]
    assert positions(mirror, names=(beginning,)) == [2, 1]
    assert positions(mirror, names=(wrong_role,)) == []
    assert positions(mirror, names=(NameMatch(roles),)) == []


def test_times_include_their_start_and_not_their_end(mirror: Mirror, happens: Happen) -> None:
    for day in (1, 2, 3):
        happens(day=day)

    found = positions(mirror, event_time_from=START + timedelta(days=1), event_time_before=START + timedelta(days=3))

    assert found == [2, 1]


def test_read_points_and_locations_are_met_exactly_or_by_their_beginning(mirror: Mirror, happens: Happen) -> None:
    happens(
        read_point="https://id.gs1.org/414/6900000000001/254/gate-1",
        biz_location="https://id.gs1.org/414/6900000000001",
    )
    happens(read_point="https://id.gs1.org/414/6900000000002")

    assert positions(mirror, read_points=("https://id.gs1.org/414/6900000000002",)) == [2]
    assert positions(mirror, read_points_below=("https://id.gs1.org/414/6900000000001",)) == [1]
    assert positions(mirror, biz_locations=("https://id.gs1.org/414/6900000000001",)) == [1]


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("descending", [True, False])
def test_pages_lose_and_repeat_nothing(mirror: Mirror, happens: Happen, order: Order, descending: bool) -> None:
    for number in range(11):
        happens(day=number % 4)
    whole = positions(mirror, order=order, descending=descending)
    walked: list[int] = []
    token = None

    while True:
        page = find_events(mirror, EventQuery(order=order, descending=descending, limit=3, token=token), ANONYMOUS)
        walked += [event.position for event in page.events]
        token = page.token
        if token is None:
            break

    assert walked == whole
    assert len(whole) == 11


@pytest.mark.parametrize("token", ["", "x", "!!!!", "dGVzdA", "ü"])
def test_a_made_up_page_token_is_refused(mirror: Mirror, token: str) -> None:
    with pytest.raises(PageTokenInvalid):
        find_events(mirror, EventQuery(token=token), ANONYMOUS)


def test_a_token_of_the_other_order_is_refused(mirror: Mirror, happens: Happen) -> None:
    for _ in range(2):
        happens()
    token = find_events(mirror, EventQuery(limit=1), ANONYMOUS).token

    with pytest.raises(PageTokenInvalid):
        find_events(mirror, EventQuery(token=token, order=Order.EVENT_TIME), ANONYMOUS)


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
    happens(("thing", NameRole.SUBJECT), audience=audience, biz_step="shipping")

    for reader in (ANONYMOUS, STRANGER, FRIEND, OWNER):
        expected = [1] if reader in seen_by else []
        assert positions(mirror, reader) == expected
        assert positions(mirror, reader, names=(NameMatch((NameRole.SUBJECT,), ("thing",)),)) == expected
        assert list(vocabulary(mirror, Resource.EPCS, reader)) == ["thing"] * len(expected)
        assert list(vocabulary(mirror, Resource.BIZ_STEPS, reader)) == ["shipping"] * len(expected)


@pytest.mark.parametrize(
    ("bit", "column", "field", "value"),
    [
        (Hidden.ACTION, "action", "actions", "ADD"),
        (Hidden.EVENT_ID, "event_id", "event_ids", "urn:uuid:1"),
        (Hidden.BIZ_STEP, "biz_step", "biz_steps", "shipping"),
        (Hidden.DISPOSITION, "disposition", "dispositions", "damaged"),
        (Hidden.READ_POINT, "read_point", "read_points", "gate"),
        (Hidden.READ_POINT, "read_point", "read_points_below", "ga"),
        (Hidden.BIZ_LOCATION, "biz_location", "biz_locations", "hall"),
    ],
)
def test_nobody_finds_an_event_by_a_field_that_he_may_not_see(
    mirror: Mirror, happens: Happen, bit: Hidden, column: str, field: str, value: str
) -> None:
    happens(hidden=bit, **{column: value})

    found = [positions(mirror, reader, **{field: (value,)}) for reader in (ANONYMOUS, STRANGER, FRIEND, OWNER)]

    assert found == [[], [], [1], [1]]
    assert positions(mirror, ANONYMOUS) == [1]


def test_nobody_finds_an_event_by_a_name_that_he_may_not_see(mirror: Mirror, happens: Happen) -> None:
    happens(("thing", NameRole.SUBJECT), hidden_names=True)
    match = (NameMatch((NameRole.SUBJECT,), ("thing",)),)

    assert [positions(mirror, reader, names=match) for reader in (ANONYMOUS, STRANGER, FRIEND)] == [[], [], [1]]
    assert vocabulary(mirror, Resource.EPCS, ANONYMOUS) == ()


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
    reader=st.sampled_from([ANONYMOUS, STRANGER, FRIEND, OWNER]),
)
def test_a_query_answers_as_reading_all_events_would(
    mirror: Mirror, events: list[tuple[str, Audience, bool, int]], wanted: str, reader: Reader
) -> None:
    with mirror.writing() as connection:
        for table in ("events", "event_readers", "event_names", "names"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    happen = happening_in(mirror)
    expected = []
    for number, (step, audience, is_hidden, day) in enumerate(events, 1):
        happen(biz_step=step, audience=audience, hidden=Hidden.BIZ_STEP if is_hidden else Hidden.NONE, day=day)
        whole = reader in (FRIEND, OWNER)
        level = Audience.WHOLE if whole else Audience.ANYONE if reader is ANONYMOUS else Audience.MEMBERS
        if audience <= level and step == wanted and (whole or not is_hidden):
            expected.append(number)

    assert positions(mirror, reader, biz_steps=(wanted,), descending=False) == expected
