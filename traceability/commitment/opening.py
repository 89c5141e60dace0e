"""Openings: some leaves of a commitment with what shows that they are its leaves (docs/formats.md §4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from traceability.commitment.shape import MAXIMUM_LEAVES
from traceability.commitment.tree import root_of_opening
from traceability.errors import OpeningRefused

_HEXADECIMAL = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Opening:
    """Some leaves of a tree and the hashes that cover the others, from the left."""

    size: int
    """The number of leaves of the whole tree."""
    leaves: tuple[tuple[int, bytes], ...]
    """Index and preimage of each opened leaf, ascending."""
    hashes: tuple[bytes, ...]

    def to_json(self) -> dict[str, object]:
        """Return the opening as it stands in a bundle."""
        return {
            "size": self.size,
            "leaves": [[index, "0x" + preimage.hex()] for index, preimage in self.leaves],
            "hashes": ["0x" + hash_.hex() for hash_ in self.hashes],
        }

    @classmethod
    def from_json(cls, value: object) -> Opening:
        """Return the opening that a JSON value (already parsed) says.

        Raises:
            OpeningRefused: it is not in the one form that an opening has.
        """
        if not isinstance(value, Mapping) or set(value) != {"size", "leaves", "hashes"}:
            raise OpeningRefused("not an object of size, leaves and hashes")
        leaves, hashes = value["leaves"], value["hashes"]
        if not isinstance(leaves, list) or not isinstance(hashes, list):
            raise OpeningRefused("leaves or hashes that are no list")
        opening = cls(
            size=_integer(value["size"], "size"),
            leaves=tuple(_leaf(leaf, f"leaves/{number}") for number, leaf in enumerate(leaves)),
            hashes=tuple(_octets(hash_, f"hashes/{number}") for number, hash_ in enumerate(hashes)),
        )
        opening.verify_form()
        return opening

    def verify_form(self) -> None:
        """Raise where size, order of leaves or lengths are not those of an opening.

        Raises:
            OpeningRefused: with the reason.
        """
        if not 3 <= self.size <= MAXIMUM_LEAVES:
            raise OpeningRefused(f"a tree of {self.size} leaves")
        indices = [index for index, _ in self.leaves]
        if not indices or indices[0] != 0:
            raise OpeningRefused("leaf 0 is not opened")
        if any(second <= first for first, second in pairwise(indices)):
            raise OpeningRefused("leaves that do not ascend")
        if indices[-1] >= self.size:
            raise OpeningRefused("a leaf outside the tree", str(indices[-1]))
        if any(len(hash_) != 32 for hash_ in self.hashes):
            raise OpeningRefused("a hash that is not 32 bytes")

    def root(self) -> bytes:
        """Return the root that the opening gives.

        Raises:
            OpeningRefused: the opening is not in its form, or hashes are missing or left over.
        """
        self.verify_form()
        return root_of_opening(self.size, dict(self.leaves), self.hashes)


def _leaf(value: object, place: str) -> tuple[int, bytes]:
    if not isinstance(value, list) or len(value) != 2:
        raise OpeningRefused("a leaf that is not index and preimage", place)
    return _integer(value[0], place), _octets(value[1], place)


def _integer(value: object, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAXIMUM_LEAVES:
        raise OpeningRefused("not a number of leaves", place)
    return value


def _octets(value: object, place: str) -> bytes:
    if (
        not isinstance(value, str)
        or not value.startswith("0x")
        or len(value) % 2
        or not _HEXADECIMAL.issuperset(value[2:])
    ):
        raise OpeningRefused("not lower-case hexadecimal with 0x", place)
    return bytes.fromhex(value[2:])
