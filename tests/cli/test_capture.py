"""`suyuan capture` and `suyuan job`: documents and tables, told event by event and row by row."""

import json
from pathlib import Path

import pytest
from terminals import PRODUCT, Terminal, document, event, item

XML = """<?xml version="1.0" encoding="UTF-8"?>
<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-05-01T08:00:00Z">
<EPCISBody><EventList><ObjectEvent><eventTime>2026-05-02T08:00:00+08:00</eventTime>
<eventTimeZoneOffset>+08:00</eventTimeZoneOffset><epcList><epc>{item}</epc></epcList><action>OBSERVE</action>
<bizStep>shipping</bizStep></ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>"""
MAPPING = {
    "fields": {
        "type": {"value": "ObjectEvent"},
        "action": {"value": "OBSERVE"},
        "bizStep": {"value": "shipping"},
        "eventTime": {"column": "shipped", "format": "%Y-%m-%d %H:%M", "offset": "+08:00"},
        "epcList": {"template": "https://id.gs1.org/01/{gtin}/21/{serial}"},
    }
}
WRONG = item("W1", "06976001100014")
"""Its check digit is wrong."""


@pytest.fixture
def mapping(tmp_path: Path) -> str:
    path = tmp_path / "mapping.json"
    path.write_text(json.dumps(MAPPING), encoding="utf-8")
    return str(path)


def table(folder: Path, *rows: str) -> str:
    path = folder / "till.csv"
    path.write_text("\n".join(["shipped,gtin,serial", *rows]) + "\n", encoding="utf-8")
    return str(path)


def job_in(out: str) -> str:
    return out.splitlines()[0].split()[1].rstrip(":")


def test_a_document_is_captured_and_its_job_can_be_asked_for_again(terminal: Terminal, tmp_path: Path):
    said = terminal.must("capture", document(tmp_path, event(item("C1")), event(item("C2"))), "--as", "1")
    again = terminal.must("job", job_in(said.out), "--as", "1")

    assert "  2 accepted, final" == said.lines[1]
    assert said.out == again.out


def test_a_job_is_told_to_its_own_firm_only(terminal: Terminal, tmp_path: Path):
    said = terminal.must("capture", document(tmp_path, event(item("C3"))), "--as", "1")

    other = terminal.run("job", job_in(said.out), "--as", "2")

    assert (1, f"suyuan: organisation 2 has no capture job {job_in(said.out)}\n") == (other.code, other.err)


def test_the_same_document_again_is_told_as_a_duplicate(terminal: Terminal, tmp_path: Path):
    path = document(tmp_path, event(item("C4")))
    terminal.must("capture", path, "--as", "1")

    assert "  1 duplicate" == terminal.must("capture", path, "--as", "1").lines[1]


def test_an_xml_document_is_captured(terminal: Terminal, tmp_path: Path):
    (tmp_path / "d.xml").write_text(XML.format(item=item("C1")), encoding="utf-8")

    assert "  1 accepted, final" == terminal.must("capture", str(tmp_path / "d.xml"), "--as", "1").lines[1]


def test_one_wrong_event_refuses_the_document_with_its_place_and_the_cure(terminal: Terminal, tmp_path: Path):
    path = document(tmp_path, event(item("C5")), event(WRONG))

    said = terminal.run("capture", path, "--as", "1")

    place, refusal = said.err.splitlines()
    assert (1, "suyuan: document.json was refused; nothing was stored") == (said.code, refusal)
    assert place.startswith("  /epcisBody/eventList/1/epcList/0: ")
    assert place.count("check digit") == 1
    dry = terminal.must("capture", document(tmp_path, event(item("C5"))), "--as", "1", "--dry-run")
    assert "1 of 1 events are in order; nothing was written\n" == dry.out


def test_with_proceed_the_good_events_are_kept_and_the_exit_code_says_that_one_was_not(
    terminal: Terminal, tmp_path: Path
):
    path = document(tmp_path, event(item("C6")), event(WRONG))

    dry = terminal.run("capture", path, "--as", "1", "--proceed", "--dry-run")
    said = terminal.run("capture", path, "--as", "1", "--proceed")

    assert (1, "1 of 2 events are in order; nothing was written") == (dry.code, dry.lines[-1])
    assert (1, ["  1 accepted, final", "  1 refused"]) == (said.code, said.lines[1:])
    assert "  event 1: /epcisBody/eventList/1/epcList/0: " in said.err


def test_a_table_is_captured_by_a_mapping(terminal: Terminal, tmp_path: Path, mapping: str):
    path = table(tmp_path, f"2026-05-03 09:00,{PRODUCT},C1", f"2026-05-03 09:05,{PRODUCT},C2")

    dry = terminal.must("capture", path, "--mapping", mapping, "--as", "1", "--dry-run")
    said = terminal.must("capture", path, "--mapping", mapping, "--as", "1")

    assert "2 of 2 events are in order; nothing was written\n" == dry.out
    assert "  2 accepted, final" == said.lines[1]


def test_every_wrong_cell_is_named_by_row_and_column(terminal: Terminal, tmp_path: Path, mapping: str):
    path = table(
        tmp_path, f"2026-05-03 09:00,{PRODUCT},T1", f"2026-13-03 09:05,{PRODUCT},T2", f"2026-05-03 09:05,{PRODUCT},"
    )

    said = terminal.run("capture", path, "--mapping", mapping, "--as", "1", "--dry-run")

    assert [
        "  row 3, column 'shipped': '2026-13-03 09:05' is not a time: write it as %Y-%m-%d %H:%M",
        "  row 4, column 'serial': is empty: fill it, or map the field with \"required\": false",
        "suyuan: till.csv was refused; nothing was stored",
    ] == said.err.splitlines()


def test_a_table_without_a_mapping_is_refused_with_the_cure(terminal: Terminal, tmp_path: Path):
    said = terminal.run("capture", table(tmp_path), "--as", "1")

    assert (1, True) == (said.code, "--mapping" in said.err)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--disclosure", "everyone"), "write public, members or private"),
        (("--lane", "fast"), "neither headed nor anchored"),
    ],
)
def test_a_word_that_is_not_known_is_answered_with_the_known_ones(
    terminal: Terminal, tmp_path: Path, options: tuple[str, str], told: str
):
    said = terminal.run("capture", document(tmp_path, event(item("C7"))), "--as", "1", *options)

    assert (1, True) == (said.code, told in said.err)


def test_under_the_prefix_of_another_firm_nothing_is_created(terminal: Terminal, tmp_path: Path):
    said = terminal.run("capture", document(tmp_path, event(item("C8"))), "--as", "2")

    assert (1, True) == (said.code, "does not admit organisation 2 to write create events" in said.err)


def test_a_file_that_is_no_document_is_refused_with_the_place(terminal: Terminal, tmp_path: Path):
    (tmp_path / "d.json").write_text('{"@context": [', encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")

    said = terminal.run("capture", str(tmp_path / "d.json"), "--as", "1")
    deep = terminal.run("capture", str(tmp_path / "deep.json"), "--as", "1")

    assert (1, True) == (said.code, "column 15" in said.err)
    assert (1, "suyuan: deep.json was refused; nothing was stored") == (deep.code, deep.err.splitlines()[-1])
