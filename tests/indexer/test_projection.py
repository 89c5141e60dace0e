"""A projection says of an event what its body says, to those who may know it.

Source: EPCIS 2.0, clause 7.4.
"""

import json
from decimal import Decimal
from typing import Any

import pytest

from indexer.projection import projection_of
from store.mirror.projection import Audience, Edge, NameRole, Projection, Relation, Shown
from store.record.bodies import SealedEvent
from traceability.ledger.meta import Kind
from traceability.querying.facts import EXISTS
from traceability.querying.keys import number_key, text_key

COMMON = {"eventTime": "2026-05-01T08:00:00.123456Z", "eventTimeZoneOffset": "+08:00"}
ANYONE, MEMBERS, WHOLE = Audience.ANYONE, Audience.MEMBERS, Audience.WHOLE


def projected(
    kind: Kind,
    body: dict[str, Any],
    visibility: str = "public",
    hidden: tuple[str, ...] = (),
    readers: tuple[int, ...] = (),
) -> Projection:
    sealed = SealedEvent(
        1, bytes(32), 7, json.dumps(COMMON | body), bytes(32), "ni:hash", None, kind, 0, 0, 0, visibility, hidden,
        frozenset(readers), None,  # type: ignore[arg-type]  # the time of capture plays no part
    )  # fmt: skip
    found = projection_of(sealed, 5, 1000)
    assert found is not None
    return found


def object_event(action: str, **fields: Any) -> dict[str, Any]:
    return {"type": "ObjectEvent", "action": action} | fields


def test_columns_are_taken_from_the_body() -> None:
    fields = {"eventID": "urn:1", "bizStep": "shipping", "disposition": "in_transit", "readPoint": {"id": "gate"}}

    found = projected(Kind.OBSERVE, object_event("OBSERVE", **fields, bizLocation={"id": "hall"}))

    assert (found.event_type, found.action, found.event_id, found.biz_step) == (
        "ObjectEvent",
        "OBSERVE",
        "urn:1",
        "shipping",
    )
    assert (found.disposition, found.read_point, found.biz_location) == ("in_transit", "gate", "hall")
    assert (found.event_time, found.record_time) == (1777622400123456, 1_000_000_000)
    assert (found.audience, found.shown, found.readers) == (ANYONE, Shown.EVENT_ID, ())


def test_a_forgotten_event_has_no_projection() -> None:
    sealed = SealedEvent(1, bytes(32), 7, None, None, None, None, 1, 0, 0, 0, "public", (), frozenset(), None)  # type: ignore[arg-type]

    assert projection_of(sealed, 5, 1000) is None


def test_each_place_gives_its_role() -> None:
    body = {
        "type": "TransformationEvent", "inputEPCList": ["in"], "outputEPCList": ["out"],
        "inputQuantityList": [{"epcClass": "in class", "quantity": 1}], "outputQuantityList": [{"epcClass": "out class"}],
    }  # fmt: skip

    roles = {name.text: name.role for name in projected(Kind.TRANSFORM, body).names}

    assert roles == {
        "in": NameRole.INPUT,
        "out": NameRole.OUTPUT,
        "in class": NameRole.INPUT_CLASS,
        "out class": NameRole.OUTPUT_CLASS,
    }


@pytest.mark.parametrize(
    ("kind", "relation", "parts_them"),
    [
        (Kind.PACK, Relation.CONTAINED, False),
        (Kind.UNPACK, Relation.CONTAINED, True),
        (Kind.ASSOCIATE, Relation.BUILT_IN, False),
        (Kind.DISSOCIATE, Relation.BUILT_IN, True),
    ],
)
def test_parent_and_children_are_tied_or_parted(kind: Kind, relation: Relation, parts_them: bool) -> None:
    body = {"type": "AggregationEvent", "action": "ADD", "parentID": "case", "childEPCs": ["a", "b"]}

    edges = projected(kind, body).edges

    assert edges == tuple(Edge(child, "case", relation, parts_them, ANYONE) for child in ("a", "b"))


def test_children_by_class_are_some_of_a_lot() -> None:
    body = {"type": "AggregationEvent", "action": "ADD", "parentID": "case", "childQuantityList": [{"epcClass": "lot"}]}

    assert projected(Kind.PACK, body).edges == (Edge("lot", "case", Relation.LOT_CONTAINED, False, ANYONE),)


def test_unpacking_without_children_parts_everything() -> None:
    body = {"type": "AggregationEvent", "action": "DELETE", "parentID": "case"}

    assert projected(Kind.UNPACK, body).edges == (Edge(None, "case", Relation.CONTAINED, True, ANYONE),)


