"""An opening that came from elsewhere, against the chain's lines; and where a node answers, by its firm's profile."""

from __future__ import annotations

import pytest
from members import ACTIVE, add_organisations

from exchange.asking import given
from exchange.checking import names_its_things
from exchange.errors import AnswerRefused, ServiceUnknown
from exchange.services import service_of
from store import Mirror
from store.mirror.things import OnChain
from traceability.commitment import Committed, commit
from traceability.identifiers import Identifier, parse
from traceability.ledger.keys import prefix_key, rest_hash, thing_key
from traceability.ledger.meta import Flag, Kind, Meta, State

OWNER, COPIER = 1, 2
THING = "https://id.gs1.org/01/06901234000016/21/A1"
OTHER = "https://id.gs1.org/01/06901234000016/21/A2"


def _thing_of(text: str) -> tuple[Identifier, int] | None:
    return (parse(text), 7) if text.startswith("https://id.gs1.org/01/") else None


def _key(text: str) -> bytes:
    prefix, rest = parse(text).halves(7)
    return thing_key(prefix_key(prefix.scheme, prefix.text), rest_hash(rest))


def _committed(*things: str) -> Committed:
    body = {"type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-05-03T02:00:00Z", "epcList": list(things)}
    return commit(
        body, event_hash="ni:///sha-256;x", organisation=OWNER, kind=Kind.OBSERVE, flags=Flag.PRIVATE,
        state=State.UNCHANGED, secret=b"\x01" * 32, thing_of=_thing_of,
    )  # fmt: skip


def _place(*things: str, organisation: int = OWNER, kind: Kind = Kind.OBSERVE, flags: Flag = Flag.PRIVATE) -> OnChain:
    meta = Meta(kind, flags, State.UNCHANGED, organisation, 1, 1_790_000_000)
    return OnChain(1, meta.pack(), tuple(_key(thing) for thing in things))


def _shows(committed: Committed, *places: OnChain, without: str = "") -> bool:
    opening = committed.opening(pointer for pointer in committed.pointers if pointer and pointer != without)
    return names_its_things(committed.root, opening, places, OWNER)


def test_an_opening_shows_the_things_whose_line_it_is() -> None:
    assert _shows(_committed(THING, OTHER), _place(THING, OTHER))


def test_an_opening_that_hides_the_thing_shows_none() -> None:
    assert not _shows(_committed(THING), _place(THING), without="/epcList/0")


def test_an_opening_that_hides_one_of_two_things_shows_the_other() -> None:
    assert _shows(_committed(THING, OTHER), _place(THING, OTHER), without="/epcList/0")


def test_a_line_that_somebody_else_wrote_of_it_counts_for_nothing() -> None:
    assert _shows(_committed(THING), _place(THING), _place(OTHER, organisation=COPIER))
    assert not _shows(_committed(THING), _place(THING, organisation=COPIER))


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (_place(THING, kind=Kind.CREATE), "another organisation, kind or state"),
        (_place(THING, flags=Flag.NONE), "another organisation, kind or state"),
        (_place(OTHER), "does not name the thing"),
    ],
)
def test_an_opening_that_contradicts_the_chain_is_refused(place: OnChain, reason: str) -> None:
    with pytest.raises(AnswerRefused, match=reason):
        _shows(_committed(THING), place)


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"[]", b"{}", b'{"openings":[],"askAgain":1}', b'{"openings":[1],"askAgain":[]}', b"[" * 200,
        b'{"openings":[{"commitment":"0x12"}],"askAgain":[]}', b'{"openings":[],"askAgain":["0x12"]}', b"\xff",
        b'{"openings":[{"commitment":"0x' + b"00" * 32 + b'","opening":1,"until":null}],"askAgain":[]}',
    ],
)  # fmt: skip
def test_an_answer_that_is_not_in_its_form_is_refused(answer: bytes) -> None:
    with pytest.raises(AnswerRefused, match="cannot be read"):
        given(answer, [bytes(32)])


def test_a_node_answers_where_its_firms_profile_says(mirror: Mirror) -> None:
    add_organisations(mirror, {1: ACTIVE}, '{"name":"A","service":"https://Node.example.com:443/"}')

    assert "https://node.example.com" == service_of(mirror, 1)


@pytest.mark.parametrize(
    "profile", ['{"name":"A"}', '{"service":1}', '{"service":"node"}', '{"service":"https://x/api"}', "[]", "no JSON"]
)
def test_a_profile_that_names_no_node_says_nowhere(mirror: Mirror, profile: str) -> None:
    add_organisations(mirror, {1: ACTIVE}, profile)

    with pytest.raises(ServiceUnknown, match="address of its node"):
        service_of(mirror, 1)


def test_an_organisation_that_the_chain_does_not_know_has_no_node(mirror: Mirror) -> None:
    with pytest.raises(ServiceUnknown, match="no such organisation"):
        service_of(mirror, 1)
