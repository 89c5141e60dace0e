"""What the network's authority does: done at once where a key holds it, proposed where a council governs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import typer

from chain.connection import Call, connect
from chain.gateways import Contracts, CouncilGateway, ProposalContent, contracts_of
from chain.network import load_network
from cli.errors import CommandRefused, NoCouncil, NotSetUp
from cli.rooms import await_mirror, opened, promised, verify_final
from cli.settings import Installation, current
from store import Mirror, Record
from store.record.council_payloads import Propose
from store.record.outbox import AUTHORITY
from store.record.payloads import Payload
from submission.calls import administration_call

Proposer = Annotated[
    int | None,
    typer.Option(
        "--as", min=1, max=2**32 - 1, help="Where a council governs: number of the organisation that proposes this."
    ),
]
Why = Annotated[str | None, typer.Option("--reason", help="Where a council governs: why, for the others to judge by.")]


@dataclass(frozen=True, slots=True)
class Governing:
    """An opened installation, and who governs its network."""

    record: Record
    mirror: Mirror
    contracts: Contracts
    council: CouncilGateway | None
    proposer: int | None
    reason: str | None

    def decide(self, payloads: Sequence[Payload]) -> bool:
        """Do it as the authority and return True; or propose it to the council, say what comes next, and return False.

        Raises:
            CommandRefused: the chain refused it.
            typer.Exit: it is still on its way.
        """
        if self.council is None:
            verify_final(promised(self.record, AUTHORITY, payloads))
            await_mirror(self.mirror)
            return True
        self.propose([administration_call(self.contracts, payload) for payload in payloads])
        return False

    def propose(self, calls: Sequence[Call]) -> None:
        """Propose calls to the council, and say what comes next.

        Raises:
            NoCouncil: a key holds the authority.
            CommandRefused: nobody was named who proposes, or the chain refused it.
            typer.Exit: it is still on its way.
        """
        council, proposer, reason = self.verify_proposer()
        content = ProposalContent(tuple(call.to for call in calls), tuple(call.data for call in calls), reason)
        payload = Propose(council.address, content.targets, content.calls, content.reason)
        verify_final(promised(self.record, proposer, [payload]))
        rules = council.rules()
        number = _number_of(council, content)
        ends = datetime.fromtimestamp(council.record(number).expires, UTC)
        typer.echo(f"proposal {number} is made; {rules.threshold} of {len(rules.seats)} seats must approve it")
        typer.echo(
            f"the others: suyuan council approve {number} --as NUMBER; {rules.delay} s later: suyuan council execute {number} "
            f"--as NUMBER; it ends {ends:%Y-%m-%d %H:%M} UTC",
            err=True,
        )

    def verify_proposer(self) -> tuple[CouncilGateway, int, str]:
        """Return the council, who proposes, and why.

        Raises:
            NoCouncil: a key holds the authority.
            CommandRefused: one of the two was not given.
        """
        if self.council is None:
            raise NoCouncil
        if self.proposer is None or not self.reason:
            seats = ", ".join(map(str, self.council.rules().seats))
            raise CommandRefused(
                "a council governs this network, and an organisation with a seat proposes this: add "
                f"--as NUMBER --reason TEXT (seats: {seats})"
            )
        return self.council, self.proposer, self.reason


@contextmanager
def chain_of(installation: Installation) -> Iterator[Contracts]:
    """Connect to the node of an installation, and give the network's contracts.

    Raises:
        NotSetUp: there is no network yet.
    """
    if not installation.network_file.exists():
        raise NotSetUp(installation.home)
    with connect(load_network(installation.home).with_rpc_url(installation.rpc_url)) as connection:
        yield contracts_of(connection)


@contextmanager
def governing(proposer: int | None, reason: str | None) -> Iterator[Governing]:
    """Open the installation and find out who governs.

    Raises:
        NotSetUp: there is no network yet.
        CommandRefused: a council governs, and nobody was named who proposes, or no reason.
    """
    installation = current()
    with opened(installation) as (record, mirror), chain_of(installation) as contracts:
        found = Governing(record, mirror, contracts, contracts.council(), proposer, reason)
        if found.council is not None:
            # Before anything is made that a refusal would leave behind, such as a key.
            found.verify_proposer()
        yield found


def govern(payload: Payload, done: str, proposer: int | None, reason: str | None) -> None:
    """Do one thing as the authority and say that it is done, or propose it to the council.

    Raises:
        CommandRefused: the chain refused it, or a council governs and nobody was named who proposes.
        typer.Exit: it is still on its way.
    """
    with governing(proposer, reason) as found:
        if found.decide([payload]):
            typer.echo(done)


def _number_of(council: CouncilGateway, content: ProposalContent) -> int:
    """Return the newest proposal with this content, which was made just now."""
    number = council.count()
    while council.record(number).content != content.hash:
        number -= 1
    return number
