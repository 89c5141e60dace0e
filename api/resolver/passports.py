"""The product passport of a thing as JSON-LD: what its holder says, what others attest, what it is made of, and the proofs.

Nothing in it is new: every part is read from where it is kept, as the reader may see it, and names who says it. The context is
part of the document; the terms are those of the GS1 Web Vocabulary and of schema.org.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from api.pages.reading import name_in_profile
from api.pages.verdicts import bundle_address, verdict_path
from api.resolver.questions import Question
from api.rooms import Rooms
from store.mirror.members import Organisation, organisations_of
from store.mirror.tracing import Direction, trace
from store.reader import Reader
from store.record.master_data import attributes_of
from store.record.products import ProductDescription, descriptions_of
from traceability.identifiers import Level, parse
from traceability.linking.own_links import PASSPORT

CONTEXT: Final[Mapping[str, Any]] = {
    "@version": 1.1,
    "@vocab": "https://ref.gs1.org/voc/",
    "schema": "https://schema.org/",
    "id": "@id",
    "type": "@type",
    "name": {"@id": "schema:name", "@container": "@language"},
    "note": {"@id": "schema:description", "@container": "@language"},
    "brand": "schema:brand",
    "model": "schema:model",
    "image": {"@id": "schema:image", "@type": "@id"},
    "manufacturer": "schema:manufacturer",
    "identifier": "schema:identifier",
    "hasPart": {"@id": "schema:hasPart", "@type": "@id"},
    "isVariantOf": {"@id": "schema:isVariantOf", "@type": "@id"},
    "traceability": {"@id": "traceability", "@type": "@id"},
    "epcis": {"@id": "epcis", "@type": "@id"},
    "proof": {"@id": "schema:subjectOf", "@type": "@id"},
    "certificates": {"@id": "certification", "@container": "@set"},
    "said": {"@id": "schema:subjectOf", "@container": "@set"},
    "recall": "recallStatus",
}
"""The terms of a passport."""

_TYPES: Final[Mapping[Level, str]] = {
    Level.CLASS: "schema:ProductModel",
    Level.LOT: "schema:SomeProducts",
    Level.ITEM: "schema:IndividualProduct",
    Level.PACKAGE: "schema:Product",
}
_MOST_PARTS: Final = 200


def passport_of(
    rooms: Rooms,
    question: Question,
    reader: Reader,
    *,
    recall: Mapping[str, Any],
    certificates: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """Return the passport of a thing for a reader."""
    identifier, origin = question.identifier, rooms.settings.public_origin
    names = [anchor.identifier.canonical for anchor in question.anchors if anchor.is_identity]
    holder = question.holder
    said = [item for item in descriptions_of(rooms.record, names) if item.organisation == holder]
    data = attributes_of(rooms.record, names, reader)
    numbers = {holder, *(item["organisation"] for item in certificates)}
    numbers |= {element.organisation for elements in data.values() for element in elements}
    firms = organisations_of(rooms.mirror, sorted(numbers))
    content: dict[str, Any] = {
        "@context": dict(CONTEXT),
        "id": question.anchors[0].address(origin),
        "type": _TYPES.get(identifier.level, "schema:Product"),
        "identifier": identifier.canonical,
        "display": identifier.display(),
        "level": identifier.level.value,
        "issuedAt": rooms.clock().isoformat(),
    }
    content |= _description(said, origin)
    content["manufacturer"] = _organisation(holder, firms)
    above = question.anchors[1:]
    if above:
        content["isVariantOf"] = [f"{origin}/{PASSPORT}{anchor.path}" for anchor in above if anchor.is_identity]
    content["recall"] = recall
    content["certificates"] = [
        {**item, "attester": _organisation(item["organisation"], firms)} for item in certificates
    ]
    content["masterData"] = [
        {
            "about": uri,
            "assertedBy": _organisation(element.organisation, firms),
            "capturedAt": element.captured_at.isoformat(),
            "attributes": {name: _plain(list(values)) for name, values in element.attributes.items()},
        }
        for uri, elements in data.items()
        for element in elements
    ]
    content |= _parts(rooms, question, reader, origin)
    content["traceability"] = origin + verdict_path(identifier)
    content["proof"] = origin + bundle_address(identifier)
    content["linkset"] = question.anchors[0].address(origin) + "?linkType=linkset"
    return content


def _description(said: Sequence[ProductDescription], origin: str) -> dict[str, Any]:
    """Return what the holder says: of the thing itself, and where it is silent of what is above it."""
    merged: dict[str, Any] = {}
    for item in reversed(said):
        found = json.loads(item.content)
        merged |= {
            name: found[name] for name in ("name", "brand", "model", "note", "contact", "picture") if name in found
        }
    picture = merged.pop("picture", None)
    if isinstance(picture, dict) and isinstance(picture.get("sha256"), str):
        merged["image"] = f"{origin}/api/v1/pictures/{picture['sha256']}"
    if said:
        merged["describedAt"] = said[0].described_at.isoformat()
        merged["commitment"] = "0x" + said[0].commitment.hex()
    return merged


def _parts(rooms: Rooms, question: Question, reader: Reader, origin: str) -> dict[str, Any]:
    """Return what a thing is made of, one step down, by the events that the reader may see."""
    found = trace(rooms.mirror, question.identifier.canonical, Direction.ORIGINS, reader, depth=1, limit=_MOST_PARTS)
    parts = [
        {
            "id": f"{origin}/{PASSPORT}{_path(thing.identifier)}",
            "identifier": thing.identifier,
            "display": parse(thing.identifier).display(),
        }
        for thing in found.things
        if thing.depth == 1
    ]
    return {"hasPart": parts, "partsTruncated": found.truncated} if parts else {}


def _path(canonical: str) -> str:
    return parse(canonical).digital_link("https://x").removeprefix("https://x")


def _organisation(number: int, firms: Mapping[int, Organisation]) -> dict[str, Any]:
    found = firms.get(number)
    content: dict[str, Any] = {"type": "schema:Organization", "organisation": number}
    names = {} if found is None else {code: name_in_profile(found.profile, code) for code in ("zh", "en")}
    shown = {code: name for code, name in names.items() if name}
    return content | ({"name": shown} if shown else {})


def _plain(value: Any) -> Any:
    """Return a value as JSON takes it; numbers keep their written text."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
