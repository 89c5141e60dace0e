"""Which problem type a reason of the reader or of the semantic gate has (`api/problems.py`, docs/problems.md)."""

from __future__ import annotations

from collections.abc import Mapping

from capture.errors import Problem
from traceability.epcis import Problem as ReadingProblem

_TYPES: Mapping[str, str] = {
    "action-without-things": "things-missing",
    "action-with-ilmd": "ilmd-with-action",
    "check-digit-wrong": "check-digit check-pair inner-check",
    "class-level-identifier": "class-level",
    "event-id-mismatch": "event-id-mismatch",
    "identifier-misplaced": "not-a-thing not-a-class not-a-party parent-of-itself",
    "offset-impossible": "offset-impossible",
    "place-expected": "not-a-place",
    "prefix-undeclared": "prefix-undeclared",
    "thing-repeated": "duplicate",
    "time-in-future": "time-in-future",
    "word-unknown": "word-unknown",
    "identifier-invalid": """
        ambiguous application-identifier attribute authority character compressed company-prefix epc-form epc-pattern epc-scheme
        excluded industry issuer keys-many leading-zero length no-lots path percent-encoding piece prefix qualifier qualifier-order
        reference-missing region required rest scheme serial-missing suffix-missing unknown-form unknown-kind
    """,
}
_TYPE_BY_REASON = {reason: name for name, reasons in _TYPES.items() for reason in reasons.split()}
OTHER = "document-invalid"
"""The type of every other reason: the document does not have the form of the standard."""


def problem_type(reason: str) -> str:
    """Return the name of the problem type of a reason."""
    return _TYPE_BY_REASON.get(reason, OTHER)


def named_problem(problem: ReadingProblem) -> Problem:
    """Return a problem of the reader under the name of its type, with the line where one is known."""
    where = f" (line {problem.line})" if problem.line is not None else ""
    reason = f"{problem.reason}{where}: {problem.cure}"
    return Problem(problem_type(problem.reason), problem.pointer, reason, problem.cure)
