"""Traces go through packing, association and transformation, as things stood at the time asked for.

trace
├── when a part was packed and unpacked
│   ├── it is in the package between the two, and not before or after
│   └── a package's later life is not the life of what had left it
├── when a part was packed elsewhere, it has left where it was
├── when everything was unpacked, nothing is left
├── when a component was replaced, the old one belongs to the asset until then
├── when a lot was packed in two packages, it is in both
├── when inputs were transformed, outputs come from them, with or without a knot
├── when an event was declared wrong, its relation does not count
├── when the reader may not see an event, its relation is not there
└── when depth or number stops it, it says so
"""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from store import ANONYMOUS, Mirror, Reader
from store.columns import microseconds_of
from store.mirror.projecting import ProjectionWriter
from store.mirror.projection import Audience, Edge, Projection, Relation, Shown
from store.mirror.tracing import Direction, trace

START = datetime(2026, 1, 1, tzinfo=UTC)
CONTAINED, BUILT_IN, TRANSFORMED, LOT = (
    Relation.CONTAINED,
    Relation.BUILT_IN,
    Relation.TRANSFORMED,
    Relation.LOT_CONTAINED,
)
Assert = Callable[..., int]


def day(number: int) -> datetime:
    return START + timedelta(days=number)


@pytest.fixture
def happens(mirror: Mirror) -> Assert:
    """Give the way to let an event happen on a day, with its edges; it returns the position."""
    positions = itertools.count(1)
    writer = ProjectionWriter()

    def happen(
        on: int, *edges: tuple[str | None, str, Relation, bool], audience: Audience = Audience.ANYONE,
        organisation: int = 1, readers: tuple[int, ...] = (), event_id: str | None = None, is_correction: bool = False,
        shown: int = int(Shown.EVENT_ID),
    ) -> int:  # fmt: skip
        position = next(positions)
        projection = Projection(
            position=position, commitment=position.to_bytes(32, "big"), organisation=organisation, kind=4,
            event_type="AggregationEvent", action="ADD", event_time=microseconds_of(day(on)), record_time=position,
            event_id=event_id, biz_step=None, disposition=None, read_point=None, biz_location=None,
            is_correction=is_correction, event_hash=None, audience=audience, shown=shown, readers=readers,
            names=(), edges=tuple(Edge(*edge, audience) for edge in edges), custody=(),
        )  # fmt: skip
        with mirror.writing() as connection:
            writer.write(connection, [projection])
        return position

    return happen


def found(mirror: Mirror, start: str, direction: Direction, reader: Reader = ANONYMOUS, **bounds: object) -> set[str]:
    things = trace(mirror, start, direction, reader, **bounds).things  # type: ignore[arg-type]  # bounds are keywords
    return {thing.identifier for thing in things} - {start}


def at(number: int) -> dict[str, object]:
    """Return the bounds that ask how things stood on a day."""
    return {"since": day(number), "as_of": day(number)}


def test_a_thing_that_nothing_names_has_only_itself(mirror: Mirror) -> None:
    answer = trace(mirror, "nothing", Direction.ORIGINS, ANONYMOUS)

    assert [thing.identifier for thing in answer.things] == ["nothing"]
    assert (answer.links, answer.truncated) == ((), False)


def test_a_part_is_in_its_package_between_packing_and_unpacking(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("item", "case", CONTAINED, False))
    happens(5, ("item", "case", CONTAINED, True))

    assert [found(mirror, "item", Direction.USES, **at(number)) for number in (0, 1, 4, 5)] == [
        set(),
        {"case"},
        {"case"},
        set(),
    ]
    assert [found(mirror, "case", Direction.ORIGINS, **at(number)) for number in (0, 1, 4, 5)] == [
        set(),
        {"item"},
        {"item"},
        set(),
    ]


def test_the_order_in_which_events_arrive_does_not_matter(mirror: Mirror, happens: Assert) -> None:
    happens(5, ("item", "case", CONTAINED, True))
    happens(1, ("item", "case", CONTAINED, False))

    assert found(mirror, "item", Direction.USES, **at(4)) == {"case"}
    assert found(mirror, "item", Direction.USES, **at(6)) == set()


