"""QBFT: seals of a quorum, and votes that bring validators in and out (EEA QBFT specification; Besu, GoQuorum)."""

from __future__ import annotations

from collections.abc import Iterable

from coincurve import PublicKey

from traceability.errors import SealsRefused, ValidatorsRefused
from traceability.ledger.keys import keccak
from traceability.proof.header import BlockHeader, Consensus

EPOCH_LENGTH = 30000
"""After how many blocks votes that did not decide are forgotten, unless a network says otherwise."""


def quorum(validators: int) -> int:
    """Return how many of so many validators must seal a block: two thirds, rounded up."""
    return -(-2 * validators // 3)


def signer(seal_hash: bytes, seal: bytes) -> bytes:
    """Return the address whose key made a seal of 65 bytes (r, s, v with v 0 or 1).

    A signature with the high `s` is as good as its twin: it gives the same signer, never a second one.

    Raises:
        ValueError: the seal is not a signature of anyone.
    """
    if len(seal) != 65 or seal[64] > 1:
        raise ValueError("a seal is r, s and v of 0 or 1")
    try:
        public_key = PublicKey.from_signature_and_message(seal, seal_hash, hasher=None)
    except Exception as error:  # noqa: BLE001 - coincurve raises bare Exception beside ValueError
        raise ValueError(f"a seal that is no signature: {error}") from None
    return keccak(public_key.format(compressed=False)[1:])[12:]


def verify_seals(header: BlockHeader, validators: Iterable[bytes]) -> None:
    """Raise where a header is not sealed by a quorum of the validators in force.

    Raises:
        HeaderInvalid: the extra data is not QBFT's.
        ValidatorsRefused: the header names other validators than those in force.
        SealsRefused: a seal is no signature, a stranger's or given twice, or they are fewer than the quorum.
    """
    trusted = frozenset(validators)
    extra = header.qbft_extra()
    if not trusted:
        raise ValidatorsRefused(header.number, "no validator is in force")
    if len(extra.validators) != len(trusted) or trusted != frozenset(extra.validators):
        raise ValidatorsRefused(header.number, "the header names other validators than those in force")
    if len(extra.seals) > len(trusted):
        raise SealsRefused(header.number, "more seals than validators")
    seal_hash = header.qbft_seal_hash()
    signers: set[bytes] = set()
    for seal in extra.seals:
        try:
            address = signer(seal_hash, seal)
        except ValueError as error:
            raise SealsRefused(header.number, str(error)) from None
        if address not in trusted:
            raise SealsRefused(header.number, f"0x{address.hex()} is not a validator in force")
        if address in signers:
            raise SealsRefused(header.number, f"0x{address.hex()} sealed twice")
        signers.add(address)
    needed = quorum(len(trusted))
    if len(signers) < needed:
        raise SealsRefused(header.number, f"{len(signers)} of {len(trusted)} validators sealed, {needed} are needed")


def follow_votes(
    headers: Iterable[BlockHeader], validators: Iterable[bytes], *, epoch_length: int = EPOCH_LENGTH
) -> frozenset[bytes]:
    """Return the validators in force after a run of consecutive headers, from those in force at its first.

    Each header must be sealed by the set that the votes before it give. Votes from before the run are not known and
    not counted; where one of them mattered, a later header names another set and is refused.

    Raises:
        HeaderInvalid: a header is not QBFT's.
        ValidatorsRefused: headers do not follow one another, or one names other validators than the votes give.
        SealsRefused: a header is not sealed by a quorum of the set in force.
    """
    tally = _Tally(frozenset(validators), epoch_length)
    previous: BlockHeader | None = None
    for header in headers:
        if previous is not None and (
            header.number != previous.number + 1 or header.parent_hash != previous.hash(Consensus.QBFT)
        ):
            raise ValidatorsRefused(header.number, "the header does not follow the one before it")
        verify_seals(header, tally.validators)
        tally.count(header)
        previous = header
    return tally.validators


class _Tally:
    """The validators in force and the votes that have not yet decided."""

    def __init__(self, validators: frozenset[bytes], epoch_length: int) -> None:
        self.validators = validators
        self._epoch_length = epoch_length
        self._votes: dict[tuple[bytes, bool], set[bytes]] = {}

    def count(self, header: BlockHeader) -> None:
        """Count the vote of one header for its miner; more than half of the current set decides."""
        if header.number % self._epoch_length == 0:
            self._votes.clear()
            return
        vote = header.qbft_extra().vote
        if vote is None:
            return
        if header.miner not in self.validators:
            raise ValidatorsRefused(header.number, "a vote of one who is not a validator")
        recipient, joins = vote
        self._votes.get((recipient, not joins), set()).discard(header.miner)
        voters = self._votes.setdefault((recipient, joins), set())
        voters.add(header.miner)
        if 2 * len(voters) > len(self.validators):
            self._decide(recipient, joins)

    def _decide(self, recipient: bytes, joins: bool) -> None:
        self._votes.pop((recipient, True), None)
        self._votes.pop((recipient, False), None)
        if joins:
            self.validators |= {recipient}
            return
        self.validators -= {recipient}
        for voters in self._votes.values():
            voters.discard(recipient)
