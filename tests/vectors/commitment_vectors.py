"""Builds commitment: leaves, roots and openings (docs/formats.md §4)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from forged_openings import refused_json, refused_openings
from vector_file import hexadecimal, source

from traceability.commitment import Committed, Instant, JsonText, LeafType, Opened, Opening, Thing, read_opening
from traceability.commitment.commit import commit, commit_statement
from traceability.commitment.tree import leaf_hash
from traceability.identifiers import parse
from traceability.ledger import ids
from traceability.ledger.meta import Flag, Kind, State
from traceability.proof.inclusion import inclusion_path

BODY = """{"type":"ObjectEvent","action":"OBSERVE","eventTime":"2026-05-01T10:00:00.123456789+08:00",
"eventTimeZoneOffset":"+08:00","bizStep":"shipping","eventID":"urn:uuid:9f1d5c1e-4b5a-4a39-9c4f-3f0c7a5d2b10",
"epcList":["https://id.gs1.org/01/06901234567892/21/A1","urn:example:unknown"],
"quantityList":[{"epcClass":"https://id.gs1.org/01/06901234567892/10/L1","quantity":1.50,"uom":"KGM"}],
"readPoint":{"id":"https://id.gs1.org/414/6901234000009"},
"bizTransactionList":[{"type":"po","bizTransaction":"urn:x:1"},{"bizTransaction":"urn:x:2"}],
"ilmd":{"{https://ex.org/}grade":"A","{https://ex.org/}tests":[{"n":1E3},[],{"n":-0.25,"ok":true}],"{https://ex.org/}none":{}},
"sensorElementList":[{"sensorMetadata":{"time":"1969-12-31T23:59:59.5Z"},"sensorReport":[{"type":"Temperature","value":-18.5}]}],
"{https://ex.org/}note":"冰箱 ~/","{https://ex.org/}deep":{"b":[1,null,true,"x"],"a":0.1},"{https://ex.org/}empty":[]}"""
PRIVATE = """{"type":"AggregationEvent","action":"ADD","eventTime":"2026-05-01T10:00:00Z",
"eventTimeZoneOffset":"+00:00","parentID":"https://id.gs1.org/00/069012340000000016",
"childEPCs":["https://id.gs1.org/01/06901234567892/21/A1","hdl:88.118.8/JXDY"],
"errorDeclaration":{"declarationTime":"2026-05-02T10:00:00+14:00","reason":"incorrect_data","correctiveEventIDs":["urn:a","urn:b"]}}"""
STATEMENT = """{"subject":"https://id.gs1.org/01/06901234567892/21/A1","result":"pass","score":99.5,"accredited":true,
"findings":[{"text":"无","level":0}]}"""
LENGTHS = {
    "https://id.gs1.org/01/06901234567892/21/A1": 7,
    "https://id.gs1.org/01/06901234567892/10/L1": 7,
    "https://id.gs1.org/414/6901234000009": 7,
    "https://id.gs1.org/00/069012340000000016": 8,
    "hdl:88.118.8/JXDY": 8,
}


def thing_of(text: str) -> Any:
    return (parse(text), LENGTHS[text]) if text in LENGTHS else None


def shown(value: object) -> dict[str, Any]:
    match value:
        case bool():
            return {"type": LeafType.BOOLEAN, "boolean": value}
        case str():
            return {"type": LeafType.STRING, "string": value}
        case Decimal():
            sign, digits, exponent = value.as_tuple()
            mantissa = int("".join(map(str, digits))) * (-1 if sign else 1)
            return {"type": LeafType.DECIMAL, "exponent": exponent, "mantissa": str(mantissa)}
        case Instant():
            return {"type": LeafType.TIME, "seconds": str(value.seconds), "nanoseconds": value.nanoseconds}
        case Thing():
            return {
                "type": LeafType.THING,
                "prefixLength": value.prefix_length,
                "key": hexadecimal(value.key),
                "canonical": value.canonical,
            }
        case JsonText():
            return {"type": LeafType.JSON, "json": value.text}
        case _:
            raise AssertionError(value)


def opened_vector(name: str, root: bytes, opening: Opening) -> dict[str, Any]:
    opened: Opened = read_opening(root, opening)
    header = opened.header
    return {
        "name": name,
        "root": hexadecimal(root),
        "opening": opening.to_json(),
        "header": {
            "organisation": header.organisation,
            "kind": header.kind,
            "flags": header.flags,
            "state": header.state,
            "size": header.size,
        },
        "values": [[pointer, shown(value)] for pointer, value in opened.values.items()],
        "hidden": list(opened.hidden()),
        "lineThings": [[pointer, hexadecimal(thing.key)] for pointer, thing in opened.line_things()],
    }


def commitments() -> dict[str, Any]:
    secret = bytes(range(32))
    event_hash = "ni:///sha-256;" + "ab" * 32 + "?ver=CBV2.0"
    cases = []
    openings = []
    made: dict[str, Committed] = {}
    for name, body, kind, flags in (
        ("object event", BODY, Kind.OBSERVE, Flag.NONE),
        ("private correction", PRIVATE, Kind.CORRECT, Flag.PRIVATE),
        ("statement", STATEMENT, Kind.STATEMENT, Flag.NONE),
    ):
        value = json.loads(body, parse_float=Decimal)
        if kind is Kind.STATEMENT:
            second = hexadecimal(ids.schema_id(b'{"name":"test"}'))
            committed = commit_statement(value, schema=second, organisation=7, secret=secret, thing_of=thing_of)
        else:
            second = event_hash
            committed = commit(
                value,
                event_hash=event_hash,
                organisation=7,
                kind=kind,
                flags=flags,
                state=State.UNCHANGED,
                secret=secret,
                thing_of=thing_of,
            )
        made[name] = committed
        last = len(committed.preimages) - 1
        cases.append(
            {
                "name": name,
                "body": body.replace("\n", ""),
                "leaf1": second,
                "organisation": 7,
                "kind": kind,
                "flags": flags,
                "state": 0,
                "secret": hexadecimal(secret),
                "prefixLengths": {text: length for text, length in LENGTHS.items() if text in body},
                "leaves": [
                    {
                        "index": leaf.index,
                        "pointer": leaf.pointer,
                        "type": leaf.type,
                        "preimage": hexadecimal(leaf.preimage),
                        "hash": hexadecimal(leaf_hash(leaf.preimage)),
                    }
                    for leaf in committed.leaves
                ],
                "root": hexadecimal(committed.root),
                "paths": [
                    {
                        "index": index,
                        "path": [hexadecimal(hash_) for hash_ in inclusion_path(committed.preimages, index)],
                    }
                    for index in (0, 1, last)
                ],
            }
        )
        openings.append(opened_vector(f"{name}, all", committed.root, committed.opening_of_all()))
        openings.append(opened_vector(f"{name}, header only", committed.root, committed.opening([])))
        openings.append(opened_vector(f"{name}, some", committed.root, committed.opening([1, 3, 4, last])))
    return {
        "source": source("4"),
        "note": "body is JSON text whose numbers are decimals, never doubles; Python commits, all read openings",
        "cases": cases,
        "openings": openings,
        "refused": refused_openings(made["object event"], made["private correction"]),
        "refusedJson": refused_json(made["object event"]),
    }
