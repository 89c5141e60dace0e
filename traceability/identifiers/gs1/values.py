"""The values of GS1 application identifiers: character sets, lengths, encoding (General Specifications §7.11)."""

import re
from functools import lru_cache

from traceability.identifiers.check_digits import gs1_check_digit
from traceability.identifiers.invalid import IdentifierInvalid

_OUTSIDE_SET_82 = re.compile(r"[^!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]")
_OUTSIDE_SET_39 = re.compile(r"[^#\-/0-9A-Z]")
_OUTSIDE_DIGITS = re.compile(r"[^0-9]")
_RESERVED = re.compile(r"[^0-9A-Za-z._~-]")


def encoded(value: str) -> str:
    """Return the value percent-encoded for a canonical Digital Link: all but RFC 3986 unreserved characters."""
    return value if value.isalnum() else _RESERVED.sub(_escaped, value)


def _escaped(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.group().encode())


def verify_text(value: str, name: str, longest: int, *, shortest: int = 1) -> str:
    """Return the value if it is text of GS1 character set 82 within its lengths, else raise."""
    return _verified(
        value, name, (shortest, longest), _OUTSIDE_SET_82, "letters, digits and the signs of GS1 character set 82"
    )


def verify_component_text(value: str, name: str, longest: int) -> str:
    """Return the value if it is text of GS1 character set 39 (component and part identifiers), else raise."""
    return _verified(value, name, (1, longest), _OUTSIDE_SET_39, "capital letters, digits, '#', '-' and '/'")


def verify_digits(value: str, name: str, longest: int, *, shortest: int = 1) -> str:
    """Return the value if it is digits within its lengths, else raise."""
    return _verified(value, name, (shortest, longest), _OUTSIDE_DIGITS, "digits only")


@lru_cache(maxsize=4096)
def verify_key(value: str, name: str, length: int) -> str:
    """Return the value if it is digits of exactly that length with a right check digit, else raise."""
    verify_digits(value, name, length, shortest=length)
    right = gs1_check_digit(value[:-1])
    if value[-1] != right:
        cure = f"The check digit of {value[:-1]} is {right}: read the code again or correct its digits."
        raise IdentifierInvalid(value, "check-digit", cure, place=length - 1)
    return value


@lru_cache(maxsize=4096)
def with_check_digit(digits: str, name: str, length: int) -> str:
    """Return digits that lack their check digit with it; `length` counts it."""
    verify_digits(digits, name, length - 1, shortest=length - 1)
    return digits + gs1_check_digit(digits)


def _verified(value: str, name: str, lengths: tuple[int, int], outside: re.Pattern[str], allowed: str) -> str:
    shortest, longest = lengths
    if not shortest <= len(value) <= longest:
        count = str(longest) if shortest == longest else f"{shortest} to {longest}"
        raise IdentifierInvalid(value, "length", f"Give a {name} of {count} characters; this has {len(value)}.")
    if wrong := outside.search(value):
        cure = f"A {name} has {allowed}; {wrong.group()!r} is not among them."
        raise IdentifierInvalid(value, "character", cure, place=wrong.start())
    return value
