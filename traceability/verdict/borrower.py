"""The borrower: whether the organisation behind a dossier is the company with the credit code that it states (GB 32100)."""

from __future__ import annotations

import json

from traceability.verdict.asset import Asset
from traceability.verdict.checks import Check, Outcome
from traceability.verdict.facts import Status
from traceability.verdict.organisations import organisation_shown


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
    registered = _credit_code(shown.profile)
    if registered is None:
        return Check("borrower", Outcome.REFER, "no_credit_code", args)
    args |= {"uscc": registered}
    if credit_code is not None and credit_code != registered:
        return Check("borrower", Outcome.FAIL, "credit_code_differs", args | {"stated": credit_code})
    return Check("borrower", Outcome.PASS, "identified", args)


def _credit_code(profile: str) -> str | None:
    try:
        content = json.loads(profile)
    except ValueError:
        return None
    code = content.get("uscc") if isinstance(content, dict) else None
    return code if isinstance(code, str) and code else None
