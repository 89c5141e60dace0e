"""The ledger: batches of events, anchors, heads and states (formats §3, §5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from chain.connection import Call
from chain.gateways.authorisation import Authorisation
from chain.gateways.batch import Batch
from chain.gateways.gateway import SignedGateway
from chain.signer import Signer
from traceability.ledger.slots import stream as stream_slot


@dataclass(frozen=True, slots=True)
class ThingState:
    """The state of a key; all zero where it never changed."""

    value: int
    organisation: int
    since: int


class LedgerGateway(SignedGateway):
    """The Ledger contract."""

    contract = "Ledger"

    def record(self, batch: Batch, number: int) -> Call:
        """Return the call that writes a batch of events as the stream's batch `number`."""
        data = self._interface.functions["record"].selector + batch.encoded(number)
        return Call(self.address, data, "Ledger.record")

    def record_by_signature(self, batch: Batch, number: int, authorisation: Authorisation) -> Call:
        """Return the call by which anybody sends a batch that a member signed; its number is the nonce."""
        return self._call(
            "recordBySig", batch.as_tuple(number), authorisation.signer, authorisation.deadline, authorisation.signature
        )

    def authorise_record(self, signer: Signer, batch: Batch, number: int, deadline: int) -> Authorisation:
        """Return a member's signature over a batch."""
        types = [
            ("stream", "uint32"), ("nonce", "uint64"), ("prefixes", "bytes32[]"), ("commitments", "bytes32[]"),
            ("heads", "bytes"), ("rests", "bytes32[]"), ("prefixOf", "bytes"), ("deadline", "uint256"),
        ]  # fmt: skip
        message = {
            "stream": batch.stream,
            "nonce": number,
            "prefixes": list(batch.prefixes),
            "commitments": list(batch.commitments),
            "heads": batch.heads,
            "rests": list(batch.rests),
            "prefixOf": batch.prefix_of,
            "deadline": deadline,
        }
        signature = signer.sign_typed(self.domain(), {"RecordBatch": types}, "RecordBatch", message)
        return Authorisation(signer.address, number, deadline, signature)

    def anchor(self, stream: int, number: int, root: bytes, events: int, kinds: int) -> Call:
        """Return the call that writes the root over `events` commitments; `kinds` is the mask of their kinds."""
        return self._call("anchor", stream, number, root, events, kinds)

    def head(self, key: bytes) -> bytes:
        """Return the head of a thing: lines (4 bytes) and digest (28 bytes), zero where it has none."""
        value: bytes = self._read("head", key)[0]
        return value

    def state(self, key: bytes) -> ThingState:
        """Return the state of a key."""
        return ThingState(*self._read("state", key))

    def stream_count(self, organisation: int, stream: int) -> int:
        """Return how many batches an organisation wrote in a stream: the number that the next must carry."""
        return int(self._read("streamCount", organisation, stream)[0])

    def anchor_root(self, organisation: int, stream: int, number: int) -> bytes:
        """Return the root of an anchor, zero where there is none."""
        value: bytes = self._read("anchorRoot", organisation, stream, number)[0]
        return value

    def with_stream_count(self, organisation: int, stream: int, count: int) -> dict[str, Any]:
        """Return state overrides for `eth_call` under which a stream has this many batches.

        With them a batch can be tried while the batches before it are still on their way.
        """
        slot = "0x" + stream_slot(organisation, stream).hex()
        return {"0x" + self.address.hex(): {"stateDiff": {slot: "0x" + count.to_bytes(32, "big").hex()}}}
