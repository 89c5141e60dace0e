"""Where a capture says nothing of who may read: the firm's standing profiles, by the prefixes of an event's things."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from capture.disclosure import NOBODY_ELSE, disclosure_of, disclosure_text
from capture.documents import Request, capture_document
from capture.errors import DisclosureInvalid
from capture.reading import Form
from store.database import Mirror, Record
from store.reader import Disclosure
from store.record.bodies import sealed_after
from store.record.disclosure_log import Hand
from store.record.groups import delete_group, make_group
from store.record.standing_profiles import WHOLE_FIRM, set_standing_profile

MAKER = 1
OPEN, CLOSED, FOREIGN = (
    "https://id.gs1.org/01/06901234000016/21/A",
    "https://id.gs1.org/01/06909999000012/21/B",
    "https://id.gs1.org/01/06921111000014/21/C",
)
"""Under two prefixes of the maker's, and one of the carrier's."""


@pytest.fixture
def captured(record: Record, mirror: Mirror, asked: Callable[..., Request]) -> Callable[..., list[str]]:
    """Capture an event about things without a word of who may read, and give its visibility and readers."""

    def capture(*things: str, **options: Any) -> tuple[str, frozenset[int]]:
        event = {
            "type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-05-03T10:00:00+08:00",
            "eventTimeZoneOffset": "+08:00", "epcList": list(things),
        }  # fmt: skip
        content = {
            "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"], "type": "EPCISDocument",
            "schemaVersion": "2.0", "creationDate": "2026-05-04T00:00:00Z", "epcisBody": {"eventList": [event]},
        }  # fmt: skip
        request = asked(**({"standing": True} | options))
        capture_document(record, mirror, json.dumps(content).encode(), Form.JSON, request)
        sealed = sealed_after(record, 0, 1000)[-1]
        return sealed.visibility, sealed.readers

    return capture  # type: ignore[return-value]  # a pair


def test_without_any_profile_an_event_is_private(captured: Any) -> None:
    assert ("private", frozenset()) == captured(OPEN)


def test_the_profile_of_the_prefix_holds_before_that_of_the_firm(
    record: Record, captured: Any, asked: Callable[..., Request]
) -> None:
    hand = Hand(MAKER, "key", asked().now)
    set_standing_profile(record, hand, WHOLE_FIRM, "members")
    set_standing_profile(record, hand, "gs1:6901234", "public; readers=2")

    assert [("public", frozenset({2})), ("members", frozenset())] == [captured(OPEN), captured(CLOSED)]
    assert ("members", frozenset()) == captured(FOREIGN)


def test_things_under_different_profiles_make_an_event_private(
    record: Record, captured: Any, asked: Callable[..., Request]
) -> None:
    hand = Hand(MAKER, "key", asked().now)
    set_standing_profile(record, hand, "gs1:6901234", "public")

    assert ("private", frozenset()) == captured(OPEN, CLOSED)
    assert ("public", frozenset()) == captured(OPEN, FOREIGN)


def test_what_a_capture_says_holds_before_any_standing_profile(
    record: Record, captured: Any, asked: Callable[..., Request]
) -> None:
    set_standing_profile(record, Hand(MAKER, "key", asked().now), WHOLE_FIRM, "public")

    said = captured(OPEN, standing=False, disclosure=Disclosure("members"))

    assert ("members", frozenset()) == said


def test_a_group_that_was_deleted_reads_nothing_and_stops_no_capture(
    record: Record, captured: Any, asked: Callable[..., Request]
) -> None:
    hand = Hand(MAKER, "key", asked().now)
    group = make_group(record, hand, "dealers", (2,))
    set_standing_profile(record, hand, WHOLE_FIRM, "private; groups=dealers")

    before = captured(OPEN)
    delete_group(record, hand, "dealers")

    assert [("private", frozenset({group.subject})), ("private", frozenset())] == [before, captured(OPEN + "2")]


@pytest.mark.parametrize(
    "text", ["private; groups=dealers", "members; readers=2,5; groups=a.b,经销商; hide=/ilmd,/readPoint/id", "public"]
)
def test_a_profile_is_read_as_it_is_written(text: str) -> None:
    assert text == disclosure_text(disclosure_of(text))


@pytest.mark.parametrize("text", ["private; groups=", "private; groups=a b", "private; groups=a,,b", "groups=a", ""])
def test_a_profile_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(DisclosureInvalid):
        disclosure_of(text)
    assert Disclosure("private") == NOBODY_ELSE
