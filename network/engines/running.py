"""Running a firm's node from its folder, whatever the engine, until told to stop."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from chain.embedded import Embedded, EmbeddedSettings
from network.engines.besu import BesuNode, besu_path
from network.engines.geth import GethNode, geth, initialise
from network.errors import EngineFailed, FolderInvalid
from network.folder import OWNER
from network.folder.addresses import rpc_port
from network.plan import FILE, Engine, Plan, read_plan

Say = Callable[[str], None]
LOOK = 1.0
"""Seconds between two looks at the child."""


@dataclass(frozen=True, slots=True)
class NodeFolder:
    """A firm's folder, read and checked."""

    path: Path
    plan: Plan
    name: str
    """The firm whose node it starts."""


def node_folder(path: Path) -> NodeFolder:
    """Return what a folder starts.

    Raises:
        FolderInvalid: it is not a folder that `suyuan network genesis` wrote, or its files do not belong together.
        PlanInvalid, RequestInvalid: its plan was altered.
    """
    try:
        plan = read_plan((path / FILE).read_text(encoding="utf-8"))
        owner = json.loads((path / OWNER).read_text(encoding="utf-8"))
        name, fingerprint = str(owner["name"]), str(owner["fingerprint"])
    except FileNotFoundError as missing:
        raise FolderInvalid(
            path, f"has no {Path(missing.filename).name}: write it with `suyuan network genesis`"
        ) from None
    except (ValueError, KeyError, TypeError):
        raise FolderInvalid(
            path, f"has an {OWNER} that cannot be read: write it again with `suyuan network genesis`"
        ) from None
    if fingerprint != plan.fingerprint():
        raise FolderInvalid(
            path, f"has a plan with the fingerprint {plan.fingerprint()}, and {OWNER} names {fingerprint}"
        )
    plan.of(name)
    return NodeFolder(path, plan, name)


def run_node(folder: NodeFolder, stop: threading.Event, say: Say) -> None:
    """Run a firm's node until `stop` is set.

    Raises:
        EngineUnavailable, EngineFailed, FolderInvalid: it cannot be started, or it ended.
    """
    if folder.plan.engine is Engine.EMBEDDED:
        _run_embedded(folder, stop, say)
        return
    node = node_of(folder, say)
    try:
        node.start()
        say(f"{folder.name}: answers at {node.url}")
        if isinstance(node, GethNode):
            while not stop.is_set() and not node.seal(say, patience=5.0):
                say(f"{folder.name}: waits for most of the other validators before it seals")
        while not stop.is_set():
            if not node.process.wait(LOOK):
                raise EngineFailed(folder.plan.engine.value, "ended", node.process.log)
            if isinstance(node, GethNode):
                node.watch(say)
    finally:
        node.stop()


def node_of(folder: NodeFolder, say: Say) -> GethNode | BesuNode:
    """Return a firm's node, ready to start. Raises: EngineUnavailable, EngineFailed, FolderInvalid."""
    request = folder.plan.of(folder.name).request
    if folder.plan.engine is Engine.BESU:
        return BesuNode(besu_path(), folder.plan, request, folder.path)
    program = geth(say)
    initialise(program, folder.plan, request, folder.path)
    return GethNode(program, folder.plan, request, folder.path)


def _run_embedded(folder: NodeFolder, stop: threading.Event, say: Say) -> None:
    port = rpc_port(folder.plan.of(folder.name).request)
    chain = Embedded(EmbeddedSettings(folder.path / "chain", port=port, chain_id=folder.plan.rules.chain_id))
    chain.start()
    try:
        say(f"{folder.name}: the embedded chain answers at {chain.url}")
        stop.wait()
    finally:
        chain.stop()
