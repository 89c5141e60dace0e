"""`suyuan dossier` and `suyuan verify`: a borrower's link, and a bank's check with the network cable pulled."""

from __future__ import annotations

import json
import shutil
import subprocess
import urllib.request
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit

import pytest
from terminals import PRODUCT, Terminal, document, event, item
from waiting import PATIENCE, awaited

from chain.network import load_network, trust_root_of
from traceability.verdict.dossier import dossier_verdict_of

THING = item("D1")


@pytest.fixture(scope="module")
def asset(terminal: Terminal, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("asset")
    terminal.must("capture", document(folder, event(THING)), "--as", "1", "--disclosure", "public")
    awaited(lambda: "(21)D1" in terminal.run("holdings", "--as", "1").out, "the mirror to hold the item")
    return f"(01){PRODUCT}(21)D1"


def fetched(terminal: Terminal, path: str) -> bytes:
    address = f"http://127.0.0.1:{terminal.environment['SUYUAN_PORT']}{path}"
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read()


@pytest.fixture
def dossier(terminal: Terminal, asset: str, tmp_path: Path) -> str:
    link = terminal.must("dossier", "make", asset, "--as", "1", "--title", "Stock", "--for", "Bank").out.strip()
    (tmp_path / "dossier.json").write_bytes(fetched(terminal, urlsplit(link).path + "?download=1"))
    return str(tmp_path / "dossier.json")


@pytest.fixture
def bundle(terminal: Terminal, asset: str, tmp_path: Path) -> str:
    (tmp_path / "bundle.json").write_bytes(fetched(terminal, f"/api/v1/bundle?id={quote(THING, safe='')}"))
    return str(tmp_path / "bundle.json")


def test_a_link_opens_until_it_is_withdrawn_and_is_shown_once(terminal: Terminal, asset: str):
    made = terminal.must("dossier", "make", asset, "--as", "1", "--days", "2", "--title", "Once")
    token = made.out.strip().rpartition("/")[2]
    listed = next(line for line in terminal.must("dossier", "list", "--as", "1").lines if line.endswith("Once"))
    fetched(terminal, f"/dossiers/{token}")
    terminal.must("dossier", "revoke", listed.split()[0], "--as", "1")

    with pytest.raises(HTTPError) as closed:
        fetched(terminal, f"/dossiers/{token}")
    closed.value.close()

    after = terminal.must("dossier", "list", "--as", "1").out
    assert closed.value.code in (404, 410)
    assert f"{listed.split()[0]}  withdrawn" in after
    assert token not in after + listed
    assert terminal.run("dossier", "revoke", listed.split()[0], "--as", "1").code == 1
    assert terminal.run("dossier", "revoke", listed.split()[0], "--as", "2").code == 1


@pytest.mark.parametrize(
    ("thing", "options", "told"),
    [
        ("(01)06976009100017(21)X", (), "/assets/0: no prefix of it is granted"),
        (f"(01){PRODUCT}(21)D1", ("--field", "x"), "/fields/0: give a pointer"),
        ("nonsense", (), "is no valid identifier"),
    ],
)
def test_a_dossier_that_cannot_be_made_says_which_part(
    terminal: Terminal, thing: str, options: tuple[str, ...], told: str
):
    said = terminal.run("dossier", "make", thing, "--as", "1", *options)

    assert (1, True, 1) == (said.code, told in said.err, said.err.count("\n"))


def test_a_dossier_is_told_check_by_check_with_outcome_reason_and_code(terminal: Terminal, dossier: str):
    said = terminal.must("verify", dossier)

    rows = {line.split()[1]: line.split()[0] for line in said.lines if line.startswith("  ") and "[" in line}
    assert said.lines[0].startswith("dossier: REFER")
    assert rows == {
        "proof": "REFER", "freshness": "PASS", "provenance": "PASS", "receipt": "REFER", "title": "REFER",
        "liens": "PASS", "recall": "PASS", "state": "PASS", "attestation": "REFER", "borrower": "PASS",
    }  # fmt: skip
    assert "no lien lies on it, on a package that it is in, or on a part of it [unencumbered]" in said.out
    assert "evidence: line 0 of " in said.out


def test_the_json_of_a_dossier_is_the_bank_verdict(terminal: Terminal, dossier: str):
    said = terminal.must("verify", dossier, "--json", "--as-of", "1798000000")

    root = trust_root_of(load_network(terminal.home))
    expected = dossier_verdict_of(Path(dossier).read_bytes(), root, 1798000000).to_json()
    assert json.loads(expected) == json.loads(said.out)


def test_a_recalled_asset_fails_the_check(terminal: Terminal, tmp_path: Path):
    path = document(tmp_path, event(item("D2")))
    terminal.must("capture", path, "--as", "1", "--disclosure", "public")
    terminal.must("recall", f"(01){PRODUCT}(21)D2", "--as", "1", "--reason", "漏电")
    link = terminal.must("dossier", "make", f"(01){PRODUCT}(21)D2", "--as", "1").out.strip()
    awaited(
        lambda: b'"recalled"' in fetched(terminal, urlsplit(link).path + "?download=1"), "the recall in the dossier"
    )
    (tmp_path / "dossier.json").write_bytes(fetched(terminal, urlsplit(link).path + "?download=1"))

    said = terminal.run("verify", str(tmp_path / "dossier.json"))

    assert (1, True) == (said.code, said.lines[0].startswith("dossier: FAIL"))
    assert "  FAIL     recall       recalled since 20" in said.out


def test_a_bundle_is_told_fact_by_fact(terminal: Terminal, bundle: str):
    said = terminal.must("verify", bundle, "--id", f"(01){PRODUCT}(21)D1")

    assert f"{THING}   (root of trust " in said.lines[0]
    assert "nothing that it depends on is recalled (" in said.out
    assert "by Hailan (organisation 1): commissioning" in said.out


def test_a_bundle_of_another_thing_and_a_changed_one_end_with_1(terminal: Terminal, bundle: str, tmp_path: Path):
    other = terminal.run("verify", bundle, "--id", f"(01){PRODUCT}(21)OTHER")
    text = Path(bundle).read_text(encoding="utf-8")
    (tmp_path / "changed.json").write_text(
        text.replace(b"commissioning".hex(), b"Commissioning".hex()), encoding="utf-8"
    )
    (tmp_path / "junk.json").write_text('{"a":', encoding="utf-8")

    changed = terminal.run("verify", str(tmp_path / "changed.json"))
    junk = terminal.run("verify", str(tmp_path / "junk.json"))

    assert (1, True) == (other.code, "[other_thing]" in other.out)
    assert (1, True) == (changed.code, "refused" in changed.out)
    assert (1, True) == (junk.code, junk.err.startswith("suyuan: the file cannot be read: "))


def test_what_others_wrote_does_not_reach_the_terminal_as_control_characters(
    terminal: Terminal, dossier: str, tmp_path: Path
):
    content = json.loads(Path(dossier).read_text(encoding="utf-8"))
    content["dossier"]["assets"][0] = "\u001b[31mred\u202e"
    (tmp_path / "coloured.json").write_text(json.dumps(content), encoding="utf-8")

    said = terminal.run("verify", str(tmp_path / "coloured.json"))

    assert "\u001b" not in said.out
    assert "\u202e" not in said.out


def test_both_verify_with_no_network_at_all(terminal: Terminal, dossier: str, bundle: str):
    before = ("unshare", "--map-root-user", "--net")
    if (
        shutil.which("unshare") is None
        or subprocess.run([*before, "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("this machine does not let us cut the network off (unshare --net)")

    for file in (dossier, bundle):
        process = terminal.process("verify", file, before=before)
        out, err = process.communicate(timeout=PATIENCE)
        assert (0, "", True) == (process.returncode, err, "[not_recalled]" in out)
