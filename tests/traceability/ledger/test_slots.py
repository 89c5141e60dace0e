"""Storage slots, ids and records agree with the vectors that the contracts' storage is held against."""

import json
from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from traceability.errors import WordInvalid
from traceability.ledger import ids, records, slots

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "slots.json").read_text("utf-8"))

SLOTS: dict[tuple[str, str], Callable[..., bytes]] = {
    ("directory", "entry"): slots.directory_entry,
    ("directory", "authority"): lambda: slots.DIRECTORY_AUTHORITY,
    ("members", "record"): slots.organisation_record,
    ("members", "profile"): slots.organisation_profile,
    ("members", "key"): slots.member_key,
    ("members", "count"): lambda: slots.ORGANISATION_COUNT,
    ("prefixes", "grant"): slots.grant,
    ("prefixes", "partner"): slots.partner,
    ("prefixes", "node"): slots.node,
    ("ledger", "head"): slots.head,
    ("ledger", "state"): slots.state,
    ("ledger", "stream"): slots.stream,
    ("ledger", "anchor"): slots.anchor,
    ("attestations", "schema"): slots.schema,
    ("attestations", "attestation"): slots.attestation,
    ("attestations", "successor"): slots.attestation_successor,
    ("liens", "lien"): slots.lien,
    ("liens", "asset"): slots.lien_asset,
    ("liens", "quantity"): slots.lien_quantity,
    ("liens", "encumbrance"): slots.encumbrance,
}
RECORDS: dict[str, Any] = {
    "directory": records.DirectoryEntry,
    "organisation": records.OrganisationRecord,
    "memberKey": records.MemberKey,
    "grant": records.Grant,
    "node": records.NodeRecord,
    "state": records.StateRecord,
    "schema": records.SchemaRecord,
    "attestation": records.AttestationRecord,
    "lien": records.LienRecord,
    "lienQuantity": records.LienQuantity,
}


def argument(value: Any) -> Any:
    return bytes.fromhex(value[2:]) if isinstance(value, str) and value.startswith("0x") else value


def written(value: Any) -> Any:
    if isinstance(value, bytes):
        return "0x" + value.hex()
    return str(value) if isinstance(value, Decimal) else value


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@pytest.mark.parametrize(
    "case", VECTORS["slots"], ids=lambda case: f"{case['contract']} {case['what']} {case['arguments']}"
)
def test_a_slot_is_where_the_contract_keeps_it(case: dict[str, Any]) -> None:
    slot = SLOTS[case["contract"], case["what"]](*map(argument, case["arguments"]))

    assert case["slot"] == "0x" + slot.hex()


@pytest.mark.parametrize("case", VECTORS["ids"], ids=lambda case: case["what"])
def test_an_id_is_computed_from_what_it_names(case: dict[str, Any]) -> None:
    functions: dict[str, Callable[..., bytes]] = {
        "schema": lambda text: ids.schema_id(text.encode()),
        "attestation": ids.attestation_id,
        "lien": ids.lien_id,
    }

    assert case["id"] == "0x" + functions[case["what"]](*map(argument, case["arguments"])).hex()


@pytest.mark.parametrize("case", VECTORS["records"], ids=lambda case: f"{case['record']} {case['word']}")
def test_a_record_says_what_its_word_says(case: dict[str, Any]) -> None:
    record = RECORDS[case["record"]].from_word(argument(case["word"]))

    assert case["fields"] == {camel(name): written(value) for name, value in asdict(record).items()}


@pytest.mark.parametrize("case", VECTORS["refused"], ids=lambda case: f"{case['record']}: {case['reason']}")
def test_a_word_of_an_unknown_choice_is_refused(case: dict[str, str]) -> None:
    with pytest.raises(WordInvalid):
        RECORDS[case["record"]].from_word(argument(case["word"]))


@pytest.mark.parametrize("name", sorted(set(RECORDS) - {"state"}))
def test_an_empty_slot_holds_no_record(name: str) -> None:
    assert RECORDS[name].from_word(bytes(32)) is None


def test_a_word_of_31_bytes_is_refused() -> None:
    with pytest.raises(WordInvalid):
        records.Grant.from_word(bytes(31))


def test_a_unit_beyond_ascii_is_refused() -> None:
    with pytest.raises(WordInvalid):
        records.LienQuantity.from_word((1).to_bytes(16, "big") + b"\xff" + bytes(15))


@pytest.mark.parametrize(
    ("state", "time", "encumbers"),
    [
        (records.LienState.RESERVED, 100, True),
        (records.LienState.RESERVED, 101, False),
        (records.LienState.ACTIVE, 101, True),
        (records.LienState.RELEASED, 1, False),
    ],
)
def test_a_reservation_that_ran_out_stands_in_nobodys_way(state: records.LienState, time: int, encumbers: bool) -> None:
    lien = records.LienRecord(state, records.AssetKind.THING, pledgor=1, pledgee=2, until=100, since=1)

    assert encumbers == lien.encumbers(time)


@pytest.mark.parametrize("key", [-1, 2**256, bytes(33)])
def test_a_key_of_a_mapping_is_one_word(key: int | bytes) -> None:
    with pytest.raises(WordInvalid):
        slots.mapping_slot(key, 0)


def test_ids_take_whole_words_only() -> None:
    with pytest.raises(WordInvalid):
        ids.lien_id(bytes(31), 1, 2, bytes(32))
    with pytest.raises(WordInvalid):
        ids.attestation_id(bytes(32), bytes(32), 2**32, bytes(32))
