"""The mirror holds what the chain says, in the order of the chain, once; what vanishes takes its rows with it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from indexer.following import Indexer
from indexer.rebuilding import rebuild
from store import ANONYMOUS, Disclosure, Mirror, Reader, Record
from store.errors import MirrorOfAnotherNetwork, RangeOutOfOrder
from store.mirror import members
from store.mirror.checkpoints import checkpoint_of
from store.mirror.content import content_of, content_tables
from store.mirror.event_queries import event_page
from store.mirror.holdings import holdings
from store.mirror.things import lines_of, on_chain, states_of
from store.mirror.tracing import Direction, trace
from store.mirror.writing import MirrorWriter, Range
from store.record.bodies import forget
from store.record.capture import ANCHORED
from store.record.outbox import promise_of, waiting
from store.record.progress import Progress
from traceability.identifiers import prefix_rules
from traceability.ledger.head import replay
from traceability.ledger.keys import thing_key
from traceability.ledger.meta import Kind
from traceability.querying import query_of

PREFIX = "6901234"


def item(serial: object) -> str:
    return f"https://id.gs1.org/01/06901234000011/21/{serial}"


def body(kind: str, action: str | None, **fields: Any) -> str:
    common = {"type": kind, "eventTime": "2026-05-01T00:00:00Z", "eventTimeZoneOffset": "+08:00"}
    return json.dumps(common | ({} if action is None else {"action": action}) | fields)


def contents(mirror: Mirror) -> dict[str, list[Any]]:
    return {name: list(content_of(mirror, name)) for name in content_tables()}


def created(world: Any, *serials: object, **options: Any) -> Any:
    things = [item(serial) for serial in serials]
    return world.captured(
        body("ObjectEvent", "ADD", epcList=things, bizStep="commissioning"), Kind.CREATE, *serials, **options
    )


@pytest.fixture
def serial(world: Any) -> Callable[[], str]:
    return lambda: f"f{next(world.counter)}"


def key_of(world: Any, name: str) -> bytes:
    line = world.line(name)
    return thing_key(line.prefix_key, line.rest_hash)


def test_members_and_grants_are_as_the_chain_says(world: Any, indexer: Indexer, mirror: Mirror) -> None:
    indexer.catch_up()

    assert [found.organisation for found in members.organisations_after(mirror)][:2] == [1, 2]
    assert [(grant.scheme, grant.prefix, grant.holder) for grant in members.grants_after(mirror, 1)] == [
        ("gs1", PREFIX, 1)
    ]
    assert {scheme.scheme for scheme in members.schemes_of(mirror)} == set(prefix_rules())
    assert members.signing_key(mirror, world.firms[2].address).organisation == 2


def test_an_event_is_projected_when_its_log_comes_after_its_body(
    world: Any, indexer: Indexer, mirror: Mirror, save: Any, serial: Any
) -> None:
    name = serial()
    event = created(world, name)
    save(1, event)
    world.record_events(1, [event])

    indexer.catch_up()

    (found,) = event_page(mirror, query_of({"MATCH_epc": item(name)}), ANONYMOUS).events
    assert found.commitment == event.commitment
    assert [held.identifier for held in holdings(mirror, 1, ANONYMOUS)] == [item(name)]


def test_an_event_is_projected_when_its_body_comes_after_its_log(
    world: Any, indexer: Indexer, mirror: Mirror, save: Any, serial: Any
) -> None:
    event = created(world, serial())
    world.record_events(1, [event])
    indexer.catch_up()
    before = event_page(mirror, query_of({"orderBy": "recordTime"}), ANONYMOUS).events

    save(1, event)
    indexer.catch_up()

    assert before == ()
    (found,) = event_page(mirror, query_of({"orderBy": "recordTime"}), ANONYMOUS).events
    assert (found.commitment, found.position) == (
        event.commitment,
        on_chain(mirror, [event.commitment])[event.commitment][0].position,
    )


def test_the_lines_of_a_thing_give_its_head(world: Any, indexer: Indexer, mirror: Mirror, serial: Any) -> None:
    name = serial()
    events = [created(world, name)]
    events += [
        world.captured(body("ObjectEvent", "OBSERVE", epcList=[item(name)]), Kind.OBSERVE, name) for _ in range(3)
    ]
    for event in events:
        world.record_events(1, [event])
    indexer.catch_up()

    key = key_of(world, name)
    lines = lines_of(mirror, key)

    assert [line.commitment for line in lines] == [event.commitment for event in events]
    assert replay((line.commitment, line.meta) for line in lines) == world.contracts.ledger.head(key)
    assert lines_of(mirror, key, newest=2) == lines[-2:]


def test_a_recall_is_a_state_and_a_line(world: Any, indexer: Indexer, mirror: Mirror, serial: Any) -> None:
    name = serial()
    recall = world.captured(body("ObjectEvent", "OBSERVE", epcList=[item(name)]), Kind.STATE, name, state=3)
    world.record_events(1, [created(world, name), recall])

    indexer.catch_up()

    key = key_of(world, name)
    state = states_of(mirror, [key])[key]
    assert (state.state, state.organisation, len(lines_of(mirror, key))) == (3, 1, 2)


def test_anchored_events_are_projected_at_the_place_of_their_leaf(
    world: Any, indexer: Indexer, record: Record, mirror: Mirror, save: Any
) -> None:
    reading = body("ObjectEvent", "OBSERVE", epcList=[item("cold")], bizStep="transporting")
    events = [world.captured(reading, Kind.OBSERVE, lane=ANCHORED) for _ in range(5)]
    for number, event in enumerate(events):
        object.__setattr__(event, "content_digest", number.to_bytes(32, "big"))
    save(1, *events)
    world.anchor_events(record, 1, events)

    indexer.catch_up()

    found = event_page(
        mirror, query_of({"EQ_bizStep": "transporting", "orderBy": "recordTime", "orderDirection": "ASC"}), ANONYMOUS
    ).events
    assert [event.commitment for event in found] == [event.commitment for event in events]
    assert [event.position & 0xFF for event in found] == [0, 1, 2, 3, 4]


def test_a_body_is_not_projected_at_the_log_of_another_firm(
    world: Any, indexer: Indexer, mirror: Mirror, save: Any, serial: Any
) -> None:
    name = serial()
    event = created(world, name)
    world.record_events(1, [event])
    stolen = world.captured(event.body, Kind.OBSERVE, name)
    object.__setattr__(stolen, "commitment", event.commitment)
    world.record_events(2, [stolen])
    save(1, event)

    indexer.catch_up()

    (found,) = event_page(mirror, query_of({"orderBy": "recordTime"}), ANONYMOUS).events
    assert found.organisation == 1
    assert len(on_chain(mirror, [event.commitment])[event.commitment]) == 2
    assert indexer.figures.disagreeing >= 1


def test_a_vanished_block_takes_its_rows_with_it(
    world: Any, indexer: Indexer, record: Record, mirror: Mirror, save: Any, serial: Any
) -> None:
    names = [serial(), serial()]
    first, second = created(world, names[0]), created(world, names[1])
    save(1, first, second)
    world.record_events(1, [first])
    indexer.catch_up()
    before = contents(mirror)
    snapshot = world.snapshot()
    world.record_events(1, [second])
    pack = body("AggregationEvent", "ADD", parentID=item(names[0]), childEPCs=[item(names[1])])
    packed = world.captured(pack, Kind.PACK, *names)
    save(1, packed)
    world.record_events(1, [packed])
    indexer.catch_up()
    assert contents(mirror) != before

    world.revert(snapshot)
    indexer.catch_up()

    assert indexer.figures.rewinds == 1
    assert contents(mirror) == before


def test_a_vanished_block_sets_its_promises_back(
    world: Any, indexer: Indexer, record: Record, mirror: Mirror, save: Any
) -> None:
    events = [world.captured(body("ObjectEvent", "OBSERVE"), Kind.OBSERVE, lane=ANCHORED)]
    save(1, *events)
    (row,) = waiting(record, 1, 1, 10)
    snapshot = world.snapshot()
    world.anchor_events(record, 1, events)
    indexer.catch_up()
    assert promise_of(record, row.id).progress is Progress.MINED

    world.revert(snapshot)
    world.mine(3)
    indexer.catch_up()

    assert promise_of(record, row.id).progress is Progress.SIGNED
    assert event_page(mirror, query_of({"orderBy": "recordTime"}), ANONYMOUS).events == ()


def test_a_range_is_written_once(world: Any, indexer: Indexer, mirror: Mirror, serial: Any) -> None:
    world.record_events(1, [created(world, serial())])
    indexer.catch_up()
    before = contents(mirror)
    chapter, _ = indexer.reader.read(1, world.connection.block_number())

    with pytest.raises(RangeOutOfOrder):
        indexer.writer.write(chapter)

    assert contents(mirror) == before


def test_a_second_indexer_goes_on_where_the_first_ended(
    world: Any, indexer: Indexer, record: Record, mirror: Mirror, serial: Any
) -> None:
    indexer.catch_up()
    event = created(world, serial())
    world.record_events(1, [event])

    second = Indexer(world.connection, record, mirror)
    second.catch_up()

    assert second.figures.blocks == 1
    assert on_chain(mirror, [event.commitment])


def test_the_size_of_ranges_changes_no_answer(
    world: Any, indexer: Indexer, record: Record, mirror: Mirror, save: Any, serial: Any
) -> None:
    events = [created(world, serial()) for _ in range(12)]
    save(1, *events)
    for event in events:
        world.record_events(1, [event])
    indexer.catch_up()
    before = contents(mirror)

    MirrorWriter(mirror).clear()
    small = Indexer(world.connection, record, mirror, target_bytes=700, largest_range=3)
    small.catch_up()

    assert contents(mirror) == before


def test_a_rebuilt_mirror_gives_the_same_answers(
    world: Any, indexer: Indexer, record: Record, mirror: Mirror, save: Any, serial: Any
) -> None:
    names = [serial() for _ in range(4)]
    made = created(world, *names)
    pack = body("AggregationEvent", "ADD", parentID=item(names[0]), childEPCs=[item(name) for name in names[1:]])
    packed = world.captured(pack, Kind.PACK, *names)
    world.record_events(1, [made, packed])
    indexer.catch_up()
    save(1, made, packed)
    indexer.catch_up()
    before = contents(mirror), trace(mirror, item(names[1]), Direction.USES, ANONYMOUS)

    rebuild(world.connection, record, mirror)

    assert (contents(mirror), trace(mirror, item(names[1]), Direction.USES, ANONYMOUS)) == before


def test_a_forgotten_event_is_in_no_answer(
    world: Any, indexer: Indexer, record: Record, mirror: Mirror, save: Any, serial: Any, now: Any
) -> None:
    name = serial()
    event = created(world, name)
    save(1, event)
    world.record_events(1, [event])
    indexer.catch_up()

    forget(record, event.commitment, Reader(1), now)
    indexer.catch_up()

    assert event_page(mirror, query_of({"orderBy": "recordTime"}), Reader(1)).events == ()
    assert holdings(mirror, 1, Reader(1)) == ()
    with mirror.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM names").scalar_one() == 0
    assert on_chain(mirror, [event.commitment])


def test_a_private_event_is_in_its_readers_answers_only(
    world: Any, indexer: Indexer, mirror: Mirror, save: Any, serial: Any
) -> None:
    event = created(world, serial(), disclosure=Disclosure("private", (2,)))
    save(1, event)
    world.record_events(1, [event])
    indexer.catch_up()

    counts = [
        len(event_page(mirror, query_of({"orderBy": "recordTime"}), reader).events)
        for reader in (ANONYMOUS, Reader(1), Reader(2), Reader(3))
    ]

    assert counts == [0, 1, 1, 0]


def test_the_mirror_of_another_network_is_refused(world: Any, indexer: Indexer, mirror: Mirror) -> None:
    indexer.catch_up()

    with pytest.raises(MirrorOfAnotherNetwork):
        MirrorWriter(mirror).begin(1, bytes(32), bytes(20), 1, -1)


def test_an_empty_range_cannot_be_written_out_of_order(indexer: Indexer, mirror: Mirror) -> None:
    indexer.catch_up()
    checkpoint = checkpoint_of(mirror)
    assert checkpoint is not None

    with pytest.raises(RangeOutOfOrder) as refusal:
        indexer.writer.write(Range(checkpoint.block_number + 2, checkpoint.block_number + 2, [(1, b"", b"", 0)]))

    assert refusal.value.expected == checkpoint.block_number + 1
