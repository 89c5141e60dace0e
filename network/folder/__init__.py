"""What a firm gets: one folder that starts its node, the same for everyone but for its own name and addresses. No key is in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from network.folder import besu, clique, monitoring, services
from network.genesis import genesis_hash, genesis_of
from network.plan import FILE, Engine, Plan

__all__ = ["files_of", "write_folder"]

OWNER = "owner.json"
"""Whose folder it is, and what the network's first block is."""


def files_of(plan: Plan, name: str) -> Mapping[str, str]:
    """Return the files of a firm's folder by their names. Raises: PlanInvalid."""
    request = plan.of(name).request
    files = {
        FILE: _json(plan.to_json()),
        OWNER: _json({
            "name": name,
            "engine": plan.engine.value,
            "chainId": plan.rules.chain_id,
            "genesis": "0x" + genesis_hash(plan).hex(),
            "fingerprint": plan.fingerprint(),
        }),
        "genesis.json": _json(genesis_of(plan)),
    }  # fmt: skip
    if plan.engine is not Engine.EMBEDDED:
        files |= (besu if plan.engine is Engine.BESU else clique).files_of(plan, request)
        files |= services.files_of(plan, request)
        files |= monitoring.files_of(plan, request)
    return files


def write_folder(plan: Plan, name: str, folder: Path) -> tuple[Path, ...]:
    """Write a firm's folder, and return its files. A key or a chain that lies there already is left alone."""
    written = []
    for relative, text in files_of(plan, name).items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(path.name + ".draft")
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
        written.append(path)
    return tuple(written)


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
