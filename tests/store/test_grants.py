"""Who may read, in the record: groups, grants after capture and changed profiles, on both databases."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from store import ANONYMOUS, Reader, Record
from store.errors import GrantUnknown, GroupExists, GroupUnknown
from store.reader import Disclosure
from store.record.bodies import sealed_after, visible_events
from store.record.capture import HEADED, CapturedEvent, save_capture
from store.record.disclosure_log import Act, Hand, disclosure_log
from store.record.forgetting import forget_in
from store.record.grants import GrantOrder, change_profile, grant_numbered, grants_of, make_grant, revoke_grant
from store.record.groups import delete_group, group_of, make_group, rename_group, set_members
from store.record.jobs import NewJob
from store.record.reader_changes import changed_after, newest_change
from store.record.standing import reader_of
from store.record.who_reads import ways_to_read
from store.selection import Selection

OWNER, FRIEND, STRANGER = 1, 2, 3
THING = "https://id.gs1.org/01/06901234000016/21/A"
ALL = Selection()


@pytest.fixture
def hand(now: datetime) -> Hand:
    return Hand(OWNER, "key", now)


def capture(record: Record, now: datetime, number: int, profile: Disclosure, **body: object) -> bytes:
    commitment = number.to_bytes(32, "big")
    content = {
        "type": "ObjectEvent",
        "eventTime": "2026-05-01T00:00:00Z",
        "epcList": [THING],
        "bizStep": "shipping",
    } | body
    event = CapturedEvent(
        number, commitment, commitment, "ni:///x", None, json.dumps(content), bytes(32), 1, 0, 0, HEADED, (), profile
    )
    save_capture(record, NewJob(f"job {number}", OWNER, "rollback", True), [event], [], now)
    return commitment


def seen(record: Record, firm: int | None, commitment: bytes, now: datetime | None = None) -> str | None:
    found = visible_events(record, [commitment], reader_of(record, firm, now=now))
    return found[commitment].body if commitment in found else None


PRIVATE = Disclosure("private")


def test_a_grant_runs_from_its_making_to_its_end(record: Record, hand: Hand, now: datetime) -> None:
    commitment = capture(record, now, 1, PRIVATE)
    ends = now + timedelta(hours=1)
    grant = make_grant(record, hand, GrantOrder(ALL, (FRIEND,), until=ends))

    firms = [seen(record, firm, commitment, now) is not None for firm in (None, STRANGER, FRIEND, OWNER)]

    assert [False, False, True, True] == firms
    assert seen(record, FRIEND, commitment, ends) is None
    assert (1, True, False) == (grant.events, grant.runs(now), grant.runs(ends))


def test_a_grant_that_is_taken_back_opens_nothing_and_the_mirror_hears_of_it(
    record: Record, hand: Hand, now: datetime
) -> None:
    commitment = capture(record, now, 1, PRIVATE)
    grant = make_grant(record, hand, GrantOrder(ALL, (FRIEND,)))
    made = newest_change(record)

    revoke_grant(record, hand, grant.id)
    revoke_grant(record, hand, grant.id)

    assert seen(record, FRIEND, commitment) is None
    assert [commitment] == [each for _, each in changed_after(record, made, 10)]
    assert [False] == [each.runs(now) for each in grants_of(record, Reader(OWNER))]
    assert (0, now) == (
        grant_numbered(record, grant.id, Reader(OWNER)).events,
        grants_of(record, Reader(OWNER))[0].revoked_at,
    )


def test_a_grant_is_its_makers_alone(record: Record, hand: Hand, now: datetime) -> None:
    grant = make_grant(record, hand, GrantOrder(ALL, (FRIEND,)))

    for act in (
        lambda: grant_numbered(record, grant.id, Reader(FRIEND)),
        lambda: revoke_grant(record, Hand(FRIEND, "key", now), grant.id),
    ):
        with pytest.raises(GrantUnknown):
            act()
    assert () == grants_of(record, Reader(FRIEND))
    assert () == grants_of(record, ANONYMOUS)


def test_a_group_is_read_by_whoever_is_in_it_now(record: Record, hand: Hand, now: datetime) -> None:
    make_group(record, hand, "dealers", (FRIEND,))
    commitment = capture(record, now, 1, Disclosure("private", groups=("dealers",)))

    inside = seen(record, FRIEND, commitment)
    rename_group(record, hand, "dealers", "partners")
    renamed = seen(record, FRIEND, commitment)
    set_members(record, hand, "partners", (STRANGER,))
    others = [seen(record, firm, commitment) is None for firm in (FRIEND, STRANGER)]
    delete_group(record, hand, "partners")
    make_group(record, hand, "partners", (STRANGER,))

    assert inside is not None
    assert renamed is not None
    assert [True, False] == others
    assert seen(record, STRANGER, commitment) is None


def test_names_of_groups_are_their_owners(record: Record, hand: Hand, now: datetime) -> None:
    make_group(record, hand, "dealers", (FRIEND,))
    make_group(record, Hand(FRIEND, "key", now), "dealers", (OWNER,))

    with pytest.raises(GroupExists):
        make_group(record, hand, "dealers")
    with pytest.raises(GroupUnknown):
        group_of(record, "dealers", Reader(STRANGER))
    with pytest.raises(GroupUnknown):
        capture(record, now, 1, Disclosure("private", groups=("others",)))
    assert () == sealed_after(record, 0, 10)
    assert (FRIEND,) == group_of(record, "dealers", Reader(OWNER)).members


def test_a_changed_profile_replaces_what_was_said_at_capture_and_no_grant(
    record: Record, hand: Hand, now: datetime
) -> None:
    commitment = capture(record, now, 1, Disclosure("public", readers=(STRANGER,)))
    make_grant(record, hand, GrantOrder(ALL, (FRIEND,), hidden=("/bizStep",)))

    changed = change_profile(record, hand, ALL, PRIVATE)

    assert 1 == changed
    assert [None, None] == [seen(record, firm, commitment) for firm in (None, STRANGER)]
    assert "bizStep" not in (seen(record, FRIEND, commitment) or "bizStep")


def test_only_a_standing_grant_opens_what_comes_later(record: Record, hand: Hand, now: datetime) -> None:
    make_grant(record, hand, GrantOrder(ALL, (STRANGER,)))
    make_grant(record, hand, GrantOrder(Selection(biz_steps=("shipping",)), (FRIEND,), standing=True))

    shipped, stored = capture(record, now, 1, PRIVATE), capture(record, now, 2, PRIVATE, bizStep="storing")

    assert [True, False] == [seen(record, FRIEND, each) is not None for each in (shipped, stored)]
    assert seen(record, STRANGER, shipped) is None


def test_an_event_that_was_forgotten_is_shown_to_nobody(record: Record, hand: Hand, now: datetime) -> None:
    commitment = capture(record, now, 1, PRIVATE)
    make_grant(record, hand, GrantOrder(ALL, to_anyone=True))
    with record.writing() as connection:
        forget_in(connection, commitment, OWNER, now)

    assert [None] * 3 == [seen(record, firm, commitment) for firm in (None, FRIEND, OWNER)]
    assert ways_to_read(record, commitment, Reader(OWNER), now) is None


def test_every_way_to_read_an_event_is_told_to_its_owner_alone(record: Record, hand: Hand, now: datetime) -> None:
    make_group(record, hand, "dealers", (FRIEND, STRANGER))
    commitment = capture(record, now, 1, Disclosure("members", (), ("/bizStep",), ("dealers",)))
    over = make_grant(record, hand, GrantOrder(ALL, to_anyone=True, until=now - timedelta(1)))
    grant = make_grant(record, hand, GrantOrder(ALL, (FRIEND,), to_anyone=True, hidden=("/epcList",)))

    found = ways_to_read(record, commitment, Reader(OWNER), now)

    assert found is not None
    assert [
        ("owner", OWNER, None, (), None), ("profile", None, None, ("/bizStep",), None),
        ("profile", None, "dealers", (), None), ("grant", FRIEND, None, ("/epcList",), grant.id),
        ("grant", None, None, ("/epcList",), grant.id),
    ] == [(way.why, way.who.organisation, way.who.group, way.hidden, way.grant) for way in found]  # fmt: skip
    assert over.id != grant.id
    assert (FRIEND, STRANGER) == found[2].who.in_group
    assert ways_to_read(record, commitment, Reader(FRIEND), now) is None


@pytest.mark.parametrize("act", ["UPDATE disclosure_log SET act = 'x'", "DELETE FROM disclosure_log"])
def test_the_log_tells_everything_and_is_never_rewritten(record: Record, hand: Hand, now: datetime, act: str) -> None:
    make_group(record, hand, "dealers", (FRIEND,))
    revoke_grant(record, hand, make_grant(record, hand, GrantOrder(ALL, groups=("dealers",))).id)
    change_profile(record, hand, ALL, PRIVATE)

    with pytest.raises(DatabaseError), record.writing() as connection:
        connection.execute(text(act))

    told = [entry.act for entry in disclosure_log(record, Reader(OWNER))]
    assert [Act.PROFILE_CHANGED, Act.REVOKED, Act.GRANTED, Act.GROUP_MADE] == told
    assert () == disclosure_log(record, Reader(FRIEND))
