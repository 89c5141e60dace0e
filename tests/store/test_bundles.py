"""Issued bundles: kept so that they can be handed out again, and no more of them than the published limits."""

from datetime import UTC, datetime

from sqlalchemy import select

from store import Record
from store.record.bundles import IssuedBundle, bundles, keep_bundle, leave_oldest


def test_only_the_newest_bundles_of_a_question_are_kept(record: Record) -> None:
    now = datetime(2026, 5, 4, tzinfo=UTC)
    for number in range(9):
        keep_bundle(record, IssuedBundle(f"b{number}", "thing", "anyone", number, "{}", now))
        keep_bundle(record, IssuedBundle(f"o{number}", "other", "anyone", number, "{}", now))

    with record.reading() as connection:
        kept = set(connection.execute(select(bundles.c.id)).scalars())
    assert {f"{kind}{number}" for kind in "bo" for number in range(5, 9)} == kept


def test_of_all_bundles_those_issued_first_leave(record: Record) -> None:
    for number in range(6):
        moment = datetime(2026, 5, 4, number, tzinfo=UTC)
        keep_bundle(record, IssuedBundle(f"b{number}", f"thing {number}", "anyone", 7, "{}", moment))

    with record.writing() as connection:
        leave_oldest(connection, 2)
    with record.reading() as connection:
        kept = set(connection.execute(select(bundles.c.id)).scalars())
    assert {"b4", "b5"} == kept
