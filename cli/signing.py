"""The key with which an organisation signs here, without sending anything itself."""

from __future__ import annotations

from chain.gateways import Contracts
from chain.keystore import Keystores
from chain.signer import Signer
from cli.errors import CommandRefused


def signer_for(keystores: Keystores, contracts: Contracts, organisation: int, now: int) -> Signer:
    """Return the signer with the newest key of an organisation that has a keystore here; `now` in seconds since 1970.

    Raises:
        CommandRefused: no keystore holds a valid key of the organisation.
    """
    for address in reversed(keystores.addresses()):
        key = contracts.members.key_record(address)
        if key.organisation == organisation and not 0 < key.valid_until <= now:
            return keystores.signer(address)
    raise CommandRefused(f"no keystore in {keystores.folder} holds a valid key of organisation {organisation}")
