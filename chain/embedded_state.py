"""The state file of the embedded chain, put in order before anvil reads it again.

anvil makes a block 0 of its own at each start and keeps it beside the one that it loads; its next dump holds both, in any
order, and the one that comes last in the file is block 0 after the next start. A network is known by its block 0, so that
only the one that block 1 names as its parent may stay.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from chain.errors import AnswerDisproved
from chain.headers import encoded_header
from chain.network import Consensus


class _Numbered(msgspec.Struct):
    number: str


class _Block(msgspec.Struct):
    header: _Numbered


def leave_one_beginning(path: Path) -> None:
    """Take the other blocks 0 out of a state file, in one step; a file with one block 0 stays as it is."""
    state = msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
    blocks = msgspec.json.decode(state.get("blocks", b"[]"), type=list[msgspec.Raw])
    numbers = [int(msgspec.json.decode(block, type=_Block).header.number, 16) for block in blocks]
    if numbers.count(0) < 2 or 1 not in numbers:
        return
    parent = bytes.fromhex(_header(blocks[numbers.index(1)])["parentHash"][2:])
    kept = [block for block, number in zip(blocks, numbers, strict=True) if number or _has_hash(_header(block), parent)]
    draft = path.with_suffix(".draft")
    draft.write_bytes(msgspec.json.encode(state | {"blocks": kept}))
    draft.replace(path)


def _header(block: msgspec.Raw) -> dict[str, Any]:
    header: dict[str, Any] = msgspec.json.decode(block)["header"]
    return header


def _has_hash(header: dict[str, Any], wanted: bytes) -> bool:
    try:
        encoded_header(header, Consensus.NONE, wanted)
    except AnswerDisproved:
        return False
    return True
