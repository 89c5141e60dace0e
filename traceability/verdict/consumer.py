"""The consumer's verdict: what a proof bundle shows about one thing (traceability/verdict/README.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from traceability.commitment import Thing
from traceability.errors import BundleRefused, HeaderInvalid, RlpInvalid, SealsRefused, TrieRefused, ValidatorsRefused
from traceability.identifiers import parse
from traceability.ledger.head import lines_of as count_of
from traceability.ledger.meta import Kind, State, right_of
from traceability.ledger.records import Grant, GrantStatus
from traceability.life.corrections import corrections_of
from traceability.life.resting import Foundation, NotTold, Sources, prefix_of, rests_on
from traceability.proof import Bundle, ConsensusReason, ConsensusStatus, ProvenState, ThingClaim, TrustRoot, key_of
from traceability.verdict.aliases import AliasShown, aliases_shown, confirmed_things
from traceability.verdict.attestations import AttestationShown, attestation_shown
from traceability.verdict.facts import COPY, Fact, Status, refusal
from traceability.verdict.names import NameShown, names_shown
from traceability.verdict.organisations import OrganisationShown, organisation_shown
from traceability.verdict.product import Description, product_fact
from traceability.verdict.recall import recall_fact, resting_object
from traceability.verdict.sources import BundleSources, leads_to
from traceability.verdict.steps import Step, disagreeing_steps, steps_of
from traceability.verdict.texts import canonical_text

FORMAT = "suyuan-verdict/1"
"""The name of this shape of verdicts."""

HOUR = 3600
"""The age in seconds up to which a state counts as the present one."""

ALL_KINDS = sum(right_of(kind) for kind in Kind if kind is not Kind.STATEMENT)
"""The mask of all kinds of events; a prefix that forbids anchors for all of them has no events beside its heads."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that a bundle shows about one thing."""

    thing: str | None
    """The canonical form that the bundle says, None where it cannot be read."""
    facts: tuple[Fact, ...]
    block: tuple[int, int, bytes] | None = None
    """Number, time (seconds since 1970) and hash."""
    product: Description | None = None
    steps: tuple[Step, ...] = ()
    foundation: Foundation | None = None
    organisations: tuple[OrganisationShown, ...] = ()
    attestations: tuple[AttestationShown, ...] = ()
    names: tuple[NameShown, ...] = ()
    aliases: tuple[AliasShown, ...] = ()

    @property
    def base(self) -> Status:
        """Return the status of what agrees with the block."""
        return Status.PROVEN if self.facts[0].status is Status.PROVEN else Status.MATCHED

    def fact(self, name: str) -> Fact:
        """Return the fact of a name."""
        return next(fact for fact in self.facts if fact.id == name)

    def to_object(self) -> dict[str, object]:
        """Return the verdict as values that `json` writes."""
        fresh = self.fact("freshness").reason == "fresh"
        resting = self.foundation.rests_on if self.foundation else []
        return {
            "format": FORMAT,
            "thing": self.thing,
            "block": None
            if self.block is None
            else {"number": self.block[0], "time": self.block[1], "hash": f"0x{self.block[2].hex()}"},
            "facts": [fact.to_object() for fact in self.facts],
            "product": None if self.product is None else [list(pair) for pair in self.product],
            "steps": [step.to_object() for step in self.steps],
            "restsOn": [resting_object(item, self.base, fresh=fresh) for item in resting],
            "organisations": [organisation.to_object() for organisation in self.organisations],
            "attestations": [attestation.to_object() for attestation in self.attestations],
            "names": [name.to_object() for name in self.names],
            "aliases": [alias.to_object() for alias in self.aliases],
        }

    def to_json(self) -> str:
        """Return the verdict as RFC 8785 text: every checker gives the same bytes."""
        return canonical_text(self.to_object())


