"""Who signs for whom: the newest key of an organisation that is valid now and has a keystore here."""

from __future__ import annotations

from collections.abc import Callable

from chain.gateways import Contracts
from chain.keystore import Keystores
from chain.signer import Signer
from store.record.outbox import AUTHORITY
from submission.errors import KeyMissing

RENEWAL = 1.0
"""Seconds after which a missing key is looked for again: its keystore or its admission may have come meanwhile."""


class Signers:
    """The signers of an installation, as the chain knows their keys."""

    def __init__(self, keystores: Keystores, contracts: Contracts, now: Callable[[], float]) -> None:
        self._keystores = keystores
        self._contracts = contracts
        self._now = now
        self._addresses: dict[int, bytes] | None = None
        self._asked_at = 0.0

    def signer(self, organisation: int) -> Signer:
        """Return the signer of an organisation, or of the network's authority for number 0.

        An organisation whose keys are all out of date gets its newest: the contract then says why it refuses.

        Raises:
            KeyMissing: no keystore here holds a key of it.
            KeystoreRefused: the keystore cannot be opened.
        """
        addresses = self._addresses
        if addresses is None or (organisation not in addresses and self._now() - self._asked_at > RENEWAL):
            addresses = self._addresses = self._found()
            self._asked_at = self._now()
        if organisation not in addresses:
            raise KeyMissing(organisation)
        return self._keystores.signer(addresses[organisation])

    def forget(self) -> None:
        """Ask the chain again next time: keys were added, closed or rotated."""
        self._addresses = None

    def _found(self) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        ranks: dict[int, tuple[bool, int]] = {}
        authority = self._contracts.directory.authority()
        now = int(self._now())
        for address in self._keystores.addresses():
            if address == authority:
                found[AUTHORITY] = address
            record = self._contracts.members.key_record(address)
            if record.organisation == 0:
                continue
            rank = (record.is_valid_at(now), record.key_number)
            if rank > ranks.get(record.organisation, (False, -1)):
                ranks[record.organisation] = rank
                found[record.organisation] = address
        return found
