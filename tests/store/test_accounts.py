"""Keys, links, bundles, reports and pictures: kept as hashes where they open something, shown to whom they are for."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from store import ANONYMOUS, Disclosure, Reader, Record
from store.errors import PictureTooLarge
from store.record.accounts import MARK, account_of, issue_key, keys_of, revoke_key, rotate_key
from store.record.bundles import IssuedBundle, audience_of, dossier_audience, keep_bundle, newest_bundle
from store.record.dossiers import dossiers_of, make_dossier, open_dossier, revoke_dossier
from store.record.outbox import promise_of
from store.record.payloads import Attest
from store.record.products import PICTURE_LIMIT, keep_picture, picture_of
from store.record.queries import delete_query, queries_of, query_of, save_query
from store.record.reports import Report, close_report, keep_report, reports_of
from store.record.statements import Statement, save_statement, statements_after, statements_of

FIRM, OTHER = Reader(1), Reader(2)
LATER = timedelta(hours=1)


def test_a_key_opens_its_account_and_is_kept_as_a_hash_only(record: Record, now: datetime) -> None:
    key, secret = issue_key(record, 1, "till", ["query", "capture"], now)

    account = account_of(record, secret, now)

    assert account == key
    assert account.reader == Reader(1, frozenset({"capture", "query"}))
    assert secret.startswith(MARK)
    with record.reading() as connection:
        assert secret not in str(connection.execute(text("SELECT * FROM account_keys")).all())


@pytest.mark.parametrize("attempt", ["", "suyuan_", "suyuan_x", "' OR 1=1 --", "x" * 10_000])
def test_a_wrong_key_opens_nothing(record: Record, now: datetime, attempt: str) -> None:
    issue_key(record, 1, "till", [], now)

    assert account_of(record, attempt, now) is None


def test_a_key_expires(record: Record, now: datetime) -> None:
    _, secret = issue_key(record, 1, "till", [], now, expires_at=now + LATER)

    assert account_of(record, secret, now) is not None
    assert account_of(record, secret, now + LATER) is None


def test_a_rotated_key_works_until_the_time_given(record: Record, now: datetime) -> None:
    key, old = issue_key(record, 1, "till", ["query"], now)

    rotated = rotate_key(record, key.id, FIRM, now, old_until=now + LATER)

    assert rotated is not None
    fresh, new = rotated
    assert fresh.roles == key.roles
    assert [account_of(record, secret, now) is not None for secret in (old, new)] == [True, True]
    assert [account_of(record, secret, now + LATER) is not None for secret in (old, new)] == [False, True]
    assert [found.replaced_by for found in keys_of(record, FIRM) if found.id == key.id] == [fresh.id]


def test_keys_are_seen_rotated_and_revoked_by_their_own_firm_only(record: Record, now: datetime) -> None:
    key, secret = issue_key(record, 1, "till", [], now)

    assert (keys_of(record, OTHER), keys_of(record, ANONYMOUS)) == ((), ())
    assert rotate_key(record, key.id, OTHER, now) is None
    assert not revoke_key(record, key.id, OTHER, now)
    assert account_of(record, secret, now) is not None

    assert revoke_key(record, key.id, FIRM, now)
    assert not revoke_key(record, key.id, FIRM, now)
    assert account_of(record, secret, now) is None


def test_a_dossier_opens_by_its_token_until_it_expires_or_is_revoked(record: Record, now: datetime) -> None:
    dossier, token = make_dossier(record, 1, '{"assets":[]}', now + LATER, now)

    opened = open_dossier(record, token, now)

    assert opened is not None
    assert (opened.id, opened.content, opened.opened) == (dossier.id, '{"assets":[]}', 1)
    assert open_dossier(record, token + "x", now) is None
    assert open_dossier(record, token, now + LATER) is None
    assert not revoke_dossier(record, dossier.id, OTHER, now)
    assert revoke_dossier(record, dossier.id, FIRM, now)
    assert open_dossier(record, token, now) is None
    assert [len(dossiers_of(record, reader)) for reader in (FIRM, OTHER, ANONYMOUS)] == [1, 0, 0]


def test_a_bundle_is_shown_to_the_eyes_that_it_was_made_for(record: Record, now: datetime) -> None:
    public, own, dossier = audience_of(ANONYMOUS), audience_of(FIRM), dossier_audience("d")
    for number, audience in enumerate((public, own, dossier)):
        keep_bundle(record, IssuedBundle(f"b{number}", "thing", audience, number, "{}", now))
    keep_bundle(record, IssuedBundle("newer", "thing", public, 9, "{}", now))

    newest = newest_bundle(record, "thing", public)

    assert newest is not None
    assert newest.id == "newer"
    assert [newest_bundle(record, "thing", audience) is not None for audience in (own, dossier)] == [True, True]
    assert newest_bundle(record, "other", public) is None
    assert newest_bundle(record, "thing", audience_of(OTHER)) is None


def test_reports_are_read_and_closed_by_the_holder_of_the_prefix(record: Record, now: datetime) -> None:
    keep_report(record, Report("r1", "thing", 1, "copy", "two of them", None, now))

    assert [len(reports_of(record, reader)) for reader in (FIRM, OTHER, ANONYMOUS)] == [1, 0, 0]
    assert not close_report(record, "r1", OTHER, now)
    assert close_report(record, "r1", FIRM, now)
    assert reports_of(record, FIRM)[0].closed_at == now


def test_a_picture_is_kept_once_and_below_the_limit(record: Record, now: datetime) -> None:
    digest = keep_picture(record, 1, "image/png", b"picture", now)

    assert keep_picture(record, 2, "image/png", b"picture", now) == digest
    found = picture_of(record, digest)
    assert found is not None
    assert (found.organisation, found.content) == (1, b"picture")
    assert picture_of(record, bytes(32)) is None
    with pytest.raises(PictureTooLarge):
        keep_picture(record, 1, "image/png", bytes(PICTURE_LIMIT + 1), now)


def test_named_queries_belong_to_their_firm(record: Record, now: datetime) -> None:
    assert save_query(record, 1, "mine", "{}", now)
    assert not save_query(record, 1, "mine", "[]", now)
    assert save_query(record, 2, "mine", "[]", now)

    assert [query.definition for query in queries_of(record, FIRM, 10)] == ["{}"]
    assert query_of(record, "mine", ANONYMOUS) is None
    assert not delete_query(record, "other", FIRM)
    assert delete_query(record, "mine", FIRM)
    assert query_of(record, "mine", FIRM) is None
    assert query_of(record, "mine", OTHER) is not None


@pytest.mark.parametrize(
    ("visibility", "shown", "whole"),
    [
        ("public", [True, True, True, True], [False, False, True, True]),
        ("members", [False, True, True, True], [False, False, True, True]),
        ("private", [False, False, True, True], [False, False, True, True]),
    ],
)
def test_a_statement_is_saved_with_its_promise_and_knows_its_readers(
    record: Record, now: datetime, visibility: str, shown: list[bool], whole: list[bool]
) -> None:
    word = bytes(32)
    disclosure = Disclosure(visibility, (2,), ("/x",))
    statement = Statement(word, word, word, "thing", 1, word, "{}", word, disclosure, now)
    promise = Attest(word, word, word, 0)

    number = save_statement(record, statement, promise, now)

    assert promise_of(record, number).payload == promise
    kept = statements_of(record, [word])[word]
    assert kept == statement
    assert statements_after(record, b"", 10) == (statement,)
    readers = [ANONYMOUS, Reader(3), OTHER, FIRM]
    assert [kept.shows_to(reader) for reader in readers] == shown
    assert [kept.shows_whole_to(reader) for reader in readers] == whole
