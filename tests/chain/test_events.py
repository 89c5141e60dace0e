"""Logs become what happened: the hand-sliced event agrees with eth_abi, and every declared event is known."""

import json

import pytest
from eth_abi.abi import decode, encode
from hypothesis import given
from hypothesis import strategies as st

import chain.events
from chain.contract_interface import ABI_FOLDER
from chain.errors import ReplyInvalid
from chain.events import EVENTS, EventRecorded, OrganisationAdmitted, StandingChanged, event_of
from chain.events.event import ChainEvent
from chain.logs import Log
from traceability.ledger.keys import keccak

WORD = st.binary(min_size=32, max_size=32)


def log_of(topics: tuple[bytes, ...], data: bytes) -> Log:
    return Log(1, bytes(32), bytes(32), 0, 0, bytes(20), topics, data)


def declared_events() -> dict[bytes, list[tuple[str, bool]]]:
    found = {}
    for path in ABI_FOLDER.glob("*.json"):
        for item in json.loads(path.read_text())["abi"]:
            # OpenZeppelin's own event says that a domain has changed, which ours never do.
            if item["type"] == "event" and item["name"] != "EIP712DomainChanged":
                types = ",".join(part["type"] for part in item["inputs"])
                topic = keccak(f"{item['name']}({types})".encode())
                found[topic] = [(part["type"], part["indexed"]) for part in item["inputs"]]
    return found


def test_every_event_of_the_contracts_is_known_with_the_same_arguments():
    known = {topic: [(kind, indexed) for kind, indexed, _ in event.parameters()] for topic, event in EVENTS.items()}

    assert declared_events() == known


def test_the_package_exports_every_event():
    names = {event.__name__ for event in EVENTS.values()}

    assert names | {"ChainEvent", "EVENTS", "event_of"} == set(chain.events.__all__)


@given(commitment=WORD, meta=WORD, keys=st.lists(WORD, max_size=20))
def test_the_sliced_event_reads_what_eth_abi_writes(commitment, meta, keys):
    log = log_of((EventRecorded.topic(), commitment), encode(["bytes32", "bytes32[]"], [meta, keys]))

    assert EventRecorded(commitment, meta, tuple(keys)) == event_of(log)


@given(topics=st.lists(WORD, max_size=3), data=st.binary(max_size=300))
def test_the_sliced_event_accepts_nothing_that_eth_abi_reads_otherwise(topics, data):
    log = log_of((EventRecorded.topic(), *topics), data)

    try:
        event = event_of(log)
    except ReplyInvalid:
        return
    meta, keys = decode(["bytes32", "bytes32[]"], data)
    assert EventRecorded(topics[0], meta, tuple(keys)) == event


@pytest.mark.parametrize("cut", [1, 32, 33, 96])
def test_a_cut_off_event_is_refused(cut):
    data = encode(["bytes32", "bytes32[]"], [bytes(32), [b"\x01" * 32]])

    with pytest.raises(ReplyInvalid):
        event_of(log_of((EventRecorded.topic(), bytes(32)), data[:-cut]))


def test_a_log_with_a_topic_of_somebody_else_is_no_event():
    assert event_of(log_of((b"\x01" * 32,), b"")) is None
    assert event_of(log_of((), b"")) is None


def test_indexed_and_plain_arguments_come_to_their_names():
    data = encode(["uint32", "bytes32", "bytes"], [3, b"\x05" * 32, b"{}"])

    event = event_of(log_of((OrganisationAdmitted.topic(), (9).to_bytes(32, "big")), data))

    assert OrganisationAdmitted(9, 3, b"\x05" * 32, b"{}") == event


def test_a_reason_that_is_not_utf8_is_still_readable():
    data = encode(["uint8", "bytes"], [2, b"bad \xff reason"])

    event = event_of(log_of((StandingChanged.topic(), (1).to_bytes(32, "big")), data))

    assert StandingChanged(1, 2, "bad \ufffd reason") == event


def test_too_few_topics_are_refused():
    data = encode(["uint32", "bytes32", "bytes"], [3, b"\x05" * 32, b"{}"])

    with pytest.raises(ReplyInvalid, match="OrganisationAdmitted"):
        event_of(log_of((OrganisationAdmitted.topic(),), data))


def test_every_event_is_a_chain_event():
    assert all(issubclass(event, ChainEvent) for event in EVENTS.values())
