"""Writes the vectors that Python, Solidity and TypeScript all pass: `python tests/vectors/build_vectors.py`.

What others published (Keccak-256, RFC 6962 roots and paths) stands in the builders as their text and is never computed.
"""

from __future__ import annotations

from typing import Any

from commitment_vectors import commitments
from inclusion_vectors import inclusion
from ledger_vectors import heads, keys, metas, slot_vectors
from qbft_vectors import qbft
from vector_file import write


def built() -> dict[str, dict[str, Any]]:
    """Return all vectors of the formats by the name of their file."""
    return {
        "keys": keys(),
        "meta": metas(),
        "head": heads(),
        "slots": slot_vectors(),
        "commitment": commitments(),
        "inclusion": inclusion(),
        "qbft": qbft(),
    }


if __name__ == "__main__":
    for name, vectors in built().items():
        write(name, vectors)
