"""EPCs as RFID tags hold them, by the examples of the EPC Tag Data Standard."""

import pytest

from traceability.identifiers import IdentifierInvalid, parse

TAGS = [
    ("urn:epc:tag:sgtin-96:3.0614141.812345.6789", "urn:epc:id:sgtin:0614141.812345.6789"),
    ("urn:epc:tag:sgtin-198:3.0614141.812345.a%2Fb", "urn:epc:id:sgtin:0614141.812345.a%2Fb"),
    ("urn:epc:tag:sscc-96:0.0614141.1234567890", "urn:epc:id:sscc:0614141.1234567890"),
    ("urn:epc:raw:96.x3074257BF7194E4000001A85", "urn:epc:id:sgtin:0614141.812345.6789"),
    ("urn:epc:raw:96.x3174257BF4499602D2000000", "urn:epc:id:sscc:0614141.1234567890"),
    ("urn:epc:raw:96.x3274257BF460720000000190", "urn:epc:id:sgln:0614141.12345.400"),
    ("urn:epc:raw:96.x3374257BF40C0E400000162E", "urn:epc:id:grai:0614141.12345.5678"),
    ("urn:epc:raw:96.x3474257BF40000000000162E", "urn:epc:id:giai:0614141.5678"),
    ("urn:epc:raw:96.x2D74257BF4499602D2000000", "urn:epc:id:gsrn:0614141.1234567890"),
    ("urn:epc:raw:96.x2E74257BF4499602D2000000", "urn:epc:id:gsrnp:0614141.1234567890"),
    ("urn:epc:raw:96.x2C74257BF46072000000162E", "urn:epc:id:gdti:0614141.12345.5678"),
    ("urn:epc:raw:96.x3F74257BF460720000007AE7", "urn:epc:id:sgcn:0614141.12345.1463"),
]


@pytest.mark.parametrize(("tag", "urn"), TAGS)
def test_a_tag_names_its_pure_identity(tag: str, urn: str) -> None:
    assert parse(urn) == parse(tag)
    assert urn == parse(tag).epc_urn(7)


@pytest.mark.parametrize(
    "text",
    [
        "urn:epc:raw:96.x30",
        "urn:epc:raw:64.x3074257BF7194E40",
        "urn:epc:raw:96.xFF74257BF7194E4000001A85",
        "urn:epc:raw:96.x307C257BF7194E4000001A85",
        "urn:epc:raw:96.x3017FFFFFFFFFFFFFFFFFFFF",
        "urn:epc:raw:96.x3003FFFFFFFFFFFFC0000001",
        "urn:epc:tag:sgtin-96:9.0614141.812345.6789",
        "urn:epc:tag:pallet-96:1.0614141.812345.6789",
    ],
)
def test_what_no_tag_holds_is_refused(text: str) -> None:
    with pytest.raises(IdentifierInvalid):
        parse(text)
