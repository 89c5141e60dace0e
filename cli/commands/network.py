"""`suyuan network …`: firms make a chain together, each with a node and keys of its own; the same commands for every engine."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path
from typing import Annotated

import typer

from chain.keystore import Keystores
from chain.passphrase import passphrase_of
from cli.commands.run import stop_on_signals
from cli.errors import CommandRefused
from cli.options import address_of
from cli.settings import current
from network.engines.running import NodeFolder, node_folder, run_node
from network.folder import write_folder
from network.folder.addresses import rpc_port
from network.genesis import genesis_hash
from network.joining import found, pin
from network.node_key import create_node_key
from network.plan import GAS_LIMIT, Engine, Rules, plan_of
from network.request import JoinRequest, read_request, signed_request
from network.standing import NetworkStanding, standing_of
from network.voting import discard
from network.voting import propose as propose_validator

REQUEST = "request.json"
Folder = Annotated[Path, typer.Argument(help="The firm's folder of the network, with its plan and its node's key.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    network = typer.Typer(
        help="A chain of several firms: join, genesis, start, status, propose, found, pin.", no_args_is_help=True
    )
    network.command("join")(join)
    network.command("genesis")(genesis)
    network.command("start")(start)
    network.command("status")(status)
    network.command("propose")(propose)
    network.command("found")(found_network)
    network.command("pin")(pin_network)
    app.add_typer(network, name="network")


def join(
    folder: Annotated[
        Path, typer.Argument(help="New folder of this firm's node; its key is made there and stays there.")
    ],
    title: Annotated[str, typer.Option(help="The firm's name, as people write it.")],
    host: Annotated[str, typer.Option(help="Host name or IPv4 address under which the other nodes reach this one.")],
    name: Annotated[str | None, typer.Option(help="Short name; the folder's name if left out.")] = None,
    port: Annotated[
        int, typer.Option(help="Peer-to-peer port; JSON-RPC is the next one, on this machine only.")
    ] = 30_303,
    validates: Annotated[bool, typer.Option(help="Whether the node seals blocks.")] = True,
) -> None:
    """Make this firm's keys and the signed request that it hands over; no key leaves this machine."""
    installation = current()
    keystores = Keystores(installation.keystores, passphrase_of(os.environ | installation.environment()))
    node = create_node_key(folder)
    addresses = keystores.addresses()
    organisation = keystores.signer(addresses[0]) if addresses else keystores.create()
    request = JoinRequest(name or folder.name, title, host, port, node.public_key, organisation.address, validates)
    text = json.dumps(signed_request(request, node, organisation).to_json(), indent=2, ensure_ascii=False)
    (folder / REQUEST).write_text(text + "\n", encoding="utf-8")
    typer.echo(str(folder / REQUEST))
    typer.echo("hand over this file; the keys stay here, in this folder and in the keystores of SUYUAN_HOME", err=True)


def genesis(
    requests: Annotated[list[Path], typer.Argument(help="The requests of all firms.")],
    out: Annotated[Path, typer.Option(help="Folder in which one folder for each firm is written.")],
    engine: Annotated[Engine, typer.Option(help="What runs the chain.")] = Engine.BESU,
    chain_id: Annotated[int, typer.Option(help="EIP-155 chain id; no other network should have it.")] = 91_337,
    period: Annotated[int, typer.Option(help="Seconds between two blocks.")] = 1,
    epoch: Annotated[int, typer.Option(help="Blocks after which undecided votes are forgotten.")] = 30_000,
    gas_limit: Annotated[int, typer.Option(help="Gas of a block.")] = GAS_LIMIT,
    created_at: Annotated[
        int | None, typer.Option(help="Time of the first block, in seconds since 1970, to make the same plan again.")
    ] = None,
) -> None:
    """Put the requests together: one plan, one first block, and for each firm the folder that starts its node."""
    signed = [read_request(path.read_text(encoding="utf-8")) for path in requests]
    rules = Rules(chain_id, period, epoch, gas_limit, int(time.time()) if created_at is None else created_at)
    plan = plan_of(engine, rules, signed)
    for each in plan.requests:
        folder = out / each.request.name
        files = write_folder(plan, each.request.name, folder)
        typer.echo(f"{folder}: {len(files)} files for {each.request.title}")
    typer.echo(f"first block  0x{genesis_hash(plan).hex()}")
    typer.echo(f"fingerprint  {plan.fingerprint()}")
    typer.echo("every firm compares the fingerprint, then copies its folder over the one with its key", err=True)