def verdict_of_text(bundle: str | bytes, trust_root: TrustRoot, now: int, asked: str | None = None) -> Verdict:
    """Return the verdict on the text of a bundle; one that cannot be read is refused, and no exception is raised."""
    try:
        read = Bundle.from_json(bundle)
    except BundleRefused:
        return Verdict(None, refusal(Status.REFUSED, "bundle_refused", {"why": "bundle"}))
    return verdict_of(read, trust_root, now, asked)


def verdict_of(bundle: Bundle, trust_root: TrustRoot, now: int, asked: str | None = None) -> Verdict:
    """Return the verdict on a bundle at a time (seconds since 1970); `asked` is what was scanned, in canonical form.

    Whatever is wrong with the bundle is a fact of the verdict; no exception is raised for it.
    """
    given = bundle.question_id
    try:
        proven = ProvenState(bundle, trust_root, now)
        if (asked is not None and asked != given) or not bundle.things or bundle.things[0].id != given:
            return Verdict(given, refusal(Status.REFUSED, "other_thing", {"asked": asked or given, "given": given}))
        return _Reading(proven, now).verdict()
    except (SealsRefused, ValidatorsRefused):
        why = "seals"
    except (HeaderInvalid, RlpInvalid):
        why = "header"
    except BundleRefused as refused:
        why = "network" if refused.place == "/network" else "bundle"
    except TrieRefused:
        why = "bundle"
    return Verdict(given, refusal(Status.REFUSED, "bundle_refused", {"why": why}))


def freshness_fact(age: int, base: Status) -> Fact:
    """Return whether a block of an age (in seconds) still speaks of the present."""
    if age > HOUR:
        return Fact("freshness", Status.NOT_CHECKED, "older_than_an_hour", {"age": age})
    if age < -HOUR:
        return Fact("freshness", Status.NOT_CHECKED, "clock_disagrees", {"age": age})
    return Fact("freshness", base, "fresh", {"age": age})


