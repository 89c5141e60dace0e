"""`suyuan member`, `prefix`, `key`: what they do, and how they refuse."""

import json
from pathlib import Path

import pytest
from terminals import PRODUCT, Terminal
from waiting import awaited

from chain import deployment


def test_members_are_listed_with_standing_role_and_profile(terminal: Terminal):
    said = terminal.must("member", "list")

    assert [["1", "active", "manufacturer"], ["2", "active", "bank"]] == [line.split()[:3] for line in said.lines[:2]]
    assert '"en": "Hailan"' in said.lines[0]


def test_a_suspended_member_is_listed_so_and_can_be_reinstated(terminal: Terminal):
    terminal.must("member", "suspend", "2", "--reason", "audit")
    suspended = awaited_line(terminal, ("member", "list"), "suspended")
    terminal.must("member", "reinstate", "2", "--reason", "audit passed")

    assert suspended.split()[:2] == ["2", "suspended"]
    assert awaited_line(terminal, ("member", "list"), "2  active")


@pytest.mark.parametrize(
    ("profile", "role", "told"),
    [
        ('{"name": ', "bank", "is no JSON: line 1, column 10"),
        ("[]", "bank", "holds no JSON object"),
        ("{}", "bank", "names nobody"),
        ('{"name": "X"}', "king", "'king' is no role; known are manufacturer"),
    ],
)
def test_an_admission_that_is_not_in_order_says_why_and_makes_no_key(
    terminal: Terminal, tmp_path: Path, profile: str, role: str, told: str
):
    (tmp_path / "firm.json").write_text(profile, encoding="utf-8")
    before = sorted((terminal.home / "keystores").iterdir())

    said = terminal.run("member", "admit", str(tmp_path / "firm.json"), "--role", role)

    assert (1, True) == (said.code, told in said.err)
    assert before == sorted((terminal.home / "keystores").iterdir())


def test_what_the_contract_refuses_bears_its_name_its_meaning_and_where_to_read_on(terminal: Terminal):
    said = terminal.run("prefix", "grant", "gs1", "69760011", "1")

    assert said.code == 1
    assert "PrefixOverlaps" in said.err
    assert "A shorter prefix is granted" in said.err
    assert "docs/problems.md#prefix-overlaps" in said.err
    assert said.err.count("\n") == 1


def test_a_prefix_is_suspended_reinstated_and_revoked(terminal: Terminal):
    terminal.must("prefix", "grant", "gs1", "6976008", "2")
    terminal.must("prefix", "suspend", "gs1", "6976008", "--reason", "test")
    assert awaited_line(terminal, ("prefix", "list"), "gs1:6976008  holder 2  suspended")
    terminal.must("prefix", "reinstate", "gs1", "6976008", "--reason", "test")
    assert awaited_line(terminal, ("prefix", "list"), "gs1:6976008  holder 2  granted")
    terminal.must("prefix", "revoke", "gs1", "6976008", "--reason", "test")
    assert awaited_line(terminal, ("prefix", "list"), "gs1:6976008  holder 2  revoked")


def test_schemes_that_a_new_version_brings_are_registered_once(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    assert "the network knows every scheme\n" == terminal.must("prefix", "register-schemes").out
    plates = deployment.SchemeRule("plates", "", 2, 20)
    monkeypatch.setattr(deployment, "SCHEMES", (*deployment.SCHEMES, plates))
    before = terminal.run("prefix", "grant", "plates", "B1", "1")

    registered = terminal.must("prefix", "register-schemes")

    assert (1, True) == (before.code, "SchemeUnknown" in before.err)
    assert "prefixes can be granted of plates\n" == registered.out
    terminal.must("prefix", "grant", "plates", "B1", "1")
    assert "the network knows every scheme\n" == terminal.must("prefix", "register-schemes").out


def test_the_prefix_of_an_identifier_is_found_in_any_writing(terminal: Terminal):
    for writing in (PRODUCT, f"(01){PRODUCT}(21)X", f"https://example.com/01/{PRODUCT}"):
        assert terminal.must("prefix", "list", writing).out == "gs1:6976001  holder 1  granted\n"

    unknown = terminal.run("prefix", "list", "06976009100017")

    assert (1, "suyuan: (01)06976009100017 is under no granted prefix\n") == (unknown.code, unknown.err)


def test_only_the_holder_admits_partners_and_kinds_have_names(terminal: Terminal):
    terminal.must("prefix", "partner", "gs1", "6976001", "2", "--as", "1", "--kind", "end")

    foreign = terminal.run("prefix", "partner", "gs1", "6976001", "2", "--as", "2", "--kind", "end")
    wrong = terminal.run("prefix", "partner", "gs1", "6976001", "2", "--as", "1", "--kind", "ende")

    assert (1, True) == (foreign.code, "HolderRequired" in foreign.err)
    assert (1, True) == (wrong.code, "'ende' is no kind of event; known are observe" in wrong.err)


def test_an_api_key_is_shown_once_renewed_and_revoked(terminal: Terminal):
    issued = terminal.must("key", "issue", "--as", "1", "--label", "till")
    listed = next(line for line in terminal.must("key", "list", "--as", "1").lines if line.endswith("till"))
    key_id = listed.split()[2]
    renewed = terminal.must("key", "renew", key_id, "--as", "1", "--hours", "1")
    terminal.must("key", "revoke", key_id, "--as", "1")

    again = terminal.must("key", "list", "--as", "1").out
    assert issued.out.startswith("suyuan_")
    assert issued.out != renewed.out
    assert issued.out.strip() not in again + listed
    assert f"API key {key_id}  ended" in again
    assert terminal.run("key", "renew", "nonsense", "--as", "1").code == 1
    assert "there is no organisation 9" in terminal.run("key", "issue", "--as", "9").err


def test_a_signing_key_is_rotated_and_the_old_one_ends(terminal: Terminal):
    before = [line.split()[2] for line in terminal.must("key", "list", "--as", "2").lines if "signing" in line]

    said = terminal.must("key", "rotate", "--as", "2")

    new = said.out.split()[-1]
    assert awaited_line(terminal, ("key", "list", "--as", "2"), f"signing key {new}  valid")
    assert awaited_line(terminal, ("key", "list", "--as", "2"), f"signing key {before[-1]}  ended")
    assert terminal.run("key", "close", "0x00", "--as", "2").err.startswith("suyuan: '0x00' is no address")


def test_a_consent_to_a_lien_is_signed_by_a_valid_key_only(terminal: Terminal):
    said = terminal.must("lien", "consent", f"(01){PRODUCT}(21)PLEDGE", "--pledgee", "2", "--as", "1")
    nobody = terminal.run("lien", "consent", f"(01){PRODUCT}(21)PLEDGE", "--pledgee", "2", "--as", "7")

    assert {"asset", "pledgee", "reference", "until", "pledgor", "nonce", "deadline", "signature"} == set(
        json.loads(said.out)
    )
    assert (1, True) == (nobody.code, "holds a valid key of organisation 7" in nobody.err)


def awaited_line(terminal: Terminal, command: tuple[str, ...], words: str) -> str:
    """Return the line of a list that has the words, once the mirror has taken the change in."""
    return awaited(
        lambda: next((line for line in terminal.run(*command).lines if words in line), ""), f"a line with {words!r}"
    )
