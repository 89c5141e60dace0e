"""Reading openings: what opened leaves say, once they are shown to be the commitment's (docs/formats.md §4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from traceability.commitment.commit import EVENT_HASH_POINTER, FORMAT, SCHEMA_POINTER, SHA_256, STATEMENT_KINDS
from traceability.commitment.opening import Opening
from traceability.commitment.places import gets_a_line
from traceability.commitment.shape import Branch, length_at, pointer_of, pointers, shape_from_bytes
from traceability.commitment.values import LeafType, Thing, Value, value_of
from traceability.errors import OpeningRefused
from traceability.identifiers import IdentifierInvalid, parse
from traceability.ledger.keys import prefix_key, rest_hash, thing_key
from traceability.ledger.meta import Flag, Kind, Meta, State

FIRST_VALUE = 2
"""The index of the first leaf whose place the shape gives."""


@dataclass(frozen=True, slots=True)
class Header:
    """Leaf 0: who committed what kind of event, and its shape."""

    organisation: int
    kind: Kind
    flags: Flag
    state: State
    size: int
    """The number of leaves."""
    shape: Branch

    def agrees_with(self, meta: Meta) -> bool:
        """Say whether a line's meta names the same organisation, kind, flags and state."""
        return (self.organisation, self.kind, self.flags, self.state) == (
            meta.organisation,
            meta.kind,
            meta.flags,
            meta.state,
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """What an opening proves about a commitment."""

    header: Header
    values: Mapping[str, Value]
    """What each opened leaf says, by its pointer (`hash:cbv2.0` or `schema`, then JSON pointers)."""

    @property
    def event_hash(self) -> str | None:
        """Return the CBV 2.0 hash of the event, None where it is not opened or not an event."""
        value = self.values.get(EVENT_HASH_POINTER)
        return value if isinstance(value, str) else None

    @property
    def schema(self) -> str | None:
        """Return the schema of a statement, None where it is not opened or not a statement."""
        value = self.values.get(SCHEMA_POINTER)
        return value if isinstance(value, str) else None

    def length_at(self, pointer: str) -> int | None:
        """Return how many members a list or object has, 0 for a scalar, None where the event has nothing there.

        The header answers it, so that what is present cannot be denied even where it is not opened.
        """
        return length_at(self.header.shape, pointer)

    def hidden(self) -> Iterator[str]:
        """Yield the pointers of the leaves that are not opened."""
        return (pointer for pointer in self.pointers() if pointer not in self.values)

    def pointers(self) -> Iterator[str]:
        """Yield the pointers of all leaves but the header's, opened or not."""
        yield _second_pointer(self.header.kind)
        yield from pointers(self.header.shape)

    def line_things(self) -> Iterator[tuple[str, Thing]]:
        """Yield pointer and thing of each opened leaf for which the thing has a line."""
        statement = self.header.kind in STATEMENT_KINDS
        for pointer, value in self.values.items():
            if (
                isinstance(value, Thing)
                and gets_a_line(pointer, statement=statement)
                and parse(value.canonical).has_head
            ):
                yield pointer, value

    def names(self, key: bytes) -> bool:
        """Say whether an opened leaf gives the thing of this key its line."""
        return any(thing.key == key for _, thing in self.line_things())


def read_opening(root: bytes, opening: Opening) -> Opened:
    """Return what an opening proves about the commitment `root`.

    Raises:
        OpeningRefused: the opening does not lead to the root, a leaf is not in its form or stands at another place
            than its pointer says, or a thing's key is not that of its canonical form.
    """
    if opening.root() != root:
        raise OpeningRefused("it leads to another root")
    header = _header(opening)
    values: dict[str, Value] = {}
    for index, preimage in opening.leaves[1:]:
        pointer, leaf_type, data = _parts(preimage, str(index))
        expected = (
            _second_pointer(header.kind) if index < FIRST_VALUE else pointer_of(header.shape, index - FIRST_VALUE)
        )
        if pointer != expected:
            raise OpeningRefused(f"pointer {pointer[:80]!r} of a leaf whose place is {expected[:80]!r}", str(index))
        if index < FIRST_VALUE and leaf_type is not LeafType.STRING:
            raise OpeningRefused("leaf 1 is not a string", str(index))
        value = value_of(leaf_type, data, pointer)
        if isinstance(value, Thing):
            verify_thing(value, pointer)
        values[pointer] = value
    return Opened(header, values)


def verify_thing(thing: Thing, place: str) -> None:
    """Raise where a thing's key is not the one that its canonical form and the length of its prefix give.

    Raises:
        OpeningRefused: with the reason.
    """
    try:
        identifier = parse(thing.canonical)
        prefix, rest = identifier.halves(thing.prefix_length)
    except (IdentifierInvalid, ValueError):
        raise OpeningRefused("a thing that is no identifier under a prefix of that length", place) from None
    if identifier.canonical != thing.canonical:
        raise OpeningRefused("a thing that is not in its canonical form", place)
    if thing_key(prefix_key(prefix.scheme, prefix.text), rest_hash(rest)) != thing.key:
        raise OpeningRefused("a thing whose key is another's", place)


def _second_pointer(kind: Kind) -> str:
    return SCHEMA_POINTER if kind in STATEMENT_KINDS else EVENT_HASH_POINTER


def _header(opening: Opening) -> Header:
    pointer, leaf_type, data = _parts(opening.leaves[0][1], "0")
    if pointer or leaf_type is not LeafType.HEADER or len(data) < 14:
        raise OpeningRefused("leaf 0 is not a header", "0")
    if data[0] != FORMAT or data[1] != SHA_256:
        raise OpeningRefused(f"format {data[0]} with algorithm {data[1]}", "0")
    try:
        kind, state = Kind(data[6]), State(data[8])
    except ValueError:
        raise OpeningRefused("a header of unknown kind or state", "0") from None
    if data[7] > 7:
        raise OpeningRefused("a header of unknown flags", "0")
    shape = shape_from_bytes(data[13:])
    size = int.from_bytes(data[9:13], "big")
    if not size == opening.size == shape.leaves + FIRST_VALUE:
        raise OpeningRefused("size, header and shape disagree", "0")
    return Header(int.from_bytes(data[2:6], "big"), kind, Flag(data[7]), state, size, shape)


def _parts(preimage: bytes, place: str) -> tuple[str, LeafType, bytes]:
    """Return pointer, type and value of a leaf's preimage."""
    length = int.from_bytes(preimage[32:34], "big")
    if len(preimage) < 35 + length:
        raise OpeningRefused("a leaf that ends too early", place)
    try:
        return preimage[34 : 34 + length].decode(), LeafType(preimage[34 + length]), preimage[35 + length :]
    except UnicodeDecodeError:
        raise OpeningRefused("a pointer that is not UTF-8", place) from None
    except ValueError:
        raise OpeningRefused("an unknown leaf type", place) from None