def start(folder: Folder) -> None:
    """Run this firm's node until Ctrl-C."""
    stop = threading.Event()
    stop_on_signals(stop)
    run_node(node_folder(folder), stop, lambda words: typer.echo(words, err=True))


def status(
    folder: Folder,
    rpc: Annotated[list[str] | None, typer.Option(help="Further nodes to ask, by the URL of their JSON-RPC.")] = None,
) -> None:
    """Say who validates, how many may fail, how far each node has come and what it runs; ends with 1 if no blocks can come."""
    found_folder = node_folder(folder)
    standing = standing_of(found_folder.plan.engine, [_url(found_folder), *(rpc or [])])
    now, period = int(time.time()), found_folder.plan.rules.period
    for line in _told(standing, now):
        typer.echo(line)
    if found_folder.plan.engine is not Engine.EMBEDDED and standing.stands_still(now, period):
        typer.echo(
            "no block comes: start the validators that do not answer; what was promised waits and is sent then",
            err=True,
        )
        raise typer.Exit(1)


def propose(
    folder: Folder,
    what: Annotated[str, typer.Argument(help="`add`, `remove`, or `discard` a vote given before.")],
    validator: Annotated[str, typer.Argument(help="Address of the validator.")],
) -> None:
    """Let this firm's node vote a validator in or out; more than half of those in force decide."""
    here = node_folder(folder)
    address = address_of(validator)
    if what not in ("add", "remove", "discard"):
        raise CommandRefused(f"{what!r} is no vote: add, remove or discard")
    if what == "discard":
        discard(here.plan.engine, _url(here), address)
    else:
        propose_validator(here.plan.engine, _url(here), address, joins=what == "add")
    typer.echo(f"{here.name} votes: {what} 0x{address.hex()}; `suyuan network status` shows when it is decided")


def found_network(folder: Folder) -> None:
    """Deploy the contracts over this firm's node, with its organisation's key as the first authority, and pin the network here."""
    here, installation = node_folder(folder), current()
    keystores = Keystores(installation.keystores, passphrase_of(os.environ | installation.environment()))
    signer = keystores.signer(here.plan.of(here.name).request.organisation)
    network = found(here, _url(here), signer, lambda step: typer.echo(f"  deployed: {step}", err=True))
    pin(here, _url(here), network.directory, installation.home, network.from_block)
    typer.echo(f"directory 0x{network.directory.hex()} from block {network.from_block}")
    typer.echo("the others run: suyuan network pin FOLDER DIRECTORY BLOCK", err=True)


def pin_network(
    folder: Folder,
    directory: Annotated[str, typer.Argument(help="Address of the Directory contract, as the founder tells it.")],
    from_block: Annotated[int, typer.Argument(help="Block in which it was deployed.")],
) -> None:
    """Pin this installation to the network: its first block, its validators, its directory."""
    here, installation = node_folder(folder), current()
    path = pin(here, _url(here), address_of(directory), installation.home, from_block)
    typer.echo(f"{path}: `suyuan serve` uses this firm's node at {_url(here)}")


def _url(folder: NodeFolder) -> str:
    return f"http://127.0.0.1:{rpc_port(folder.plan.of(folder.name).request)}"


def _told(standing: NetworkStanding, now: int) -> list[str]:
    lines = []
    for node in standing.nodes:
        if not node.answers:
            lines.append(f"{node.url}  does not answer: {node.reason}")
            continue
        behind = standing.height - node.height
        age = max(0, now - node.head_time)
        state = "fetches blocks" if node.syncing else "answers"
        lines.append(
            f"{node.url}  {state}  height {node.height}  behind {behind}  newest block {age} s old  peers {node.peers}  {node.version}"
        )
    if standing.validators:
        for validator in standing.validators:
            lines.append(
                f"validator {validator}  {'seals' if validator in standing.seen else 'not seen in the newest blocks'}"
            )
        lines.append(
            f"validators {len(standing.validators)}  needed {standing.needed}  seal now {len(standing.seen)}  "
            f"may still fail {standing.margin}"
        )
    if standing.rounds:
        lines.append(f"rounds above zero: {', '.join(map(str, standing.rounds))} (a proposer failed)")
    lines.extend(f"vote of this node: {vote}" for vote in standing.votes)
    if standing.forked:
        lines.append("nodes have different blocks of one height: a fork, which ends when one side is longer")
    return lines
