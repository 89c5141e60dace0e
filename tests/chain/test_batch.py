"""The hand-written encoding of a batch is the one that eth_abi writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.contract_interface import interface_of
from chain.errors import ContractRefusal
from chain.events import BatchRecorded, EventRecorded, event_of
from chain.gateways import RecordedEvent, batch_of
from chain.logs import logs_between
from chain.refusals import IdentifierNotOwned, ThingNotCreated
from traceability.ledger.head import next_head
from traceability.ledger.keys import prefix_key, rest_hash, thing_key
from traceability.ledger.meta import Meta

WORD = st.binary(min_size=32, max_size=32)
EVENT = st.builds(
    RecordedEvent,
    commitment=WORD,
    kind=st.integers(1, 13),
    flags=st.integers(0, 7),
    state=st.integers(0, 7),
    lines=st.lists(st.tuples(st.sampled_from([b"\x01" * 32, b"\x02" * 32, b"\x03" * 32]), WORD), max_size=5).map(tuple),
)


@given(events=st.lists(EVENT, max_size=6), number=st.integers(0, 2**64 - 1))
def test_a_batch_is_encoded_as_eth_abi_encodes_it(events, number):
    batch = batch_of(events)
    ledger = interface_of("Ledger")

    expected = ledger.encoded("record", batch.as_tuple(number))

    assert expected == ledger.functions["record"].selector + batch.encoded(number)


def test_each_prefix_travels_once():
    events = [
        RecordedEvent(bytes(32), 1, 0, 0, ((b"\x01" * 32, bytes(32)), (b"\x02" * 32, bytes(32)))) for _ in range(3)
    ]

    batch = batch_of(events)

    assert (batch.prefixes, batch.prefix_of) == ((b"\x01" * 32, b"\x02" * 32), b"\x00\x01" * 3)


def test_more_than_256_prefixes_do_not_fit_a_batch():
    lines = tuple((number.to_bytes(32, "big"), bytes(32)) for number in range(257))

    with pytest.raises(ValueError, match="256"):
        batch_of([RecordedEvent(bytes(32), 1, 0, 0, lines)])


def test_a_recorded_batch_moves_the_heads_that_its_logs_name(chain):
    ledger = chain.contracts.ledger
    prefix = prefix_key("gs1", "6901234")
    rests = [rest_hash(f"01/0/5/21/{serial}") for serial in "ab"]
    number = ledger.stream_count(1, 0)
    batch = batch_of([RecordedEvent(b"\x01" * 32, 2, 0, 0, tuple((prefix, rest) for rest in rests))])

    receipt = chain.send(chain.maker, ledger.record(batch, number))

    logs = logs_between(chain.connection, receipt.block_number, receipt.block_number, [ledger.address]).logs
    recorded, done = [event_of(log) for log in logs]
    keys = tuple(thing_key(prefix, rest) for rest in rests)
    assert EventRecorded(b"\x01" * 32, recorded.meta, keys) == recorded
    assert BatchRecorded(1, 0, number, 1) == done
    assert next_head(bytes(32), b"\x01" * 32, recorded.meta) == ledger.head(keys[0])
    assert (1, 1) == (Meta.unpack(recorded.meta).organisation, Meta.unpack(recorded.meta).key_number)


@pytest.mark.parametrize(
    ("prefix", "kind", "refusal"),
    [("6909999", 2, IdentifierNotOwned), ("6901234", 2, None)],
)
def test_a_prefix_of_nobody_is_refused_with_its_key(chain, prefix, kind, refusal):
    key = prefix_key("gs1", prefix)
    number = chain.contracts.ledger.stream_count(1, 0)
    call = chain.contracts.ledger.record(
        batch_of([RecordedEvent(b"\x02" * 32, kind, 0, 0, ((key, rest_hash("x")),))]), number
    )

    if refusal is None:
        assert chain.connection.call(call, chain.maker.address) == b""
        return
    with pytest.raises(ContractRefusal) as caught:
        chain.connection.call(call, chain.maker.address)
    assert caught.value.error_name in {refusal.__name__, "PrefixNotGranted", ThingNotCreated.__name__}


def test_a_batch_can_be_tried_with_the_number_that_it_will_have(chain):
    ledger = chain.contracts.ledger
    number = ledger.stream_count(1, 0) + 5
    batch = batch_of([RecordedEvent(b"\x03" * 32, 2, 0, 0, ((prefix_key("gs1", "6901234"), rest_hash("tried")),))])

    answer = chain.connection.call(
        ledger.record(batch, number), chain.maker.address, overrides=ledger.with_stream_count(1, 0, number)
    )

    assert answer == b""