class _Reading:
    """One bundle as it is being read."""

    def __init__(self, proven: ProvenState, now: int) -> None:
        self.proven = proven
        self.now = now
        self.base = Status.PROVEN if proven.consensus.status is ConsensusStatus.PROVEN else Status.MATCHED
        self.sources = BundleSources(proven)
        self.claim: ThingClaim = proven.bundle.things[0]
        self.thing = Thing(len(self.claim.prefix), key_of(self.claim), self.claim.id)
        self.age = now - proven.time
        self.freshness = freshness_fact(self.age, self.base)
        self.fresh = self.freshness.reason == "fresh"

    def verdict(self) -> Verdict:
        holder_fact, grant = self.holder()
        holder = grant.holder if grant is not None and grant.status is GrantStatus.GRANTED else None
        story, steps = self.story(grant, holder)
        state, setter = self.state()
        attestations = self.attestations()
        aliases = aliases_shown(self.thing, attestations, self.sources)
        foundation = rests_on(self.thing, _checked(self.sources), confirmed_things(aliases))
        recall = recall_fact(foundation, self.base, self.age, fresh=self.fresh, recorded=self.recorded())
        product, description = product_fact(self.proven, self.thing, holder, steps)
        names = names_shown(self.proven)
        speakers = {step.line.meta.organisation for step in steps if step.reason != "lines_disagree"}
        speakers |= {shown.claim.organisation for shown in attestations} | {setter, grant.holder if grant else 0}
        speakers |= {name.organisation for name in names}
        return Verdict(
            thing=self.claim.id,
            facts=(self.consensus(), holder_fact, story, state, recall, self.freshness, product, COPY),
            block=(self.proven.number, self.proven.time, self.proven.block_hash),
            product=description,
            steps=steps,
            foundation=foundation,
            organisations=tuple(
                organisation_shown(self.proven, number, self.base) for number in sorted(speakers - {0})
            ),
            attestations=attestations,
            names=names,
            aliases=aliases,
        )

    def consensus(self) -> Fact:
        reason = self.proven.consensus.reason
        status = Status.PROVEN if reason is ConsensusReason.QUORUM_SEALED else Status.NOT_CHECKED
        return Fact("consensus", status, reason.value)

    def holder(self) -> tuple[Fact, Grant | None]:
        prefix = prefix_of(self.thing)
        args: dict[str, str | int] = {"scheme": prefix.scheme, "prefix": prefix.text}
        try:
            grant = self.sources.grant(prefix)
        except NotTold:
            return Fact("holder", Status.WITHHELD_BY_SERVER, "proof_missing"), None
        if grant is None:
            return Fact("holder", Status.REFUSED, "prefix_not_granted", args), None
        reason = f"prefix_{grant.status.name.lower()}"
        return Fact("holder", self.base, reason, args | {"organisation": grant.holder}), grant

    def story(self, grant: Grant | None, holder: int | None) -> tuple[Fact, tuple[Step, ...]]:
        def fact(status: Status, reason: str, **args: int) -> Fact:
            return Fact("story", status, reason, args)

        try:
            head = self.sources.head(self.thing)
        except NotTold:
            return fact(Status.WITHHELD_BY_SERVER, "proof_missing"), self.disagreeing()
        has_head = parse(self.claim.id).has_head
        if not any(head) and not self.claim.lines:
            return (fact(Status.REFUSED, "never_recorded") if has_head else fact(Status.NOT_CHECKED, "no_story")), ()
        if not leads_to(self.claim, head):
            return fact(Status.REFUSED, "lines_disagree", lines=count_of(head)), self.disagreeing()
        try:
            lines = self.sources.shown_lines(self.thing, self.claim)
        except NotTold:
            return fact(Status.REFUSED, "lines_disagree", lines=count_of(head)), ()
        steps = steps_of(self.thing, lines, corrections_of(lines, holder or 0), self.base)
        return self.completeness(steps, count_of(head), grant), steps

    def disagreeing(self) -> tuple[Step, ...]:
        return disagreeing_steps(self.thing, self.claim.start, self.claim.lines)

    def completeness(self, steps: Sequence[Step], lines: int, grant: Grant | None) -> Fact:
        counts = {status: sum(step.status is status for step in steps) for status in Status}
        for status, reason in ((Status.REFUSED, "lines_refused"), (Status.WITHHELD_BY_SERVER, "lines_withheld")):
            if counts[status]:
                return Fact("story", status, reason, {"lines": lines, "count": counts[status]})
        if self.claim.start:
            return Fact("story", Status.NOT_CHECKED, "older_not_shown", {"shown": len(steps), "lines": lines})
        if counts[Status.HIDDEN_BY_OWNER]:
            hidden = {"lines": lines, "count": counts[Status.HIDDEN_BY_OWNER]}
            return Fact("story", Status.HIDDEN_BY_OWNER, "lines_hidden", hidden)
        everything = grant is not None and grant.anchors_forbidden & ALL_KINDS == ALL_KINDS
        return Fact("story", self.base, "complete" if everything else "complete_headed", {"lines": lines})

    def state(self) -> tuple[Fact, int]:
        try:
            record = self.sources.state(self.thing)
        except NotTold:
            return Fact("state", Status.WITHHELD_BY_SERVER, "proof_missing"), 0
        if record.state in (State.UNCHANGED, State.ACTIVE):
            if not self.fresh:
                return Fact("state", Status.NOT_CHECKED, "stale", {"age": self.age}), record.organisation
            reason = "active"
        else:
            reason = record.state.name.lower()
        args = {"since": record.since, "organisation": record.organisation}
        return Fact("state", self.base, reason, args), record.organisation

    def recorded(self) -> bool:
        try:
            return any(self.sources.head(self.thing)) and parse(self.claim.id).has_head
        except NotTold:
            return False

    def attestations(self) -> tuple[AttestationShown, ...]:
        keys = {claim.id: key for key, claim in self.sources.claims.items()}
        return tuple(
            attestation_shown(self.proven, claim, keys, self.base, self.now, fresh=self.fresh)
            for claim in self.proven.bundle.attestations
        )


def _checked(sources: BundleSources) -> Sources:
    """Return the sources as the protocol, which lets mypy hold the two against each other."""
    return sources
