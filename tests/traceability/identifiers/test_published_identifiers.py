"""Identifiers that other people published: EPC URNs with their Digital Links, codes right and wrong, GS1 rows."""

import json
from pathlib import Path

import pytest

from traceability.identifiers import IdentifierInvalid, from_halves, parse
from traceability.identifiers.gs1.element_string import pairs_of, pairs_of_bracketed

OURS = {"uscc", "lei", "idis", "gtin", "sscc", "gln"}

NOT_OUR_KEYS = {
    # Primary keys that EPCIS does not use, and compressed links.
    "https://id.gs1.org/415/5060917510004",
    # Piece 02 of 01: the syntax dictionary's rule "pieceoftotal" refuses it, the library that the row is from does not.
    "(22)AJY3095721P49(21)72292641703(8006)054123450000130201(10)ABC123",
}


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def is_valid(text: str, **arguments) -> bool:
    try:
        parse(text, **arguments)
    except IdentifierInvalid:
        return False
    return True


def test_every_published_epc_urn_has_its_canonical_digital_link(standards: Path) -> None:
    cases = json.loads((standards / "event-hash" / "epc-urn-to-digital-link.json").read_text())["cases"]

    found = {case["input"]: parse(case["input"]).canonical for case in cases}

    assert {case["input"]: case["canonical_digital_link"] for case in cases} == found
    assert len(cases) == 31


def test_every_published_epc_urn_is_found_again_from_its_halves(standards: Path) -> None:
    cases = json.loads((standards / "event-hash" / "epc-urn-to-digital-link.json").read_text())["cases"]
    for case in cases:
        identifier = parse(case["input"])
        for prefix in identifier.prefix_candidates():
            taken, rest = identifier.halves(len(prefix.text))

            assert taken == prefix
            assert from_halves(prefix, rest) == identifier


def test_published_codes_of_our_schemes_are_taken_or_refused_as_said(standards: Path) -> None:
    cases = [row for row in rows(standards / "identifiers" / "identifiers.jsonl") if row["scheme"] in OURS]

    found = {row["input"]: is_valid(row["input"], kind=row["scheme"]) for row in cases}

    assert {row["input"]: row["valid"] for row in cases} == found
    assert all(
        parse(row["input"], kind=row["scheme"]).canonical == row["canonical"] for row in cases if "canonical" in row
    )


def test_published_digital_links_are_taken_or_refused_as_said(standards: Path) -> None:
    for row in rows(standards / "identifiers" / "gs1.jsonl"):
        if row["scheme"] != "gs1-digital-link" or row["input"] in NOT_OUR_KEYS or is_compressed(row["input"]):
            continue

        assert row["valid"] == is_valid(row["input"]), row["input"]


def test_published_element_strings_are_taken_or_refused_as_said(standards: Path) -> None:
    for row in rows(standards / "identifiers" / "gs1.jsonl"):
        # Their syntax begins with FNC1; ours also takes what scanners send without it.
        if row["scheme"] != "gs1-element-string" or not row["input"].startswith("^"):
            continue
        text = row["input"].replace("^", "\x1d")
        try:
            pairs_of(text)
            taken = True
        except IdentifierInvalid:
            taken = False

        assert row["valid"] == taken, row["input"]


def test_published_element_strings_of_digital_links_name_the_same_thing(standards: Path) -> None:
    for row in rows(standards / "identifiers" / "gs1.jsonl"):
        if row["scheme"] == "gs1-digital-link" and "element_string" in row and is_valid(row["input"]):
            by_link = parse(row["input"])
            by_scan = parse(row["element_string"].replace("^", "\x1d"))

            # A lot in the query is an attribute of the link, and identity in the element string.
            if "?10=" not in row["input"]:
                assert by_link == by_scan, row["input"]


def test_published_bracketed_texts_name_what_their_canonical_links_name(standards: Path) -> None:
    for row in rows(standards / "identifiers" / "gs1.jsonl"):
        if row["scheme"] == "gs1-bracketed" and row["input"] not in NOT_OUR_KEYS:
            assert parse(row["canonical"]) == parse(row["input"])


@pytest.mark.parametrize("text", ["(400)ABC(400)ABCD", "(99)ABC(400)ABC(400)XYZ", "(89)ABC(89)ABCD(89)ABC"])
def test_an_application_identifier_with_two_values_is_refused(text: str) -> None:
    with pytest.raises(IdentifierInvalid) as refusal:
        pairs_of_bracketed(text)

    assert refusal.value.reason in {"repeated", "application-identifier"}


def is_compressed(link: str) -> bool:
    """Return whether a link holds a compressed part, which we do not read."""
    return any(
        len(segment) > 6 and not segment.isdigit() and "=" not in segment for segment in link.split("/")[3:]
    ) and not any(mark in link for mark in ("/10/", "/22/", "/21/", "/235/", "?", "zzz", "}"))
