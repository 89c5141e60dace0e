"""Openings that every reader refuses: of another tree, or of one built to deceive (docs/formats.md §4)."""

from __future__ import annotations

from typing import Any

from vector_file import hexadecimal

from traceability.commitment import Committed, Opening, read_opening
from traceability.commitment.tree import leaf_hash, tree_root
from traceability.errors import OpeningRefused


def refused_openings(committed: Committed, other: Committed) -> list[dict[str, Any]]:
    refused: list[dict[str, Any]] = []
    some = committed.opening([1, 3, 4])

    def add(name: str, root: bytes, opening: Opening) -> None:
        try:
            read_opening(root, opening)
        except OpeningRefused:
            refused.append({"name": name, "root": hexadecimal(root), "opening": opening.to_json()})
            return
        raise AssertionError(f"{name} was accepted")

    def forged(name: str, change: dict[int, bytes]) -> None:
        """Commit to changed leaves, so that the root is right and only the leaf's form is wrong."""
        leaves = [change.get(index, preimage) for index, preimage in enumerate(committed.preimages)]
        forgery = Committed(tree_root(leaves), tuple(leaves), committed.pointers)
        add(name, forgery.root, forgery.opening_of_all())

    def retyped(index: int, leaf_type: int, value: bytes) -> bytes:
        preimage = committed.preimages[index]
        end = 34 + int.from_bytes(preimage[32:34], "big")
        return preimage[:end] + bytes((leaf_type,)) + value

    def index_of(pointer: str) -> int:
        return committed.pointers.index(pointer)

    header = committed.preimages[0]
    add("another event's root", other.root, some)
    add(
        "a value changed",
        committed.root,
        Opening(some.size, (*some.leaves[:-1], (4, some.leaves[-1][1] + b"x")), some.hashes),
    )
    add("a hash missing", committed.root, Opening(some.size, some.leaves, some.hashes[:-1]))
    add("a hash too many", committed.root, Opening(some.size, some.leaves, (*some.hashes, bytes(32))))
    add(
        "hashes exchanged",
        committed.root,
        Opening(some.size, some.leaves, (some.hashes[1], some.hashes[0], *some.hashes[2:])),
    )
    add("another size", committed.root, Opening(some.size + 1, some.leaves, some.hashes))
    add(
        "a leaf at another index",
        committed.root,
        Opening(some.size, (*some.leaves[:-1], (5, some.leaves[-1][1])), some.hashes),
    )
    add("an inner node given as a leaf", committed.root, Opening(3, some.leaves[:1], some.hashes[:2]))
    forged("two leaves exchanged", {3: committed.preimages[4], 4: committed.preimages[3]})
    forged("leaf 0 of another type", {0: header[:34] + b"\x01" + header[35:]})
    forged("leaf 0 with a pointer", {0: header[:32] + b"\x00\x01a" + header[34:]})
    forged("unknown format", {0: header[:35] + b"\x02" + header[36:]})
    forged("unknown algorithm", {0: header[:36] + b"\x02" + header[37:]})
    forged("unknown kind", {0: header[:41] + b"\x0e" + header[42:]})
    forged("unknown flags", {0: header[:42] + b"\x08" + header[43:]})
    forged("unknown state", {0: header[:43] + b"\x08" + header[44:]})
    forged(
        "size in the header one less",
        {0: header[:44] + (len(committed.preimages) - 1).to_bytes(4, "big") + header[48:]},
    )
    forged("bytes after the shape", {0: header + b"\x00"})
    forged("shape cut", {0: header[:-1]})
    forged("leaf 1 another pointer", {1: committed.preimages[1].replace(b"hash:cbv2.0", b"hash:cbv3.0")})
    forged("leaf 1 no string", {1: retyped(1, 6, b"\x01")})
    forged("a second header", {2: retyped(2, 0, header[35:])})
    forged("pointer not UTF-8", {2: committed.preimages[2][:34] + b"\xff" + committed.preimages[2][35:]})
    forged("unknown type", {2: retyped(2, 7, b"")})
    forged("text not UTF-8", {2: retyped(2, 1, b"\xff")})
    forged("boolean 2", {2: retyped(2, 6, b"\x02")})
    forged("boolean of two bytes", {2: retyped(2, 6, b"\x00\x01")})
    forged("number of 33 bytes", {2: retyped(2, 2, bytes(33))})
    forged("time of 13 bytes", {2: retyped(2, 3, bytes(13))})
    forged("time of 10^9 nanoseconds", {2: retyped(2, 3, bytes(8) + (10**9).to_bytes(4, "big"))})
    forged("JSON with spaces", {2: retyped(2, 5, b'{"a": 1}')})
    forged("JSON that names twice", {2: retyped(2, 5, b'{"a":1,"a":1}')})
    forged("JSON with a long number", {2: retyped(2, 5, b"[1.0]")})
    forged("JSON not in order", {2: retyped(2, 5, b'{"b":1,"a":1}')})
    forged("a leaf that ends in its salt", {2: committed.preimages[2][:20]})
    forged("a leaf that ends in its pointer", {2: committed.preimages[2][:36]})
    thing = index_of("/epcList/0")
    key = committed.preimages[thing][34 + len("/epcList/0") + 2 :][:32]
    forged(
        "thing with another's key",
        {thing: retyped(thing, 4, b"\x07" + bytes(32) + b"https://id.gs1.org/01/06901234567892/21/A1")},
    )
    forged(
        "thing under another prefix",
        {thing: retyped(thing, 4, b"\x08" + key + b"https://id.gs1.org/01/06901234567892/21/A1")},
    )
    forged(
        "thing of no prefix", {thing: retyped(thing, 4, b"\x00" + key + b"https://id.gs1.org/01/06901234567892/21/A1")}
    )
    forged(
        "thing not canonical",
        {thing: retyped(thing, 4, b"\x07" + key + b"https://example.com/01/06901234567892/21/A1")},
    )
    forged(
        "thing that is none", {thing: retyped(thing, 4, b"\x07" + key + b"https://id.gs1.org/01/06901234567893/21/A1")}
    )
    forged("thing without canonical form", {thing: retyped(thing, 4, b"\x07" + key)})
    for name, shape in {
        "names not ascending": b"\x01\x00\x02\x00\x01b\x00\x00\x01a\x00",
        "a name twice": b"\x01\x00\x02\x00\x01a\x00\x00\x01a\x00",
        "an empty object": b"\x01\x00\x01\x00\x01a\x01\x00\x00",
        "an empty list": b"\x01\x00\x01\x00\x01a\x02\x00\x00\x00\x00",
        "an empty list of scalars": b"\x01\x00\x01\x00\x01a\x03\x00\x00\x00\x00",
        "scalars as a list of shapes": b"\x01\x00\x01\x00\x01a\x02\x00\x00\x00\x01\x00",
        "a root that is a list": b"\x03\x00\x00\x00\x01",
        "an unknown shape": b"\x01\x00\x01\x00\x01a\x04",
        "a list too long": b"\x01\x00\x01\x00\x01a\x03\xff\xff\xff\xff",
        "33 levels": b"\x01\x00\x01\x00\x01a" * 33 + b"\x00",
        "a name not UTF-8": b"\x01\x00\x01\x00\x01\xff\x00",
    }.items():
        leaf = header[:44] + (3).to_bytes(4, "big") + shape
        leaves = (leaf, committed.preimages[1], committed.preimages[2])
        add(f"shape: {name}", tree_root(leaves), Opening(3, ((0, leaf),), (leaf_hash(leaves[1]), leaf_hash(leaves[2]))))
    return refused


