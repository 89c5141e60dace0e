"""Links of firms: kept once, one default for each anchor, shown to whom they are for; prefixes of other resolvers."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from store import ANONYMOUS, Mirror, Reader, Record
from store.columns import table_of
from store.mirror.holders import held_prefix
from store.mirror.member_tables import GrantRow
from store.mirror.tables import StateRow
from store.reader import group_subject
from store.record.links import (
    Delegation,
    KeptLink,
    add_link,
    all_delegations,
    change_link,
    delegate,
    delegations_of,
    keep_links,
    link_by_id,
    links_at,
    links_of,
    remove_link,
    take_back,
)

FIRM, OTHER = Reader(1), Reader(2)
ANCHOR = "https://id.gs1.org/01/06901234000016"


def link(now: datetime, number: int = 1, **changes: object) -> KeptLink:
    made = KeptLink(
        f"{number:016}", 1, ANCHOR, "https://ref.gs1.org/voc/pip", f"https://e.com/{number}", "标题", ("zh", "en"), "text/html",
        ("CN",), False, "plain", "public", (), now, now,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # names of its own fields


def test_a_link_is_given_back_as_it_was_kept(record: Record, now: datetime) -> None:
    kept = link(now, visibility="private", readers=(2, group_subject(3)))

    assert add_link(record, kept)

    assert kept == link_by_id(record, kept.id, 1)
    assert {ANCHOR: (kept,)} == links_at(record, [ANCHOR, "x"], 1, FIRM)
    assert (kept,) == links_of(record, 1, anchor=ANCHOR)
    assert link_by_id(record, kept.id, 2) is None
    assert {} == links_at(record, [ANCHOR], 2, OTHER)


def test_the_same_link_of_a_firm_is_kept_once(record: Record, now: datetime) -> None:
    first, other = link(now), link(now, 2)
    same = replace(first, id="another", title="another title")

    assert add_link(record, first) and add_link(record, other)
    assert not add_link(record, same)
    assert not change_link(record, replace(first, id=other.id))
    assert add_link(record, replace(same, id="theirs", organisation=2))
    assert [first, other] == list(links_of(record, 1))


def test_many_links_are_kept_all_or_none(record: Record, now: datetime) -> None:
    assert (2, 0) == keep_links(record, [link(now), link(now, 2)])
    later = now + timedelta(hours=1)

    assert (1, 1) == keep_links(record, [link(later, 9, target="https://e.com/1", title="new"), link(later, 3)])

    found = links_of(record, 1)
    assert ["new", "标题", "标题"] == [item.title for item in found]
    assert (now, later) == (found[0].created_at, found[0].changed_at)
    with pytest.raises(IntegrityError):
        keep_links(record, [link(now, 4), link(now, 5, id=f"{4:016}")])
    assert 3 == len(links_of(record, 1))


def test_an_anchor_has_one_default(record: Record, now: datetime) -> None:
    add_link(record, link(now, 1, standing="default"))
    add_link(record, link(now, 2, anchor="elsewhere", standing="default"))
    add_link(record, link(now, 3, organisation=2, standing="default"))
    add_link(record, link(now, 4, standing="default"))

    assert ["plain", "default", "default"] == [item.standing for item in links_of(record, 1)]
    change_link(record, link(now, 1, standing="default"))
    assert ["default", "default", "plain"] == [item.standing for item in links_of(record, 1)]
    keep_links(record, [link(now, 4, standing="default"), link(now, 1)])
    assert ["plain", "default", "default"] == [item.standing for item in links_of(record, 1)]
    assert ["default"] == [item.standing for item in links_of(record, 2)]


@pytest.mark.parametrize(
    ("visibility", "readers", "seen_by"),
    [
        ("public", (), {"anyone", "owner", "other", "member of the group"}),
        ("members", (), {"owner", "other", "member of the group"}),
        ("private", (), {"owner"}),
        ("private", (2,), {"owner", "other"}),
        ("private", (group_subject(7),), {"owner", "member of the group"}),
    ],
)
def test_a_link_is_shown_to_whom_it_is_for(
    record: Record, now: datetime, visibility: str, readers: tuple[int, ...], seen_by: set[str]
) -> None:
    add_link(record, link(now, visibility=visibility, readers=readers))
    asking = {
        "anyone": ANONYMOUS,
        "owner": FIRM,
        "other": OTHER,
        "member of the group": Reader(3, standing=(group_subject(7),)),
    }

    assert seen_by == {name for name, reader in asking.items() if links_at(record, [ANCHOR], 1, reader)}


def test_only_the_owner_removes_a_link(record: Record, now: datetime) -> None:
    add_link(record, link(now))

    assert not remove_link(record, link(now).id, 2)
    assert remove_link(record, link(now).id, 1)
    assert not remove_link(record, link(now).id, 1)


def test_pages_of_links_go_on_after_the_last_one(record: Record, now: datetime) -> None:
    keep_links(record, [link(now, number) for number in range(5)])

    first = links_of(record, 1, limit=2)
    assert [2, 3] == [int(item.id) for item in links_of(record, 1, limit=2, after=first[-1].id)]


def test_prefixes_are_handed_over_and_taken_back(record: Record, now: datetime) -> None:
    short = Delegation("gs1", "690123", 0, "https://a.example", now)
    long = Delegation("gs1", "6901234", 1, "https://b.example", now)
    for item in (short, long, replace(long, target="https://c.example"), replace(long, scheme="idis")):
        delegate(record, item)

    found = delegations_of(record, "gs1", ["6901234", "690123", "69012"])

    assert [replace(long, target="https://c.example"), short] == list(found)
    assert () == delegations_of(record, "gs1", [])
    assert 3 == len(all_delegations(record))
    assert [short] == list(all_delegations(record, 0))
    assert take_back(record, "gs1", "6901234", 1) and not take_back(record, "gs1", "6901234", 1)


def test_the_mirror_says_whose_a_code_is_and_in_what_state(mirror: Mirror) -> None:
    def grant(key: bytes, position: int, holder: int, status: int = 1) -> dict[str, object]:
        rest = {"scheme": "gs1", "prefix": key.hex(), "everyone": 0, "anchors_forbidden": 0, "granted_at": 1}
        return rest | {"prefix_key": key, "position": position, "holder": holder, "status": status}

    long, short, thing = b"l" * 32, b"s" * 32, b"t" * 32
    with mirror.writing() as connection:
        connection.execute(
            table_of(GrantRow).insert(),
            [grant(long, 1, 5), grant(long, 9, 5, 3), grant(short, 2, 6), grant(short, 8, 7, 2)],
        )
        for position, state in ((3, 3), (7, 1)):
            row = {"key": thing, "position": position, "state": state, "organisation": 7, "since": position}
            connection.execute(table_of(StateRow).insert(), row)

    held, states = held_prefix(mirror, [long, short], lambda key: [thing] if key == short else [])

    assert held is not None
    assert (short, 7, 2) == (held.prefix_key, held.holder, held.status)
    assert (1, 7) == (states[thing].state, states[thing].position)
    assert (None, {}) == held_prefix(mirror, [long, b"x" * 32], lambda _: [thing])
