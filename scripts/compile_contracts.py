#!/usr/bin/env python3
"""Compile contracts/ and write what the Python side needs of each deployed contract to chain/abi.

Usage: scripts/compile_contracts.py [--check]

Runs with the project's environment (py-solc-x) and the compiler from npm behind scripts/solc; nothing is downloaded.
With --check nothing is written, and the exit code is 1 if a committed file is not what the sources give.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

PYTHON = ROOT / ".venv" / "bin" / "python"

if __name__ == "__main__" and PYTHON.exists() and Path(sys.prefix).resolve() != PYTHON.parents[1].resolve():
    os.execv(PYTHON, [str(PYTHON), *sys.argv])

import solcx  # noqa: E402  (the right interpreter comes first)

VERSION = "0.8.30"
"""Compiler version, as in the pragma of every source."""

COMPILER = ROOT / "scripts" / "solc" / f"solc-v{VERSION}"

SETTINGS: dict[str, Any] = {
    "optimizer": {"enabled": True, "runs": 20_000},
    "evmVersion": "london",
    "metadata": {"bytecodeHash": "none", "appendCBOR": False},
    "remappings": ["@openzeppelin/=node_modules/@openzeppelin/"],
}
"""London, because one bytecode serves Besu, geth Clique and anvil; no metadata in the code, so that a comment changes nothing."""

DEPLOYED = ("Directory", "Members", "Prefixes", "Ledger", "Attestations", "Liens", "Council")
"""The contracts of the network, in the order in which they are deployed; the last only where members govern."""

ABI_FOLDER = ROOT / "chain" / "abi"


class CompilationFailed(Exception):
    """The compiler reported errors, or warnings in our own sources."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def compiled(sources: Mapping[str, Path]) -> dict[str, dict[str, Any]]:
    """Return the compiler's output for each contract of the sources, by contract name.

    Raises: CompilationFailed.
    """
    output = _output(sources)
    problems = [error["formattedMessage"] for error in output.get("errors", [])]
    if problems:
        raise CompilationFailed(problems)
    return {contract: details for contracts in output["contracts"].values() for contract, details in contracts.items()}


def _output(sources: Mapping[str, Path]) -> dict[str, Any]:
    request = {
        "language": "Solidity",
        "sources": {name: {"content": path.read_text("utf-8")} for name, path in sources.items()},
        "settings": {
            **SETTINGS,
            "outputSelection": {
                "*": {"*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object", "storageLayout"]}
            },
        },
    }
    try:
        return dict(solcx.compile_standard(request, solc_binary=COMPILER, allow_paths=str(ROOT)))
    except solcx.exceptions.SolcError as refusal:
        # py-solc-x raises on errors; its own message repeats the whole output of the compiler.
        raise CompilationFailed(str(refusal).split("\n> command:", 1)[0].splitlines()) from None


def project_sources() -> dict[str, Path]:
    """Return every source below contracts/, by its path from the root."""
    return {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "contracts").rglob("*.sol"))}


def artifact(details: Mapping[str, Any]) -> str:
    """Return the text of one file of chain/abi."""
    layout = [
        {key: entry[key] for key in ("label", "slot", "offset", "type")}
        for entry in details["storageLayout"]["storage"]
    ]
    for entry in layout:
        # The compiler numbers types by position in the syntax tree, which every edit moves.
        entry["type"] = details["storageLayout"]["types"][entry["type"]]["label"]
    content = {
        "abi": details["abi"],
        "bytecode": "0x" + details["evm"]["bytecode"]["object"],
        "storageLayout": layout,
        "compiler": {"version": VERSION, "settings": {key: SETTINGS[key] for key in ("optimizer", "evmVersion")}},
    }
    return json.dumps(content, indent=1, sort_keys=True) + "\n"


def artifacts() -> dict[Path, str]:
    """Return the text that each file of chain/abi must have."""
    contracts = compiled(project_sources())
    return {ABI_FOLDER / f"{name}.json": artifact(contracts[name]) for name in DEPLOYED}


def main() -> int:
    """Write or compare the files of chain/abi."""
    try:
        expected = artifacts()
    except CompilationFailed as refusal:
        print(refusal, file=sys.stderr)
        return 1
    stale = [path for path, text in expected.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" not in sys.argv[1:]:
        ABI_FOLDER.mkdir(exist_ok=True)
        for path in stale:
            path.write_text(expected[path], "utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
        return 0
    for path in stale:
        print(
            f"{path.relative_to(ROOT)} is not what contracts/ gives: run scripts/compile_contracts.py", file=sys.stderr
        )
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
