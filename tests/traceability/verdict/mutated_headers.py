"""Headers that are changed in ways a forger would try, sealed anew or not; each change is chosen by a seeded chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from own_network import KEYS, ORDER, high_s
from small_chain import VALIDATORS, address_of

from traceability.errors import HeaderInvalid, RlpInvalid
from traceability.ledger.keys import keccak
from traceability.proof.header import BlockHeader
from traceability.proof.rlp import decode, encode

SOME_BYTES = (
    b"",
    b"\x00",
    b"\x01",
    b"\x7f",
    b"\x80",
    b"\xff",
    bytes(8),
    b"\xff" * 8,
    b"\x01" + bytes(8),
    bytes(32),
    b"\x01" * 20,
    b"\x05" * 65,
)
"""Values that stand at the edge of what some field may be."""


def with_extra(fields: Sequence[bytes], parts: Sequence[Any]) -> list[bytes]:
    """Return the fields with other parts in the extra data."""
    return [*fields[:12], encode(list(parts)), *fields[13:]]


def resealed(fields: Sequence[bytes], signers: Sequence[Any] = VALIDATORS[:3]) -> bytes:
    """Return the header, sealed anew by these validators where it is one that can be sealed."""
    try:
        digest = BlockHeader(tuple(fields)).qbft_seal_hash()
        parts: Any = decode(fields[12])
    except (HeaderInvalid, RlpInvalid, IndexError, TypeError):
        return encode(list(fields))
    seals = [key.sign_recoverable(digest, hasher=None) for key in signers]
    return encode(with_extra(fields, [*parts[:4], seals]))


def changed_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with one of them changed, dropped, added, or cut off."""
    place = chance.randrange(len(data) + 1)
    match chance.randrange(5):
        case 0:
            return data[:place] + bytes((chance.randrange(256),)) + data[place + 1 :]
        case 1:
            return data[:place] + data[place + 1 :]
        case 2:
            return data[:place] + bytes((chance.randrange(256),)) + data[place:]
        case 3:
            return data[:place]
        case _:
            return chance.choice(SOME_BYTES)


def changed_list(items: Sequence[Any], chance: random.Random, foreign: Any) -> list[Any]:
    """Return the items with one dropped, doubled, exchanged, replaced or added."""
    changed = list(items)
    if not changed:
        return [foreign]
    one, other = chance.randrange(len(changed)), chance.randrange(len(changed))
    match chance.randrange(6):
        case 0:
            del changed[one]
        case 1:
            changed.insert(other, changed[one])
        case 2:
            changed[one], changed[other] = changed[other], changed[one]
        case 3:
            changed[one] = foreign
        case 4:
            changed.append(foreign)
        case _:
            changed = changed[:one]
    return changed


def _field(fields: list[bytes], _parts: list[Any], chance: random.Random) -> bytes:
    place = chance.randrange(len(fields))
    fields[place] = changed_bytes(fields[place], chance)
    return encode(fields)


def _field_sealed(fields: list[bytes], _parts: list[Any], chance: random.Random) -> bytes:
    place = chance.choice([0, 1, 2, 3, 7, 8, 8, 9, 10, 11, 11, 13, 14])
    fields[place] = changed_bytes(fields[place], chance)
    return resealed(fields)


def _fields(fields: list[bytes], _parts: list[Any], chance: random.Random) -> bytes:
    return resealed(changed_list(fields, chance, chance.choice([*SOME_BYTES, []])))


def _later_fork(fields: list[bytes], _parts: list[Any], chance: random.Random) -> bytes:
    return resealed([*fields, *(chance.choice(SOME_BYTES) for _ in range(chance.randint(1, 4)))])


def _time(fields: list[bytes], _parts: list[Any], chance: random.Random) -> bytes:
    value = chance.choice([0, 1, 2**31, 2**53 - 1, 2**53, 2**63, 2**64 - 1, 1_780_000_000 + chance.randrange(10**5)])
    fields[chance.choice([8, 11])] = value.to_bytes(8, "big").lstrip(b"\x00")
    return resealed(fields)


def _raw(fields: list[bytes], _parts: list[Any], chance: random.Random) -> bytes:
    return changed_bytes(encode(fields), chance)


