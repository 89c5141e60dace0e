"""`suyuan council …`: organisations govern the network instead of a key, by proposals with a reason, a delay and an end."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from chain.connection import Call
from chain.contract_interface import interface_of
from chain.deployment import hand_over
from chain.gateways import Contracts, CouncilGateway, CouncilRules, ProposalStatus
from cli.errors import CommandRefused, NoCouncil
from cli.founding import keystores_of
from cli.governing import chain_of, governing
from cli.options import Acting, Reason, address_of, json_file
from cli.plain_text import plain
from cli.rooms import act, await_mirror, opened
from cli.settings import current
from cli.signing import signer_for
from store.record.council_payloads import ApproveBySignature, ApproveProposal, ExecuteProposal, WithdrawApproval
from store.record.outbox import AUTHORITY, queues

DAY = 86_400
_DEADLINE = 7 * DAY
"""Seconds for which a signed approval may be sent."""
Seats = Annotated[
    list[int], typer.Option("--member", min=1, max=2**32 - 1, help="Number of an organisation with a seat; give each.")
]
Threshold = Annotated[int, typer.Option(min=1, max=32, help="How many of them must approve.")]
Delay = Annotated[int, typer.Option(min=0, help="Seconds for which an approval must have stood to count.")]
Lifetime = Annotated[int, typer.Option(min=3_600, max=365 * DAY, help="Seconds after which a proposal ends.")]
Number = Annotated[int, typer.Argument(min=1, help="Number of the proposal.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    council = typer.Typer(
        help="Organisations govern: found, show, list, approve, sign, send, withdraw, execute, change, name, propose.",
        no_args_is_help=True,
    )
    council.command("found")(found)
    council.command("show")(show)
    council.command("list")(list_proposals)
    council.command("approve")(approve)
    council.command("sign")(sign)
    council.command("send")(send)
    council.command("withdraw")(withdraw)
    council.command("execute")(execute)
    council.command("change")(change)
    council.command("name")(name_contract)
    council.command("propose")(propose)
    app.add_typer(council, name="council")


def found(member: Seats, threshold: Threshold, delay: Delay = DAY, lifetime: Lifetime = 30 * DAY) -> None:
    """Hand the authority over to a council, for good: the key that holds it now can do nothing afterwards."""
    installation = current()
    with opened(installation) as (record, mirror):
        if any(queue.organisation == AUTHORITY for queue in queues(record)):
            raise CommandRefused("the authority has promised writes that are not on the chain yet; wait for them first")
        with chain_of(installation) as contracts:
            if contracts.council():
                raise CommandRefused("a council governs this network already; `suyuan council change` proposes another")
            signer = keystores_of(installation).signer(contracts.directory.authority())
            rules = CouncilRules(tuple(member), threshold, delay, lifetime)
            address = hand_over(
                contracts.directory.connection, signer, rules, lambda step: typer.echo(f"  {step}", err=True)
            )
        await_mirror(mirror)
    typer.echo(f"the council 0x{address.hex()} governs: {threshold} of organisations {_listed(member)}")


def show(
    number: Annotated[int | None, typer.Argument(min=1, help="A proposal; the council if left out.")] = None,
) -> None:
    """Show who has a seat and how many must approve, or what a proposal does, why, and who approves it."""
    with _looking() as (contracts, council):
        rules = council.rules()
        if number is None:
            typer.echo(f"council 0x{council.address.hex()}: {rules.threshold} of organisations {_listed(rules.seats)}")
            typer.echo(f"an approval counts after {rules.delay} s, a proposal ends after {rules.lifetime} s")
            return
        _tell(contracts, council, number)
        for seat in rules.seats:
            since = council.approved_since(number, seat)
            typer.echo(f"organisation {seat}  {f'approves since {_time(since)}' if since else 'does not approve'}")


def list_proposals() -> None:
    """List the proposals, the newest first: how each stands, what it does, and why."""
    with _looking() as (contracts, council):
        for number in range(council.count(), 0, -1):
            _tell(contracts, council, number)


def approve(number: Number, acting: Acting) -> None:
    """Approve a proposal; what it does is shown."""
    with _looking() as (contracts, council):
        _tell(contracts, council, number)
        payload = ApproveProposal(council.address, number, council.record(number).content)
    act(acting, payload, f"organisation {acting} approves proposal {number}")


def sign(number: Number, acting: Acting) -> None:
    """Sign an approval for another member's node to send, and print it; what it approves is shown."""
    installation, now = current(), int(time.time())
    with _looking() as (contracts, council):
        _tell(contracts, council, number, err=True)
        signer = signer_for(keystores_of(installation), contracts, acting, now)
        content, nonce = council.record(number).content, council.nonce_of(acting)
        signed = council.authorise_approval(signer, number, content, nonce, now + _DEADLINE)
    approval = {
        "council": "0x" + council.address.hex(),
        "proposal": number,
        "content": "0x" + content.hex(),
        "signer": "0x" + signed.signer.hex(),
        "nonce": signed.nonce,
        "deadline": signed.deadline,
        "signature": "0x" + signed.signature.hex(),
    }
    typer.echo(json.dumps(approval, indent=1))


