"""chain/abi is what contracts/ gives, and the sources keep the house's rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "contracts").rglob("*.sol"))
LONDON_UNKNOWN = {0x5F: "PUSH0", 0x5E: "MCOPY", 0x5C: "TLOAD", 0x5D: "TSTORE"}


@pytest.mark.compiler
def test_the_committed_artifacts_are_what_the_sources_give(compilation, compiled):
    expected = {
        compilation.ABI_FOLDER / f"{name}.json": compilation.artifact(compiled[name]) for name in compilation.DEPLOYED
    }

    stale = [path.name for path, text in expected.items() if path.read_text("utf-8") != text]
    assert [] == stale, "run scripts/compile_contracts.py"


@pytest.mark.compiler
def test_every_contract_fits_the_size_that_every_engine_allows(compilation, compiled):
    sizes = {name: len(compiled[name]["evm"]["deployedBytecode"]["object"]) // 2 for name in compilation.DEPLOYED}

    assert {} == {name: size for name, size in sizes.items() if size > 24_576}


@pytest.mark.compiler
def test_the_bytecode_has_no_instruction_that_london_does_not_know(compilation, compiled):
    for name in compilation.DEPLOYED:
        code = bytes.fromhex(compiled[name]["evm"]["deployedBytecode"]["object"])
        place = 0
        while place < len(code):
            instruction = code[place]
            # 0xFE ends the code of a contract without metadata; what follows are constants.
            if instruction == 0xFE and place > len(code) - 200:
                break
            assert instruction not in LONDON_UNKNOWN, f"{name}: {LONDON_UNKNOWN[instruction]} at {place}"
            place += 1 + (instruction - 0x5F if 0x60 <= instruction <= 0x7F else 0)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_source_has_one_contract_named_as_the_file_and_the_exact_pragma(source):
    text = source.read_text("utf-8")

    assert "pragma solidity 0.8.30;" in text
    declared = re.findall(r"^(?:abstract )?(?:contract|interface|library) (\w+)|^type (\w+) is", text, re.MULTILINE)
    assert [source.stem] == [first or second for first, second in declared]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_source_refuses_with_named_errors_only(source):
    text = source.read_text("utf-8")

    assert [] == re.findall(r"revert\(|require\(|assert\(", text)


@pytest.mark.parametrize(
    "source", sorted((ROOT / "contracts" / "interfaces").glob("*.sol")), ids=lambda path: path.stem
)
def test_an_interface_explains_each_function_event_and_error(source):
    lines = source.read_text("utf-8").splitlines()
    declared = [
        i for i, line in enumerate(lines) if re.match(r"\s*(function|event|error|struct|enum|interface) ", line)
    ]

    bare = [lines[i].strip() for i in declared if not lines[i - 1].strip().startswith("///")]
    assert [] == bare


def test_only_libraries_hold_assembly():
    holders = {source.stem for source in SOURCES if "assembly" in source.read_text("utf-8").replace("Assembly", "")}

    assert {"Batches", "Keys"} == holders


def test_no_error_name_stands_for_two_things(network):
    seen: dict[str, list[str]] = {}
    for artifact in network.artifacts.values():
        for entry in artifact["abi"]:
            if entry["type"] == "error":
                types = [argument["type"] for argument in entry["inputs"]]
                assert seen.setdefault(entry["name"], types) == types