def _fewer(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    return encode(with_extra(fields, [*parts[:4], chance.sample(parts[4], chance.randrange(len(parts[4])))]))


def _in_another_order(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    return encode(with_extra(fields, [*parts[:4], chance.sample(parts[4], len(parts[4]))]))


def _doubled(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    seals = list(parts[4])
    one = chance.choice(seals)
    seals[chance.randrange(len(seals)) :] = [one, chance.choice([one, high_s(one)])]
    return encode(with_extra(fields, [*parts[:4], seals]))


def _other_s(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    return encode(with_extra(fields, [*parts[:4], [chance.choice([seal, high_s(seal)]) for seal in parts[4]]]))


def _stranger(fields: list[bytes], _parts: list[Any], chance: random.Random) -> bytes:
    signers = chance.sample(VALIDATORS, chance.randint(0, 3)) + chance.sample(KEYS, chance.randint(0, 2))
    return resealed(fields, signers)


def _no_signature(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    seals = list(parts[4])
    place = chance.randrange(len(seals))
    seal = seals[place]
    numbers = (0, 1, ORDER - 1, ORDER, ORDER + 1, 2**256 - 1)
    number = chance.choice(numbers).to_bytes(32, "big")
    seals[place] = chance.choice(
        [
            seal[:64] + bytes((chance.choice([1 - seal[64], 2, 3, 4, 27, 28, 255]),)),
            number + seal[32:],
            seal[:32] + number + seal[64:],
            bytes(65),
            seal[:64],
            seal + b"\x00",
            changed_bytes(seal, chance),
        ]
    )
    return encode(with_extra(fields, [*parts[:4], seals]))


def _other_hash(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    digest = chance.choice([keccak(encode(fields)), keccak(b"another"), keccak(fields[12]), fields[0]])
    seals = [key.sign_recoverable(digest, hasher=None) for key in VALIDATORS[:3]]
    return encode(with_extra(fields, [*parts[:4], seals]))


def _round(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    rounds = [b"", b"\x01", b"\x02", b"\x00", b"\x00\x01", b"\xff" * 4, b"\x01" * 5, []]
    other = with_extra(fields, [*parts[:3], chance.choice(rounds), parts[4]])
    return encode(other) if chance.random() < 0.5 else resealed(other)


def _validators(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    foreign = chance.choice([address_of(KEYS[0]), bytes(20), b"\x01" * 19, b"", [bytes(20)]])
    listed = changed_list(parts[1], chance, foreign)
    return resealed(
        with_extra(fields, [parts[0], listed, *parts[2:]]), chance.choice([VALIDATORS, VALIDATORS[:3], KEYS[:4]])
    )


def _set_of_its_own(fields: list[bytes], parts: list[Any], _chance: random.Random) -> bytes:
    return resealed(with_extra(fields, [parts[0], [address_of(key) for key in KEYS[:4]], *parts[2:]]), KEYS[:4])


def _vote(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    recipient = chance.choice([address_of(KEYS[4]), parts[1][0], b"\x01" * 19])
    direction = chance.choice([b"\xff", b"\x00", b"", b"\x01", b"\xff\xff", []])
    vote = chance.choice([[recipient, direction], [recipient], [recipient, direction, b""], b"", b"\x01"])
    return resealed(with_extra(fields, [*parts[:2], vote, *parts[3:]]))


def _parts(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    return resealed(with_extra(fields, changed_list(parts, chance, chance.choice([b"", [], bytes(32)]))))


def _vanity(fields: list[bytes], parts: list[Any], chance: random.Random) -> bytes:
    return resealed(with_extra(fields, [changed_bytes(parts[0], chance), *parts[1:]]))


_OF_ANY = (_field, _field_sealed, _fields, _later_fork, _time, _raw)
_OF_QBFT = (_fewer, _in_another_order, _doubled, _other_s, _stranger, _no_signature, _other_hash, _round, _validators, _set_of_its_own,
            _vote, _parts, _vanity)  # fmt: skip


def changed_header(encoded: bytes, chance: random.Random) -> bytes:
    """Return a header with one change."""
    try:
        fields: Any = decode(encoded)
        parts: Any = decode(fields[12]) if len(fields) > 12 and fields[12] else None
    except (RlpInvalid, TypeError):
        return changed_bytes(encoded, chance)
    sealed = isinstance(parts, list) and len(parts) == 5 and parts[4]
    changes: tuple[Callable[[list[bytes], list[Any], random.Random], bytes], ...] = _OF_ANY + (
        _OF_QBFT if sealed else ()
    )
    return chance.choice(changes)(list(fields), parts, chance)
