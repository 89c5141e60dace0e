"""The loop in assembly does what a plain reading of docs/formats.md does, whatever batch it is given.

A model in Python walks the same batch event by event and line by line, and says what the contract must answer: the heads and
states after it, or the first refusal with its arguments.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from web3.logs import DISCARD

from traceability.ledger.head import EMPTY_HEAD, next_head
from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key
from traceability.ledger.meta import ALL_RIGHTS, EVERYONE_DEFAULT, Flag, Kind, State, flags_of

PREFIXES = (prefix_key("gs1", "6901234"), prefix_key("gs1", "6909999"), prefix_key("gs1", "6908888"))
RESTS = [rest_hash(f"01/0/00001/21/{serial}") for serial in range(3)]
CARRIER = 2
PARTNER_MASK = 1 | 1 << Kind.STATE


@dataclass
class Model:
    """The ledger as a reader of the formats understands it."""

    rights: list[int]
    heads: dict[bytes, bytes] = field(default_factory=dict)
    states: dict[bytes, int] = field(default_factory=dict)

    def record(self, batch, stamp):
        _, _, prefixes, commitments, heads, rests, prefix_of = batch
        malformed = ("BatchMalformed", len(commitments), len(rests))
        line = 0
        for index, commitment in enumerate(commitments):
            kind, flags, state = heads[5 * index : 5 * index + 3]
            lines = int.from_bytes(heads[5 * index + 3 : 5 * index + 5], "big")
            if not _is_event(kind, flags, state):
                return ("EventMalformed", index, kind, flags, state)
            if lines == 0 or line + lines > len(rests):
                return malformed
            for place in range(line, line + lines):
                if prefix_of[place] >= len(prefixes):
                    return ("PrefixIndexInvalid", prefix_of[place], len(prefixes))
                prefix, mask = prefixes[prefix_of[place]], self.rights[prefix_of[place]]
                key = thing_key(prefix, rests[place])
                if not mask >> kind & 1:
                    return ("IdentifierNotOwned", prefix, CARRIER, kind)
                before = self.heads.get(key, EMPTY_HEAD)
                if before == EMPTY_HEAD and not mask & 1:
                    return ("ThingNotCreated", key, CARRIER)
                meta = bytes((1, kind, flags, state)) + stamp
                self.heads[key] = next_head(before, commitment, meta)
                if kind == Kind.STATE:
                    self.states[key] = state
            line += lines
        return None if line == len(rests) else malformed


def _is_event(kind, flags, state):
    if not 1 <= kind <= 13 or flags not in {flags_of(Kind(kind), private=private) for private in (False, True)}:
        return False
    return 1 <= state <= 7 if kind == Kind.STATE else state == 0


_good_head = st.sampled_from(
    [
        (Kind.OBSERVE, Flag.NONE, State.UNCHANGED), (Kind.CREATE, Flag.NONE, State.UNCHANGED),
        (Kind.PACK, Flag.LINK, State.UNCHANGED), (Kind.OBSERVE, Flag.PRIVATE, State.UNCHANGED),
        (Kind.STATE, Flag.STATE, State.RECALLED), (Kind.STATE, Flag.STATE, State.ACTIVE),
        (Kind.DESCRIBE, Flag.NONE, State.UNCHANGED),
    ]
)  # fmt: skip
_head = st.one_of(*[_good_head] * 9, st.tuples(st.integers(0, 15), st.integers(0, 9), st.integers(0, 9)))
_line = st.tuples(st.sampled_from(RESTS), st.sampled_from([0, 1, 1, 1, 1, 1, 2, 3, 255]))
_own_line = st.tuples(st.sampled_from(RESTS), st.just(1))
_event = st.tuples(_head, st.one_of(*[st.lists(_own_line, min_size=1, max_size=3)] * 4, st.lists(_line, max_size=3)))
_slip = st.sampled_from([0] * 12 + [-1, 1])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=st.lists(_event, min_size=1, max_size=6), slip=_slip)
def test_a_batch_ends_as_the_model_says(network, parties, events, slip):
    functions = network.prefixes.functions
    snapshot = network.w3.provider.make_request("evm_snapshot", [])["result"]
    try:
        for text, holder in (("6909999", CARRIER), ("6908888", 3)):
            network.send(functions.grant("gs1", text, holder), network.authority)
        partner = functions.setPartner(PREFIXES[2], CARRIER, PARTNER_MASK)
        network.send(partner, parties.bank)
        batch = _batch(events, slip)
        model = Model([EVERYONE_DEFAULT, ALL_RIGHTS, EVERYONE_DEFAULT | PARTNER_MASK])
        call = network.ledger.functions.record(batch)

        refusal = model.record(batch, bytes(28))

        if refusal is not None:
            assert refusal == network.refusal(call, parties.carrier)
            return
        receipt = network.send(call, parties.carrier)
        time = network.w3.eth.get_block(receipt["blockNumber"])["timestamp"]
        model = Model(model.rights)
        assert model.record(batch, _stamp(time)) is None
        _compare(network, model, batch, receipt)
    finally:
        network.w3.provider.make_request("evm_revert", [snapshot])


def _compare(network, model, batch, receipt):
    for prefix in PREFIXES:
        for rest in RESTS:
            key = thing_key(prefix, rest)
            assert model.heads.get(key, EMPTY_HEAD) == network.ledger.functions.head(key).call()
            assert model.states.get(key, 0) == network.ledger.functions.state(key).call()[0]
    logs = network.ledger.events.EventRecorded().process_receipt(receipt, errors=DISCARD)
    keys = [thing_key(batch[2][index], rest) for rest, index in zip(batch[5], batch[6], strict=True)]
    assert batch[3] == [log["args"]["commitment"] for log in logs]
    assert keys == [key for log in logs for key in log["args"]["keys"]]
    assert batch[4][0::5] == bytes(log["args"]["meta"][1] for log in logs)
    changes = network.ledger.events.StateChanged().process_receipt(receipt, errors=DISCARD)
    expected = [key for log in logs for key in log["args"]["keys"] if log["args"]["meta"][1] == Kind.STATE]
    assert expected == [change["args"]["key"] for change in changes]


def _stamp(time):
    return CARRIER.to_bytes(4, "big") + (1).to_bytes(2, "big") + time.to_bytes(8, "big") + bytes(14)


def _batch(events, slip):
    """Return a batch; with a slip, its last event claims a line too many or too few."""
    lines = [line for _, own in events for line in own]
    counts = [len(own) for _, own in events]
    counts[-1] = max(0, counts[-1] + slip)
    return (
        0,
        0,
        list(PREFIXES),
        [keccak(bytes([index])) for index in range(len(events))],
        b"".join(bytes(head) + count.to_bytes(2, "big") for (head, _), count in zip(events, counts, strict=True)),
        [rest for rest, _ in lines],
        bytes(index for _, index in lines),
    )
