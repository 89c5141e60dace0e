"""Plain English for the reason codes of verdicts (traceability/verdict/README.md §1, §5), for the terminal.

A text stands under `check.reason`, or under the reason alone where it means the same everywhere. A code without a text
is shown as it is: an older command still reads a newer verdict.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping

TEXTS: Mapping[str, str] = {
    # How far the whole can be checked.
    "quorum_sealed": "a quorum of the network's validators sealed the block that this rests on",
    "development_chain": "agrees with a development chain, whose blocks carry no seals: nothing is proven",
    "clique_depth": "agrees with a test network whose signatures are not checked here",
    "trust_root_expired": "the root of trust has expired: get a new one",
    "bundle_refused": "the proof is refused: {why}",
    "other_thing": "the proof is about another thing: {given}",
    "proof_missing": "the proof of it is left out",
    "nothing_checked": "not looked at, because the proof is refused",
    "fresh": "the block is {age} s old: a recall after it cannot be excluded",
    "older_than_an_hour": "the block is {age} s old: it may have been recalled since, and nothing here can exclude that",
    "clock_disagrees": "the clock of this machine is {age} s behind the network: set it right",
    # Whose code it is, and whether the story is whole.
    "prefix_granted": "the prefix {prefix} is granted to {organisation}",
    "prefix_suspended": "the prefix {prefix} of {organisation} is suspended",
    "prefix_revoked": "the prefix {prefix} was taken from {organisation}",
    "prefix_not_granted": "the prefix is granted to nobody",
    "complete": "all {lines} lines are there",
    "complete_headed": "all {lines} lines are there; bulk telemetry is kept apart",
    "older_not_shown": "older lines are not there",
    "lines_disagree": "the lines do not lead to what the chain holds",
    "lines_refused": "{count} of {lines} lines do not agree with the chain",
    "lines_withheld": "{count} of {lines} lines were left out by the server",
    "lines_hidden": "all {lines} lines are counted; {count} are kept private by their owners",
    "never_recorded": "nothing was ever recorded under this identifier",
    "no_story": "a class, place or party has no story of its own",
    # States and recalls.
    "active": "in force, in normal use",
    "attestation.active": "in force",
    "quarantined": "held back for checks since {since}",
    "recalled": "recalled since {since}",
    "destroyed": "destroyed since {since}",
    "stolen": "reported stolen since {since}",
    "lost": "reported lost since {since}",
    "retired": "taken out of service since {since}",
    "stale": "too old to say for now",
    "not_recalled": "nothing that it depends on is recalled ({checked} identifiers checked)",
    "own_state_only": "not the thing itself; what it depends on could not be checked in full ({because}: {id})",
    "described_by_holder": "described by {organisation}, whose code it is",
    "no_description": "its holder published no description",
    "description_refused": "the description in the file is not the one that was published",
    "copy_not_checked": "no code can tell whether its label is a copy",
    # The bank's checks.
    "back_to_origin": "the story is whole and goes back to declared origins ({checked} identifiers checked)",
    "no_origin": "no event says how it came into being",
    "origin_outside_network": "it goes back to {id}, which is not registered on this network",
    "upstream_not_shown": "something upstream is not shown ({because}: {id})",
    "received_by_second_party": "{organisation} recorded at {at} that it has the goods",
    "no_second_party": "nobody but the maker has recorded that it has the goods",
    "story_not_whole": "the story is not whole, so something may be missing here",
    "owned_by_borrower": "the newest transfer names the borrower, {organisation}, as owner",
    "owned_by_another": "the newest transfer names {organisation} as owner, not the borrower",
    "owner_not_shown": "the newest transfer names an owner whose registration is not shown: {party}",
    "owner_outside_network": "the newest transfer names an owner outside this network: {party}",
    "made_by_borrower_and_no_transfer": "the borrower made it, and no transfer of title is recorded",
    "no_transfer_recorded": "no transfer of title is recorded",
    "unencumbered": "no lien lies on it, on a package that it is in, or on a part of it",
    "encumbered": "a lien of {pledgee} ({state}) lies on {id} since {since}",
    "encumbered_by_another": "a lien lies on {id}; who holds it is not shown",
    "encumbered_by_reader": "your own lien lies on {id} since {since}",
    "lien_not_shown": "there is a trace of a lien on {id}, but not what it is",
    "attested": "{organisation} attests it",
    "no_attestation": "nobody attests anything about it",
    "attested_by_borrower": "only the borrower itself attests it",
    "issuer_without_role": "attested by {organisation}, which is neither inspector, regulator nor bank",
    "superseded": "the attestation was replaced by a newer one",
    "expired": "the attestation has expired",
    "issuer_suspended": "the issuer of the attestation is suspended",
    "revoked": "the attestation was revoked by its issuer",
    "opening_disagrees": "what is shown is not what was recorded",
    "attestation_unknown": "this attestation was never issued",
    "subject_unknown": "the attestation is about something that is not shown",
    "identified": "{organisation}, registered with the credit code {uscc}",
    "no_credit_code": "{organisation} registered no credit code",
    "credit_code_differs": "the dossier states {stated}, but {organisation} is registered with {uscc}",
    "suspended": "{organisation} is suspended",
    "profile_disagrees": "the profile in the file is not the registered one",
    "organisation_unknown": "no such organisation is registered",
    "profile_missing": "the profile of the organisation is left out",
    "unreadable": "the file cannot be read: {why}",
    "dossier_expired": "the dossier was open until {until}",
    "bundles_missing": "{bundles} of {assets} proofs are in the file",
}

_REFUSED_BECAUSE = {
    "network": "it belongs to another network",
    "seals": "its block is not sealed by this network's validators",
    "header": "its block does not hold together",
    "bundle": "it cannot be read, or contradicts itself",
    "trust_root": "the root of trust cannot be used",
}
_ORGANISATIONS = ("organisation", "pledgee", "pledgor")
_TIMES = ("since", "at", "until")


def said(check: str, reason: str, args: Mapping[str, str | int], name_of: Callable[[int], str]) -> str:
    """Return a reason as a sentence with its code: `nothing … is recalled … [not_recalled]`."""
    text = TEXTS.get(f"{check}.{reason}") or TEXTS.get(reason)
    if text is None:
        return " ".join([reason, *(f"{name}={value}" for name, value in args.items())])
    shown: dict[str, object] = {}
    for name, value in args.items():
        shown[name] = value
        if isinstance(value, int) and name in _ORGANISATIONS:
            shown[name] = name_of(value)
        elif reason == "bundle_refused" and name == "why":
            shown[name] = _REFUSED_BECAUSE.get(str(value), value)
        elif isinstance(value, int) and name in _TIMES:
            shown[name] = moment(value)
    return f"{text.format_map(_Shown(shown))} [{reason}]"


def moment(seconds: int) -> str:
    """Return a time as people write it."""
    return time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(seconds))


def name_in(profile: str | None, organisation: int) -> str:
    """Return what an organisation is called, with its number."""
    try:
        name = json.loads(profile or "{}").get("name")
    except (ValueError, AttributeError):
        name = None
    if isinstance(name, dict):
        name = name.get("en") or name.get("zh")
    return f"{name} (organisation {organisation})" if isinstance(name, str) else f"organisation {organisation}"


class _Shown(dict[str, object]):
    """Arguments of a reason; one that is not there is shown as an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"
