"""The bank's verdict: whether an asset may be lent against, check by check (traceability/verdict/README.md §5).

Four answers: PASS, FAIL, REFER (a person decides) and UNKNOWN (something was not shown, or cannot be checked). The whole
is the worst of its checks, so it never passes while anything is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

from traceability.proof import Bundle, TrustRoot
from traceability.verdict.asset import Asset
from traceability.verdict.borrower import borrower_check
from traceability.verdict.checks import Check, Outcome, worst
from traceability.verdict.consumer import Verdict, verdict_of
from traceability.verdict.encumbrance import lien_check
from traceability.verdict.facts import Status
from traceability.verdict.provenance import provenance_check, receipt_check
from traceability.verdict.testimony import attestation_checks
from traceability.verdict.texts import canonical_text
from traceability.verdict.title import title_check

FORMAT = "suyuan-bank-verdict/1"
"""The name of this shape of verdicts."""


@dataclass(frozen=True, slots=True)
class BankVerdict:
    """All checks of one asset."""

    asset: str | None
    """Canonical form."""
    checks: tuple[Check, ...]
    verdict: Verdict
    """What a consumer is told of the same bundle."""

    @property
    def overall(self) -> Outcome:
        """Return the worst of the checks."""
        return worst([check.outcome for check in self.checks])

    def to_object(self) -> dict[str, object]:
        """Return the verdict as values that `json` writes."""
        return {
            "format": FORMAT,
            "asset": self.asset,
            "overall": self.overall.value,
            "checks": [check.to_object() for check in self.checks],
            "verdict": self.verdict.to_object(),
        }

    def to_json(self) -> str:
        """Return the verdict as RFC 8785 text."""
        return canonical_text(self.to_object())


def bank_verdict_of(
    bundle: Bundle,
    trust_root: TrustRoot,
    now: int,
    *,
    borrower: int,
    credit_code: str | None = None,
    reader: int | None = None,
    asked: str | None = None,
) -> BankVerdict:
    """Return the verdict on an asset at a time (seconds since 1970).

    `borrower` is the organisation that wants to pledge it, `credit_code` the USCC that it states, `reader` the
    organisation that asks (None for whoever holds the link), `asked` the asset that was asked for.
    """
    verdict = verdict_of(bundle, trust_root, now, asked)
    if verdict.block is None:
        consensus = verdict.fact("consensus")
        return BankVerdict(verdict.thing, (Check("proof", Outcome.FAIL, consensus.reason, consensus.args),), verdict)
    asset = Asset(bundle, trust_root, now, verdict)
    checks = (
        _proof_check(verdict),
        _freshness_check(verdict),
        provenance_check(asset),
        receipt_check(asset),
        title_check(asset, borrower),
        lien_check(asset, reader),
        _recall_check(verdict),
        _state_check(verdict),
        *attestation_checks(asset, borrower),
        borrower_check(asset, borrower, credit_code),
    )
    return BankVerdict(verdict.thing, checks, verdict)


def _proof_check(verdict: Verdict) -> Check:
    consensus = verdict.fact("consensus")
    if consensus.status is Status.PROVEN:
        return Check("proof", Outcome.PASS, consensus.reason)
    # Everything below agrees with a block; whether the network stands behind that block a person has to know.
    outcome = Outcome.REFER if consensus.reason in ("development_chain", "clique_depth") else Outcome.UNKNOWN
    return Check("proof", outcome, consensus.reason)


def _freshness_check(verdict: Verdict) -> Check:
    fact = verdict.fact("freshness")
    return Check("freshness", Outcome.PASS if fact.reason == "fresh" else Outcome.UNKNOWN, fact.reason, fact.args)


def _recall_check(verdict: Verdict) -> Check:
    fact = verdict.fact("recall")
    outcomes = {"recalled": Outcome.FAIL, "quarantined": Outcome.FAIL, "not_recalled": Outcome.PASS}
    return Check("recall", outcomes.get(fact.reason, Outcome.UNKNOWN), fact.reason, fact.args)


def _state_check(verdict: Verdict) -> Check:
    fact = verdict.fact("state")
    if fact.reason == "active":
        return Check("state", Outcome.PASS, fact.reason, fact.args)
    unknown = fact.status in (Status.NOT_CHECKED, Status.WITHHELD_BY_SERVER)
    return Check("state", Outcome.UNKNOWN if unknown else Outcome.FAIL, fact.reason, fact.args)
