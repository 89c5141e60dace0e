"""Random serials: so many bits that nobody can guess which exist (GS1 General Specifications §3.5.2, AI 21)."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from evidence.errors import SerialTaken
from traceability.identifiers import Identifier, Level, parse

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals without I, L, O and U, which people misread; all fit QR's alphanumeric mode."""

LENGTH = 13
"""Characters of a serial: 65 bits."""

Random = Callable[[int], int]
"""Answers a random number below the one given."""


def random_serial(below: Random = secrets.randbelow) -> str:
    """Return a serial of 65 random bits."""
    return "".join(ALPHABET[below(len(ALPHABET))] for _ in range(LENGTH))


def fresh_items(
    product_class: Identifier, count: int, is_taken: Callable[[Identifier], bool], below: Random = secrets.randbelow
) -> tuple[Identifier, ...]:
    """Return items of a class with new random serials; `is_taken` says whether the ledger knows one.

    Raises:
        ValueError: the identifier is not a class of trade items.
        SerialTaken: a serial came up that is in use, which a sound source of randomness does not give.
    """
    if product_class.level is not Level.CLASS or product_class.kind != "gtin":
        raise ValueError(f"{product_class} is not a class of trade items")
    items: dict[str, Identifier] = {}
    for _ in range(count):
        item = parse(f"{product_class.canonical}/21/{random_serial(below)}")
        if item.canonical in items:
            raise SerialTaken(item.display(), "twice on the sheet")
        if is_taken(item):
            raise SerialTaken(item.display(), "on the ledger")
        items[item.canonical] = item
    return tuple(items.values())
