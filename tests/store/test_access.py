"""Access: from an owner's profile and grants to the audience of each row, and to what a reader sees of a body."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.access import TO_ANYONE, TO_MEMBERS, TO_READERS, Access, GrantView, access_of
from store.disclosure import is_hidden, without_hidden
from store.reader import (
    ANONYMOUS,
    EVERYONE,
    Reader,
    grant_of,
    grant_subject,
    group_subject,
    is_grant,
)

OWNER, FRIEND, STRANGER = 1, 2, 3
DEALERS = group_subject(1)
LATER = grant_subject(1)


def test_subjects_are_told_apart() -> None:
    numbers = range(1, 50)
    subjects = {EVERYONE, 0, *numbers, *(group_subject(n) for n in numbers), *(grant_subject(n) for n in numbers)}

    assert 2 + 3 * len(numbers) == len(subjects)
    assert list(numbers) == [grant_of(grant_subject(n)) for n in numbers]
    assert all(is_grant(grant_subject(n)) and not is_grant(group_subject(n)) and not is_grant(n) for n in numbers)
    assert not is_grant(EVERYONE)


@pytest.mark.parametrize(
    ("visibility", "hidden", "audience", "readers"),
    [
        ("public", (), TO_ANYONE, ()),
        ("public", ("/bizStep",), TO_ANYONE, (DEALERS, OWNER, FRIEND)),
        ("members", (), TO_MEMBERS, (DEALERS, OWNER, FRIEND)),
        ("private", (), TO_READERS, (DEALERS, OWNER, FRIEND)),
    ],
)
def test_a_profile_gives_the_audience_of_the_event_and_its_readers(
    visibility: str, hidden: tuple[str, ...], audience: int, readers: tuple[int, ...]
) -> None:
    access = access_of(OWNER, visibility, hidden, (FRIEND, DEALERS))

    assert audience == access.audience(access.everything)
    assert readers == access.readers
    assert () == access.audiences


def test_what_a_profile_hides_is_for_the_readers() -> None:
    access = access_of(OWNER, "public", ("/ilmd",), (FRIEND,))

    assert TO_READERS == access.audience(access.sight("/ilmd/lot"))
    assert TO_ANYONE == access.audience(access.sight("/bizStep"))


def test_what_one_grant_hides_gets_an_audience_of_its_own() -> None:
    other = grant_subject(2)
    grants = (GrantView(LATER, ("/ilmd",), False), GrantView(other, (), False))
    access = access_of(OWNER, "private", (), (FRIEND,), grants)

    number = access.audience(access.sight("/ilmd"))

    assert TO_READERS == access.audience(access.everything)
    assert number > TO_READERS
    assert number < 2**63
    assert ((number, tuple(sorted((OWNER, FRIEND, other)))),) == access.audiences


def test_a_grant_to_anyone_is_not_lost_among_the_members() -> None:
    access = access_of(OWNER, "members", (), (), (GrantView(LATER, (), True),))
    anyone_with_grant = Reader(standing=(LATER,))

    assert access.audience(access.everything) > TO_READERS
    assert [True, False, True] == [bool(access.views_for(each)) for each in (anyone_with_grant, ANONYMOUS, Reader(9))]


POINTERS = st.sampled_from(["/a", "/a/b", "/a/*", "/c", "/c/0", "/c/*/d", "/e", "/*/b"])
HIDINGS = st.lists(POINTERS, max_size=3).map(lambda found: tuple(sorted(set(found))))
BODY = {"a": {"b": 1, "x": 2}, "c": [{"d": 3, "f": 4}, {"d": 5}], "e": "text", "g": [1.50, [2]]}


def leaves(node: object, pointer: str = "") -> dict[str, object]:
    if isinstance(node, dict):
        return {k: v for name, each in node.items() for k, v in leaves(each, f"{pointer}/{name}").items()}
    if isinstance(node, list):
        return {k: v for place, each in enumerate(node) for k, v in leaves(each, f"{pointer}/{place}").items()}
    return {pointer: node}


@given(st.lists(HIDINGS, min_size=1, max_size=4))
def test_of_several_ways_to_see_a_body_each_adds_what_it_shows(views: list[tuple[str, ...]]) -> None:
    text = json.dumps(BODY)
    shown = {value for pointer, value in leaves(BODY).items() if any(not is_hidden(pointer, view) for view in views)}

    found = json.loads(without_hidden(text, *views))

    assert shown == set(leaves(found).values())


@given(HIDINGS, HIDINGS, st.sampled_from(["public", "members", "private"]), HIDINGS)
def test_a_row_is_known_to_just_those_who_see_its_pointer(
    base: tuple[str, ...], granted: tuple[str, ...], visibility: str, second: tuple[str, ...]
) -> None:
    grants = (GrantView(LATER, granted, True), GrantView(grant_subject(2), second, False))
    access = access_of(OWNER, visibility, base, (FRIEND, DEALERS), grants)
    readers = [
        ANONYMOUS, Reader(OWNER), Reader(FRIEND), Reader(STRANGER), Reader(STRANGER, standing=(DEALERS,)),
        Reader(partial=((LATER, granted),)), Reader(STRANGER, partial=((grant_subject(2), second),)),
    ]  # fmt: skip

    for pointer in leaves(BODY):
        audience = access.audience(access.sight(pointer))
        for reader in readers:
            sees = any(not is_hidden(pointer, view.hidden) for view in access.views_for(reader))
            assert sees == knows(access, audience, reader)


def knows(access: Access, audience: int, reader: Reader) -> bool:
    """Say what the condition of `store.mirror.seeing` says."""
    if audience in (TO_ANYONE, TO_MEMBERS):
        return audience == TO_ANYONE or not reader.is_anonymous
    named = access.readers if audience == TO_READERS else dict(access.audiences)[audience]
    return bool(set(named) & set(reader.subjects))
