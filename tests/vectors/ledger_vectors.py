"""Builds keys, meta, head and slots (docs/formats.md §1 to §3, §5)."""

from __future__ import annotations

from typing import Any

from vector_file import hexadecimal, source

from traceability.identifiers import parse
from traceability.ledger import ids, slots
from traceability.ledger.head import EMPTY_HEAD, next_head
from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key
from traceability.ledger.meta import EVERYONE_DEFAULT, Flag, Kind, Meta, Role, State, right_of

MEMBER = bytes.fromhex("00112233445566778899aabbccddeeff00112233")


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
        ("(415)6901234000009(8020)SLIP/1", 7),
        ("(8013)6901234MODEL-7RW", 7),
        ("(8018)690123400000000001", 7),
        ("hdl:10.1000/a/182", 7),
        ("urn:oid:1.2.156.10197.1.401", 7),
        ("urn:oid:1.2.156.10197.1.401", 19),
        ("ecode:100011234567890", 5),
        ("ecode:3A0001ABC123", 9),
        ("ecode:4A0001冰箱/7", 6),
        ("vaa:VAA1234ABCD0001", 7),
        ("did:cn:88.100.1", 8),
        ("did:bid:efdPP4ympm36RxTYQJPber1PRKmLWZE", 31),
        ("did:bid:byo1:efdPP4ympm36RxTYQJPber1PRKmLWZE", 4),
        ("did:web:example.com%3A8443:things:7", 18),
        ("vin:1M8GDM9AXKP042788", 3),
        ("vin:VF9AA1234B5678901", 6),
        ("CSQU3054383", 3),
        ("urn:epc:id:gid:95100000.12345.400", 12),
        ("urn:epc:id:imovn:9176187", 13),
        ("url:https://example.com:8443/things/7?a=b", 24),
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
        {
            "canonical": "https://id.gs1.org/01/06901234567892/21/A1",
            "prefix": "690",
            "reason": "shorter than four digits",
        },
        {
            "canonical": "https://id.gs1.org/01/06901234567892/21/A1",
            "prefix": "0690123",
            "reason": "indicator digit in it",
        },
        {"canonical": "https://id.gs1.org/01/06901234567893/21/A1", "prefix": "6901234", "reason": "wrong check digit"},
        {"canonical": "hdl:88.118.8/JXDY", "prefix": "88.118", "reason": "not all that stands before the slash"},
    ]
    return {
        "source": source("1"),
        "keccak": {
            "source": "Keccak team, original padding, as in Ethereum; widely published digests",
            "cases": [
                {"data": "0x", "digest": "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"},
                {"data": "0x616263", "digest": "0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"},
                {
                    "data": "0x74657374696e67",
                    "digest": "0x5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02",
                },
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
        "source": source("2 and 3"),
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
        "rights": {
            "everyone": EVERYONE_DEFAULT,
            "cases": [{"kind": kind, "right": right_of(kind)} for kind in Kind if kind],
        },
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
        "source": source("3"),
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
        "source": source("5"),
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
        (
            "directory",
            MEMBER + word((2, 4), (77, 8))[:12],
            {"contract": hexadecimal(MEMBER), "version": 2, "fromBlock": 77},
        ),
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
        ("lienQuantity", word((1_500_000, 16))[:16] + b"KGM".ljust(16, b"\x00"), {"amount": "1.500000", "unit": "KGM"}),
    ]
    return [{"record": name, "word": hexadecimal(data), "fields": fields} for name, data, fields in words]
