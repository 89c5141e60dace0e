"""The ledger writes a line only for whom it may be written, and each line moves the head of its thing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from web3.logs import DISCARD

from traceability.ledger.head import lines_of, replay
from traceability.ledger.keys import keccak, prefix_key
from traceability.ledger.meta import Flag, Kind, Meta, State, flags_of

RESTS = tuple(f"01/0/00001/21/{serial}" for serial in range(20))


def _record(network, batch):
    return network.ledger.functions.record(batch)


def _meta(network, party, kind, receipt, state=State.UNCHANGED):
    time = network.w3.eth.get_block(receipt["blockNumber"])["timestamp"]
    return Meta(kind, flags_of(kind, private=False), state, party.organisation, 1, time).pack()


def test_a_line_moves_the_head_of_its_thing_as_the_formats_say(network, parties, writing):
    receipt = network.send(
        _record(network, writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])), parties.manufacturer
    )

    expected = replay([(keccak((1).to_bytes(32, "big")), _meta(network, parties.manufacturer, Kind.CREATE, receipt))])
    assert expected == network.ledger.functions.head(writing.key(RESTS[0])).call()


def test_an_event_with_many_things_writes_one_line_for_each(network, parties, writing):
    receipt = network.send(
        _record(network, writing.batch_of([writing.event(Kind.CREATE, *RESTS)])), parties.manufacturer
    )

    (log,) = network.ledger.events.EventRecorded().process_receipt(receipt, errors=DISCARD)
    assert [writing.key(rest) for rest in RESTS] == log["args"]["keys"]
    assert keccak((1).to_bytes(32, "big")) == log["args"]["commitment"]
    assert _meta(network, parties.manufacturer, Kind.CREATE, receipt) == log["args"]["meta"]
    assert [1] * len(RESTS) == [lines_of(network.ledger.functions.head(writing.key(rest)).call()) for rest in RESTS]


def test_a_batch_ends_with_its_own_event(network, parties, writing):
    events = [writing.event(Kind.CREATE, rest, commitment=i) for i, rest in enumerate(RESTS)]

    receipt = network.send(_record(network, writing.batch_of(events)), parties.manufacturer)

    (log,) = network.ledger.events.BatchRecorded().process_receipt(receipt, errors=DISCARD)
    assert {"organisation": 1, "stream": 0, "number": 0, "events": 20} == dict(log["args"])
    assert receipt["logs"][-1]["logIndex"] == log["logIndex"]


def test_everyone_may_observe_a_thing_that_exists(network, parties, writing):
    network.send(_record(network, writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])), parties.manufacturer)

    network.send(_record(network, writing.batch_of([writing.event(Kind.OBSERVE, RESTS[0])])), parties.carrier)

    assert 2 == lines_of(network.ledger.functions.head(writing.key(RESTS[0])).call())


@pytest.mark.parametrize("kind", [Kind.CREATE, Kind.END, Kind.STATE, Kind.DESCRIBE])
def test_creating_ending_recalling_and_describing_is_for_the_holder(network, parties, writing, gtin, kind):
    network.send(_record(network, writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])), parties.manufacturer)
    state = State.RECALLED if kind is Kind.STATE else State.UNCHANGED

    batch = writing.batch_of([writing.event(kind, RESTS[0], state=state)])

    expected = ("IdentifierNotOwned", gtin, parties.carrier.organisation, kind)
    assert expected == network.refusal(_record(network, batch), parties.carrier)


def test_the_first_line_of_a_thing_is_for_the_holder(network, parties, writing):
    batch = writing.batch_of([writing.event(Kind.OBSERVE, RESTS[0])])

    expected = ("ThingNotCreated", writing.key(RESTS[0]), parties.carrier.organisation)
    assert expected == network.refusal(_record(network, batch), parties.carrier)


def test_a_partner_with_the_right_writes_first_lines(network, parties, writing, gtin):
    mask = 1 | 1 << Kind.CREATE
    partner = network.prefixes.functions.setPartner(gtin, parties.carrier.organisation, mask)
    network.send(partner, parties.manufacturer)

    network.send(_record(network, writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])), parties.carrier)

    assert 1 == lines_of(network.ledger.functions.head(writing.key(RESTS[0])).call())


def test_a_member_that_names_its_own_prefix_reaches_another_key(network, parties, writing):
    """The contract computes the key from both halves: whose prefix it is decides which thing it is."""
    network.send(_record(network, writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])), parties.manufacturer)
    network.send(network.prefixes.functions.grant("gs1", "6909999", parties.carrier.organisation), network.authority)
    before = network.ledger.functions.head(writing.key(RESTS[0])).call()

    own = writing.batch_of([writing.event(Kind.END, RESTS[0])], prefixes=[prefix_key("gs1", "6909999")])
    network.send(_record(network, own), parties.carrier)

    assert before == network.ledger.functions.head(writing.key(RESTS[0])).call()
    assert 1 == lines_of(network.ledger.functions.head(writing.key(RESTS[0], prefix_key("gs1", "6909999"))).call())


def test_a_prefix_inside_or_around_anothers_is_no_way_in(network, parties, writing):
    for text in ("69012345", "690123"):
        batch = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])], prefixes=[prefix_key("gs1", text)])

        expected = ("PrefixNotGranted", prefix_key("gs1", text))
        assert expected == network.refusal(_record(network, batch), parties.carrier)


def test_one_line_that_may_not_be_written_refuses_the_whole_batch(network, parties, writing, gtin):
    network.send(_record(network, writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])), parties.manufacturer)

    batch = writing.batch_of([writing.event(Kind.OBSERVE, RESTS[0]), writing.event(Kind.OBSERVE, RESTS[1])])

    assert "ThingNotCreated" == network.refusal(_record(network, batch), parties.carrier)[0]


def test_a_batch_sent_twice_is_refused(network, parties, writing):
    batch = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])
    network.send(_record(network, batch), parties.manufacturer)

    expected = ("StreamOutOfOrder", parties.manufacturer.organisation, 0, 1, 0)
    assert expected == network.refusal(_record(network, batch), parties.manufacturer)


def test_a_batch_that_leaves_a_number_out_is_refused(network, parties, writing):
    batch = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])], number=1)

    expected = ("StreamOutOfOrder", parties.manufacturer.organisation, 0, 0, 1)
    assert expected == network.refusal(_record(network, batch), parties.manufacturer)


def test_headed_batches_have_no_other_stream(network, parties, writing):
    batch = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])], stream=1)

    assert ("StreamInvalid", 1) == network.refusal(_record(network, batch), parties.manufacturer)


def test_a_stranger_cannot_write(network, parties, writing):
    batch = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])

    expected = ("KeyUnknown", parties.stranger.account.address.lower())
    assert expected == network.refusal(_record(network, batch), parties.stranger)


def test_a_suspended_member_cannot_write(network, parties, writing):
    network.send(network.members.functions.suspend(1, "licence withdrawn"), network.authority)
    batch = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])

    assert ("OrganisationSuspended", 1) == network.refusal(_record(network, batch), parties.manufacturer)


def test_an_expired_key_cannot_write(network, parties, writing):
    until = network.now() + 60
    key = parties.manufacturer.account.address
    network.send(network.members.functions.closeKey(key, until), parties.manufacturer)
    network.pass_time(120)
    batch = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])

    assert ("KeyExpired", key.lower(), until) == network.refusal(_record(network, batch), parties.manufacturer)


@pytest.mark.parametrize(
    ("change", "name"), [("suspend", "PrefixSuspended"), ("revoke", "PrefixRevoked")], ids=["suspended", "revoked"]
)
def test_nothing_is_written_under_a_prefix_that_is_not_in_force(network, parties, writing, gtin, change, name):
    network.send(network.prefixes.functions[change]("gs1", "6901234", "under review"), network.authority)
    batch = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])

    assert (name, gtin) == network.refusal(_record(network, batch), parties.manufacturer)


@pytest.mark.parametrize(
    ("kind", "flags", "state"),
    [
        (0, 0, 0), (14, 0, 0), (Kind.OBSERVE, Flag.LINK, 0), (Kind.PACK, 0, 0), (Kind.PACK, Flag.PRIVATE, 0),
        (Kind.OBSERVE, 8, 0), (Kind.OBSERVE, Flag.STATE, 0), (Kind.OBSERVE, 0, State.RECALLED),
        (Kind.STATE, 0, State.RECALLED), (Kind.STATE, Flag.STATE, 0), (Kind.STATE, Flag.STATE, 8),
        (Kind.STATE, Flag.STATE | Flag.LINK, State.RECALLED),
    ],
)  # fmt: skip
def test_kind_flags_and_state_must_belong_together(network, parties, writing, kind, flags, state):
    event = writing.event(Kind.OBSERVE, RESTS[0])
    stream, number, prefixes, commitments, _, rests, prefix_of = writing.batch_of([event])
    batch = (stream, number, prefixes, commitments, bytes((kind, flags, state, 0, 1)), rests, prefix_of)

    expected = ("EventMalformed", 0, kind, flags, state)
    assert expected == network.refusal(_record(network, batch), parties.manufacturer)


def test_arrays_that_do_not_belong_together_are_refused(network, parties, writing):
    whole = writing.batch_of([writing.event(Kind.CREATE, *RESTS[:2]), writing.event(Kind.CREATE, *RESTS[2:4])])
    stream, number, prefixes, commitments, heads, rests, prefix_of = whole
    broken = [
        (stream, number, prefixes, [], b"", [], b""),
        (stream, number, prefixes, commitments, heads[:-1], rests, prefix_of),
        (stream, number, prefixes, commitments, heads, rests[:-1], prefix_of[:-1]),
        (stream, number, prefixes, commitments, heads, [*rests, rests[0]], prefix_of + b"\0"),
        (stream, number, prefixes, commitments, heads, rests, prefix_of[:-1]),
        (stream, number, prefixes * 257, commitments, heads, rests, prefix_of),
        (stream, number, prefixes, commitments, heads[:-1] + b"\0", rests[:2], prefix_of[:2]),
    ]

    for batch in broken:
        expected = ("BatchMalformed", len(batch[3]), len(batch[5]))
        assert expected == network.refusal(_record(network, batch), parties.manufacturer)


def test_a_line_that_names_a_prefix_that_is_not_there_is_refused(network, parties, writing):
    stream, number, prefixes, commitments, heads, rests, _ = writing.batch_of([writing.event(Kind.CREATE, RESTS[0])])
    batch = (stream, number, prefixes, commitments, heads, rests, b"\1")

    assert ("PrefixIndexInvalid", 1, 1) == network.refusal(_record(network, batch), parties.manufacturer)


def test_a_state_is_set_for_each_thing_and_written_as_a_line(network, parties, writing):
    network.send(_record(network, writing.batch_of([writing.event(Kind.CREATE, *RESTS[:2])])), parties.manufacturer)

    event = writing.event(Kind.STATE, *RESTS[:2], state=State.RECALLED)
    receipt = network.send(_record(network, writing.batch_of([event], number=1)), parties.manufacturer)

    time = network.w3.eth.get_block(receipt["blockNumber"])["timestamp"]
    logs = network.ledger.events.StateChanged().process_receipt(receipt, errors=DISCARD)
    for rest, log in zip(RESTS[:2], logs, strict=True):
        assert [State.RECALLED, 1, time] == network.ledger.functions.state(writing.key(rest)).call()
        expected = {"key": writing.key(rest), "state": State.RECALLED, "organisation": 1, "since": time}
        assert expected == dict(log["args"])
        assert 2 == lines_of(network.ledger.functions.head(writing.key(rest)).call())


def test_a_state_may_be_lifted_again(network, parties, writing):
    for number, state in enumerate((State.RECALLED, State.ACTIVE)):
        event = writing.event(Kind.STATE, RESTS[0], state=state)
        network.send(_record(network, writing.batch_of([event], number=number)), parties.manufacturer)

    assert State.ACTIVE == network.ledger.functions.state(writing.key(RESTS[0])).call()[0]
    assert 2 == lines_of(network.ledger.functions.head(writing.key(RESTS[0])).call())


_written = st.lists(
    st.tuples(st.sampled_from([Kind.OBSERVE, Kind.CREATE, Kind.PACK, Kind.CORRECT]), st.integers(0, 3)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_written)
def test_the_head_is_the_replay_of_the_logs_whatever_is_written(network, parties, writing, written):
    snapshot = network.w3.provider.make_request("evm_snapshot", [])["result"]
    try:
        events = [writing.event(kind, RESTS[i], commitment=n) for n, (kind, i) in enumerate(written)]
        receipt = network.send(_record(network, writing.batch_of(events)), parties.manufacturer)

        logs = network.ledger.events.EventRecorded().process_receipt(receipt, errors=DISCARD)
        for rest in RESTS[:4]:
            key = writing.key(rest)
            lines = [(log["args"]["commitment"], log["args"]["meta"]) for log in logs if key in log["args"]["keys"]]
            assert replay(lines) == network.ledger.functions.head(key).call()
    finally:
        network.w3.provider.make_request("evm_revert", [snapshot])