def test_observing_an_aggregation_ties_nothing() -> None:
    body = {"type": "AggregationEvent", "action": "OBSERVE", "parentID": "case", "childEPCs": ["a"]}

    assert projected(Kind.OBSERVE, body).edges == ()


def test_few_inputs_and_outputs_are_tied_directly() -> None:
    body = {"type": "TransformationEvent", "inputEPCList": ["a", "b"], "outputEPCList": ["c"]}

    edges = projected(Kind.TRANSFORM, body).edges

    assert [(edge.part, edge.whole) for edge in edges] == [("a", "c"), ("b", "c")]


def test_many_inputs_and_outputs_are_tied_through_a_knot() -> None:
    body = {"type": "TransformationEvent", "inputEPCList": ["a", "b"], "outputEPCList": ["c", "d"]}

    edges = projected(Kind.TRANSFORM, body).edges

    knot = f"transformation:7:{bytes(32).hex()}"
    assert [(edge.part, edge.whole) for edge in edges] == [("a", knot), ("b", knot), (knot, "c"), (knot, "d")]


def test_a_transformation_id_is_the_knot_of_one_organisation() -> None:
    edges = projected(
        Kind.TRANSFORM, {"type": "TransformationEvent", "transformationID": "t", "inputEPCList": ["a"]}
    ).edges

    assert [(edge.part, edge.whole) for edge in edges] == [("a", "transformation:7:t")]


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        (Kind.CREATE, object_event("ADD", epcList=["a"]), {"a": 7}),
        (Kind.END, object_event("DELETE", epcList=["a"]), {"a": 0}),
        (Kind.OBSERVE, object_event("OBSERVE", epcList=["a"], bizStep="receiving"), {"a": 7}),
        (Kind.OBSERVE, object_event("OBSERVE", epcList=["a"], bizStep="shipping"), {"a": 0}),
        (Kind.OBSERVE, object_event("OBSERVE", epcList=["a"], bizStep="inspecting"), {}),
        (Kind.PACK, {"type": "AggregationEvent", "parentID": "p", "childEPCs": ["a"]}, {"p": 7, "a": 0}),
        (Kind.UNPACK, {"type": "AggregationEvent", "parentID": "p", "childEPCs": ["a"]}, {"a": 7}),
        (
            Kind.TRANSFORM,
            {"type": "TransformationEvent", "inputEPCList": ["a"], "outputEPCList": ["b"]},
            {"a": 0, "b": 7},
        ),
        (Kind.STATE, object_event("OBSERVE", epcList=["a"], bizStep="receiving"), {}),
        (Kind.CORRECT, object_event("ADD", epcList=["a"]), {}),
    ],
)
def test_custody_follows_what_happened(kind: Kind, body: dict[str, Any], expected: dict[str, int]) -> None:
    assert {change.text: change.organisation for change in projected(kind, body).custody} == expected


@pytest.mark.parametrize(("visibility", "audience"), [("public", ANYONE), ("members", MEMBERS), ("private", WHOLE)])
def test_all_rows_have_the_audience_of_the_body(visibility: str, audience: Audience) -> None:
    body = {"type": "AggregationEvent", "parentID": "case", "childEPCs": ["a"]}

    found = projected(Kind.PACK, body, visibility, readers=(9,))

    assert {found.audience, *(row.audience for row in (*found.names, *found.edges, *found.custody))} == {audience}
    assert found.readers == (() if audience is ANYONE else (7, 9))


def test_a_hidden_child_is_for_readers_only_with_all_that_follows_from_it() -> None:
    body = {"type": "AggregationEvent", "parentID": "case", "childEPCs": ["a", "b"]}

    found = projected(Kind.PACK, body, hidden=("/childEPCs/0",))

    assert {name.text: name.audience for name in found.names} == {"a": WHOLE, "b": ANYONE, "case": ANYONE}
    assert {edge.part: edge.audience for edge in found.edges} == {"a": WHOLE, "b": ANYONE}
    assert {change.text: change.audience for change in found.custody} == {"a": WHOLE, "b": ANYONE, "case": ANYONE}
    assert found.readers == (7,)


def test_a_hidden_parent_hides_every_relation_to_it() -> None:
    body = {"type": "AggregationEvent", "parentID": "case", "childEPCs": ["a"]}

    assert [edge.audience for edge in projected(Kind.PACK, body, hidden=("/parentID",)).edges] == [WHOLE]


@pytest.mark.parametrize("pointer", ["/eventTime", "/type"])
def test_an_event_that_hides_its_time_or_type_is_for_readers_only(pointer: str) -> None:
    assert projected(Kind.OBSERVE, object_event("OBSERVE", epcList=["a"]), hidden=(pointer,)).audience == WHOLE


