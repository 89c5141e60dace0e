"""Check digits of the GS1 General Specifications §7.9 (modulo 10) and of ISO/IEC 7064 (MOD 97-10)."""


def gs1_check_digit(digits: str) -> str:
    """Return the check digit that belongs behind these digits: weights 3, 1, 3, … from the right, modulo 10."""
    tripled = sum(map(int, digits[::-2]))
    return str(-(3 * tripled + sum(map(int, digits[-2::-2]))) % 10)


def has_gs1_check_digit(digits: str) -> bool:
    """Return whether the last of these digits is the check digit of the others."""
    return gs1_check_digit(digits[:-1]) == digits[-1]


def remainder_97(text: str) -> int:
    """Return the remainder of ISO/IEC 7064 MOD 97-10 over digits and capital letters (A is 10 … Z is 35)."""
    return int("".join(str(int(character, 36)) for character in text)) % 97
