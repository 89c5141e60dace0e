"""The report: for every set how many cases of how many passed, and a line for each that did not, with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from cli.conformance.results import Outcome, Result

HEADING = """# Conformance

What `suyuan conformance FOLDER` says of the sets of cases that other people published. Run it on a folder of your own: files of the
same layout are found and run without a change of code. How a file is told to be what it is stands in `cli/conformance/folder.py`.

"""
FAULTS = """
## Faults of the sets

Cases that ask for what their own standard forbids. What is in order in such a document is captured, found again and written; what is
wrong is refused at its place. Each is known by the digest of its bytes (`cli/conformance/own_faults.py`), so that a mended document is
held to the whole.

"""


def line_of(result: Result) -> str:
    """Return one line for the terminal about a case that did not pass."""
    return f"{result.outcome.value}: {result.set}: {result.case}: {result.why}"


def summary(results: Sequence[Result]) -> list[tuple[str, int, int, int]]:
    """Return for each set in alphabetical order: its name, cases passed, cases in all, faults of the set."""
    by_set: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        if result.outcome is not Outcome.NOT_RUN:
            by_set[result.set].append(result)
    return [
        (name, _count(cases, Outcome.PASSED), len(cases), _count(cases, Outcome.FAULT_OF_SET))
        for name, cases in sorted(by_set.items())
    ]


def markdown(results: Sequence[Result]) -> str:
    """Return the report as a page."""
    lines = [HEADING + "| set | passed | of | faults of the set |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {passed} | {cases} | {faults or ''} |" for name, passed, cases, faults in summary(results)]
    short = [result for result in results if result.outcome in (Outcome.FALLS_SHORT, Outcome.NOT_RUN)]
    lines += ["", "## Cases that fall short", ""]
    lines += [f"- {_escaped(result.case)} ({result.set}): {_escaped(result.why)}" for result in short] or ["None."]
    faults = [result for result in results if result.outcome is Outcome.FAULT_OF_SET]
    if faults:
        lines.append(FAULTS.rstrip("\n"))
        lines.append("")
        lines += [f"- {_escaped(result.case)}: {_escaped(result.why)}" for result in faults]
    return "\n".join(lines) + "\n"


def _count(cases: Iterable[Result], outcome: Outcome) -> int:
    return sum(result.outcome is outcome for result in cases)


def _escaped(text: str) -> str:
    # Codes of others stand in the page as they are written, not as markup.
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>|#" else letter for letter in text.replace("\n", " "))
