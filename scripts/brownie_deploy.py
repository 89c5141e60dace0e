"""Deploy the six contracts with Brownie and name them in the directory: `brownie run brownie_deploy`.

The order and the arguments are those of the running system, which deploys the committed bytecode without Brownie.
On a live network the account comes from Brownie's keystore: `brownie accounts new operator`, then
`SUYUAN_BROWNIE_ACCOUNT=operator brownie run brownie_deploy --network NAME`.
"""

from __future__ import annotations

import os
from typing import Any

from brownie import (
    Attestations,
    Council,
    Directory,
    Ledger,
    Liens,
    Members,
    Prefixes,
    accounts,
    web3,
)

SCHEMES = (
    ("lei", "", 20, 20),
    ("gs1", "", 4, 12),
    ("idis", ".", 4, 64),
    ("uscc", "", 18, 18),
    ("vin", "", 3, 6),
    ("iso6346", "", 3, 3),
    ("handle", ".", 1, 64),
    ("oid", ".", 3, 64),
    ("vaa", "", 4, 24),
    ("ecode", "", 5, 24),
    ("didbid", ":", 4, 64),
    ("didweb", ":", 3, 64),
    ("epc", "", 5, 64),
    ("url", "", 8, 64),
)
"""Name, separator of levels, and bounds of the length of each scheme of identifiers (docs/formats.md, section 1)."""


def deploy(authority: Any) -> dict[str, Any]:
    """Deploy, register and return the contracts by their names in the directory; the authority sends everything."""
    sender = {"from": authority}
    directory = Directory.deploy(authority, sender)
    members = Members.deploy(directory, sender)
    prefixes = Prefixes.deploy(directory, members, sender)
    contracts = {
        "members": members,
        "prefixes": prefixes,
        "ledger": Ledger.deploy(members, prefixes, sender),
        "attestations": Attestations.deploy(members, sender),
        "liens": Liens.deploy(members, sender),
    }
    for name, contract in contracts.items():
        directory.set(web3.keccak(text=name), contract, 1, sender)
    for scheme, separator, shortest, longest in SCHEMES:
        prefixes.registerScheme(scheme, separator.encode() or b"\0", shortest, longest, sender)
    return {"directory": directory, **contracts}


def hand_over(contracts: dict[str, Any], authority: Any, seats: list[int], threshold: int, delay: int) -> Any:
    """Give the authority to a council of the organisations with these numbers, for good, and return it."""
    sender = {"from": authority}
    council = Council.deploy(
        contracts["directory"], contracts["members"], seats, threshold, delay, 30 * 24 * 3600, sender
    )
    contracts["directory"].set(web3.keccak(text="council"), council, 1, sender)
    contracts["directory"].setAuthority(council, sender)
    council.takeOffice(sender)
    return council


def main() -> None:
    """Deploy on the network that Brownie is connected to, and print the addresses."""
    name = os.environ.get("SUYUAN_BROWNIE_ACCOUNT")
    authority = accounts.load(name) if name else accounts[0]
    for contract, deployed in deploy(authority).items():
        print(f"{contract:<13} {deployed.address}")
