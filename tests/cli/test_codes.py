"""`suyuan code`: what a code names and what is wrong with it, on the terminal."""

import json

from typer.testing import CliRunner

from cli.main import app


def said(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["code", *arguments])
    return result.exit_code, result.output


def test_a_right_code_is_named_with_its_parts() -> None:
    ends, text = said("(01)06901234567892(10)L7(17)270131")

    assert ends == 0
    assert "https://id.gs1.org/01/06901234567892/10/L7" in text
    assert "(17) USE BY or EXPIRY: 270131" in text
    assert "gs1:6901234" in text


def test_a_wrong_code_ends_with_one_and_says_why_in_the_language_asked_for() -> None:
    assert said("1M8GDM9A1KP042788")[0] == 1
    assert "Its check digit is wrong." in said("1M8GDM9A1KP042788")[1]
    assert "校验码不正确。" in said("1M8GDM9A1KP042788", "--lang", "zh")[1]
    assert "excluded" in said("(01)06901234567892(37)2")[1]
    assert "unknown-form" in said("hello")[1]


def test_all_of_it_is_printed_as_json() -> None:
    ends, text = said("88.118.8/a", "--json")

    assert (0, "hdl:88.118.8/a", True) == (ends, json.loads(text)["id"], json.loads(text)["levelIsOpen"])


def test_without_a_code_the_schemes_are_listed() -> None:
    ends, text = said()

    assert ends == 0
    assert "did:bid" in text
    assert "1M8GDM9AXKP042788" in text


def test_an_unknown_kind_is_named() -> None:
    assert said("1", "--kind", "barcode")[0] != 0
    assert said("11111111111111111", "--kind", "vin")[0] == 0


def test_what_would_move_the_cursor_is_shown_as_a_box() -> None:
    assert "\x1b" not in said("88.118.8/\x1b[2J")[1]
