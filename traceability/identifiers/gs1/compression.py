"""Compressed GS1 Digital Links: application identifiers and values as bits, in letters of base64url.

GS1 Digital Link Standard: Compression. Two digits of an application identifier stand in eight bits; a first pair with a
letter is either short for a common set of application identifiers, or (F) a pair of a query that is none of GS1's.
Numbers take the bits of their digits; text is preceded by three bits that say how it is written, and where its length
varies by its length.
"""

import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from math import ceil, log2

from traceability.identifiers.gs1.application_identifiers import APPLICATION_IDENTIFIERS, NUMBER_LENGTHS
from traceability.identifiers.invalid import IdentifierInvalid

SEGMENT = re.compile(r"[0-9A-Za-z_-]{4,1024}")
"""What a compressed part of a path looks like."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_FROM_URL = bytes.maketrans(b"-_", b"+/")
_TO_URL = bytes.maketrans(b"+/", b"-_")
_SHORT: Mapping[str, tuple[str, ...]] = {
    "0A": ("01", "22"),
    "0B": ("01", "10"),
    "0C": ("01", "21"),
    "0D": ("01", "17"),
    "0E": ("01", "7003"),
    "0F": ("01", "30"),
    "1A": ("01", "10", "21", "17"),
    "1B": ("01", "15"),
    "1C": ("01", "11"),
    "1D": ("01", "16"),
    "1E": ("01", "91"),
    "1F": ("01", "10", "15"),
    **{f"2{'ABCDEF'[decimals]}": ("01", f"310{decimals}") for decimals in range(6)},
    **{f"3{'ABCDEF'[decimals]}": ("01", f"320{decimals}") for decimals in range(6)},
    "9A": ("8010", "8011"),
    "9B": ("8017", "8019"),
    "9C": ("8018", "8019"),
    "9D": ("414", "254"),
    **{f"A{decimals}": ("01", f"392{decimals}") for decimals in range(10)},
    **{f"C{decimals}": ("255", f"390{decimals}") for decimals in range(10)},
    **{f"C{'ABCD'[decimals]}": ("255", f"394{decimals}") for decimals in range(4)},
}
"""The sets that have a short form."""

_DIGIT_BITS = tuple(ceil(length * log2(10) + 0.01) for length in range(128))
"""The bits that a number of so many digits takes."""
_LENGTH_BITS = (0, *(ceil(log2(longest) + 0.01) for longest in range(1, 128)))
"""The bits that a length takes which is at most so great."""
_HEADS = tuple(f"{number:02X}" for number in range(256))
_Part = tuple[str, int, bool]
"""Digits (N) or text (X), the (greatest) length, and whether the length varies."""
_GROUPED: Mapping[str, tuple[_Part, ...]] = {
    # Where the standard's table of formats takes components together, or apart from our table.
    "423": (("N", 3, False), ("N", 12, True)),
    "425": (("N", 3, False), ("N", 12, True)),
    "7007": (("N", 6, False), ("N", 6, True)),
    "8008": (("N", 8, False), ("N", 4, True)),
    "7040": (("N", 1, False), ("X", 3, False)),
}
_ENCODINGS = (
    (re.compile(r"0|[1-9][0-9]*"), "", 0),
    (re.compile(r"[0-9a-f]+"), "0123456789abcdef", 4),
    (re.compile(r"[0-9A-F]+"), "0123456789ABCDEF", 4),
    (re.compile(r"[0-9A-Za-z_-]+"), _LETTERS, 6),
    (re.compile(r"[\x00-\x7f]+"), "".join(map(chr, range(128))), 7),
)
"""The ways of writing text: as a number, hexadecimal small and capital, base64url, ASCII; alphabet, bits of a letter."""


def decompressed(segment: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Return the application identifiers and values, and the other pairs, that a compressed part of a path holds.

    Raises:
        IdentifierInvalid: (``compressed``) it is no compressed link.
    """
    bits = _Bits(segment)
    pairs: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    while bits.left >= 8:
        head = _HEADS[bits.number(8)]
        if head[0] == "F":
            others.append(_other_pair(bits, head))
            continue
        for number in _SHORT.get(head) or (_whole_number(bits, head),):
            readers = _readers(number)
            read, length = readers[0]
            value = read(bits, length)
            for read, length in readers[1:]:
                value += read(bits, length)
            pairs.append((number, value))
    # Less than a letter is filled with zeros; a number of no digits has taken one more bit.
    if bits.left >= 8 or bits.number(bits.left):
        raise bits.refusal()
    return tuple(pairs), tuple(others)


def compressed(pairs: Iterable[tuple[str, str]]) -> str:
    """Return application identifiers and their values as a compressed part of a path."""
    values = dict(pairs)
    bits: list[str] = []
    while values:
        # Longer sets first; the first of equal length, as in the table.
        short = max(
            (name for name, numbers in _SHORT.items() if values.keys() >= set(numbers)),
            key=lambda name: len(_SHORT[name]),
            default=None,
        )
        numbers = _SHORT[short] if short else (next(iter(values)),)
        bits.append("".join(f"{int(digit, 16):04b}" for digit in short or numbers[0]))
        bits.extend(_value_bits(number, values.pop(number)) for number in numbers)
    whole = "".join(bits)
    whole += "0" * (-len(whole) % 6)
    return "".join(_LETTERS[int(whole[place : place + 6], 2)] for place in range(0, len(whole), 6))


