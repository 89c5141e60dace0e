"""Text of others on our terminal: what would move the cursor, change colours or turn the reading order is shown as a box."""

from __future__ import annotations


def plain(text: str) -> str:
    """Return a text in which every character that cannot be printed is replaced."""
    return "".join(letter if letter.isprintable() else "\N{WHITE SQUARE}" for letter in text)
