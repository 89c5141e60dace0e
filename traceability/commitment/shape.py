"""Shapes: the names and lengths of an event, which give every leaf its place (docs/formats.md §4)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from traceability.commitment.json_text import MAXIMUM_DEPTH
from traceability.errors import OpeningRefused

SCALAR, OBJECT, LIST, SCALAR_LIST = 0, 1, 2, 3
"""The first byte of each shape."""

MAXIMUM_LEAVES = 2**20
"""The number of leaves that an event has at most."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One leaf."""

    leaves: int = 1


@dataclass(frozen=True, slots=True)
class ScalarList:
    """A list of leaves."""

    leaves: int


@dataclass(frozen=True, slots=True)
class Branch:
    """An object or a list of shapes."""

    names: tuple[str, ...]
    """The names of an object; the indices as text of a list."""
    children: tuple[Shape, ...]
    is_list: bool
    starts: tuple[int, ...] = field(repr=False)
    """The index of the first leaf of each child, counted from the branch's own first leaf."""
    leaves: int


Shape = Scalar | ScalarList | Branch


def escaped(name: str) -> str:
    """Return a name as a reference token of a JSON pointer (RFC 6901 §3)."""
    return name.replace("~", "~0").replace("/", "~1")


def shape_from_bytes(data: bytes) -> Branch:
    """Return the shape of an event.

    Raises:
        OpeningRefused: the bytes are not the one encoding of an object's shape.
    """
    shape, end = _read(data, 0, 0)
    if end != len(data):
        raise OpeningRefused("bytes after the shape")
    if not isinstance(shape, Branch) or shape.is_list:
        raise OpeningRefused("a shape that is no object")
    return shape


def pointer_of(shape: Shape, leaf: int) -> str:
    """Return the JSON pointer of a leaf, counted from the shape's first."""
    if not 0 <= leaf < shape.leaves:
        raise OpeningRefused("no such leaf", str(leaf))
    pointer = ""
    while isinstance(shape, Branch):
        child = bisect_right(shape.starts, leaf) - 1
        leaf -= shape.starts[child]
        pointer += "/" + escaped(shape.names[child])
        shape = shape.children[child]
    return f"{pointer}/{leaf}" if isinstance(shape, ScalarList) else pointer


def pointers(shape: Shape, before: str = "") -> Iterator[str]:
    """Yield the JSON pointers of all leaves in order."""
    match shape:
        case Scalar():
            yield before
        case ScalarList():
            yield from (f"{before}/{number}" for number in range(shape.leaves))
        case Branch():  # pragma: no branch - the last of a closed choice
            for name, child in zip(shape.names, shape.children, strict=True):
                yield from pointers(child, f"{before}/{escaped(name)}")


def length_at(shape: Shape, pointer: str) -> int | None:
    """Return how many members the list or object at a pointer has, 0 for a scalar, None where nothing is there."""
    at: Shape | None = shape
    for token in pointer.split("/")[1:]:
        match at:
            case Branch():
                try:
                    at = at.children[[escaped(name) for name in at.names].index(token)]
                except ValueError:
                    return None
            case ScalarList():
                numbered = (
                    token.isascii() and token.isdecimal() and str(int(token[:8])) == token and int(token) < at.leaves
                )
                at = Scalar() if numbered else None
            case Scalar() | None:  # pragma: no branch - the last of a closed choice
                return None
    match at:
        case Branch():
            return len(at.children)
        case ScalarList():
            return at.leaves
        case Scalar():
            return 0
        case None:  # pragma: no branch - the last of a closed choice
            return None


def _read(data: bytes, at: int, depth: int) -> tuple[Shape, int]:
    if depth > MAXIMUM_DEPTH:
        raise OpeningRefused("a shape of too many levels")
    tag, at = _number(data, at, 1)
    if tag == SCALAR:
        return Scalar(), at
    if tag == SCALAR_LIST:
        leaves, at = _number(data, at, 4)
        if not 0 < leaves <= MAXIMUM_LEAVES:
            raise OpeningRefused("an empty or too long list in the shape")
        return ScalarList(leaves), at
    if tag not in (OBJECT, LIST):
        raise OpeningRefused(f"unknown shape {tag}")
    count, at = _number(data, at, 2 if tag == OBJECT else 4)
    if count == 0:
        raise OpeningRefused("an empty list or object in the shape")
    names: list[str] = []
    children: list[Shape] = []
    starts: list[int] = []
    leaves = 0
    previous = b""
    for number in range(count):
        if tag == OBJECT:
            name, at = _name(data, at)
            if names and name <= previous:
                raise OpeningRefused("names of a shape that do not ascend")
            previous = name
            names.append(_decoded(name))
        else:
            names.append(str(number))
        child, at = _read(data, at, depth + 1)
        children.append(child)
        starts.append(leaves)
        leaves += child.leaves
        if leaves > MAXIMUM_LEAVES:
            raise OpeningRefused("a shape of too many leaves")
    if tag == LIST and all(isinstance(child, Scalar) for child in children):
        raise OpeningRefused("a list of scalars written as a list of shapes")
    return Branch(tuple(names), tuple(children), tag == LIST, tuple(starts), leaves), at


def _number(data: bytes, at: int, size: int) -> tuple[int, int]:
    if at + size > len(data):
        raise OpeningRefused("a shape that ends too early")
    return int.from_bytes(data[at : at + size], "big"), at + size


def _name(data: bytes, at: int) -> tuple[bytes, int]:
    length, at = _number(data, at, 2)
    if at + length > len(data):
        raise OpeningRefused("a shape that ends too early")
    return data[at : at + length], at + length


def _decoded(name: bytes) -> str:
    try:
        return name.decode()
    except UnicodeDecodeError:
        raise OpeningRefused("a name in the shape that is not UTF-8") from None
