"""Committing: from an event in its normal form and a secret to the root of its leaves (docs/formats.md §4)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from traceability.commitment.instant import instant_of
from traceability.commitment.json_text import MAXIMUM_DEPTH, canonical_json
from traceability.commitment.opening import Opening
from traceability.commitment.places import EVENT, NOT_COMMITTED, STATEMENT, OpenPlaces, Place, Places
from traceability.commitment.shape import LIST, MAXIMUM_LEAVES, OBJECT, SCALAR_LIST, escaped
from traceability.commitment.tree import covering_hashes, leaf_hash, root_of
from traceability.commitment.values import LeafType, decimal_bytes, instant_bytes
from traceability.errors import NumberNotCommittable, PointerUnknown, ValueNotCommittable
from traceability.identifiers import Identifier
from traceability.ledger.keys import prefix_key, rest_hash, thing_key
from traceability.ledger.meta import Flag, Kind, State

FORMAT = 1
"""The version of the format of commitments."""

SHA_256 = 1
"""The number of the hash of tree and salts; 2 is kept for SM3."""

SECRET_LENGTH = 32
"""The length of an event's own secret in bytes."""

SALT_LABEL = b"suyuan/salt/1"
"""What the salts are derived for."""

EVENT_HASH_POINTER = "hash:cbv2.0"
"""The pointer of leaf 1 of an event."""

SCHEMA_POINTER = "schema"
"""The pointer of leaf 1 of a statement."""

STATEMENT_KINDS = frozenset({Kind.STATEMENT, Kind.DESCRIBE, Kind.FORGET})
"""The kinds that are statements under a schema, not EPCIS events."""

MAXIMUM_POINTER = 2**16 - 1
"""The length of a pointer in bytes at most."""

LONGEST_REMEMBERED = 256
"""The longest pointer whose bytes are remembered, in characters."""

ThingOf = Callable[[str], tuple[Identifier, int] | None]
"""What answers a text with its identifier and the length of the granted prefix, or None."""

_INNER_PAD = bytes(byte ^ 0x36 for byte in range(256))
_OUTER_PAD = bytes(byte ^ 0x5C for byte in range(256))
_TYPE = {leaf_type: bytes((leaf_type,)) for leaf_type in LeafType}
_SCALAR_SHAPE = b"\x00"
_INDEX = tuple(index.to_bytes(4, "big") for index in range(256))
# `int | Decimal` inside a function would be built anew for each leaf.
_NUMBERS = (int, Decimal)
_LISTS = (list, tuple)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf with its salt."""

    index: int
    pointer: str
    type: LeafType
    preimage: bytes
    """All that is hashed: salt, pointer, type and value."""


@dataclass(frozen=True, slots=True)
class Committed:
    """A commitment with everything that opens it; as secret as the event."""

    root: bytes
    preimages: tuple[bytes, ...]
    """The leaves in order, leaf 0 the header."""
    pointers: tuple[str, ...]
    """The pointer of each leaf; that of leaf 0 is empty."""

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Return the leaves in order."""
        return tuple(
            Leaf(index, pointer, LeafType(preimage[34 + int.from_bytes(preimage[32:34], "big")]), preimage)
            for index, (pointer, preimage) in enumerate(zip(self.pointers, self.preimages, strict=True))
        )

    def opening(self, selection: Iterable[int | str]) -> Opening:
        """Return the opening of some leaves, by index or pointer; leaf 0 is always opened with them.

        Raises:
            PointerUnknown: there is no such leaf.
        """
        places: dict[str, int] | None = None
        chosen = {0}
        for wanted in selection:
            if isinstance(wanted, str):
                if places is None:
                    places = {pointer: index for index, pointer in enumerate(self.pointers)}
                if wanted not in places:
                    raise PointerUnknown(wanted)
                chosen.add(places[wanted])
            elif 0 <= wanted < len(self.preimages):
                chosen.add(wanted)
            else:
                raise PointerUnknown(wanted)
        indices = sorted(chosen)
        return Opening(
            size=len(self.preimages),
            leaves=tuple((index, self.preimages[index]) for index in indices),
            hashes=tuple(covering_hashes([leaf_hash(preimage) for preimage in self.preimages], indices)),
        )

    def opening_of_all(self) -> Opening:
        """Return the opening of every leaf."""
        return Opening(size=len(self.preimages), leaves=tuple(enumerate(self.preimages)), hashes=())


