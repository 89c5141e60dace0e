"""Names for what a bundle speaks of: places and parties of the steps, classes of parts, each by whose word it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from evidence.anchoring import add_anchored
from evidence.gathered import Gathered
from evidence.telling import Demand
from store.database import Mirror, Record
from store.reader import Reader
from store.record.master_data import attributes_of
from store.record.products import descriptions_of
from traceability.commitment import Thing, Value, read_opening
from traceability.errors import OpeningRefused
from traceability.identifiers import IdentifierInvalid, class_of, parse

MOST_NAMED = 48
"""Things that a bundle brings names for."""

MOST_SPEAKERS = 3
"""Firms whose names for one thing a bundle brings: whoever holds its prefix first."""

NAME_ATTRIBUTES = ("urn:epcglobal:cbv:mda:name", "https://suyuan.example/ns/nameEn")
"""Attributes of master data that say a name (traceability/verdict/README.md §2.9)."""

_NAMES = Demand(only_links=True)
_ENDS = {"/readPoint/id", "/bizLocation/id"}
_PARTIES = {"sourceList": "source", "destinationList": "destination"}


@dataclass(frozen=True, slots=True)
class NameSaid:
    """What one firm calls one thing, as record and mirror have it: told, not proven."""

    id: str
    organisation: int
    texts: tuple[tuple[str, str], ...]
    """Language (empty: not said) and name."""


def names_said(record: Record, codes: Collection[str], reader: Reader) -> tuple[NameSaid, ...]:
    """Return what firms call some things, or else their classes, for a reader; by code, then by firm."""
    wanted = dict.fromkeys(name for code in codes for name in (code, _class_name(code)) if name is not None)
    found: dict[tuple[str, int], NameSaid] = {}
    for item in descriptions_of(record, list(wanted)):
        names = msgspec.json.decode(item.content, type=dict[str, Any]).get("name", {})
        texts = tuple((language, text) for language, text in names.items() if isinstance(text, str))
        if texts:
            found[item.identifier, item.organisation] = NameSaid(item.identifier, item.organisation, texts)
    for uri, elements in attributes_of(record, wanted, reader).items():
        for element in elements:
            said = (("", element.text(NAME_ATTRIBUTES[0])), ("en", element.text(NAME_ATTRIBUTES[1])))
            texts = tuple((language, text) for language, text in said if text is not None)
            if texts:
                found.setdefault((uri, element.organisation), NameSaid(uri, element.organisation, texts))
    return tuple(found[key] for key in sorted(found))


def _class_name(code: str) -> str | None:
    try:
        product_class = class_of(parse(code))
    except IdentifierInvalid:
        return None
    return None if product_class is None else product_class.canonical


def add_names(gathered: Gathered, record: Record, mirror: Mirror) -> None:
    """Add what firms call the places and parties of the subject's steps, and the classes of what it rests on."""
    wanted = list(dict.fromkeys((*_places(gathered), *_classes(gathered))))[:MOST_NAMED]
    said = attributes_of(record, wanted, gathered.sources.eyes.reader)
    described = descriptions_of(record, wanted)
    for text in wanted:
        speakers: dict[int, bytes] = {
            item.organisation: item.commitment for item in described if item.identifier == text
        }
        for element in said.get(text, ()):
            if element.text(*NAME_ATTRIBUTES) is not None:
                speakers.setdefault(element.organisation, element.commitment)
        for organisation in _holder_first(gathered, text, sorted(speakers))[:MOST_SPEAKERS]:
            if speakers[organisation] not in gathered.events:
                add_anchored(gathered, record, mirror, speakers[organisation], _NAMES)


def _holder_first(gathered: Gathered, text: str, organisations: Sequence[int]) -> list[int]:
    try:
        grant = gathered.sources.grants.grant_over(parse(text))
    except IdentifierInvalid:
        grant = None
    holder = None if grant is None else grant.holder
    return sorted(organisations, key=lambda organisation: organisation != holder)


def _places(gathered: Gathered) -> Iterator[str]:
    """Yield the places and parties that the subject's opened events name, the newest event first."""
    for commitment, _ in reversed(gathered.claims[gathered.subject.key].lines):
        opening = gathered.events.get(commitment)
        if opening is None:
            continue
        try:
            values = read_opening(commitment, opening).values
        except OpeningRefused:
            # A body that was changed in SQL: the verdict refuses it.
            continue
        for pointer, value in values.items():
            text = _text(value)
            if text is not None and _is_place(pointer):
                yield text


def _classes(gathered: Gathered) -> Iterator[str]:
    for claim in gathered.claims.values():
        product_class = class_of(parse(claim.id))
        if product_class is not None:
            yield product_class.canonical


def _is_place(pointer: str) -> bool:
    first, _, last = pointer[1:].partition("/")
    return pointer in _ENDS or (first in _PARTIES and last.endswith(f"/{_PARTIES[first]}"))


def _text(value: Value) -> str | None:
    if isinstance(value, Thing):
        return value.canonical
    return value if isinstance(value, str) else None
