"""Check digits of the GS1 General Specifications §7.9 (modulo 10, check character pair) and of ISO/IEC 7064 (MOD 97-10)."""

_SET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_SET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_VALUES_82 = {character: value for value, character in enumerate(_SET_82)}
_PRIMES = tuple(n for n in range(2, 102) if all(n % divisor for divisor in range(2, n)))


def gs1_check_digit(digits: str) -> str:
    """Return the check digit that belongs behind these digits: weights 3, 1, 3, … from the right, modulo 10."""
    # The code of a digit in ASCII is its value and 48; bytes are summed without making a number of each.
    codes = digits.encode()
    tripled, plain = codes[::-2], codes[-2::-2]
    return str(-(3 * sum(tripled) + sum(plain) - 48 * (3 * len(tripled) + len(plain))) % 10)


def has_gs1_check_digit(digits: str) -> bool:
    """Return whether the last of these digits is the check digit of the others."""
    return gs1_check_digit(digits[:-1]) == digits[-1]


def gs1_check_pair(text: str) -> str:
    """Return the two check characters that belong behind a text of GS1 character set 82, of at most 26 characters.

    The values of the characters are weighted from the right with the primes 2, 3, 5, … and summed modulo 1021; the
    sum is written as two digits to the base 32.
    """
    total = sum(prime * _VALUES_82[character] for prime, character in zip(_PRIMES, reversed(text), strict=False)) % 1021
    return _SET_32[total >> 5] + _SET_32[total & 31]


def remainder_97(text: str) -> int:
    """Return the remainder of ISO/IEC 7064 MOD 97-10 over digits and capital letters (A is 10 … Z is 35)."""
    return int("".join(str(int(character, 36)) for character in text)) % 97
