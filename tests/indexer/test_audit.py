"""The audit names every row that is not what chain and record say, and nothing else."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from indexer.audit import audit
from indexer.following import Indexer
from indexer.rebuilding import rebuild
from indexer.recommitting import Grants
from store import ANONYMOUS, Database, Mirror, Record
from store.mirror.event_queries import event_page
from store.record.capture import ANCHORED, CapturedEvent
from store.record.outbox import promise_of, waiting
from store.record.progress import Progress
from traceability.commitment import commit
from traceability.epcis import Event, event_hash
from traceability.ledger.meta import Kind, State, flags_of
from traceability.querying import query_of

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def told(world: Any, indexer: Indexer, mirror: Mirror, save: Any) -> list[CapturedEvent]:
    """Let a firm capture and record three events with true commitments, and the indexer follow."""
    indexer.catch_up()
    events = []
    for number in range(3):
        serial = f"a{next(world.counter)}"
        fields = {
            "type": "ObjectEvent", "action": "ADD", "eventTime": f"2026-05-0{number + 1}T00:00:00Z", "eventTimeZoneOffset": "+08:00",
            "epcList": [f"https://id.gs1.org/01/06901234000011/21/{serial}"], "bizStep": "commissioning",
        }  # fmt: skip
        body = json.dumps(fields, sort_keys=True)
        event = world.captured(body, Kind.CREATE, serial, event_hash=event_hash(Event.from_json(body)))
        committed = commit(
            Event.from_json(body).body, event_hash=event.event_hash, organisation=1, kind=Kind.CREATE,
            flags=flags_of(Kind.CREATE, private=False), state=State.UNCHANGED, secret=event.secret,
            thing_of=Grants(mirror).thing_of,
        )  # fmt: skip
        object.__setattr__(event, "commitment", committed.root)
        object.__setattr__(event, "content_digest", hashlib.sha256(body.encode()).digest())
        events.append(event)
    save(1, *events)
    world.record_events(1, events)
    indexer.catch_up()
    return events


def change(database: Database, statement: str, **values: Any) -> None:
    with database.writing() as connection:
        assert connection.execute(text(statement), values).rowcount == 1


def findings(world: Any, record: Record, mirror: Mirror) -> list[str]:
    return [str(difference) for difference in audit(world.connection, record, mirror)]


def test_an_untouched_installation_has_no_findings(world: Any, record: Record, mirror: Mirror, told: Any) -> None:
    assert findings(world, record, mirror) == []


def test_an_empty_mirror_is_named(world: Any, record: Record, mirror: Mirror) -> None:
    assert findings(world, record, mirror) == ["mirror.checkpoint 1: the mirror is empty: run rebuild"]


def test_a_changed_field_of_a_stored_event_is_named(world: Any, record: Record, mirror: Mirror, told: Any) -> None:
    change(
        record,
        "UPDATE events SET body = replace(body, '2026-05-02', '2025-05-02') WHERE commitment = :word",
        word=told[1].commitment,
    )

    found = findings(world, record, mirror)

    assert f"record.events 0x{told[1].commitment.hex()}: body, secret or hash do not give the commitment" in found
    assert any(finding.startswith("mirror.events ") and finding.endswith("differs in event_time") for finding in found)
    assert not any(told[0].commitment.hex() in finding or told[2].commitment.hex() in finding for finding in found)


@pytest.mark.parametrize(
    "column", ["secret = :word", "state = 3", "kind = 1", "event_hash = 'ni:other'", "organisation = 2", "body = '[]'"]
)
def test_a_changed_column_of_a_stored_event_is_named(
    world: Any, record: Record, mirror: Mirror, told: Any, column: str
) -> None:
    values = {"word": bytes(32)} if ":word" in column else {}
    change(record, f"UPDATE events SET {column} WHERE commitment = :which", which=told[0].commitment, **values)

    found = findings(world, record, mirror)

    assert any(finding.startswith(f"record.events 0x{told[0].commitment.hex()}") for finding in found)


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE logs SET data = :word WHERE position = (SELECT max(position) FROM logs)", "mirror.logs"),
        ("UPDATE blocks SET timestamp = 1 WHERE number = (SELECT max(number) FROM blocks)", "mirror.blocks"),
        ("DELETE FROM lines WHERE position = (SELECT max(position) FROM lines)", "mirror.lines"),
        ("UPDATE grants SET holder = 2 WHERE position = (SELECT max(position) FROM grants)", "mirror.grants"),
        ("INSERT INTO states VALUES (:word, 5, 3, 1, 1)", "mirror.states"),
        ("UPDATE custody SET organisation = 2 WHERE position = (SELECT max(position) FROM custody)", "mirror.custody"),
        ("UPDATE organisations SET profile = 'x' WHERE organisation = 1", "mirror.organisations"),
    ],
)
def test_a_changed_row_of_the_mirror_is_named(
    world: Any, record: Record, mirror: Mirror, told: Any, statement: str, table: str
) -> None:
    with mirror.writing() as connection:
        assert connection.execute(text(statement), {"word": bytes(32)} if ":word" in statement else {}).rowcount >= 1

    found = findings(world, record, mirror)

    assert found
    assert all(finding.startswith(table) for finding in found)


def test_what_the_mirror_has_still_to_take_in_is_no_finding(
    world: Any, record: Record, mirror: Mirror, told: Any
) -> None:
    world.record_events(1, [world.captured(told[0].body, Kind.CREATE, "later")])
    world.mine(3)

    assert findings(world, record, mirror) == []


def test_a_promise_that_is_final_in_a_block_that_the_mirror_has_still_to_take_in_is_no_finding(
    world: Any, record: Record, mirror: Mirror, told: Any, save: Any
) -> None:
    later = world.captured(told[0].body, Kind.OBSERVE, lane=ANCHORED)
    save(1, later)
    world.anchor_events(record, 1, [later])
    change(record, "UPDATE outbox SET state = 'final' WHERE commitment = :word", word=later.commitment)

    found = findings(world, record, mirror)

    # Its commitment is made up, so the body does not give it; but the chain has it, in a block after the mirror's newest.
    assert found == [f"record.events 0x{later.commitment.hex()}: body, secret or hash do not give the commitment"]


def test_an_event_that_was_committed_before_its_writer_knew_of_the_grant_is_no_finding(
    world: Any, record: Record, mirror: Mirror, save: Any
) -> None:
    fields = {
        "type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-05-09T00:00:00Z", "eventTimeZoneOffset": "+08:00",
        "epcList": ["https://id.gs1.org/01/06901234000011/21/early"],
    }  # fmt: skip
    body = json.dumps(fields, sort_keys=True)
    event = world.captured(body, Kind.OBSERVE, lane=ANCHORED, event_hash=event_hash(Event.from_json(body)))
    committed = commit(
        Event.from_json(body).body, event_hash=event.event_hash, organisation=1, kind=Kind.OBSERVE,
        flags=flags_of(Kind.OBSERVE, private=False), state=State.UNCHANGED, secret=event.secret, thing_of=lambda _: None,
    )  # fmt: skip
    object.__setattr__(event, "commitment", committed.root)
    save(1, event)
    # The grant is on the chain before the anchor: its writer's mirror had not taken it in yet.
    world.anchor_events(record, 1, [event])
    Indexer(world.connection, record, mirror).catch_up()

    assert findings(world, record, mirror) == []


def test_findings_name_columns_and_never_what_they_hold(world: Any, record: Record, mirror: Mirror, told: Any) -> None:
    change(
        record,
        "UPDATE events SET body = replace(body, 'commissioning', 'hush') WHERE commitment = :word",
        word=told[0].commitment,
    )

    assert "hush" not in "".join(findings(world, record, mirror))


def test_a_deleted_promise_is_named(world: Any, record: Record, mirror: Mirror, told: Any) -> None:
    change(record, "DELETE FROM outbox WHERE commitment = :word", word=told[0].commitment)

    assert findings(world, record, mirror) == ["record.outbox event 1: was never promised to the chain"]


def test_a_promise_that_says_final_and_is_on_no_chain_is_named(
    world: Any, record: Record, mirror: Mirror, told: Any, save: Any
) -> None:
    event = world.captured(told[0].body, Kind.CREATE, "never")
    save(1, event)
    change(record, "UPDATE outbox SET state = 'final' WHERE commitment = :word", word=event.commitment)

    found = findings(world, record, mirror)

    assert f"record.events 0x{event.commitment.hex()}: is final by the outbox, and not on the chain" in found


def test_a_body_that_arrives_with_its_log_already_there_settles_its_promise(
    world: Any, record: Record, mirror: Mirror, told: Any
) -> None:
    # As after a restore from before the events were sent: the rows wait, and a new mirror looks at all bodies.
    with record.writing() as connection:
        connection.execute(text("UPDATE outbox SET state = 'waiting'"))
    rows = waiting(record, 1, 0, 10)

    rebuild(world.connection, record, mirror)

    assert [promise_of(record, row.id).progress for row in rows] == [Progress.FINAL] * 3
    assert len(event_page(mirror, query_of({"orderBy": "recordTime"}), ANONYMOUS).events) == 3
