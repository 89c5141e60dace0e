"""Write the vectors of docs/formats.md that Python, Solidity and TypeScript all pass: `python tests/vectors/build_vectors.py`.

What others published (Keccak-256, RFC 6962 roots and paths) stands in here as its own text and is never computed.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from traceability.commitment import Committed, Instant, JsonText, LeafType, Opened, Opening, Thing, read_opening
from traceability.commitment.commit import commit, commit_statement
from traceability.commitment.tree import leaf_hash, tree_root
from traceability.errors import OpeningRefused
from traceability.identifiers import parse
from traceability.ledger import ids, records, slots
from traceability.ledger.head import EMPTY_HEAD, next_head
from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key
from traceability.ledger.meta import EVERYONE_DEFAULT, Flag, Kind, Meta, Role, State, right_of
from traceability.proof.inclusion import inclusion_path

HERE = Path(__file__).resolve().parent
OWN = "computed by traceability/ from docs/formats.md §{}; Python, Solidity and TypeScript must agree"
MEMBER = bytes.fromhex("00112233445566778899aabbccddeeff00112233")


def hexadecimal(data: bytes) -> str:
    return "0x" + data.hex()


def write(name: str, vectors: dict[str, Any]) -> None:
    text = json.dumps(vectors, indent=1, ensure_ascii=False, sort_keys=False)
    (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def keys() -> dict[str, Any]:
    things = [
        ("(01)06901234567892", 7),
        ("(01)16901234567899", 9),
        ("(01)06901234567892(10)LOT/7", 7),
        ("(01)06901234567892(21)A1", 7),
        ("(01)06901234567892(21)A1", 8),
        ("(01)06901234567892(21)0001", 7),
        ("(00)069012340000000016", 8),
        ("(414)6901234000009", 7),
        ("(414)6901234000009(254)D7", 7),
        ("(417)6901234000009", 7),
        ("(8003)06901234000009K9", 7),
        ("(8004)6901234ASSET-7", 7),
        ("(253)6901234000009INV1", 7),
        ("88.118.8/JXDY", 8),
        ("88.118.8/电冰箱/7", 8),
        ("86.1000.1/a b", 9),
        ("91350100M000100Y43", 18),
        ("5493001KJTIIGC8Y1R12", 20),
    ]
    cases = []
    for text, length in things:
        identifier = parse(text)
        prefix, rest = identifier.halves(length)
        cases.append(
            {
                "canonical": identifier.canonical,
                "scheme": prefix.scheme,
                "prefix": prefix.text,
                "rest": rest,
                "prefixKey": hexadecimal(prefix_key(prefix.scheme, prefix.text)),
                "restHash": hexadecimal(rest_hash(rest)),
                "key": hexadecimal(thing_key(prefix_key(prefix.scheme, prefix.text), rest_hash(rest))),
            }
        )
    refused = [
        {"canonical": "https://id.gs1.org/01/06901234567892/21/A1", "prefix": "6901235", "reason": "another prefix"},
        {"canonical": "https://id.gs1.org/01/06901234567892/21/A1", "prefix": "690", "reason": "shorter than four digits"},
        {"canonical": "https://id.gs1.org/01/06901234567892/21/A1", "prefix": "0690123", "reason": "indicator digit in it"},
        {"canonical": "https://id.gs1.org/01/06901234567893/21/A1", "prefix": "6901234", "reason": "wrong check digit"},
        {"canonical": "hdl:88.118.8/JXDY", "prefix": "88.118", "reason": "not all that stands before the slash"},
    ]
    return {
        "source": OWN.format(1),
        "keccak": {
            "source": "Keccak team, original padding, as in Ethereum; widely published digests",
            "cases": [
                {"data": "0x", "digest": "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"},
                {"data": "0x616263", "digest": "0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"},
                {"data": "0x74657374696e67", "digest": "0x5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02"},
            ],
        },
        "cases": cases,
        "refused": refused,
    }


def metas() -> dict[str, Any]:
    examples = [
        Meta(Kind.CREATE, Flag.NONE, State.UNCHANGED, 1, 1, 1_700_000_000),
        Meta(Kind.OBSERVE, Flag.PRIVATE, State.UNCHANGED, 7, 2, 1_764_000_000),
        Meta(Kind.PACK, Flag.LINK, State.UNCHANGED, 300, 1, 1_764_000_001),
        Meta(Kind.TRANSFORM, Flag.LINK | Flag.PRIVATE, State.UNCHANGED, 2**32 - 1, 2**16 - 1, 2**64 - 1),
        Meta(Kind.STATE, Flag.STATE, State.RECALLED, 9, 3, 1_764_000_002),
        Meta(Kind.FORGET, Flag.NONE, State.UNCHANGED, 0, 0, 0),
    ]
    good = examples[0].pack()
    refused = [
        (bytes(32), "version 0"),
        (b"\x02" + good[1:], "version 2"),
        (good[:1] + b"\x0e" + good[2:], "kind 14"),
        (good[:2] + b"\x08" + good[3:], "flags 8"),
        (good[:3] + b"\x08" + good[4:], "state 8"),
        (good[:31] + b"\x01", "byte 31 is not zero"),
        (good[:31], "31 bytes"),
    ]
    return {
        "source": OWN.format("2 and 3"),
        "cases": [
            {
                "kind": meta.kind,
                "flags": meta.flags,
                "state": meta.state,
                "organisation": meta.organisation,
                "keyNumber": meta.key_number,
                "time": str(meta.time),
                "word": hexadecimal(meta.pack()),
            }
            for meta in examples
        ],
        "rights": {"everyone": EVERYONE_DEFAULT, "cases": [{"kind": kind, "right": right_of(kind)} for kind in Kind if kind]},
        "refused": [{"word": hexadecimal(word), "reason": reason} for word, reason in refused],
    }


def heads() -> dict[str, Any]:
    head = EMPTY_HEAD
    lines = []
    for number in range(1, 6):
        commitment = keccak(f"commitment {number}".encode())
        meta = Meta(Kind.OBSERVE, Flag.NONE, State.UNCHANGED, number, 1, 1_764_000_000 + number).pack()
        before, head = head, next_head(head, commitment, meta)
        lines.append(
            {
                "before": hexadecimal(before),
                "commitment": hexadecimal(commitment),
                "meta": hexadecimal(meta),
                "after": hexadecimal(head),
                "lines": number,
            }
        )
    return {
        "source": OWN.format(3),
        "steps": lines,
        "full": {"head": "0xffffffff" + "11" * 28, "reason": "a head of 2^32 - 1 lines takes no more"},
    }


def slot_vectors() -> dict[str, Any]:
    key = thing_key(prefix_key("gs1", "6901234"), rest_hash("01/0/56789/21/A1"))
    prefix = prefix_key("gs1", "6901234")
    schema = ids.schema_id(b'{"name":"test"}')
    attestation = ids.attestation_id(schema, key, 7, keccak(b"commitment"))
    reference = keccak(b"reference")
    lien = ids.lien_id(key, 1, 9, reference)
    places: list[tuple[str, str, list[Any], bytes]] = [
        *(("directory", "entry", [name], slots.directory_entry(name)) for name in slots.DIRECTORY_NAMES),
        ("directory", "authority", [], slots.DIRECTORY_AUTHORITY),
        ("members", "record", [7], slots.organisation_record(7)),
        ("members", "profile", [7], slots.organisation_profile(7)),
        ("members", "key", [hexadecimal(MEMBER)], slots.member_key(MEMBER)),
        ("members", "count", [], slots.ORGANISATION_COUNT),
        ("prefixes", "grant", [hexadecimal(prefix)], slots.grant(prefix)),
        ("prefixes", "partner", [hexadecimal(prefix), 7], slots.partner(prefix, 7)),
        ("prefixes", "node", [hexadecimal(prefix)], slots.node(prefix)),
        ("ledger", "head", [hexadecimal(key)], slots.head(key)),
        ("ledger", "state", [hexadecimal(key)], slots.state(key)),
        ("ledger", "stream", [7, 1], slots.stream(7, 1)),
        ("ledger", "anchor", [7, 1, 3], slots.anchor(7, 1, 3)),
        ("attestations", "schema", [hexadecimal(schema)], slots.schema(schema)),
        ("attestations", "attestation", [hexadecimal(attestation)], slots.attestation(attestation)),
        ("attestations", "successor", [hexadecimal(attestation)], slots.attestation_successor(attestation)),
        ("liens", "lien", [hexadecimal(lien)], slots.lien(lien)),
        ("liens", "asset", [hexadecimal(lien)], slots.lien_asset(lien)),
        ("liens", "quantity", [hexadecimal(lien)], slots.lien_quantity(lien)),
        ("liens", "encumbrance", [hexadecimal(key)], slots.encumbrance(key)),
    ]
    return {
        "source": OWN.format(5),
        "slots": [
            {"contract": contract, "what": what, "arguments": arguments, "slot": hexadecimal(slot)}
            for contract, what, arguments, slot in places
        ],
        "ids": [
            {"what": "schema", "arguments": ['{"name":"test"}'], "id": hexadecimal(schema)},
            {
                "what": "attestation",
                "arguments": [hexadecimal(schema), hexadecimal(key), 7, hexadecimal(keccak(b"commitment"))],
                "id": hexadecimal(attestation),
            },
            {"what": "lien", "arguments": [hexadecimal(key), 1, 9, hexadecimal(reference)], "id": hexadecimal(lien)},
        ],
        "records": record_vectors(),
        "refused": [
            {"record": "organisation", "word": "0x03" + "00" * 31, "reason": "status 3"},
            {"record": "grant", "word": "0x04" + "00" * 31, "reason": "status 4"},
            {"record": "grant", "word": "0x00000001" + "00" * 28, "reason": "status 0 in a word that is not empty"},
            {"record": "state", "word": "0x08" + "00" * 31, "reason": "state 8"},
            {"record": "attestation", "word": "0x04" + "00" * 31, "reason": "status 4"},
            {"record": "lien", "word": "0x0401" + "00" * 30, "reason": "state 4"},
            {"record": "lien", "word": "0x0102" + "00" * 30, "reason": "kind of asset 2"},
        ],
    }


def record_vectors() -> list[dict[str, Any]]:
    def word(*parts: tuple[int, int]) -> bytes:
        return b"".join(value.to_bytes(size, "big") for value, size in parts).ljust(32, b"\x00")

    time = 1_764_000_000
    roles = int(Role.MANUFACTURER | Role.BANK)
    words = [
        ("directory", MEMBER + word((2, 4), (77, 8))[:12], {"contract": hexadecimal(MEMBER), "version": 2, "fromBlock": 77}),
        (
            "organisation",
            word((1, 1), (roles, 4), (8, 4), (3, 2), (time, 8)),
            {"status": 1, "roles": roles, "successor": 8, "keys": 3, "admittedAt": time},
        ),
        (
            "memberKey",
            word((7, 4), (2, 2), (time, 8), (0, 8)),
            {"organisation": 7, "number": 2, "validFrom": time, "validUntil": 0},
        ),
        (
            "grant",
            word((1, 1), (7, 4), (EVERYONE_DEFAULT, 4), (4, 4), (time, 8)),
            {"status": 1, "holder": 7, "everyone": EVERYONE_DEFAULT, "anchorsForbidden": 4, "grantedAt": time},
        ),
        ("node", word((1, 1), (5, 4)), {"status": 1, "organisation": 5}),
        ("state", word((3, 1), (7, 4), (time, 8)), {"state": 3, "organisation": 7, "since": time}),
        ("state", bytes(32), {"state": 0, "organisation": 0, "since": 0}),
        ("schema", word((7, 4), (time, 8)), {"organisation": 7, "registeredAt": time}),
        (
            "attestation",
            word((2, 1), (7, 4), (1, 2), (time, 8), (0, 8)),
            {"status": 2, "organisation": 7, "keyNumber": 1, "issuedAt": time, "expiresAt": 0},
        ),
        (
            "lien",
            word((1, 1), (1, 1), (1, 4), (9, 4), (time + 60, 8), (time, 8)),
            {"state": 1, "assetKind": 1, "pledgor": 1, "pledgee": 9, "until": time + 60, "since": time},
        ),
        ("lienQuantity", word((1_500_000, 16)) [:16] + b"KGM".ljust(16, b"\x00"), {"amount": "1.500000", "unit": "KGM"}),
    ]
    return [{"record": name, "word": hexadecimal(data), "fields": fields} for name, data, fields in words]


BODY = """{"type":"ObjectEvent","action":"OBSERVE","eventTime":"2026-05-01T10:00:00.123456789+08:00",
"eventTimeZoneOffset":"+08:00","bizStep":"shipping","eventID":"urn:uuid:9f1d5c1e-4b5a-4a39-9c4f-3f0c7a5d2b10",
"epcList":["https://id.gs1.org/01/06901234567892/21/A1","urn:example:unknown"],
"quantityList":[{"epcClass":"https://id.gs1.org/01/06901234567892/10/L1","quantity":1.50,"uom":"KGM"}],
"readPoint":{"id":"https://id.gs1.org/414/6901234000009"},
"bizTransactionList":[{"type":"po","bizTransaction":"urn:x:1"},{"bizTransaction":"urn:x:2"}],
"ilmd":{"{https://ex.org/}grade":"A","{https://ex.org/}tests":[{"n":1E3},[],{"n":-0.25,"ok":true}],"{https://ex.org/}none":{}},
"sensorElementList":[{"sensorMetadata":{"time":"1969-12-31T23:59:59.5Z"},"sensorReport":[{"type":"Temperature","value":-18.5}]}],
"{https://ex.org/}note":"冰箱 ~/","{https://ex.org/}deep":{"b":[1,null,true,"x"],"a":0.1},"{https://ex.org/}empty":[]}"""
PRIVATE = """{"type":"AggregationEvent","action":"ADD","eventTime":"2026-05-01T10:00:00Z","eventTimeZoneOffset":"+00:00",
"parentID":"https://id.gs1.org/00/069012340000000016",
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
                    {"index": index, "path": [hexadecimal(hash_) for hash_ in inclusion_path(committed.preimages, index)]}
                    for index in (0, 1, last)
                ],
            }
        )
        openings.append(opened_vector(f"{name}, all", committed.root, committed.opening_of_all()))
        openings.append(opened_vector(f"{name}, header only", committed.root, committed.opening([])))
        openings.append(opened_vector(f"{name}, some", committed.root, committed.opening([1, 3, 4, last])))
    return {
        "source": OWN.format(4),
        "note": "body is JSON text: its numbers are decimals, never doubles; commits are made in Python, openings are read everywhere",
        "cases": cases,
        "openings": openings,
        "refused": refused_openings(made["object event"], made["private correction"]),
        "refusedJson": refused_json(made["object event"]),
    }


