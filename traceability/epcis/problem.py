"""What is wrong with a document: the place, the reason and the cure, for one event or for the whole."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from traceability.errors import TraceabilityError

MOST_SHOWN = 100
"""How many problems one refusal carries at most."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong."""

    pointer: str
    """RFC 6901 pointer to the place, in the JSON form of the document (of XML: of the JSON that it stands for)."""
    reason: str
    """A stable reason code in kebab case, such as ``check-digit``."""
    cure: str
    """One or two sentences for a person: what is wrong and what to do."""
    line: int | None = None
    """The line in the text, where the reader knows it (syntax errors, XML)."""
    is_warning: bool = False
    """Whether the event is taken all the same; the author should still know."""

    def under(self, base: str) -> "Problem":
        """Return the same problem with its pointer below `base`."""
        return replace(self, pointer=base + self.pointer)


class DocumentInvalid(TraceabilityError):
    """A document, or an event in it, was refused; every problem that was found is carried."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the first hundred problems and say the first of them."""
        found = tuple(problems)
        self.problems = found[:MOST_SHOWN]
        """The problems, in the order of the document; never empty."""
        first = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        super().__init__(f"at {first.pointer or 'the document'}: {first.reason}: {first.cure}{more}")


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems for which something is refused; the others are warnings."""
    return tuple(problem for problem in problems if not problem.is_warning)


def strictly(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems with every warning an error."""
    return tuple(replace(problem, is_warning=False) if problem.is_warning else problem for problem in problems)


def pointer_segment(name: str) -> str:
    """Return a member name as a segment of an RFC 6901 pointer."""
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name
