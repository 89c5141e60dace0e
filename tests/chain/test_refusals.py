"""Contract errors keep their names and arguments from Solidity to Python."""

import json

import pytest
from eth_abi.abi import encode

import chain.refusals
from chain.contract_interface import ABI_FOLDER
from chain.errors import ContractRefusal, UnknownRefusal
from chain.refusals import (
    REFUSALS,
    IdentifierNotOwned,
    KeyUnknown,
    SchemeUnknown,
    StreamOutOfOrder,
    VersionNotNewer,
    refusal_of,
)
from traceability.ledger.keys import keccak

FROM_LIBRARIES = {"InvalidShortString", "StringTooLong", "AddressEmptyCode", "InsufficientBalance"}
"""Errors of OpenZeppelin that never come: of short strings, which only a constructor could raise; of calls to no contract, which the
council refuses before, and with money, which it does not send."""


def declared_errors() -> dict[bytes, tuple[str, list[str]]]:
    found = {}
    for path in ABI_FOLDER.glob("*.json"):
        for item in json.loads(path.read_text())["abi"]:
            if item["type"] == "error" and item["name"] not in FROM_LIBRARIES:
                types = [part["type"] for part in item["inputs"]]
                selector = keccak(f"{item['name']}({','.join(types)})".encode())[:4]
                found[selector] = (item["name"], [part["name"] for part in item["inputs"]])
    return found


def plain(name: str) -> str:
    return name.replace("_", "").lower()


def test_every_error_of_the_contracts_is_an_exception_of_the_same_name_and_arguments():
    for selector, (name, arguments) in declared_errors().items():
        known = REFUSALS[selector]

        assert name == known.__name__
        given = [plain(argument).replace("validfrom", "from") for _, argument in known.parameters()]
        assert [plain(argument) for argument in arguments] == given


def test_no_exception_is_left_without_an_error_in_a_contract():
    assert set(REFUSALS) == set(declared_errors())


def test_the_package_exports_every_refusal():
    names = {known.__name__ for known in REFUSALS.values()}

    assert names | {"REFUSALS", "refusal_of"} == set(chain.refusals.__all__)


def test_a_refusal_carries_its_arguments_and_builds_its_message():
    data = StreamOutOfOrder.selector() + encode(["uint32", "uint32", "uint64", "uint64"], [1, 0, 7, 3])

    refusal = refusal_of(data)

    assert isinstance(refusal, StreamOutOfOrder)
    assert (refusal.organisation, refusal.stream, refusal.expected, refusal.given) == (1, 0, 7, 3)
    assert str(refusal) == "StreamOutOfOrder(organisation=1, stream=0, expected=7, given=3)"


def test_bytes_and_addresses_are_bytes_and_shown_as_hex():
    owned = refusal_of(IdentifierNotOwned.selector() + encode(["bytes32", "uint32", "uint8"], [b"\x01" * 32, 2, 10]))
    key = refusal_of(KeyUnknown.selector() + encode(["address"], [b"\x02" * 20]))

    assert owned.prefix_key == b"\x01" * 32
    assert owned.detail() == {"prefix_key": "0x" + "01" * 32, "organisation": 2, "kind": 10}
    assert key.key == b"\x02" * 20


def test_an_argument_may_be_called_name():
    refusal = refusal_of(VersionNotNewer.selector() + encode(["bytes32", "uint32", "uint32"], [bytes(32), 2, 1]))

    assert ("VersionNotNewer", bytes(32)) == (refusal.error_name, refusal.name)


def test_a_text_that_is_not_utf8_is_still_readable():
    refusal = refusal_of(SchemeUnknown.selector() + encode(["bytes"], [b"gs\xff"]))

    assert refusal.scheme == "gs\ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "out of gas"),
        (bytes.fromhex("08c379a0") + encode(["string"], ["no"]), "no"),
        (bytes.fromhex("4e487b71") + encode(["uint256"], [0x11]), "panic 0x11"),
        (b"\x01\x02\x03\x04", "out of gas"),
    ],
)
def test_other_revert_data_is_an_unknown_refusal_with_what_can_be_said(data, reason):
    refusal = refusal_of(data, "out of gas")

    assert isinstance(refusal, UnknownRefusal)
    assert (data, reason) == (refusal.data, refusal.reason)


def test_a_known_selector_with_cut_off_arguments_is_an_unknown_refusal():
    refusal = refusal_of(StreamOutOfOrder.selector() + bytes(40))

    assert isinstance(refusal, UnknownRefusal)
    assert "StreamOutOfOrder with unreadable arguments" in refusal.reason


def test_a_contract_refuses_over_rpc_with_its_own_error(chain):
    with pytest.raises(KeyUnknown) as caught:
        chain.contracts.members.member(b"\x09" * 20)

    assert caught.value.key == b"\x09" * 20
    assert isinstance(caught.value, ContractRefusal)