def refused_openings(committed: Committed, other: Committed) -> list[dict[str, Any]]:
    refused: list[dict[str, Any]] = []
    some = committed.opening([1, 3, 4])

    def add(name: str, root: bytes, opening: Opening) -> None:
        try:
            read_opening(root, opening)
        except OpeningRefused:
            refused.append({"name": name, "root": hexadecimal(root), "opening": opening.to_json()})
            return
        raise AssertionError(f"{name} was accepted")

    def forged(name: str, change: dict[int, bytes]) -> None:
        """Commit to changed leaves, so that the root is right and only the leaf's form is wrong."""
        leaves = [change.get(index, preimage) for index, preimage in enumerate(committed.preimages)]
        forgery = Committed(tree_root(leaves), tuple(leaves), committed.pointers)
        add(name, forgery.root, forgery.opening_of_all())

    def retyped(index: int, leaf_type: int, value: bytes) -> bytes:
        preimage = committed.preimages[index]
        end = 34 + int.from_bytes(preimage[32:34], "big")
        return preimage[:end] + bytes((leaf_type,)) + value

    def index_of(pointer: str) -> int:
        return committed.pointers.index(pointer)

    header = committed.preimages[0]
    add("another event's root", other.root, some)
    add("a value changed", committed.root, Opening(some.size, (*some.leaves[:-1], (4, some.leaves[-1][1] + b"x")), some.hashes))
    add("a hash missing", committed.root, Opening(some.size, some.leaves, some.hashes[:-1]))
    add("a hash too many", committed.root, Opening(some.size, some.leaves, (*some.hashes, bytes(32))))
    add("hashes exchanged", committed.root, Opening(some.size, some.leaves, (some.hashes[1], some.hashes[0], *some.hashes[2:])))
    add("another size", committed.root, Opening(some.size + 1, some.leaves, some.hashes))
    add("a leaf at another index", committed.root, Opening(some.size, (*some.leaves[:-1], (5, some.leaves[-1][1])), some.hashes))
    add("an inner node given as a leaf", committed.root, Opening(3, some.leaves[:1], some.hashes[:2]))
    forged("two leaves exchanged", {3: committed.preimages[4], 4: committed.preimages[3]})
    forged("leaf 0 of another type", {0: header[:34] + b"\x01" + header[35:]})
    forged("leaf 0 with a pointer", {0: header[:32] + b"\x00\x01a" + header[34:]})
    forged("unknown format", {0: header[:35] + b"\x02" + header[36:]})
    forged("unknown algorithm", {0: header[:36] + b"\x02" + header[37:]})
    forged("unknown kind", {0: header[:41] + b"\x0e" + header[42:]})
    forged("unknown flags", {0: header[:42] + b"\x08" + header[43:]})
    forged("unknown state", {0: header[:43] + b"\x08" + header[44:]})
    forged("size in the header one less", {0: header[:44] + (len(committed.preimages) - 1).to_bytes(4, "big") + header[48:]})
    forged("bytes after the shape", {0: header + b"\x00"})
    forged("shape cut", {0: header[:-1]})
    forged("leaf 1 another pointer", {1: committed.preimages[1].replace(b"hash:cbv2.0", b"hash:cbv3.0")})
    forged("leaf 1 no string", {1: retyped(1, 6, b"\x01")})
    forged("a second header", {2: retyped(2, 0, header[35:])})
    forged("pointer not UTF-8", {2: committed.preimages[2][:34] + b"\xff" + committed.preimages[2][35:]})
    forged("unknown type", {2: retyped(2, 7, b"")})
    forged("text not UTF-8", {2: retyped(2, 1, b"\xff")})
    forged("boolean 2", {2: retyped(2, 6, b"\x02")})
    forged("boolean of two bytes", {2: retyped(2, 6, b"\x00\x01")})
    forged("number of 33 bytes", {2: retyped(2, 2, bytes(33))})
    forged("time of 13 bytes", {2: retyped(2, 3, bytes(13))})
    forged("time of 10^9 nanoseconds", {2: retyped(2, 3, bytes(8) + (10**9).to_bytes(4, "big"))})
    forged("JSON with spaces", {2: retyped(2, 5, b'{"a": 1}')})
    forged("JSON that names twice", {2: retyped(2, 5, b'{"a":1,"a":1}')})
    forged("JSON with a long number", {2: retyped(2, 5, b"[1.0]")})
    forged("JSON not in order", {2: retyped(2, 5, b'{"b":1,"a":1}')})
    forged("a leaf that ends in its salt", {2: committed.preimages[2][:20]})
    forged("a leaf that ends in its pointer", {2: committed.preimages[2][:36]})
    thing = index_of("/epcList/0")
    key = committed.preimages[thing][34 + len("/epcList/0") + 2 :][:32]
    forged("thing with another's key", {thing: retyped(thing, 4, b"\x07" + bytes(32) + b"https://id.gs1.org/01/06901234567892/21/A1")})
    forged("thing under another prefix", {thing: retyped(thing, 4, b"\x08" + key + b"https://id.gs1.org/01/06901234567892/21/A1")})
    forged("thing of no prefix", {thing: retyped(thing, 4, b"\x00" + key + b"https://id.gs1.org/01/06901234567892/21/A1")})
    forged("thing not canonical", {thing: retyped(thing, 4, b"\x07" + key + b"https://example.com/01/06901234567892/21/A1")})
    forged("thing that is none", {thing: retyped(thing, 4, b"\x07" + key + b"https://id.gs1.org/01/06901234567893/21/A1")})
    forged("thing without canonical form", {thing: retyped(thing, 4, b"\x07" + key)})
    for name, shape in {
        "names not ascending": b"\x01\x00\x02\x00\x01b\x00\x00\x01a\x00",
        "a name twice": b"\x01\x00\x02\x00\x01a\x00\x00\x01a\x00",
        "an empty object": b"\x01\x00\x01\x00\x01a\x01\x00\x00",
        "an empty list": b"\x01\x00\x01\x00\x01a\x02\x00\x00\x00\x00",
        "an empty list of scalars": b"\x01\x00\x01\x00\x01a\x03\x00\x00\x00\x00",
        "scalars as a list of shapes": b"\x01\x00\x01\x00\x01a\x02\x00\x00\x00\x01\x00",
        "a root that is a list": b"\x03\x00\x00\x00\x01",
        "an unknown shape": b"\x01\x00\x01\x00\x01a\x04",
        "a list too long": b"\x01\x00\x01\x00\x01a\x03\xff\xff\xff\xff",
        "33 levels": b"\x01\x00\x01\x00\x01a" * 33 + b"\x00",
        "a name not UTF-8": b"\x01\x00\x01\x00\x01\xff\x00",
    }.items():
        leaf = header[:44] + (3).to_bytes(4, "big") + shape
        leaves = (leaf, committed.preimages[1], committed.preimages[2])
        add(f"shape: {name}", tree_root(leaves), Opening(3, ((0, leaf),), (leaf_hash(leaves[1]), leaf_hash(leaves[2]))))
    return refused


