"""What the builders of vectors share: how bytes and sources are written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def source(clause: str) -> str:
    """Return the source of vectors that nobody else published."""
    return f"computed by traceability/ from docs/formats.md §{clause}; Python, Solidity and TypeScript must agree"


def hexadecimal(data: bytes) -> str:
    return "0x" + data.hex()


def text_of(vectors: dict[str, Any]) -> str:
    return json.dumps(vectors, indent=1, ensure_ascii=False) + "\n"


def write(name: str, vectors: dict[str, Any]) -> None:
    (HERE / f"{name}.json").write_text(text_of(vectors), encoding="utf-8")
