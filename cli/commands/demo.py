"""`suyuan demo`: sets up a network, tells the example's story, prints where to look, and serves until Ctrl-C."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit

import qrcode
import typer

from chain.network import load_network
from cli.commands.run import speak, stop_on_signals, supervisor_of, verify_ports
from cli.demonstration.client import AnswerRefused
from cli.demonstration.story import Story
from cli.errors import CommandRefused
from cli.founding import found, keystores_of, passphrase_beside
from cli.settings import Installation, installation_from, is_free, reachable_address

_INTERRUPTED = 130
"""The exit code of what Ctrl-C ended before it was done."""
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("demo")(demo)


def demo(
    host: Annotated[str, typer.Option(help="Address to listen on; 127.0.0.1 for this machine only.")] = "0.0.0.0",  # noqa: S104 - a phone must reach it.
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8470,
    home: Annotated[Path, typer.Option(help="Folder of the demonstration.")] = Path(".suyuan/demo"),
    check: Annotated[
        bool, typer.Option("--check", help="Walk all pages and the API as a user would, then end: 0 if all is well.")
    ] = False,
) -> None:
    """Set up, tell the story of a refrigerator from steel to recycling, and serve its pages."""
    speak()
    began = time.monotonic()
    if "SUYUAN_RPC_URL" not in os.environ:
        os.environ["SUYUAN_RPC_URL"] = f"http://127.0.0.1:{_chain_port(port, home)}"
    draft = installation_from(os.environ, host=host, port=port, home=home)
    verify_ports(draft)
    draft.home.mkdir(parents=True, exist_ok=True)
    os.environ["SUYUAN_PASSPHRASE_FILE"] = str(passphrase_beside(draft))
    os.environ.setdefault("SUYUAN_SCANNER_APP", str(EXAMPLES.parent / "scanner-app" / "dist"))
    installation = installation_from(os.environ, host=host, port=port, home=home)
    stop = threading.Event()
    stop_on_signals(stop)
    if not installation.network_file.exists():
        _say("a new network: starting the embedded chain, deploying the contracts")
        found(installation)
    if not stop.is_set():
        _run(installation, stop, began, check=check)
    if stop.is_set() and check:
        raise typer.Exit(_INTERRUPTED)


def _chain_port(port: int, home: Path) -> int:
    """Return where the embedded chain listens: beside the API, so that two demonstrations on one machine do not meet.

    Nobody types this port, so one that another program has is passed by; one that a killed run of this demonstration left is kept,
    because the chain that comes next ends the one that was left.
    """
    first = port + 75 if port < 65_000 else port - 75
    if (home / "chain" / "anvil.pid").exists():
        return first
    return next((near for near in range(first, first + 20) if is_free("127.0.0.1", near)), first)


def _run(installation: Installation, stop: threading.Event, began: float, *, check: bool) -> None:
    supervisor = supervisor_of(installation)
    watching = threading.Thread(target=supervisor.watch, daemon=True)
    try:
        _say("starting chain, submission, indexer, delivery and api")
        supervisor.start(give_up=stop)
        if stop.is_set():
            return
        watching.start()
        story = Story(installation, f"http://127.0.0.1:{installation.port}", EXAMPLES, keystores_of(installation), _say)
        # A step that is under way when Ctrl-C comes is told to its end: the processes run on until then.
        done = story.tell(stop)
        if stop.is_set():
            _say(f"stopped after {done} steps; the next run goes on from there")
            return
        _say(
            f"{done or 'no'} steps told in {time.monotonic() - began:.1f} s"
            + ("" if done else " (all was there already)")
        )
        _show(installation, story)
        if check:
            _walk(installation, story)
            return
        typer.echo("\nCtrl-C ends it.", err=True)
        stop.wait()
    except (AnswerRefused, OSError) as error:
        if not stop.is_set():
            raise CommandRefused(f"{error}\n(the processes' own words are in {installation.logs})") from error
    finally:
        supervisor.stop.set()
        if watching.ident is not None:
            watching.join()
        supervisor.terminate()


def _walk(installation: Installation, story: Story) -> None:
    from cli.demonstration.walk import walked  # noqa: PLC0415 - only --check needs the verifier.

    failures = walked(installation, story, _say)
    if failures:
        raise CommandRefused("the walk failed:\n  " + "\n  ".join(failures))
    _say("every page and answer was as it should be")


def _show(installation: Installation, story: Story) -> None:
    origin = installation.public_origin
    network = load_network(installation.home)
    typer.echo(f"\n  network    chain {network.chain_id}, directory 0x{network.directory.hex()}")
    typer.echo(f"  this page  {origin}/   scanner: {origin}/scan   API: {origin}/docs")
    names = {
        "sound": "a refrigerator that nothing is wrong with",
        "recalled": "one with a compressor of the recalled lot",
        "repaired": "one whose recalled compressor was replaced",
        "recycled": "one that was recycled",
        "recalled lot": "the recalled lot of compressors",
        "pallet": "a pallet that a bank lends against",
        "corrected": "a pallet whose receipt was corrected",
    }
    for name, identifier in story.shown().items():
        typer.echo(f"  {names.get(name, name):<44} {page_of(origin, identifier)}")
    for name, made in story.told.beginning_with("jialeyou: dossier ").items():
        typer.echo(f"  {f'what the bank sees: {name}':<44} {origin}{urlsplit(made['url']).path}")
    for firm in story.firms:
        typer.echo(
            f"  organisation {story.number(firm['short']):>2}  {firm['short']:<10} {firm['profile']['name']}  {firm['profile']['uscc']}"
        )
    typer.echo(f"  API keys of the firms: {installation.home / 'demonstration.json'}\n")
    code = qrcode.QRCode(border=2)
    code.add_data(page_of(origin, story.shown()["recalled"]))
    code.print_ascii(out=sys.stdout, invert=sys.stdout.isatty())
    if reachable_address(installation.host).startswith("127."):
        typer.echo("  (a phone cannot reach this machine: no local network, or --host 127.0.0.1)")


def page_of(origin: str, identifier: str) -> str:
    """Return the address of a thing's page."""
    path = identifier.removeprefix("https://id.gs1.org")
    return origin + (path if path != identifier else "/" + quote(identifier.removeprefix("hdl:"), safe="/"))


def _say(text: str) -> None:
    typer.echo(f"· {text}", err=True)