def refused_json(committed: Committed) -> list[dict[str, Any]]:
    good = committed.opening([2]).to_json()
    leaves: Any = good["leaves"]
    changes: dict[str, Any] = {
        "no object": [],
        "a member missing": {"size": good["size"], "leaves": leaves},
        "a member too many": {**good, "note": ""},
        "size as text": {**good, "size": str(good["size"])},
        "size with true": {**good, "size": True},
        "size below three": {**good, "size": 2},
        "size beyond the limit": {**good, "size": 2**20 + 1},
        "leaf 0 not opened": {**good, "leaves": leaves[1:]},
        "no leaves": {**good, "leaves": []},
        "leaves not ascending": {**good, "leaves": leaves[::-1]},
        "a leaf twice": {**good, "leaves": [leaves[0], leaves[0]]},
        "a leaf outside": {**good, "leaves": [leaves[0], [good["size"], "0x"]]},
        "a leaf of three": {**good, "leaves": [[*leaves[0], 1]]},
        "a leaf no list": {**good, "leaves": ["0x"]},
        "hexadecimal without 0x": {**good, "hashes": ["00" * 32]},
        "hexadecimal in capitals": {**good, "hashes": ["0x" + "AA" * 32]},
        "hexadecimal of odd length": {**good, "hashes": ["0x" + "a" * 63]},
        "a hash of 31 bytes": {**good, "hashes": ["0x" + "00" * 31]},
        "hashes no list": {**good, "hashes": {}},
    }
    return [{"name": name, "root": hexadecimal(committed.root), "opening": value} for name, value in changes.items()]


