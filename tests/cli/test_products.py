"""`suyuan describe`, `label`, `recall`, `state`, `holdings`: what a manufacturer does with its things."""

from pathlib import Path

import pytest
from PIL import Image
from terminals import PRODUCT, Terminal, document, event, item
from waiting import awaited


@pytest.fixture
def picture(tmp_path: Path) -> str:
    Image.new("RGB", (8, 8), "blue").save(tmp_path / "picture.png")
    return str(tmp_path / "picture.png")


def test_a_product_is_described_with_name_picture_and_contact(terminal: Terminal, picture: str):
    options = ("--name", "冰箱", "--name-en", "Refrigerator", "--phone", "400-000-0520", "--picture", picture)

    dry = terminal.must("describe", PRODUCT, "--as", "1", *options, "--dry-run")
    said = terminal.must("describe", PRODUCT, "--as", "1", *options)

    assert "the description of (01)06976001100015 is in order; nothing was written\n" == dry.out
    assert "  1 accepted, final" == said.lines[1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "/name: is missing"),
        (("--name", "冰箱", "--url", "ftp:x"), "/contact/url: is no web address: begin it with https://"),
        (("--name", "冰箱", "--picture", __file__), "is no picture that can be shown: give a PNG, JPEG or WebP file"),
    ],
)
def test_a_description_that_is_not_in_order_is_refused_with_its_place(
    terminal: Terminal, options: tuple[str, ...], told: str
):
    said = terminal.run("describe", PRODUCT, "--as", "1", *options)

    assert (1, True) == (said.code, told in said.err)


def test_only_the_holder_describes_a_product(terminal: Terminal):
    said = terminal.run("describe", PRODUCT, "--as", "2", "--name", "冰箱")

    assert (1, True) == (said.code, "does not admit organisation 2 to write describe events" in said.err)


def test_labels_are_printed_with_fresh_serials(terminal: Terminal, tmp_path: Path):
    file = tmp_path / "labels.pdf"

    said = terminal.must("label", PRODUCT, "--count", "3", "--out", str(file), "--as", "1")

    assert file.read_bytes().startswith(b"%PDF")
    assert 3 == len({line for line in said.lines if "(21)" in line})


@pytest.mark.parametrize(
    ("product", "sheet", "told"),
    [
        ("06976001100014", "a4-3x8", "check digit"),
        (f"(01){PRODUCT}(21)X", "a4-3x8", "give its GTIN without serial or lot"),
        ("06976009100017", "a4-3x8", "is under no granted prefix"),
        (PRODUCT, "a0", "known are a4-3x8"),
    ],
)
def test_labels_that_cannot_be_printed_are_refused_in_one_line_and_no_file_is_written(
    terminal: Terminal, tmp_path: Path, product: str, sheet: str, told: str
):
    file = tmp_path / "labels.pdf"

    said = terminal.run("label", product, "--count", "1", "--out", str(file), "--as", "1", "--sheet", sheet)

    assert (1, True, 1, False) == (said.code, told in said.err, said.err.count("\n"), file.exists())


def test_a_lot_is_recalled_in_one_step_and_released_again(terminal: Terminal):
    lot = f"(01){PRODUCT}(10)LOT7"

    recalled = terminal.must("recall", lot, "--as", "1", "--reason", "漏电", "--reason-en", "leaks current")
    released = terminal.must("state", lot, "active", "--as", "1")

    assert (f"{lot} is recalled\n", f"{lot} is active\n") == (recalled.out, released.out)


def test_only_the_holder_recalls_and_states_have_names(terminal: Terminal):
    foreign = terminal.run("recall", f"(01){PRODUCT}(10)LOT7", "--as", "2", "--reason", "漏电")
    wrong = terminal.run("state", f"(01){PRODUCT}(10)LOT7", "broken", "--as", "1")

    assert (1, True) == (foreign.code, "does not admit organisation 2 to write state events" in foreign.err)
    assert (1, True) == (wrong.code, "is none of active, quarantined, recalled" in wrong.err)


def test_holdings_are_what_was_made_and_not_shipped(terminal: Terminal, tmp_path: Path):
    terminal.must("capture", document(tmp_path, event(item("H1"))), "--as", "1")

    awaited(lambda: f"(01){PRODUCT}(21)H1" in terminal.run("holdings", "--as", "1").out, "the item among the holdings")
    assert terminal.run("holdings", "--as", "9").code == 1