class _Bits:
    """Takes bits from the letters of a compressed part."""

    __slots__ = ("_segment", "_value", "left")

    def __init__(self, segment: str) -> None:
        self._segment = segment
        if not SEGMENT.fullmatch(segment):
            raise self.refusal()
        missing = -len(segment) % 4
        letters = segment.encode().translate(_FROM_URL) + b"AAA"[:missing]
        self.left = 6 * len(segment)
        self._value = int.from_bytes(a2b_base64(letters)) >> 6 * missing

    def number(self, count: int) -> int:
        """Return the number that the next bits are."""
        left = self.left - count
        if left < 0:
            raise self.refusal()
        self.left = left
        return self._value >> left & (1 << count) - 1

    def refusal(self) -> IdentifierInvalid:
        """Return the refusal of the whole."""
        return IdentifierInvalid(self._segment, "compressed", "This part of the path is no compressed Digital Link.")


def _whole_number(bits: _Bits, head: str) -> str:
    if not head.isdecimal() or head not in NUMBER_LENGTHS:
        raise bits.refusal()
    more = NUMBER_LENGTHS[head] - 2
    number = f"{head}{bits.number(4 * more):0{more}X}" if more else head
    if number not in APPLICATION_IDENTIFIERS:
        raise bits.refusal()
    return number


@cache
def _parts(number: str) -> tuple[_Part, ...]:
    if number in _GROUPED:
        return _GROUPED[number]
    parts: list[_Part] = []
    for component in APPLICATION_IDENTIFIERS[number].components:
        part = (
            "N" if component.characters == "N" else "X",
            component.longest,
            component.is_optional or component.shortest != component.longest,
        )
        if parts and parts[-1][0] == part[0] and not (parts[-1][2] or part[2]):
            parts[-1] = (part[0], parts[-1][1] + part[1], False)
        else:
            parts.append(part)
    return tuple(parts)


@cache
def _readers(number: str) -> tuple[tuple[Callable[[_Bits, int], str], int], ...]:
    return tuple((_READERS[characters, varies], length) for characters, length, varies in _parts(number))


def _number(bits: _Bits, longest: int) -> str:
    return _digits(bits, bits.number(_LENGTH_BITS[longest]))


def _text(bits: _Bits, longest: int) -> str:
    size = _LENGTH_BITS[longest]
    encoding, length = divmod(bits.number(3 + size), 1 << size)
    return _encoded(bits, encoding, length)


def _whole_text(bits: _Bits, length: int) -> str:
    return _encoded(bits, bits.number(3), length)


def _encoded(bits: _Bits, encoding: int, length: int) -> str:
    if encoding >= len(_ENCODINGS):
        raise bits.refusal()
    _, alphabet, width = _ENCODINGS[encoding]
    if not width:
        return _digits(bits, length)
    return _letters(bits, alphabet, width, length)


def _letters(bits: _Bits, alphabet: str, width: int, length: int) -> str:
    whole = bits.number(width * length)
    if width == 4:
        text = f"{whole:0{length}x}" if length else ""
        return text.upper() if alphabet[-1] == "F" else text
    if width == 6:
        octets = (6 * length + 23) // 24 * 3
        letters = b2a_base64((whole << 8 * octets - 6 * length).to_bytes(octets), newline=False)
        return letters[:length].translate(_TO_URL).decode()
    return bytes([whole >> shift & 127 for shift in range(7 * (length - 1), -1, -7)]).decode()


def _digits(bits: _Bits, length: int) -> str:
    if not length:
        bits.number(min(bits.left, _DIGIT_BITS[0]))
        return ""
    digits = str(bits.number(_DIGIT_BITS[length])).zfill(length)
    if len(digits) != length:
        raise bits.refusal()
    return digits


_READERS: Mapping[tuple[str, bool], Callable[[_Bits, int], str]] = {
    ("N", False): _digits,
    ("N", True): _number,
    ("X", False): _whole_text,
    ("X", True): _text,
}
"""What reads a part: digits or text, of a length that is known or varies."""


def _other_pair(bits: _Bits, head: str) -> tuple[str, str]:
    length = (int(head[1], 16) << 3) | bits.number(3)
    name = _letters(bits, _LETTERS, 6, length)
    encoding, size = bits.number(3), bits.number(7)
    if not name or encoding >= len(_ENCODINGS):
        raise bits.refusal()
    _, alphabet, width = _ENCODINGS[encoding]
    if not width:
        return name, _digits(bits, size)
    return name, _letters(bits, alphabet, width, size)


def _value_bits(number: str, value: str) -> str:
    written: list[str] = []
    parts = _parts(number)
    for index, (kind, length, varies) in enumerate(parts):
        text = value if index == len(parts) - 1 else value[:length]
        value = value[len(text) :]
        size = f"{len(text):0{_LENGTH_BITS[length]}b}" if varies else ""
        if kind == "N":
            written.append(size + _number_bits(text))
            continue
        encoding = next(place for place, (pattern, _, _) in enumerate(_ENCODINGS) if pattern.fullmatch(text or "0"))
        _, alphabet, width = _ENCODINGS[encoding]
        body = "".join(f"{alphabet.index(letter):0{width}b}" for letter in text) if width else _number_bits(text)
        written.append(f"{encoding:03b}{size}{body}")
    return "".join(written)


def _number_bits(text: str) -> str:
    return f"{int(text or '0'):0{_DIGIT_BITS[len(text)]}b}"
