"""What a dishonest server can do with a true bundle: leave out, keep back, show an older state; it cannot sign or hash otherwise."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from traceability.commitment.tree import leaf_hash, node_hash, split


def without(bundle: Any, member: str, key: str | int) -> Any:
    """Return the bundle without one entry of a member."""
    poorer = copy.deepcopy(bundle)
    del poorer[member][key]
    return poorer


def with_lines(bundle: Any, thing: int, lines: list[Any]) -> Any:
    """Return the bundle with other lines of a thing."""
    changed = copy.deepcopy(bundle)
    changed["things"][thing]["lines"] = lines
    return changed


def place_of(bundle: Any, thing: str) -> int:
    """Return the place of a thing in the bundle."""
    return next(place for place, each in enumerate(bundle["things"]) if each["id"] == thing)


def pointers_of(opening: Any) -> dict[str, int]:
    """Return the index of each opened leaf by its pointer (formats §4)."""
    found = {}
    for index, text in opening["leaves"]:
        preimage = bytes.fromhex(text[2:])
        length = int.from_bytes(preimage[32:34], "big")
        found[preimage[34 : 34 + length].decode()] = index
    return found


def closing(bundle: Any, commitment: bytes, beginning: str) -> Any:
    """Return the bundle with the leaves of an event closed whose pointers begin so: their hashes stand in their stead."""
    changed = copy.deepcopy(bundle)
    name = "0x" + commitment.hex()
    opening = changed["events"][name]
    kept_back = {index for pointer, index in pointers_of(opening).items() if pointer.startswith(beginning)}
    assert kept_back, f"no opened leaf begins with {beginning}"
    changed["events"][name] = _reopened(opening, kept_back)
    return changed


def _reopened(opening: Any, kept_back: set[int]) -> Any:
    leaves = {index: bytes.fromhex(text[2:]) for index, text in opening["leaves"]}
    given: Iterator[bytes] = (bytes.fromhex(text[2:]) for text in opening["hashes"])

    def walk(start: int, size: int) -> tuple[bytes, list[bytes], bool]:
        """Return the hash of a subtree, the hashes that cover it, and whether anything in it is still opened."""
        inside = [index for index in leaves if start <= index < start + size]
        if not inside:
            known = next(given)
            return known, [known], False
        if size == 1:
            known = leaf_hash(leaves[start])
            return (known, [known], False) if start in kept_back else (known, [], True)
        left, right = walk(start, split(size)), walk(start + split(size), size - split(size))
        known = node_hash(left[0], right[0])
        return (known, left[1] + right[1], True) if left[2] or right[2] else (known, [known], False)

    _, hashes, _ = walk(0, opening["size"])
    kept = [[index, text] for index, text in opening["leaves"] if index not in kept_back]
    return {"size": opening["size"], "leaves": kept, "hashes": ["0x" + each.hex() for each in hashes]}
