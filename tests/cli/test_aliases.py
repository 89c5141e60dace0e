"""`suyuan alias`: a firm claims, lists and revokes other codes of its things."""

from terminals import PRODUCT, Terminal

ITEM = f"https://id.gs1.org/01/{PRODUCT}/21/ALIAS"
CAR = "https://id.gs1.org/01/04012345000016/21/X9"


def test_a_claim_is_made_listed_and_taken_back(terminal: Terminal):
    made = terminal.must("alias", "claim", ITEM, CAR, "--as", "1")

    assert "(01)06976001100015(21)ALIAS and (01)04012345000016(21)X9 are said to name one thing" in made.out
    claim = made.out.rpartition("(")[2].rstrip(")\n")
    (line,) = terminal.must("alias", "list", CAR).lines
    assert (True, True) == (
        line.startswith("(01)06976001100015(21)ALIAS  says organisation 1  one-sided"),
        claim in line,
    )

    assert "the claim is taken back\n" == terminal.must("alias", "revoke", claim, "--as", "1").out
    assert "nobody claims another code of (01)04012345000016(21)X9\n" == terminal.must("alias", "list", CAR).out


def test_only_the_holder_of_a_code_claims(terminal: Terminal):
    said = terminal.run("alias", "claim", ITEM, CAR, "--as", "2")

    assert (1, True) == (said.code, "organisation 2 holds the prefix of neither code" in said.err)


def test_a_claim_that_is_none_is_not_revoked(terminal: Terminal):
    assert 1 == terminal.run("alias", "revoke", "0x12", "--as", "1").code
    assert 1 == terminal.run("alias", "revoke", "claim", "--as", "1").code
