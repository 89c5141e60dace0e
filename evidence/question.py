"""What a bundle must prove: the storage slots, by contract, on which the answer to a question rests (docs/formats.md §5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from traceability.identifiers import Prefix
from traceability.ledger import slots
from traceability.ledger.keys import prefix_key


@dataclass(slots=True)
class WantedSlots:
    """The slots that are wanted, by the name of the contract."""

    by_contract: dict[str, dict[bytes, None]] = field(default_factory=dict)

    def want(self, contract: str, *wanted: bytes) -> None:
        """Want slots of a contract."""
        self.by_contract.setdefault(contract, {}).update(dict.fromkeys(wanted))

    def want_grant(self, prefix: Prefix) -> None:
        """Want the grant of a prefix."""
        self.want("prefixes", slots.grant(prefix_key(prefix.scheme, prefix.text)))

    def want_partner(self, prefix: Prefix, organisation: int) -> None:
        """Want what the holder of a prefix allows one organisation."""
        self.want("prefixes", slots.partner(prefix_key(prefix.scheme, prefix.text), organisation))

    def want_thing(self, key: bytes) -> None:
        """Want head and state of a thing."""
        self.want("ledger", slots.head(key), slots.state(key))

    def want_organisations(self, numbers: Iterable[int]) -> None:
        """Want records and profiles of organisations."""
        for number in numbers:
            self.want("members", slots.organisation_record(number), slots.organisation_profile(number))

    def want_lien(self, lien: bytes) -> None:
        """Want everything about a lien."""
        self.want("liens", slots.lien(lien), slots.lien_asset(lien), slots.lien_quantity(lien))

    def by_address(self, addresses: Mapping[str, bytes], directory: bytes) -> dict[bytes, list[bytes]]:
        """Return the slots by contract address, the directory's entries for these contracts with them."""
        wanted = {directory: [slots.directory_entry(name) for name in self.by_contract]}
        for name, places in self.by_contract.items():
            wanted[addresses[name]] = list(places)
        return wanted
