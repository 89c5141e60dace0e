"""GS1 application identifiers: the form of their values and what may stand beside them (General Specifications §3).

The facts are read from application_identifiers.tsv, which names its source.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from traceability.identifiers.gs1.faults import Fault
from traceability.identifiers.gs1.linters import CHECK_DIGIT, LINTERS, Linter

_SETS = {
    "N": ("0-9", "digits"),
    "X": ("!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z", "letters, digits and the signs of GS1 character set 82"),
    "Y": ("#\\-/0-9A-Z", "capital letters, digits, '#', '-' and '/'"),
    "Z": ("\\-0-9A-Z_a-z", "letters, digits, '-' and '_'"),
}
_COMPONENT = re.compile(r"(\[?)([NXYZ])(\.\.)?([0-9]+)\]?((?:,[a-z0-9]+)*)")


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a value."""

    characters: str
    """The set that its characters are of: N, X, Y or Z."""
    shortest: int
    longest: int
    is_optional: bool
    linters: tuple[Linter, ...]


@dataclass(frozen=True, slots=True)
class ApplicationIdentifier:
    """What is known about one application identifier."""

    number: str
    title: str
    """The data title of the General Specifications, such as ``BATCH/LOT``."""
    components: tuple[Component, ...]
    ends_itself: bool
    """Whether its length is known in advance, so that no FNC1 follows it (General Specifications §7.8.5)."""
    is_attribute: bool
    """Whether it may stand in the query of a Digital Link."""
    is_key: bool
    """Whether it begins a Digital Link."""
    qualifiers: tuple[tuple[str, ...], ...]
    """Where it is a key, its qualifiers in their order, alternatives apart."""
    requires: tuple[tuple[str, ...], ...]
    """Groups of patterns; all of one group stand beside it. Empty: nothing is required."""
    excludes: tuple[str, ...]
    """Patterns of which none stands beside it."""
    pattern: re.Pattern[str]
    """The form of its value; a group for each component."""
    checks: tuple[tuple[int, Linter], ...]
    """Every check of its content, with the group that it looks at."""

    @property
    def shortest(self) -> int:
        """Return the least number of characters."""
        return sum(part.shortest for part in self.components if not part.is_optional)

    @property
    def longest(self) -> int:
        """Return the greatest number of characters."""
        return sum(part.longest for part in self.components)

    def fault(self, value: str) -> Fault | None:
        """Return what is wrong with a value, form and content, or None."""
        match = self.pattern.fullmatch(value)
        if match is None:
            return self.form_fault(value)
        for index, linter in self.checks:
            if (text := match.group(index)) and (fault := linter(text)):
                reason, place, cure = fault
                return reason, match.start(index) + place, cure
        return None

    def check_digit_fault(self, value: str) -> Fault | None:
        """Return what is wrong with the check digit of a value that has its form, or None."""
        place = 0
        for part in self.components:
            if CHECK_DIGIT in part.linters and (fault := CHECK_DIGIT(value[place : place + part.longest])):
                return fault[0], place + fault[1], fault[2]
            place += part.longest
        return None

    def form_fault(self, value: str) -> Fault | None:
        """Return what is wrong with the form of a value: its length or a character; None where it is right."""
        if self.pattern.fullmatch(value):
            return None
        place = 0
        for part in self.components:
            allowed, name = _SETS[part.characters]
            if wrong := re.compile(f"[^{allowed}]").search(value[place : place + part.longest]):
                return "character", place + wrong.start(), f"({self.number}) has {name} here."
            place += part.longest
        least, most = self.shortest, self.longest
        count = str(most) if least == most else f"{least} to {most}"
        cure = f"({self.number}) has {count} characters, this {len(value)}; where another follows, FNC1 stands between."
        return "length", min(len(value), most), cure


def covers(pattern: str, number: str) -> bool:
    """Return whether a pattern such as ``31nn`` covers an application identifier."""
    return len(pattern) == len(number) and number.startswith(pattern.rstrip("n"))


def found_at(text: str, start: int = 0) -> ApplicationIdentifier | None:
    """Return the application identifier with which the text goes on at a place, or None."""
    length = NUMBER_LENGTHS.get(text[start : start + 2], 0)
    return APPLICATION_IDENTIFIERS.get(text[start : start + length])


def table_text() -> str:
    """Return the table of facts as it is kept."""
    return files(__package__).joinpath("application_identifiers.tsv").read_text(encoding="utf-8")


def _rows() -> Iterator[ApplicationIdentifier]:
    for line in table_text().splitlines():
        if line.startswith("#"):
            continue
        numbers, marks, form, required, excluded, qualifiers, title = line.split("\t")
        components = tuple(_component(word) for word in form.split())
        pattern = re.compile("".join(_part_pattern(part) for part in components))
        first, _, last = numbers.partition("-")
        for number in range(int(first), int(last or first) + 1):
            yield ApplicationIdentifier(
                f"{number:0{len(first)}}",
                title,
                components,
                "F" in marks,
                "A" in marks,
                "K" in marks,
                tuple(tuple(sequence.split(",")) for sequence in qualifiers.split("|") if sequence),
                tuple(tuple(group.split("+")) for group in required.split(",") if group),
                tuple(excluded.split(",")) if excluded else (),
                pattern,
                tuple((index, linter) for index, part in enumerate(components, start=1) for linter in part.linters),
            )


def _component(word: str) -> Component:
    match = _COMPONENT.fullmatch(word)
    if match is None:
        raise ValueError(f"application_identifiers.tsv: {word!r} is no component")
    optional, characters, open_length, length, linters = match.groups()
    shortest = 1 if open_length else int(length)
    names = tuple(LINTERS[name] for name in linters.split(",")[1:])
    return Component(characters, shortest, int(length), bool(optional), names)


def _part_pattern(part: Component) -> str:
    return f"([{_SETS[part.characters][0]}]{{{part.shortest},{part.longest}}}){'?' if part.is_optional else ''}"


APPLICATION_IDENTIFIERS: Mapping[str, ApplicationIdentifier] = {row.number: row for row in _rows()}
"""All application identifiers by their numbers."""
NUMBER_LENGTHS: Mapping[str, int] = {number[:2]: len(number) for number in APPLICATION_IDENTIFIERS}
"""How many digits an application identifier has whose first two are these."""