def send(
    approval: Annotated[
        Path, typer.Argument(help="File with what `suyuan council sign` printed.", exists=True, dir_okay=False)
    ],
    acting: Acting,
) -> None:
    """Send an approval that another member signed."""
    given = json_file(approval)
    try:
        octets = [
            bytes.fromhex(given[name].removeprefix("0x")) for name in ("council", "content", "signer", "signature")
        ]
        council, content, signer, signature = octets
        number, nonce, deadline = (int(given[name]) for name in ("proposal", "nonce", "deadline"))
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise CommandRefused(f"{approval} is no approval as `suyuan council sign` prints it: {error}") from error
    if (len(council), len(content), len(signer)) != (20, 32, 20) or min(number, nonce, deadline) < 0:
        raise CommandRefused(
            f"{approval} is no approval as `suyuan council sign` prints it: a value is too long or short"
        )
    payload = ApproveBySignature(council, number, content, signer, nonce, deadline, signature)
    act(acting, payload, f"the approval of proposal {number} by 0x{signer.hex()} is sent")


def withdraw(number: Number, acting: Acting) -> None:
    """Take an approval back; given anew it must stand for the whole delay again."""
    with _looking() as (_, council):
        payload = WithdrawApproval(council.address, number)
    act(acting, payload, f"organisation {acting} no longer approves proposal {number}")


def execute(number: Number, acting: Acting) -> None:
    """Carry out a proposal that is ready; any member may."""
    with _looking() as (contracts, council):
        _tell(contracts, council, number)
        content = council.content(number)
        payload = ExecuteProposal(council.address, number, content.targets, content.calls, content.reason)
    act(acting, payload, f"proposal {number} is executed")


def change(
    acting: Acting,
    reason: Reason,
    member: Annotated[
        list[int] | None, typer.Option(help="Number of an organisation with a seat; give each, or none to keep all.")
    ] = None,
    threshold: Annotated[int | None, typer.Option(min=1, max=32, help="How many of them must approve.")] = None,
    delay: Annotated[int | None, typer.Option(min=0, help="Seconds for which an approval must have stood.")] = None,
    lifetime: Annotated[
        int | None, typer.Option(min=3_600, max=365 * DAY, help="Seconds until a proposal ends.")
    ] = None,
) -> None:
    """Propose other seats, another threshold, delay or lifetime; what is left out stays."""
    with governing(acting, reason) as here:
        council, _, _ = here.verify_proposer()
        now = council.rules()
        rules = CouncilRules(
            tuple(member) if member else now.seats,
            threshold or now.threshold,
            now.delay if delay is None else delay,
            lifetime or now.lifetime,
        )
        here.propose([council.set_council(rules)])


def name_contract(
    name: Annotated[str, typer.Argument(help="Name in the directory, such as ledger.")],
    address: Annotated[str, typer.Argument(help="The contract that shall serve under it from then on.")],
    acting: Acting,
    reason: Reason,
) -> None:
    """Propose that the directory names a new contract: how contracts are upgraded."""
    with governing(acting, reason) as here:
        directory = here.contracts.directory
        here.propose([directory.set(name, address_of(address), directory.entry(name).version + 1)])


def propose(
    target: Annotated[str, typer.Argument(help="Address of the contract that is called.")],
    data: Annotated[str, typer.Argument(help="Data of the call, in hexadecimal.")],
    acting: Acting,
    reason: Reason,
) -> None:
    """Propose any call, for what no other command proposes."""
    try:
        call = Call(address_of(target), bytes.fromhex(data.removeprefix("0x")), "proposed call")
    except ValueError as error:
        raise CommandRefused(f"{data[:80]!r} is no data of a call: write hexadecimal digits") from error
    with governing(acting, reason) as here:
        here.propose([call])


@contextmanager
def _looking() -> Iterator[tuple[Contracts, CouncilGateway]]:
    with chain_of(current()) as contracts:
        council = contracts.council()
        if council is None:
            raise NoCouncil
        yield contracts, council


def _tell(contracts: Contracts, council: CouncilGateway, number: int, *, err: bool = False) -> None:
    """Tell how a proposal stands, what it does, and why."""
    known = council.record(number)
    if known.status is ProposalStatus.UNKNOWN:
        raise CommandRefused(f"there is no proposal {number}; `suyuan council list` shows all")
    content, threshold = council.content(number), council.rules().threshold
    typer.echo(
        f"proposal {number}  {known.status.name.lower()}  {known.counted} of {threshold} approvals count  "
        f"ends {_time(known.expires)}  by organisation {known.proposer}: {plain(content.reason)}",
        err=err,
    )
    for target, data in zip(content.targets, content.calls, strict=True):
        typer.echo(f"  {_call(contracts, council, target, data)}", err=err)


def _call(contracts: Contracts, council: CouncilGateway, target: bytes, data: bytes) -> str:
    """Return a call as people read it; one to a contract that is not the network's as its bytes."""
    for gateway in (
        contracts.directory, contracts.members, contracts.prefixes, contracts.ledger, contracts.attestations,
        contracts.liens, council,
    ):  # fmt: skip
        told = interface_of(gateway.contract).told(data) if gateway.address == target else None
        if told is not None:
            return f"{gateway.contract}.{plain(told)}"
    return f"0x{target.hex()} 0x{data.hex()}"


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _time(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S} UTC"