def commit(
    event_body: Mapping[str, object],
    *,
    event_hash: str,
    organisation: int,
    kind: Kind,
    flags: Flag,
    state: State,
    secret: bytes,
    thing_of: ThingOf,
) -> Committed:
    """Return the commitment to an event in its normal form; the same arguments always give the same root.

    Raises:
        NumberNotCommittable, TimeNotCommittable, ValueNotCommittable: a value has no leaf.
    """
    leaves = _Leaves(thing_of)
    leaves.add(EVENT_HASH_POINTER, LeafType.STRING, event_hash.encode())
    normal = {name: value for name, value in event_body.items() if name not in NOT_COMMITTED}
    shape = leaves.add_object(normal, EVENT, "", 0)
    return _committed(leaves, shape, organisation=organisation, kind=kind, flags=flags, state=state, secret=secret)


def commit_statement(
    statement: Mapping[str, object],
    *,
    schema: str,
    organisation: int,
    secret: bytes,
    thing_of: ThingOf,
    kind: Kind = Kind.STATEMENT,
    flags: Flag = Flag.NONE,
    state: State = State.UNCHANGED,
) -> Committed:
    """Return the commitment to a statement: an attestation's (kind STATEMENT), a product description or a "forgotten".

    `schema` names what the statement means and stands in leaf 1: `0x` and the schema id for an attestation.

    Raises:
        NumberNotCommittable, ValueNotCommittable: a value has no leaf.
    """
    if kind not in STATEMENT_KINDS:
        raise ValueNotCommittable("", kind, "an event's kind; events are committed with their hash")
    leaves = _Leaves(thing_of)
    leaves.add(SCHEMA_POINTER, LeafType.STRING, schema.encode())
    shape = leaves.add_object(statement, STATEMENT, "", 0)
    return _committed(leaves, shape, organisation=organisation, kind=kind, flags=flags, state=state, secret=secret)


class _Leaves:
    """The leaves of one event as they are met, in order, from leaf 1."""

    def __init__(self, thing_of: ThingOf) -> None:
        self.thing_of = thing_of
        self.pointers: list[str] = []
        self.tails: list[bytes] = []
        """Pointer length, pointer, type and value of each leaf: all but its salt."""

    def add(self, pointer: str, leaf_type: LeafType, value: bytes) -> None:
        """Add one leaf."""
        beginning = _known_beginning if len(pointer) <= LONGEST_REMEMBERED else _beginning
        self.tails.append(beginning(pointer, leaf_type) + value)
        self.pointers.append(pointer)

    def add_object(self, value: Mapping[str, object], places: Places, pointer: str, depth: int) -> bytes:
        """Add the leaves of an object and return its shape, empty where nothing is in it."""
        parts = [b""]
        known = places if isinstance(places, Mapping) else None
        open_names = known is None or isinstance(known, OpenPlaces)
        # Code points order as their UTF-8 bytes do, so a plain sort is the order of the format.
        for name in sorted(value):
            place: Places = Place.OPEN
            if known is not None and name in known:
                place = known[name]
            elif not open_names:
                place = Place.EXTENSION
            prefix, token = _name(name)
            shape = self.add_value(value[name], place, pointer + token, depth + 1)
            if shape:
                parts.append(prefix + shape)
        if len(parts) == 1:
            return b""
        if len(parts) > 2**16:
            raise ValueNotCommittable(pointer, len(parts), "an object of more than 65,535 names")
        parts[0] = bytes((OBJECT,)) + (len(parts) - 1).to_bytes(2, "big")
        return b"".join(parts)

    def add_list(self, values: Iterable[object], place: Places, pointer: str, depth: int) -> bytes:
        """Add the leaves of a list and return its shape, empty where nothing is in it."""
        parts: list[bytes] = []
        scalars = True
        for value in values:
            shape = self.add_value(value, place, f"{pointer}/{len(parts)}", depth + 1)
            if shape:
                parts.append(shape)
                scalars = scalars and shape is _SCALAR_SHAPE
        if not parts:
            return b""
        count = len(parts).to_bytes(4, "big")
        if scalars:
            return bytes((SCALAR_LIST,)) + count
        return bytes((LIST,)) + count + b"".join(parts)

    def add_value(self, value: object, place: Places, pointer: str, depth: int) -> bytes:
        """Add the leaves of any value and return its shape."""
        if depth > MAXIMUM_DEPTH:
            raise ValueNotCommittable(pointer, "…", f"more than {MAXIMUM_DEPTH} levels")
        if isinstance(value, str):
            self.add_text(value, place, pointer)
        elif isinstance(value, bool):
            self.add(pointer, LeafType.BOOLEAN, b"\x01" if value else b"\x00")
        elif isinstance(value, _NUMBERS):
            self.add(pointer, LeafType.DECIMAL, decimal_bytes(value, pointer))
        elif isinstance(value, _LISTS):
            if place is not Place.EXTENSION:
                return self.add_list(value, place, pointer, depth)
            return self.add_json(value, pointer, depth)
        elif isinstance(value, Mapping):
            if place is not Place.EXTENSION:
                return self.add_object(value, place, pointer, depth)
            return self.add_json(value, pointer, depth)
        elif isinstance(value, float):
            raise NumberNotCommittable(pointer, value, "a float; numbers are Decimal")
        else:
            raise ValueNotCommittable(pointer, value, "no leaf type")
        return _SCALAR_SHAPE

    def add_json(self, value: Sized, pointer: str, depth: int) -> bytes:
        """Add the leaf of an extension's list or object and return its shape, empty where nothing is in it."""
        if not len(value):
            return b""
        self.add(pointer, LeafType.JSON, canonical_json(value, pointer, depth))
        return _SCALAR_SHAPE

    def add_text(self, text: str, place: Places, pointer: str) -> None:
        """Add the leaf of a text: a thing, a time or a string."""
        if place is Place.THING:
            found = self.thing_of(text)
            if found is not None:
                self.add(pointer, LeafType.THING, _thing_bytes(*found))
                return
        elif place is Place.TIME:
            self.add(pointer, LeafType.TIME, instant_bytes(instant_of(text, pointer)))
            return
        try:
            self.add(pointer, LeafType.STRING, text.encode())
        except UnicodeEncodeError:
            raise ValueNotCommittable(pointer, text, "a text that is not Unicode") from None


