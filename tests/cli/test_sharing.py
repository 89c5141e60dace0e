"""`suyuan group …` and `suyuan share …`: who may read, said and taken back at the terminal, seen over HTTP."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from itertools import count
from pathlib import Path

import pytest
from terminals import Terminal, document, event, item
from waiting import PATIENCE

_numbers = count(1)


@pytest.fixture
def thing() -> str:
    """Return a thing of this test's own."""
    return item(f"SHARED{next(_numbers)}")


@pytest.fixture(scope="module")
def bank(terminal: Terminal) -> str:
    """Return an API key of organisation 2."""
    return terminal.must("key", "issue", "--as", "2", "--role", "query").out.strip()


def commitment_of(terminal: Terminal, tmp_path: Path, thing: str, *options: str) -> str:
    """Capture an event of organisation 1 and return its commitment."""
    key = terminal.must("key", "issue", "--as", "1", "--role", "query").out.strip()
    said = terminal.must("capture", document(tmp_path, event(thing)), "--as", "1", *options)
    job = said.lines[0].split()[1].rstrip(":")
    return str(json.loads(fetched(terminal, f"/capture/{job}", key))["events"][0]["commitment"])


def fetched(terminal: Terminal, path: str, key: str) -> str:
    """Return an answer, or its status where it is a refusal."""
    address = f"http://127.0.0.1:{terminal.environment['SUYUAN_PORT']}{path}"
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {key}"})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as refusal:
        return str(refusal.code)


def test_a_grant_shows_an_event_until_it_is_taken_back(
    terminal: Terminal, tmp_path: Path, thing: str, bank: str
) -> None:
    commitment = commitment_of(terminal, tmp_path, thing)

    made = terminal.must(
        "share", "grant", "--as", "1", "--thing", thing, "--to", "2", "--hide", "/bizStep", "--days", "3"
    )
    number = re.search(r"grant (\d+) shows 1 events", made.out)
    assert number is not None
    granted = fetched(terminal, f"/events/{commitment}", bank)
    listed = terminal.must("share", "list", "--as", "1").out
    who = terminal.must("share", "who", commitment, "--as", "1").lines
    terminal.must("share", "revoke", number[1], "--as", "1")

    assert (True, False) == (thing in granted, "commissioning" in granted)
    assert f"grant {number[1]}  until" in listed
    assert ["organisation 1: owner", f"organisation 2: grant {number[1]}, until"] == [
        who[0],
        who[1][: who[1].index("until") + 5],
    ]
    assert who[1].endswith("without /bizStep")
    assert "404" == fetched(terminal, f"/events/{commitment}", bank)
    assert "revoked" in terminal.must("share", "log", "--as", "1", "--newest", "1").out


def test_a_group_is_kept_and_its_members_read(terminal: Terminal, tmp_path: Path, thing: str, bank: str) -> None:
    made = terminal.must("group", "make", "banks", "--as", "1")
    commitment = commitment_of(terminal, tmp_path, thing, "--disclosure", "private; groups=banks")

    before = fetched(terminal, f"/events/{commitment}", bank)
    added = terminal.must("group", "add", "banks", "2", "--as", "1")
    inside = fetched(terminal, f"/events/{commitment}", bank)
    renamed = terminal.must("group", "rename", "banks", "lenders", "--as", "1")
    terminal.must("group", "remove", "lenders", "2", "--as", "1")
    after = fetched(terminal, f"/events/{commitment}", bank)
    terminal.must("group", "delete", "lenders", "--as", "1")

    assert ["banks: nobody\n", "banks: 2\n", "lenders: 2\n"] == [each.out for each in (made, added, renamed)]
    assert ("404", True, "404") == (before, thing in inside, after)
    assert "" == terminal.must("group", "list", "--as", "1").out


def test_a_standing_profile_holds_where_a_capture_says_nothing(
    terminal: Terminal, tmp_path: Path, thing: str, bank: str
) -> None:
    said = terminal.must("share", "standing", "members", "--prefix", "gs1:6976001", "--as", "1")
    under_it = commitment_of(terminal, tmp_path, thing)
    otherwise = commitment_of(terminal, tmp_path, thing + "2", "--disclosure", "private")
    ended = terminal.must("share", "standing", "--prefix", "gs1:6976001", "--end", "--as", "1")
    after = commitment_of(terminal, tmp_path, thing + "3")

    assert ("gs1:6976001: members\n", "") == (said.out, ended.out)
    shown = [fetched(terminal, f"/events/{each}", bank) for each in (under_it, otherwise, after)]
    assert (True, "404", "404") == (thing in shown[0], *shown[1:])


def test_a_profile_is_changed_afterwards(terminal: Terminal, tmp_path: Path, thing: str, bank: str) -> None:
    commitment = commitment_of(terminal, tmp_path, thing, "--disclosure", "members")

    before = fetched(terminal, f"/events/{commitment}", bank)
    said = terminal.must("share", "profile", "private", "--event", commitment, "--as", "1")

    assert (True, "404") == (thing in before, fetched(terminal, f"/events/{commitment}", bank))
    assert said.out.startswith("1 events have the profile private")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("share", "grant", "--everything", "--as", "1"), "say to whom"),
        (("share", "grant", "--to", "2", "--as", "1"), "say which events"),
        (("share", "grant", "--to", "9", "--everything", "--as", "1"), "there is no organisation 9"),
        (("share", "grant", "--to-group", "none", "--everything", "--as", "1"), "you have no group 'none'"),
        (("share", "grant", "--to", "2", "--type", "Event", "--as", "1"), "is none of ObjectEvent"),
        (("share", "grant", "--to", "2", "--from", "today", "--as", "1"), "is no time with an offset"),
        (("share", "grant", "--to", "2", "--event", "0x12", "--as", "1"), "is no commitment"),
        (("share", "grant", "--to", "2", "--everything", "--hide", "bizStep", "--as", "1"), "disclosure 'hide=bizStep'"),
        (("share", "revoke", "999", "--as", "1"), "you made no grant 999"),
        (("share", "who", "0x" + "00" * 32, "--as", "1"), "organisation 1 has no event"),
        (("share", "standing", "members", "--prefix", "gs1:6976001", "--as", "2"), "is no prefix of organisation 2"),
        (("share", "standing", "--end", "--as", "2"), "there is no standing profile"),
        (("group", "make", "a b", "--as", "1"), "is no name of a group"),
        (("group", "make", "x", "--member", "9", "--as", "1"), "there is no organisation 9"),
        (("group", "delete", "none", "--as", "1"), "you have no group 'none'"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_in_one_line(terminal: Terminal, arguments: tuple[str, ...], told: str) -> None:
    said = terminal.run(*arguments)

    assert (1, True, 1) == (said.code, told in said.err, said.err.count("\n"))
