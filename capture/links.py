"""Keeps a firm's links: of its own identifiers only, by the grants of the chain, and shown to whom it says."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

from capture.disclosure import EVERYONE, disclosure_of, disclosure_text
from capture.errors import DisclosureInvalid
from capture.grants import GrantBook
from capture.standing import grant_book, verify_writer
from store.database import Mirror, Record
from store.reader import Disclosure, Reader
from store.record.groups import groups_of
from store.record.links import KeptLink, keep_links
from traceability.ledger.records import GrantStatus
from traceability.linking.anchors import levels_of
from traceability.linking.drafts import LinkDraft
from traceability.linking.errors import LinkFileInvalid, RowProblem
from traceability.linking.link_files import MOST_PROBLEMS


def kept_links(
    record: Record, mirror: Mirror, organisation: int, drafts: Sequence[LinkDraft], now: datetime
) -> tuple[KeptLink, ...]:
    """Return drafts as links that can be kept.

    Raises:
        OrganisationUnknown: if the firm is not a member in good standing.
        LinkFileInvalid: with the place of every draft that is about an identifier of somebody else.
    """
    verify_writer(mirror, organisation)
    book = grant_book(mirror)
    groups = _groups(record, organisation) if any("groups" in draft.disclosure for draft in drafts) else {}
    kept: list[KeptLink] = []
    problems: list[RowProblem] = []
    for draft in drafts:
        found = _problems(book, organisation, draft, groups)
        if found:
            problems += found
        else:
            kept.append(_kept(organisation, draft, groups, now))
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
    kept = kept_links(record, mirror, organisation, drafts, now)
    if dry_run:
        return len(kept), 0
    return keep_links(record, kept)


def drafts_of_kept(record: Record, items: Sequence[KeptLink]) -> tuple[LinkDraft, ...]:
    """Return links of one firm as it wrote them."""
    has_groups = any(reader < 0 for item in items for reader in item.readers)
    names = {subject: name for name, subject in _groups(record, items[0].organisation).items()} if has_groups else {}
    return tuple(_draft(item, names) for item in items)


def _draft(item: KeptLink, names: Mapping[int, str]) -> LinkDraft:
    firms = tuple(reader for reader in item.readers if reader > 0)
    groups = tuple(sorted(names[reader] for reader in item.readers if reader in names))
    disclosure = disclosure_text(Disclosure(item.visibility, firms, groups=groups))
    return LinkDraft("", levels_of(item.anchor)[0], item.link, disclosure)


def _groups(record: Record, organisation: int) -> dict[str, int]:
    return {group.name: group.subject for group in groups_of(record, Reader(organisation))}


def _problems(book: GrantBook, organisation: int, draft: LinkDraft, groups: Mapping[str, int]) -> list[RowProblem]:
    identifier = draft.anchor.identifier
    holding = book.holding_of(identifier)
    if holding is None:
        reason = f"no organisation holds a prefix of {identifier.display()}"
        return [_problem(draft, "about", reason, "have the prefix granted first", "prefix-not-granted")]
    if holding.grant.holder != organisation or holding.grant.status != GrantStatus.GRANTED:
        reason = f"{identifier.display()} is not under a prefix that you hold"
        return [_problem(draft, "about", reason, "keep links for your own codes only", "identifier-not-owned")]
    try:
        disclosure = _disclosure(draft)
    except DisclosureInvalid as error:
        cure = "write public, members or private, then `; readers=2,5` where wanted"
        return [_problem(draft, "disclosure", str(error), cure, "disclosure-invalid")]
    if disclosure.hidden:
        cure = "a link is shown whole or not at all: leave `hide=` out"
        return [_problem(draft, "disclosure", "hides a part of a link", cure, "disclosure-invalid")]
    unknown = [name for name in disclosure.groups if name not in groups]
    if unknown:
        cure = "make the group first, or name one of yours"
        return [_problem(draft, "disclosure", f"you have no group {unknown[0]!r}", cure, "disclosure-invalid")]
    return []


def _problem(draft: LinkDraft, part: str, reason: str, cure: str, code: str) -> RowProblem:
    joint = ", " if draft.pointer.startswith("row") else "/"
    return RowProblem(f"{draft.pointer}{joint}{part}", reason, cure, code)


def _disclosure(draft: LinkDraft) -> Disclosure:
    return disclosure_of(draft.disclosure) if draft.disclosure else EVERYONE


def _kept(organisation: int, draft: LinkDraft, groups: Mapping[str, int], now: datetime) -> KeptLink:
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
        (*disclosure.readers, *(groups[name] for name in disclosure.groups)),
        now,
        now,
    )