def test_a_hidden_step_hides_the_custody_that_follows_from_it() -> None:
    body = object_event("OBSERVE", epcList=["a"], bizStep="receiving")

    (change,) = projected(Kind.OBSERVE, body, hidden=("/bizStep",)).custody

    assert change.audience == WHOLE


def test_a_statement_names_its_subject_and_is_no_epcis_event() -> None:
    sealed = SealedEvent(
        1, bytes(32), 7, '{"id":"class","name":"Fridge"}', bytes(32), "schema", None, Kind.DESCRIBE, 0, 0, 0, "public", (),
        frozenset(), None,  # type: ignore[arg-type]
    )  # fmt: skip

    found = projection_of(sealed, 5, 1000)

    assert found is not None
    assert (found.event_type, found.event_time, [name.text for name in found.names]) == ("", 1_000_000_000, ["class"])


def test_what_is_too_long_for_an_index_is_not_searched_by() -> None:
    found = projected(
        Kind.OBSERVE, object_event("OBSERVE", epcList=["x" * 3000, "a"], eventID="y" * 3000, bizStep="z" * 3000)
    )

    assert ([name.text for name in found.names], found.event_id, found.biz_step) == (["a"], None, None)


def terms(found: Projection) -> dict[tuple[str, bytes], int]:
    return {(term.field, term.key): term.audience for term in found.terms}


def test_whatever_has_no_column_is_a_term() -> None:
    body = object_event(
        "ADD",
        bizTransactionList=[{"type": "po", "bizTransaction": "urn:x:1"}],
        **{"{https://ex.org/}weight": 12, "ilmd": {"{https://ex.org/}lot": {"{https://ex.org/}inner": "L"}}},
    )

    assert terms(projected(Kind.CREATE, body)) == {
        ("bizTransaction", text_key("urn:x:1")): ANYONE,
        ("bizTransaction:po", text_key("urn:x:1")): ANYONE,
        ("{https://ex.org/}weight", number_key(Decimal(12))): ANYONE,
        ("ilmd:{https://ex.org/}lot", EXISTS): ANYONE,
        ("ilmd.inner:{https://ex.org/}inner", text_key("L")): ANYONE,
    }


def test_a_term_of_a_hidden_field_is_for_readers_only_and_so_is_what_only_it_makes_exist() -> None:
    body = object_event("ADD", **{"{https://ex.org/}box": {"{https://ex.org/}a": "1", "{https://ex.org/}b": "2"}})
    box = "/{https:~1~1ex.org~1}box"

    one = terms(projected(Kind.CREATE, body, hidden=(f"{box}/{{https:~1~1ex.org~1}}a",)))
    both = terms(projected(Kind.CREATE, body, hidden=(f"{box}/*",)))

    assert one[("inner:{https://ex.org/}a", text_key("1"))] == WHOLE
    assert one[("inner:{https://ex.org/}b", text_key("2"))] == ANYONE
    assert (one[("{https://ex.org/}box", EXISTS)], both[("{https://ex.org/}box", EXISTS)]) == (ANYONE, WHOLE)


@pytest.mark.parametrize(
    ("pointer", "column", "field"),
    [
        ("/bizStep", "biz_step", "bizStep"),
        ("/disposition", "disposition", "disposition"),
        ("/readPoint/id", "read_point", "readPoint"),
        ("/bizLocation", "biz_location", "bizLocation"),
        ("/action", "action", "action"),
    ],
)
def test_a_hidden_column_is_empty_and_its_value_a_term_for_readers(pointer: str, column: str, field: str) -> None:
    body = object_event("OBSERVE", bizStep="s", disposition="d", readPoint={"id": "r"}, bizLocation={"id": "l"})

    found = projected(Kind.OBSERVE, body, hidden=(pointer,))

    assert getattr(found, column) is None
    assert [(term.field, term.audience) for term in found.terms] == [(field, WHOLE), ("eventID", WHOLE)]


def test_only_who_sees_everything_finds_an_event_by_its_hash() -> None:
    whole = projected(Kind.OBSERVE, object_event("OBSERVE", bizStep="s"))
    part = projected(Kind.OBSERVE, object_event("OBSERVE", bizStep="s"), hidden=("/bizStep",))
    named = projected(Kind.OBSERVE, object_event("OBSERVE", bizStep="s", eventID="urn:1"), hidden=("/eventID",))

    assert (whole.shown, part.shown, named.shown) == (Shown.EVENT_ID | Shown.EVENT_HASH, Shown.EVENT_ID, 0)
    assert terms(part)[("eventID", text_key("ni:hash"))] == WHOLE
    assert terms(named)[("eventID", text_key("urn:1"))] == WHOLE
