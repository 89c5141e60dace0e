"""A bank's own node reads what a maker's node granted: honest, not granted, taken back, over, lying, silent.

- granted: checked, kept, and shown by the bank's own node to the bank alone
- granted without some fields; granted until a time; taken back; public
- not granted: hidden by its owner; withheld where the chain does not call it private
- a lie is refused, whoever tells it is named, and nothing is kept
- nobody answers, nobody is named, the address is inside, the chain has no such line
- whose key it is, the chain says: rotated away, it opens nothing
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from two_nodes import BANK, MAKER, NOWHERE, SILENT, Changed, Firms

from delivery.asking import Answer
from delivery.destinations import Reach
from exchange.fetching import Reading
from store import Reader
from store.reader import ANYONE
from store.record.fetched_openings import fetched_openings
from store.record.grants import revoke_grant
from store.record.payloads import RotateKey
from traceability.verdict.facts import Status

SHOWN = Status.MATCHED
"""How the steps of a development network's bundles are shown."""


def _kept(firms: Firms, commitment: bytes) -> bool:
    return commitment in fetched_openings(firms.reader.record, [commitment], Reader(BANK), firms.now)


def test_what_is_granted_is_proven_at_the_readers_own_node(firms: Firms) -> None:
    thing, commitment = firms.event()
    firms.grant(commitment)
    before = firms.steps(thing)

    (found,) = firms.fetch(commitment)

    assert (Status.PROVEN, MAKER, None) == (found.status, found.owner, found.until)
    assert [Status.HIDDEN_BY_OWNER] == before
    assert [SHOWN] == firms.steps(thing)


def test_what_was_fetched_is_not_shown_to_anybody_else(firms: Firms) -> None:
    thing, commitment = firms.event()
    firms.grant(commitment)
    firms.fetch(commitment)

    assert [Status.HIDDEN_BY_OWNER] == firms.steps(thing, None)
    assert [Status.HIDDEN_BY_OWNER] == firms.steps(thing, MAKER)


def test_a_field_that_the_grant_leaves_out_stays_hidden(firms: Firms) -> None:
    thing, commitment = firms.event()
    firms.grant(commitment, hidden=("/bizTransactionList",))

    (found,) = firms.fetch(commitment)

    kept = fetched_openings(firms.reader.record, [commitment], Reader(BANK), firms.now)[commitment].opening
    assert Status.PROVEN is found.status
    assert b"https://example.com/po/4711".hex() not in kept
    assert [SHOWN] == firms.steps(thing)


def test_what_is_not_granted_is_hidden_by_its_owner(firms: Firms) -> None:
    thing, commitment = firms.event()

    (found,) = firms.fetch(commitment)

    assert (Status.HIDDEN_BY_OWNER, MAKER) == (found.status, found.owner)
    assert [Status.HIDDEN_BY_OWNER] == firms.steps(thing)


def test_what_everyone_may_read_is_fetched_without_a_grant(firms: Firms) -> None:
    thing, commitment = firms.event(visibility=ANYONE)
    before = firms.steps(thing)

    (found,) = firms.fetch(commitment)

    assert Status.PROVEN is found.status
    assert [Status.WITHHELD_BY_SERVER] == before
    assert [SHOWN] == firms.steps(thing)


def test_what_is_taken_back_is_deleted_when_it_is_asked_for_again(firms: Firms) -> None:
    thing, commitment = firms.event()
    grant = firms.grant(commitment)
    firms.fetch(commitment)
    revoke_grant(firms.owner.record, firms.hand, grant.id)

    (found,) = firms.fetch(commitment)

    assert Status.HIDDEN_BY_OWNER is found.status
    assert not _kept(firms, commitment)
    assert [Status.HIDDEN_BY_OWNER] == firms.steps(thing)


def test_what_was_granted_until_a_time_is_not_seen_from_then_on(firms: Firms) -> None:
    thing, commitment = firms.event()
    end = (firms.now + timedelta(hours=2)).replace(microsecond=0)
    firms.grant(commitment, until=end)
    (found,) = firms.fetch(commitment)
    during = firms.steps(thing)

    firms.later += timedelta(hours=2)

    assert (Status.PROVEN, end, [SHOWN]) == (found.status, found.until, during)
    assert not _kept(firms, commitment)
    assert [Status.HIDDEN_BY_OWNER] == firms.steps(thing)
    assert Status.HIDDEN_BY_OWNER is firms.fetch(commitment)[0].status


def test_the_end_is_when_the_reader_would_see_less(firms: Firms) -> None:
    _, commitment = firms.event()
    soon, late = (firms.now + timedelta(hours=hours) for hours in (1, 5))
    firms.grant(commitment, until=late, hidden=("/bizTransactionList",))
    (some,) = firms.fetch(commitment)
    firms.grant(commitment, until=soon)
    (whole,) = firms.fetch(commitment)
    firms.grant(commitment)
    (lasting,) = firms.fetch(commitment)

    assert [late, soon, None] == [some.until, whole.until, lasting.until]


def _first(answer: Any) -> Any:
    return answer["openings"][0]


def _altered_value(answer: Any) -> Any:
    leaf = _first(answer)["opening"]["leaves"][-1]
    leaf[1] = leaf[1][:-2] + f"{int(leaf[1][-2:], 16) ^ 1:02x}"
    return answer


def _altered_salt(answer: Any) -> Any:
    leaf = _first(answer)["opening"]["leaves"][2]
    leaf[1] = f"0x{int(leaf[1][2:4], 16) ^ 1:02x}{leaf[1][4:]}"
    return answer


def _exchanged(answer: Any) -> Any:
    first, second = answer["openings"]
    first["opening"], second["opening"] = second["opening"], first["opening"]
    return answer


