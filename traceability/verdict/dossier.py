"""Dossier files: what a borrower shows a bank, in one file that is checked with the network cable pulled.

`{"format": "suyuan-dossier/1", "dossier": {…}, "bundles": [a bundle for each asset], "verdicts": [as issued]}`. The
dossier says who borrows, on which assets, which fields it opens and until when. It is the server's word; what counts is
checked from the bundles, and the verdicts in the file are not believed but made again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from traceability.errors import BundleRefused
from traceability.proof import Bundle, TrustRoot
from traceability.proof.strict_json import parsed
from traceability.verdict.bank import BankVerdict, bank_verdict_of
from traceability.verdict.checks import Check, Outcome, worst
from traceability.verdict.consumer import Verdict, verdict_of_text
from traceability.verdict.texts import canonical_text

FORMAT = "suyuan-dossier/1"
"""The name of the only format of dossier files."""

MOST_ASSETS = 100
"""Assets in one dossier."""

MAXIMUM_BYTES = 256 * 1024 * 1024
"""The length of a dossier file at most."""


@dataclass(frozen=True, slots=True)
class DossierVerdict:
    """The verdicts on all assets of a dossier."""

    dossier: Mapping[str, Any]
    """What the file says of itself."""
    problems: tuple[Check, ...]
    """What is wrong with the dossier as a whole."""
    assets: tuple[BankVerdict, ...]

    @property
    def overall(self) -> Outcome:
        """Return the worst of everything."""
        return worst([check.outcome for check in self.problems] + [asset.overall for asset in self.assets])

    def to_object(self) -> dict[str, object]:
        """Return the verdict as values that `json` writes."""
        return {
            "format": "suyuan-dossier-verdict/1",
            "overall": self.overall.value,
            "problems": [check.to_object() for check in self.problems],
            "assets": [asset.to_object() for asset in self.assets],
        }

    def to_json(self) -> str:
        """Return the verdict as RFC 8785 text."""
        return canonical_text(self.to_object())


def dossier_verdict_of(
    text: str | bytes, trust_root: TrustRoot, now: int, *, reader: int | None = None
) -> DossierVerdict:
    """Return the verdict on the text of a dossier file at a time (seconds since 1970); no exception is raised for it."""
    try:
        dossier, bundles = _read(text)
    except (BundleRefused, ValueError, KeyError, TypeError) as error:
        return DossierVerdict({}, (Check("file", Outcome.FAIL, "unreadable", {"why": str(error)[:200]}),), ())
    problems = []
    if now > dossier["until"]:
        problems.append(Check("file", Outcome.UNKNOWN, "dossier_expired", {"until": dossier["until"]}))
    if len(bundles) != len(dossier["assets"]):
        counts: dict[str, str | int] = {"assets": len(dossier["assets"]), "bundles": len(bundles)}
        problems.append(Check("file", Outcome.UNKNOWN, "bundles_missing", counts))
    assets = tuple(
        _asset_verdict(json.dumps(bundle), trust_root, now, dossier, asked, reader)
        for bundle, asked in zip(bundles, dossier["assets"], strict=False)
    )
    return DossierVerdict(dossier, tuple(problems), assets)


def _asset_verdict(
    text: str, trust_root: TrustRoot, now: int, dossier: Mapping[str, Any], asked: str, reader: int | None
) -> BankVerdict:
    try:
        bundle = Bundle.from_json(text)
    except BundleRefused:
        refused: Verdict = verdict_of_text(text, trust_root, now, asked)
        fact = refused.fact("consensus")
        return BankVerdict(asked, (Check("proof", Outcome.FAIL, fact.reason, fact.args),), refused)
    return bank_verdict_of(
        bundle,
        trust_root,
        now,
        borrower=dossier["borrower"],
        credit_code=dossier.get("uscc"),
        reader=reader,
        asked=asked,
    )


def _read(text: str | bytes) -> tuple[Mapping[str, Any], list[Any]]:
    value = parsed(text, MAXIMUM_BYTES)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ValueError(f"the file is not of the format {FORMAT}")
    dossier, bundles = value["dossier"], value["bundles"]
    kinds = (
        (dossier, dict),
        (bundles, list),
        (dossier["borrower"], int),
        (dossier["until"], int),
        (dossier["assets"], list),
        (dossier.get("uscc") or "", str),
    )
    if not all(isinstance(item, kind) for item, kind in kinds):
        raise ValueError("a member of the dossier is of the wrong type")
    if not 0 < len(dossier["assets"]) <= MOST_ASSETS or not all(isinstance(item, str) for item in dossier["assets"]):
        raise ValueError(f"a dossier has 1 to {MOST_ASSETS} assets")
    return dossier, bundles
