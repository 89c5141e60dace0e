"""The commands by name: what each is for, and the part of the command line that holds it, imported only when it is run."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as `suyuan --help` tells it."""

    part: str
    """Module of `cli.commands` that registers it."""
    summary: str
    """What it is for, in a sentence; one that names commands of a group names them all."""


COMMANDS = {
    "demo": Entry("demo", "Set up, tell the story of a refrigerator from steel to recycling, and serve its pages."),
    "init": Entry("founding", "Start a new development network in SUYUAN_HOME."),
    "serve": Entry(
        "run",
        "Run an installation until Ctrl-C: the embedded chain (if it is one), submission, indexer, delivery, api.",
    ),
    "network": Entry("network", "A chain of several firms: join, genesis, start, status, propose, found, pin."),
    "status": Entry("care", "Say how far the outbox and the mirror have come."),
    "member": Entry("members", "Organisations: admit, suspend, reinstate, roles, successor, list."),
    "prefix": Entry(
        "prefixes", "Identifier prefixes: grant, suspend, reinstate, revoke, node, partner, list, register-schemes."
    ),
    "council": Entry(
        "council",
        "Organisations govern: found, show, list, approve, sign, send, withdraw, execute, change, name, propose.",
    ),
    "key": Entry("keys", "Signing keys (rotate, close, recover) and API keys (issue, renew, revoke), and list."),
    "capture": Entry("capture", "Capture a document, and say what became of each of its events."),
    "job": Entry("capture", "Say what became of a capture job."),
    "describe": Entry("describe", "Describe a product for everyone to read: name, picture, contact, advice."),
    "alias": Entry("aliases", "Other codes of a thing: claim, deny, list, revoke."),
    "links": Entry(
        "links", "A firm's own links of its codes: import, export, list, remove, delegate, undelegate, delegations."
    ),
    "label": Entry("labels", "Print labels with fresh random serials, each read back."),
    "recall": Entry("states", "Recall a lot in one step."),
    "state": Entry("states", "Set the state of a thing; `active` lifts a recall."),
    "group": Entry("groups", "Groups of organisations that may read: make, list, add, remove, rename, delete."),
    "share": Entry("share", "Who may read captured events."),
    "fetch": Entry(
        "fetch", "Ask other firms' nodes for what they granted, check it, and keep it as long as they said."
    ),
    "holdings": Entry("holdings", "List what the organisation holds, by the word of the events."),
    "dossier": Entry("dossier", "What a bank may see: make a link, list, revoke."),
    "lien": Entry("finance", "Liens: the borrower's consent."),
    "code": Entry("codes", "Say what a code names, in every scheme, and what is wrong with it."),
    "verify": Entry("verify", "Check a proof bundle or a dossier, offline."),
    "conformance": Entry("conformance", "Run cases that other people published, and name those that fall short."),
    "audit": Entry("care", "Compare mirror, chain and record; name each row that differs."),
    "rebuild": Entry("care", "Delete the mirror and make it anew."),
    "resume": Entry("care", "Let the indexer go on after an alarm."),
    "backup": Entry("care", "Back up the record while everything runs."),
    "restore": Entry("care", "Restore the record from a backup into an empty installation."),
    "chain": Entry("run", "Run the embedded development chain alone."),
    "submission": Entry("run", "Run the only writer to the chain alone."),
    "indexer": Entry("run", "Run the indexer alone."),
    "delivery": Entry("run", "Run the delivery to subscribers alone."),
    "api": Entry("run", "Run the HTTP API alone."),
}
"""In the order in which a newcomer needs them."""


class Catalogue(TyperGroup):
    """A group whose commands are imported when they are run: telling what there is costs no room's start."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for name, entry in COMMANDS.items():
            self.add_command(TyperCommand(name, help=entry.summary))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the arguments name, from its own module."""
        if args and args[0] in COMMANDS:
            self.add_command(command_named(args[0]), args[0])
        return super().resolve_command(ctx, args)


def command_named(name: str) -> Any:
    """Return a command whole, with its options."""
    part = typer.Typer()
    importlib.import_module(f"cli.commands.{COMMANDS[name].part}").register(part)
    return typer.main.get_group(part).commands[name]
