"""Keeps a firm's links: of its own identifiers only, by the grants of the chain, and shown to whom it says."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from capture.disclosure import EVERYONE, disclosure_of, disclosure_text
from capture.errors import DisclosureInvalid
from capture.grants import GrantBook
from capture.standing import grant_book, verify_writer
from store.database import Mirror, Record
from store.reader import Disclosure
from store.record.links import KeptLink, keep_links
from traceability.ledger.records import GrantStatus
from traceability.linking.anchors import levels_of
from traceability.linking.drafts import LinkDraft
from traceability.linking.errors import LinkFileInvalid, RowProblem
from traceability.linking.link import Link, Standing
from traceability.linking.link_files import MOST_PROBLEMS


def kept_links(mirror: Mirror, organisation: int, drafts: Sequence[LinkDraft], now: datetime) -> tuple[KeptLink, ...]:
    """Return drafts as links that can be kept.

    Raises:
        OrganisationUnknown: if the firm is not a member in good standing.
        LinkFileInvalid: with the place of every draft that is about an identifier of somebody else.
    """
    verify_writer(mirror, organisation)
    book = grant_book(mirror)
    kept: list[KeptLink] = []
    problems: list[RowProblem] = []
    for draft in drafts:
        found = _problems(book, organisation, draft)
        if found:
            problems += found
        else:
            kept.append(_kept(organisation, draft, now))
    if problems:
        raise LinkFileInvalid(problems[:MOST_PROBLEMS])
    return tuple(kept)


def import_links(
    record: Record, mirror: Mirror, organisation: int, drafts: Sequence[LinkDraft], now: datetime, *, dry_run: bool
) -> tuple[int, int]:
    """Keep the links of a file, all or none; return how many are new and how many took the place of the same link.

    Raises:
        OrganisationUnknown: if the firm is not a member in good standing.
        LinkFileInvalid: if one of them is about an identifier of somebody else.
    """
    kept = kept_links(mirror, organisation, drafts, now)
    if dry_run:
        return len(kept), 0
    return keep_links(record, kept)


def draft_of_kept(item: KeptLink) -> LinkDraft:
    """Return a kept link as its firm wrote it."""
    link = Link(
        item.relation,
        item.target,
        item.title,
        item.languages,
        item.media_type,
        item.contexts,
        item.forwards_query,
        Standing(item.standing),
    )
    disclosure = disclosure_text(Disclosure(item.visibility, item.readers))
    return LinkDraft("", levels_of(item.anchor)[0], link, disclosure)


def _problems(book: GrantBook, organisation: int, draft: LinkDraft) -> list[RowProblem]:
    identifier = draft.anchor.identifier
    holding = book.holding_of(identifier)
    if holding is None:
        reason = f"no organisation holds a prefix of {identifier.display()}"
        return [_problem(draft, "about", reason, "have the prefix granted first", "prefix-not-granted")]
    if holding.grant.holder != organisation or holding.grant.status != GrantStatus.GRANTED:
        reason = f"{identifier.display()} is not under a prefix that you hold"
        return [_problem(draft, "about", reason, "keep links for your own codes only", "identifier-not-owned")]
    try:
        hidden = _disclosure(draft).hidden
    except DisclosureInvalid as error:
        cure = "write public, members or private, then `; readers=2,5` where wanted"
        return [_problem(draft, "disclosure", str(error), cure, "disclosure-invalid")]
    if hidden:
        cure = "a link is shown whole or not at all: leave `hide=` out"
        return [_problem(draft, "disclosure", "hides a part of a link", cure, "disclosure-invalid")]
    return []


def _problem(draft: LinkDraft, part: str, reason: str, cure: str, code: str) -> RowProblem:
    joint = ", " if draft.pointer.startswith("row") else "/"
    return RowProblem(f"{draft.pointer}{joint}{part}", reason, cure, code)


def _disclosure(draft: LinkDraft) -> Disclosure:
    return disclosure_of(draft.disclosure) if draft.disclosure else EVERYONE


def _kept(organisation: int, draft: LinkDraft, now: datetime) -> KeptLink:
    disclosure, link = _disclosure(draft), draft.link
    return KeptLink(
        secrets.token_hex(8),
        organisation,
        draft.anchor.text,
        link.relation,
        link.target,
        link.title,
        link.languages,
        link.media_type,
        link.contexts,
        link.forwards_query,
        link.standing.value,
        disclosure.visibility,
        disclosure.readers,
        now,
        now,
    )