def inclusion() -> dict[str, Any]:
    data = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    leaves = [bytes.fromhex(text) for text in data]
    commitments_ = [keccak(f"event {number}".encode()) for number in range(13)]

    def path_case(items: list[bytes], index: int) -> dict[str, Any]:
        return {
            "root": hexadecimal(tree_root(items)),
            "data": hexadecimal(items[index]),
            "index": index,
            "size": len(items),
            "path": [hexadecimal(hash_) for hash_ in inclusion_path(items, index)],
        }

    good = path_case(commitments_, 5)
    refused = [
        ("another leaf", {**good, "data": hexadecimal(commitments_[6])}),
        ("another index", {**good, "index": 4}),
        ("index outside", {**good, "index": 13}),
        ("size zero", {**good, "index": 0, "size": 0}),
        ("another root", {**good, "root": hexadecimal(keccak(b""))}),
        ("a hash missing", {**good, "path": good["path"][:-1]}),
        ("a hash too many", {**good, "path": [*good["path"], good["path"][0]]}),
        ("no path", {**good, "path": []}),
        ("path backwards", {**good, "path": good["path"][::-1]}),
        ("a hash of 31 bytes", {**good, "path": [good["path"][0][:-2], *good["path"][1:]]}),
        ("an inner node as leaf", {**good, "data": good["path"][0] + good["path"][1][2:], "index": 1, "size": 4, "path": good["path"][2:]}),
        ("path of one for a tree of one", {**path_case(commitments_[:1], 0), "path": good["path"][:1]}),
    ]
    return {
        "source": OWN.format("4 and 5 (anchors)"),
        "published": {
            "source": "RFC 6962 / RFC 9162 test tree of the Certificate Transparency reference implementation",
            "leaves": ["0x" + text for text in data],
            "roots": [
                "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "0xfac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "0xaeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "0xd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "0x4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "0x76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "0xddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "0x5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
            ],
            "paths": [
                {
                    "index": 0,
                    "size": 8,
                    "path": [
                        "0x96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "0x5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "0x6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                    ],
                },
                {
                    "index": 5,
                    "size": 8,
                    "path": [
                        "0xbc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "0xca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "0xd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    ],
                },
                {
                    "index": 2,
                    "size": 3,
                    "path": ["0xfac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
                },
                {
                    "index": 1,
                    "size": 5,
                    "path": [
                        "0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "0x5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "0xbc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    ],
                },
            ],
        },
        "cases": [path_case(leaves, index) for index in range(8)]
        + [path_case(commitments_[:size], size - 1) for size in range(1, 14)]
        + [path_case(commitments_, index) for index in (0, 5, 7, 8, 11)],
        "refused": [{"name": name, **case} for name, case in refused],
    }


if __name__ == "__main__":
    write("keys", keys())
    write("meta", metas())
    write("head", heads())
    write("slots", slot_vectors())
    write("commitment", commitments())
    write("inclusion", inclusion())
