"""did:bid: identifiers of the Xinghuo chain, made from a public key (caict-4iot-dev/bif-doc; RFC-011).

``did:bid:[chain:]<key type><encoding><suffix>``: the key type is e (Ed25519), z (SM2) or s (secp256k1), the encoding f
(base58), s (base64) or t (bech32). The base58 is not that of Bitcoin: its alphabet has b and B, and u and U, changed.
The suffix of base58 is the last 22 bytes of the hash (SHA-256, for SM2 SM3) of the raw public key.
"""

import hashlib
import re

from traceability.identifiers.identifier import MAXIMUM_PREFIX, Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import Scheme

ALPHABET = "123456789AbCDEFGHJKLMNPQRSTuVWXYZaBcdefghijkmnopqrstUvwxyz"
"""The digits of base58, in the order of their values."""
ADDRESS_BYTES = 22

_RULE = PrefixRule(4, MAXIMUM_PREFIX, separator=":", whole=False)
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}
_FORM = re.compile(r"(?:([a-z0-9]{4})(?::|$))?(?:([a-z])([a-z])(.+))?")
_LENGTHS = {"f": (22, 31), "s": (32, 32), "t": (42, 42)}
_SIGNS = {
    "f": re.compile(f"[^{ALPHABET}]"),
    "s": re.compile(r"[^0-9A-Za-z+/_=-]"),
    "t": re.compile(r"[^02-9ac-hj-np-z]"),
}
_KEY_TYPES = {"65": ("e", "sha256"), "7a": ("z", "sm3"), "73": ("s", "sha256")}


def did_bid(text: str) -> Identifier:
    """Return what stands behind ``did:bid:``, a chain of its own or an address."""
    match = _FORM.fullmatch(text)
    if not text or match is None:
        raise IdentifierInvalid(
            text, "bid-form", "Give key type, encoding and address, such as efdPP4…, behind did:bid:."
        )
    chain, key_type, encoding, suffix = match.groups()
    level = Level.PARTY
    if suffix is not None:
        _verify_address(text, key_type, encoding, suffix, len(text) - len(suffix))
        level = Level.ITEM
    elif chain is None:
        raise IdentifierInvalid(text, "bid-form", "The address behind key type and encoding is missing.")
    return Identifier("didbid", "did:bid", f"did:bid:{text}", level, text, "", "", _RULE, open_level=True)


def address_of(public_key: str) -> str:
    """Return the ``did:bid:`` of a public key in the writing of the chain: b0, key type, 66, raw key, all hexadecimal.

    Raises:
        IdentifierInvalid: it is no such key, or SM3 is not available here.
    """
    known = _KEY_TYPES.get(public_key[2:4])
    if not re.fullmatch(r"b0(?:65|7a|73)66(?:[0-9a-f]{2}){32,65}", public_key) or known is None:
        raise IdentifierInvalid(public_key, "bid-key", "A public key begins with b0, the key type and 66.")
    key_type, algorithm = known
    try:
        digest = hashlib.new(algorithm, bytes.fromhex(public_key[6:])).digest()
    except ValueError:
        raise IdentifierInvalid(public_key, "bid-key", f"{algorithm} is not available on this machine.") from None
    return f"did:bid:{key_type}f{_encoded(digest[-ADDRESS_BYTES:])}"


def _verify_address(text: str, key_type: str, encoding: str, suffix: str, place: int) -> None:
    if key_type not in {"e", "z", "s"} or encoding not in _LENGTHS:
        cure = "The key type is e, z or s, the encoding f, s or t."
        raise IdentifierInvalid(text, "bid-form", cure, place=place - 2)
    shortest, longest = _LENGTHS[encoding]
    if not shortest <= len(suffix) <= longest:
        cure = f"An address of encoding {encoding} has {shortest} to {longest} characters; this has {len(suffix)}."
        raise IdentifierInvalid(text, "length", cure, place=place)
    if wrong := _SIGNS[encoding].search(suffix):
        cure = f"{wrong.group()!r} is no sign of this encoding."
        raise IdentifierInvalid(text, "character", cure, place=place + wrong.start())
    if encoding == "f" and not _is_address(suffix):
        raise IdentifierInvalid(
            text, "bid-address", f"The address does not stand for {ADDRESS_BYTES} bytes.", place=place
        )


def _is_address(suffix: str) -> bool:
    value = 0
    for letter in suffix:
        value = value * 58 + _VALUES[letter]
    zeros = len(suffix) - len(suffix.lstrip("1"))
    return zeros + (value.bit_length() + 7) // 8 == ADDRESS_BYTES


def _encoded(data: bytes) -> str:
    value, letters = int.from_bytes(data), ""
    while value:
        value, rest = divmod(value, 58)
        letters = ALPHABET[rest] + letters
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + letters


def _read(text: str, _: bool) -> Identifier:
    return did_bid(text.removeprefix("did:bid:"))


SCHEME = Scheme(
    name="did:bid",
    title={"en": "did:bid", "zh": "星火链网BID标识"},
    source="caict-4iot-dev/bif-doc, BID-Resolution-protocol-Doc 1.9.1",
    read=_read,
    from_halves=lambda prefix, rest: did_bid(prefix + rest),
    namespace="didbid",
    prefixes=_RULE,
    marks={"did:bid:": _read},
    rank=62,
    reasons={
        "bid-form": {"en": "It is not written as a BID.", "zh": "不符合BID的书写格式。"},
        "bid-address": {"en": "The address stands for no hash of a key.", "zh": "地址不是公钥摘要的编码。"},
        "bid-key": {"en": "It is no public key of the chain.", "zh": "不是星火链网的公钥。"},
    },
    samples=(
        "did:bid:efdPP4ympm36RxTYQJPber1PRKmLWZE",
        "did:bid:efj3FikDU8c7An3SPUoRtEWf2JDg1Hg9",
        "did:bid:byo1:efdPP4ympm36RxTYQJPber1PRKmLWZE",
    ),
)
