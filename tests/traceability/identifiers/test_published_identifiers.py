"""Identifiers that other people published: EPC URNs with their Digital Links, codes right and wrong, GS1 rows."""

import json
from pathlib import Path

import pytest

from traceability.identifiers import from_halves, parse
from traceability.identifiers.published import dictionary_differences, verified_epc_urn, verified_row


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def pairs(standards: Path) -> list[dict]:
    return json.loads((standards / "event-hash" / "epc-urn-to-digital-link.json").read_text())["cases"]


@pytest.mark.parametrize(("name", "count"), [("identifiers.jsonl", 39), ("gs1.jsonl", 71)])
def test_every_published_row_is_read_as_its_authors_say(standards: Path, name: str, count: int) -> None:
    found = rows(standards / "identifiers" / name)

    assert [] == [(row["input"], said) for row in found if (said := verified_row(row))]
    assert count == len(found)


def test_every_published_row_is_missed_when_it_says_the_opposite(standards: Path) -> None:
    found = rows(standards / "identifiers" / "identifiers.jsonl") + rows(standards / "identifiers" / "gs1.jsonl")

    turned = [
        row | {"valid": not row["valid"], "canonical": "x", "element_string": "^0112345678901231"} for row in found
    ]

    assert [] == [row["input"] for row in turned if verified_row(row) is None]


def test_every_published_epc_urn_has_its_canonical_digital_link(standards: Path) -> None:
    assert [] == [(case["input"], said) for case in pairs(standards) if (said := verified_epc_urn(case))]
    assert len(pairs(standards)) == 31


def test_a_pair_that_differs_is_told() -> None:
    case = {"input": "urn:epc:id:pgln:4000001.00000", "canonical_digital_link": "https://id.gs1.org/417/4000001000012"}

    assert verified_epc_urn(case)
    assert verified_epc_urn({"input": "urn:epc:id:pgln:x", "canonical_digital_link": ""})


def test_every_published_epc_urn_is_found_again_from_its_halves(standards: Path) -> None:
    for case in pairs(standards):
        identifier = parse(case["input"])
        for prefix in identifier.prefix_candidates():
            taken, rest = identifier.halves(len(prefix.text))

            assert taken == prefix
            assert from_halves(prefix, rest) == identifier


def test_our_table_says_what_the_dictionary_says(standards: Path) -> None:
    dictionary = (standards / "gs1" / "gs1-syntax-dictionary.txt").read_text()

    assert [] == dictionary_differences(dictionary)
    assert dictionary_differences(dictionary.replace("N18,csum,gcppos2 ", "N17,csum,gcppos2 "))
    assert dictionary_differences("")


def test_a_rule_that_nobody_knows_is_no_pass() -> None:
    row = {"scheme": "gs1-ai-association", "rule": "validateMore", "input": "(01)1", "valid": True}

    assert verified_row(row)
