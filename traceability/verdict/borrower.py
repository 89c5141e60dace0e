"""The borrower: whether the organisation behind a dossier is the company with the credit code that it states (GB 32100)."""

from __future__ import annotations

import json

from traceability.commitment.json_text import nests_within
from traceability.verdict.asset import Asset
from traceability.verdict.checks import Check, Outcome
from traceability.verdict.facts import Status
from traceability.verdict.organisations import organisation_shown

MOST_LEVELS = 16
"""Levels of lists and objects in a profile that is read."""


def borrower_check(asset: Asset, borrower: int, credit_code: str | None) -> Check:
    """Return whether the borrower is who the dossier says, by the profile that the chain knows."""
    shown = organisation_shown(asset.state, borrower, asset.verdict.base)
    args: dict[str, str | int] = {"organisation": borrower}
    if shown.status is Status.REFUSED:
        return Check("borrower", Outcome.FAIL, shown.reason, args)
    if shown.profile is None:
        return Check("borrower", Outcome.UNKNOWN, shown.reason, args)
    if shown.reason == "suspended":
        return Check("borrower", Outcome.FAIL, "suspended", args)
    registered = credit_code_of(shown.profile)
    if registered is None:
        return Check("borrower", Outcome.REFER, "no_credit_code", args)
    args |= {"uscc": registered}
    if credit_code is not None and credit_code != registered:
        return Check("borrower", Outcome.FAIL, "credit_code_differs", args | {"stated": credit_code})
    return Check("borrower", Outcome.PASS, "identified", args)


def credit_code_of(profile: str) -> str | None:
    """Return the unified social credit code in an organisation's profile, None where it has none."""
    try:
        # A library may have raised the recursion limit beyond what the stack holds.
        content = json.loads(profile) if nests_within(profile, MOST_LEVELS) else None
    except ValueError:
        return None
    code = content.get("uscc") if isinstance(content, dict) else None
    return code if isinstance(code, str) and code else None
