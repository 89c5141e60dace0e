"""Rules between application identifiers: which repeat, exclude or require each other (General Specifications §4.14).

By the standard, exclusions and requirements hold for all carriers of one item together, so that a single code may lack
what a second one carries: they are findings about a code and no reason to refuse what it names.
"""

from collections.abc import Iterator, Sequence

from traceability.identifiers.gs1.application_identifiers import APPLICATION_IDENTIFIERS, covers
from traceability.identifiers.gs1.findings import Finding

Pairs = Sequence[tuple[str, str]]
_OPTIONALLY_SERIALISED = {"253": 13, "255": 13, "8003": 14}
"""Keys whose values carry a serial behind this many digits, or none."""


def repeats(pairs: Pairs) -> Iterator[Finding]:
    """Yield application identifiers that stand twice with different values."""
    seen: dict[str, str] = {}
    for number, value in pairs:
        if seen.setdefault(number, value) != value:
            yield Finding("repeated", number, f"Application identifier {number} stands twice with two values.")


def exclusions(pairs: Pairs) -> Iterator[Finding]:
    """Yield pairs of application identifiers that may not stand together."""
    numbers = list(dict.fromkeys(number for number, _ in pairs))
    for number in numbers:
        known = APPLICATION_IDENTIFIERS.get(number)
        for pattern in known.excludes if known else ():
            for other in numbers:
                if other != number and covers(pattern, other):
                    yield Finding("excluded", number, f"({number}) and ({other}) may not stand on one item.")


def requirements(pairs: Pairs) -> Iterator[Finding]:
    """Yield application identifiers that lack what they require."""
    numbers = {number for number, _ in pairs}
    for number in dict.fromkeys(number for number, _ in pairs):
        known = APPLICATION_IDENTIFIERS.get(number)
        if known and known.requires and not any(_holds(group, numbers, number) for group in known.requires):
            wanted = " or ".join(" with ".join(f"({pattern})" for pattern in group) for group in known.requires)
            yield Finding("required", number, f"({number}) stands with {wanted} on one item.")


def unsigned_serials(pairs: Pairs) -> Iterator[Finding]:
    """Yield keys without serial that a digital signature (8030) stands with: it signs one thing, not a class."""
    if any(number == "8030" for number, _ in pairs):
        for number, value in pairs:
            if len(value) <= _OPTIONALLY_SERIALISED.get(number, -1):
                yield Finding("serial-missing", number, f"A signature (8030) needs the serial of ({number}).")


def findings_of(pairs: Pairs) -> tuple[Finding, ...]:
    """Return everything that is wrong between the application identifiers of one code."""
    return (*repeats(pairs), *exclusions(pairs), *requirements(pairs), *unsigned_serials(pairs))


def _holds(group: tuple[str, ...], numbers: set[str], own: str) -> bool:
    return all(any(other != own and covers(pattern, other) for other in numbers) for pattern in group)
