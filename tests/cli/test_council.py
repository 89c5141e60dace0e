"""`suyuan council`: three organisations take over a network of their own, and the key that founded it may nothing any more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminals import PASSPHRASE, Terminal, profile, serving
from waiting import awaited

from chain.keystore import Keystores
from chain.passphrase import Passphrase


@pytest.fixture(scope="module")
def governed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Return the terminal of a running network whose council of three has just taken over, two of whom must approve."""
    folder = tmp_path_factory.mktemp("council")
    with serving(folder) as built:
        for name in ("Hailan", "Bank", "Carrier"):
            built.must("member", "admit", profile(folder, name), "--role", "manufacturer")
        assert built.run("council", "show").err == (
            "suyuan: no council governs this network: its authority is a key. `suyuan council found` changes that\n"
        )
        seats = ("--member", "1", "--member", "2", "--member", "3")
        said = built.must("council", "found", *seats, "--threshold", "2", "--delay", "0")
        assert said.out.endswith("governs: 2 of organisations 1, 2, 3\n")
        yield built


def _awaited(governed: Terminal, command: tuple[str, ...], words: str) -> str:
    """Return the line that has the words, once the mirror has taken the change in."""
    return awaited(lambda: next((line for line in governed.run(*command).lines if words in line), ""), words)


def _number(said: str) -> str:
    """Return the number in "proposal 4 is made; …"."""
    words = said.split()
    assert words[0] == "proposal", said
    return words[1]


def _decided(governed: Terminal, *command: str) -> str:
    """Propose as 1, approve as 2, execute as 3, and return the proposal's number."""
    number = _number(governed.must(*command, "--as", "1", "--reason", "as agreed").out)
    governed.must("council", "approve", number, "--as", "2")
    governed.must("council", "execute", number, "--as", "3")
    return number


def test_a_command_of_the_authority_says_that_a_seat_must_propose_it(governed: Terminal, tmp_path: Path):
    keys = sorted((governed.home / "keystores").iterdir())

    for command in (
        ("member", "admit", profile(tmp_path, "New"), "--role", "bank"),
        ("prefix", "grant", "gs1", "6976001", "1"),
        ("member", "suspend", "2", "--reason", "audit"),
    ):
        said = governed.run(*command)

        assert (1, True) == (said.code, "add --as NUMBER --reason TEXT (seats: 1, 2, 3)" in said.err)
    assert keys == sorted((governed.home / "keystores").iterdir())


def test_a_member_is_admitted_by_two_of_three(governed: Terminal, tmp_path: Path):
    number = _number(
        governed.must(
            "member", "admit", profile(tmp_path, "New"), "--role", "bank", "--as", "1", "--reason", "as agreed"
        ).out
    )
    alone = governed.run("council", "execute", number, "--as", "1")
    shown = governed.must("council", "show", number)
    governed.must("council", "approve", number, "--as", "2")
    governed.must("council", "execute", number, "--as", "3")
    again = governed.run("council", "execute", number, "--as", "3")

    assert (1, True) == (alone.code, "ApprovalsTooFew" in alone.err)
    assert shown.lines[0].startswith(f"proposal {number}  open  1 of 2 approvals count")
    assert shown.lines[0].endswith("by organisation 1: as agreed")
    assert 'Members.admit({"name":{"en":"New"}' in shown.lines[1]
    assert "organisation 2  does not approve" == shown.lines[3]
    assert (1, True) == (again.code, "ProposalClosed" in again.err)
    assert _awaited(governed, ("member", "list"), '"en": "New"')


def test_prefixes_nodes_roles_and_successors_are_decided_by_the_council(governed: Terminal):
    _decided(governed, "prefix", "grant", "gs1", "6976001", "1")
    _decided(governed, "prefix", "node", "idis", "88.118", "3")
    _decided(governed, "member", "roles", "3", "--role", "registrar")
    _decided(governed, "member", "successor", "2", "1")

    assert _awaited(governed, ("prefix", "list"), "gs1:6976001  holder 1  granted")
    assert _awaited(governed, ("member", "list"), "registrar")
    said = governed.must("council", "list")
    assert {"  Prefixes.grantNode(idis, 88.118, 3)", "  Members.setSuccessor(2, 1)"} < set(said.lines)


