"""Tries that are changed and hashed anew up to the header, as whoever holds the validators' keys could write them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from mutated_headers import changed_bytes, changed_list, resealed

from traceability.errors import RlpInvalid
from traceability.ledger.keys import keccak
from traceability.proof.rlp import decode, encode

VALUES = (
    b"",
    b"\x00",
    b"\x80",
    b"\x01",
    b"\x81\x01",
    b"\xa0" + b"\x05" * 32,
    b"\xa1" + b"\x05" * 33,
    b"\xc0",
    b"\xc4\x01\x80\x80\x80",
)


def with_changed_node(header: bytes, nodes: Sequence[bytes], chance: random.Random) -> tuple[bytes, list[bytes]]:
    """Return header and nodes with one node changed and every hash above it made anew."""
    changed = list(nodes)
    place = chance.randrange(len(changed))
    old, new = changed[place], _changed_node(changed[place], chance)
    fields: Any = decode(header)
    pending = [(keccak(old), keccak(new))]
    changed[place] = new
    while pending:
        before, after = pending.pop()
        if fields[3] == before:
            fields[3] = after
        for at, node in enumerate(changed):
            if before in node:
                changed[at] = node.replace(before, after)
                pending.append((keccak(node), keccak(changed[at])))
    return resealed(fields) if fields[12] else encode(fields), changed


def _changed_node(node: bytes, chance: random.Random) -> bytes:
    try:
        items: Any = decode(node)
    except RlpInvalid:
        return changed_bytes(node, chance)
    if not isinstance(items, list) or not items or chance.random() < 0.1:
        return changed_bytes(node, chance)
    if len(items) == 2 and chance.random() < 0.7:
        return encode([items[0], _changed_value(items[1], chance)])
    if chance.random() < 0.5:
        place = chance.randrange(len(items))
        if isinstance(items[place], bytes):
            items[place] = changed_bytes(items[place], chance)
            return encode(items)
    return encode(changed_list(items, chance, chance.choice([b"", bytes(32), [b"\x20", b"\x01"], [b"\x30"], b"\x01"])))


def _changed_value(value: Any, chance: random.Random) -> Any:
    """Return another word or account in a leaf: a record whose first byte, say, is of no state."""
    if not isinstance(value, bytes) or chance.random() < 0.3:
        return chance.choice(VALUES)
    try:
        inside: Any = decode(value)
    except RlpInvalid:
        return changed_bytes(value, chance)
    if isinstance(inside, list):
        place = chance.randrange(len(inside)) if inside else 0
        if inside and isinstance(inside[place], bytes) and chance.random() < 0.7:
            inside[place] = changed_bytes(inside[place], chance)
            return encode(inside)
        return encode(changed_list(inside, chance, b"\x01"))
    at = chance.choice([0, 0, chance.randrange(len(inside) + 1)])
    return encode(
        inside[:at] + bytes((chance.choice([0, 1, 2, 3, 4, 7, 8, 9, 255, chance.randrange(256)]),)) + inside[at + 1 :]
    )
