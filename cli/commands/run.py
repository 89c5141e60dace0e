"""`suyuan serve` and the five processes behind it, each of which also runs alone."""

from __future__ import annotations

import json
import logging
import os
import signal
import threading
import urllib.error
import urllib.request
from typing import Annotated

import typer

from chain.network import Consensus, load_network
from chain.passphrase import passphrase_from_file
from cli.embedded import embedded_settings, verify_chain_port
from cli.errors import CommandRefused, NotSetUp, PortTaken
from cli.processes import Child, Supervisor
from cli.settings import Installation, answers, current, installation_from, is_free


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("serve")(serve)
    app.command("chain")(chain)
    app.command("submission")(submission)
    app.command("indexer")(indexer)
    app.command("delivery")(delivery)
    app.command("api")(api)


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; 0.0.0.0 for the whole local network.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
) -> None:
    """Run an installation: the embedded chain (if it is one), submission, indexer, delivery and api, until Ctrl-C."""
    speak()
    installation = installation_from(os.environ, host=host, port=port)
    supervisor = supervisor_of(installation)
    if installation.passphrase_file is None:
        # Submission is started again when it dies, and then nobody may be there to type it.
        raise CommandRefused("set SUYUAN_PASSPHRASE_FILE to a file with the passphrase of the keystores")
    passphrase_from_file(installation.passphrase_file)
    stop_on_signals(supervisor.stop)
    try:
        supervisor.start()
        if supervisor.stop.is_set():
            return
        typer.echo(
            f"serving on http://{installation.host}:{installation.port} (labels: {installation.public_origin}); Ctrl-C ends it",
            err=True,
        )
        supervisor.watch()
    except TimeoutError as late:
        raise CommandRefused(str(late)) from late
    finally:
        supervisor.terminate()


def chain() -> None:
    """Run the embedded development chain alone; its state is kept in SUYUAN_HOME/chain."""
    from chain.embedded import Embedded  # noqa: PLC0415 - each process imports only its own room.

    speak()
    installation = current()
    stop = threading.Event()
    stop_on_signals(stop)
    Embedded(embedded_settings(installation)).run(stop)


def submission() -> None:
    """Run the only writer to the chain: outbox rows become signed batches."""
    from submission.main import run  # noqa: PLC0415 - each process imports only its own room.

    speak()
    stop = threading.Event()
    stop_on_signals(stop)
    run(os.environ, stop)


def indexer() -> None:
    """Run the indexer: blocks become the mirror."""
    from indexer.main import run  # noqa: PLC0415 - each process imports only its own room.

    speak()
    stop = threading.Event()
    stop_on_signals(stop)
    run(os.environ, stop)


def delivery() -> None:
    """Run the delivery to subscribers: events of the mirror become messages to their receivers."""
    from delivery.main import run  # noqa: PLC0415 - each process imports only its own room.

    speak()
    stop = threading.Event()
    stop_on_signals(stop)
    run(os.environ, stop)


def api() -> None:
    """Run the HTTP API alone."""
    from api.main import run  # noqa: PLC0415 - each process imports only its own room.

    speak()
    installation = current()
    if not is_free(installation.host, installation.port):
        raise PortTaken(installation.host, installation.port, "--port ")
    run(os.environ, installation.host, installation.port)


def supervisor_of(installation: Installation) -> Supervisor:
    """Return the supervisor of an installation's processes.

    Raises:
        NotSetUp: there is no network yet.
        PortTaken: the API's port is in use.
    """
    if not installation.network_file.exists():
        raise NotSetUp(installation.home)
    verify_ports(installation)
    children = []
    if is_embedded(installation):
        embedded = embedded_settings(installation)
        children.append(Child("chain", ("chain",), ready=lambda: answers(embedded.host, embedded.port)))
    children += [
        Child("submission", ("submission",)),
        Child("indexer", ("indexer",)),
        Child("delivery", ("delivery",)),
        Child("api", ("api",), ready=lambda: _lives(installation)),
    ]
    return Supervisor(tuple(children), installation.environment(), installation.logs)


def verify_ports(installation: Installation) -> None:
    """Check that nobody else listens where the api and the embedded chain will.

    Raises:
        PortTaken: naming the port, and the cure.
    """
    if not is_free(installation.host, installation.port):
        raise PortTaken(installation.host, installation.port, "--port ")
    if installation.network_file.exists() and not is_embedded(installation):
        return
    verify_chain_port(installation)


def is_embedded(installation: Installation) -> bool:
    """Return whether the installation runs its own development chain."""
    return load_network(installation.home).consensus is Consensus.NONE


def _lives(installation: Installation) -> bool:
    host = "127.0.0.1" if installation.host == "0.0.0.0" else installation.host  # noqa: S104 - compared, not bound.
    try:
        with urllib.request.urlopen(f"http://{host}:{installation.port}/healthz", timeout=2) as answer:
            return bool(json.load(answer))
    except (urllib.error.URLError, OSError, ValueError):
        return False


def speak() -> None:
    """Log to the terminal."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")


def stop_on_signals(stop: threading.Event) -> None:
    """Set the event on SIGTERM and SIGINT."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