def _committed(
    leaves: _Leaves, shape: bytes, *, organisation: int, kind: Kind, flags: Flag, state: State, secret: bytes
) -> Committed:
    if len(secret) != SECRET_LENGTH:
        raise ValueNotCommittable("", f"secret of {len(secret)} bytes", f"a secret has {SECRET_LENGTH} bytes")
    if not shape:
        raise ValueNotCommittable("", "", "nothing to commit to")
    size = len(leaves.tails) + 1
    if size > MAXIMUM_LEAVES:
        raise ValueNotCommittable("", size, f"more than {MAXIMUM_LEAVES} leaves")
    header = (
        b"\x00\x00\x00"
        + bytes((FORMAT, SHA_256))
        + organisation.to_bytes(4, "big")
        + bytes((kind, flags, state))
        + size.to_bytes(4, "big")
        + shape
    )
    # HMAC by hand (RFC 2104): the two padded states are made once and copied for each leaf.
    block = secret.ljust(64, b"\x00")
    inner = hashlib.sha256(block.translate(_INNER_PAD) + SALT_LABEL)
    outer = hashlib.sha256(block.translate(_OUTER_PAD))
    sha256 = hashlib.sha256
    preimages: list[bytes] = []
    hashes: list[bytes] = []
    for index, tail in enumerate((header, *leaves.tails)):
        inside = inner.copy()
        inside.update(_INDEX[index] if index < 256 else index.to_bytes(4, "big"))
        salt = outer.copy()
        salt.update(inside.digest())
        preimage = salt.digest() + tail
        preimages.append(preimage)
        hashes.append(sha256(b"\x00" + preimage).digest())
    return Committed(root_of(hashes), tuple(preimages), ("", *leaves.pointers))


@lru_cache(maxsize=4096)
def _name(name: str) -> tuple[bytes, str]:
    """Return a name as it stands in a shape, and as a token of a pointer."""
    try:
        encoded = name.encode()
        return len(encoded).to_bytes(2, "big") + encoded, "/" + escaped(name)
    except (UnicodeEncodeError, OverflowError):
        raise ValueNotCommittable("", name, "a name that is not Unicode or longer than 65,535 bytes") from None


def _beginning(pointer: str, leaf_type: LeafType) -> bytes:
    """Return what stands before the value of a leaf: the events of a document have the same pointers."""
    encoded = pointer.encode()
    if len(encoded) > MAXIMUM_POINTER:
        raise ValueNotCommittable(pointer[:80], pointer, f"a pointer of more than {MAXIMUM_POINTER} bytes")
    return len(encoded).to_bytes(2, "big") + encoded + _TYPE[leaf_type]


_known_beginning = lru_cache(maxsize=4096)(_beginning)


@lru_cache(maxsize=4096)
def _thing_bytes(identifier: Identifier, length: int) -> bytes:
    prefix, rest = identifier.halves(length)
    key = thing_key(_prefix_key(prefix.scheme, prefix.text), rest_hash(rest))
    return bytes((length,)) + key + identifier.canonical.encode()


_prefix_key = lru_cache(maxsize=4096)(prefix_key)