def test_an_organisation_that_lost_its_key_signs_with_another_after_a_vote(governed: Terminal):
    lost = next(line.split()[2] for line in governed.must("key", "list", "--as", "3").lines if "signing" in line)
    (governed.home / "keystores" / f"{lost.removeprefix('0x')}.json").unlink()
    fresh = "0x" + Keystores(governed.home / "keystores", Passphrase(PASSPHRASE)).create().address.hex()
    recovery = ("key", "recover", "3", fresh, "--lost", lost)
    number = _number(governed.must(*recovery, "--as", "1", "--reason", "the office burnt down").out)
    governed.must("council", "approve", number, "--as", "2")

    governed.must("council", "execute", number, "--as", "1")

    assert _awaited(governed, ("key", "list", "--as", "3"), f"signing key {lost}  ended")
    proposed = governed.must("member", "suspend", "2", "--reason", "audit", "--as", "3")
    assert "organisation 3  approves since" in governed.must("council", "show", _number(proposed.out)).out


def test_proposals_are_withdrawn_and_listed(governed: Terminal):
    number = _number(governed.must("member", "suspend", "3", "--reason", "audit", "--as", "1").out)
    governed.must("council", "approve", number, "--as", "2")
    governed.must("council", "withdraw", number, "--as", "2")

    refused = governed.run("council", "execute", number, "--as", "1")
    listed = governed.must("council", "list").lines

    assert (1, True) == (refused.code, "ApprovalsTooFew" in refused.err)
    assert listed[0].startswith(f"proposal {number}  open  1 of 2 approvals count")
    assert listed[1] == "  Members.suspend(3, audit)"


def test_the_directory_names_another_contract_by_a_vote(governed: Terminal):
    directory = json.loads((governed.home / "network.json").read_text())["directory"]

    said = governed.must("council", "name", "council", directory, "--as", "1", "--reason", "upgrade")
    unknown = governed.run("council", "name", "nothing", directory, "--as", "1", "--reason", "upgrade")

    shown = governed.must("council", "show", _number(said.out)).lines[1]
    assert re.fullmatch(rf"  Directory\.set\(0x[0-9a-f]{{64}}, {directory}, 2\)", shown)
    assert (1, True) == (unknown.code, "no contract named 'nothing'" in unknown.err)


def test_any_call_can_be_proposed_and_is_shown_as_it_is(governed: Terminal):
    directory, stranger = json.loads((governed.home / "network.json").read_text())["directory"], "0x" + "12" * 20

    unknown = governed.must("council", "propose", directory, "0x79ba5097", "--as", "1", "--reason", "test")
    wrong = governed.run("council", "propose", stranger, "0xzz", "--as", "1", "--reason", "test")

    assert governed.must("council", "show", _number(unknown.out)).lines[1] == f"  {directory} 0x79ba5097"
    assert (1, True) == (wrong.code, "is no data of a call" in wrong.err)


def test_an_approval_is_signed_by_one_member_and_sent_by_another(governed: Terminal, tmp_path: Path):
    number = _number(governed.must("member", "roles", "4", "--role", "carrier", "--as", "1", "--reason", "moved").out)

    signed = governed.must("council", "sign", number, "--as", "2")
    (tmp_path / "approval.json").write_text(signed.out, encoding="utf-8")
    governed.must("council", "send", str(tmp_path / "approval.json"), "--as", "4")
    again = governed.run("council", "send", str(tmp_path / "approval.json"), "--as", "4")
    (tmp_path / "other.json").write_text(signed.out.replace('"content": "0x', '"content": "0x00'), encoding="utf-8")
    malformed = governed.run("council", "send", str(tmp_path / "other.json"), "--as", "4")
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    empty = governed.run("council", "send", str(tmp_path / "other.json"), "--as", "4")

    assert "Members.setRoles(4, 4)" in signed.err
    assert governed.must("council", "show", number).lines[0].startswith(f"proposal {number}  ready  2 of 2")
    assert (1, True) == (again.code, "NonceOutOfOrder" in again.err)
    assert [True, True] == ["is no approval" in said.err for said in (malformed, empty)]


def test_the_council_changes_itself(governed: Terminal):
    _decided(governed, "council", "change", "--member", "1", "--member", "2", "--lifetime", "7200")

    said = governed.must("council", "show").lines
    assert said[0].endswith(": 2 of organisations 1, 2")
    assert said[1] == "an approval counts after 0 s, a proposal ends after 7200 s"
    refused = governed.run("member", "suspend", "4", "--reason", "audit", "--as", "3")
    assert (1, True) == (refused.code, "SeatRequired" in refused.err)


def test_the_mirror_of_a_governed_network_agrees_with_the_chain(governed: Terminal):
    said = governed.must("audit")

    assert "agree" in said.out + said.err