def refused_json(committed: Committed) -> list[dict[str, Any]]:
    good = committed.opening([2]).to_json()
    leaves: Any = good["leaves"]
    changes: dict[str, Any] = {
        "no object": [],
        "a member missing": {"size": good["size"], "leaves": leaves},
        "a member too many": {**good, "note": ""},
        "size as text": {**good, "size": str(good["size"])},
        "size with true": {**good, "size": True},
        "size below three": {**good, "size": 2},
        "size beyond the limit": {**good, "size": 2**20 + 1},
        "leaf 0 not opened": {**good, "leaves": leaves[1:]},
        "no leaves": {**good, "leaves": []},
        "leaves not ascending": {**good, "leaves": leaves[::-1]},
        "a leaf twice": {**good, "leaves": [leaves[0], leaves[0]]},
        "a leaf outside": {**good, "leaves": [leaves[0], [good["size"], "0x"]]},
        "a leaf of three": {**good, "leaves": [[*leaves[0], 1]]},
        "a leaf no list": {**good, "leaves": ["0x"]},
        "hexadecimal without 0x": {**good, "hashes": ["00" * 32]},
        "hexadecimal in capitals": {**good, "hashes": ["0x" + "AA" * 32]},
        "hexadecimal of odd length": {**good, "hashes": ["0x" + "a" * 63]},
        "a hash of 31 bytes": {**good, "hashes": ["0x" + "00" * 31]},
        "hashes no list": {**good, "hashes": {}},
    }
    return [{"name": name, "root": hexadecimal(committed.root), "opening": value} for name, value in changes.items()]