LIES: dict[str, tuple[Callable[[Any], Any], str]] = {
    "an altered field": (_altered_value, "not what was committed to"),
    "an altered salt": (_altered_salt, "not what was committed to"),
    "another event's opening": (_exchanged, "not what was committed to"),
    "a leaf left out": (
        lambda answer: _first(answer)["opening"]["leaves"].pop() and answer,
        "not what was committed to",
    ),
    "no JSON": (lambda _: b"<html>", "cannot be read"),
    "no openings": (lambda _: {"askAgain": []}, "cannot be read"),
    "one event twice": (lambda answer: {**answer, "openings": [_first(answer)] * 2}, "cannot be read"),
    "an end that is no time": (lambda answer: _first(answer).update(until="soon") or answer, "cannot be read"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_refused_and_its_firm_is_named(firms: Firms, lie: str) -> None:
    change, reason = LIES[lie]
    events = [firms.event()[1] for _ in range(2)]
    for commitment in events:
        firms.grant(commitment)

    found = firms.fetch(*events, asker=Changed(firms.asker(), change))

    refused = [each for each in found if each.status is Status.REFUSED]
    assert refused
    assert all(each.owner == MAKER and firms.service in each.reason and reason in each.reason for each in refused)
    assert not any(_kept(firms, each.commitment) for each in refused)


def test_what_a_node_leaves_out_is_withheld_where_the_chain_does_not_call_it_private(firms: Firms) -> None:
    _, commitment = firms.event(visibility=ANYONE)

    (found,) = firms.fetch(commitment, asker=Changed(firms.asker(), lambda _: {"openings": [], "askAgain": []}))

    assert (Status.WITHHELD_BY_SERVER, MAKER) == (found.status, found.owner)


def test_a_node_that_puts_off_everything_is_asked_once(firms: Firms) -> None:
    _, commitment = firms.event()
    puts_off = Changed(firms.asker(), lambda _: {"openings": [], "askAgain": ["0x" + commitment.hex()]})

    (found,) = firms.fetch(commitment, asker=puts_off)

    assert Status.NOT_CHECKED is found.status


def test_what_one_answer_has_no_room_for_is_asked_for_again(firms: Firms) -> None:
    events = [firms.event()[1] for _ in range(3)]
    for commitment in events:
        firms.grant(commitment)

    def one_at_a_time(answer: Any) -> Any:
        first, *rest = answer["openings"]
        return {"openings": [first], "askAgain": [each["commitment"] for each in rest]}

    found = firms.fetch(*events, asker=Changed(firms.asker(), one_at_a_time))

    assert [Status.PROVEN] * 3 == [each.status for each in found]


def test_a_node_that_does_not_answer_leaves_its_events_not_checked(firms: Firms) -> None:
    _, silent = firms.event(SILENT)
    _, nowhere = firms.event(NOWHERE)

    found = firms.fetch(silent, nowhere, bytes(32))

    assert [Status.NOT_CHECKED] * 3 == [each.status for each in found]
    assert [SILENT, NOWHERE, None] == [each.owner for each in found]
    assert "the connection was refused" in found[0].reason
    assert "names no address" in found[1].reason
    assert "no such line" in found[2].reason


def test_a_firm_that_takes_long_does_not_make_the_question_to_the_next_one_late(firms: Firms) -> None:
    _, silent = firms.event(SILENT)
    _, commitment = firms.event()
    firms.grant(commitment)
    honest = firms.asker()

    class Patient:
        def ask(self, url: str, headers: Mapping[str, str], body: bytes, longest: int) -> Answer:
            if not url.startswith(firms.service):
                firms.later += timedelta(minutes=10)
            return honest.ask(url, headers, body, longest)

    found = firms.fetch(silent, commitment, asker=Patient())

    assert [Status.NOT_CHECKED, Status.PROVEN] == [each.status for each in found], found


def test_no_address_inside_is_asked_whatever_the_chain_says(firms: Firms) -> None:
    _, commitment = firms.event()

    (found,) = firms.fetch(commitment, asker=firms.asker(Reach(("http", "https"))))

    assert Status.NOT_CHECKED is found.status
    assert "not sent" in found.reason


def test_a_key_that_was_rotated_away_opens_nothing(firms: Firms) -> None:
    _, commitment = firms.event()
    firms.grant(commitment)
    old = firms.reader.keystores.addresses()[0]
    new = firms.reader.keystores.create().address
    firms.reader.promise(BANK, RotateKey(new))
    firms.owner.settle()
    firms.later += timedelta(minutes=1)

    (refused,) = firms.fetch(commitment, signer=old)
    (found,) = firms.fetch(commitment, signer=new)

    assert Status.NOT_CHECKED is refused.status
    assert "signing key's time has run out" in refused.reason
    assert Status.PROVEN is found.status
    # The tests after this one sign with the newest key, too.
    (firms.reader.home / "keystores" / f"{old.hex()}.json").unlink()


def test_what_is_here_is_not_asked_for(firms: Firms) -> None:
    _, commitment = firms.event()
    asked: list[str] = []

    found = _fetch_as_maker(firms, commitment, asked)

    assert ([], "this node has its body") == (asked, found.reason)


def _fetch_as_maker(firms: Firms, commitment: bytes, asked: list[str]) -> Any:
    class Nobody:
        def ask(self, url: str, *_: Any) -> Any:
            asked.append(url)
            raise AssertionError(url)

    owner = firms.owner
    key = owner.keystores.signer(owner.keystores.addresses()[1])
    reading = Reading(owner.record, owner.mirror, MAKER, key, Nobody(), lambda: firms.now, Status.PROVEN)
    return reading.fetch([commitment])[0]
