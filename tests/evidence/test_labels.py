"""Labels: random serials, codes that read back, text that is embedded, duplicates refused."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from evidence.errors import LabelTooSmall, LabelUnreadable, SerialTaken, SheetUnknown, TextTooLong
from evidence.labels import SHEETS, LabelOrder, fresh_items, label_sheet
from evidence.labels.codes import link_of
from evidence.labels.drawing import Label, drawn
from evidence.labels.reading import verify_readable
from evidence.labels.serials import ALPHABET, LENGTH, random_serial
from traceability.identifiers import parse

CLASS = parse("06901234000788")
FINGERPRINT = "a1b2 c3d4 e5f6 a7b8 0011 2233 4455 6677"


def order(count: int = 5, **more: object) -> LabelOrder:
    items = tuple(parse(f"{CLASS.canonical}/21/{random_serial()}") for _ in range(count))
    made = LabelOrder(items, "http://192.168.1.5:8000", "风冷冰箱 BCD-520W", "青岛海岚电器股份有限公司", FINGERPRINT)
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_serial_has_at_least_sixty_random_bits() -> None:
    assert len(ALPHABET) ** LENGTH >= 2**60
    assert len({random_serial() for _ in range(1000)}) == 1000


def test_a_serial_is_made_of_characters_that_people_tell_apart() -> None:
    letters = itertools.cycle(range(len(ALPHABET)))

    serial = "".join(random_serial(lambda _: next(letters)) for _ in range(3))

    assert not set(serial) & set("ILOU")


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_reads_back_as_its_links(name: str) -> None:
    asked = order(3, sheet=name, skip=1)

    document = pypdfium2.PdfDocument(label_sheet(asked))
    texts = [
        code.text
        for page in range(len(document))
        for code in zxingcpp.read_barcodes(document[page].render(scale=4).to_pil())
    ]
    document.close()

    assert sorted(link_of(item, asked.base_url) for item in asked.identifiers) == sorted(texts)


def test_a_label_says_in_print_what_its_code_says() -> None:
    asked = order(1)

    document = pypdfium2.PdfDocument(label_sheet(asked))
    text = document[0].get_textpage().get_text_range()
    document.close()

    serial = asked.identifiers[0].canonical.rsplit("/", 1)[1]
    for expected in ("(01)06901234000788", f"(21){serial}", "风冷冰箱", "青岛海岚电器股份有限公司", FINGERPRINT):
        assert expected in text


def test_the_font_is_embedded() -> None:
    assert b"/FontFile2" in label_sheet(order(1))


def test_more_labels_than_a_page_has_go_on_to_the_next() -> None:
    document = pypdfium2.PdfDocument(label_sheet(order(30, skip=23)))

    assert len(document) == 3
    document.close()


def test_a_link_is_written_in_capitals_only_where_that_changes_nothing() -> None:
    item = parse(f"{CLASS.canonical}/21/ABC")

    assert link_of(item, "https://trace.example.com") == "HTTPS://TRACE.EXAMPLE.COM/01/06901234000788/21/ABC"
    small = parse(f"{CLASS.canonical}/21/abc")
    assert link_of(small, "https://trace.example.com") == "https://trace.example.com/01/06901234000788/21/abc"
    assert link_of(item, "https://e.example/path").startswith("https://e.example/path/01/")


def test_the_same_thing_twice_is_refused() -> None:
    item = parse(f"{CLASS.canonical}/21/ABC")

    with pytest.raises(SerialTaken):
        label_sheet(order(1, identifiers=(item, item)))


def test_fresh_serials_are_neither_on_the_ledger_nor_twice() -> None:
    assert len(set(fresh_items(CLASS, 100, lambda _: False))) == 100
    with pytest.raises(SerialTaken):
        fresh_items(CLASS, 1, lambda _: True)
    with pytest.raises(SerialTaken):
        fresh_items(CLASS, 2, lambda _: False, lambda _: 7)
    with pytest.raises(ValueError, match="class"):
        fresh_items(parse(f"{CLASS.canonical}/21/ABC"), 1, lambda _: False)


def test_a_sheet_that_nobody_knows_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(SheetUnknown, match="a4-3x8"):
        label_sheet(order(1, sheet="letter"))


def test_a_code_that_would_be_too_fine_is_refused() -> None:
    with pytest.raises(LabelTooSmall):
        label_sheet(order(1, base_url="https://" + "a" * 60 + "." + "b" * 400, sheet="a4-4x10"))


def test_words_that_would_be_too_small_are_refused() -> None:
    with pytest.raises(TextTooLong):
        label_sheet(order(1, product="风冷冰箱" * 60, sheet="a4-4x10"))


def test_a_code_that_does_not_read_back_is_not_handed_out() -> None:
    sheet = SHEETS["a4-3x8"]
    label = Label("HTTPS://A.EXAMPLE/01/06901234000788/21/A", (("title", "冰箱"),))
    pdf = drawn([label], sheet, 0, "冰箱")

    verify_readable(pdf, [label], sheet, 0)
    with pytest.raises(LabelUnreadable):
        verify_readable(pdf, [replace(label, link="HTTPS://B.EXAMPLE/")], sheet, 0)
    with pytest.raises(LabelUnreadable, match="nothing"):
        verify_readable(drawn([label], sheet, 1, "冰箱"), [label], sheet, 0)


def test_an_order_without_labels_is_refused() -> None:
    with pytest.raises(ValueError, match="label"):
        label_sheet(order(0))


def test_sheets_are_made_by_several_threads_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(label_sheet, [order(6) for _ in range(12)]))

    assert len(made) == 12


def test_identifiers_of_the_industrial_internet_are_printed_too() -> None:
    thing = parse("88.532.60001/BX-2026-7")

    assert label_sheet(order(1, identifiers=(thing,)))