def test_a_packages_later_life_is_not_the_life_of_what_had_left_it(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("item", "case", CONTAINED, False))
    happens(2, ("case", "first pallet", CONTAINED, False))
    happens(3, ("case", "first pallet", CONTAINED, True))
    happens(4, ("item", "case", CONTAINED, True))
    happens(5, ("case", "second pallet", CONTAINED, False))

    assert found(mirror, "item", Direction.USES) == {"case", "first pallet"}
    assert found(mirror, "second pallet", Direction.ORIGINS) == {"case"}
    assert found(mirror, "first pallet", Direction.ORIGINS) == {"case", "item"}


def test_what_is_packed_elsewhere_has_left_where_it_was(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("item", "case", CONTAINED, False))
    happens(3, ("item", "box", CONTAINED, False))

    assert found(mirror, "case", Direction.ORIGINS, **at(2)) == {"item"}
    assert found(mirror, "case", Direction.ORIGINS, **at(4)) == set()
    assert found(mirror, "item", Direction.USES, **at(4)) == {"box"}


def test_unpacking_without_children_empties_the_package(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("item", "case", CONTAINED, False), ("lot", "case", LOT, False))
    happens(3, (None, "case", CONTAINED, True))

    assert found(mirror, "case", Direction.ORIGINS, **at(2)) == {"item", "lot"}
    assert found(mirror, "case", Direction.ORIGINS, **at(4)) == set()
    assert found(mirror, "item", Direction.USES, **at(4)) == set()


def test_a_replaced_component_belongs_to_the_asset_until_then(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("old compressor", "fridge", BUILT_IN, False))
    happens(8, ("old compressor", "fridge", BUILT_IN, True), ("new compressor", "fridge", BUILT_IN, False))

    assert found(mirror, "fridge", Direction.ORIGINS, **at(7)) == {"old compressor"}
    assert found(mirror, "fridge", Direction.ORIGINS, **at(9)) == {"new compressor"}
    assert found(mirror, "fridge", Direction.ORIGINS) == {"old compressor", "new compressor"}
    (old,) = list(trace(mirror, "old compressor", Direction.USES, ANONYMOUS).links)
    assert (old.opened, old.closed) == (day(1), day(8))


def test_some_of_a_lot_can_be_in_two_packages(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("lot", "case", LOT, False))
    happens(2, ("lot", "box", LOT, False))

    assert found(mirror, "lot", Direction.USES, **at(3)) == {"case", "box"}


def test_outputs_come_from_inputs_and_carry_them_on(mirror: Mirror, happens: Assert) -> None:
    happens(
        1,
        ("steel", "knot", TRANSFORMED, False),
        ("paint", "knot", TRANSFORMED, False),
        ("knot", "door", TRANSFORMED, False),
    )
    happens(2, ("door", "fridge", BUILT_IN, False))
    happens(3, ("steel", "coil", CONTAINED, False))

    assert found(mirror, "steel", Direction.USES, as_of=day(2)) == {"knot", "door", "fridge"}
    assert found(mirror, "fridge", Direction.ORIGINS) == {"door", "knot", "steel", "paint"}


def test_a_knot_is_no_thing_and_no_step(mirror: Mirror, happens: Assert) -> None:
    knot = "transformation:1:x"
    happens(1, ("steel", knot, TRANSFORMED, False), (knot, "door", TRANSFORMED, False))

    answer = trace(mirror, "door", Direction.ORIGINS, ANONYMOUS, depth=1)

    assert [(thing.identifier, thing.depth) for thing in answer.things] == [("door", 0), ("steel", 1)]
    assert not answer.truncated


def test_an_input_of_a_later_transformation_is_not_an_origin_of_what_left_before(
    mirror: Mirror, happens: Assert
) -> None:
    happens(1, ("item", "tray", CONTAINED, False))
    happens(2, ("item", "tray", CONTAINED, True))
    happens(3, ("tray", "scrap", TRANSFORMED, False))

    assert found(mirror, "item", Direction.USES) == {"tray"}


def test_an_event_declared_wrong_ties_nothing(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("item", "case", CONTAINED, False), event_id="first")
    happens(1, event_id="first", is_correction=True)

    assert found(mirror, "item", Direction.USES) == set()


