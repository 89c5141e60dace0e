"""RLP: the one canonical encoding of byte strings and lists (Ethereum Yellow Paper, appendix B)."""

from __future__ import annotations

from collections.abc import Sequence

from traceability.errors import RlpInvalid

Rlp = bytes | list["Rlp"]
"""A byte string, or a list of such."""

MAXIMUM_DEPTH = 16
"""How deep lists nest at most; headers and trie nodes need five."""


def encode(item: bytes | Sequence[bytes | Sequence[object]]) -> bytes:
    """Return the RLP of byte strings and lists."""
    if isinstance(item, bytes):
        if len(item) == 1 and item[0] < 0x80:
            return item
        return _length(len(item), 0x80) + item
    payload = b"".join(encode(part) for part in item)  # type: ignore[arg-type]  # mypy has no recursive Sequence here
    return _length(len(payload), 0xC0) + payload


def decode(data: bytes) -> Rlp:
    """Return the item that all of the bytes encode.

    Raises:
        RlpInvalid: they are not the canonical encoding of one item, or nest too deep.
    """
    item, end = _item(data, 0, len(data), 0)
    if end != len(data):
        raise RlpInvalid("bytes after the item", end)
    return item


def decode_list(data: bytes) -> list[Rlp]:
    """Return the list that all of the bytes encode.

    Raises:
        RlpInvalid: they are not the canonical encoding of a list.
    """
    item = decode(data)
    if isinstance(item, bytes):
        raise RlpInvalid("not a list", 0)
    return item


def integer(item: Rlp, size: int) -> int:
    """Return a number of at most `size` bytes.

    Raises:
        RlpInvalid: the item is a list, too long, or has a leading zero.
    """
    if not isinstance(item, bytes) or len(item) > size or item[:1] == b"\x00":
        raise RlpInvalid(f"not a number of at most {size} bytes", 0)
    return int.from_bytes(item, "big")


def _length(length: int, base: int) -> bytes:
    if length < 56:
        return bytes((base + length,))
    octets = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((base + 55 + len(octets),)) + octets


def _item(data: bytes, at: int, end: int, depth: int) -> tuple[Rlp, int]:
    """Return the item at `at` that ends before `end`, and where it ends."""
    if at >= end:
        raise RlpInvalid("no item", at)
    first = data[at]
    if first < 0x80:
        return data[at : at + 1], at + 1
    is_list = first >= 0xC0
    start, stop = _span(data, at, end, first - (0xC0 if is_list else 0x80))
    if not is_list:
        if stop - start == 1 and data[start] < 0x80:
            raise RlpInvalid("a single byte with a length", at)
        return data[start:stop], stop
    if depth >= MAXIMUM_DEPTH:
        raise RlpInvalid("lists nest too deep", at)
    items: list[Rlp] = []
    while start < stop:
        item, start = _item(data, start, stop, depth + 1)
        items.append(item)
    return items, stop


def _span(data: bytes, at: int, end: int, short: int) -> tuple[int, int]:
    """Return where the payload starts and stops, given the first byte without its base."""
    start = at + 1
    length = short
    if short > 55:
        start += short - 55
        if start > end:
            raise RlpInvalid("a length that ends too early", at)
        octets = data[at + 1 : start]
        length = int.from_bytes(octets, "big")
        if octets[0] == 0 or length < 56:
            raise RlpInvalid("a length that is longer than it must be", at)
    if start + length > end:
        raise RlpInvalid("an item that ends too early", at)
    return start, start + length
