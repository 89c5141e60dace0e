"""Every query of the mirror and the record is answered by an index: its cost follows the answer, not the table.

Each query runs once while its statements are written down; then the database is asked how it carries each of them out.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event

from store import ANONYMOUS, Database, Mirror, Reader, Record
from store.mirror import assertions, holders, holdings, lookups, members, things, tracing, vocabulary
from store.mirror.event_queries import event_page
from store.mirror.projecting import ProjectionWriter
from store.mirror.projection import (
    Audience,
    CustodyChange,
    Edge,
    NamedIdentifier,
    NameRole,
    Projection,
    Relation,
    Term,
)
from store.record import (
    accounts,
    bodies,
    bundles,
    capture,
    dossiers,
    jobs,
    links,
    outbox,
    products,
    queries,
    reports,
    transactions,
)
from store.record.transactions import Passage
from traceability.querying import query_of
from traceability.querying.keys import text_key

NOW = datetime(2026, 5, 4, tzinfo=UTC)
FIRM = Reader(1)
WORD = bytes(32)
SMALL = {"shapes", "audiences", "checkpoint", "schemes", "schemas", "nodes", "entries", "(subquery-1)"}
"""Tables that hold a handful of rows however large the network grows."""

TIME = "2026-05-04T00:00:00Z"
EVENT_QUERIES: tuple[dict[str, Any], ...] = (
    {},
    {"orderBy": "recordTime"},
    {"orderBy": "https://ex.org/#rank"},
    {"orderBy": "https://ex.org/#rank", "EQ_bizStep": "shipping"},
    {"GE_eventTime": TIME},
    {"GE_recordTime": TIME, "LT_recordTime": TIME},
    {"MATCH_epc": "urn:x:part"},
    {"MATCH_epc": "urn:x:pa*"},
    {"MATCH_anyEPC": ["urn:x:part", "urn:x:whole"]},
    {"EQ_bizStep": "shipping", "eventType": "AggregationEvent"},
    {"EQ_bizStep": "shipping", "orderBy": "recordTime"},
    {"EQ_eventID": "x"},
    {"EQ_readPoint": "urn:x:x"},
    {"EQ_https://ex.org/#rank": "5"},
    {"GE_https://ex.org/#rank": "5"},
    {"EXISTS_https://ex.org/#rank": None},
)

OF_MIRROR: dict[str, Callable[[Mirror], object]] = {
    **{
        f"events by {' and '.join(parameters) or 'nothing'} for {'a firm' if reader.organisation else 'anyone'}": (
            lambda m, parameters=parameters, reader=reader: event_page(m, query_of(parameters), reader, limit=1)
        )
        for parameters in EVENT_QUERIES
        for reader in (ANONYMOUS, FIRM)
    },
    "next page": lambda m: event_page(m, query_of({}), FIRM, after=event_page(m, query_of({}), FIRM, limit=1).next),
    "business steps": lambda m: vocabulary.vocabulary(m, vocabulary.Resource.BIZ_STEPS, FIRM),
    "locations": lambda m: vocabulary.vocabulary(m, vocabulary.Resource.BIZ_LOCATIONS, ANONYMOUS),
    "identifiers": lambda m: vocabulary.vocabulary(m, vocabulary.Resource.EPCS, FIRM),
    "holdings": lambda m: holdings.holdings(m, 1, FIRM),
    "origins": lambda m: tracing.trace(m, "whole", tracing.Direction.ORIGINS, FIRM, as_of=NOW),
    "uses": lambda m: tracing.trace(m, "part", tracing.Direction.USES, ANONYMOUS),
    "lines": lambda m: things.lines_of(m, WORD, newest=5),
    "line counts": lambda m: things.line_counts(m, [WORD]),
    "states": lambda m: things.states_of(m, [WORD]),
    "changes of state": lambda m: things.state_changes(m, WORD),
    "keys in a state": lambda m: things.keys_in_state(m, 1, 3),
    "places on the chain": lambda m: things.on_chain(m, [WORD]),
    "an organisation": lambda m: members.organisation_of(m, 1),
    "organisations": lambda m: members.organisations_after(m, 1),
    "keys of an organisation": lambda m: members.signing_keys_of(m, 1),
    "a key": lambda m: members.signing_key(m, WORD),
    "grants by key": lambda m: members.grants_by_key(m, [WORD]),
    "grants of a holder": lambda m: members.grants_after(m, 1),
    "holder and states": lambda m: holders.held_prefix(m, [WORD], lambda _: [WORD]),
    "partners": lambda m: members.partners_of(m, WORD),
    "attestations about": lambda m: assertions.attestations_about(m, [WORD]),
    "attestations by": lambda m: assertions.attestations_by(m, 1),
    "liens on": lambda m: assertions.liens_on(m, [WORD]),
    "liens with": lambda m: assertions.liens_with(m, 1),
    "a block": lambda m: lookups.block_hash_at(m, 1),
    "unprojected": lambda m: lookups.unprojected(m, [WORD]),
    "an anchor": lambda m: lookups.anchor_at(m, 1, 1, 1),
    "commitments": lambda m: lookups.commitments_at(m, [1]),
}

OF_RECORD: dict[str, Callable[[Record], object]] = {
    "bodies": lambda r: bodies.visible_events(r, [WORD], FIRM),
    "bodies by id": lambda r: bodies.visible_event_by_id(r, "x", ANONYMOUS),
    "sealed": lambda r: bodies.sealed_events(r, [WORD]),
    "arrivals": lambda r: bodies.sealed_after(r, 0, 10),
    "contents": lambda r: capture.known_contents(r, 1, [WORD]),
    "a job": lambda r: jobs.job_of(r, "x", FIRM),
    "jobs": lambda r: jobs.jobs_of(r, FIRM, 10, (NOW, "job")),
    "queues": outbox.queues,
    "waiting": lambda r: outbox.waiting(r, 1, 0, 10),
    "oldest": outbox.oldest_waiting,
    "promises": lambda r: outbox.promises_for(r, [WORD]),
    "a batch": lambda r: outbox.promises_in(r, 1),
    "transactions": lambda r: transactions.transactions_at(r, [Passage.SIGNED]),
    "places": lambda r: transactions.newest_places(r, 5, 10),
    "nonce": lambda r: transactions.next_nonce(r, WORD[:20]),
    "number": lambda r: transactions.next_number(r, 1, 0),
    "leaves": lambda r: transactions.anchored_leaves(r, 1, 1, 1, WORD),
    "a leaf": lambda r: transactions.anchored_place(r, WORD),
    "an account": lambda r: accounts.account_of(r, "x", NOW),
    "accounts": lambda r: accounts.keys_of(r, FIRM),
    "a dossier": lambda r: dossiers.open_dossier(r, "x", NOW),
    "dossiers": lambda r: dossiers.dossiers_of(r, FIRM),
    "a bundle": lambda r: bundles.newest_bundle(r, "x", "anyone"),
    "reports": lambda r: reports.reports_of(r, FIRM),
    "descriptions": lambda r: products.descriptions_of(r, ["x"]),
    "a picture": lambda r: products.picture_of(r, WORD),
    "links at": lambda r: links.links_at(r, ["x"], 1, FIRM),
    "links": lambda r: links.links_of(r, 1, anchor="x"),
    "a link": lambda r: links.link_by_id(r, "x", 1),
    "delegations": lambda r: links.delegations_of(r, "gs1", ["6901234", "690123"]),
    "named queries": lambda r: queries.queries_of(r, FIRM, 10),
}


@pytest.fixture
def filled(mirror: Mirror) -> Mirror:
    """Give a mirror with two events, so that every query goes all its way."""
    writer = ProjectionWriter()
    for position in (1, 2):
        projection = Projection(
            position=position, commitment=WORD, organisation=1, kind=4, event_type="AggregationEvent", action="ADD",
            event_time=position, record_time=position, event_id="x", biz_step="shipping", disposition=None, read_point="urn:x:x",
            biz_location="x", is_correction=False, event_hash="h", audience=Audience.ANYONE, shown=3, readers=(),
            names=(NamedIdentifier("urn:x:part", NameRole.SUBJECT, Audience.ANYONE),),
            terms=(Term("{https://ex.org/}rank", text_key("5"), 0),),
            edges=(Edge("part", "whole", Relation.CONTAINED, False, Audience.ANYONE),),
            custody=(CustodyChange("part", 1, Audience.ANYONE),),
        )  # fmt: skip
        with mirror.writing() as connection:
            writer.write(connection, [projection])
    return mirror


@contextmanager
def written_down(database: Database) -> Iterator[list[tuple[str, Any]]]:
    statements: list[tuple[str, Any]] = []

    def note(_c: object, _u: object, statement: str, parameters: Any, _x: object, _m: object) -> None:
        statements.append((statement, parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    yield statements
    event.remove(database.engine, "before_cursor_execute", note)


def unindexed(database: Database, statement: str, parameters: Any) -> list[str]:
    """Return what the plan of a statement reads from end to end."""
    with database.writing() as connection:
        if database.is_sqlite:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            walks_in_order = " LIMIT " in statement and not any("TEMP B-TREE FOR ORDER BY" in step for step in plan)
            scans = [step for step in plan if step.startswith("SCAN ") and " INDEX " not in step]
            return [
                step
                for step in scans
                if step.split()[1] not in SMALL and not walks_in_order and "CONSTANT ROW" not in step
            ]
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        (plan,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).one()
        found: list[str] = []

        def walk(node: dict[str, Any]) -> None:
            if node["Node Type"] == "Seq Scan" and node["Relation Name"] not in SMALL:
                found.append(f"Seq Scan {node['Relation Name']}")
            for below in node.get("Plans", ()):
                walk(below)

        walk((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])
        return found


def verify_indexed(database: Any, query: Callable[[Any], object]) -> None:
    with written_down(database) as statements:
        query(database)
    asked = [
        (text, values)
        for text, values in statements
        if text.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE"))
    ]

    assert asked
    for text, values in asked:
        assert unindexed(database, text, values) == [], text


@pytest.mark.parametrize("name", OF_MIRROR)
def test_a_query_of_the_mirror_is_answered_by_an_index(filled: Mirror, name: str) -> None:
    verify_indexed(filled, OF_MIRROR[name])


@pytest.mark.parametrize("name", OF_RECORD)
def test_a_query_of_the_record_is_answered_by_an_index(record: Record, name: str) -> None:
    verify_indexed(record, OF_RECORD[name])