@pytest.mark.parametrize(
    ("audience", "shown", "counts_for"),
    [
        (Audience.ANYONE, Shown.EVENT_ID, [True, True, True]),
        (Audience.MEMBERS, Shown.EVENT_ID, [True, True, False]),
        (Audience.WHOLE, Shown.EVENT_ID, [True, False, False]),
        (Audience.ANYONE, Shown.NONE, [True, False, False]),
    ],
)
def test_a_declaration_counts_for_those_who_may_know_what_it_is_about(
    mirror: Mirror, happens: Assert, audience: Audience, shown: Shown, counts_for: list[bool]
) -> None:
    happens(1, ("item", "case", CONTAINED, False), event_id="first")
    happens(1, event_id="first", is_correction=True, audience=audience, shown=int(shown), readers=(1,))

    readers = (Reader(1), Reader(2), ANONYMOUS)

    assert counts_for == [found(mirror, "item", Direction.USES, reader) == set() for reader in readers]


def test_another_firm_cannot_declare_an_event_wrong(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("item", "case", CONTAINED, False), event_id="first")
    happens(1, event_id="first", is_correction=True, organisation=2)

    assert found(mirror, "item", Direction.USES) == {"case"}


def test_a_declaration_that_is_projected_first_still_counts(mirror: Mirror) -> None:
    writer = ProjectionWriter()
    common = {
        "organisation": 1, "kind": 4, "event_type": "AggregationEvent", "action": "ADD", "event_time": 1, "record_time": 1, "event_id": "first",
        "biz_step": None, "disposition": None, "read_point": None, "biz_location": None, "event_hash": None, "audience": Audience.ANYONE,
        "shown": int(Shown.EVENT_ID), "readers": (), "names": (), "custody": (),
    }  # fmt: skip
    edge = Edge("item", "case", CONTAINED, False, Audience.ANYONE)
    wrong = Projection(position=1, commitment=b"1" * 32, is_correction=False, edges=(edge,), **common)  # type: ignore[arg-type]
    declaration = Projection(position=2, commitment=b"2" * 32, is_correction=True, edges=(), **common)  # type: ignore[arg-type]
    with mirror.writing() as connection:
        writer.write(connection, [declaration])
        writer.write(connection, [wrong])

    assert found(mirror, "item", Direction.USES) == set()


def test_a_relation_is_there_for_those_who_may_see_its_event(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("item", "case", CONTAINED, False), audience=Audience.MEMBERS, readers=(1,))
    happens(2, ("case", "pallet", CONTAINED, False), audience=Audience.WHOLE, readers=(1, 3))

    assert [
        found(mirror, "item", Direction.USES, reader) for reader in (ANONYMOUS, Reader(2), Reader(3), Reader(1))
    ] == [
        set(),
        {"case"},
        {"case", "pallet"},
        {"case", "pallet"},
    ]


def test_who_may_not_see_the_unpacking_is_not_told_of_it(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("item", "case", CONTAINED, False))
    happens(2, ("item", "case", CONTAINED, True), audience=Audience.WHOLE, readers=(1,))

    assert found(mirror, "item", Direction.USES, ANONYMOUS, **at(3)) == {"case"}
    assert found(mirror, "item", Direction.USES, Reader(1), **at(3)) == set()


def test_depth_stops_a_trace_and_it_says_so(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("a", "b", CONTAINED, False), ("b", "c", CONTAINED, False), ("c", "d", CONTAINED, False))

    short, long = (trace(mirror, "a", Direction.USES, ANONYMOUS, depth=depth) for depth in (2, 3))

    assert ([thing.identifier for thing in short.things], short.truncated) == (["a", "b", "c"], True)
    assert ([thing.identifier for thing in long.things], long.truncated) == (["a", "b", "c", "d"], False)


def test_number_stops_a_trace_and_it_says_so(mirror: Mirror, happens: Assert) -> None:
    happens(1, *[(f"item {number}", "case", CONTAINED, False) for number in range(20)])

    answer = trace(mirror, "case", Direction.ORIGINS, ANONYMOUS, limit=5)

    assert (len(answer.things), answer.truncated) == (5, True)


def test_a_circle_ends(mirror: Mirror, happens: Assert) -> None:
    happens(1, ("a", "b", TRANSFORMED, False))
    happens(2, ("b", "a", TRANSFORMED, False))

    assert found(mirror, "a", Direction.USES) == {"b"}
